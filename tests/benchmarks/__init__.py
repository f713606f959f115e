"""How long it takes at the size of a large council: `uv run python -m tests.benchmarks`.

Its one rule: beside every figure stands a floor measured in the same run, so that it means the
same on a slow machine.
"""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()
