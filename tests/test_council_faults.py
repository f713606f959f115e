"""What is wrong with a council file is said all at once: each fault once, with its place."""

import pytest

from reports.councilfile.faults import Faults
from reports.councilfile.reading import read

SOUND = """\
format: 1
council:
  slug: wyreham
  name: Wyreham Borough Council
  kinds:
    - name: directorate
  grades:
    - name: Level 5
structures:
  - id: existing
    title: Existing
    status: on record
    units:
      - id: css
        kind: directorate
        name: Children's Support
        head: x1
        posts:
          - id: x1
            title: Director
            tier: 1
            grade: Level 5
            number: 3
            fte: 0.8
            reports_to: none
            source: §1.2
          - id: x2
            title: Head of Support
            reports_to: x1
            effective: 1 April 2006
  - id: proposed
    title: Proposed
    status: on record
    drawn_from: existing
    units:
      - id: cs
        name: Children's Services
        from:
          - id: css
            share: mostly
        posts:
          - id: n1
            lines:
              - kind: dotted
                to_other: Members
    ends:
      - id: x2
restructures:
  - id: wyreham-2009
    title: Realignment
    before: existing
    after: proposed
    meeting: 9 September 2009
    scope:
      - id: css
        scope: in
    milestones:
      - what: Consultation
        earliest: 25 October 2005
        latest: 31 October 2005
    statements:
      - says: two posts
        value: 2
        counts: posts
        in: before
        where:
          under: css
"""


def faults_of(text: str | bytes) -> list[str]:
    """Every fault of a file, each as line, column and message."""
    data = text if isinstance(text, bytes) else text.encode()
    try:
        read(data, "w.yaml")
    except Faults as faults:
        return [str(fault).removeprefix("w.yaml:") for fault in faults.faults]
    return []


def planted(right: str, wrong: str) -> list[str]:
    """The faults after one change to a sound file."""
    assert SOUND.count(right) == 1, right
    return faults_of(SOUND.replace(right, wrong))


ONE_FAULT = [
    # keys
    ("title: Director\n", "tittle: Director\n",
     "20:13: “tittle” is not a key of a post. Did you mean “title”?"),
    ("fte: 0.8", "wages: 0.8",
     "24:13: “wages” is not a key of a post. It has: id, title, other_names"),
    ("    title: Existing", "    title: Existing\n    grade: Level 5",
     "12:5: “grade” is not a key of a structure. It is a key of a post: check how far"),
    ("title: Director\n", "title: Director\n            title: Head\n",
     "21:13: “title” is written twice: on line 20 and here."),
    ("    title: Existing\n", "", "10:5: A structure needs “title”: a text of at most 500"),
    ("        name: Children's Support\n", "", "14:9: A unit needs “name”: a text of at most 500"),
    ("  slug: wyreham\n", "", "3:3: The council needs “slug”: a text of at most 100"),
    ("  slug: wyreham", "  slug: Wyreham Town", "3:3: “slug” is small letters and digits"),
    ("format: 1\n", "", "1:1: A council file needs “format”: “1”."),
    ("format: 1", "format: 2", "1:9: “format” takes “1”. “2” is none of them."),
    # types
    ("tier: 1", "tier: one", "21:19: “tier” takes a whole number from 1 to 99. “one” is not one."),
    ("tier: 1", "tier: 0", "21:19: “tier” takes a whole number from 1 to 99. “0” is not one."),
    ("tier: 1", "tier: 100", "21:19: “tier” takes a whole number from 1 to 99. “100” is not one."),
    ("title: Director\n", f"title: {'x' * 501}\n",
     "20:20: “title” takes a text of at most 500 characters. This one has 501."),
    ("number: 3", "number: 2.5", "23:21: “number” takes a whole number"),
    ("fte: 0.8", "fte: 41,000", "24:18: “fte” takes a number. “41,000” is not one. Write 41000."),
    ("fte: 0.8", "fte: 0,8", "24:18: “fte” takes a number. “0,8” is not one. Write 0.8."),
    ("fte: 0.8", "fte: 80%", "24:18: “fte” takes a number. “80%” is not one. Write 0.8."),
    ("fte: 0.8", "fte: half", "24:18: “fte” takes a number. “half” is not one. Write digits only"),
    ("value: 2", "value: £2", "63:16: “value” takes a number. “£2” is not one. Write 2."),
    ("effective: 1 April 2006", "effective: 31 February 2009",
     "30:24: “effective” takes a date. 31 February 2009 is not a date: February 2009 has 28 days."),
    ("effective: 1 April 2006", f"effective: {'soon ' * 21}",
     "30:24: “effective” takes a date. This one is too long: it has 104 characters."),
    ("meeting: 9 September 2009", "effective: soon",
     "53:16: “effective” takes a date. “soon” cannot be read as a date."),
    ("meeting: 9 September 2009", "meeting: September 2009",
     "53:14: “meeting” takes a day. “September 2009” is not one day."),
    ("share: mostly", "share: most",
     "40:20: “share” takes “whole”, “mostly”, “part”, “new” or “not stated”. “most” is none of "
     "them. Did you mean “mostly”?"),
    ("    title: Existing\n    status: on record", "    title: Existing\n    status: onrecord",
     "12:13: “status” takes “on record”, “draft”"),
    ("        head: x1", "        head:\n          is: x1",
     "18:11: “head” takes an id, not keys and values."),
    ("title: Director\n", "title: [Director]\n",
     "20:20: “title” takes a text of at most 500 characters, not a list."),
    ("    - name: directorate", "    name: directorate",
     "6:5: “kinds” takes a list, each line of which begins a kind of unit with “- ”."),
    ("    - name: Level 5", "    - Level 5", "8:7: Here stands a grade, written as “key: value”"),
    ("from:\n          - id: css\n            share: mostly", "from: old",
     "38:15: “from” takes “new”, “not stated” or a list, each line of which begins an origin with "
     "“- ”. “old” is neither. If it is an id, write “- id: old” on the next line."),
    # ids and what refers to them
    ("          - id: n1", "          - id: n 1", "42:17: “n 1” cannot be an id. An id is of"),
    ("          - id: n1", "          - id: none", "42:17: “none” cannot be an id: “reports_to"),
    ("          - id: n1", "          - id: cs",
     "42:17: The id “cs” is used 2 times in “proposed”, on lines 36 and 42."),
    ("reports_to: x1", "reports_to: x7",
     "29:25: “x7” is not the id of a post in “existing”. Did you mean “x2”?"),
    ("reports_to: x1", "reports_to: css",
     "29:25: “css” is a unit, and the id of a post belongs here."),
    ("reports_to: x1", "reports_to: x2",
     "29:25: Head of Support (x2) reports to itself."),
    ("reports_to: none", "reports_to: x2",
     "25:25: These posts report to one another in a loop: Director (x1) and Head of Support (x2)."),
    ("reports_to: x1", "reports_to: x1\n            reports_to_other: the Mayor",
     "29:25: “reports_to” and “reports_to_other” are both given."),
    ("head: x1", "head: y1", "17:15: “y1” is not the id of a post in “existing”. Did you mean"),
    ("head: x1", "head: [x1, x1]", "17:20: “x1” is named twice in “head”: on line 17 and here."),
    ("                to_other: Members", "                to: x1",
     "45:21: “x1” is not the id of a post in “proposed”."),
    ("                to_other: Members", "                reason: tradition",
     "44:17: A line needs one of “to” (a post) and “to_other” (words)."),
    ("          - id: css\n            share", "          - id: csx\n            share",
     "39:17: “csx” is the id of nothing in “existing”, which comes before. Did you mean “css”?"),
    ("            share: mostly", "            outside: the Trust",
     "39:13: An origin needs one of “id” (a unit or post before) and “outside” (words)."),
    ("            share: mostly", "            share: new",
     "39:13: An origin with the share “new” takes neither “id” nor “outside”."),
    ("    ends:\n      - id: x2", "    ends:\n      - id: x3",
     "47:13: “x3” is the id of nothing in “existing”, which comes before."),
    ("    ends:\n      - id: x2", "    ends:\n      - id: n1",
     "47:13: “n1” is said to end here, and stands in this structure on line 42."),
    ("kind: directorate", "kind: directrate",
     "15:15: “directrate” is not among the council's kinds. List it there. Did you mean"),
    ("grade: Level 5", "grade: Level 6",
     "22:20: “Level 6” is not among the council's grades. List it there. Did you mean"),
    ("drawn_from: existing", "drawn_from: exsting",
     "34:17: “exsting” is not the id of a structure in this file. Did you mean “existing”?"),
    ("drawn_from: existing", "drawn_from: proposed", "34:17: “proposed” is drawn from itself."),
    ("restructures:\n", "  - id: existing\n    title: E\n    status: draft\nrestructures:\n",
     "48:9: The structure “existing” is there twice: on line 10 and here."),
    ("before: existing", "before: exsting", "51:13: “exsting” is not the id of a structure"),
    ("after: proposed", "after: existing", "52:12: “before” and “after” are the same structure."),
    ("      - id: css\n        scope", "      - id: csx\n        scope",
     "55:13: “csx” is not the id of a unit or post in “existing” or “proposed”."),
    ("          under: css", "          under: x1",
     "67:18: “x1” is not the id of a unit in “existing”."),
    ("          - id: n1", "          - id: css",
     "42:13: “css” is a post here and a unit in “existing”, on line 14. Give one of them another"),
    # what makes no sense together
    ("earliest: 25 October 2005", "earliest: 1 November 2005",
     "58:9: “earliest” is after “latest”."),
    ("        counts: posts\n        in: before\n        where:\n          under: css\n", "",
     "62:9: “value” is given without “counts”."),
    ("        in: before\n", "", "62:9: “counts” is given without “in”."),
    ("in: before", "in: existing", "65:13: “in” takes “before”, “after” or “difference”."),
    ("counts: posts", "counts: teams", "64:17: “counts” takes “posts”, “fte”, “units”"),
    ("          under: css", "          change: closed",
     "67:19: “closed” is no change to posts, which are counted here. Those are “created”, "),
    ("          under: css", "          change: swapped",
     "67:19: “change” takes a kind of change to units or posts. “swapped” is none of them. They "
     "are “created”, “closed”"),
    # what is no council file
    ("title: Director\n", "title: Head of: Support\n",
     "20:27: There is a second colon on this line. Put the whole text in quotes."),
    ("title: Director\n", "title: &head Director\n",
     "20:20: “&head” is read as a mark, not as text. Put a text that begins with “&” in quotes."),
    ("title: Director\n", "title: *head\n", "20:20: “*head” is read as a mark"),
    ("title: Director\n", "title: !!str Director\n",
     "20:20: “tag:yaml.org,2002:str” is read as a mark"),
    ("title: Director\n", "title: Director\n            <<: x\n",
     "21:13: “<<” (merging) is not used here."),
    ("title: Director\n", "title: Director\n            [a]: x\n",
     "21:13: A key is one word, not a list."),
    ("title: Director\n", 'title: "Director\n', "68:1: A quotation mark is opened"),
    ("title: Director\n", "title: Dir\x07ector\n", "20:23: Character U+0007 cannot be seen."),
    ("title: Director\n", 'title: "Dir\\0ector"\n', "20:20: This text holds a character that"),
    ("title: Director\n", "\ttitle: Director\n", "20:13: This line is indented with a tab."),
    ("      - id: x2\nrestr", "      - {id: x2}\nrestr",
     "47:9: Write each key on a line of its own, without braces"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "message"), ONE_FAULT)
def test_one_fault_has_one_message_at_its_place(right, wrong, message):
    (fault,) = planted(right, wrong)
    assert fault.startswith(message)


def test_the_sound_file_is_sound():
    assert faults_of(SOUND) == []


def test_all_faults_are_told_at_once_in_the_order_of_the_file():
    text = SOUND
    for right, wrong in (
        ("tier: 1", "tier: one"),
        ("reports_to: x1", "reports_to: x9"),
        ("kind: directorate", "kind: bureau"),
        ("meeting: 9 September 2009", "meeting: never"),
        ("fte: 0.8", "fte: &half 0.8"),
    ):
        text = text.replace(right, wrong)
    places = [fault.split(" ")[0] for fault in faults_of(text)]
    assert places == ["15:15:", "21:19:", "24:18:", "29:25:", "53:14:"]


def test_a_missing_id_used_often_is_one_fault_that_names_its_lines():
    fault, _ = planted("head: x1", "head: [x9, y9]\n        acting_head: x9\n        led_by: x9")
    assert fault.startswith("17:16: “x9” is not the id of a post")
    assert fault.endswith("(Also on lines 18 and 19.)")


def test_a_loop_of_structures_is_one_fault():
    text = SOUND.replace("    title: Existing", "    drawn_from: proposed\n    title: Existing")
    assert faults_of(text) == [
        "11:17: “existing” and “proposed” are drawn from one another. Delete one “drawn_from”."
    ]


def test_one_structure_is_in_force():
    (fault,) = faults_of(SOUND.replace("status: on record", "status: in force"))
    assert fault.startswith("31:5: “existing” and “proposed” are all in force.")


def test_what_came_from_before_needs_a_structure_before():
    text = SOUND.replace("    drawn_from: existing\n", "").split("restructures:")[0]
    (fault,) = faults_of(text)
    assert fault.startswith("38:17: “css” is said to have stood before, but no structure comes")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "1:1: The file is empty."),
        (b"\xef\xbb\xbf # nothing\n", "1:1: The file is empty."),
        (b"format: 1\nname: caf\xe9", "2:10: The file is not UTF-8: byte 20 is 0xe9."),
        (SOUND.encode("utf-16"), "1:1: The file is not UTF-8: byte 1 is 0xff."),
        (b"x" * 20_000_001, "1:1: The file is larger than 20 MB. A council file is no larger."),
        (b"[" * 100_000, "1:51: This is nested deeper than 50"),
        (b"- " * 100_000, "1:101: This is nested deeper than 50"),
        (b"a\n" * 2, "1:1: Here stands a council file, written as “key: value” lines."),
    ],
    ids=["empty", "comment", "latin-1", "utf-16", "large", "brackets", "dashes", "text"],
)
def test_what_is_no_council_file_at_all_is_one_fault(data, message):
    (fault,) = faults_of(data)
    assert fault.startswith(message)


def test_a_byte_order_mark_does_no_harm():
    assert faults_of(b"\xef\xbb\xbf" + SOUND.encode()) == []


def test_a_second_document_is_refused():
    (fault,) = faults_of(SOUND + "---\nformat: 1\n")
    assert fault.startswith("68:1: The file goes on after “---” or “...”.")
