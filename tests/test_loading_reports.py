"""Reports, pay and templates from council files: whose text is whose, section by section."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from divisions.models import Act, Council
from posts.models import PaySpine, SpinePoint
from posts.snapshot import Snapshot
from reports.councilfile import live, load, planning
from reports.councilfile.values import (
    CouncilFile,
    Grade,
    OnCosts,
    Pay,
    PayTable,
    Spine,
    StructureFile,
    Template,
)
from reports.councilfile.values import (
    SpinePoint as Point,
)
from reports.models import Fate, HouseTemplate, Report, Section
from reports.proposal import Fate as FateValue
from reports.proposal import Proposal, Written
from reports.proposal import Report as ReportValue

pytestmark = pytest.mark.django_db


def section(key, text="As the file has it.", **ways):
    return Written(key=key, heading=key.title(), text=text, **ways)


SECTIONS = section("purpose"), section("finance"), section("law")


def borough(*sections, fates=(), **facts):
    """A file with one restructure, and a report of it with these sections."""
    structures = tuple(
        StructureFile(status="draft", snapshot=Snapshot(key, key)) for key in ("a", "b")
    )
    report = ReportValue(sections=sections, **facts)
    proposal = Proposal(key="r", title="R", before="a", after="b", fates=fates, report=report)
    return CouncilFile(slug="borough", name="Borough", structures=structures, proposals=(proposal,))


def without_report(file):
    return replace(file, proposals=(replace(file.proposals[0], report=None),))


def people(model=Section, change=None, **facts):
    """Somebody corrects a row in the browser."""
    with Council.objects.get().editing(verb="write a section"):
        row = model.objects.get(**({"key": change} if change else {}))
        for name, value in facts.items():
            setattr(row, name, value)
        row.save()


def told(changes):
    return [(change.what, change.key, change.field) for change in changes]


@pytest.fixture
def loaded():
    """A report in three sections, loaded."""
    load.load(borough(*SECTIONS))
    return borough(*SECTIONS)


def test_loading_a_report_twice_changes_nothing(loaded):
    acts = Act.objects.count()
    assert load.load(loaded).differences == ()
    assert Act.objects.count() == acts


def test_a_section_that_a_person_wrote_is_told_and_not_overwritten(loaded):
    people(change="finance", text="Ours.")
    with pytest.raises(load.WouldOverwrite) as refusal:
        load.load(loaded)
    assert told(refusal.value.plan.overwritten) == [("section", "finance", "text")]
    assert Section.objects.get(key="finance").text == "Ours."
    load.load(loaded, replace=True)
    assert live.council_file(Council.objects.get()) == loaded


def test_a_section_that_the_file_changes_and_nobody_else_is_written_alone(loaded):
    versions = Section.history.count()
    found = load.load(borough(SECTIONS[0], section("finance", "New."), SECTIONS[2]))
    assert told(found.differences) == [("section", "finance", "text")]
    assert Section.history.count() == versions + 1


def test_other_sections_of_a_person_stay_where_the_file_has_them_as_they_were_left(loaded):
    people(change="law", text="Ours.")
    file = borough(SECTIONS[0], section("finance", "New."), section("law", "Ours."))
    assert told(load.load(file).differences) == [("section", "finance", "text")]
    assert load.plan(loaded).overwritten == ()


def test_what_a_person_wrote_stays_theirs_while_files_without_the_report_are_loaded(loaded):
    people(change="law", text="Ours.")
    found = load.load(replace(without_report(loaded), note="Something else"))
    assert found.staying == ("report of r",)
    assert Section.objects.get(key="law").text == "Ours."
    assert told(load.plan(loaded).overwritten) == [("section", "law", "text")]


def test_a_section_that_a_person_added_does_not_vanish_unasked(loaded):
    with Council.objects.get().editing(verb="add a section"):
        row = Section.objects.get(key="law")
        row.pk, row.key, row.position = None, "risk", 4
        row.save()
    assert told(load.plan(loaded).overwritten) == [("section", "risk", None)]
    load.load(loaded, replace=True)
    assert not Section.objects.filter(key="risk").exists()


def test_a_section_that_a_person_took_out_does_not_come_back_unasked(loaded):
    with Council.objects.get().editing(verb="take a section out"):
        Section.objects.get(key="law").delete()
    assert told(load.plan(loaded).overwritten) == [("section", "law", None)]
    load.load(borough(*SECTIONS[:2]))
    assert load.plan(loaded).overwritten == ()


def test_the_order_that_a_person_gave_is_kept(loaded):
    people(change="law", position=0)
    assert told(load.plan(loaded).overwritten) == [("report", "r", "order")]
    load.load(loaded, replace=True)
    assert [row.key for row in Section.objects.all()] == ["purpose", "finance", "law"]


def test_a_report_that_people_wrote_before_any_file_held_it_is_theirs(loaded):
    Council.objects.all()
    with Council.objects.get().editing(verb="begin again"):
        Report.objects.all().delete()
        Section.objects.all().delete()
        restructure = Council.objects.get().restructures.get()
        Report.objects.create(restructure=restructure, item="9")
        Section.objects.create(restructure=restructure, key="law", heading="Law", text="Ours.")
    overwritten = told(load.plan(loaded).overwritten)
    assert {("section", "law", "text"), ("report", "r", "item")} <= set(overwritten)


def test_white_space_after_a_text_is_no_change(loaded):
    people(change="law", text="As the file has it.\r\n\r\n")
    assert load.plan(loaded).differences == ()


def test_a_published_report_is_left_as_it_was_published(loaded):
    people(Report, published_at=datetime(2026, 1, 1, tzinfo=timezone.get_current_timezone()))
    assert load.load(loaded).differences == ()
    for file in (borough(*SECTIONS, item="7"), borough(*SECTIONS[:2])):
        with pytest.raises(planning.Published, match="“R” \\(r\\) is published"):
            load.load(file, replace=True)
    assert load.load(replace(without_report(loaded), note="Elsewhere")).differences


def test_whose_fate_a_person_recorded_is_not_overwritten():
    fate = FateValue(key="x", outcome="stays")
    load.load(borough(fates=(fate,)))
    people(Fate, outcome="at risk")
    assert told(load.plan(borough(fates=(fate,))).overwritten) == [("restructure", "r", "fates")]


# Pay and templates.


def paid(amount="20000", percent="28.5", name="Ours"):
    table = PayTable(since="2024-04-01", points=(Point(point=3, pounds=Decimal(amount)),))
    pay = Pay(
        spines=(Spine(name="NJC", tables=(table,)),),
        on_costs=(OnCosts(since="2024-04-01", percent=Decimal(percent)),),
    )
    grades = (Grade(name="G", spine="NJC", lowest=3, highest=3),)
    templates = (Template(slug="ours", name=name, sections=SECTIONS),)
    return CouncilFile(slug="borough", name="Borough", pay=pay, grades=grades, templates=templates)


def test_pay_and_templates_are_read_as_they_were_loaded():
    load.load(paid())
    assert live.council_file(Council.objects.get()) == paid()
    assert load.load(paid()).differences == ()


EDITS = {
    "spine": (SpinePoint, {"pounds": 1}, ("spine", "NJC", "tables")),
    "on-costs": (None, {"percent": 1}, ("on-costs", "2024-04-01", "percent")),
    "template": (HouseTemplate, {"name": "Mine"}, ("template", "ours", "name")),
}


@pytest.mark.parametrize(("model", "facts", "lost"), EDITS.values(), ids=EDITS)
def test_pay_and_templates_that_a_person_changed_are_not_overwritten(model, facts, lost):
    load.load(paid())
    people(model or Council.objects.get().on_costs.model, **facts)
    assert told(load.plan(paid()).overwritten) == [lost]
    load.load(paid(), replace=True)
    assert load.plan(paid("3", "4", "Other")).overwritten == ()


def test_pay_that_the_file_does_not_hold_stays():
    load.load(paid())
    found = load.load(CouncilFile(slug="borough", name="Borough"))
    assert found.staying == ("spine NJC", "on-costs 2024-04-01", "grade G", "template ours")
    assert PaySpine.objects.count() == SpinePoint.objects.count() == 1


def test_a_long_text_is_told_by_its_beginning():
    change = planning.Difference("section", "law", "text", "x", "word " * 100, "r")
    assert len(str(change)) < 300
    assert str(change).endswith("…”")
