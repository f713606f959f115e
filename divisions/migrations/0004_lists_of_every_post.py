"""Structures made from full lists of posts: every post is listed, not those of some tiers.

They were given the deepest tier of their list as the limit, and so were the drafts drawn from them.
"""

from django.db import migrations

MADE = "make a structure from a list"
EVERY_TIER = 99


def list_every_post(apps, schema_editor):
    """Take the limit of such structures away, and of what was drawn from them, and of the past."""
    structures = apps.get_model("divisions", "Structure")
    versions = apps.get_model("divisions", "HistoricalStructure")
    made = versions.objects.filter(act__verb=MADE, complete_to_tier__lt=EVERY_TIER)
    waiting = dict(made.values_list("id", "complete_to_tier"))
    while waiting:
        pk, tier = waiting.popitem()
        limited = {"complete_to_tier": tier}
        if structures.objects.filter(pk=pk, **limited).update(complete_to_tier=EVERY_TIER):
            versions.objects.filter(id=pk, **limited).update(complete_to_tier=EVERY_TIER)
            drawn = structures.objects.filter(based_on=pk, **limited)
            waiting.update(drawn.values_list("pk", "complete_to_tier"))


class Migration(migrations.Migration):
    dependencies = [("divisions", "0003_names_of_roles")]

    operations = [migrations.RunPython(list_every_post, migrations.RunPython.noop)]
