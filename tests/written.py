"""A clerk at the writer of the small paper: opens a section, types, saves."""

from reports.models import Section

REPORT = "/borough/restructures/realignment/report/"
LEGAL, RISK = REPORT + "sections/legal/", REPORT + "sections/risk/"


def opened(browser, address=LEGAL):
    """What a form shows: the mark of it, to be sent back."""
    page = browser.get(address).content.decode()
    return page.split('name="seen" value="')[1].split('"')[0]


def save(browser, text, address=LEGAL, seen=None, **more):
    """Save a text over what was seen; opened just now, if nothing is said."""
    seen = opened(browser, address) if seen is None else seen
    return browser.post(address, {"text": text, "seen": seen}, **more)


def save_as_one_writes(browser, text, address=LEGAL, seen=None):
    """The same as the script does it."""
    return save(browser, text, address, seen, headers={"HX-Request": "true"})


def text_of(key="legal"):
    """The text of a section as it stands."""
    return Section.objects.get(key=key).text


def fields(browser, address):
    """What the form at an address would send, if nothing was typed."""
    form = browser.get(address).context["form"]
    sent = {"seen": form.seen}
    if hasattr(form, "management_form"):
        sent |= {each.html_name: each.value() for each in form.management_form}
    for each in (field for one in getattr(form, "forms", [form]) for field in one):
        value = each.value()
        if value not in (None, False):
            sent[each.html_name] = value
    return sent
