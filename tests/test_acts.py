"""The acts of the board, done through their pages: every one of them, and what may go wrong."""

from datetime import date

import pytest
from django.utils.html import escape

from divisions.models import Structure
from posts import redrawing
from posts.acts import ACTS
from posts.acts.act import POST, UNIT
from posts.models import Holding
from tests.acting import DRAFT, OUTLINE, Desk, Form, heads, snapshot
from tests.pages import words


def unit(key, **facts):
    """Whether a unit says so in the end."""
    return lambda now: {name: getattr(now.units[key], name) for name in facts} == facts


def post(key, **facts):
    return lambda now: {name: getattr(now.posts[key], name) for name in facts} == facts


def origin(key, *ends):
    return lambda now: [(each.share, each.came_from) for each in now.origins_of[key]] == [*ends]


def named(name):
    """Whether a unit or post is called so, where its key is not known."""
    return lambda now: (
        name in {each.name for each in now.units.values()} | {p.title for p in now.posts.values()}
    )


def gone(key):
    return lambda now: key not in now.units and key not in now.posts


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


# ---- a unit whose head moves ----


@pytest.fixture
def headed(drawn):
    """Care with a manager in it, besides its head; and Learning, which its head is acting head of.

    Heads of both divisions sit in the directorate.
    """
    care, director = drawn.units.get(key="care"), drawn.posts.get(key="director")
    redrawing.create_posts(drawn, "Care Manager", unit=care, reports_to=director)
    learning, head = drawn.units.get(key="learning"), drawn.posts.get(key="head-of-care")
    redrawing.name_head(learning, [head], "acting head")
    return drawn


def asked_of_heads(form):
    """What a form asks of headships: by the label, the field and its choices."""
    fields = [(name, form.fields[name]) for name in form.fields if name.startswith("heads-")]
    return {field.label: (name, [words for _, words in field.choices]) for name, field in fields}


def test_moving_a_head_asks_what_becomes_of_each_unit_it_heads(headed, amaras):
    asked = asked_of_heads(amaras.opens("move-posts", "head-of-care").context["form"])
    assert {label: choices for label, (_, choices) in asked.items()} == {
        "It heads Care": ["Stays its head", "Nobody, or not stated", "Instead: Care Manager"],
        "It is acting head of Learning": ["Stays its acting head", "Nobody, or not stated"],
    }


def test_a_head_that_moves_stays_head_where_nothing_else_is_said(headed, amaras):
    before = heads(headed), heads(headed, "acting head")
    amaras.does("move-posts", "head-of-care", to="learning")
    assert (heads(headed), heads(headed, "acting head")) == before


def test_a_unit_whose_head_moves_is_headed_by_another_or_by_nobody(headed, amaras):
    opened = amaras.opens("move-posts", "head-of-care")
    asked = asked_of_heads(opened.context["form"])
    manager = headed.posts.get(title="Care Manager").key
    said = {asked["It heads Care"][0]: manager}
    said[asked["It is acting head of Learning"][0]] = ":nobody"
    amaras.sends("move-posts", opened, to="learning", **said)
    assert (heads(headed)["care"], heads(headed, "acting head")) == (manager, {})
    assert headed.acts.first().says == (
        "Head of Care moved from Children's Services to Learning. Care Manager named head of Care. "
        "Learning left without an acting head."
    )


def test_several_heads_that_move_at_once_are_asked_about_one_by_one(headed, amaras):
    opened = amaras.opens("move-posts", "head-of-care", "head-of-learning")
    asked = asked_of_heads(opened.context["form"])
    assert list(asked) == [
        "Head of Care heads Care",
        "Head of Learning heads Learning",
        "Head of Care is acting head of Learning",
    ]
    name, _ = asked["Head of Learning heads Learning"]
    amaras.sends("move-posts", opened, to="care", **{name: ":nobody"})
    assert heads(headed) == {"children": "director", "care": "head-of-care"}


def test_of_two_heads_the_one_that_stays_goes_on(headed, amaras):
    care = headed.units.get(key="care")
    redrawing.name_head(care, headed.posts.filter(key__in=["head-of-care", "head-of-learning"]))
    opened = amaras.opens("move-posts", "head-of-care")
    name, _ = asked_of_heads(opened.context["form"])["It heads Care"]
    amaras.sends("move-posts", opened, to="learning", **{name: ":nobody"})
    assert heads(headed)["care"] == "head-of-learning"


def test_many_heads_that_move_at_once_are_asked_about_together(headed, amaras):
    lead = headed.posts.get(key="head-of-learning")
    for number in range(9):
        unit = redrawing.create_unit(headed, f"Team {number}", under=headed.units.get(key="care"))
        redrawing.name_head(unit, [lead])
    opened = amaras.opens("move-posts", "head-of-learning")
    assert opened.context["form"].fields["headships"].label == "They head 10 units"
    amaras.sends("move-posts", opened, to="learning", headships=":nobody")
    assert heads(headed) == {"children": "director", "care": "head-of-care"}


def test_a_head_named_meanwhile_stays_where_nothing_else_is_said(headed, amaras, noors):
    opened = amaras.opens("move-posts", "head-of-care")
    noors.does("head", "care", to="head-of-learning")
    assert amaras.sends("move-posts", opened, to="learning").status_code == 302
    assert heads(headed)["care"] == "head-of-learning"


def test_a_head_named_meanwhile_is_shown_before_nobody_heads_it(headed, amaras, noors):
    opened = amaras.opens("move-posts", "head-of-care")
    name, _ = asked_of_heads(opened.context["form"])["It is acting head of Learning"]
    noors.does("head", "adoption", to="head-of-care")
    answer = amaras.sends("move-posts", opened, to="learning", **{name: ":nobody"})
    assert answer.status_code == 409


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


def test_only_those_of_one_kind_are_done_at_once(amaras):
    answer = amaras.opens("move-unit", "youth", "head-of-care")
    assert answer.status_code == 409
    assert "Head of Care is a post, and this is done to units" in words(answer)


# ---- what is wrong, and what breaks a rule ----

WRONG = {
    "new-unit": ([], {"to_name": ""}, "Type the name"),
    "new-post": ([], {"to_title": ""}, "Type the title of the post"),
    "rename": (["care"], {"to_name": ""}, "Type the name"),
    "move-unit": (["youth"], {"to": "", "q": ""}, "Choose one of those found"),
    "split": (["care"], {"into": "Near"}, "Type at least two names, one a line"),
    "fill": (["head-of-care"], {"person": "", "payroll_number": "77"}, "Type who holds the post"),
    "vacate": (["head-of-learning"], {"held_until": "soon"}, "Choose a day, or type it like"),
    "duplicate": (["head-of-care"], {"rows": "900"}, "less than or equal to 200"),
    "change": (["head-of-care"], {"fte": "many", "state": "vacant"}, "Enter a number"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_form_that_is_wrong_says_so_and_keeps_what_was_typed(name, drawn, held, amaras):
    of, typed, says = WRONG[name]
    before = snapshot(drawn)
    answer = amaras.does(name, *of, **typed)
    assert answer.status_code == 422
    assert says in words(answer)
    stands = Form(answer.content.decode()).sent
    assert {field: stands[field] for field in typed if field in stands} == {
        field: [value] for field, value in typed.items() if field in stands
    }
    assert snapshot(drawn) == before


def test_a_grade_that_the_council_does_not_have_is_asked_for_twice(drawn, amaras):
    answer = amaras.does("regrade", "head-of-care", grade="Grade 10")
    assert answer.status_code == 422
    assert "The Borough has no grade “Grade 10” yet" in words(answer)
    assert amaras.sends("regrade", answer).status_code == 302
    assert snapshot(drawn).posts["head-of-care"].grade == "Grade 10"


BROKEN = {
    "a loop of units": ("move-unit", ["care"], {"to": "youth"}, "Care cannot go under Youth"),
    "a loop of posts": (
        "report-to",
        ["director"],
        {"to": "head-of-care"},
        "Director of Children's Services cannot go under Head of Care",
    ),
    "a post number that is taken": (
        "change",
        ["head-of-care"],
        {"post_number": "N1", "location": "Town Hall"},
        "N1 is the post number of Head of Learning already",
    ),
    "the same line twice": (
        "add-line",
        ["head-of-care"],
        {"kind": "dotted", "to": ":other", "other": "Chief Executive", "why": "schools"},
        "Head of Care has a dotted line to Chief Executive already",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_rule_is_said_in_the_form_which_keeps_what_was_typed(case, drawn, amaras):
    name, of, typed, says = BROKEN[case]
    amaras.does("change", "head-of-learning", post_number="N1")
    before = snapshot(drawn)
    answer = amaras.does(name, *of, **typed)
    assert answer.status_code == 409
    assert says in words(answer)
    stands = Form(answer.content.decode()).sent
    kept = typed.items() - {("to", "youth"), ("to", "head-of-care")}
    assert {(field, stands[field][0]) for field, _ in kept} == kept
    assert snapshot(drawn) == before


@pytest.mark.parametrize(
    ("name", "of", "typed", "says"),
    [
        ("move-unit", "care", "youth", "It stands below what is moved"),
        ("close", "care", "youth", "It stands in what is closed"),
        ("report-to", "director", "head of care", "It stands below this in the line"),
        ("delete-posts", "director", "head of care", "It stands below what is deleted"),
    ],
)
def test_what_cannot_be_the_target_is_shown_with_the_reason(name, of, typed, says, amaras):
    assert says in words(amaras.opens(name, of, q=typed))


def test_what_was_chosen_before_something_else_was_typed_is_not_done(drawn, amaras):
    found = amaras.opens("move-unit", "youth", q="learning")
    answer = amaras.sends("move-unit", found, q="childr")
    assert answer.status_code == 200
    assert "Children's Services" in words(answer)
    assert unit("youth", parent="care")(snapshot(drawn))


def test_what_came_from_others_names_them_as_they_were_called(drawn, amaras):
    amaras.does("split", "care", into="Near\nFar")
    near = next(unit.key for unit in snapshot(drawn).units.values() if unit.name == "Near")
    page = words(amaras.client.get(f"{DRAFT}outline/?show={near}"))
    assert "Comes from Care" in page
    assert "“care”" not in page


def test_looking_for_a_target_keeps_what_was_typed_and_when_it_was_opened(drawn, amaras, noors):
    opened = amaras.opens("new-post")
    noors.does("rename", "adoption", to_name="Permanence")
    typed = {"to_title": "Adviser", "rows": "3", "q": "learning", "find": "1"}
    stands = Form(opened.content.decode()).sent | typed
    del stands["reports_to_head"]
    answer = amaras.client.post(f"{DRAFT}act/new-post/", stands)
    found = Form(answer.content.decode()).sent
    assert (found["to_title"], found["rows"], found["to"]) == (["Adviser"], ["3"], ["learning"])
    assert "reports_to_head" not in found
    assert found["seen"] == stands["seen"]


# ---- two people ----


@pytest.mark.parametrize(
    ("name", "typed"), [("change", {"remit": "For all"}), ("move-unit", {"reason": "For all"})]
)
def test_what_is_gone_meanwhile_is_said_with_who_did_it_and_what_was_typed(
    name, typed, amaras, noors
):
    opened = amaras.opens(name, "adoption")
    noors.does("close", "adoption")
    answer = amaras.sends(name, opened, **typed)
    assert answer.status_code == 409
    for part in ("“Adoption” is no longer in Draft A", "Adoption closed", "noor", "For all"):
        assert part in words(answer)


@pytest.mark.parametrize("name", [name for name, act in ACTS.items() if "unit" in act.of])
def test_no_form_opens_for_what_is_gone(name, amaras, noors):
    noors.does("close", "adoption")
    answer = amaras.opens(name, "adoption", "youth")
    assert answer.status_code == 409
    assert 'id="act"' in answer.content.decode()


def test_a_target_that_is_gone_meanwhile_is_said_and_another_can_be_chosen(drawn, amaras, noors):
    opened = amaras.opens("new-unit", to="adoption")
    noors.does("close", "adoption")
    answer = amaras.sends("new-unit", opened, to_name="Play")
    assert (answer.status_code, "Adoption closed" in words(answer)) == (409, True)
    assert amaras.sends("new-unit", answer, to="care").status_code == 302
    assert named("Play")(snapshot(drawn))


def test_what_somebody_else_changed_meanwhile_is_shown_beside_what_was_typed(drawn, amaras, noors):
    opened = amaras.opens("change", "head-of-care")
    noors.does("change", "head-of-care", state="vacant", location="Town Hall")
    answer = amaras.sends("change", opened, fte="0.6", location="Annexe")
    assert answer.status_code == 409
    for part in ("Somebody changed this", "noor", "Town Hall", "Annexe", "0.6", "Both changed"):
        assert part in words(answer)
    assert snapshot(drawn).posts["head-of-care"].fte is None


def test_what_nobody_changed_meanwhile_is_not_said_to_be_changed(drawn, amaras, noors):
    amaras.does("change", "head-of-care", grade="Grade 9", number="0")
    opened = amaras.opens("change", "head-of-care")
    noors.does("change", "head-of-care", location="Town Hall")
    answer = amaras.sends("change", opened, fte="0.6")
    assert answer.status_code == 409
    assert words(answer).count("Changed meanwhile") == 1


def test_what_was_sent_that_no_form_holds_is_not_what_stood(amaras, noors):
    opened = amaras.opens("change", "head-of-care")
    noors.does("change", "head-of-care", location="Town Hall")
    sent = {"initial-number": "several", "fte": "0.6"}
    assert amaras.sends("change", opened, **sent).status_code == 409


def test_applied_on_top_is_only_what_one_changed_oneself(drawn, amaras, noors):
    opened = amaras.opens("change", "head-of-care")
    noors.does("change", "head-of-care", state="vacant", location="Town Hall")
    answer = amaras.sends("change", opened, fte="0.6", location="Annexe")
    assert amaras.sends("change", answer).status_code == 302
    says = drawn.acts.first().says
    assert post("head-of-care", state="vacant", location="Annexe")(snapshot(drawn)), says
    assert "state changed" not in says


def test_a_kind_that_somebody_else_changed_meanwhile_stays_as_they_changed_it(drawn, amaras, noors):
    opened = amaras.opens("change", "youth")
    noors.does("change", "youth", kind="directorate")
    answer = amaras.sends("change", opened, remit="Young people")
    assert (answer.status_code, "Both changed" in words(answer)) == (409, False)
    assert amaras.sends("change", answer).status_code == 302
    assert unit("youth", kind="directorate", remit="Young people")(snapshot(drawn))


def test_of_what_both_changed_one_may_keep_theirs(drawn, amaras, noors):
    opened = amaras.opens("change", "head-of-care")
    noors.does("change", "head-of-care", location="Town Hall")
    answer = amaras.sends("change", opened, state="vacant", location="Annexe")
    kept = {"keep-location": "now"}
    assert amaras.sends("change", answer, **kept).status_code == 302
    assert post("head-of-care", state="vacant", location="Town Hall")(snapshot(drawn))


def test_how_much_would_be_closed_with_a_unit_is_said_down_to_its_last_post(drawn, amaras):
    redrawing.move_posts(list(drawn.posts.filter(key="head-of-care")), drawn.units.get(key="youth"))
    offered = words(amaras.opens("close", "children"))
    assert "close and delete all below it too (4 units and 3 posts in all)" in offered


def test_what_was_done_far_below_is_seen_before_all_is_closed_with_it(drawn, amaras, noors):
    opened = amaras.opens("close", "children")
    noors.does("change", "youth", remit="Young people out of work")
    answer = amaras.sends("close", opened, to=":all")
    assert (answer.status_code, "noor" in words(answer)) == (409, True)
    assert drawn.acts.first().says in words(answer)
    assert not gone("youth")(snapshot(drawn))
    assert amaras.sends("close", answer).status_code == 302
    assert gone("youth")(snapshot(drawn))


@pytest.mark.parametrize(
    ("name", "of", "typed"),
    [
        ("rename", ["youth"], {"to_name": "Young People"}),
        ("move-unit", ["youth"], {"to": "children"}),
    ],
)
def test_another_act_is_applied_on_top_as_it_was_typed(name, of, typed, drawn, amaras, noors):
    opened = amaras.opens(name, *of)
    noors.does("move-unit", "youth", to="learning")
    answer = amaras.sends(name, opened, **typed)
    assert (answer.status_code, "Youth moved from Care to Learning" in words(answer)) == (409, True)
    assert amaras.sends(name, answer).status_code == 302
    assert drawn.acts.first().user.username == "amara"


def test_who_changed_it_again_is_shown_again(drawn, amaras, noors):
    opened = amaras.opens("rename", "youth")
    noors.does("rename", "youth", to_name="Youth Service")
    conflict = amaras.sends("rename", opened, to_name="Young People")
    noors.does("rename", "youth", to_name="Youth and Play")
    answer = amaras.sends("rename", conflict)
    assert (answer.status_code, "Youth and Play" in words(answer)) == (409, True)


def test_a_change_elsewhere_does_not_disturb(drawn, amaras, noors):
    opened = amaras.opens("move-unit", "youth")
    noors.does("rename", "adoption", to_name="Permanence")
    noors.does("change", "head-of-care", state="vacant")
    assert amaras.sends("move-unit", opened, to="learning").status_code == 302
    assert unit("youth", parent="learning")(snapshot(drawn))
    assert snapshot(drawn).units["adoption"].name == "Permanence"


TWICE = {
    "new-unit": ([], {"to_name": "Play", "to": ":council"}),
    "new-post": ([], {"to_title": "Adviser", "to": ":none"}),
    "duplicate": (["head-of-care"], {}),
    "fill": (["head-of-care"], {"person": "A. Nother"}),
}


@pytest.mark.parametrize("name", TWICE)
def test_a_form_that_is_sent_twice_is_done_once_and_says_so(name, drawn, amaras):
    of, typed = TWICE[name]
    amaras.does("change", "head-of-care", state="filled")
    opened, before = amaras.opens(name, *of), drawn.acts.count()
    assert amaras.sends(name, opened, **typed).status_code == 302
    answer = amaras.sends(name, opened, **typed)
    assert (answer.status_code, drawn.acts.first().says in words(answer)) == (409, True)
    assert (drawn.acts.count(), Holding.objects.count()) == (before + 1, name == "fill")
    beside = {"instead_of": "beside"} if name == "fill" else {}
    assert amaras.sends(name, answer, **beside).status_code == 302


# ---- which structures, and why ----


def test_the_structure_in_force_asks_why(drawn, amaras):
    Structure.objects.filter(pk=drawn.pk).update(status="in force")
    answer = amaras.does("rename", "youth", to_name="Young People")
    assert answer.status_code == 422
    assert "Say why: this is the structure in force" in words(answer)
    assert amaras.sends("rename", answer, reason="As the minutes have it").status_code == 302
    assert drawn.acts.first().reason == "As the minutes have it"


@pytest.mark.parametrize("status", ["consultation", "approved", "superseded", "on record"])
def test_a_structure_that_is_frozen_is_not_edited(status, drawn, amaras):
    opened = amaras.opens("rename", "youth")
    Structure.objects.filter(pk=drawn.pk).update(status=status)
    answer = amaras.sends("rename", opened, to_name="Young People")
    assert (answer.status_code, "cannot be edited" in words(answer)) == (409, True)
    assert "Young People" in words(answer)
    assert amaras.opens("rename", "youth").status_code == 409


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
