"""Approving a paper for publication, and withdrawing that.

Its one rule: what will happen is said before it does, and what must be put right stands in the way.
"""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from divisions import errors
from divisions.access import papers_for
from orgchart.forms import Fault, faults
from reports.editions import EDITIONS, PUBLIC
from reports.exporting import Making, published_files, published_of
from reports.publishing import prepare, publish, withdraw
from reports.views.choosing import named
from reports.views.finding import restructure_of
from reports.views.report_page import page_of
from reports.writing.reading import report_standing

OTHERS = [(key, each.title) for key, each in EDITIONS.items() if key != PUBLIC.key]


class PublishForm(forms.Form):
    """Which editions are made and kept besides the public one."""

    editions = forms.MultipleChoiceField(
        label="Make and keep as approved, besides the public edition",
        choices=OTHERS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seen = forms.CharField(
        error_messages={"required": "Open the page and read it before you approve the paper."},
        widget=forms.HiddenInput,
    )

    @property
    def asked(self):
        """The editions, and what the paper said when it was read."""
        return self.cleaned_data["editions"], self.cleaned_data["seen"]

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return [Fault(text, None) for texts in self.errors.values() for text in texts]


class WithdrawForm(forms.Form):
    """Why a publication is withdrawn."""

    reason = forms.CharField(
        label="Why the publication is withdrawn",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Say why the publication is withdrawn."},
    )

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)


@login_required
@require_http_methods(["GET", "POST"])
def publish_report(request, council, restructure):
    """Ask, and approve the paper for publication."""
    council = papers_for(request.user, council)
    restructure = restructure_of(council, restructure)
    form = PublishForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return (_one_more if request.htmx else _published)(request, restructure, form)
    making = Making(restructure, request.user, makes=False)
    report = making.comparison.proposal.report
    published = making.published if report.is_published else None
    page = page_of(restructure, report) | {
        "form": form,
        "at": "publish",
        "published": published,
        "obstacles": [] if published else making.held_back(PUBLIC.key),
        "seen": making.seen,
    }
    return render(request, "report/publish.html", page, status=422 if form.is_bound else 200)


def _published(request, restructure, form):
    """Approve it, and go to its files."""
    publish(restructure, request.user, *form.asked)
    messages.success(request, f"“{restructure}” was approved for publication.")
    at = reverse("download", args=[restructure.council.slug, restructure.key])
    return HttpResponseClientRedirect(at) if request.htmx else redirect(at)


def _one_more(request, restructure, form):
    """Make the next file and say which are made and which are left; with all made, approve it."""
    page = {"council": restructure.council, "restructure": restructure, "form": form}
    try:
        done, left = prepare(
            restructure, request.user, *form.asked, make="going-on" in request.POST
        )
        if not left and "going-on" in request.POST:
            return _published(request, restructure, form)
    except errors.RuleBroken as error:
        page["fault"] = str(error)
        return render(request, "report/publishing.html", page, status=error.status)
    page |= {
        "all": len(done) + len(left),
        "done": [named(*each) for each in done],
        "waiting": [named(*each) for each in left],
    }
    return render(request, "report/publishing.html", page)


@login_required
@require_http_methods(["GET", "POST"])
def withdraw_report(request, council, restructure):
    """Ask why, and withdraw the publication."""
    council = papers_for(request.user, council)
    restructure = restructure_of(council, restructure)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        withdraw(restructure, request.user, form.cleaned_data["reason"])
        messages.success(request, f"The publication of “{restructure}” was withdrawn.")
        return redirect("download", council.slug, restructure.key)
    page = page_of(restructure, report_standing(restructure)) | {
        "form": form,
        "at": "publish",
        "published": published_of(restructure),
        "files": published_files(restructure, EDITIONS),
    }
    return render(request, "report/withdraw.html", page, status=422 if form.is_bound else 200)
