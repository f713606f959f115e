"""The settings as the tests start them: an environment of their own, before the rest is read."""

import os

os.environ.setdefault("ORGCHART_DEBUG", "yes")
os.environ.setdefault("ORGCHART_SECRET_KEY", "for the tests alone")

from orgchart.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
