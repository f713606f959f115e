"""Every act of the board: done, said, shown; several at once; its form."""

from datetime import date

import pytest
from django.utils.html import escape

from posts import redrawing
from posts.acts import ACTS
from posts.acts.act import POST, UNIT
from posts.models import Holding
from tests.acting import DRAFT, OUTLINE, Desk, snapshot
from tests.deeds import gone, named, post, unit
from tests.pages import words


def origin(key, *ends):
    return lambda now: [(each.share, each.came_from) for each in now.origins_of[key]] == [*ends]


DONE = {
    "new-unit": ([], {"to_name": "Play", "to": "care"}, "Play created in Care.", named("Play")),
    "new-units": (
        [],
        {"to_name": "Play\n\nVirtual School", "to_kind": "team", "to": "care"},
        "Play and Virtual School created in Care.",
        lambda now: (
            [u.name for u in now.units.values() if (u.kind, u.parent) == ("team", "care")]
            == ["Play", "Virtual School"]
        ),
    ),
    "new-post": (
        [],
        {
            "to_title": "Adviser",
            "rows": "2",
            "to": "learning",
            "grade": "Band 7",
            "new_grade": "Band 7",
            "fte": "0.5",
        },
        "Adviser: 2 posts created in Learning.",
        lambda now: (
            [
                (p.reports_to, p.grade, str(p.fte))
                for p in now.posts.values()
                if p.title == "Adviser"
            ]
            == [("head-of-learning", "Band 7", "0.5")] * 2
        ),
    ),
    "move-unit": (
        ["youth"],
        {"to": "learning"},
        "Youth moved from Care to Learning.",
        unit("youth", parent="learning"),
    ),
    "move-posts": (
        ["head-of-care"],
        {"to": "learning"},
        "Head of Care moved from Children's Services to Learning.",
        post("head-of-care", unit="learning", reports_to="director"),
    ),
    "rename": (["care"], {"to_name": "Families"}, "Care renamed Families.", named("Families")),
    "retitle": (
        ["head-of-care"],
        {"title": "Head of Families"},
        "Head of Care retitled Head of Families.",
        post("head-of-care", title="Head of Families", grade="Grade 9"),
    ),
    "change": (
        ["head-of-care"],
        {"fte": "0.6", "state": "vacant"},
        "Head of Care: hours changed from not stated to 0.6; "
        "state changed from not stated to vacant.",
        post("head-of-care", state="vacant", grade="Grade 9"),
    ),
    "regrade": (
        ["head-of-care", "head-of-learning"],
        {"grade": "Grade 11"},
        "2 posts regraded to Grade 11.",
        post("head-of-learning", grade="Grade 11"),
    ),
    "close": (
        ["care"],
        {"to": "learning"},
        "Care closed; 2 units moved to Learning.",
        unit("youth", parent="learning"),
    ),
    "delete-posts": (
        ["director"],
        {"to": ":manager"},
        "Director of Children's Services deleted.",
        post("head-of-learning", reports_to=None, reports_to_other="Chief Executive"),
    ),
    "merge": (
        ["care", "learning"],
        {"to_name": "Futures"},
        "Care and Learning merged into Futures.",
        named("Futures"),
    ),
    "split": (
        ["care"],
        {"into": "Near\nFar", "goes-youth": "2"},
        "Care split into Near and Far.",
        lambda now: now.units[now.units["youth"].parent].name == "Far",
    ),
    "report-to": (
        ["head-of-learning"],
        {"to": "head-of-care"},
        "Head of Learning now reports to Head of Care.",
        post("head-of-learning", reports_to="head-of-care"),
    ),
    "head": (
        ["learning"],
        {"to": "director"},
        "Director of Children's Services named head of Learning.",
        lambda now: [each.post for each in now.leads_of["learning"]] == ["director"],
    ),
    "origins": (
        ["learning"],
        {"to": "care", "share": "mostly"},
        "Learning said to be made up mostly from Care.",
        origin("learning", ("mostly", "care")),
    ),
    "add-line": (
        ["head-of-learning"],
        {"kind": "joint", "to": "head-of-care", "why": "schools"},
        "A joint line added from Head of Learning to Head of Care.",
        lambda now: (
            ("head-of-learning", "head-of-care", "schools")
            in {(line.post, line.to, line.reason) for line in now.lines}
        ),
    ),
    "remove-line": (
        ["head-of-care"],
        {},
        "The dotted line from Head of Care to Chief Executive removed.",
        lambda now: not now.lines,
    ),
    "fill": (
        ["head-of-care"],
        {"person": "A. Nother"},
        "Head of Care filled.",
        lambda now: Holding.objects.filter(person="A. Nother").exists(),
    ),
    "vacate": (
        ["head-of-learning"],
        {"held_until": "2026-03-31"},
        "Head of Learning vacated.",
        post("head-of-learning", state="vacant"),
    ),
    "holder-pay": (
        ["head-of-learning"],
        {"pounds": "£41,496.50"},
        "What a holder of Head of Learning is paid was recorded.",
        lambda now: str(Holding.objects.get().pounds) == "41496.50",
    ),
    "erase-holder": (
        ["head-of-learning"],
        {},
        "Who held Head of Learning was erased.",
        lambda now: not Holding.objects.exists(),
    ),
    "duplicate": (
        ["head-of-care"],
        {"rows": "3"},
        "Head of Care: 3 posts created in Children's Services.",
        lambda now: [p.title for p in now.posts.values()].count("Head of Care") == 4,
    ),
    "up": (
        ["youth"],
        {},
        "Youth moved up.",
        lambda now: now.units["youth"].position < now.units["adoption"].position,
    ),
    "down": (
        ["adoption"],
        {},
        "Adoption moved down.",
        lambda now: now.units["youth"].position < now.units["adoption"].position,
    ),
}
"""Each act: what it is done to, what is typed, what is said of it, and how things stand then."""


@pytest.fixture
def held(drawn):
    """Somebody holds the post of Head of Learning."""
    post = drawn.posts.get(key="head-of-learning")
    return Holding.objects.create(post=post, person="A. Nother", held_from=date(2020, 1, 1))


def test_the_table_below_has_every_act():
    assert DONE.keys() == ACTS.keys()


@pytest.mark.parametrize("name", DONE)
def test_an_act_is_done_said_and_shown_where_one_came_from(name, drawn, held, amaras, amara):
    of, typed, says, stands = DONE[name]
    answer = amaras.does(name, *of, **typed)
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"{DRAFT}outline/?show=")
    assert says in words(amaras.client.get(answer["Location"]))
    act = drawn.acts.first()
    assert (act.says, act.user) == (says, amara)
    assert stands(snapshot(drawn))


@pytest.mark.parametrize("name", ["close", "delete-posts"])
def test_what_goes_may_have_a_fate_that_is_not_stated(name, drawn, amaras):
    of = {"close": "adoption", "delete-posts": "head-of-care"}[name]
    amaras.does(name, of, fate="open")
    assert gone(of)(snapshot(drawn))
    assert not snapshot(drawn).endings


@pytest.mark.parametrize(("fate", "ends"), [("", 3), ("open", 0)])
def test_with_a_unit_goes_all_below_it_if_that_is_said(fate, ends, drawn, amaras):
    amaras.does("close", "care", to=":all", fate=fate)
    assert [key for key in ("care", "adoption", "youth") if not gone(key)(snapshot(drawn))] == []
    assert len(snapshot(drawn).endings) == ends


@pytest.mark.parametrize(
    ("name", "of", "shown"),
    [
        ("close", "adoption", "youth"),
        ("close", "youth", "care"),
        ("delete-posts", "head-of-care", "head-of-learning"),
        ("delete-posts", "head-of-learning", "children"),
    ],
)
def test_after_what_goes_its_next_sibling_is_shown_else_what_it_stood_in(
    name, of, shown, drawn, amaras
):
    assert f"show={shown}&" in amaras.does(name, of)["Location"]


@pytest.mark.parametrize("share", ["new", "not stated"])
def test_where_something_came_from_is_said_when_it_is_made(share, drawn, amaras):
    amaras.does("new-unit", to_name="Play", to="care", origin=share)
    assert [origin.share for origin in snapshot(drawn).origins] == [share]


def test_where_something_came_from_can_be_left_open_afterwards(drawn, amaras):
    amaras.does("origins", "learning", to="care", share="mostly")
    amaras.does("origins", "learning", to=":not stated")
    assert [origin.share for origin in snapshot(drawn).origins] == ["not stated"]


def test_that_something_is_new_is_said_until_something_else_is(drawn, amaras):
    amaras.does("origins", "learning", to=":new")
    amaras.does("origins", "learning")
    assert [origin.share for origin in snapshot(drawn).origins] == ["new"]


# ---- many at once ----


MANY = {
    "move-unit": (["adoption", "youth"], {"to": "learning"}),
    "move-posts": (["head-of-care", "head-of-learning"], {"to": "care"}),
    "change": (["head-of-care", "head-of-learning"], {"state": "vacant"}),
    "regrade": (["head-of-care", "head-of-learning"], {"grade": "Grade 11"}),
    "delete-posts": (["head-of-care", "head-of-learning"], {}),
    "merge": (["adoption", "youth", "learning"], {"to_name": "Futures"}),
    "report-to": (["head-of-care", "head-of-learning"], {"to": ":nobody"}),
}


def test_the_table_of_many_has_every_act_on_many():
    assert MANY.keys() == {name for name, act in ACTS.items() if act.most is None}


@pytest.mark.parametrize("name", MANY)
def test_many_at_once_are_one_act(name, drawn, amaras):
    of, typed = MANY[name]
    before = drawn.acts.count()
    assert amaras.does(name, *of, **typed).status_code == 302
    assert drawn.acts.count() == before + 1


def test_all_posts_that_match_are_done_at_once_however_many(drawn, amaras):
    redrawing.create_posts(drawn, "Teacher", 1200)
    opened = amaras.client.post(f"{DRAFT}act/regrade/", {"matching": "find=teacher"})
    assert amaras.sends("regrade", opened, grade="Grade 9").status_code == 302
    assert drawn.posts.filter(title="Teacher", grade__name="Grade 9").count() == 1200


def test_what_is_not_alike_in_all_is_left_as_it_is(drawn, amaras):
    of = ["head-of-care", "head-of-learning"]
    amaras.does("change", *of, state="vacant")
    assert [snapshot(drawn).posts[key].grade for key in of] == ["Grade 9", None]


def test_what_is_not_alike_in_all_is_said_to_differ(drawn, amaras):
    page = words(amaras.opens("change", "head-of-care", "head-of-learning"))
    assert "Grade Differs: left empty, each is left as it is" in page
    assert "FTE Left empty: not stated" in page
    amaras.does("change", "youth", kind="team")
    assert "differs: each is left as it is" in words(amaras.opens("change", "adoption", "youth"))


def test_only_those_of_one_kind_are_done_at_once(amaras):
    answer = amaras.opens("move-unit", "youth", "head-of-care")
    assert answer.status_code == 409
    assert "Head of Care is a post, and this is done to units" in words(answer)


# ---- the forms ----


@pytest.mark.parametrize("name", ACTS)
def test_each_act_has_a_page_with_a_heading_and_a_way_back(name, held, amaras):
    answer = amaras.opens(name, *DONE[name][0])
    assert answer.status_code == 200
    form = answer.context["form"]
    assert f'<h1 id="act-heading">{escape(form.heading)}</h1>' in answer.content.decode()
    assert f'href="{escape(OUTLINE)}"' in answer.content.decode()


@pytest.mark.parametrize("kind", [UNIT, POST])
def test_no_key_does_two_things_to_one_kind(kind):
    keys = [act.key for act in ACTS.values() if act.key and (kind in act.of or not act.of)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("away", ["https://elsewhere.example/", "//elsewhere.example/", "x:y", ""])
def test_the_way_back_never_leads_to_another_site(away, drawn, at_amaras):
    answer = Desk(at_amaras, came_from=away).does("rename", "youth", to_name="Young People")
    assert answer["Location"] == f"{DRAFT}outline/?show=youth&focus=youth"
