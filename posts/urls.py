"""Addresses of one structure: its chart, outline and table, and files of them."""

from django.urls import path

from posts.views.board import act
from posts.views.structure import chart, chart_file, outline
from posts.views.table import table, table_file

urlpatterns = [
    path("", chart, name="structure"),
    path("outline/", outline, name="outline"),
    path("table/", table, name="table"),
    path("table.csv", table_file, name="table-file"),
    path("chart.svg", chart_file, name="chart-file"),
    path("act/<slug:name>/", act, name="act"),
]
