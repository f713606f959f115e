"""Proposing a restructure in the browser, and the options that come of it."""

import pytest

from divisions.models import Act, Structure, Unit
from posts import reading
from reports.models import Restructure
from tests.pages import load_paper, words

PROPOSE = "/borough/propose/"
OPTIONS = "/borough/options/?before=existing"
SENT = {
    "base": "existing",
    "title": "Closer to families",
    "proposed": "Option B",
    "body": "Cabinet",
    "meeting": "9 September 2009",
    "reason": "What staff asked for",
}


@pytest.fixture
def paper(borough):
    load_paper()


@pytest.fixture
def option(paper, at_amaras):
    """A second restructure from the existing structure."""
    at_amaras.post(PROPOSE, SENT)
    return Restructure.objects.get(key="closer-to-families")


def chosen(browser, address=PROPOSE):
    """The structure that the form draws from unless another is chosen."""
    html = browser.get(address).content.decode()
    return html.split('" selected>')[0].rsplit('value="', 1)[1]


def put_in_force(key):
    structure = Structure.objects.get(key=key)
    with structure.editing(even_frozen=True) as editing:
        editing.structure.status = Structure.Status.IN_FORCE
        editing.structure.save()


def test_an_officer_proposes_a_restructure_and_is_led_to_the_draft(at_amaras, amara, paper):
    answer = at_amaras.post(PROPOSE, SENT)
    assert (answer.status_code, answer["Location"]) == (
        303,
        "/borough/structures/option-b/outline/",
    )
    assert "“Option B” was drawn from “Existing divisions”." in words(
        at_amaras.get(answer["Location"])
    )
    proposed = Restructure.objects.get(key="closer-to-families")
    assert (proposed.before.key, proposed.after.key) == ("existing", "option-b")
    assert (proposed.body, proposed.meeting) == ("Cabinet", "2009-09-09")
    draft, base = reading.read(proposed.after), reading.read(proposed.before)
    assert (draft.units, draft.posts) == (base.units, base.posts)


def test_what_was_proposed_is_told_of_the_council_and_of_the_draft(option, amara):
    of_council, of_draft = Act.objects.filter(user=amara).order_by("pk")
    assert of_council.says == (
        "“Closer to families” was proposed: “Existing divisions” becomes “Option B”."
    )
    assert (of_draft.structure, of_draft.reason) == (option.after, "What staff asked for")
    assert option.history.get().act == of_council


def test_what_need_not_be_said_is_left_out(at_amaras, paper):
    at_amaras.post(PROPOSE, SENT | {"body": "", "meeting": "", "reason": ""})
    proposed = Restructure.objects.get(key="closer-to-families")
    assert (proposed.body, proposed.meeting) == (None, None)


def test_two_of_one_title_have_two_addresses(at_amaras, option):
    answer = at_amaras.post(PROPOSE, SENT | {"base": "option-b"})
    assert answer["Location"] == "/borough/structures/option-b-2/outline/"
    assert Restructure.objects.filter(key="closer-to-families-2").exists()


def test_what_is_sent_twice_is_proposed_once(at_amaras, option):
    answer = at_amaras.post(PROPOSE, SENT)
    assert answer.status_code == 409
    says = "“Closer to families” is proposed already: “Existing divisions” becomes “Option B”"
    assert says in words(answer)
    assert Structure.objects.filter(title="Option B").count() == 1


def test_a_title_without_a_letter_of_ours_has_an_address_too(at_amaras, paper):
    at_amaras.post(PROPOSE, SENT | {"proposed": "…", "title": "…"})
    assert Restructure.objects.filter(key="proposed", after__key="proposed-2").exists()


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_made(at_amaras, paper):
    sent = {"base": "nowhere", "title": " ", "proposed": "", "meeting": "soon"}
    answer = at_amaras.post(PROPOSE, sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#id_title">Type the title of the restructure</a>' in html
    assert '<a href="#id_proposed">Type the title of the proposed structure</a>' in html
    assert '<a href="#id_base">Choose a structure of this council to draw from</a>' in html
    assert '<a href="#id_meeting">' in html
    assert 'value="soon"' in html
    assert Structure.objects.count() == 2


def test_the_structure_in_force_is_drawn_from_unless_another_is_chosen(at_amaras, paper):
    assert chosen(at_amaras) == "proposed"
    put_in_force("existing")
    assert chosen(at_amaras) == "existing"
    assert chosen(at_amaras, PROPOSE + "?from=proposed") == "proposed"


def test_what_is_drawn_from_a_proposed_structure_is_its_next_phase(at_amaras, option):
    Unit.objects.get(structure=option.after, key="youth").rename("Young People")
    at_amaras.post(PROPOSE + "?from=option-b", SENT | {"base": "option-b", "title": "Phase two"})
    phase = Restructure.objects.get(key="phase-two")
    assert phase.before == option.after
    assert reading.read(phase.after).units["youth"].name == "Young People"
    page = words(at_amaras.get("/borough/restructures/phase-two/"))
    assert "Nothing differs between the two structures." in page


def test_nothing_can_be_drawn_from_what_is_not_there(at_amaras, paper):
    assert at_amaras.get(PROPOSE + "?from=nowhere").status_code == 404


def test_where_there_is_no_structure_the_page_says_how_one_comes(at_amaras, at_emekas, borough):
    page = words(at_amaras.get(PROPOSE))
    assert "No structure to draw from yet" in page
    assert "Start from a spreadsheet" in page
    assert "Load a council file" not in page
    assert "Load a council file" in words(at_emekas.get(PROPOSE))
    assert at_amaras.post(PROPOSE, SENT).status_code == 422


def test_only_those_who_draw_are_offered_to_propose(at_bens, at_amaras, paper):
    assert "Propose a restructure" not in words(at_bens.get("/borough/"))
    assert "Propose a restructure" in words(at_amaras.get("/borough/"))
    assert at_bens.post(PROPOSE, SENT).status_code == 403
    assert Structure.objects.count() == 2


# ---- options ----


def test_the_home_leads_to_options_where_there_are_two(at_bens, at_amaras, paper):
    assert "options side by side" not in words(at_bens.get("/borough/"))
    at_amaras.post(PROPOSE, SENT)
    html = at_bens.get("/borough/").content.decode()
    assert f'href="{OPTIONS}">2 options side by side</a>' in html


def test_a_draft_is_gone_on_with_from_the_home_by_those_who_draw(at_bens, at_amaras, option):
    assert "Go on drawing" not in words(at_bens.get("/borough/"))
    assert '<a class="btn" href="/borough/structures/option-b/outline/">Go on drawing</a>' in (
        at_amaras.get("/borough/").content.decode()
    )


def test_options_stand_side_by_side_with_what_each_comes_to(at_bens, option):
    Unit.objects.get(structure=option.after, key="youth").rename("Young People")
    page = words(at_bens.get(OPTIONS))
    assert "Restructure Realignment of Services Closer to families" in page
    assert "Status On record Draft" in page
    assert "Cabinet, 9 September 2009 Cabinet, 9 September 2009" in page
    assert "Posts in tiers 1 to 2 3 → become 3 no difference 3 → become 3 no difference" in page
    assert "→ MOVED units 1 service none" in page
    assert "RENAMED units 1 division 1 service" in page


def test_options_are_compared_with_each_other(at_bens, option):
    html = at_bens.get(OPTIONS).content.decode()
    direct = "/borough/compare/?before=proposed&amp;after=option-b"
    assert f'<a href="{direct}"><span class="sr">Compare Proposed divisions with </span>' in html
    assert at_bens.get(direct.replace("&amp;", "&")).status_code == 200


def test_a_structure_from_which_nothing_is_drawn_has_no_options(at_bens, paper):
    page = words(at_bens.get("/borough/options/?before=proposed"))
    assert "No restructure is drawn from it yet" in page
    assert "Propose another" not in page
    for address in ("/borough/options/", "/borough/options/?before=nowhere"):
        assert at_bens.get(address).status_code == 404
