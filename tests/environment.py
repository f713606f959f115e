"""The environment in which the tests start, set before the settings are read."""

import os

os.environ.setdefault("ORGCHART_DEBUG", "yes")
os.environ.setdefault("ORGCHART_SECRET_KEY", "for the tests alone")
