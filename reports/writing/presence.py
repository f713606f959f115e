"""Who is writing in which section of a paper just now, for the others who write.

Its one rule: who has not been heard of for two minutes is not writing any more, and nothing of it
is kept in any history.
"""

from datetime import timedelta

from django.utils import timezone

from reports.models import Writing

GONE_AFTER = timedelta(minutes=2)


def writes(user, restructure, key):
    """Note which section somebody has open; they have left any other."""
    Writing.objects.update_or_create(restructure=restructure, user=user, defaults={"key": key})


def others(user, restructure, sections, now=None):
    """Who else is writing, each with the heading of the section, those in the first one first."""
    since = (now or timezone.now()) - GONE_AFTER
    there = Writing.objects.filter(restructure=restructure, seen_at__gte=since).exclude(user=user)
    there = list(there.order_by("user__username").values_list("key", "user__username"))
    return [(name, each.heading) for each in sections for key, name in there if key == each.key]
