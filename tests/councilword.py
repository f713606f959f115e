"""A council's own Word file as clerks have them, and what may be wrong with one."""

import io
import zipfile
from functools import cache

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from posts.picture import to_png

SECRET = "Secretperson"
EMBLEM = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">'
    '<rect width="90" height="30" fill="#76306f"/></svg>'
)
RELATION = (
    '<Relationship Id="{}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"{}/>'
)


def field(instruction):
    """A field as Word writes it, its instruction in two runs."""
    half = len(instruction) // 2
    runs = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (instruction[:half], instruction[half:])
    )
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return parse_xml(
        f"<w:p {nsdecls('w')}>{char.format('begin')}{runs}{char.format('separate')}"
        f"<w:r><w:t>{SECRET}</w:t></w:r>{char.format('end')}</w:p>"
    )


@cache
def council_word(footer="PAGE"):
    """A file with the council's letters, colours, margins, emblem, header and footer."""
    document = Document()
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Georgia", Pt(11)
    styles["Heading 1"].font.color.rgb = RGBColor(0x76, 0x30, 0x6F)
    styles["Heading 1"].element.set(qn("w:styleId"), "Rubrik1")
    for each in styles.element.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
        if each.get(qn("w:val")) == "Heading1":
            each.set(qn("w:val"), "Rubrik1")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    section.top_margin = Mm(35)
    run = section.header.paragraphs[0].add_run("The Borough of Wychford")
    run.add_picture(io.BytesIO(to_png(EMBLEM)), width=Mm(30))
    section.footer._element.append(field(f" {footer} "))
    document.add_paragraph(SECRET)
    document.core_properties.author = SECRET
    return _bytes(document)


def _bytes(document):
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def changed(data, name, old, new):
    """The file with something in one of its parts replaced."""
    parts = unzipped(data)
    assert old.encode() in parts[name]
    return zipped(parts | {name: parts[name].replace(old.encode(), new.encode())})


def related(data, kind, target, outside=False, of="word/_rels/document.xml.rels"):
    """The file with one more relation of the document."""
    mode = ' TargetMode="External"' if outside else ""
    relation = RELATION.format("rIdMore", kind, target, mode)
    return changed(data, of, "</Relationships>", f"{relation}</Relationships>")


def with_part(data, name, content=b"x", content_type=None):
    """The file with one more part."""
    data = zipped(unzipped(data) | {name: content})
    if content_type is None:
        return data
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
    return changed(data, "[Content_Types].xml", "</Types>", f"{override}</Types>")


def unzipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()
