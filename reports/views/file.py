"""The council file in the browser: what it would change, every fault of it, then the loading.

Its one rule: nothing is kept here between trying a file and loading it; the page sends it again.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from divisions.access import file_for
from divisions.errors import ChangedMeanwhile
from reports.councilfile import live
from reports.councilfile.dump import dump
from reports.councilfile.load import WouldOverwrite
from reports.fileform import CouncilFileForm


@login_required
@require_http_methods(["GET", "POST"])
def council_file(request, council):
    """Ask for a council file, say what it would change, and load it when told to."""
    council = file_for(request.user, council)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = CouncilFileForm(*sent, council=council)
    if not form.is_bound:
        return _page(request, council, form, 200)
    if not form.is_valid():
        return _page(request, council, form, 422)
    if "load" not in request.POST:
        return _page(request, council, form, 200)
    try:
        plan = form.load(request.user)
    except (WouldOverwrite, ChangedMeanwhile):
        return _page(request, council, form, 409)
    number = len(plan.differences)
    changes = "1 change" if number == 1 else f"{number} changes"
    messages.success(request, f"{form.file_name} was loaded: {changes}.")
    return redirect("council", council.slug)


@login_required
@require_GET
def download_council_file(request, council):
    """Give the council, with all its structures and restructures, as one file."""
    council = file_for(request.user, council)
    answer = HttpResponse(dump(live.council_file(council)), content_type="application/yaml")
    answer["Content-Disposition"] = f'attachment; filename="{council.slug}.yaml"'
    return answer


def _page(request, council, form, status):
    context = {"council": council, "section": "file", "form": form}
    return render(request, "council_file.html", context, status=status)
