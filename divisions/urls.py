"""Addresses of councils and their people."""

from django.urls import path

from divisions.views.councils import home, new_council
from divisions.views.people import people

urlpatterns = [
    path("", home, name="home"),
    path("new-council/", new_council, name="new-council"),
    path("<slug:council>/people/", people, name="people"),
]
