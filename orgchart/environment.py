"""Settings as the environment gives them, each checked as it is read.

Its one rule: a value that cannot be meant stops the start and names its variable.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_POSTGRESQL = ("postgresql", "postgres")


def yes_or_no(name: str, default: bool = False) -> bool:
    """Read a variable that says yes or no."""
    text = os.environ.get(name, "").strip().lower()
    if text in ("", "yes", "no", "1", "0", "true", "false"):
        return text in ("yes", "1", "true") if text else default
    raise ImproperlyConfigured(f"{name} is “{text}”. Set it to yes or no.")


def words(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """Read a variable that lists words, with commas between them."""
    text = os.environ.get(name, "")
    return [word.strip() for word in text.split(",") if word.strip()] or list(default)


def secret_key(name: str, kept_in: Path) -> str:
    """Read the secret key; with none set, the one kept in a file, made at the first start."""
    if key := os.environ.get(name, ""):
        return key
    try:
        if not kept_in.exists():
            _write_for_owner_only(kept_in, secrets.token_urlsafe(60))
        return kept_in.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name} is not set, and {kept_in} cannot be used to keep one: {error.strerror}."
        ) from error


def _write_for_owner_only(path: Path, text: str) -> None:
    """Write a file in one step, so that of two starts at once both read one key."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def names_a_server(name: str) -> bool:
    """Whether a database's address is one of PostgreSQL."""
    return os.environ.get(name, "").startswith(tuple(f"{scheme}:" for scheme in _POSTGRESQL))


def database(name: str, sqlite: Path) -> dict:
    """Read a database's address: postgresql://user:password@host:port/name, or sqlite:///file.

    What stands after a question mark is for PostgreSQL: ?sslmode=verify-full.
    """
    address = os.environ.get(name, "")
    if not address:
        return _sqlite(sqlite)
    try:
        parts = urlsplit(address)
        return _postgresql(parts) if names_a_server(name) else _sqlite(_file(parts))
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} is not an address of a database. "
            "Write postgresql://user:password@host:port/name, or sqlite:///file."
        ) from error


def _postgresql(parts: SplitResult) -> dict:
    """The parts of an address as Django wants them; ValueError if it names no database."""
    if not parts.path[1:] or parts.fragment:
        raise ValueError(parts)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _file(parts: SplitResult) -> str:
    """The file that an address of SQLite names; ValueError if there is more to it, or less."""
    if parts.scheme != "sqlite" or parts.netloc or parts.query or parts.fragment:
        raise ValueError(parts)
    if not parts.path.startswith("/") or parts.path == "/":
        raise ValueError(parts)
    return unquote(parts.path[1:])


def _sqlite(file: Path | str) -> dict:
    """SQLite as two writers need it: whoever will write locks first, and readers go on reading."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
