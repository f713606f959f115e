"""The councils to which a person belongs, and starting a new one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from divisions.forms import NewCouncilForm
from divisions.models import Membership


@login_required
@require_GET
def home(request):
    """List a person's councils; straight on to the one where there is only one."""
    memberships = Membership.objects.filter(user_id=request.user.pk)
    memberships = list(memberships.select_related("council").order_by("council__name"))
    if len(memberships) == 1:
        return redirect("council", memberships[0].council.slug)
    return render(request, "home.html", {"memberships": memberships})


@login_required
@require_http_methods(["GET", "POST"])
def new_council(request):
    """Start a council; whoever starts it is its administrator, and goes on to its posts."""
    form = NewCouncilForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "new_council.html", {"form": form}, status=status)
    council = form.start(request.user)
    messages.success(request, f"{council.name} was started. You are its administrator.")
    return redirect("establishment", council.slug)
