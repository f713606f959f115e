"""What a post or unit is called of which a paper says something by its key.

Its one rule: a post is called by its title and its unit; one that is in neither structure of the
paper, as another structure calls it, or as it was called last.
"""

from django.db.models import F, Q

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
        spoken_of = _spoken_of(council, act)
        posts = Post.objects.filter(spoken_of).annotate(called=F("title"), within=F("unit__name"))
        units = Unit.objects.filter(spoken_of).annotate(called=F("name"), within=F("kind"))
        self.names, self.anywhere = {}, {}
        for table in (posts, units):
            for structure, key, *said in table.values_list("structure", "key", "called", "within"):
                self.names[structure, key] = self.anywhere[key] = _called(*said)

    def called(self, model, row):
        """What a row is of, in words."""
        key, paper = row["key"], self.papers.get(row["restructure_id"], {})
        names = (self.names.get((paper.get(side), key)) for side in SIDES[model])
        return next(filter(None, names), None) or self.anywhere.get(key) or self._last(key)

    def _last(self, key):
        """The title that a post had last which is in no structure any more."""
        past = Post.history.filter(structure__council=self.council, key=key)
        return past.order_by("-history_id").values_list("title", flat=True).first() or key


def _spoken_of(council, act):
    """The posts and units of a council whose keys an act wrote."""
    written = (model.history.filter(act=act).values("key") for model in SIDES)
    one, another, third = (Q(key__in=keys) for keys in written)
    return Q(structure__council=council) & (one | another | third)


def _called(name, within):
    """“Head of Care (Children’s Services)”."""
    return f"{name or TITLE_NOT_STATED} ({within})" if within else name or TITLE_NOT_STATED
