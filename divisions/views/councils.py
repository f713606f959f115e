"""The councils to which a person belongs."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

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
