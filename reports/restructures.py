"""The restructures from and to a structure, as its pages name them and its labels need them.

Its one rule: they are read in one query, each with its scope.
"""

from dataclasses import dataclass

from django.db.models import Q

from reports.models import Restructure
from reports.proposal import Scope

_SCOPE = ("scope__key", "scope__scope", "scope__why", "scope__sources")


@dataclass(frozen=True, slots=True)
class Paper:
    """A restructure by its key and title, whether it leads to the structure, from when, its scope.

    `effective`: from when the paper says that what is proposed is in force.
    """

    key: str
    title: str
    leads_here: bool
    effective: str | None
    scope: tuple[Scope, ...]


def papers_of(structure):
    """The restructures from and to a structure, in the order of its council."""
    rows = Restructure.objects.filter(Q(before=structure) | Q(after=structure))
    rows = rows.order_by("position", "pk", "scope__position")
    found = {}
    columns = ("key", "title", "after_id", "effective", *_SCOPE)
    for key, title, after, effective, *scope in rows.values_list(*columns):
        head = key, title, after == structure.pk, effective
        found.setdefault(head, []).extend([_scope(*scope)] if scope[0] is not None else ())
    return [Paper(*head, tuple(scope)) for head, scope in found.items()]


def _scope(key, scope, why, sources):
    return Scope(key=key, scope=scope, why=why, sources=tuple(sources))
