"""The acts on posts: create, retitle, move, whom they report to, duplicate, delete."""

from django import forms

from divisions import successions
from posts import redrawing
from posts.acts.act import POST, Act, fate_field, next_to
from posts.acts.facts import LABELS, ChangeFacts, GradeField, added, papers_locked
from posts.acts.headships import Headships
from posts.acts.target import POSTS, UNITS, Targeted
from posts.acts.units import origin_field, origins
from posts.models import Post
from posts.recorded import BELOW, CAME, LED, LINED, WRITTEN

NOBODY, NOT_STATED, OUTSIDE, MANAGER = ":nobody", ":not stated", ":outside", ":manager"
LINES = {NOBODY: Post.Line.NONE, NOT_STATED: Post.Line.NOT_STATED, OUTSIDE: Post.Line.OUTSIDE}


def _head_of(unit):
    """The post that heads a unit; None where there is no unit or no head."""
    return Post.objects.filter(leads__unit=unit, leads__how="head").first() if unit else None


class NewPost(Targeted):
    slug, label, key, verb = "new-post", "New post", "p", "create a post"
    of, least, most, is_at_large = (), 0, 0, True
    heading = "Create a post"
    finds, asks = UNITS, "In the unit"
    tops = ((":none", "In no unit, or not stated"),)

    to_title = forms.CharField(
        label="Title", max_length=500, error_messages={"required": "Type the title of the post"}
    )
    rows = forms.IntegerField(
        label="How many alike, each a post by itself", initial=1, min_value=1, max_value=200
    )
    reports_to_head = forms.BooleanField(
        label="Reports to the head of the unit",
        help_text="Of a unit that nobody heads: whom it reports to is not stated",
        initial=True,
        required=False,
    )
    new_grade = forms.CharField(widget=forms.HiddenInput, required=False)

    def prepare(self):
        super().prepare()
        self.fields |= forms.fields_for_model(Post, ["fte"], labels=LABELS)
        self.fields["grade"] = GradeField(self, required=False, label="Grade")
        for name in ("grade", "fte"):
            self.fields[name].help_text = "Left empty: not stated"
        if self.structure.based_on_id is not None:
            self.fields["origin"] = origin_field()
        fields = ("to_title", "rows", "to", "reports_to_head", "grade", "fte", "origin", "reason")
        self.order_fields(fields)

    @property
    def target_key(self):
        """The unit that was shown, or that of the post that was, until another is chosen."""
        return self.asked.get("to") or self.unit_shown or ":none"

    def locked_first(self):
        return papers_locked(self.cleaned_data.get("grade"))

    def perform(self, editing):
        said, unit = self.cleaned_data, self.target
        head = _head_of(unit) if said["reports_to_head"] else None
        posts = redrawing.create_posts(
            self.structure,
            said["to_title"],
            said["rows"],
            unit=unit,
            reports_to=head,
            origins=origins(said),
            grade=added(said["grade"]),
            fte=said["fte"],
        )
        return posts[0].key


class RetitlePost(ChangeFacts):
    slug, label, key, verb = "retitle", "Retitle…", "r", "retitle a post"
    of, most = (POST,), 1

    def __init__(self, data=None, **options):
        options["asked"] = {**(options.get("asked") or {}), "field": "title"}
        super().__init__(data, **options)

    @property
    def heading(self):
        return f"Retitle {self.named}"


class MovePosts(Targeted):
    """A unit that a moved post heads goes on being headed by it, unless it is said otherwise."""

    slug, label, key, verb = "move-posts", "Move…", "m", "move posts"
    of, most, many_label, goes_away = (POST,), None, "Move posts…", True
    finds, asks = UNITS, "Move to the unit"
    tops = ((":none", "In no unit, or not stated"),)

    with_line = forms.BooleanField(
        label="From then on reports to the head of that unit", required=False
    )

    def prepare(self):
        super().prepare()
        self.headships = Headships(self.subjects)
        self.fields |= self.headships.fields()
        self.move_reason_last()

    @property
    def about(self):
        """Who heads what too, where that is to change."""
        changes = self.headships.said(self.cleaned_data)
        return super().about | {lead.post.key: (*self.reads, LED) for lead, _ in changes}

    def beside(self):
        unit = self.subject.unit
        sit_with = self.structure.posts.filter(unit=unit).exclude(key="")
        return next_to(self.subjects, sit_with) or (unit.key if unit else None)

    def perform(self, editing):
        unit = self.target
        redrawing.move_posts(self.subjects, unit)
        self.headships.hand_on(self.cleaned_data)
        head = _head_of(unit) if self.cleaned_data["with_line"] else None
        if head:
            redrawing.let_report([post for post in self.subjects if post != head], head)
        return self.subject.key


class ReportTo(Targeted):
    slug, label, key, verb = "report-to", "Reports to…", "t", "change whom posts report to"
    of, most, many_label = (POST,), None, "Change whom they report to…"
    finds, asks = POSTS, "Reports to"
    tops = (
        (NOT_STATED, "Not stated"),
        (NOBODY, "Nobody"),
        (OUTSIDE, "Somebody outside this structure, named below"),
    )

    other = forms.CharField(label="Who, outside this structure", max_length=500, required=False)

    def prepare(self):
        super().prepare()
        self.order_fields(["to", "other", "reason"])

    @property
    def heading(self):
        return f"Say to whom {self.named} report{'s' if len(self.keys) == 1 else ''}"

    def why_not(self, key):
        """A post cannot report to one that reports to it."""
        if key in self.keys:
            return "It cannot report to itself"
        return "It stands below this in the line" if key in self.keys_below else None

    def perform(self, editing):
        to, manager = self.cleaned_data["to"], self.target
        if manager:
            redrawing.let_report(self.subjects, manager)
        else:
            other = self.cleaned_data["other"] if to == OUTSIDE else ""
            redrawing.let_report(self.subjects, line=LINES[to], other=other or None)
        return self.subject.key


class DeletePosts(Targeted):
    """What it led, its lines and origin end with it; those who report to it go elsewhere."""

    slug, label, key, verb = "delete-posts", "Delete…", "delete", "delete posts"
    of, most, many_label, is_grave = (POST,), None, "Delete posts…", True
    finds, asks = POSTS, "Those who report to what is deleted report to"
    tops = ((MANAGER, "whom it reported to"),)
    reads = (WRITTEN, BELOW, LED, LINED, CAME)

    def prepare(self):
        super().prepare()
        pks = [post.pk for post in self.subjects]
        if not Post.objects.filter(parent__in=pks).exclude(pk__in=pks).exists():
            del self.fields["to"]
        if self.stood_before:
            self.fields["fate"] = fate_field("It is deleted")
        self.move_reason_last()

    @property
    def target_key(self):
        return self.asked.get("to", MANAGER)

    def why_not(self, key):
        """Who is deleted takes over nobody, nor does one who stands below and would move too."""
        if key in self.keys:
            return "This is deleted"
        return "It stands below what is deleted" if key in self.keys_below else None

    def perform(self, editing):
        target = self.target if self.cleaned_data.get("to") else None
        unit = self.subject.unit
        show = next_to(self.subjects, self.structure.posts.filter(unit=unit).exclude(key=""))
        redrawing.delete_posts(self.subjects, target)
        if self.cleaned_data.get("fate"):
            successions.leave_open(editing.structure, self.keys)
        return show or (unit.key if unit else None)


class Duplicate(Act):
    slug, label, key, verb = "duplicate", "Duplicate…", "d", "duplicate a post"
    of = (POST,)

    rows = forms.IntegerField(label="How many more", initial=1, min_value=1, max_value=200)

    def perform(self, editing):
        return redrawing.duplicate(self.subject, self.cleaned_data["rows"])[0].key
