"""The report in Word as it is handed out: by the registry, and by the command."""

from dataclasses import replace

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from reports.councilfile import load
from reports.formats import FORMATS, docx
from reports.models import Restructure
from reports.paper import paper_of
from reports.writing.reading import comparison_for_paper
from tests.papers import council_file
from tests.test_paper import paper
from tests.wordfiles import of_style, opened


def test_word_is_a_format():
    word = FORMATS["docx"]
    assert (word.name, word.extension, word.write) == ("Word", "docx", docx.write)
    assert word.mime.endswith("wordprocessingml.document")
    assert word.file_name(paper("kent-2009")) == "kent-2009-public-draft.docx"


@pytest.fixture
def kent(db):
    return load.load(council_file("kent"))


def test_the_command_writes_the_report_of_what_is_recorded(kent, tmp_path):
    file = tmp_path / "kent.docx"
    call_command("export_report", "kent-2009", format="docx", output=str(file))
    recorded = comparison_for_paper(Restructure.objects.get(key="kent-2009"))
    assert file.read_bytes() == docx.write(paper_of(recorded))


def test_the_command_names_what_is_near_to_what_is_not_there(kent, tmp_path):
    with pytest.raises(CommandError, match="Did you mean “kent-2009”"):
        call_command("export_report", "kent-2019", output=str(tmp_path / "kent.docx"))
    assert not list(tmp_path.iterdir())


def test_a_file_has_the_sections_of_the_paper_and_no_others():
    first = paper("kent-2009").sections[0]
    without = replace(paper("kent-2009"), sections=(first,))
    assert of_style(opened(docx.write(without)), "Heading 1") == [first.heading]
