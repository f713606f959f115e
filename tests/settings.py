"""The settings as the tests start them: an environment of their own, before the rest is read."""

import os

os.environ.update(
    ORGCHART_DEBUG="yes",
    ORGCHART_SECRET_KEY="for the tests alone",
    ORGCHART_DATABASE="",
    ORGCHART_HOSTS="",
    ORGCHART_BEHIND_PROXY="",
)

from orgchart.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT = None  # the tests' server finds the files where they are
