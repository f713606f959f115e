"""Any two structures of a council, or any two moments of one, compared as a restructure is.

Its one rule: what is compared stands in the address, `KEY` as it is now or `KEY@ACT` as it was
recorded after an act, so that the page always shows the same two.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from divisions.access import council_for
from divisions.dates import in_words
from divisions.models import Act, Structure
from posts.reading import read_moments
from posts.snapshot import DERIVED, NEW, WHOLE, Ending, Origin
from posts.views.moments import RecordedOn
from reports.comparison import Comparison
from reports.models import Restructure
from reports.proposal import Proposal
from reports.views import restructure as shown

FACES = {"compare": "restructure", "compare-changes": "changes", "compare-services": "services"}
FACES |= {"compare-posts": "posts"}
"""By address, the face of a restructure that shows it."""


@dataclass(frozen=True)
class Side:
    """A structure at a moment: after an act, or (None) as it is now."""

    structure: Structure
    act: Act | None

    @property
    def asked(self):
        """As an address names it."""
        return f"{self.structure.key}@{self.act.pk}" if self.act else self.structure.key

    @property
    def at(self):
        """What the address of the structure has besides, to show this moment."""
        return f"?at={self.act.pk}" if self.act else ""

    def __str__(self):
        if self.act is None:
            return self.structure.title
        when = timezone.localtime(self.act.moment)
        return f"{self.structure.title} as recorded on {in_words(when.date())}, {when:%H:%M}"


class Chosen(RecordedOn):
    """One side of a comparison as somebody chooses it: a structure, and a moment or now."""

    structure = forms.ChoiceField(
        label="Structure", error_messages={"required": "Choose a structure"}
    )
    field_order = ("structure", "on", "time")

    def __init__(self, *arguments, structures, **named):
        super().__init__(*arguments, **named)
        self.structures = {structure.key: structure for structure in structures}
        self.fields["structure"].choices = [(each.key, each.title) for each in structures]
        self.fields["on"].label, self.fields["on"].required = "As recorded on", False
        self.fields["on"].help_text = "Like 20 November 2026; left empty: as it is now"

    def clean(self):
        """Find the act after which it is shown, if a moment was asked for."""
        said = super().clean()
        structure, self.side = self.structures.get(said.get("structure")), None
        if structure is None or self.errors:
            return
        act = self.act(structure) if said["on"] else None
        if said["on"] and act is None:
            self.add_error("on", f"Nothing was recorded of {structure} at that moment yet.")
        self.side = Side(structure, act)


@login_required
@require_GET
def compare(request, council, face):
    """Compare two structures or moments; where it is not said which, ask."""
    council = council_for(request.user, council)
    structures = list(Structure.objects.filter(council=council))
    asked = request.GET.get("before"), request.GET.get("after")
    if not all(asked):
        return _choose(request, council, structures)
    before, after = _sides(council, structures, asked)
    page, comparison, wishes = shown.page_of(
        request, _unsaved(council, before, after), _comparison(council, before, after), FACES[face]
    )
    page |= {
        "frame": "compare.html",
        "section": "structures",
        "faces": _faces(council, before, after),
        "face": face,
        "posts_address": _address("compare-posts", council, before, after),
        "before": before,
        "after": after,
    }
    return shown.SHOW[FACES[face]](request, page, comparison, wishes)


def _choose(request, council, structures):
    """The form in which the two are chosen, or the way to what was chosen in it."""
    is_sent = "before-structure" in request.GET
    first = (request.GET.get("before") or request.GET.get("after") or "").partition("@")[0]
    forms = [
        Chosen(
            request.GET if is_sent else None,
            prefix=side,
            structures=structures,
            initial={"structure": first},
            use_required_attribute=False,
        )
        for side in ("before", "after")
    ]
    if is_sent and not any(form.errors for form in forms):
        sides = (form.side for form in forms)
        return HttpResponseRedirect(_address("compare", council, *sides), status=303)
    page = {"council": council, "section": "structures", "forms": forms}
    return render(request, "choose_two.html", page, status=422 if is_sent else 200)


def _sides(council, structures, asked):
    """What an address names, or 404."""
    by_key = {structure.key: structure for structure in structures}
    named = [text.partition("@")[::2] for text in asked]
    numbers = [int(act) for _, act in named if act.isdecimal() and len(act) < 18]
    acts = {act.pk: act for act in Act.objects.filter(council=council, pk__in=numbers)}
    return [_side(by_key.get(key), acts, act) for key, act in named]


def _side(structure, acts, number):
    if structure is None:
        raise Http404
    if not number:
        return Side(structure, None)
    act = acts.get(int(number)) if number.isdecimal() else None
    if act is None or act.structure_id != structure.pk:
        raise Http404
    return Side(structure, act)


def _comparison(council, before, after):
    """The two sides, and what differs between them."""
    for side in (before, after):
        side.structure.council = council
    was, becomes = read_moments(*((side.structure, side.act) for side in (before, after)))
    becomes = _without_what_both_say(was, becomes)
    if before.structure == after.structure:
        becomes = _told_by_history(was, becomes)
    proposal = Proposal(key="", title="", before=was.key, after=becomes.key)
    return Comparison(council.name, proposal, was, becomes)


def _without_what_both_say(was, becomes):
    """The second without what the first says too: that is of something before both."""
    return replace(
        becomes,
        origins=tuple(origin for origin in becomes.origins if origin not in was.origins),
        endings=tuple(ending for ending in becomes.endings if ending not in was.endings),
    )


def _told_by_history(was, becomes):
    """A moment of a structure beside another: what there is at one alone came or went between."""
    origins, endings = list(becomes.origins), list(becomes.endings)
    keys = [{*moment.units, *moment.posts} for moment in (was, becomes)]
    told = {origin.key for origin in origins}
    gone = {ending.key for ending in endings}
    gone |= {origin.came_from for origin in origins if origin.share == WHOLE}
    origins += [
        Origin(key=key, share=NEW, certainty=DERIVED) for key in sorted(keys[1] - keys[0] - told)
    ]
    endings += [Ending(key=key, certainty=DERIVED) for key in sorted(keys[0] - keys[1] - gone)]
    return replace(becomes, origins=tuple(origins), endings=tuple(endings))


def _unsaved(council, before, after):
    """A restructure that nobody has written down, for pages that show one."""
    return Restructure(
        council=council,
        title=f"{before} and {after}",
        before=before.structure,
        after=after.structure,
    )


def _faces(council, before, after):
    return [
        shown.Face(name, shown.FACES[face], _address(name, council, before, after))
        for name, face in FACES.items()
    ]


def _address(face, council, before, after):
    asked = urlencode({"before": before.asked, "after": after.asked})
    return f"{reverse(face, args=[council.slug])}?{asked}"
