"""The first version of each row of a structure that is new, written by the database itself.

Row by row a history of 10,000 posts takes longer than all else that making them takes. Its one
rule: a first version says what its row says, column by column, and which act made it.
"""

from django.db import connection
from django.db.models import F, Value

from divisions.models import Unit
from posts.models import Post


def begin_history(model, structure, act):
    """Write the first version of each of a structure's rows; a tree's root has none."""
    version = model.history.model
    names = [field.attname for field in version._meta.concrete_fields if not field.primary_key]
    about = {"history_date": act.moment, "history_type": "+", "act_id": act.pk}
    about |= {"history_change_reason": None, "history_user_id": None}
    rows = model.objects.filter(structure=structure).order_by("pk")
    if model in (Unit, Post):
        rows = rows.filter(parent__isnull=False)
    insert(version, names, rows.values_list(*(_said(about, version, name) for name in names)))


def insert(model, names, rows):
    """Insert into a table what a query gives, column by column."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(model._meta.get_field(name).column) for name in names)
    select, values = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {quote(model._meta.db_table)} ({columns}) {select}", values)


def _said(about, version, name):
    """A column of a version: as its row has it, or what is said about the version."""
    if name not in about:
        return F(name)
    return Value(about[name], output_field=version._meta.get_field(name))
