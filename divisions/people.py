"""The people of a council: adding somebody, giving another role, taking somebody out.

A user name is the whole site's, and an administrator looks after one council. So a name that
somebody has who never was one of this council's people is refused with a sentence that does not
say why, and that some names get which nobody has: adding whoever has the name would let a stranger
read this council's papers by a slip of the pen, and saying that it is taken would tell who signs in
elsewhere. Whoever runs the site adds somebody to a second council (`add_person`). Its one rule: a
council always has an administrator.
"""

import secrets
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from divisions import errors
from divisions.models import Act, Membership

ADDED, CHANGED, TAKEN_OUT = "add a person", "change a person's role", "take a person out"
ADMINISTRATOR = Membership.Role.ADMINISTRATOR

_RESERVED = frozenset({"admin", "administrator", "root", "superuser", "system", "test"})
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""What passwords are made of: nothing that is taken for something else when it is read aloud."""


class LastAdministrator(errors.RuleBroken):
    """The council would be left without an administrator."""


class NameRefused(errors.RuleBroken):
    """The user name cannot be given here, for a reason that is not said."""

    def __init__(self):
        super().__init__(
            "This name cannot be given here. Choose another. If the person signs in to this site "
            "for another council, whoever runs the site can add them."
        )


def new_password():
    """A password that can be read aloud."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def may_be_added(council, username):
    """Whether a name is free, or is that of somebody who was one of the council's people."""
    user = User.objects.filter(username__iexact=username).first()
    if user is None:
        return username.casefold() not in _RESERVED
    return user.username == username and _was_here(council, user)


def add(council, username, role, password, by):
    """Add somebody; NameRefused if the name cannot be given. Gives the person, and whether new.

    Somebody who was one of the council's people comes back with the password they have.
    """
    with _editing(council, by, ADDED) as council:
        if not may_be_added(council, username):
            raise NameRefused
        user, is_new = _user(username, password)
        membership = Membership.objects.create(council=council, user=user, role=role)
        council.act.tell(f"{username} was added as {membership.role_within}.")
    return membership, is_new


def give_role(council, membership, role, by):
    """Give somebody another role; LastAdministrator if there would be none left."""
    with _editing(council, by, CHANGED) as council:
        membership = council.memberships.select_related("user").get(pk=membership.pk)
        was = membership.role_within
        if role == membership.role:
            return membership
        if role != ADMINISTRATOR:
            _must_leave_an_administrator(council, membership)
        membership.role = role
        membership.save(update_fields=["role"])
        name, becomes = membership.user.get_username(), membership.role_within
        council.act.tell(f"{name} is now {becomes}, and was {was}.")
    return membership


def take_out(council, membership, by):
    """Take somebody out; LastAdministrator if there would be none left. Their acts stay."""
    with _editing(council, by, TAKEN_OUT) as council:
        membership = council.memberships.select_related("user").get(pk=membership.pk)
        _must_leave_an_administrator(council, membership)
        membership.delete()
        council.act.tell(_told_out(membership.user))


def limit_span(council, limit, by):
    """Say how many posts at most should report to one; None: the council sets no limit."""
    with _editing(council, by, "limit how many report to one") as council:
        council.span_limit = limit
        council.save(update_fields=["span_limit"])
        council.act.tell(
            "There is no limit to how many posts report to one."
            if limit is None
            else f"At most {limit} post{'' if limit == 1 else 's'} should report to one."
        )


@contextmanager
def _editing(council, by, verb):
    """Lock the council, whose administrator must still be one."""
    with council.editing(by, verb) as locked:
        if not locked.memberships.filter(user=by, role=ADMINISTRATOR).exists():
            raise PermissionDenied("You are no longer an administrator of this council.")
        yield locked


def _must_leave_an_administrator(council, membership):
    others = council.memberships.filter(role=ADMINISTRATOR).exclude(pk=membership.pk)
    if membership.role == ADMINISTRATOR and not others.exists():
        raise LastAdministrator(
            f"{membership.user.get_username()} is the last administrator of {council.name}. "
            "Make somebody else an administrator first."
        )


def _user(username, password):
    """The person with a name, made with the password if there is none yet."""
    user = User.objects.filter(username=username).first()
    if user is not None:
        return user, False
    try:
        with transaction.atomic():
            return User.objects.create_user(username, password=password), True
    except IntegrityError:
        raise NameRefused from None  # somebody took it a moment ago


def _was_here(council, user):
    """Whether the council's own acts know somebody: as doing something, or as taken out."""
    acts = Act.objects.filter(council=council)
    known = acts.filter(user=user) | acts.filter(verb=TAKEN_OUT, says=_told_out(user))
    return known.exists()


def _told_out(user):
    return f"{user.get_username()} was taken out of the council’s people."
