"""The site map."""

from django.urls import path  # noqa: F401

urlpatterns = []
