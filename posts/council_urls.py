"""Addresses of a council that make structures, and find in them."""

from django.urls import path

from posts.views.establishing import establishment
from posts.views.find import find_in_council

urlpatterns = [
    path("establishment/", establishment, name="establishment"),
    path("find/", find_in_council, name="find-in-council"),
]
