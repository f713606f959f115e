"""Addresses of a council that make structures, find in them, and keep pay."""

from django.urls import path

from posts.views.establishing import establishment
from posts.views.find import find_in_council
from posts.views.pay import pay

urlpatterns = [
    path("establishment/", establishment, name="establishment"),
    path("pay/", pay, name="pay"),
    path("find/", find_in_council, name="find-in-council"),
]
