"""The tree of posts: who reports to whom. A post exists whether or not anybody holds it.

Its one rule: a post stands under the post it reports to, and under the tree's root, which is no
post, where it reports to none or the paper does not say.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now, TruncDate

from divisions import errors, sentences, tree
from divisions.models.act import history
from divisions.models.part import UNTRACKED, Part
from divisions.models.unit import Unit
from posts.models import namesakes

_PLACE = frozenset(("key", "structure", "parent", "position", "unit", "line", "reports_to_other"))


class Post(Part):
    """A post, or `number` alike. `title` null: the paper names none."""

    IN_ONE_LIST = True

    class Line(models.TextChoices):
        STATED = "stated", "reports to a post"
        NONE = "none", "reports to nobody"
        NOT_STATED = "not stated", "not stated"
        OUTSIDE = "outside", "reports to somebody outside this structure"

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="posts")
    line = models.CharField(max_length=20, choices=Line.choices, default=Line.NOT_STATED)
    reports_to_other = models.CharField(max_length=500, null=True, blank=True)
    title = models.CharField(max_length=500, null=True, blank=True)
    category = models.CharField(max_length=200, null=True, blank=True)
    grade = models.ForeignKey("posts.Grade", models.PROTECT, null=True, related_name="posts")
    fte = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    state = models.CharField(max_length=100, null=True, blank=True)
    contract = models.CharField(max_length=200, null=True, blank=True)
    statutory = models.CharField(max_length=300, null=True, blank=True)
    post_number = models.CharField(max_length=100, null=True, blank=True)
    cost_centre = models.CharField(max_length=100, null=True, blank=True)
    location = models.CharField(max_length=300, null=True, blank=True)
    responsibilities = models.TextField(null=True, blank=True)
    filled_by = models.CharField(max_length=500, null=True, blank=True)
    tier = models.PositiveSmallIntegerField(null=True, blank=True)

    history = history(excluded_fields=UNTRACKED)

    class Meta(Part.Meta):
        pass

    def __str__(self):
        return self.title or "A post whose title is not stated"

    @property
    def called(self):
        """What it is called; where others have its title, with what tells it from them."""
        return namesakes.called([self])[0]

    @classmethod
    def create(cls, structure, title, *, key, unit=None, reports_to=None, after=None, **facts):
        """Create a post in a unit, below the post it reports to, last unless `after` another."""
        with structure.editing(verb="create a post") as editing:
            editing.must_be_free(key)
            if reports_to is not None:
                facts["line"] = cls.Line.STATED
            unit = editing.fresh(unit) if unit else None
            post = cls(structure=editing.structure, key=key, title=title, unit=unit, **facts)
            post.must_keep_the_rules()
            post.must_say_whom_it_reports_to(reports_to)
            tree.plant(post, editing.fresh(reports_to) if reports_to else None, after)
            editing.tell(sentences.created(str(post), unit and f"in {unit.called}"))
            return post

    def report_to(self, manager, after=None):
        """Let this post report to another, bringing everybody below it along."""
        with self.structure.editing(verb="change whom a post reports to") as editing:
            post, manager = editing.fresh(self), editing.fresh(manager)
            post.line, post.reports_to_other = self.Line.STATED, None
            tree.move(post, manager, after, ["line", "reports_to_other"])
            editing.tell(sentences.reports_to([str(post)], str(manager)))

    def report_to_no_post(self, line=Line.NOT_STATED, other=None, after=None):
        """Let this post report to nobody, to somebody outside, or leave it not stated."""
        with self.structure.editing(verb="change whom a post reports to") as editing:
            post = editing.fresh(self)
            post.line, post.reports_to_other = line, other
            post.must_say_whom_it_reports_to(None)
            tree.move(post, None, after, ["line", "reports_to_other"])
            editing.tell(sentences.reports_to([str(post)], other, line))

    def move_to_unit(self, unit):
        """Let this post sit in another unit; whom it reports to stays as it was."""
        with self.structure.editing(verb="move a post") as editing:
            post = editing.fresh(self)
            was, post.unit = post.unit, editing.fresh(unit) if unit else None
            post.save(update_fields=["unit"])
            editing.tell(sentences.moved(str(post), was and was.name, unit and post.unit.name))

    def move_up(self):
        """Draw this post before the one it is drawn after, among those of its unit."""
        with self.structure.editing(verb="reorder") as editing:
            post = editing.fresh(self)
            tree.move_up(post, post._sit_with())
            editing.tell(sentences.reordered(post.called, "up"))

    def move_down(self):
        """Draw this post after the one it is drawn before, among those of its unit."""
        with self.structure.editing(verb="reorder") as editing:
            post = editing.fresh(self)
            tree.move_down(post, post._sit_with())
            editing.tell(sentences.reordered(post.called, "down"))

    def change(self, **facts):
        """Retitle, regrade, or change any other fact of the post but its place."""
        self.must_be_no_place(facts)
        with self.structure.editing(verb="change a post") as editing:
            post = editing.fresh(self)
            name, differ = post.called, post.set_facts(facts)
            post.must_keep_the_rules()
            post.save(update_fields=list(facts))
            editing.tell(sentences.changed(name, differ))

    def delete_from_structure(self):
        """Delete the post and its other lines; StillNeeded while posts report to it."""
        with self.structure.editing(verb="delete a post") as editing:
            post = editing.fresh(self)
            if below := post.children.count():
                raise errors.StillNeeded(
                    f"{below} {'post reports' if below == 1 else 'posts report'} to {post}. "
                    "Choose whom they report to first."
                )
            self.must_be_held_by_nobody([post])
            editing.take_out(post)
            editing.tell(sentences.deleted([str(post)]))

    @staticmethod
    def must_be_held_by_nobody(posts):
        """StillNeeded if somebody holds one of some posts: a name that goes does not come back."""
        has_not_left = Q(held_until=None) | Q(held_until__gte=TruncDate(Now()))
        held = Holding.objects.filter(has_not_left, post__in=posts).select_related("post__unit")
        if held := list(dict.fromkeys(holding.post for holding in held)):
            more = f" and {len(held) - 3} more" if len(held) > 3 else ""
            raise errors.StillNeeded(
                f"Somebody holds {sentences.listed(namesakes.called(held[:3]))}{more}. Who holds a "
                "post is not in the history and could not be put back. Let them leave it first, on "
                "a day that has come."
            )

    @staticmethod
    def must_be_no_place(facts):
        """TypeError if facts are given that only the verbs that move a post may change."""
        if _PLACE & facts.keys():
            raise TypeError("The place of a post is changed by the verbs that move it.")

    def _sit_with(self):
        """The posts that sit in its unit; those that sit in none, where it does not."""
        posts = Post.objects.filter(structure=self.structure, unit=self.unit_id)
        return posts.exclude(parent=None)

    def must_say_whom_it_reports_to(self, manager):
        """Refuse a stated line without a manager, and words where the line leads to no outsider."""
        if self.line not in self.Line:
            lines = ", ".join(self.Line.values)
            raise errors.NotSound(f"{self} cannot have the line “{self.line}”. Choose of {lines}.")
        if manager is None and self.line == self.Line.STATED:
            raise errors.NotSound(f"{self} reports to a post. Choose which.")
        if self.reports_to_other is not None and self.line != self.Line.OUTSIDE:
            raise errors.NotSound(
                f"{self} reports to {self.reports_to_other}, who has no post in this structure. "
                f"Give it the line “{self.Line.OUTSIDE}”."
            )

    def must_keep_the_rules(self):
        """Refuse another council's grade, and a post number that another post has."""
        self.must_have_a_grade_of_the_council()
        self.must_have_its_own_number()

    def must_have_a_grade_of_the_council(self):
        """Refuse another council's grade."""
        if self.grade and self.grade.council_id != self.structure.council_id:
            raise errors.NotInStructure(
                f"{self.grade} is no grade of {self.structure.council}. Choose one of its own."
            )

    def must_have_its_own_number(self):
        """Refuse a post number that another post has."""
        others = Post.objects.filter(structure=self.structure, post_number=self.post_number)
        if self.post_number and (other := others.exclude(pk=self.pk).first()):
            raise errors.KeyTaken(
                f"{self.post_number} is the post number of {other.called} already. Give another."
            )


class Holding(models.Model):
    """Who holds a post: never copied, never in history or a public file, and can be erased.

    `pounds` is what the person is paid for full time in a year.
    """

    post = models.ForeignKey(Post, models.CASCADE, related_name="holdings")
    person = models.CharField(max_length=300)
    payroll_number = models.CharField(max_length=100, blank=True)
    held_from = models.DateField(null=True, blank=True)
    held_until = models.DateField(null=True, blank=True)
    pounds = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ["post", "held_from"]

    def __str__(self):
        return f"the holder of {self.post}"
