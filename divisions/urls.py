"""Addresses of councils."""

from django.urls import path

from divisions.views.councils import home

urlpatterns = [
    path("", home, name="home"),
]
