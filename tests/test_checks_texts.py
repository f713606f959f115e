"""The checks of what is written: people (C14), what is exempt (C15), appendices (C17),
abbreviations (C18), numbers of paragraphs (C19) and what an edition is marked as (C21).
"""

from dataclasses import replace

import pytest

from posts.snapshot import Unit
from reports.checks import findings
from reports.checks.finding import LOOK, MUST
from reports.checks.said import Said
from reports.proposal import Recommendation, Report, Statement
from tests.checking import ASKS, checked, existing, found, written

APPENDIX = written("Drawn here.", key="drawn", heading="Structure drawn", is_appendix=True)
SECOND = written("More.", key="more", heading="More of it", is_appendix=True)

# ---- C14: persons ----


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The post is held by Zoë Ådams-Smith.", MUST),
        ("The post is held by ZOE ADAMS-SMITH, at present.", MUST),
        ("Mrs Patel answers questions.", LOOK),
        ("The Head of Care has a salary of £71,795.", MUST),
        ("The Head of Care is paid £85k.", MUST),
        ("Since the long-term sickness absence of the Head of Care, others do it.", MUST),
        ("Write to j.bloggs@borough.gov.uk for more.", LOOK),
        ("Telephone 01384 555 1234.", LOOK),
        ("The Head of Care saves £71,795 in supplies.", None),
        ("Assistant Directors are paid at a spot point of £71,795.", None),
        ("The Head of Care leads on illness, grievances and teenage pregnancy.", None),
        ("Councillor Smith chairs; Dr Barnardo’s homes; write to care@borough.gov.uk.", None),
        ("In 2009/10 the budget is £90,000,000; see page 01384.", None),
    ],
)
def test_what_is_of_one_person_is_found_in_a_public_section(text, severity):
    said = found("C14", text, holders=["Zoë Ådams-Smith", "Care"])
    assert [each.partition(":")[0] for each in said] == ([severity] if severity else [])


def test_a_name_holds_the_public_edition_back_and_is_not_repeated():
    (one,) = findings(checked("Held by Jo Bloggs.", holders=["Jo Bloggs"]))
    assert (one.check, one.holds_back) == ("C14", ("public",))
    assert "Bloggs" not in str(one.as_json())


def test_what_only_an_exempt_section_says_and_a_post_of_several_are_let_be():
    exempt = written("Jo Bloggs is paid £50,000.", editions=("exempt",))
    assert found("C14", exempt, holders=["Jo Bloggs"]) == []
    after = existing(key="a")
    several = {key: replace(post, number=3) for key, post in after.posts.items()}
    sides = {"before": replace(existing(), posts=several), "after": replace(after, posts=several)}
    assert found("C14", "The Head of Care is paid £50,000.", **sides) == []


def test_a_contact_may_have_a_telephone_and_a_recommendation_no_name():
    contact = written("j.bloggs@borough.gov.uk, 01384 555 1234", key="contact", heading="Contact")
    assert found("C14", contact) == []
    asks = Recommendation(verb="agree", text="that Jo Bloggs stays")
    assert found("C14", recommendations=(asks,), holders=["Jo Bloggs"]) == [
        "must: A person who holds a post is named"
    ]


# ---- C15: exempt ----

SECRET = "Exit costs come to £48,200 for the posts that are deleted in the second phase of it."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It costs £48,200.", 1),
        ("We pay for the posts that are deleted in the second phase of it, too.", 1),
        ("The costs are in an exempt appendix. Posts are deleted in the second phase.", 0),
        ("It costs £48,000.", 0),
    ],
)
def test_what_an_exempt_section_says_is_found_in_a_public_one(text, number):
    exempt = written(SECRET, key="exits", heading="Exits", editions=("exempt",))
    assert len(found("C15", text, exempt)) == number
    assert found("C15", text, replace(exempt, editions=())) == []
    assert found("C15", replace(exempt, key="b"), exempt) == []


# ---- C21: the marking of an edition ----

CLOSED = "must: The public edition would say that it is not for publication"
OPEN = "look: The exempt edition would say that it is open to all"


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("This report is exempt under paragraph 1.", [CLOSED]),
        ("NOT FOR PUBLICATION by virtue of paragraph 3", [CLOSED]),
        ("This section is confidential.", [CLOSED]),
        ("**Not for publication**.", [CLOSED]),
        ("Not for publication: Appendix B, which is exempt.", []),
        ("Not for publication by virtue of paragraph 3: Appendix B.", []),
        ("This report is unrestricted.", [OPEN]),
        ("This report contains no exempt information.", [OPEN]),
        ("This report is an open report, and is for Members.", [OPEN]),
        ("Appendix 2 is exempt; exempt information is not in this report.", []),
        ("This report is exempt from call-in, and is open to challenge.", []),
        ("This report is public health’s, and restricted to heads of service.", []),
    ],
)
def test_a_text_that_contradicts_the_marking_of_its_edition_is_found(text, headings):
    assert found("C21", text, report=Report(exempt=(1,))) == headings


def test_a_text_is_let_be_in_the_editions_that_it_is_true_of():
    closed = written("This report is exempt.", editions=("exempt",))
    public = written("This report is unrestricted.", key="open", editions=("public",))
    assert found("C21", closed, public, report=Report(exempt=(1,))) == []
    assert found("C21", "This report contains no exempt information.") == []


def test_a_paper_that_is_classified_as_exempt_has_no_public_edition():
    report = Report(classification="Exempt: paragraph 1")
    (one,) = findings(checked(report=report))
    assert (one.check, one.holds_back, one.text) == (
        "C21", ("public",), "Its classification: Exempt: paragraph 1.",
    )  # fmt: skip
    assert found("C21", decision="for approval, not for publication") == [CLOSED]
    assert found("C21", decision="key decision, exempt from call-in") == []
    assert found("C21", decision="unrestricted", report=Report(exempt=(1,))) == []


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("Restructure of Housing Standards (Council and Private)", []),
        ("Housing: Private", []),
        ("Restructure of Housing Standards (not for publication)", [CLOSED]),
        ("Not for publication by virtue of paragraph 3: Housing", [CLOSED]),
        ("Housing. This report is confidential", [CLOSED]),
    ],
)
def test_a_title_that_names_a_private_service_closes_no_paper(title, headings):
    assert found("C21", title=title) == headings


# ---- C17: appendices ----


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("It is drawn in Appendix 1.", []),
        ("See “Structure drawn”.", []),
        ("The appendices have more.", []),
        ("[appendices]", []),
        ("See Appendix 1 of the Medium Term Plan and Structure drawn.", []),
        ("Nothing is said.", ["look: 1 appendix is referred to nowhere"]),
        ("See Appendix 3 and Appendix 3, beside Appendix 1.", ["must: There is no Appendix 3"]),
        (
            "See Appendices 1 to 3.",
            ["must: There is no Appendix 2", "must: There is no Appendix 3"],
        ),
        ("See Appendices 1 and B.", ["must: There is no Appendix B"]),
        (
            "The profiles, at Appendix 2 to this report, follow Appendix 1.",
            ["must: There is no Appendix 2"],
        ),
        ("APPENDIX 1 has more, and Appendix 2 to the Plan of the county.", []),
        (
            "See Appendix 1, and Appendix 2.\n\n- Appendix 2: Equality impact assessment",
            ["info: 1 appendix is listed and not in the report"],
        ),
    ],
)
def test_every_appendix_is_there_and_is_referred_to(text, headings):
    assert found("C17", text, APPENDIX) == headings


def test_an_appendix_with_nothing_to_show_is_not_there():
    empty = replace(APPENDIX, text="[scope]\n\n[stated figures]")
    assert found("C17", "Nothing is said.", empty) == []
    assert found("C17", "See Appendix 1.", empty) == ["must: There is no Appendix 1"]
    assert found("C17", "See Appendix 1.", empty, SECOND) == []


def test_of_an_appendix_that_nothing_names_it_is_told_how_to_name_it():
    (one,) = findings(checked("Nothing is said.", APPENDIX))
    assert one.text == "Name it where it is spoken of: “see Appendix 1”."
    own = replace(APPENDIX, heading="Structure drawn", is_numbered=False)
    (one,) = findings(checked("Nothing is said.", own))
    assert one.text == "Name it where it is spoken of: “see Structure drawn”."


def test_appendices_are_known_by_their_numbers_or_by_their_own_headings():
    assert found("C17", "See Appendices 1 and 2.", APPENDIX, SECOND) == []
    own = replace(APPENDIX, heading="Appendix B", is_numbered=False)
    assert found("C17", "See Appendix B and Appendix 1.", own, SECOND) == []
    first = replace(APPENDIX, heading="Appendix 1", is_numbered=False)
    assert found("C17", "See Appendix 1 and Appendix 2.", first, SECOND) == []
    asks = replace(ASKS, text="the structure in Appendix 4")
    (one,) = found("C17", recommendations=(asks,))
    assert one == "must: There is no Appendix 4"


def test_an_appendix_that_is_missing_holds_back_the_editions_that_send_readers_there():
    (one,) = findings(checked(written("See Appendix 9.", editions=("staff", "union"))))
    assert one.holds_back == ("staff", "union")


# ---- C18: abbreviations ----


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Posts on LSMR change.", "LSMR is"),
        ("SEND and the CDTs move; JNC's too.", "SEND, CDT and JNC are"),
        ("Special educational needs (SEN) come first, and SEN again.", None),
        ("SEN (special educational needs) comes first.", None),
        ("The NHS, HR, ICT and the UK; NOT FOR PUBLICATION; Phase II; A4; Grade G9.", None),
        ("[title] and [report of]", None),
        ("UNISON, GMB and ACAS were asked by the PA.", None),
    ],
)
def test_an_abbreviation_is_spelt_out_where_it_is_first_used(text, bare):
    expected = [f"info: {bare} not spelt out"] if bare else []
    assert found("C18", text, title="The SWIFT review") == expected


def test_an_abbreviation_in_a_name_is_spelt_out_in_a_name_or_a_text():
    units = {"u": Unit(key="u", name="SEND & CDT"), "v": Unit(key="v", name="Contact team (CDT)")}
    after = replace(existing(key="a"), units={**existing().units, **units})
    assert found("C18", after=after) == ["info: SEND is not spelt out"]
    text = "Special educational needs and disabilities (SEND) come first."
    assert found("C18", text, after=after) == []


def test_an_abbreviation_is_spelt_out_in_its_text_or_in_the_name_that_has_it():
    unit = Unit(key="u", name="SEND")
    after = replace(existing(key="a"), units={**existing().units, "u": unit})
    (one,) = (each for each in findings(checked("LSMR.", after=after)) if each.check == "C18")
    assert [(mend.words, mend.kind, mend.key) for mend in one.mends] == [
        ("Spell it out", "section", "background"),
        ("Spell it out in the name of the unit", "unit", "u"),
    ]


# ---- C19: numbers of paragraphs ----


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("19. The Service areas are four.",
         ["look: “19” is typed before a paragraph that has its own number"]),
        ("- 19 The Service areas are four.",
         ["look: “19” is typed before a paragraph that has its own number"]),
        ("14-19 education moves. 22 teams stay.", []),
        ("22 teams stay.", []),
        ("24 Group Managers are proposed. 4 December 2023 is the day.", []),
        ("2.6 Service areas are four.",
         ["look: “2.6” is typed before a paragraph that has its own number"]),
        ("### 1. Children and Families\n\nIt is new.", []),
        ("1. First\n2. Second", []),
    ],
)  # fmt: skip
def test_a_number_that_is_typed_beside_ours_is_found(text, headings):
    assert found("C19", text) == headings
    assert found("C19", text, report=Report(numbering="none")) == []


def test_a_heading_over_nothing_is_found_and_one_over_others_is_not():
    assert found("C19", written("")) == ["look: Nothing is written under 1 heading"]
    within = written("Said.", key="within", heading="Within", level=2)
    assert found("C19", written(""), within) == []
    assert found("C19", written("", is_shown=False)) == []


def test_a_paper_that_numbers_a_paragraph_in_two_ways_says_both():
    says = "Paragraph 19 is a bullet", "Paragraph 19 is numbered"
    both = [Statement(about="how paragraph 19 is printed", says=each) for each in says]
    expected = "look: The paper says both: how paragraph 19 is printed"
    assert found("C19", statements=both) == [expected]
    assert found("C2", statements=both) == []


def test_the_numbers_of_recommendations_run_on():
    def asks(*numbers):
        return tuple(replace(ASKS, number=number) for number in numbers)

    wrong = ["look: The numbers of the recommendations do not run on"]
    assert found("C19", recommendations=asks("1", "2", "4")) == wrong
    assert found("C19", recommendations=asks("1", "1")) == wrong
    for right in (("1", "2"), ("7",), ("R1", "R3"), (None, None), ("4", "5")):
        assert found("C19", recommendations=asks(*right)) == []


def test_a_paragraph_that_is_referred_to_is_there():
    numbers = {"background.1": "1.1", "background.2": "1.2"}
    text = "See paragraph 1.2 and paragraph 4 of Part 1 of Schedule 12A.\n\nSee paragraph 3.4."
    (one,) = (f for f in findings(checked(text, numbers=numbers)) if f.check == "C19")
    assert one.heading == "There is no paragraph 3.4"
    assert one.places[0].words == "Background, paragraph 1.2"
    assert found("C19", text) == []


# ---- where things are ----


def test_a_sentence_is_found_around_a_place():
    said = Said(text="One is here. Two, e.g. this, is there! Three?", heading="H")
    assert [said.sentence(at) for at in (0, 14, 40)] == [
        "One is here.", "Two, e.g. this, is there!", "Three?",
    ]  # fmt: skip


def test_what_figures_and_parts_say_is_nobodys_typing():
    (said, *_) = checked(
        "Of [posts, existing] posts, [divisions, existing, in words] divisions."
    ).said
    assert said.text == "Of 4 posts, three divisions."
    assert [said.text[first:last] for first, last in said.computed] == ["4", "three"]
    assert [each.text for each in checked("[schedule of posts]\n\nTyped.").said] == [
        "Typed.", "the structure proposed",
    ]  # fmt: skip


def test_tables_and_lists_are_read_too():
    text = "- There are six divisions.\n\n| Said |\n| --- |\n| There are seven divisions. |"
    assert len(found("C1", text)) == 2
