"""What every test may ask for."""

import pytest
from django.contrib.auth.models import User

from divisions.models import Council, Structure


@pytest.fixture
def amara(db):
    """Amara, HR officer."""
    return User.objects.create_user("amara", password="a long pass phrase")


@pytest.fixture
def borough(db):
    """A council with nothing in it."""
    kinds = [
        {"name": "directorate", "function": False},
        {"name": "team", "function": False},
        {"name": "function", "function": True},
    ]
    return Council.objects.bulk_create([Council(slug="borough", name="The Borough", kinds=kinds)])[0]


@pytest.fixture
def draft(borough):
    """An empty draft."""
    return Structure.objects.bulk_create(
        [Structure(council=borough, key="draft", title="The draft")]
    )[0]
