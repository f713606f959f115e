"""The people of a council, what each may do, and how many posts at most should report to one.

Its one rule: a password that was made here is shown in the answer to adding a person, and nowhere
else, ever again.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from divisions import people as verbs
from divisions.access import people_for
from divisions.forms import AddPersonForm, RoleForm, SpanForm


@login_required
@require_http_methods(["GET", "POST"])
def people(request, council):
    """List a council's people; add one, change a role, take one out, limit the span."""
    council = people_for(request.user, council)
    if request.method == "GET":
        return _page(request, council)
    return _ACTS.get(request.POST.get("do"), _add)(request, council)


def _add(request, council):
    form = AddPersonForm(request.POST, council=council)
    if not form.is_valid():
        return _page(request, council, status=422, add=form)
    membership, is_new = form.save_as(request.user)
    if form.made:
        return _page(request, council, added=membership, password=form.made)
    back = "" if is_new else ", with the password they had"
    name, role = membership.user.get_username(), membership.role_within
    messages.success(request, f"{name} was added as {role}{back}.")
    return redirect("people", council.slug)


def _give_role(request, council):
    membership = _person(request, council)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _page(request, council, status=422, refused=form)
    membership = verbs.give_role(council, membership, form.cleaned_data["role"], request.user)
    name, role = membership.user.get_username(), membership.role_within
    messages.success(request, f"{name} is {role}.")
    if membership.user == request.user and not membership.is_administrator:
        return redirect("council", council.slug)
    return redirect("people", council.slug)


def _take_out(request, council):
    membership = _person(request, council)
    verbs.take_out(council, membership, request.user)
    name = membership.user.get_username()
    messages.success(request, f"{name} was taken out of the people of {council.name}.")
    if membership.user == request.user:
        return redirect("home")
    return redirect("people", council.slug)


def _limit_span(request, council):
    form = SpanForm(request.POST)
    if not form.is_valid():
        return _page(request, council, status=422, span=form)
    limit = form.cleaned_data["span_limit"]
    verbs.limit_span(council, limit, request.user)
    said = "There is no limit now." if limit is None else f"The limit is {limit}."
    messages.success(request, said)
    return redirect("people", council.slug)


_ACTS = {"role": _give_role, "take out": _take_out, "span": _limit_span}


def _person(request, council):
    """The membership that is named; 404 if it is none of this council."""
    named = request.POST.get("person", "")
    pk = int(named) if named.isascii() and named.isdecimal() and len(named) < 19 else 0
    return get_object_or_404(council.memberships.select_related("user"), pk=pk)


def _page(request, council, status=200, add=None, span=None, **more):
    memberships = council.memberships.select_related("user").order_by("user__username")
    context = {
        "council": council,
        "section": "people",
        "memberships": memberships,
        "roles": RoleForm.base_fields["role"].choices,
        "add": add or AddPersonForm(council=council),
        "span": span or SpanForm(initial={"span_limit": council.span_limit}),
    }
    return render(request, "people.html", context | more, status=status)
