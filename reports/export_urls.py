"""Addresses of the files of one report: choosing them, having them again, publishing."""

from django.urls import path

from reports.views import exporting, publishing

urlpatterns = [
    path("download/", exporting.download, name="download"),
    path("download/files.zip", exporting.made_files, name="made-files"),
    path("exports/", exporting.exports, name="exports"),
    path("exports/<int:pk>/", exporting.export, name="export"),
    path("publish/", publishing.publish_report, name="publish"),
    path("publish/withdraw/", publishing.withdraw_report, name="withdraw-publication"),
]
