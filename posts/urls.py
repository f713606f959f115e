"""Addresses of one structure: its chart, outline and table, files of them, acts, its history."""

from django.urls import path

from posts.views.board import act
from posts.views.find import find
from posts.views.heads import name_heads
from posts.views.history import history, history_file, recorded_on
from posts.views.one_act import history_act, put_back
from posts.views.structure import chart, chart_file, outline
from posts.views.table import table, table_file
from posts.views.undoing import redo, undo
from posts.views.up_to_date import up_to_date

urlpatterns = [
    path("", chart, name="structure"),
    path("outline/", outline, name="outline"),
    path("table/", table, name="table"),
    path("table.csv", table_file, name="table-file"),
    path("chart.svg", chart_file, name="chart-file"),
    path("up-to-date/", up_to_date, name="up-to-date"),
    path("find/", find, name="find"),
    path("act/<slug:name>/", act, name="act"),
    path("heads/", name_heads, name="name-heads"),
    path("undo/", undo, name="undo"),
    path("redo/", redo, name="redo"),
    path("history/", history, name="history"),
    path("history.csv", history_file, name="history-file"),
    path("history/<int:act>/", history_act, name="history-act"),
    path("history/<int:act>/put-back/", put_back, name="put-back"),
    path("recorded/", recorded_on, name="recorded-on"),
]
