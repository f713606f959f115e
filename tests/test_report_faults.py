"""What is wrong with the report, the people, the pay or a template of a council file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.councilfile.dump import dump
from reports.councilfile.faults import MOST
from reports.councilfile.prose import tidy
from reports.councilfile.reading import read
from reports.councilfile.values import CouncilFile, Template
from reports.proposal import Written
from tests.drawn_council_files import TEXTS
from tests.test_council_faults import SOUND, faults_of

COUNCIL = """\
    - name: Level 5
      spine: NJC
      lowest: 3
      highest: 5
  pay:
    spines:
      - name: NJC
        tables:
          - since: 1 April 2024
            points:
              - point: 3
                pounds: 23500.50
              - point: 5
                pounds: 24000
    on_costs:
      - since: 1 April 2024
        percent: 28.5
  templates:
    - slug: ours
      name: Ours
      sections:
        - key: law
          heading: Law
"""
RESTRUCTURE = """\
    ring_fences:
      - name: Heads
    fates:
      - id: x1
        outcome: at risk
        ring_fence: Heads
        people: 3
    fillings:
      - id: n1
        way: external
    costs:
      - kind: saving
        what: two posts
        pounds: 400000
    report:
      template: ours
      exempt: 3
      sections:
        - key: finance
          heading: Finance
          text: |
            There is [change in posts].
        - key: risk
          heading: Risk
          level: 2
          editions: union
"""
WHOLE = SOUND.replace("    - name: Level 5\n", COUNCIL, 1) + RESTRUCTURE

FAULTS = [
    ("spine: NJC", "spine: NJK", "“NJK” is not among the council’s spines. List it under “pay”. "
     "Did you mean “NJC”?"),
    ("      spine: NJC\n", "", "“lowest” and “highest” given without “spine”."),
    ("lowest: 3", "lowest: 9", "“lowest” is above “highest”. Exchange them."),
    ("highest: 5", "highest: x", "“highest” takes a whole number from 0 to 9999. “x” is not one."),
    ("23500.50", "23500.505", "“pounds” takes an amount in pounds and pence. “23500.505” has too "
     "many digits."),
    ("23500.50", "£23,500", "“pounds” takes an amount in pounds and pence. “£23,500” is not one. "
     "Write 23500."),
    ("percent: 28.5", "percent: 28.5%", "“percent” takes a number of percent. “28.5%” is not one. "
     "Write digits only, with no comma or £."),
    ("point: 5", "point: 3", "The point “3” is there twice: on line"),
    ("id: x1\n        outcome", "id: css\n        outcome",
     "“css” is not the id of a post in “existing”."),
    ("id: n1\n        way", "id: x1\n        way", "“x1” is not the id of a post in “proposed”."),
    ("outcome: at risk", "outcome: slotted", "Did you mean “slotted in”?"),
    ("ring_fence: Heads", "ring_fence: Head", "“Head” is not among the “ring_fences”. List it "
     "there. Did you mean “Heads”?"),
    ("people: 3", "people: some", "“people” takes a whole number, 0 or more. “some” is not one."),
    ("way: external", "way: externally", "Did you mean “external”?"),
    ("kind: saving", "kind: savings", "Did you mean “saving”?"),
    ("template: ours", "template: our", "“our” is no template of the program’s or of the council’s "
     "own. Did you mean “ours”?"),
    ("exempt: 3", "exempt: three", "“exempt” takes a whole number"),
    ("key: risk", "key: finance", "“finance” is named twice in “sections”: on line"),
    ("key: risk", "key: at risk", "“at risk” cannot be a section’s “key”"),
    ("          heading: Finance\n", "", "A section needs “heading”"),
    ("level: 2", "level: 3", "“level” takes “1” or “2”. “3” is none of them."),
    ("        - key: finance\n          heading: Finance\n          text: |\n"
     "            There is [change in posts].\n", "", "The first section has “level: 2”"),
    ("editions: union", "editions: unions", "Did you mean “union”?"),
    ("          text: |", "          texts: |", "“texts” is not a key of a section. Did you mean "
     "“text”?"),
]  # fmt: skip


def test_the_whole_file_is_sound():
    assert faults_of(WHOLE) == []
    assert dump(read(dump(read(WHOLE.encode(), "x")).encode(), "x")) == dump(
        read(WHOLE.encode(), "x")
    )


@pytest.mark.parametrize(("right", "wrong", "message"), FAULTS)
def test_one_fault_has_one_message(right, wrong, message):
    assert right in WHOLE
    (fault,) = faults_of(WHOLE.replace(right, wrong, 1))
    assert message in fault


@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("kent-2009", "“kent-2009” is a template of the program. Give the council’s own another"),
        ("Our own", "“Our own” cannot be a template’s “slug”: that is of letters"),
    ],
)
def test_a_template_has_a_slug_of_its_own(slug, message):
    (fault, *others) = faults_of(WHOLE.replace("slug: ours", f"slug: {slug}"))
    assert message in fault
    assert all("“ours” is no template" in other for other in others)


def test_two_tables_of_one_day_are_refused_by_their_day():
    table = "          - since: 1 April 2024\n"
    twice = WHOLE.replace(table, f"{table}            points:\n              - point: 9\n"
                          f"                pounds: 1\n{table}", 1)  # fmt: skip
    (fault,) = faults_of(twice)
    assert "There are two tables of “NJC” since 1 April 2024: on line" in fault


def test_a_report_is_numbered_as_its_template_unless_it_says_otherwise():
    (proposal,) = read(
        WHOLE.replace("template: ours", "template: kent-2009").encode(), "x"
    ).proposals
    assert proposal.report.numbering == "1. (1)"
    said = WHOLE.replace("template: ours", "template: kent-2009\n      numbering: 1")
    assert read(said.encode(), "x").proposals[0].report.numbering == "1"


def test_a_figure_that_is_none_is_no_fault_of_the_file():
    assert faults_of(WHOLE.replace("[change in posts]", "[no such figure]")) == []


WARNINGS = [
    ("highest: 5", "highest: 7", "No table of “NJC” has point 7. What it is paid is not known."),
    ("        pounds: 400000", "        phase: two", "“two” is not among the “phases” of"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), WARNINGS)
def test_what_is_probably_not_meant_is_warned_of(right, wrong, message):
    (warning,) = read(WHOLE.replace(right, wrong, 1).encode(), "x").warnings
    assert message in warning.message


LONG = "            - item [posts] | **x** <b>&amp;</b> \\[ `code`\n" * 20_000
HOSTILE = {
    "a text of a megabyte": WHOLE.replace("            There is [change in posts].\n", LONG, 1),
    "ten thousand sections": WHOLE
    + "".join(f"        - key: s{i}\n          heading: S\n" for i in range(10_000)),
    "ten thousand sections of one key": WHOLE + "        - key: s\n          heading: S\n" * 10_000,
    "ten thousand fates of nobody": WHOLE.replace(
        "    fillings:", "".join(f"      - id: y{i}\n" for i in range(10_000)) + "    fillings:", 1
    ),
    "points without end": WHOLE.replace(
        "              - point: 5\n",
        "".join(f"              - point: {i}\n                pounds: 1\n" for i in range(6, 9_000))
        + "              - point: 5\n",
        1,
    ),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_report_is_read_to_its_end_and_told_its_first_faults(data):
    assert len(faults_of(data)) <= MOST


@settings(max_examples=300, deadline=None)
@given(
    st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(["\n", "\n\n", " ", "\n  ", "  \n"])
)
def test_whatever_an_author_types_is_read_back_as_it_was(pieces, joint):
    text = tidy(joint.join(pieces))
    template = Template(slug="t", name="T", sections=(Written(key="k", heading="K", text=text),))
    file = CouncilFile(slug="c", name="C", templates=(template,))
    assert read(dump(file).encode(), "x") == file


NASTY = (
    "not stated", "[existing chart]", "  four spaces\n\ttab", "---\n...\n# x: y", "| a |\n| - |",
    "ends in two spaces  \nand goes on", "&a *b !c", "100%", "\ttab first", "a\u2028b",
)  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_a_text_is_written_as_it_is_typed(text):
    template = Template(slug="t", name="T", sections=(Written(key="k", heading="K", text=text),))
    file = CouncilFile(slug="c", name="C", templates=(template,))
    written = dump(file)
    assert read(written.encode(), "x") == file
    assert "\u2028" in text or "text: |" in written
