"""The databases on which every test that needs one runs: SQLite in a file, and PostgreSQL.

Its one rule: each is made when it is first asked for, and `connections["default"]` of every thread
leads to the one that is in use.
"""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from django.db import connections

from tests import kept, postgres
from tests.pages import small_paper

NAMES = ("sqlite", "postgresql")


class Databases:
    """The test databases made so far, one of them in use."""

    def __init__(self):
        self.first = connections.settings["default"]
        self.made = {}
        self.stack = ExitStack()

    def use(self, name):
        """Let the default connection lead to a database, made if it is not there yet."""
        if name not in self.made:
            self.made[name] = self._make(self.first | _PLACES[name](self.stack))
        self._lead_to(self.made[name])

    def _make(self, settings):
        self._lead_to(settings | {"TEST": _TEST | {"NAME": settings.pop("TEST_NAME", None)}})
        connection = connections["default"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        kept.keep(small_paper())
        return connection.settings_dict

    def _lead_to(self, settings):
        if hasattr(connections["default"], "close"):
            connections["default"].close()
        connections.settings["default"] = settings
        del connections["default"]

    def close(self):
        """Leave nothing behind: the server ends, and the files go."""
        self._lead_to(self.first)
        self.stack.close()


def _sqlite(stack):
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="orgchart-sqlite-"))
    return {"TEST_NAME": str(Path(folder, "test.sqlite3"))}


def _postgresql(stack):
    return stack.enter_context(postgres.running()) | {"OPTIONS": {}}


_PLACES = {"sqlite": _sqlite, "postgresql": _postgresql}
_TEST = {"CHARSET": None, "COLLATION": None, "MIGRATE": True, "MIRROR": None}
