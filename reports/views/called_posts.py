"""What a post or unit is called of which a paper says something by its key.

Its one rule: a post is called by its title and its unit; one that is in neither structure of the
paper, as the latest structure calls it that has it, or as it was called last.
"""

from functools import cached_property

from django.db.models import F, Max, Q

from divisions.models import Unit
from posts.models import Post
from posts.naming import TITLE_NOT_STATED
from reports import models

SIDES = {
    models.Fate: ("before", "after"),
    models.Filling: ("after", "before"),
    models.Scope: ("after", "before"),
}
"""What speaks of a post or unit by its key, with the structures that it is looked for in."""


class CalledPosts:
    """The posts and units of which an act on a council's papers wrote something."""

    def __init__(self, council, act):
        self.council = council
        papers = models.Restructure.objects.filter(council=council)
        self.papers = {paper["pk"]: paper for paper in papers.values("pk", "before", "after")}
        self.spoken_of = spoken_of = _spoken_of(council, act)
        posts = Post.objects.filter(spoken_of).annotate(called=F("title"), within=F("unit__name"))
        units = Unit.objects.filter(spoken_of).annotate(called=F("name"), within=F("kind"))
        self.names, self.anywhere = {}, {}
        for table in (posts, units):
            rows = table.order_by("structure_id").values_list(
                "structure", "key", "called", "within"
            )
            for structure, key, *said in rows:
                self.names[structure, key] = self.anywhere[key] = _called(*said)

    def called(self, model, row):
        """What a row is of, in words."""
        key, paper = row["key"], self.papers.get(row["restructure_id"], {})
        names = (self.names.get((paper.get(side), key)) for side in SIDES[model])
        return next(filter(None, names), None) or self.anywhere.get(key) or self._past.get(key, key)

    @cached_property
    def _past(self):
        """What each was called last, by its key: some are in no structure any more."""
        return {
            key: _called(name, None)
            for versions, name in ((Unit.history, "name"), (Post.history, "title"))
            for key, name in _last(versions.filter(self.spoken_of)).values_list("key", name)
        }


def _last(versions):
    """Of some versions of posts or units the last of each, by its key."""
    last = versions.order_by().values("key").annotate(last=Max("history_id")).values("last")
    return versions.filter(history_id__in=last)


def _spoken_of(council, act):
    """The posts and units of a council whose keys an act wrote."""
    written = (model.history.filter(act=act).values("key") for model in SIDES)
    one, another, third = (Q(key__in=keys) for keys in written)
    return Q(structure__council=council) & (one | another | third)


def _called(name, within):
    """“Head of Care (Children’s Services)”."""
    return f"{name or TITLE_NOT_STATED} ({within})" if within else name or TITLE_NOT_STATED
