"""Addresses of a council's home, its file, its restructures and their papers."""

from django.urls import include, path

from reports.views import council, file, paper, restructure

council_patterns = [
    path("", council.council, name="council"),
    path("file/", file.council_file, name="council-file"),
    path("file/download/", file.download_council_file, name="download-council-file"),
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
    path("title/", paper.edit_title, name="edit-title"),
    path("recommendations/", paper.edit_recommendations, name="edit-recommendations"),
    path("report.docx", paper.report, name="report"),
]

urlpatterns = [
    *council_patterns,
    path("restructures/<str:restructure>/", include(restructure_patterns + paper_patterns)),
]
