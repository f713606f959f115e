"""An establishment list as a person sends it: chosen or pasted, matched, then made.

Its one rule: nothing is kept here between looking at a list and making it; the page sends it again,
as text.
"""

from dataclasses import replace
from functools import cached_property
from itertools import islice

from django import forms
from django.http import QueryDict
from django.utils.timezone import localdate

from divisions import dates, once
from divisions.models import Structure
from orgchart.forms import faults
from posts import from_list
from posts.establishment_list import reading
from posts.establishment_list.fields import FIELDS, LEVEL, ladder
from posts.establishment_list.making import establish
from posts.establishment_list.matching import as_before, guess, label_of, matched, otherwise
from posts.establishment_list.reading import Unreadable
from posts.how_many import number
from posts.unit_lines import unit_lines

MOST_FAULTS, MOST_REMARKS, FIRST_POSTS, EXAMPLES = 200, 40, 8, 3
PASTED = "the pasted rows"


class ListForm(forms.Form):
    """The file, or the rows pasted."""

    file = forms.FileField(
        label="Spreadsheet file",
        required=False,
        help_text=f"A .xlsx or .csv file of at most {reading.LARGEST_MEGABYTES} MB",
    )
    pasted = forms.CharField(
        label="Or the rows themselves",
        required=False,
        strip=False,
        help_text="Select them in the spreadsheet, headings too, copy, and paste here",
        widget=forms.Textarea({"rows": 6, "spellcheck": "false", "autocomplete": "off"}),
    )
    refused = None

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    def clean(self):
        file, pasted = self.cleaned_data.get("file"), self.cleaned_data.get("pasted", "")
        if file and pasted.strip():
            self.add_error("file", "Choose a file or paste rows, not both")
        elif not self.errors:
            self._read(file, pasted)

    def _read(self, file, pasted):
        field = "file" if file or not pasted.strip() else "pasted"
        try:
            if file is None and field == "file":
                raise Unreadable("Choose a file, or paste rows")
            self.sent = reading.read_file(file.read()) if file else reading.read_pasted(pasted)
            self.name = file.name if file else PASTED
        except Unreadable as error:
            self.add_error(field, str(error))

    @property
    def as_sent_on(self):
        """What the next page sends back of it."""
        data = QueryDict(mutable=True)
        data["name"] = self.name
        data.setlist("remark", self.sent.remarks)
        data.setlist("merged", self.sent.merged)
        for sheet, text in self.sent.sheets:
            data.appendlist("sheet", sheet)
            data.appendlist("text", text)
        return data


class ListInHand:
    """A list that was sent, as the page shows it: matched as the person says, or as is guessed.

    `before`: what the person last said that columns are, by the words of their headings.
    """

    def __init__(self, council, data, before=None):
        self.council, self.data, self.before = council, data, before or {}
        self.name = data.get("name", "")[:200] or PASTED
        self.reading_remarks = data.getlist("remark")[:5]
        self.texts, self.sheets = data.getlist("text"), data.getlist("sheet")
        self.chosen = self._number("chosen", 0, len(self.texts) - 1) or 0
        if not self.texts or len(self.sheets) != len(self.texts):
            raise Unreadable("Choose a file, or paste rows")
        if sum(map(len, self.texts)) > 2 * reading.LARGEST_TEXT:
            raise Unreadable(f"A list is at most {reading.LARGEST_MEGABYTES} MB.")
        self.merged = data.getlist("merged")
        merged = self.merged[self.chosen] if len(self.merged) == len(self.texts) else ""
        text, sheet = self.texts[self.chosen], self.sheets[self.chosen]
        self.table = reading.read_text(text, sheet, merged)

    def _number(self, name, least, most):
        text = self.data.get(name, "")
        number = int(text) if text.isdecimal() and len(text) < 7 else None
        return number if number is not None and least <= number <= most else None

    @cached_property
    def known(self):
        return from_list.known(self.council)

    @cached_property
    def matching(self):
        """What each column is; guessed anew for another sheet, or another row of headings."""
        row = self._number("heading_row", 1, len(self.table.rows))
        has_text = row is not None and any(self.table.rows[row - 1])
        is_same_sheet = self.data.get("matched", "").startswith(f"{self.chosen} ")
        found = guess(self.table, self.known.kinds, row if has_text and is_same_sheet else None)
        found = replace(found, empty_is_nobody=self.data.get("empty") == "nobody")
        right = {*FIELDS, *(LEVEL + kind for kind in found.kinds)}
        if self.data.get("matched") == f"{self.chosen} {found.heading_row}":
            said = [self.data.get(f"column-{column.number}") for column in found.columns]
        else:
            said = as_before(found, self.before)
        return matched(self.table, found, [each if each in right else None for each in said])

    @property
    def by_hand(self):
        """What a person says that columns are, where nothing or something else was guessed."""
        guessed = guess(self.table, self.known.kinds, self.matching.heading_row)
        return otherwise(guessed, self.matching)

    @cached_property
    def establishment(self):
        """What would be made."""
        return establish(self.table, self.matching, self.known)

    # ---- what the page shows ----

    @property
    def matched_for(self):
        """For which sheet and row of headings the page matches columns."""
        return f"{self.chosen} {self.matching.heading_row}"

    @property
    def carried(self):
        """The sheets by name, each with its text."""
        return list(zip(self.sheets, self.texts, strict=True))

    @property
    def columns(self):
        """Each column with the first few texts in it."""
        rows = range(self.matching.heading_row + 1, len(self.table.rows) + 1)
        for column in self.matching.columns:
            texts = (self.table.cell(row, column.number) for row in rows)
            yield column, [text[:60] for text in islice(filter(None, texts), EXAMPLES)]

    @cached_property
    def choices(self):
        """What a column may be, in groups: the post, its unit."""
        kinds = ladder(self.known.kinds)
        return (
            (
                "Units, one column a level",
                [(LEVEL + kind, label_of(LEVEL + kind)) for kind in kinds],
            ),
            ("The post", [(field.name, field.label) for field in FIELDS.values()]),
        )

    @property
    def faults(self):
        """The first of the faults."""
        return self.establishment.faults[:MOST_FAULTS]

    @property
    def more_faults(self):
        return max(0, len(self.establishment.faults) - MOST_FAULTS)

    @property
    def remarks(self):
        """What is not wrong and should be known."""
        kept = [self._kept] if self._kept else []
        return [*self.reading_remarks, *kept, *self.establishment.remarks][:MOST_REMARKS]

    @property
    def _kept(self):
        """That columns are matched as a person matched them before."""
        if self.data.get("matched") or not (kept := self.by_hand):
            return None
        columns = "1 column is" if len(kept) == 1 else f"{len(kept)} columns are"
        return f"{columns} matched by hand, as when a list with such headings was last looked at."

    @property
    def how_much(self):
        return from_list.how_much(self.establishment)

    @property
    def posts(self):
        """How many posts it would make, and in how many rows, where those are not as many."""
        posts = self.establishment.snapshot.posts.values()
        said, rows = number(posts), f"{len(posts):,}"
        return said, None if said == rows else rows

    @cached_property
    def unit_lines(self):
        """The first units, nested, with their posts, and how many more there are."""
        return unit_lines(self.establishment.snapshot)

    @property
    def first_posts(self):
        """The first posts, each with its manager, the names of its units, and who holds it."""
        snapshot = self.establishment.snapshot
        for post in islice(snapshot.posts.values(), FIRST_POSTS):
            units = [snapshot.units[post.unit], *snapshot.above(post.unit)] if post.unit else []
            path = " › ".join(unit.name for unit in reversed(units))
            manager = snapshot.posts.get(post.reports_to) if post.reports_to else None
            yield post, manager, path, self.establishment.holders.get(post.key)


class MakeForm(forms.Form):
    """What the new structure is called, what it is, and whether the list holds every post."""

    title = forms.CharField(
        label="Title of the structure",
        max_length=500,
        initial="Existing structure",
        error_messages={"required": "Type a title, such as Existing structure"},
    )
    status = forms.ChoiceField(
        label="It is", error_messages={"required": "Choose what the structure is"}
    )
    in_force_from = forms.CharField(
        label="In force from",
        required=False,
        max_length=100,
        help_text="Such as 1 April 2026. Left empty: not stated",
    )
    complete = forms.ChoiceField(
        label="Does the list hold every post?",
        choices=[
            ("", "Choose"),
            ("yes", "Yes: what is counted is exact"),
            ("no", "No, or that is not known: counts say “at least”"),
        ],
        error_messages={"required": "Say whether the list holds every post"},
    )
    once = once.field()

    def __init__(self, *args, council, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.fields["status"].choices = self._statuses(council)

    def _statuses(self, council):
        status = Structure.Status
        if not from_list.in_force(council):
            yield status.IN_FORCE, "In force: the structure as it now is"
        yield status.DRAFT, "A draft, to go on working on"
        yield status.ON_RECORD, "On record: kept as it is"

    def clean_in_force_from(self):
        """A date as people write it; of what is in force now, not one that is still to come."""
        text = self.cleaned_data["in_force_from"]
        if not text:
            return None
        try:
            stated = dates.parse(text)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        is_now = self.cleaned_data.get("status") == Structure.Status.IN_FORCE
        if is_now and stated.earliest and stated.earliest > localdate():
            raise forms.ValidationError(
                f"{stated.text} is still to come. Make this a draft, or on record, or leave it out"
            )
        return stated.text

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    def make(self, council, hand, user):
        """Make the structure of a list that has no faults."""
        return from_list.make(
            council,
            hand.establishment,
            title=self.cleaned_data["title"],
            status=self.cleaned_data["status"],
            in_force_from=self.cleaned_data["in_force_from"],
            is_complete=self.cleaned_data["complete"] == "yes",
            named=hand.name,
            user=user,
            sent=once.sent(self.data),
        )
