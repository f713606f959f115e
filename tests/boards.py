"""A board in a browser: what its tests share."""

from contextlib import contextmanager

from divisions.models import Structure
from posts import reading
from tests.acting import DRAFT

OUTLINE = f"{DRAFT}outline/?all=open"


OURS = ("status of 409", "status of 422")
"""Answers that are meant, of which the browser itself tells its console."""


def stands(drawn):
    return reading.read(Structure.objects.get(pk=drawn.pk))


def line(page, key):
    """The line of a unit or post in the outline."""
    return page.locator(f'.outline [data-key="{key}"]')


@contextmanager
def opened(page):
    """A page with the outline of the draft, on which nothing may be said to the console."""
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(OUTLINE)
    yield page
    assert [text for text in told if not any(ours in text for ours in OURS)] == []
