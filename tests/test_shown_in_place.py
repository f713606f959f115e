"""What is shown stands open where it sits, also deep down in a large structure."""

import pytest

from tests.made_up import planted, snapshot


@pytest.fixture
def large(borough):
    """A structure too large to be listed and drawn whole."""
    return planted(borough, snapshot(2000, key="large"))


def deepest(snapshot_of):
    """The key of the last of the posts with the most above it that heads no unit."""
    posts = snapshot_of.posts.exclude(parent=None).filter(leads=None).order_by("level", "lft")
    return posts.last()


def outline_of(page):
    return page.content.decode().split('class="panel outlined">')[1].split("<aside")[0]


@pytest.mark.parametrize("by", ["unit", "line"])
def test_a_post_that_was_found_is_listed_with_the_branches_above_it_open(by, at_bens, large):
    post = deepest(large)
    address = f"/borough/structures/large/outline/?by={by}"
    assert f'data-key="{post.key}"' not in outline_of(at_bens.get(address))
    listed = outline_of(at_bens.get(f"{address}&show={post.key}"))
    above = post.unit if by == "unit" else post.parent
    assert f'data-key="{post.key}"' in listed
    assert f'<details data-branch="{above.key}" open>' in listed


def test_a_head_is_listed_in_the_unit_that_it_heads(at_bens, large):
    head = large.posts.exclude(leads=None).order_by("lft").last()
    listed = outline_of(at_bens.get(f"/borough/structures/large/outline/?show={head.key}"))
    assert f'data-key="{head.key}"' in listed


def test_the_box_of_what_is_shown_is_drawn(at_bens, large):
    address = "/borough/structures/large/"
    unit = large.units.order_by("level", "lft").last()
    for page, drawn in (
        (at_bens.get(address), False),
        (at_bens.get(f"{address}?show={unit.key}"), True),
    ):
        picture = page.content.decode().split('<div class="chart ')[1].split("</svg>")[0]
        assert (f'data-key="{unit.key}"' in picture) == drawn


def test_what_is_not_there_opens_nothing(at_bens, large):
    for by in ("unit", "line"):
        page = at_bens.get(f"/borough/structures/large/outline/?by={by}&show=nowhere")
        assert page.status_code == 200
