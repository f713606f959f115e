#!/usr/bin/env python
"""Run a command of orgchart: `manage.py help` lists them."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "orgchart.settings")
    if "demo" in sys.argv[1:2]:
        os.environ.setdefault("ORGCHART_DEBUG", "yes")
    from orgchart.running import run

    run(sys.argv)
