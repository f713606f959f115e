"""Addresses of a council's home, its file, its restructures and their papers, and drafts so far."""

from django.urls import include, path

from posts.views import history
from reports.views import (
    any_two,
    changed,
    council,
    file,
    life,
    options,
    paper,
    paper_act,
    preview,
    propose,
    restructure,
    sections,
    templates,
    word_base,
)

compare_patterns = [
    path("", any_two.compare, {"face": "compare"}, name="compare"),
    path("changes/", any_two.compare, {"face": "compare-changes"}, name="compare-changes"),
    path("services/", any_two.compare, {"face": "compare-services"}, name="compare-services"),
    path("posts/", any_two.compare, {"face": "compare-posts"}, name="compare-posts"),
]

council_patterns = [
    path("", council.council, name="council"),
    path("file/", file.council_file, name="council-file"),
    path("file/download/", file.download_council_file, name="download-council-file"),
    path("propose/", propose.propose, name="propose"),
    path("options/", options.options, name="options"),
    path("history/", history.council_history, name="council-history"),
    path("history/<int:act>/", paper_act.paper_act, name="council-act"),
    path("history.csv", history.council_history_file, name="council-history-file"),
    path("compare/", include(compare_patterns)),
    path("templates/", templates.templates, name="templates"),
    path("templates/word/", word_base.word_base, name="word-base"),
    path("templates/word/remove/", word_base.remove_word_base, name="remove-word-base"),
    path("templates/<slug:slug>/", templates.template, name="template"),
    path("templates/<slug:slug>/delete/", templates.delete_template, name="delete-template"),
]

restructure_patterns = [
    path("", restructure.side_by_side, name="restructure"),
    path("changes/", restructure.changes, name="changes"),
    path("services/", restructure.services, name="services"),
    path("posts/", restructure.posts, name="posts"),
    path("figures/", restructure.figures, name="figures"),
]

paper_patterns = [
    path("paper/", paper.paper, name="paper"),
    path("title/", sections.title_block, name="edit-title"),
    path("recommendations/", sections.recommendations, name="edit-recommendations"),
    path("report.docx", paper.report, name="report"),
    path("report/", include("reports.report_urls")),
    path("report/", include("reports.export_urls")),
]

structure_patterns = [
    path("changed/", changed.changed, name="changed"),
    path("changed/preview/", preview.preview, name="preview"),
    path("life/<slug:step>/", life.step, name="life-step"),
]

urlpatterns = [
    *council_patterns,
    path("structures/<str:structure>/", include(structure_patterns)),
    path("restructures/<str:restructure>/", include(restructure_patterns + paper_patterns)),
]
