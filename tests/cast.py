"""Who and what the tests speak of: councils, the people who belong to them, and their browsers."""

from django.contrib.auth.models import User
from django.test import Client

from divisions.models import Council, Membership

KINDS = [
    {"name": "directorate", "function": False},
    {"name": "division", "function": False},
    {"name": "service", "function": False},
    {"name": "team", "function": False},
    {"name": "function", "function": True},
]


def council(slug, name):
    """A council with nothing in it."""
    return Council.objects.bulk_create([Council(slug=slug, name=name, kinds=KINDS)])[0]


def person(name, council, role):
    """A person with a role in a council."""
    user = User.objects.create_user(name.lower(), password="a long pass phrase")
    Membership.objects.create(council=council, user=user, role=role)
    return user


def signed_in(user):
    """A client at which a person has signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
