"""A council's own Word file: what papers take of it, and what is refused or left out."""

import re
import struct
import zlib

import pytest
from docx.oxml.ns import qn
from lxml import etree

from posts.picture import to_png
from reports.formats import docx
from reports.formats.status import DRAFT
from reports.formats.word.given import cleaned
from reports.formats.word.given.emblems import plain
from reports.sections.blocks import Paragraph
from tests.councilword import (
    EMBLEM,
    SECRET,
    changed,
    council_word,
    related,
    with_part,
)
from tests.papers import FIXTURES
from tests.test_paper import paper
from tests.wordfiles import OFFICE, a_chart, in_libreoffice, of_style, opened, parts, small, written
from tests.wordnumbers import labels

DOCUMENT, STYLES, HEADER, FOOTER = (
    f"word/{name}.xml" for name in ("document", "styles", "header1", "footer1")
)
OF_WORD = {"Default Paragraph Font", "Normal Table", "No List"}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def base(data=None):
    return cleaned(data or council_word()).data


def in_header(xml):
    """The council's file with more in its header."""
    return changed(council_word(), HEADER, "</w:hdr>", f"{xml}</w:hdr>")


def header_of(data):
    return parts(cleaned(data).data)[HEADER].decode()


# What papers take of it


def test_a_paper_looks_as_the_councils_file_does():
    found = opened(
        docx.write(small(Paragraph(key="p", text="Words.")), cleaned(council_word()).data)
    )
    assert found.styles["Normal"].font.name == "Georgia"
    assert str(found.styles["Heading 1"].font.color.rgb) == "76306F"
    section = found.sections[0]
    assert [round(each.mm) for each in (section.page_width, section.left_margin)] == [210, 30]


@pytest.mark.parametrize("restructure", ["dudley-2023", "leeds-2010"])
def test_a_paper_says_the_same_in_the_councils_look(restructure):
    own, ours = opened(docx.write(paper(restructure), base())), opened(written(restructure))
    assert [each.text for each in own.paragraphs] == [each.text for each in ours.paragraphs]
    styles = ("Heading1", "Heading2", "NumberedParagraph", "Recommendation")
    assert labels(own, *styles) == labels(ours, *styles)
    assert docx.write(paper(restructure), base()) == docx.write(paper(restructure), base())


def test_every_style_that_a_paper_needs_is_there_under_its_name():
    ours = {each.style_id: each.name for each in opened(docx.write(small())).styles}
    own = {each.style_id: each.name for each in opened(docx.write(small(), base())).styles}
    assert ours.items() <= own.items()
    assert len({name.lower() for name in own.values()}) == len(own)


def test_the_styles_that_a_paper_needs_are_those_that_are_documented():
    page = (FIXTURES.parent / "docs" / "word-file.md").read_text("utf-8")
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \|$", page, re.MULTILINE)
    shipped = etree.fromstring(parts(docx.write(small()))[STYLES]).iter(qn("w:name"))
    listed = {name for row in rows[1:] for name in row.split(", ")}
    assert listed == {each.get(qn("w:val")) for each in shipped} - OF_WORD


def test_the_header_and_footer_are_kept_with_ours_added():
    found = opened(docx.write(small(a_chart(), marking="NOT FOR PUBLICATION"), base()))
    for section in found.sections:
        said = [each.text for each in section.header.paragraphs]
        assert said == ["The Borough of Wychford", DRAFT, "NOT FOR PUBLICATION"]
        assert "drawing" in etree.tostring(section.header._element).decode()
        assert len(section.footer.paragraphs) == 2


def test_a_footer_that_counts_no_pages_is_given_the_count():
    found = opened(docx.write(small(), base(council_word("STYLEREF Title"))))
    footers = [each.text for each in found.sections[0].footer.paragraphs]
    assert footers[-1] == "A title\tPage 1 of 1"


def test_a_first_page_of_its_own_stays_as_the_council_made_it():
    data = changed(council_word(), DOCUMENT, "</w:sectPr>", "<w:titlePg/></w:sectPr>")
    found = opened(docx.write(small(a_chart()), base(data)))
    first = found.sections[0]
    assert first.different_first_page_header_footer
    assert [each.text for each in first.first_page_header.paragraphs] == [""]
    assert found.paragraphs[0].text == DRAFT
    assert not found.sections[1].different_first_page_header_footer


def test_the_first_page_has_the_councils_header_and_says_once_that_it_is_a_draft():
    found = opened(docx.write(small(a_chart()), base()))
    header = found.sections[0].first_page_header
    assert [each.text for each in header.paragraphs] == ["The Borough of Wychford"]
    (picture,) = header._element.iter(qn("a:blip"))
    assert header.part.related_parts[picture.get(qn("r:embed"))].blob
    assert len(found.sections[0].first_page_footer.paragraphs) == 2


def test_the_same_file_is_cleaned_to_the_same_bytes():
    assert cleaned(council_word()) == cleaned(council_word())


def test_a_cleaned_file_is_cleaned_to_itself_in_what_it_says():
    once = base()
    again = base(once)
    for name in (HEADER, FOOTER, "word/theme/theme1.xml"):
        assert parts(once)[name] == parts(again)[name]


def test_a_template_of_word_may_be_given_too():
    document, template = "document.main+xml", "template.main+xml"
    assert cleaned(changed(council_word(), "[Content_Types].xml", document, template))


# What is left out


def test_nothing_that_was_written_in_it_is_kept_nor_by_whom():
    data = related(council_word(), "comments", "comments.xml")
    data = with_part(data, "word/comments.xml", SECRET.encode())
    data = with_part(data, "customXml/item9.xml", f"<a>{SECRET}</a>".encode())
    for xml in parts(base(data)).values():
        assert SECRET.encode() not in xml


def test_tracked_changes_in_a_header_are_as_if_accepted():
    words = "<w:r><w:t>{}</w:t></w:r>"
    tracked = (
        f'<w:p><w:ins w:id="1" w:author="{SECRET}">{words.format("kept")}</w:ins>'
        f'<w:del w:id="2" w:author="{SECRET}"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    )
    header = header_of(in_header(tracked))
    assert "kept" in header
    assert "gone" not in header
    assert SECRET not in header


def test_text_boxes_and_shapes_are_left_out_and_told():
    made = cleaned(in_header("<w:p><w:r><w:pict/></w:r><w:r><w:object/></w:r></w:p>"))
    assert made.left_out == ("2 text boxes and shapes of its header and footer",)
    assert "w:pict" not in parts(made.data)[HEADER].decode()


def test_what_tells_where_a_style_was_made_or_hides_words_is_left_out():
    data = changed(council_word(), STYLES, "<w:rPr>", '<w:rPr><w:vanish/><w:lang w:val="cy-GB"/>')
    styles = parts(base(data))[STYLES].decode()
    assert "vanish" not in styles
    assert "cy-GB" not in styles
    assert "rsid" not in styles


def test_styles_that_go_round_or_are_based_on_nothing_are_mended():
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/>{1}</w:style>'
    loop = style.format("A", '<w:basedOn w:val="B"/>') + style.format("B", '<w:basedOn w:val="A"/>')
    lost = style.format("C", '<w:basedOn w:val="Nowhere"/>')
    data = changed(council_word(), STYLES, "</w:styles>", f"{loop}{lost}</w:styles>")
    found = opened(docx.write(small(), base(data)))
    bases = {each.name: each.base_style for each in found.styles if each.name in "ABC"}
    assert None in (bases["A"], bases["B"])
    assert bases["C"] is None


def test_lists_of_the_councils_do_not_count_what_papers_count():
    level = '<w:lvl w:ilvl="0"><w:pStyle w:val="Rubrik1"/><w:lvlText w:val="§%1"/></w:lvl>'
    kind = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    data = changed(council_word(), "word/numbering.xml", "<w:num ", f"{kind}<w:num ")
    found = opened(docx.write(paper("leeds-2010"), base(data)))
    assert labels(found, "Heading1") == labels(opened(written("leeds-2010")), "Heading1")


def test_a_picture_is_kept_without_where_and_by_whom_it_was_taken():
    chunk = b"tEXtAuthor\0" + SECRET.encode()
    more = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    png = to_png(EMBLEM)
    assert plain(png[:33] + more + png[33:]) == plain(png)
    segment = b"Exif\0\0" + SECRET.encode()
    exif = b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment
    scan = b"\xff\xda\x00\x02data\xff\xd9"
    assert plain(b"\xff\xd8" + exif + scan) == b"\xff\xd8" + scan


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_a_paper_in_the_councils_look(tmp_path):
    assert in_libreoffice(docx.write(paper("dudley-2023"), base()), tmp_path).startswith(b"%PDF")


def test_styles_of_a_paper_are_of_its_own_kind_in_the_councils_file():
    """A council may call a style of another kind by one of our names."""
    style = '<w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/></w:style>'
    data = changed(council_word(), STYLES, "</w:styles>", f"{style}</w:styles>")
    found = opened(docx.write(small(), base(data)))
    kinds = {each.style_id: str(each.type) for each in found.styles}
    assert kinds["Note"].startswith("PARAGRAPH")
    assert kinds["NoteGiven"].startswith("CHARACTER")
    assert of_style(found, "Title") == ["A title"]
    assert found.element.body.find(qn("w:sectPr")) is not None
