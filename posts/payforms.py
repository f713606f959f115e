"""What an administrator keeps of pay: tables of points by their day, on-costs, pay of grades.

Its one rule: an amount that stands is only put out of its place by somebody who has said so.
"""

import re
from decimal import Decimal

from django import forms

from divisions import dates, errors
from orgchart.forms import faults
from posts.models import Grade
from posts.models.pay import OnCosts, PaySpine, SpinePoint

_LINE = re.compile(r"(?:scp|point)?\s*(\d{1,3})[\s,;:]+£?\s*(\d[\d,]*(?:\.\d{1,2})?)", re.I)
_MARKS = re.compile(r"[£%,]|(?<=\d)\s(?=\d{3}\b)")
_MOST = 500
A_DAY = "1 April 2025"


class Loose(forms.DecimalField):
    """A number as one types it: £71,795, 25.5%."""

    widget = forms.TextInput({"inputmode": "decimal"})

    def to_python(self, value):
        typed = (value or "").strip()
        number = super().to_python(_MARKS.sub("", typed))
        if typed and number is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return number


class PayForm(forms.Form):
    """One thing of pay that is set, in one act of the council's papers."""

    replace = forms.BooleanField(
        required=False, label="Put this in the place of what stands", widget=forms.CheckboxInput
    )
    verb = "set the pay"
    may_replace = False
    """Whether it is asked if this is put in the place of what stands: where something does."""

    def __init__(self, data=None, *, council):
        self.council = council
        super().__init__(data, prefix=self.key, use_required_attribute=False)
        self.order_fields([name for name in self.fields if name != "replace"] + ["replace"])

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    @property
    def rows(self):
        """The fields that are typed."""
        return [field for field in self if field.name != "replace"]

    def begin_with(self, asked):
        """Begin with what an address asks for."""

    def clean(self):
        in_the_way = [] if self.errors else list(self.stands())
        self.may_replace = bool(in_the_way) or self.cleaned_data["replace"]
        if not self.cleaned_data["replace"]:
            for words in in_the_way:
                self.add_error(None, f"{words} Tick “Put this in the place of what stands”.")

    def save_as(self, user):
        """Write it, and say what was; ChangedMeanwhile if other stands there since the check."""
        with self.council.editing(user, self.verb) as council:
            if not self.cleaned_data["replace"] and list(self.stands()):
                raise errors.ChangedMeanwhile("Somebody else set this pay a moment ago.")
            says = self.save()
            council.act.tell(says)
        return says


def _day(text):
    try:
        return dates.exact(text)
    except dates.Unreadable as error:
        raise forms.ValidationError(f"“{text}” is not one day. Write it as {A_DAY}") from error
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error


class SinceForm(PayForm):
    since = forms.CharField(
        label="Paid since",
        help_text=f"One day, like {A_DAY}",
        error_messages={"required": "Type the day from which it is paid"},
    )

    def clean_since(self):
        return _day(self.cleaned_data["since"])


class TableForm(SinceForm):
    """A table of points of a spine, pasted from a spreadsheet."""

    key, says = "table", "A table of points"

    spine = forms.CharField(
        label="Spine",
        max_length=200,
        help_text="Like NJC; one that is not there yet is made",
        error_messages={"required": "Type the name of the spine"},
    )
    points = forms.CharField(
        label="Points",
        help_text="A line for each: the point, then pounds a year for full time, like 12 28,598",
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": "Paste the points with their amounts"},
    )
    field_order = ["spine", "since", "points"]

    def clean_points(self):
        found, wrong = {}, []
        lines = [line.strip() for line in self.cleaned_data["points"].splitlines()]
        for number, line in enumerate(lines, start=1):
            match = _LINE.fullmatch(line)
            pounds = match and match[2].replace(",", "")
            if match and len(pounds.split(".")[0]) <= 9:
                point, amount = int(match[1]), Decimal(pounds)
                if found.setdefault(point, amount) != amount:
                    wrong.append(f"Line {number}: point {point} stands twice, with two amounts.")
            elif line and not (number == 1 and not re.search(r"\d", line)):
                wrong.append(f"Line {number}: type a point and its pounds, like 12 28,598.")
        if len(found) > _MOST or wrong or not found:
            raise forms.ValidationError(wrong[:10] or ["No points with amounts are here."])
        return found

    def stands(self):
        """The points that have another amount on that day."""
        said = self.cleaned_data
        rows = SpinePoint.objects.filter(
            spine__council=self.council, spine__name=said["spine"], since=said["since"]
        )
        other = [row for row in rows if said["points"].get(row.point, row.pounds) != row.pounds]
        if other:
            points = ", ".join(f"{row.point} £{row.pounds:,}" for row in other[:10])
            yield f"On that day {said['spine']} has other amounts: {points}."

    def save(self):
        said = self.cleaned_data
        spine, _ = PaySpine.objects.get_or_create(council=self.council, name=said["spine"])
        there = {row.point: row for row in spine.points.filter(since=said["since"])}
        for point, pounds in said["points"].items():
            row = there.get(point) or SpinePoint(spine=spine, since=said["since"], point=point)
            if row.pounds != pounds:
                row.pounds = pounds
                row.save()
        return f"{spine}: {len(said['points'])} points since {dates.in_words(said['since'])}."


class OnCostsForm(SinceForm):
    """What comes on top of pay, from a day."""

    key, says = "on-costs", "On-costs"

    percent = Loose(
        label="Per cent of pay",
        min_value=0,
        max_value=200,
        max_digits=7,
        decimal_places=4,
        error_messages={"required": "Type the per cent", "invalid": "Type a number, like 25.5"},
    )

    def stands(self):
        """Another per cent on that day."""
        row = OnCosts.objects.filter(council=self.council, since=self.cleaned_data["since"]).first()
        if row and row.percent != self.cleaned_data["percent"]:
            yield f"Since that day on-costs are {row.percent.normalize():f} per cent."

    def save(self):
        said = self.cleaned_data
        OnCosts.objects.update_or_create(
            council=self.council, since=said["since"], defaults={"percent": said["percent"]}
        )
        percent, day = f"{said['percent'].normalize():f}", dates.in_words(said["since"])
        return f"On-costs are {percent} per cent since {day}."


class GradeForm(PayForm):
    """What a grade is paid: a range of points of a spine, or one spot amount."""

    key, says = "grade", "The pay of a grade"

    grade = forms.ModelChoiceField(
        Grade.objects.none(),
        empty_label="Choose",
        error_messages={"required": "Choose the grade"},
    )
    spine = forms.ModelChoiceField(PaySpine.objects.none(), required=False, empty_label="None")
    lowest = forms.IntegerField(label="Lowest point", required=False, min_value=0, max_value=999)
    highest = forms.IntegerField(label="Highest point", required=False, min_value=0, max_value=999)
    pounds = Loose(
        label="Or one spot amount",
        help_text="Pounds a year for full time, like 71,795",
        required=False,
        min_value=0,
        max_digits=11,
        decimal_places=2,
        error_messages={"invalid": "Type an amount in pounds, like 71,795"},
    )

    def __init__(self, data=None, *, council):
        super().__init__(data, council=council)
        self.fields["grade"].queryset = council.grades.all()
        self.fields["spine"].queryset = council.spines.all()

    def begin_with(self, asked):
        if name := asked.get("grade"):
            self.initial["grade"] = self.council.grades.filter(name=name).first()

    def clean(self):
        said = self.cleaned_data
        of_range = [said.get(name) for name in ("spine", "lowest", "highest")]
        has_range = all(value is not None for value in of_range)
        if not self.errors and has_range == (said.get("pounds") is not None):
            self.add_error("spine", "Choose a spine with both its points, or type one spot amount")
        elif not self.errors and not has_range and any(value is not None for value in of_range):
            self.add_error("spine", "A grade with one spot amount has no spine and no points")
        elif not self.errors and has_range and said["lowest"] > said["highest"]:
            self.add_error("highest", "The highest point is below the lowest")
        elif not self.errors and has_range:
            self._check_points()
        super().clean()

    def _check_points(self):
        """Refuse ends of a range that no table of the spine pays."""
        spine = self.cleaned_data["spine"]
        there = set(spine.points.values_list("point", flat=True))
        for name in ("lowest", "highest"):
            if there and self.cleaned_data[name] not in there:
                has = f"it has {min(there)} to {max(there)}"
                self.add_error(name, f"{spine} has no point {self.cleaned_data[name]}: {has}")

    def stands(self):
        """Other pay that the grade has."""
        grade = Grade.objects.get(pk=self.cleaned_data["grade"].pk)
        if pay_words(grade) and _pay(grade) != self._wanted():
            yield f"{grade} has {pay_words(grade)}."

    def _wanted(self):
        said = self.cleaned_data
        return said["pounds"], said["spine"] and said["spine"].pk, said["lowest"], said["highest"]

    def save(self):
        grade = Grade.objects.get(pk=self.cleaned_data["grade"].pk)
        grade.pounds, grade.spine_id, grade.lowest, grade.highest = self._wanted()
        grade.save()
        return f"{grade} has {pay_words(grade)}."


def _pay(grade):
    return grade.pounds, grade.spine_id, grade.lowest, grade.highest


def pay_words(grade):
    """“points 12 to 14 of NJC”, “£71,795”; nothing where no pay is recorded."""
    if grade.pounds is not None:
        return in_pounds(grade.pounds)
    if grade.spine is None:
        return ""
    return f"points {grade.lowest} to {grade.highest} of {grade.spine}"


def in_pounds(amount):
    """“£28,598”, “£29,064.50”: pence only where there are any."""
    return f"£{amount:,.2f}".removesuffix(".00")


FORMS = {form.key: form for form in (TableForm, OnCostsForm, GradeForm)}
