"""Have the short process set a paper, and take what it gives.

A process of its own, since setting papers makes a process grow and never shrink. Its one rule: it
ends, in time and within its memory, or says why there is no file.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from posts.picture import font_files

__all__ = ["NotSet", "pdf_of", "starts_of"]

WORKER = Path(__file__).with_name("worker.py")
SECONDS, BYTES = 25, 2_000_000_000


class NotSet(RuntimeError):
    """A paper could not be made into a PDF; the message says why."""


def pdf_of(data: dict[str, Any], *, seconds: float = SECONDS, memory: int = BYTES) -> bytes:
    """The PDF of such data; NotSet if it takes too long, needs too much or cannot be set."""
    return _asked({"data": data, "starts": False}, seconds, memory)


def starts_of(
    data: dict[str, Any], *, seconds: float = SECONDS, memory: int = BYTES
) -> dict[str, Any]:
    """How many pages the PDF of such data has, and with what each begins; or NotSet."""
    told: dict[str, Any] = json.loads(_asked({"data": data, "starts": True}, seconds, memory))
    return told


def _asked(what: dict[str, Any], seconds: float, memory: int) -> bytes:
    asked = what | {"fonts": font_files(), "bytes": memory, "seconds": int(seconds) + 1}
    try:
        done = subprocess.run(
            [sys.executable, str(WORKER)],
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotSet(f"The PDF was not finished within {seconds:g} seconds.") from None
    if done.returncode or not done.stdout:
        raise NotSet(f"The PDF could not be set: {_reason(done)}")
    return done.stdout


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """The last line that the process left, or how it ended."""
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return lines[-1][:500] if lines else f"its process ended with {done.returncode}."
