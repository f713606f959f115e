"""A clerk who records what becomes of staff: types into the rows of posts, ticks, saves."""

from reports.models import Fate, Filling, RingFence

PAGE = "/borough/restructures/realignment/report/people/"
FILLED, FENCES = PAGE + "filled/", PAGE + "ring-fences/"


def shown(browser, address):
    """What the rows of a page would send if nothing was typed, and the rows by post."""
    form = browser.get(address).context["form"]
    return _sent(form), {one.line.key: one for one in form.forms}


def _sent(form):
    fields = [*form.management_form, *(field for one in form.forms for field in one)]
    values = {field.html_name: field.value() for field in fields}
    return {
        name: value for name, value in values.items() if value is not None and value is not False
    }


def typed(browser, address, posts):
    """What is sent where something is typed: for each post what is typed in which column."""
    sent, rows = shown(browser, address)
    for key, columns in posts.items():
        for name, text in columns.items():
            sent[rows[key].add_prefix(name)] = text
    return sent


def record(browser, posts, address=PAGE):
    """Type into the rows of some posts, and save."""
    return browser.post(address, typed(browser, address, posts))


def give(browser, keys, what, address=PAGE):
    """Tick some posts, and give them all the same."""
    ticked = {key: {"tick": "on"} for key in keys}
    more = {f"all-{name}": text for name, text in what.items()}
    return browser.post(address, typed(browser, address, ticked) | more | {"give": "yes"})


def list_fence(browser, address=FENCES, **columns):
    """List one more ring-fence."""
    form = browser.get(address).context["form"]
    sent, last = _sent(form) | {"seen": form.seen}, form.forms[-1]
    return browser.post(address, sent | {last.add_prefix(name): columns[name] for name in columns})


def fates():
    """What is recorded of existing posts: key, outcome, ring-fence."""
    return list(Fate.objects.order_by("position").values_list("key", "outcome", "ring_fence"))


def fillings():
    """Likewise of proposed posts."""
    return list(Filling.objects.order_by("position").values_list("key", "way", "ring_fence"))


def fences():
    """The ring-fences by name."""
    return list(RingFence.objects.order_by("position").values_list("name", flat=True))
