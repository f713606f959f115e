"""The browser on this machine: the system's Chromium, started so that it speaks to us alone."""

import os
import shutil

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATH = next(filter(None, map(shutil.which, _NAMES)), None)
MISSING = f"no browser: none of {', '.join(_NAMES)} is in PATH"

_QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
LAUNCH = {
    "executable_path": PATH,
    "headless": True,
    "chromium_sandbox": os.geteuid() != 0,
    "args": list(_QUIET),
}
