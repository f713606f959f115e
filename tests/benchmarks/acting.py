"""Acts on a draft of a made-up council, from request to answer, and the least that they could take.

Its one rule: a floor writes the same rows that its act writes, and asks for an empty page.
"""

from itertools import count

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import F
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path, reverse

from divisions.models import Act, Membership, Origin, Structure, Unit
from orgchart import urls as site
from posts.models import Grade, Post
from tests import made_up
from tests.cast import person, signed_in

TWELVE = 12
BRANCH = 500


@login_required
def empty(request):
    """A page with nothing on it, for those who have signed in."""
    return HttpResponse()


urlpatterns = [path("empty/", empty), *site.urlpatterns]
handler500 = site.handler500


class Drawing:
    """What an officer does to a draft, each a method; a `floor` is the least that it would take."""

    def __init__(self, council, posts):
        # For good, since whoever changes the site map lets the next request read it anew.
        override_settings(ROOT_URLCONF="tests.benchmarks.acting").enable()
        snapshot = made_up.snapshot(posts, key=f"drawn-{posts}")
        self.draft = made_up.planted(council, snapshot, Structure.Status.DRAFT)
        self.client = signed_in(person(f"officer-of-{posts}", council, Membership.Role.OFFICER))
        self.turn = count()
        self.places = [council.slug, self.draft.key]
        self.team = Unit.objects.filter(structure=self.draft).order_by("-level", "pk")[0]
        self.head = self.team.led_by.get(how="head").post
        self.twelve = list(self.draft.posts.filter(category="Officer")[:TWELVE])
        self.grades = list(Grade.objects.filter(council=council)[:2])
        self._choose_a_branch()

    def look(self):
        """See the draft as it stands, as its page did before anything is done there."""
        self.seen = Structure.objects.values_list("revision", flat=True).get(pk=self.draft.pk)

    def _choose_a_branch(self):
        """The post with the nearest to 500 below it, and two others to which it can report."""
        posts = self.draft.posts.exclude(key="").annotate(below=(F("rght") - F("lft")) / 2)
        self.manager = min(posts, key=lambda post: abs(post.below - BRANCH))
        others = posts.exclude(lft__gte=self.manager.lft, rght__lte=self.manager.rght)
        self.heads = [others.order_by("lft")[0], others.order_by("-lft")[0]]

    def create(self):
        said = {"to_title": "Locality Officer", "rows": 1, "reports_to_head": "on"}
        self._act("new-post", to=self.team.key, **said)

    def move(self):
        self._act("report-to", of=[self.manager.key], to=self.heads[next(self.turn) % 2].key)

    def regrade(self):
        keys = [post.key for post in self.twelve]
        self._act("regrade", of=keys, grade=self.grades[next(self.turn) % 2].name)

    def _act(self, name, **said):
        address = reverse("act", args=[*self.places, name])
        answer = self.client.post(address, {"seen": self.seen, **said})
        assert answer.status_code == 302, answer.content
        self.client.cookies.pop("messages", None)

    def floor_of_creating(self):
        with self._bare() as act:
            row = Post(structure=self.draft, key=f"bare-{next(self.turn)}", parent=self.heads[0])
            row.lft = row.rght = row.level = 1
            row.tree_id = self.draft.pk
            Post.objects.bulk_create([row])
            self._remember([row], act)
            origin = Origin.objects.bulk_create([Origin(structure=self.draft, share="new")])
            self._remember(origin, act)
            self._shift(self.head.rght, 2**31 - 1)

    def floor_of_moving(self):
        with self._bare() as act:
            Post.objects.filter(pk=self.manager.pk).update(position=F("position"))
            self._remember([self.manager], act)
            ends = [self.manager.lft, self.heads[next(self.turn) % 2].lft]
            self._shift(min(ends), max(ends) + self.manager.rght - self.manager.lft)

    def floor_of_regrading(self):
        with self._bare() as act:
            keys = [post.pk for post in self.twelve]
            Post.objects.filter(pk__in=keys).update(grade=self.grades[0])
            self._remember(self.twelve, act)

    def _bare(self):
        return _Bare(self)

    def _shift(self, low, high):
        """The index of the tree between two places, which a row that comes in or goes shifts."""
        shifted = self.draft.posts.filter(rght__gte=low, lft__lte=high)
        shifted.update(lft=F("lft") + 0, rght=F("rght") + 0)

    def _remember(self, rows, act):
        """The rows of history."""
        history, now = type(rows[0]).history.model, act.moment
        columns = [field.attname for field in history.tracked_fields]
        history.objects.bulk_create(
            history(
                **{name: getattr(row, name) for name in columns},
                history_date=now,
                history_type="~",
                act=act,
            )
            for row in rows
        )


class _Bare(transaction.Atomic):
    """A transaction with an act and a revision, and before it an empty page."""

    def __init__(self, drawing):
        super().__init__(using=None, savepoint=True, durable=False)
        self.drawing = drawing

    def __enter__(self):
        assert self.drawing.client.get("/empty/").status_code == 200
        super().__enter__()
        draft = self.drawing.draft
        Structure.objects.filter(pk=draft.pk).update(revision=F("revision") + 1)
        return Act.objects.create(council_id=draft.council_id, structure=draft, revision=0, verb="")
