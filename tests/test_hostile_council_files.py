"""Whatever is in a file, reading it ends soon, and with faults that have their places."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.councilfile.faults import MOST
from tests.test_council_faults import SOUND, faults_of

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + last] * 9)}]\n"
    for last, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "billion laughs": LAUGHS.encode(),
    "one key again and again": b"a: \n" * 1_000_000,
    "anchors": b"".join(b"k%d: &a x\n" % number for number in range(100_000)),
    "one long text": b"format: " + b"x y " * 2_000_000,
    "escapes": b'format: "' + b"\\u0041" * 500_000 + b'"',
    "an open quote": b'"' + b"a\n" * 2_000_000,
    "control characters": b"a\x01" * 2_000_000,
    "colons": b":" * 1_000_000,
    "braces": b"{" * 100_000,
    "unknown posts": SOUND.encode()
    + b"      - says: x\n        where:\n          under: css\n        counts: people\n" * 5_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_read_to_its_end_and_told_its_first_faults(data):
    assert len(faults_of(data)) <= MOST


def test_thousands_of_missing_ids_are_not_sought_among_thousands():
    posts = "".join(f"      - id: p{i}\n        reports_to: q{i}\n" for i in range(5_000))
    head = SOUND[: SOUND.index("    units:")]
    assert len(faults_of(head + "    posts:\n" + posts)) == MOST


LINES = st.sampled_from(SOUND.splitlines())
ODD = st.sampled_from(
    ["- ", "  ", ": ", "#", "&a ", "*a", "!x ", "|", ">", "{", "}", "[", "]", "'", '"', "\t", "---",
     "? ", "<<: ", "not stated", "none", "%", "@", "\x00", "\u2028", "\ufeff", ",", "...", "\\"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES | ODD | st.text(max_size=8), max_size=40), st.sampled_from(["\n", " ", ""]))
def test_any_text_is_read_or_refused_with_places(pieces, joint):
    for fault in faults_of(joint.join(pieces)):
        assert re.match(r"\d+:\d+: .+", fault, re.DOTALL)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_file_with_something_put_in_its_midst_is_read_or_refused(data):
    at = data.draw(st.integers(0, len(SOUND)))
    cut = data.draw(st.integers(0, 40))
    faults = faults_of(SOUND[:at] + data.draw(ODD | st.text(max_size=4)) + SOUND[at + cut :])
    last = SOUND.count("\n") + 20
    assert all(0 < int(fault.split(":")[0]) <= last for fault in faults)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data):
    assert faults_of(data)
