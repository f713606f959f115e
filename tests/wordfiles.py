"""Word files of papers, opened again: by python-docx, part by part, and by LibreOffice."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from functools import cache

from docx import Document
from docx.oxml.ns import qn

from reports.formats import docx
from reports.paper import Paper
from reports.sections.blocks import Section
from reports.sections.charts import chart_of
from tests.literals import structure
from tests.test_paper import paper

OFFICE = shutil.which("soffice")


@cache
def written(restructure):
    return docx.write(paper(restructure))


def opened(data):
    return Document(io.BytesIO(data))


def document(restructure):
    return opened(written(restructure))


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def of_style(document, *names):
    return [p.text for p in document.paragraphs if p.style.name in names]


def pictures(document):
    return list(document.element.body.iter(qn("wp:docPr")))


def small(*contents, title="A title", **facts):
    sections = (Section(key="one", heading="One", blocks=contents),)
    return Paper(key="small", council="The Borough", title=title, sections=sections, **facts)


def a_chart(text="directorate cs | Children's Services", *, name=None, marks=None):
    snapshot = structure(text)
    if name is not None:
        units = {key: replace(unit, name=name) for key, unit in snapshot.units.items()}
        snapshot = replace(snapshot, units=units)
    return chart_of(snapshot, key="chart", title="A chart", marks=marks or {}, existing=False)


def in_libreoffice(data, folder):
    """The bytes of the PDF that LibreOffice makes of a Word file."""
    file = folder / "paper.docx"
    file.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (folder / "paper.pdf").read_bytes()
