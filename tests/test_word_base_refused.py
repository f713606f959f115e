"""A council's own Word file that cannot be taken: macros, bombs, links, fields, damage."""

import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.formats import docx
from reports.formats.word.given import MOST_MEGABYTES, Refused, cleaned
from tests.councilword import changed, council_word, related, unzipped, with_part, zipped
from tests.test_word_base import DOCUMENT, FOOTER, HEADER, STYLES, W
from tests.wordfiles import parts, small

PIECES = (
    b"<w:object/>", b"<w:p/>", b'<w:hyperlink r:id="rId1"/>', b"<!--x-->", b"<?x y?>", b"</w:p>",
    b'<w:fldSimple w:instr="DDE"/>', b"\xff", b'<w:numId w:val="x"/>',
)  # fmt: skip


def refused(data):
    """What is said against a file."""
    with pytest.raises(Refused) as found:
        cleaned(data)
    return " ".join(found.value.faults)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no Word file", "not a Word file"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "of the older kind (.doc), or has a password"),
        (b"x" * (MOST_MEGABYTES * 1_000_000 + 1), "larger than 5 MB"),
        (zipped({"a.txt": b"x"}), "not a Word file"),
        (council_word()[:-400], "not a Word file"),
        (with_part(council_word(), "word/vbaProject.bin"), "has macros"),
        (changed(council_word(), "[Content_Types].xml", "wordprocessingml.document.main",
                 "ms-word.document.macroEnabled.main"), "has macros"),
        (with_part(council_word(), "word/activeX/activeX1.xml", b"<a/>"), "ActiveX"),
        (with_part(council_word(), "word/embeddings/sheet.xlsx"), "embedded objects"),
        (related(council_word(), "aFChunk", "afchunk.mht"), "embedded objects"),
        (related(council_word(), "attachedTemplate", "file:///x/y.dotm", outside=True), "template"),
        (related(council_word(), "image", "https://example.org/a.png", outside=True), "linked"),
        (related(council_word(), "oleObject", "file:///a.xls", outside=True), "Break the link"),
        (related(council_word(), "frame", "https://example.org/", outside=True), "frames"),
        (with_part(council_word(), "../evil.xml"), "damaged"),
        (with_part(council_word(), "/word/evil.xml"), "damaged"),
        (zipped({f"word/{n}.xml": b"<a/>" for n in range(500)}), "damaged"),
        (changed(council_word(), DOCUMENT, "w:sectPr", "w:other"), "how its pages are set up"),
        (changed(council_word(), DOCUMENT, 'w:left="1701"', 'w:left="9000"'), "too little room"),
        (changed(council_word(), DOCUMENT, W, "http://purl.oclc.org/ooxml/x"), "Strict Open XML"),
        (changed(council_word(), HEADER, "</w:hdr>", ""), "damaged"),
    ],
    ids=range(21),
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_with_what_to_do(data, said):
    assert said in refused(data)


@pytest.mark.parametrize("part", [DOCUMENT, STYLES, HEADER, "docProps/core.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_wherever_it_stands(part, encoding):
    bomb = '<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'
    data = zipped(unzipped(council_word()) | {part: bomb.encode(encoding)})
    assert "document type" in refused(data)


@pytest.mark.parametrize(
    "instruction",
    ["DDEAUTO c:\\\\a.exe", "INCLUDEPICTURE https://example.org/", "AUTHOR", "FILENAME", "IF a",
     "pageref x", "PAGE { DDE }", ""],
)  # fmt: skip
def test_a_field_that_says_or_fetches_something_of_its_own_is_refused(instruction):
    assert "field" in refused(council_word(instruction))


def test_a_picture_of_another_kind_is_refused_with_what_to_do():
    data = unzipped(council_word())
    (name,) = [each for each in data if each.startswith("word/media/")]
    for other in (b"GIF89a", b"\x01\x00\x00\x00 emf", b"<svg/>", b"\x89PNG\r\n\x1a\ncut"):
        assert "Save it as PNG" in refused(zipped(data | {name: other}))


def test_a_zip_that_unpacks_to_more_than_there_is_room_for_is_refused():
    bomb = with_part(council_word(), "word/big.xml", b"\0" * 60_000_000)
    assert len(bomb) < 1_000_000
    assert "larger than" in refused(bomb)


def test_a_part_that_stands_twice_is_refused():
    made = io.BytesIO(council_word())
    with zipfile.ZipFile(made, "a") as file:
        file.writestr("WORD/Document.xml", b"<a/>")
    assert "damaged" in refused(made.getvalue())


def test_all_that_is_wrong_is_told_at_once():
    data = with_part(council_word(), "word/vbaProject.bin")
    data = with_part(data, "word/embeddings/sheet.xlsx")
    with pytest.raises(Refused) as found:
        cleaned(data)
    assert len(found.value.faults) == 2


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from([DOCUMENT, STYLES, HEADER, FOOTER, "word/numbering.xml"]), st.data())
def test_whatever_is_in_it_is_refused_or_made_harmless(part, data):
    """Parts with pieces of others in them: never another error, and a file that can be opened."""
    known = unzipped(council_word())
    ends = [found.end() for found in re.finditer(b">", known[part])]
    at, piece = data.draw(st.sampled_from(ends)), data.draw(st.sampled_from(PIECES))
    spoilt = known[part][:at] + piece + known[part][at:]
    try:
        made = cleaned(zipped(known | {part: spoilt})).data
    except Refused:
        return
    whole = b"".join(parts(docx.write(small(), made)).values())
    assert not any(word in whole for word in (b"w:object", b'"DDE"', b"TargetMode"))
