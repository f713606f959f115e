"""A word that the format does not have is refused once, and the word that is meant is named."""

import pytest

from reports.councilfile import everyday
from reports.councilfile.reading import read
from reports.councilfile.restructure_schema import KINDS_OF_CHANGE
from reports.councilfile.schema import SHAPES
from tests.test_council_faults import SOUND, faults_of, planted

PHASED = (
    SOUND.replace("    meeting:", "    phases:\n      - name: one\n      - name: two\n    meeting:")
    .replace("      - id: cs\n", "      - id: cs\n        phase: onne\n")
    .replace("          - id: n1\n", "          - id: n1\n            phase: two\n")
    .replace("    ends:\n      - id: x2\n", "    ends:\n      - id: x2\n        phase: onne\n")
)


def warnings_of(text):
    return [str(warning) for warning in read(text.encode(), "w.yaml").warnings]


@pytest.mark.parametrize(
    ("right", "wrong", "meant"),
    [
        ("earliest: 25 October 2005", "date: late October 2005", "“when”"),
        ("fte: 0.8", "vacancy: yes", "“state”"),
        ("fte: 0.8", "changed: duties", "“responsibilities”"),
        ("title: Director\n", "name: Director\n", "“title”"),
        ("share: mostly", "share: all", "“whole”"),
        ("in: before", "in: existing", "“before”"),
        ("counts: posts", "counts: teams", "“units”"),
        ("          under: css", "          change: removed", "“deleted” or “closed”"),
        ("          under: css", "          change: Deleted", "“deleted”"),
        ("scope: in", "scope: excluded", "“out”"),
        ("from:\n          - id: css\n            share: mostly", "from: New", "“new”"),
    ],
)
def test_the_word_that_is_meant_is_named(right, wrong, meant):
    (fault,) = planted(right, wrong)
    assert fault.endswith(f" Did you mean {meant}?")


def test_every_word_that_is_named_is_one_of_the_format():
    keys = {field.key for shape in SHAPES for field in shape.fields}
    taken = " ".join(field.type.words for shape in SHAPES for field in shape.fields)
    meant = {word for words in everyday.MEANT.values() for word in words.split(", ")}
    assert {word for word in meant - keys if f"“{word}”" not in taken} <= {*KINDS_OF_CHANGE}


def test_what_is_wrong_alike_on_several_lines_is_one_fault_that_names_them():
    assert faults_of(SOUND.replace("status: on record", "status: real")) == [
        "12:13: “status” takes “on record”, “draft”, “consultation”, “approved”, “in force”, "
        "“superseded” or “withdrawn”. “real” is none of them. (Also on line 33.)"
    ]


def test_a_misspelt_key_is_told_in_each_of_its_places():
    faults = faults_of(SOUND.replace("    title: ", "    tittle: "))
    assert [fault[:6] for fault in faults if "not a key" in fault][:2] == ["11:5: ", "20:13:"]


@pytest.mark.parametrize("used", ["Director of Support", "director-of-support", "director-support"])
def test_an_id_that_is_none_is_the_only_fault_however_it_is_used(used):
    text = SOUND.replace("- id: x1\n", "- id: Director of Support\n")
    (fault,) = faults_of(text.replace(": x1\n", f": {used}\n"))
    assert fault.startswith("19:17: “Director of Support” cannot be an id.")
    assert fault.endswith("Write “director-of-support”, say.")


def test_a_phase_that_no_restructure_has_is_warned_of():
    assert warnings_of(PHASED) == [
        "w.yaml:37:16: “onne” is not among the “phases” of “wyreham-2009”. List it there. Did you "
        "mean “one”? (Also on line 50.)"
    ]


def test_the_phases_of_a_structure_that_no_restructure_leads_to_stay_as_they_are():
    assert warnings_of(PHASED.split("restructures:")[0]) == []
