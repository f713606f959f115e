"""Commands that are run before the database is ready for them."""

import pytest
from django.db import IntegrityError, OperationalError

from orgchart import running
from tests.test_settings import manage


def test_a_command_before_the_first_migration_names_the_way_out(tmp_path):
    ran = manage("check_trees", ORGCHART_DATABASE=f"sqlite:///{tmp_path}/new.sqlite3")
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert ran.stderr.startswith("The database is not ready for this command: ")
    assert "Run “manage.py migrate”, then this command again." in ran.stderr


def test_whoever_wants_the_whole_of_it_is_given_it(tmp_path):
    database = f"sqlite:///{tmp_path}/new.sqlite3"
    assert "Traceback" in manage("check_trees", "--traceback", ORGCHART_DATABASE=database).stderr


@pytest.mark.parametrize(
    ("command", "error"),
    [
        ("migrate", OperationalError("database or disk is full")),
        ("check_trees", IntegrityError("UNIQUE constraint failed")),
    ],
)
def test_what_another_migration_would_not_mend_is_not_put_down_to_it(monkeypatch, command, error):
    def fails(arguments):
        raise error

    monkeypatch.setattr(running, "execute_from_command_line", fails)
    monkeypatch.setattr(running, "migrations_left", lambda: 1)
    with pytest.raises(type(error)):
        running.run(["manage.py", command])


def test_another_fault_of_a_database_that_is_ready_is_not_put_down_to_it(db, monkeypatch):
    def fails(arguments):
        raise OperationalError("database is locked")

    monkeypatch.setattr(running, "execute_from_command_line", fails)
    with pytest.raises(OperationalError, match="locked"):
        running.run(["manage.py", "check_trees"])
