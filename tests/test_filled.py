"""How posts are filled, beside the posts before and after: as the paper records it."""

import pytest

from posts.models import Post
from reports.models import Fate, Filling
from tests.pages import words

PAGES = "/borough/restructures/realignment/posts/", "/borough/restructures/realignment/"


@pytest.fixture
def recorded(paper):
    """How two posts are filled; one of them is held by one person, and another is at risk."""
    fence = {"way": "ring-fence", "ring_fence": "Heads"}
    Fate.objects.bulk_create([Fate(restructure=paper, key="head-of-learning", at_risk=1)])
    Filling.objects.bulk_create(
        [
            Filling(restructure=paper, key="head-of-futures", **fence),
            Filling(restructure=paper, key="head-of-care", way="slotted in"),
        ]
    )


@pytest.mark.parametrize("page", PAGES)
def test_how_a_post_is_filled_is_what_the_paper_records(page, at_dilyss, recorded):
    said = words(at_dilyss.get(page))
    assert "ring-fence: Heads" in said
    assert "slotted in" in said


def test_what_is_recorded_comes_before_what_the_structure_says(at_dilyss, recorded):
    Post.objects.filter(key="head-of-futures").update(filled_by="by advertisement")
    assert "ring-fence: Heads" in words(at_dilyss.get(PAGES[0]))
    assert "by advertisement" not in words(at_dilyss.get(PAGES[0]))


@pytest.mark.parametrize("page", PAGES)
def test_a_reader_reads_no_more_of_it_than_the_public_edition_says(page, at_bens, recorded):
    said = words(at_bens.get(page))
    assert "ring-fence: Heads" in said
    assert "slotted in" not in said


@pytest.mark.parametrize("page", PAGES)
def test_a_reader_reads_no_more_of_what_the_structure_says_either(
    page, at_bens, at_dilyss, borough, recorded
):
    with borough.editing(verb="take out"):
        Filling.objects.all().delete()
    Post.objects.filter(key="head-of-care").update(filled_by="by assimilation")
    assert "by assimilation" in words(at_dilyss.get(page))
    assert "by assimilation" not in words(at_bens.get(page))
