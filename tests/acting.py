"""Doing acts through their pages, as a browser without scripts does: open, type, send.

Its one rule: what is sent is what stands in the form that was opened, but for what is typed.
"""

from html.parser import HTMLParser

from divisions.models import Structure
from posts import reading

DRAFT = "/borough/structures/draft-a/"
OUTLINE = f"{DRAFT}outline/?show=care"


class Form(HTMLParser):
    """The fields of the act's form on a page, with what stands in them."""

    def __init__(self, html):
        super().__init__()
        self.sent, self._inside, self._open, self._choice = {}, False, None, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self._inside = "/act/" in (attributes.get("action") or "")
        elif self._inside and tag in ("input", "select", "textarea", "datalist", "option"):
            getattr(self, f"_{tag}")(attributes)

    def handle_endtag(self, tag):
        if tag == "form":
            self._inside = False
        if tag == "textarea":
            self._open = None

    def handle_data(self, data):
        if self._open:
            self.sent[self._open] = [self.sent[self._open][0] + data.removeprefix("\n")]

    def _input(self, given):
        kind, value = given.get("type", "text"), given.get("value") or ""
        if kind in ("radio", "checkbox"):
            if "checked" not in given or "disabled" in given:
                return
            value = value or "on"
        self.sent.setdefault(given["name"], []).append(value)

    def _select(self, given):
        self._choice = given["name"]

    def _datalist(self, given):
        self._choice = None

    def _option(self, given):
        if self._choice and ("selected" in given or self._choice not in self.sent):
            self.sent[self._choice] = [given.get("value") or ""]

    def _textarea(self, given):
        self._open = given["name"]
        self.sent[self._open] = [""]


class Desk:
    """Where a person does acts on a structure, having come from one of its faces."""

    def __init__(self, client, structure=DRAFT, came_from=OUTLINE):
        self.client, self.structure, self.came_from = client, structure, came_from

    def opens(self, name, *of, **asked):
        """The page with the form of an act."""
        asked = {"of": of, "back": self.came_from, **asked}
        return self.client.get(f"{self.structure}act/{name}/", asked)

    def sends(self, name, opened, **typed):
        """The answer to a form that was opened, with what is typed into it."""
        sent = Form(opened.content.decode()).sent | typed
        return self.client.post(f"{self.structure}act/{name}/", sent)

    def does(self, name, *of, **typed):
        """The answer to an act that is opened and done at once."""
        asked = {"field": typed["field"]} if "field" in typed else {}
        return self.sends(name, self.opens(name, *of, **asked), **typed)


def snapshot(structure):
    """A structure as it stands, in values."""
    return reading.read(Structure.objects.get(pk=structure.pk))


def heads(structure, how="head"):
    """Who heads which unit, by their keys."""
    return {each.unit: each.post for each in snapshot(structure).leads if each.how == how}
