"""What a person finds of a council, and what they may change.

Its one rule: what belongs to another council is not there (404); what one may read and not change
says who can change it (403).
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404

from divisions.models import Membership


def council_for(user, slug):
    """A council as one of its people sees it, with their `membership`; 404 to anybody else."""
    others = Membership.objects.filter(user=OuterRef("user")).exclude(pk=OuterRef("pk"))
    memberships = Membership.objects.select_related("council").annotate(
        is_one_of_several=Exists(others)
    )
    membership = get_object_or_404(memberships, user_id=user.pk, council__slug=slug)
    council = membership.council
    council.membership = membership
    return council


def structures_for(user, slug):
    """A council whose structures a person draws; 403 to the council's other people."""
    council = council_for(user, slug)
    if not council.membership.is_officer:
        raise PermissionDenied(
            f"You may read the structures of {council.name}. "
            "An HR officer or an administrator can change them."
        )
    return council


def papers_for(user, slug):
    """A council whose papers a person writes; 403 to one who only reads them."""
    council = council_for(user, slug)
    if not council.membership.is_writer:
        raise PermissionDenied(
            "You may read this restructure. A committee clerk, an HR officer or an administrator "
            f"of {council.name} can change it."
        )
    return council


def file_for(user, slug):
    """A council whose file a person looks after; 403 to the council's other people."""
    return _administered(user, slug, "its council file")


def people_for(user, slug):
    """A council whose people a person looks after; 403 to the council's other people."""
    return _administered(user, slug, "its people")


def pay_for(user, slug):
    """A council whose pay a person looks after; 403 to the council's other people."""
    return _administered(user, slug, "its pay")


def _administered(user, slug, what):
    council = council_for(user, slug)
    if not council.membership.is_administrator:
        raise PermissionDenied(
            f"You may read the structures of {council.name}. An administrator looks after {what}."
        )
    return council
