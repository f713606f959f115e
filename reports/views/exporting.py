"""The files of a paper: chosen by format and edition, made one after the other, had again.

Its one rule: what is held back is not made, and says what frees it.
"""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from divisions import errors
from divisions.access import council_for, papers_for
from reports.editions import EDITIONS
from reports.exporting import (
    Making,
    as_one,
    mime_of,
    published_files,
    published_of,
)
from reports.formats import ZIP
from reports.views.choosing import Choosing
from reports.views.finding import restructure_of
from reports.views.report_page import page_of
from reports.writing.reading import report_standing

LAST = 30
"""So many of the files made before are listed on a page."""


@login_required
@require_http_methods(["GET", "POST"])
def download(request, council, restructure):
    """Choose formats and editions; make what was chosen, and hand it out as one file."""
    council = council_for(request.user, council)
    if request.method == "POST":
        council = papers_for(request.user, council.slug)
    restructure = restructure_of(council, restructure)
    if not council.membership.is_writer:
        return _published(request, restructure)
    making = Making(restructure, request.user, makes=request.method == "POST")
    choosing = Choosing(making, request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return _page(request, making, choosing)
    if not choosing.is_valid and request.htmx:
        return render(request, "report/making.html", {"fault": choosing.fault}, status=422)
    if not choosing.is_valid:
        return _page(request, making, choosing, 422)
    if request.htmx:
        return _one_more(request, making, choosing)
    return handed_out([making.export(*each) for each in choosing.chosen], restructure.key)


def _one_more(request, making, choosing):
    """Make the next of the files that were chosen, and say which are made and which are left.

    One that cannot be made is left out, with the reason, and the others are gone on with.
    """
    done = _exports(making.restructure, request.POST.getlist("made"))
    refused = dict(zip(request.POST.getlist("refused"), request.POST.getlist("why"), strict=False))
    left = choosing.left(len(done), refused)
    if "going-on" in request.POST and left:
        try:
            done.append(making.export(*left[0]))
        except errors.RuleBroken as error:
            refused[choosing.value(left[0])] = str(error)
        left = left[1:]
    page = {
        "council": making.restructure.council,
        "restructure": making.restructure,
        "choosing": choosing,
        "all": len(choosing.chosen),
        "done": done,
        "tried": len(done) + len(refused),
        "waiting": [choosing.named(each) for each in left],
        "refused": refused,
        "address": _address(making.restructure, done),
    }
    return render(request, "report/making.html", page)


def _address(restructure, done):
    """Where files that were made are handed out."""
    at = restructure.council.slug, restructure.key
    if len(done) == 1:
        return reverse("export", args=[*at, done[0].pk])
    return f"{reverse('made-files', args=at)}?{urlencode([('made', one.pk) for one in done])}"


@login_required
@require_GET
def made_files(request, council, restructure):
    """Hand out files that were made, as one."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    exports = _exports(restructure, request.GET.getlist("made"))
    if not exports:
        raise Http404
    return handed_out(exports, restructure.key)


@login_required
@require_GET
def exports(request, council, restructure):
    """List the files that were made, the last first."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    made = restructure.exports.with_bytes().select_related("user").defer("content")
    paginator = Paginator(made, LAST)
    page = page_of(restructure, report_standing(restructure)) | {
        "exports": paginator.get_page(request.GET.get("page")),
    }
    return render(request, "report/exports.html", page)


@login_required
@require_GET
def export(request, council, restructure, pk):
    """Hand out a file again, as it was made."""
    council = council_for(request.user, council)
    restructure = restructure_of(council, restructure)
    found = get_object_or_404(restructure.exports, pk=pk)
    if not council.membership.is_writer and found not in published_files(restructure):
        raise PermissionDenied(
            "You may have what is published. A committee clerk, an HR officer or an administrator "
            f"of {council.name} can have the other files."
        )
    return handed_out([found])


def _exports(restructure, numbers):
    """The files of a restructure by their numbers, in the order in which they are asked for."""
    keys = [int(each) for each in numbers if each.isdecimal() and len(each) < 19]
    found = restructure.exports.in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _published(request, restructure):
    """What those have who only read: the files of the public edition, once it is published."""
    page = page_of(restructure, report_standing(restructure)) | {
        "at": "download",
        "published": published_of(restructure),
        "files": published_files(restructure),
    }
    return render(request, "report/published.html", page)


def _page(request, making, choosing, status=200):
    restructure = making.restructure
    page = page_of(restructure, making.comparison.proposal.report) | {
        "choosing": choosing,
        "at": "download",
        "published": making.published,
        "files": published_files(restructure, EDITIONS) if making.published else (),
    }
    return render(request, "report/download.html", page, status=status)


def handed_out(exports, name="files"):
    """One file as it is, several as one zip of a name."""
    if len(exports) == 1:
        (one,) = exports
        return _answer(one.data, mime_of(one), one.name)
    return _answer(as_one(exports), ZIP, f"{name}.zip")


def _answer(data, mime, name):
    answer = HttpResponse(data, content_type=mime)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
