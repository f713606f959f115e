"""Addresses of a council's home, its file, its restructures and their papers."""

from django.urls import path

from reports.views import council, restructure

urlpatterns = [
    path("", council.council, name="council"),
    path("restructures/<str:restructure>/", restructure.side_by_side, name="restructure"),
]
