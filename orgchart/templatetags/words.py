"""How pages say what is known: not stated, at least so many, and the paragraph it comes from."""

from datetime import date

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from divisions.dates import in_words

register = template.Library()

LIFE = {
    None: "Existing structure",
    "draft": "Draft",
    "consultation": "Consultation",
    "approved": "Approved",
    "in force": "In force",
    "superseded": None,
}
"""The steps of a proposed structure's life, in order, by its status."""

NOT_STATED = mark_safe('<span class="unknown">not stated</span>')
TAGS = {
    "draft": "draft",
    "consultation": "out",
    "approved": "approved",
    "in force": "force",
    "superseded": "past",
    "withdrawn": "hold",
    "on record": "past",
}


@register.filter
def stated(value):
    """A value as it is, or the words “not stated” where there is none."""
    return NOT_STATED if value is None or value == "" else value


@register.filter
def showing(asked, key):
    """The address of a page on which a unit or post is shown, all else as it was asked for."""
    return asked.showing(key)


@register.filter
def day(text):
    """A day that is kept as 2009-09-09 as a paper prints it; anything else as it is."""
    try:
        return in_words(date.fromisoformat(text))
    except (TypeError, ValueError):
        return stated(text)


@register.filter
def src(sources):
    """The paragraphs that a fact comes from, each in a box of its own."""
    boxes = format_html_join(
        " ", '<span class="src"><span class="sr">Source: </span>{}</span>', ((s,) for s in sources)
    )
    return boxes or mark_safe("")


@register.filter
def status_tag(structure):
    """A structure's status as a tag; its look is by its shape as well as its colour."""
    look = TAGS.get(structure.status, "past")
    return format_html('<span class="tag tag--{}">{}</span>', look, structure.get_status_display())


@register.filter
def steps_of_life(structure):
    """How far a proposed structure has come: each step, whether it is done, and whether it is now.

    None for one that takes no such steps: it is on record, or was withdrawn.
    """
    if structure.status not in LIFE:
        return None
    now = list(LIFE).index(structure.status)
    return [(words, nth < now, nth == now) for nth, words in enumerate(LIFE.values()) if words]


@register.filter
def beside(columns, row):
    """Each column of a table with its cell of a row."""
    return list(zip(columns, row, strict=True))


@register.filter
def label(mark):
    """A change in its words, in the shape and colour of its kind."""
    return format_html('<span class="ch ch--{}">{}</span>', mark.kind, mark.words)


@register.filter
def ends(count):
    """The ends of as many nested lists of an outline."""
    return mark_safe("</ul></details></li>" * count)


@register.filter
def count(number):
    """A count in words: 5, at least 4, or that it is not stated."""
    words = str(number)
    is_open = words in ("not stated", "cannot be computed")
    return format_html('<span class="unknown">{}</span>', words) if is_open else words
