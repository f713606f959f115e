"""Where a line of a form is to stand among the others."""


def place_of(form):
    """Where a line is to stand; one that is moved up stands before what stood there."""
    place, stood = form.cleaned_data.get("ORDER"), form["ORDER"].initial
    if place is None or stood is None:
        return float("inf") if place is None else place - 0.5
    return place + (place > stood) * 0.5 - (place < stood) * 0.5
