"""Structures costed at what their holders are paid: recorded on the board, told by the report."""

import pytest

from divisions.models import Structure
from posts.models import Post
from reports.exporting import revision_of
from tests.acting import Desk
from tests.pages import words
from tests.test_money_page import MONEY, fields
from tests.written import REPORT

EXISTING = "/borough/structures/existing/"


@pytest.fixture
def desk(at_amaras, paper):
    """Where Amara records who holds the posts of the structure in force, all of them full time."""
    Structure.objects.filter(key="existing").update(status=Structure.Status.IN_FORCE)
    Post.objects.filter(structure__key="existing").update(fte=1)
    return Desk(at_amaras, EXISTING, EXISTING + "outline/")


def cost_of(client):
    return words(client.get(MONEY))


def test_what_holders_are_paid_is_what_their_posts_cost(desk, at_dilyss):
    at_dilyss.post(MONEY, fields(at_dilyss, MONEY) | {"basis": "actual"})
    assert "No pay is recorded" in cost_of(at_dilyss)
    desk.does("fill", "head-of-care", person="A. Person", pounds="61,237.41", reason="As paid")
    assert "£61,237.41" in cost_of(at_dilyss)
    desk.does("holder-pay", "head-of-care", pounds="62,000", reason="As paid")
    assert "£62,000" in cost_of(at_dilyss)


def test_a_file_is_made_anew_once_other_pay_is_recorded(desk, paper):
    desk.does("fill", "head-of-care", person="A. Person", reason="New")
    before = revision_of(paper)
    desk.does("holder-pay", "head-of-care", pounds="62,000", reason="As paid")
    assert revision_of(paper) != before


def test_what_one_holder_is_paid_is_in_no_public_file(desk, at_dilyss):
    at_dilyss.post(MONEY, fields(at_dilyss, MONEY) | {"basis": "actual"})
    desk.does("fill", "head-of-care", person="A. Person", pounds="61,237.41", reason="As paid")
    assert "61,237" in cost_of(at_dilyss)
    page = at_dilyss.get(REPORT + "preview/?edition=public").content.decode()
    assert "61,237" not in page
