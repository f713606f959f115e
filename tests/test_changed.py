"""What has changed so far in a draft, as a page: counts, checks, words, for each who reads it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Structure
from posts import proposals, reading, redrawing
from posts.acts import ACTS
from posts.snapshot import Ending, Origin
from posts.writing import write
from reports import drafts
from reports.models import Restructure, Scope
from tests import made_up
from tests.pages import PAGES, load_paper, words

DRAFT = "/borough/structures/draft/changed/"
MOST_QUERIES = 15


@pytest.fixture
def existing(borough):
    """The existing structure of the small paper, in force, so that it goes on being edited."""
    load_paper()
    Structure.objects.filter(council=borough, key="existing").update(status="in force")
    return Structure.objects.get(council=borough, key="existing")


def drawn(base, key="draft"):
    """A draft that is drawn from a structure, just as that stands."""
    return proposals.draw(base, key=key, title="Option A", user=None)


def become(structure, wanted):
    """Let a structure be another."""
    with structure.editing(verb="draw") as editing:
        write(editing, reading.read(structure), wanted)


def changing(structure, units=(), posts=(), **rest):
    """Change facts of units and posts, by key; None takes one out."""
    stands = reading.read(structure)
    sides = {"units": dict(stands.units), "posts": dict(stands.posts)}
    for side, changes in (("units", dict(units)), ("posts", dict(posts))):
        for key, facts in changes.items():
            if facts is None:
                del sides[side][key]
            else:
                sides[side][key] = replace(sides[side][key], **facts)
    become(structure, replace(stands, **sides, **rest))


@pytest.fixture
def draft(existing):
    return drawn(existing)


def test_of_an_untouched_draft_the_officer_is_told_how_to_begin(at_amaras, draft):
    page = words(at_amaras.get(DRAFT))
    assert "All 11 checks pass." in page
    assert "Nothing has changed. Choose a unit and press M ." in page
    assert (
        "Divisions 2 2 0 Posts in tiers 1 to 2 3 3 0 FTE in tiers 1 to 2 not stated not stated –"
        in page
    )


def test_a_reader_reads_and_is_offered_no_act(at_bens, draft):
    changing(draft, posts={"head-of-care": {"line": "not stated", "reports_to": None}})
    answer = at_bens.get(DRAFT)
    page = words(answer)
    assert "To whom 1 post reports is not stated any more" in page
    assert "Say to whom" not in page
    assert "press M" not in page


def test_the_page_says_counts_checks_and_changes(at_amaras, draft):
    changing(
        draft,
        units={"youth": {"parent": "learning"}, "adoption": None},
        posts={"head-of-care": {"grade": "Grade 11"}},
        endings=(Ending(key="adoption"),),
    )
    page = words(at_amaras.get(DRAFT))
    assert "Look at this 1 service goes nowhere" in page
    assert "→ MOVED Youth moves from Care to Learning. × CLOSED" in page
    assert "REGRADED The grade of Head of Care changes from Grade 9 to Grade 11." in page
    assert "Show all" not in page


def test_the_head_of_a_division_who_is_deleted_is_missed_with_the_way_to_mend_it(at_amaras, draft):
    stands = reading.read(draft)
    changing(
        draft,
        posts={"head-of-learning": None},
        leads=tuple(lead for lead in stands.leads if lead.post != "head-of-learning"),
        endings=(Ending(key="head-of-learning"),),
        units={"youth": {"parent": "learning"}},
    )
    answer = at_amaras.get(DRAFT)
    assert "Put right 1 division is without a head Learning." in words(answer)
    assert "/structures/draft/act/" in answer.content.decode()


def test_the_draft_is_compared_with_what_was_drawn_from_and_not_with_what_that_became(
    at_amaras, existing, draft
):
    changing(existing, units={"care": {"name": "Care for Adults"}})
    page = words(at_amaras.get(DRAFT))
    assert "Nothing has changed." in page


def test_what_the_restructure_leaves_alone_is_left_out(at_amaras, existing, draft, borough):
    changing(draft, posts={"head-of-care": {"grade": "Grade 11"}})
    with borough.editing(verb="propose"):
        of = Restructure.objects.create(
            council=borough, key="a", title="A", before=existing, after=draft
        )
        Scope.objects.create(restructure=of, key="head-of-care", scope="out")
    assert "Nothing has changed." in words(at_amaras.get(DRAFT))


def test_a_structure_drawn_from_no_other_has_nothing_to_compare_with(at_bens, existing):
    page = words(at_bens.get(PAGES["nothing to compare"]))
    assert "Existing divisions was drawn from no other structure" in page


def test_the_changed_section_holds_all_that_the_board_shows_of_it(at_amaras, draft):
    html = at_amaras.get(DRAFT).content.decode()
    section = html[html.index('<section id="changed"') : html.index("</section>")]
    assert all(part in section for part in ("<table", "Checks that fail", "In words"))


def test_many_changes_are_told_in_a_few_lines_and_all_when_asked(at_amaras, draft):
    stands = reading.read(draft)
    some = {
        f"s{n}": replace(stands.units["youth"], key=f"s{n}", name=f"Service {n}", position=n)
        for n in range(20)
    }
    origins = tuple(Origin(key=key, share="new") for key in some)
    become(draft, replace(stands, units=stands.units | some, origins=origins))
    page = words(at_amaras.get(DRAFT))
    assert "+ NEW 20 services : Service 0; Service 1;" in page
    assert "Show all 20" in page
    every = words(at_amaras.get(f"{DRAFT}?all=1"))
    assert every.count("is a new service.") == 20
    assert "Show all" not in every


def test_a_service_made_from_others_is_told_as_the_report_says_it(at_amaras, draft):
    stands = reading.read(draft)
    families = replace(stands.units["youth"], key="families", name="Families", sources=())
    units = {key: unit for key, unit in stands.units.items() if key not in ("youth", "adoption")}
    origins = tuple(
        Origin(key="families", share="whole", came_from=key) for key in ("adoption", "youth")
    )
    become(draft, replace(stands, units=units | {"families": families}, origins=origins))
    page = words(at_amaras.get(DRAFT))
    assert "MERGED Adoption and Youth merge into Families." in page


def test_the_page_takes_as_few_queries_at_any_size(at_amaras, borough):
    numbers = []
    for posts in (50, 1000):
        base = made_up.planted(borough, made_up.snapshot(posts, key=f"base-{posts}"))
        draft = drawn(base, f"draft-{posts}")
        become(draft, made_up.changed(reading.read(draft), key=draft.key))
        Structure.objects.filter(pk=base.pk).update(status="in force")
        changing(base, units={"u1": {"name": "Renamed since"}})
        Structure.objects.filter(pk=base.pk).update(status="on record")
        with CaptureQueriesContext(connection) as queries:
            page = words(at_amaras.get(f"/borough/structures/{draft.key}/changed/"))
        assert "Renamed since" not in page
        assert "REGRADED" in page
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] <= MOST_QUERIES


def test_beside_a_face_that_has_been_read_no_structure_is_read_again(at_amaras, draft):
    draft.units.get(key="youth").rename("Young People")
    at_amaras.get("/borough/structures/draft/outline/")
    with CaptureQueriesContext(connection) as queries:
        page = words(at_amaras.get("/borough/structures/draft/changed/"))
    assert "Youth is renamed Young People" in page
    assert not any('FROM "divisions_unit"' in query["sql"] for query in queries)


def test_what_mends_a_finding_is_an_act_of_the_board():
    folder = Path(drafts.__file__).parent
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    assert {"close", "head", "origins"} <= set(re.findall(r'act="([a-z-]+)"', text)) <= ACTS.keys()


# From the restructure's own pages


@pytest.fixture
def proposed(borough, existing, draft):
    with borough.editing(verb="propose"):
        return Restructure.objects.create(
            council=borough, key="option-a", title="Option A", before=existing, after=draft
        )


def test_an_officer_goes_on_drawing_from_the_restructure(at_amaras, at_bens, proposed):
    to_the_board = 'href="/borough/structures/draft/outline/">Go on drawing</a>'
    for address in ("/borough/", "/borough/restructures/option-a/"):
        assert to_the_board in at_amaras.get(address).content.decode()
        assert to_the_board not in at_bens.get(address).content.decode()
    assert "Changed so far" in words(at_bens.get("/borough/restructures/option-a/"))


@pytest.mark.parametrize(
    ("status", "done", "now", "act"),
    [
        ("draft", 1, "Draft", "Go on drawing"),
        ("consultation", 2, "Consultation", "Say that it was approved…"),
        ("approved", 3, "Approved", "Bring into force…"),
    ],
)
def test_the_home_shows_how_far_a_restructure_has_come_and_the_next_act(
    status, done, now, act, at_amaras, proposed
):
    Structure.objects.filter(key="draft").update(status=status)
    html = at_amaras.get("/borough/").content.decode()
    panel = html[html.index('id="restructure-' + str(proposed.pk)) :]
    panel = panel[: panel.index("</section>")]
    assert panel.count('<li class="done">') == done
    assert f'<li class="now" aria-current="step">{now}</li>' in panel
    assert f">{act}</a>" in panel.split('class="btn"')[1][:120]


def test_what_is_on_record_or_withdrawn_takes_no_steps(at_amaras, proposed):
    Structure.objects.filter(key="draft").update(status="withdrawn")
    assert 'class="steps"' not in at_amaras.get("/borough/").content.decode()


def test_no_paragraph_is_cited_for_what_an_officer_has_changed_herself(borough, amara, at_amaras):
    load_paper()
    base = borough.structures.get(key="existing")
    draft = proposals.draw(base, key="draft-b", title="Draft B", user=amara)
    draft.units.get(key="youth").move_under(draft.units.get(key="learning"))
    said = words(at_amaras.get("/borough/structures/draft-b/changed/"))
    assert "Youth moves from Care to Learning" in said
    assert "Source: ¶4" not in said


def test_new_posts_are_counted_though_their_tier_is_not_stated(borough, amara, at_amaras):
    load_paper()
    base = borough.structures.get(key="existing")
    draft = proposals.draw(base, key="draft-b", title="Draft B", user=amara)
    redrawing.create_posts(draft, "Adviser", 2)
    said = words(at_amaras.get("/borough/structures/draft-b/changed/"))
    assert "Posts in tiers 1 to 2 3 3 to 5 0 to +2 Posts listed 3 5 +2" in said


# ---- what the base is not sure of, and does not list ----


@pytest.fixture
def doubted(existing):
    """The existing structure, which lists nothing in full, and is not sure that there is Youth."""
    changing(existing, units={"youth": {"certainty": "uncertain"}}, complete_to_tier=None)
    Structure.objects.filter(pk=existing.pk).update(complete_to_tier=None)
    existing.refresh_from_db()
    return existing


def test_what_somebody_does_to_a_unit_in_doubt_is_in_no_doubt(at_amaras, doubted):
    draft = drawn(doubted)
    changing(draft, units={"youth": {"name": "Young People", "parent": "learning"}})
    page = words(at_amaras.get(DRAFT))
    assert "RENAMED Youth is renamed Young People." in page
    assert "→ MOVED Young People moves from Care to Learning." in page
    assert "uncertain" not in page


def test_a_unit_in_doubt_that_is_closed_is_closed(at_amaras, doubted):
    draft = drawn(doubted)
    redrawing.close(draft.units.get(key="youth"))
    page = words(at_amaras.get(DRAFT))
    assert "× CLOSED Youth closes." in page
    assert "uncertain" not in page


def test_where_not_everything_is_listed_the_change_of_what_is_listed_is_counted(at_amaras, doubted):
    draft = drawn(doubted)
    redrawing.create_unit(draft, "Futures", kind="division", under=draft.units.get(key="children"))
    redrawing.delete_posts(draft.posts.filter(key="head-of-care"))
    page = words(at_amaras.get(DRAFT))
    assert "Divisions at least 2 at least 3 +1 listed" in page
    assert "Posts at least 3 at least 2 −1 listed" in page
    assert "“Existing divisions” does not list everything" in page
    assert "cannot be computed" not in page
