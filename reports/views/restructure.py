"""A restructure in its five faces: side by side, on one chart, services, posts, stated figures."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from reports.views.finding import restructure_of


def face(name):
    @login_required
    @require_GET
    def view(request, council, restructure):
        council = council_for(request.user, council)
        restructure = restructure_of(council, restructure)
        context = {"council": council, "restructure": restructure, "section": "restructures"}
        return render(request, "restructure.html", context)

    return view


side_by_side, changes, services, posts, figures = map(
    face, ("restructure", "changes", "services", "posts", "figures")
)
