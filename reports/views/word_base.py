"""The Word file that a council's papers look like: given, given anew, taken away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from divisions.access import papers_for
from reports.wordform import WordBaseForm, base_of, take_away, words_in


@login_required
@require_http_methods(["GET", "POST"])
def word_base(request, council):
    """Say which file it is, and take another."""
    council = papers_for(request.user, council)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = WordBaseForm(*sent)
    if form.is_bound and form.is_valid():
        base = form.save_as(council, request.user)
        messages.success(request, _said(base.name, form.cleaned_file.left_out))
        return redirect("word-base", council.slug)
    base = base_of(council)
    page = {"council": council, "section": "templates", "form": form, "base": base}
    page |= {"is_at_home": True, "says": words_in(bytes(base.content)) if base else ()}
    return render(request, "word_base.html", page, status=422 if form.is_bound else 200)


@login_required
@require_POST
def remove_word_base(request, council):
    """Take it away; papers then look as they do without one."""
    council = papers_for(request.user, council)
    base = take_away(council, request.user)
    if base:
        messages.success(request, f"“{base.name}” was taken away. Reports in Word have our look.")
    return redirect("word-base", council.slug)


def _said(name, left_out):
    """What became of the file, in a sentence or two."""
    said = f"Reports in Word now look like “{name}”."
    return f"{said} Left out: {', '.join(left_out)}." if left_out else said
