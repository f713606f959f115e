"""Who is writing in which section of a paper just now, for the others who write.

Its one rule: who has not been heard of for two minutes is not writing any more, and nothing of it
is kept in any history.
"""

from datetime import timedelta

from django.utils import timezone

from reports.models import Section, Writing

GONE_AFTER = timedelta(minutes=2)


def writes(user, restructure, key):
    """Note that somebody has a section open; whoever has just opened one has left the others."""
    Writing.objects.filter(user=user, section__restructure=restructure).exclude(
        section__key=key
    ).delete()
    section = Section.objects.filter(restructure=restructure, key=key).first()
    if section is not None:
        Writing.objects.update_or_create(section=section, user=user)


def others(user, restructure, now=None):
    """Who else is writing, each with the section, those in the first section first."""
    since = (now or timezone.now()) - GONE_AFTER
    return list(
        Writing.objects.filter(section__restructure=restructure, seen_at__gte=since)
        .exclude(user=user)
        .select_related("user", "section")
        .order_by("section__position", "user__username")
    )
