"""Draw a draft from a structure: the same units and posts under the same keys, to be changed.

A table is copied by the database itself, in statements built from the model's own columns, and what
a row names (the post above, a unit) is found again by its key. Its one rule: a draft says nothing
of what came before the structure that it is drawn from (origins, endings, what is said to have
changed, in which phase and when), and nothing of who holds a post. A revised version is drawn from
what the first version was drawn from, as that stood then: it takes over what the first says of
that, too.
"""

from django.db import transaction
from django.db.models import CharField, F, JSONField, Max, OuterRef, Subquery, Value

from divisions import errors
from divisions.models import Ending, Origin, Structure, Unit
from posts.first_versions import begin_history, insert
from posts.models import Leads, Post, ReportingLine
from posts.positions import STEP

DRAWN, REVISED = "draw a draft", "draw a revised version"

_NOTHING_SAID = {
    "changed": Value([], output_field=JSONField()),
    "phase": Value(None, output_field=CharField()),
    "effective": Value(None, output_field=CharField()),
}


@transaction.atomic
def draw(base, *, key, title, user, reason="", revises=False):
    """Draw a draft from a structure as it stands; KeyTaken if another has its key.

    `revises`: as a revised version of it, beside it, from what it was drawn from itself.

    The base stays locked meanwhile, so that the copy is of one revision, which the draft names.
    """
    base = Structure.objects.select_for_update(no_key=True).get(pk=base.pk)
    revises = revises and base.based_on_id is not None
    others = Structure.objects.filter(council=base.council_id)
    if taken := others.filter(key=key).first():
        raise errors.KeyTaken(f"“{taken}” has the key “{key}” already. Choose another key.")
    draft = Structure(
        council_id=base.council_id,
        key=key,
        title=title,
        based_on_id=base.based_on_id if revises else base.pk,
        based_on_revision=base.based_on_revision if revises else base.revision,
        complete_to_tier=base.complete_to_tier,
        position=(others.aggregate(last=Max("position"))["last"] or 0) + STEP,
    )
    Structure.objects.bulk_create([draft])
    with draft.editing(user, REVISED if revises else DRAWN, reason) as editing:
        Structure.history.bulk_history_create([editing.structure])
        _copy_contents(base, draft, revises)
        said_of_before = (Origin, Ending) if revises else ()
        for model in (Unit, Post, Leads, ReportingLine, *said_of_before):
            begin_history(model, draft, editing.act)
        editing.act.tell(_told(base, title, revises))
    return draft


def _told(base, title, revises):
    if revises:
        return f"“{title}” was drawn as a revised version of “{base.title}”."
    return f"“{title}” was drawn from “{base.title}”."


def _copy_contents(base, draft, revises):
    """Copy everything that a draft takes over, what is named before what names it."""
    unit, post = _twin(Unit, draft, "unit__key"), _twin(Post, draft, "post__key")
    said = {} if revises else _NOTHING_SAID
    _copy_tree(Unit, base, draft, **said)
    _copy_tree(Post, base, draft, unit_id=unit, **said)
    for model in (Origin, Ending) if revises else ():
        _copy(model, base, draft)
    _copy(Leads, base, draft, post_id=post, unit_id=unit)
    _copy(ReportingLine, base, draft, post_id=post, to_id=_twin(Post, draft, "to__key"))


def _copy_tree(model, base, draft, **columns):
    """Copy units or posts, then let each stand under the copy of what it stood under."""
    _copy(model, base, draft, tree_id=Value(draft.pk), **columns)
    parents = model.objects.filter(pk=OuterRef(OuterRef("parent_id"))).order_by()
    parent_key = parents.values("key")[:1]
    copies = model.objects.filter(structure=draft, parent__isnull=False)
    copies.update(parent=_twin(model, draft, Subquery(parent_key)))


def _copy(model, base, draft, **columns):
    """Copy a structure's rows of a table into the draft, in their order, but for some columns."""
    columns["structure_id"] = Value(draft.pk)
    names = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
    rows = model.objects.filter(structure=base).order_by("pk")
    insert(model, names, rows.values_list(*(columns.get(name, F(name)) for name in names)))


def _twin(model, draft, key):
    """The draft's row with a key, which is an expression or is read of the row that is copied.

    The draft is asked for by a query of its own: PostgreSQL takes a structure that it knows the
    number of, and has no statistics of yet, for an empty one, and would read all of it each time.
    """
    key = OuterRef(key) if isinstance(key, str) else key
    structure = Subquery(Structure.objects.filter(pk=draft.pk).order_by().values("pk")[:1])
    twins = model.objects.filter(structure=structure, key=key)
    return Subquery(twins.order_by().values("pk")[:1])
