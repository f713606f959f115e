"""The officer's verbs on units, and how acts of several verbs are told and undone."""

import pytest

from divisions import errors, successions
from divisions.models import Origin, Structure, Unit
from posts import checking, delta, reading, redrawing, undo
from posts.models import Leads
from reports.compare import compare
from tests.outlines import establishment, outline, plant, post, unit
from tests.redrawn import (
    UNITS,
    changes,
    drawn_by_hand,
    on_record,
    posts_in,
    says,
    several,
)


@pytest.fixture
def existing(borough):
    return on_record(borough)


@pytest.fixture
def option(existing):
    return drawn_by_hand(existing)


# Units.


def told_of_a_merger(draft):
    """The merger, and where all the rest that is told has moved to."""
    merged, *moved = changes(draft)
    assert all(words.startswith("moved ") for words in moved)
    return merged, {words.partition(" → ")[2] for words in moved}


def test_units_that_are_merged_go_into_the_new_one_with_all_that_is_in_them(option):
    redrawing.merge(several(option, "adoption", "fostering"), "Family Placement")
    assert outline(option) == [
        ("Services", 1), ("Family Placement", 2), ("Panel", 3), ("Carers", 3), ("Youth", 1),
    ]  # fmt: skip
    assert posts_in(option, "Family Placement") == ["Head of Adoption", "Adviser", "Clerk"]
    assert says(option) == "Adoption and Fostering merged into Family Placement."
    assert told_of_a_merger(option) == ("merged Family Placement", {"Family Placement"})


def test_a_team_may_be_merged_with_the_service_it_stands_in(option):
    redrawing.merge(several(option, "panel", "adoption"), "Family Placement")
    assert outline(option)[1:3] == [("Family Placement", 2), ("Fostering", 2)]
    assert told_of_a_merger(option) == ("merged Family Placement", {"Family Placement"})


def test_what_is_merged_in_a_draft_came_from_what_stood_before_it(option):
    new = redrawing.create_unit(option, "Kinship Care", under=unit(option, "services"))
    both = redrawing.merge([new, unit(option, "adoption")], "Kinship")
    all_three = redrawing.merge([both, unit(option, "fostering")], "Family Placement")
    origins = option.origins.filter(key=all_three.key).values_list("came_from", "share")
    assert list(origins) == [("adoption", "whole"), ("fostering", "whole")]
    assert told_of_a_merger(option) == ("merged Family Placement", {"Family Placement"})


def test_what_was_made_after_coming_into_force_can_be_merged_too(option):
    Structure.objects.filter(pk=option.pk).update(status="in force")
    option.refresh_from_db()
    new = [redrawing.create_unit(option, name, place="council") for name in ("Play", "Sport")]
    both = redrawing.merge([*new, unit(option, "youth")], "Leisure")
    origins = option.origins.filter(key=both.key).values_list("came_from", "share")
    assert list(origins) == [("youth", "whole")]


def test_a_unit_is_not_merged_alone_nor_into_what_it_holds(option):
    was = reading.read(option)
    with pytest.raises(errors.NothingChosen, match="Adoption alone cannot be merged"):
        redrawing.merge([unit(option, "adoption")], "Family Placement")
    with pytest.raises(errors.WouldLoop, match="Panel is merged, or stands in what is"):
        both = several(option, "adoption", "fostering")
        redrawing.merge(both, "Family Placement", under=unit(option, "panel"))
    assert reading.read(option) == was


def test_a_unit_that_is_split_says_what_goes_where(option):
    new = redrawing.split(
        unit(option, "adoption"), ["Placement", "Support"], {"panel": 1, "clerk": 1}
    )
    assert [part.name for part in new] == ["Placement", "Support"]
    assert outline(option)[1:4] == [("Placement", 2), ("Support", 2), ("Panel", 3)]
    assert posts_in(option, "Placement") == ["Head of Adoption", "Adviser"]
    assert posts_in(option, "Support") == ["Clerk"]
    assert says(option) == "Adoption split into Placement and Support."
    assert changes(option) == [
        "moved Panel → Support",
        "split Adoption → Placement and Support",
        "moved Head of Adoption → Placement",
        "moved Adviser → Placement",
        "moved Clerk → Support",
    ]


def test_what_is_not_in_a_unit_does_not_go_where_it_is_split_to(option):
    was = reading.read(option)
    with pytest.raises(errors.NotInStructure, match="“carers” is not in Adoption"):
        redrawing.split(unit(option, "adoption"), ["A", "B"], {"carers": 1})
    with pytest.raises(errors.NotInStructure, match="Adoption is split into 2"):
        redrawing.split(unit(option, "adoption"), ["A", "B"], {"panel": 2})
    with pytest.raises(errors.NothingChosen, match="Give another name"):
        redrawing.split(unit(option, "adoption"), ["A"])
    assert reading.read(option) == was


def test_a_unit_is_formed_largely_from_others(option):
    mostly = Origin(came_from="adoption", share="mostly")
    part = Origin(came_from="fostering", share="part")
    redrawing.form(option, "Kinship", [mostly, part], under=unit(option, "services"))
    assert says(option) == "Kinship formed mostly from Adoption and partly from Fostering."
    assert changes(option) == ["formed from Kinship"]


def test_a_new_unit_is_created_and_its_key_is_nobodys(option):
    twins = [redrawing.create_unit(option, "Outreach", place="council") for _ in range(2)]
    assert twins[0].key != twins[1].key
    assert twins[0].key.startswith("outreach.")
    assert says(option) == "Outreach created at the top of the council."
    assert changes(option) == ["created Outreach", "created Outreach"]


def test_what_a_unit_is_made_up_from_is_corrected(option):
    new = redrawing.create_unit(option, "Kinship", place="council")
    successions.set_origins(option, new.key, [Origin(came_from="adoption", share="mostly")])
    assert says(option) == "Kinship said to be made up mostly from Adoption."
    assert changes(option) == ["formed from Kinship"]
    redrawing.close(unit(option, "adoption"))
    successions.set_origins(option, new.key, [Origin(came_from="adoption", share="whole")])
    assert option.endings.count() == 0
    successions.set_origins(option, new.key, [])
    assert option.origins.filter(key=new.key).count() == 0


WRONG_ORIGINS = {
    "cannot be new": [Origin(share="new"), Origin(came_from="adoption", share="part")],
    "Choose one of these": [Origin(share="part")],
    "one thing twice": [Origin(came_from="adoption", share=share) for share in ("part", "mostly")],
    "“elsewhere” is not in The existing": [Origin(came_from="elsewhere", share="whole")],
    "did not come from itself": [Origin(came_from="youth", share="whole")],
}


@pytest.mark.parametrize("says", WRONG_ORIGINS)
def test_an_origin_that_cannot_be_is_refused(option, says):
    was = reading.read(option)
    with pytest.raises(errors.NotAnOrigin, match=says):
        successions.set_origins(option, "youth", WRONG_ORIGINS[says])
    assert reading.read(option) == was


def test_what_is_in_a_unit_that_is_closed_goes_to_the_unit_above(option):
    redrawing.close(unit(option, "adoption"))
    assert outline(option) == [
        ("Services", 1), ("Fostering", 2), ("Carers", 3), ("Panel", 2), ("Youth", 1),
    ]  # fmt: skip
    assert says(option) == "Adoption closed; 1 unit moved to Services; 3 posts moved to Services."
    assert changes(option) == [
        "moved Panel → Services",
        "closed Adoption → Services",
        "moved Head of Adoption → Services",
        "moved Adviser → Services",
        "moved Clerk → Services",
    ]


def test_what_is_in_a_unit_that_is_closed_goes_where_the_person_says(option):
    youth, fostering = several(option, "youth", "fostering")
    redrawing.close(unit(option, "adoption"), units_to=fostering, posts_to=youth)
    assert outline(option)[1:4] == [("Fostering", 2), ("Carers", 3), ("Panel", 3)]
    assert posts_in(option, "Youth") == ["Head of Adoption", "Adviser", "Clerk", "Auditor"]


def test_posts_of_a_unit_at_the_top_are_not_left_without_a_unit(option):
    with pytest.raises(errors.StillNeeded, match="Youth still has 1 post, and stands in no unit"):
        redrawing.close(unit(option, "youth"))
    with pytest.raises(errors.WouldLoop, match="Panel is Services, or stands in it"):
        redrawing.close(unit(option, "services"), units_to=unit(option, "panel"))
    with pytest.raises(errors.StillNeeded, match="Youth is closed"):
        redrawing.close(unit(option, "youth"), posts_to=unit(option, "youth"))
    assert outline(option) == UNITS


def test_a_branch_is_closed_with_its_posts_and_others_report_to_who_stays(option):
    redrawing.let_report([post(option, "auditor")], post(option, "head-of-adoption"))
    redrawing.close(unit(option, "adoption"), with_all_below=True)
    assert outline(option) == [("Services", 1), ("Fostering", 2), ("Carers", 3), ("Youth", 1)]
    assert establishment(option) == [("Director", 1), ("Auditor", 2)]
    assert says(option) == "Adoption closed with 1 unit and 3 posts below it."
    assert changes(option) == [
        "closed Adoption",
        "closed Panel",
        "reports to another post Auditor → Director",
        "deleted Head of Adoption",
        "deleted Adviser",
        "deleted Clerk",
        "removed Clerk",
    ]


def test_units_and_posts_are_drawn_one_up_or_down_among_those_they_stand_with(option):
    unit(option, "youth").move_up()
    unit(option, "adoption").move_down()
    assert outline(option) == [
        ("Youth", 1), ("Services", 1), ("Fostering", 2), ("Carers", 3), ("Adoption", 2),
        ("Panel", 3),
    ]  # fmt: skip
    post(option, "clerk").move_up()
    post(option, "head-of-adoption").move_down()
    assert posts_in(option, "Adoption") == ["Clerk", "Head of Adoption", "Adviser"]
    assert establishment(option)[1:4] == [("Head of Adoption", 2), ("Clerk", 3), ("Adviser", 3)]
    assert says(option) == "Head of Adoption moved down."
    with pytest.raises(errors.AlreadyThere, match="Youth is drawn first already"):
        unit(option, "youth").move_up()
    with pytest.raises(errors.AlreadyThere, match="Adviser is drawn last already"):
        post(option, "adviser").move_down()
    assert changes(option) == []


def test_the_facts_of_a_unit_are_changed_and_told(option):
    unit(option, "youth").change(kind="team", remit="Clubs", number=None)
    assert says(option) == (
        "Youth: kind changed from not stated to team; remit changed; "
        "number of posts changed from 1 to not stated."
    )
    unit(option, "youth").change(name="Youth Service")
    assert says(option) == "Youth renamed Youth Service."
    with pytest.raises(TypeError):
        unit(option, "youth").change(place="outside")


def test_heads_are_named_and_nobody_else_is_one(option):
    redrawing.name_head(unit(option, "adoption"), several(option, "adviser", "clerk"))
    assert says(option) == "Adviser and Clerk named head of Adoption."
    heads = Leads.objects.filter(unit=unit(option, "adoption"))
    assert sorted(heads.values_list("post__title", "how")) == [
        ("Adviser", "head"), ("Clerk", "head"),
    ]  # fmt: skip
    redrawing.name_head(unit(option, "adoption"), [], how="head")
    assert says(option) == "Adoption left without a head."
    assert not heads.exists()


# Undone.


VERBS = {
    "merge": lambda o: redrawing.merge(several(o, "adoption", "fostering"), "Family Placement"),
    "split": lambda o: redrawing.split(unit(o, "adoption"), ["A", "B"], {"panel": 1, "clerk": 1}),
    "close": lambda o: redrawing.close(unit(o, "adoption")),
    "close all": lambda o: redrawing.close(unit(o, "services"), with_all_below=True),
    "delete": lambda o: redrawing.delete_posts(several(o, "director", "adviser")),
    "report": lambda o: redrawing.let_report(several(o, "adviser", "clerk"), post(o, "auditor")),
    "create": lambda o: redrawing.create_posts(o, "Adviser", 3, unit=unit(o, "youth")),
    "head": lambda o: redrawing.name_head(unit(o, "youth"), [post(o, "auditor")]),
}


@pytest.mark.parametrize("verb", VERBS)
def test_what_a_verb_has_done_is_undone_as_one(option, amara, verb):
    was, drawn = reading.read(option), outline(option)
    with option.editing(amara, verb):
        VERBS[verb](option)
    undo.undo(option.acts.first(), amara)
    now = reading.read(option)
    assert delta.delta(was, now) == {}
    assert (outline(option), list(now.posts)) == (drawn, list(was.posts))
    assert checking.faults(option) == []


# How acts are told.


def test_an_act_of_several_verbs_tells_each_and_one_that_failed_tells_nothing(option, amara):
    with option.editing(amara):
        unit(option, "youth").rename("Youth Service")
        with pytest.raises(errors.WouldLoop):
            unit(option, "services").move_under(unit(option, "panel"))
        unit(option, "panel").move_under(unit(option, "fostering"))
    act = option.acts.first()
    assert act.says == "Youth renamed Youth Service. Panel moved from Adoption to Fostering."
    assert act.verb == "edit"


def test_an_act_that_was_told_what_to_say_says_that(option):
    with option.editing() as editing:
        unit(option, "youth").rename("Youth Service")
        editing.act.tell("Tidied up.")
    assert says(option) == "Tidied up."


def test_an_act_opened_without_a_verb_takes_that_of_what_was_done(option):
    with option.editing():
        redrawing.merge(several(option, "adoption", "fostering"), "Family Placement")
    assert option.acts.first().verb == "merge units"


def test_of_a_long_row_of_verbs_an_act_tells_the_first_and_how_many_more(option):
    with option.editing():
        for number in range(9):
            unit(option, "youth").rename(f"Youth {number}")
    assert says(option).startswith("Youth renamed Youth 0. ")
    assert says(option).endswith(" And 4 more.")


# In force.


def test_in_the_structure_in_force_what_was_merged_is_recorded_and_nothing_ends(draft):
    Structure.objects.filter(pk=draft.pk).update(status="in force")
    draft.refresh_from_db()
    plant(draft, [("Adoption", 1), ("Fostering", 1), ("Youth", 1)])
    then = reading.read(draft)
    redrawing.merge(several(draft, "adoption", "fostering"), "Family Placement")
    redrawing.close(unit(draft, "youth"))
    assert draft.endings.count() == 0
    found = [(change.kind, change.name) for change in compare(then, reading.read(draft))]
    assert found == [("merged", "Family Placement"), ("fate not stated", "Youth")]


def test_a_unit_goes_into_a_closed_one_no_more(option):
    closed = unit(option, "panel")
    redrawing.close(closed)
    with pytest.raises(errors.NotInStructure):
        redrawing.move_posts([post(option, "clerk")], closed)
    assert Unit.objects.filter(structure=option, key="panel").count() == 0
