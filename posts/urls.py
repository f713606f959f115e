"""Addresses of one structure: its chart, its outline, its chart as a file."""

from django.urls import path

from posts.views.board import act
from posts.views.structure import chart, chart_file, outline

urlpatterns = [
    path("", chart, name="structure"),
    path("outline/", outline, name="outline"),
    path("chart.svg", chart_file, name="chart-file"),
    path("act/<slug:name>/", act, name="act"),
]
