"""Addresses of the writer of one report: its sections, their history, its facts, its preview."""

from django.urls import path

from reports.views import (
    money,
    people,
    report_checks,
    report_figures,
    report_preview,
    section_history,
    sections,
    writer,
)

urlpatterns = [
    path("", writer.writer, name="writer"),
    path("sections/", sections.sections, name="sections"),
    path("sections/<slug:key>/", writer.section, name="section"),
    path("sections/<slug:key>/here/", writer.here, name="report-here"),
    path("sections/<slug:key>/history/", section_history.section_history, name="section-history"),
    path(
        "sections/<slug:key>/history/<int:version>/put-back/",
        section_history.put_text_back,
        name="put-text-back",
    ),
    path("figures/", report_figures.report_figures, name="report-figures"),
    path("facts/", sections.facts, name="report-facts"),
    path("template/", sections.template, name="report-template"),
    path("timetable/", sections.timetable, name="edit-timetable"),
    path("phases/", sections.phases, name="edit-phases"),
    path("people/", people.fates, name="report-people"),
    path("people/filled/", people.fillings, name="report-fillings"),
    path("people/ring-fences/", people.ring_fences, name="report-ring-fences"),
    path("money/", money.report_money, name="report-money"),
    path("checks/", report_checks.report_checks, name="report-checks"),
    path("preview/", report_preview.report_preview, name="report-preview"),
]
