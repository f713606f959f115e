"""The officers' verbs: what they leave, what they tell, and what the comparison makes of them."""

from datetime import date

import pytest

from divisions import errors, successions
from divisions.models import Origin, Structure, Unit
from posts import checking, delta, reading, redrawing, snapshot, undo, writing
from posts.models import Grade, Holding, Leads, Post
from reports.compare import compare
from tests.outlines import establishment, outline, plant, post, unit

UNITS = [
    ("Services", 1),
    ("Adoption", 2),
    ("Panel", 3),
    ("Fostering", 2),
    ("Carers", 3),
    ("Youth", 1),
]
POSTS = [("Director", 1), ("Head of Adoption", 2), ("Adviser", 3), ("Clerk", 3), ("Auditor", 1)]
HOMES = {
    "services": ["director"],
    "adoption": ["head-of-adoption", "adviser", "clerk"],
    "youth": ["auditor"],
}


@pytest.fixture
def existing(borough):
    """A structure on record, listed in full: two directorates, five posts."""
    found = Structure(council=borough, key="existing", title="The existing structure")
    found.complete_to_tier, found.status = 9, Structure.Status.ON_RECORD
    Structure.objects.bulk_create([found])
    Grade.objects.bulk_create([Grade(council=borough, name=f"Grade {n}") for n in (8, 9)])
    plant(found, UNITS, POSTS)
    with found.editing(even_frozen=True):
        for home, keys in HOMES.items():
            redrawing.move_posts([post(found, key) for key in keys], unit(found, home))
        redrawing.name_head(unit(found, "adoption"), [post(found, "head-of-adoption")])
        redrawing.add_line(post(found, "clerk"), "dotted", to=post(found, "director"))
    return found


@pytest.fixture
def option(existing):
    """A draft drawn from it."""
    draft = Structure(council=existing.council, key="option", title="Option A", based_on=existing)
    draft.complete_to_tier = 9
    Structure.objects.bulk_create([draft])
    with draft.editing(verb="draw") as editing:
        empty = snapshot.Snapshot(key="option", title="Option A")
        writing.write(editing, empty, reading.read(existing))
    return draft


def changes(draft):
    """What a draft changes, as the comparison has it: kind, name, and what it becomes."""
    assert checking.faults(draft) == []
    found = compare(reading.read(draft.based_on), reading.read(draft))
    assert {change.certainty for change in found} <= {"stated"} | {"derived"}
    return [
        f"{change.kind} {change.name}"
        + (f" → {change.becomes}" if change.becomes else "")
        + (
            " (derived)"
            if change.certainty == "derived" and change.subject != "reporting line"
            else ""
        )
        for change in found
    ]


def says(structure):
    """What the last act says."""
    return structure.acts.first().says


def posts_in(structure, name):
    """The titles of the posts of a unit, in order."""
    found = Post.objects.filter(structure=structure, unit__name=name).order_by("position")
    return list(found.values_list("title", flat=True))


def several(structure, *keys):
    return [
        (unit if key in {u.key for u in structure.units.all()} else post)(structure, key)
        for key in keys
    ]


def grade(council, number):
    return council.grades.get(name=f"Grade {number}")


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


# Posts.


def test_posts_alike_are_created_each_by_itself(option):
    new = redrawing.create_posts(
        option,
        "Social Worker",
        3,
        unit=unit(option, "youth"),
        reports_to=post(option, "director"),
        grade=grade(option.council, 9),
    )
    assert len({each.key for each in new}) == 3
    assert establishment(option)[4:] == [*[("Social Worker", 2)] * 3, ("Auditor", 1)]
    assert says(option) == "Social Worker: 3 posts created in Youth."
    assert changes(option) == ["created Social Worker"] * 3


def test_a_duplicate_has_no_holder_and_no_number_of_its_original(option):
    post(option, "adviser").change(post_number="N1", state="filled", fte="0.5", statutory="SENCO")
    (new,) = redrawing.duplicate(post(option, "adviser"))
    assert posts_in(option, "Adoption") == ["Head of Adoption", "Adviser", "Adviser", "Clerk"]
    found = Post.objects.get(pk=new.pk)
    assert (found.fte, found.parent.key) == (0.5, "head-of-adoption")
    assert (found.post_number, found.state, found.statutory) == (None, None, None)
    assert changes(option)[-1] == "created Adviser"


def test_several_posts_are_regraded_in_one_act(option):
    council = option.council
    three = several(option, "adviser", "clerk", "auditor")
    redrawing.change_posts(three, grade=grade(council, 8))
    redrawing.change_posts(three, grade=grade(council, 9))
    assert says(option) == "3 posts regraded from Grade 8 to Grade 9."
    assert Post.history.filter(act=option.acts.first()).count() == 3
    redrawing.change_posts(three[:1], grade=grade(council, 8))
    redrawing.change_posts(three, grade=grade(council, 9))
    assert Post.history.filter(act=option.acts.first()).count() == 1
    with pytest.raises(errors.KeyTaken, match="belongs to one post"):
        redrawing.change_posts(three, post_number="N1")
    with pytest.raises(errors.NothingChosen):
        redrawing.change_posts([], state="vacant")


def test_several_posts_move_at_once(option):
    redrawing.move_posts(several(option, "adviser", "clerk"), unit(option, "youth"))
    assert says(option) == "Adviser and Clerk moved from Adoption to Youth."
    assert changes(option) == ["moved Adviser → Youth", "moved Clerk → Youth"]
    with pytest.raises(errors.AlreadyThere, match="Clerk is in Youth already"):
        redrawing.move_posts([post(option, "clerk")], unit(option, "youth"))


def test_several_posts_report_to_another_and_stay_where_they_are_drawn(option):
    was = posts_in(option, "Adoption")
    redrawing.let_report(several(option, "adviser", "clerk"), post(option, "auditor"))
    assert establishment(option) == [
        ("Director", 1), ("Head of Adoption", 2), ("Auditor", 1), ("Adviser", 2), ("Clerk", 2),
    ]  # fmt: skip
    assert posts_in(option, "Adoption") == was
    assert says(option) == "Adviser and Clerk now report to Auditor."
    assert changes(option) == [
        "reports to another post Adviser → Auditor", "reports to another post Clerk → Auditor",
    ]  # fmt: skip
    redrawing.let_report(several(option, "clerk"), line="outside", other="Chief Executive")
    assert says(option) == "Clerk now reports to Chief Executive."
    assert checking.faults(option) == []


def test_nobody_reports_to_who_reports_to_them(option):
    was = reading.read(option)
    head, adviser, clerk = several(option, "head-of-adoption", "adviser", "clerk")
    for posts in ([head], [clerk, head]):
        with pytest.raises(errors.WouldLoop):
            redrawing.let_report(posts, adviser)
    with pytest.raises(errors.WouldLoop):
        redrawing.delete_posts([post(option, "director")], reports_to=adviser)
    with pytest.raises(errors.StillNeeded, match="Adviser is deleted too"):
        redrawing.delete_posts([head, adviser], reports_to=adviser)
    assert reading.read(option) == was


def test_who_reported_to_a_deleted_post_reports_to_the_manager_that_stays(option):
    redrawing.delete_posts(several(option, "head-of-adoption", "adviser"))
    assert establishment(option) == [("Director", 1), ("Clerk", 2), ("Auditor", 1)]
    assert says(option) == "Head of Adoption and Adviser deleted."
    assert changes(option) == [
        "reports to another post Clerk → Director",
        "deleted Head of Adoption",
        "deleted Adviser",
    ]
    assert option.leads.count() == 0


def test_where_no_manager_stays_whom_a_post_reports_to_is_not_stated(option):
    redrawing.let_report([post(option, "auditor")], line="outside", other="Members")
    redrawing.let_report([post(option, "clerk")], post(option, "auditor"))
    redrawing.delete_posts(several(option, "director", "head-of-adoption", "auditor"))
    lines = {each.title: (each.line, each.reports_to_other) for each in option.posts.all()}
    assert lines["Adviser"] == ("not stated", None)
    assert lines["Clerk"] == ("outside", "Members")
    assert checking.faults(option) == []


def test_a_line_beside_that_of_management_is_added_and_removed(option):
    line = redrawing.add_line(
        post(option, "adviser"), "link", to=post(option, "auditor"), reason="for the audit"
    )
    assert says(option) == "A link line added from Adviser to Auditor."
    assert changes(option) == ["added Adviser → Auditor"]
    with pytest.raises(errors.AlreadyThere):
        redrawing.add_line(post(option, "adviser"), "link", to=post(option, "auditor"))
    with pytest.raises(errors.NotSound, match="cannot have a line to itself"):
        redrawing.add_line(post(option, "adviser"), "link", to=post(option, "adviser"))
    redrawing.remove_line(line)
    assert says(option) == "The link line from Adviser to Auditor removed."
    with pytest.raises(errors.NotInStructure, match="no longer in Option A"):
        redrawing.remove_line(line)
    assert changes(option) == []


# Holders.


def test_a_post_is_filled_and_vacated_and_no_history_says_by_whom(option):
    holding = redrawing.fill(post(option, "clerk"), "Imogen", "4711", date(2026, 4, 1))
    assert (post(option, "clerk").state, says(option)) == ("filled", "Clerk filled.")
    redrawing.vacate(post(option, "clerk"), date(2026, 11, 1))
    assert (post(option, "clerk").state, says(option)) == ("vacant", "Clerk vacated.")
    redrawing.erase_holder(holding)
    assert not Holding.objects.exists()


def test_a_post_that_somebody_still_holds_is_not_vacant(option):
    first = redrawing.fill(post(option, "clerk"), "Imogen")
    redrawing.fill(post(option, "clerk"), "Jon", beside=True)
    redrawing.vacate(post(option, "clerk"), date(2026, 11, 1), holding=first)
    assert post(option, "clerk").state == "filled"
    assert says(option) == "One of those who held Clerk left it."


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
