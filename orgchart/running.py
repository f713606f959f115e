"""Running a command from the command line.

Its one rule: whoever runs a command before the database is ready is told what makes it so; of what
else goes wrong nothing is hidden.
"""

import sys

from django.core.management import execute_from_command_line
from django.db import DatabaseError, OperationalError, ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor

_NO_TABLE = OperationalError, ProgrammingError
"""What a database raises that lacks a table or a column: SQLite the one, PostgreSQL the other."""


def run(arguments):
    """Run the command; a database without its tables, or with old ones, is told in a sentence."""
    try:
        execute_from_command_line(arguments)
    except _NO_TABLE as error:
        is_shown = arguments[1:2] == ["migrate"] or "--traceback" in arguments
        if is_shown or not (left := migrations_left()):
            raise
        many = "1 migration is" if left == 1 else f"{left} migrations are"
        sys.exit(
            f"The database is not ready for this command: {many} to be applied. Run “manage.py "
            f"migrate”, then this command again. ({error})"
        )


def migrations_left():
    """How many migrations are to be applied; none where the database does not answer."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return 0
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
