"""Make a database with the councils of the five papers, a person for each role, and serve it.

Its one rule: run again, it adds what is not there yet and leaves everything else as it is.
"""

import errno
from functools import cache
from socket import SO_REUSEADDR, SOL_SOCKET, socket

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.crypto import salted_hmac

from divisions.models import Council, Membership
from orgchart import environment
from reports.councilfile import load
from reports.councilfile.reading import read

ADDRESS = "127.0.0.1"
FIXTURES = settings.BASE_DIR / "fixtures"
A_SERVER = (
    "ORGCHART_DATABASE names PostgreSQL, which may hold a council's own structures. The "
    "demonstration would add its councils there, and people who share one password. Unset "
    "ORGCHART_DATABASE, and it makes a file of its own."
)


class Command(BaseCommand):
    help = "Try orgchart: five real restructures, people to sign in as, on 127.0.0.1:8000."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="8000 if left out")
        parser.add_argument("--no-serve", action="store_true", help="only make the database")

    def handle(self, *, port, no_serve, verbosity, **options):
        if environment.names_a_server("ORGCHART_DATABASE"):
            raise CommandError(A_SERVER)
        if not no_serve:
            _must_be_free(port)
        call_command("migrate", verbosity=0)
        for path in sorted(FIXTURES.glob("*.yaml")):
            self._load(path)
        for council in Council.objects.filter(slug__in=_slugs()):
            for role in Membership.Role.values:
                _person(council, role)
        self._say_how_to_sign_in(port)
        if not no_serve:
            call_command("runserver", f"{ADDRESS}:{port}", use_reloader=False)

    def _load(self, path):
        if Council.objects.filter(slug=path.stem).exists():
            self.stdout.write(f"{path.stem} is there already and stays as it is.")
            return
        file = read(path.read_bytes(), path.name)
        load.load(file)
        self.stdout.write(f"{file.name} loaded from {path.name}.")

    def _say_how_to_sign_in(self, port):
        roles = ", ".join(f"COUNCIL-{role}" for role in Membership.Role.values)
        self.stdout.write(
            f"\nOpen http://{ADDRESS}:{port}/ and sign in as {roles},\n"
            f"where COUNCIL is {', '.join(_slugs())}: barking-and-dagenham-clerk, say.\n"
            f"Everybody's password: {_password()}\n"
        )


def _must_be_free(port):
    """CommandError if nothing can be served on a port of this machine."""
    try:
        with socket() as listening:
            listening.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
            listening.bind((ADDRESS, port))
    except (OSError, OverflowError) as error:
        why = "is in use by another program" if _is_taken(error) else "cannot be used here"
        other = port + 1 if 0 < port < 65535 else 8001
        raise CommandError(
            f"Port {port} {why}. Choose another: uv run manage.py demo --port {other}"
        ) from error


def _is_taken(error):
    return getattr(error, "errno", None) == errno.EADDRINUSE


def _slugs():
    return sorted(path.stem for path in FIXTURES.glob("*.yaml"))


def _password():
    """One password for the demonstration's people, different in each installation."""
    return f"demo-{salted_hmac('demo', 'everybody', algorithm='sha256').hexdigest()[:10]}"


@cache
def _hashed(password):
    """Hashed once, since that takes long on purpose, and sixteen people share it."""
    return make_password(password)


def _person(council, role):
    user, is_new = User.objects.get_or_create(
        username=f"{council.slug}-{role}", defaults={"password": _hashed(_password())}
    )
    if is_new:
        Membership.objects.create(council=council, user=user, role=role)
