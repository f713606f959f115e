"""Addresses of a council that make structures."""

from django.urls import path

from posts.views.establishing import establishment

urlpatterns = [
    path("establishment/", establishment, name="establishment"),
]
