"""The heads of a structure's units, named on one page where a list has not told them.

Its one rule: what was chosen stays chosen, whatever stands in the way.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from divisions import errors
from divisions.access import structures_for
from posts.headsform import HeadsForm
from posts.standing import standing
from posts.views.board import UNDO
from posts.views.finding import structure_of


@login_required
@require_http_methods(["GET", "POST"])
def name_heads(request, council, structure):
    """Ask who heads each unit that nobody leads, or name those who were chosen, as one act."""
    structure = structure_of(structures_for(request.user, council), structure)
    structure.must_be_editable()
    sent, status = (request.POST, 422) if request.method == "POST" else (None, 200)
    form = HeadsForm(sent, structure=structure, snapshot=standing(structure))
    if form.is_bound and form.is_valid():
        try:
            messages.success(request, form.save(request.user).says, UNDO)
            return redirect("outline", structure.council.slug, structure.key)
        except errors.ChangedMeanwhile as error:
            form.add_error(None, str(error))
            status = error.status
    elif form.is_bound and form.not_offered:
        status = errors.ChangedMeanwhile.status
    page = {
        "council": structure.council,
        "section": "structures",
        "structure": structure,
        "form": form,
    }
    return render(request, "heads.html", page, status=status)
