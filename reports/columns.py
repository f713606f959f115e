"""Rows of several tables read in one query: each column as text, and back as its field has it.

Its one rule: what comes back is what the table alone would have given.
"""

import json
from decimal import Decimal

from django.db.models import BooleanField, F, JSONField, TextField, Value
from django.db.models.functions import Cast


def read_together(asked):
    """What rows say, each with its table; `asked` has by table the rows and their columns."""
    tables, widest = list(asked), max(len(names) for _, names in asked.values())
    first, *others = (_as_texts(nth, *asked[table], widest) for nth, table in enumerate(tables))
    rows = first.union(*others, all=True).order_by() if others else first
    for nth, *texts in rows:
        names = asked[tables[nth]][1]
        yield tables[nth], [_value(tables[nth], *each) for each in zip(names, texts, strict=False)]


def _as_texts(nth, rows, names, widest):
    """The rows of one table, as many columns wide as the widest."""
    texts = [Cast(F(name), TextField()) for name in names]
    texts += [Value(None, TextField())] * (widest - len(texts))
    named = {f"text_{at}": text for at, text in enumerate(texts)}
    return rows.order_by().annotate(nth=Value(nth), **named).values_list("nth", *named)


def _value(table, name, text):
    """A column out of its text, amounts with the places that their field has."""
    field = _field(table, name)
    if text is None:
        return None
    if isinstance(field, JSONField):
        return json.loads(text)
    if isinstance(field, BooleanField):
        return text in ("1", "true")
    value = field.to_python(text)
    if isinstance(value, Decimal):
        return value.quantize(Decimal(1).scaleb(-field.decimal_places))
    return value


def _field(table, name):
    """The field of a column, or of one of a table that it leads to."""
    *ways, last = name.split("__")
    for way in ways:
        table = table._meta.get_field(way).related_model
    return table._meta.get_field(last)
