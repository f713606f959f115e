"""All that a paper lists, of all its tables in one query.

Its one rule: a column comes back as the value that its own field makes of it.
"""

import json
from datetime import date
from decimal import Decimal

from django.db.models import BooleanField, F, JSONField, TextField, Value
from django.db.models.functions import Cast

from posts.numbers import shortest
from reports import models, proposal
from reports.councilfile import live

LISTS = live.LISTS | {
    "sections": (
        models.Section,
        proposal.Written,
        ("key", "heading", "text", "level", "is_shown", "is_numbered", "is_appendix", "editions"),
    ),
}
"""What a paper lists, and its sections: the table, the value, the columns besides the sources."""

_WIDEST = 1 + max(len(columns) for _, _, columns in LISTS.values())


def lists_of(restructure, names=tuple(LISTS)):
    """What a paper lists, by the names of the lists: all, or those that are named."""
    first, *others = (_rows(name, restructure) for name in names)
    found = {name: [] for name in names}
    rows = first.union(*others, all=True) if others else first
    for name, _, _, *texts in rows.order_by("nth", "at"):
        found[name].append(_value(name, texts))
    return {name: tuple(records) for name, records in found.items()}


def _rows(name, restructure):
    """The rows of one table as texts, as many a row as the widest table has."""
    table, _, columns = LISTS[name]
    texts = [Cast(F(column), TextField()) for column in ("sources", *columns)]
    texts += [Value(None, TextField())] * (_WIDEST - len(texts))
    named = {f"text_{at}": text for at, text in enumerate(texts)}
    return (
        table.objects.filter(restructure=restructure)
        .order_by()
        .annotate(
            nth=Value(list(LISTS).index(name)), list_name=Value(name), at=F("position"),
            **named,
        )
        .values_list("list_name", "nth", "at", *named)
    )  # fmt: skip


def _value(name, texts):
    table, value, columns = LISTS[name]
    sources, *others = texts
    given = zip(columns, others, strict=False)
    return value(
        **{column: _read(table._meta.get_field(column), text) for column, text in given},
        sources=tuple(json.loads(sources)),
    )


def _read(field, text):
    """A column out of its text: days as text, numbers at their shortest, as papers have them."""
    if text is None:
        return None
    if isinstance(field, JSONField):
        found = json.loads(text)
        return tuple(found) if isinstance(found, list) else found
    if isinstance(field, BooleanField):
        return text in ("1", "true")
    found = field.to_python(text)
    if isinstance(found, date):
        return found.isoformat()
    return shortest(found) if isinstance(found, Decimal) else found
