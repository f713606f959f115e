"""Settings are secure unless asked otherwise, and a wrong one stops the start and names itself."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from orgchart import environment

ROOT = Path(__file__).parent.parent
LONG_KEY = "a key of the tests, as long and as varied as it has to be: 0123456789"


def run(*arguments, **variables):
    """Run Python as on a server, with these variables of ours and no others."""
    ours = ("ORGCHART", "DJANGO")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=kept | {"ORGCHART_SECRET_KEY": LONG_KEY} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def manage(*arguments, **variables):
    """Run a command as on a server."""
    return run("manage.py", *arguments, **variables)


def test_with_nothing_asked_the_settings_are_fit_for_a_server():
    ran = manage("check", "--deploy", "--fail-level", "WARNING")
    assert ran.stderr == ""
    assert ran.stdout == "System check identified no issues (2 silenced).\n"


def test_what_is_unsafe_is_on_only_where_it_is_asked_for():
    assert "security.W018" in manage("check", "--deploy", ORGCHART_DEBUG="yes").stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ORGCHART_DEBUG", "perhaps"),
        ("ORGCHART_BEHIND_PROXY", "2"),
        ("ORGCHART_DATABASE", "mysql://user@host/name"),
        ("ORGCHART_DATABASE", "postgresql://host"),
        ("ORGCHART_DATABASE", "postgresql://host:port/name"),
        ("ORGCHART_DATABASE", "postgresql://[::1/name"),
        ("ORGCHART_DATABASE", "postgresql://user:p#w@host/name"),
        ("ORGCHART_DATABASE", "postgresql://host/name?sslmode"),
        ("ORGCHART_DATABASE", "sqlite://data.sqlite3"),
        ("ORGCHART_DATABASE", "sqlite:data.sqlite3"),
        ("ORGCHART_DATABASE", "sqlite:///"),
        ("ORGCHART_DATABASE", "sqlite:///data.sqlite3?mode=ro"),
        ("ORGCHART_DATABASE", "orgchart.sqlite3"),
    ],
)
def test_a_wrong_value_stops_the_start_and_names_its_variable(name, value):
    ran = manage("check", **{name: value})
    assert ran.returncode != 0
    assert ran.stderr.splitlines()[-1].startswith(
        f"django.core.exceptions.ImproperlyConfigured: {name}"
    )


def test_a_database_is_an_address(monkeypatch, tmp_path):
    monkeypatch.setenv("PLACE", "postgresql://an%40officer:p%2Fw@db.example:5433/org%20chart")
    settings = environment.database("PLACE", tmp_path / "kept.sqlite3")
    assert [settings[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "org chart", "an@officer", "p/w", "db.example", "5433",
    ]  # fmt: skip


def test_what_is_asked_of_the_way_to_the_database_reaches_it(monkeypatch, tmp_path):
    monkeypatch.setenv("PLACE", "postgresql://host/name?sslmode=verify-full&sslrootcert=%2Fa%20b")
    options = environment.database("PLACE", tmp_path)["OPTIONS"]
    assert options == {"sslmode": "verify-full", "sslrootcert": "/a b"}


def test_with_no_address_the_database_is_a_file(monkeypatch, tmp_path):
    monkeypatch.delenv("PLACE", raising=False)
    assert (
        environment.database("PLACE", tmp_path / "kept.sqlite3")["NAME"]
        == tmp_path / "kept.sqlite3"
    )
    monkeypatch.setenv("PLACE", "sqlite:////srv/org%20chart/data.sqlite3")
    assert environment.database("PLACE", tmp_path)["NAME"] == "/srv/org chart/data.sqlite3"


def test_hosts_are_words_with_commas_between(monkeypatch):
    monkeypatch.setenv("HOSTS", "orgchart.example.gov.uk, localhost,")
    assert environment.words("HOSTS") == ["orgchart.example.gov.uk", "localhost"]


FAULT = """
import django
from django.test import Client
django.setup()
from orgchart.views import SignIn
SignIn.get = lambda *_: 1 / 0
Client(raise_request_exception=False).get("/sign-in/", secure=True)
"""


def test_on_a_server_the_log_holds_where_a_fault_of_ours_is():
    ran = run("-c", FAULT, DJANGO_SETTINGS_MODULE="orgchart.settings", ORGCHART_HOSTS="testserver")
    assert "ZeroDivisionError" in ran.stderr
    assert "Traceback" in ran.stderr.partition(" at '/sign-in/'\n")[2]


@pytest.fixture
def kept_in(tmp_path, monkeypatch):
    """Where the key is kept, none being set."""
    monkeypatch.delenv("KEY", raising=False)
    return tmp_path / ".secret-key"


def test_a_key_is_made_once_and_kept_for_its_owner_alone(kept_in):
    first = environment.secret_key("KEY", kept_in)
    assert len(first) >= 50
    assert environment.secret_key("KEY", kept_in) == first
    assert kept_in.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in kept_in.parent.iterdir()] == [".secret-key"]


def test_two_starts_at_once_read_one_key(kept_in):
    program = "import sys; from pathlib import Path; from orgchart import environment; "
    program += "print(environment.secret_key('KEY', Path(sys.argv[1])))"

    def start(_):
        return subprocess.check_output([sys.executable, "-c", program, kept_in], cwd=ROOT)

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(start, range(4)))) == 1


def test_a_key_that_is_set_is_used_and_none_is_made(kept_in, monkeypatch):
    monkeypatch.setenv("KEY", "set by somebody")
    assert environment.secret_key("KEY", kept_in) == "set by somebody"
    assert not kept_in.exists()


def test_where_no_key_can_be_kept_the_start_stops_and_names_the_variable(tmp_path, monkeypatch):
    monkeypatch.delenv("KEY", raising=False)
    with pytest.raises(ImproperlyConfigured, match="KEY is not set"):
        environment.secret_key("KEY", tmp_path / "nowhere" / ".secret-key")
