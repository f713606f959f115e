"""Two ways in which an officer does acts on the board: by keyboard alone, and without scripts.

Both do the same description: an act by the words on its button, what it is done to by its name, and
what is typed by the label of its field. Its one rule: the keyboard's way touches nothing but keys.
"""

from playwright.sync_api import expect

from posts.acts import ACTS

_NAMES = {act.label: act for act in ACTS.values()}

_FOCUSED = """() => {
  const at = document.activeElement;
  const group = at.name === "q" || at.name === "to" ? at.closest("fieldset") : null;
  return (group?.querySelector("legend") ?? at.labels?.[0] ?? at).textContent.trim();
}"""
_LINES = """() => [...document.querySelectorAll(".outline .ln [data-key]")]
  .filter(line => line.checkVisibility())
  .map(line => [line.textContent.trim(), line.dataset.key, line === document.activeElement])"""
_CHOSEN = """() => document.querySelector("dialog [data-choices] :checked")
  ?.closest("label").querySelector("span").firstChild.textContent.trim()"""

_NAMED = "spans => spans.map(span => span.firstChild.textContent.trim())"


class Keyboard:
    """A person with a keyboard and no mouse."""

    def __init__(self, page):
        self.page, self.press = page, page.keyboard.press

    def proposes(self, typed):
        """Propose a restructure from the council's page, and open all of its outline."""
        self._presses("Propose a restructure", "**/propose/")
        self._fills(typed)
        self._presses("Propose the restructure", "**/outline/")
        self._presses("Open all", "**all=open")

    def does(self, act, thing, typed=None):
        """Do an act to a unit or post that stands in the outline."""
        self.goes_to(thing)
        self._opens(act)
        self._fills(typed or {})
        self._is_done()

    def does_to_all(self, act, things, typed):
        """Tick several, and do an act to all of them."""
        for thing in things:
            self.goes_to(thing)
            self.press("Space")
        self._opens(act)
        self._fills(typed)
        self._is_done()

    def goes_to(self, thing):
        """Go to a line of the outline with the arrows, from whichever has the focus."""
        self.goes_into_the_outline()
        lines = self.page.evaluate(_LINES)
        (to,) = (number for number, line in enumerate(lines) if thing in line[:2])
        steps = to - self.stands(lines)
        for _ in range(abs(steps)):
            self.press("ArrowDown" if steps > 0 else "ArrowUp")
        assert self.stands() == to

    def goes_into_the_outline(self):
        """Press Tab until a line has the focus."""
        for _ in range(80):
            if self.stands() is not None:
                return
            self.press("Tab")
        raise AssertionError("no line of the outline can be reached by Tab")

    def stands(self, lines=None):
        """Which line of the outline has the focus."""
        lines = self.page.evaluate(_LINES) if lines is None else lines
        return next((number for number, line in enumerate(lines) if line[2]), None)

    def reaches(self, label, most=100):
        """Go from field to field until one has a label."""
        for _ in range(most):
            if self.page.evaluate(_FOCUSED) == label:
                return
            self.press("Tab")
        raise AssertionError(f"“{label}” cannot be reached by Tab")

    def _opens(self, act):
        act = _NAMES[act]
        if act.key:
            self.press({"delete": "Delete"}.get(act.key, act.key))
        else:
            self.reaches(act.label)
            self.press("Enter")
        expect(self.page.locator("dialog[open] #act")).to_be_visible()

    def _presses(self, label, leads_to):
        self.reaches(label)
        self.press("Enter")
        self.page.wait_for_url(leads_to)

    def _fills(self, typed):
        for label, value in typed.items():
            self.reaches(label)
            kind = self.page.evaluate("document.activeElement.name")
            (self._finds if kind == "q" else self._types)(value)

    def _types(self, value):
        if self.page.evaluate("document.activeElement.tagName") != "SELECT":
            self.press("Control+a")
        self.page.keyboard.type(value)

    def _finds(self, name):
        self.page.keyboard.type(name)
        expect(self.page.locator("dialog [name=found]")).to_have_value(name)
        for _ in range(8):
            if self.page.evaluate(_CHOSEN) == name:
                return
            self.press("ArrowDown")
        raise AssertionError(f"“{name}” is not found")

    def _is_done(self):
        heading = self.page.locator("#act-heading").inner_text()
        self.reaches(heading)
        self.press("Enter")
        expect(self.page.locator("dialog")).not_to_be_visible()
        expect(self.page.locator("[data-said]")).to_be_visible()


class WithoutScripts:
    """A person whose browser runs no scripts."""

    def __init__(self, page):
        self.page = page

    def proposes(self, typed):
        self.page.get_by_role("link", name="Propose a restructure").first.click()
        for label, value in typed.items():
            self._types(self.page.locator("main"), label, value)
        self.page.get_by_role("button", name="Propose the restructure").click()
        self.page.get_by_role("link", name="Open all").click()
        self.page.wait_for_url("**all=open")

    def does(self, act, thing, typed=None):
        self._line(thing).get_by_role("link").click()
        expect(self._line(thing).get_by_role("link")).to_have_attribute("aria-current", "true")
        button = self.page.get_by_role("link", name=act).first
        if not button.is_visible():
            self.page.get_by_text("More acts").click()
        button.click()
        self._fills(typed or {})

    def does_to_all(self, act, things, typed):
        for thing in things:
            self._line(thing).get_by_role("checkbox").check()
        self.page.locator("#chosen").get_by_role("button", name=act).click()
        self._fills(typed)

    def _line(self, thing):
        lines = self.page.locator(".outline .ln")
        keyed = self.page.locator(f'[data-key="{thing}"]')
        if keyed.count():
            return lines.filter(has=keyed)
        return lines.filter(has=self.page.get_by_role("link", name=thing, exact=True))

    def _fills(self, typed):
        expect(self.page.locator("#act")).to_be_visible()
        for label, value in typed.items():
            group = self.page.get_by_role("group", name=label)
            if group.count():
                self._finds(group, value)
                continue
            self._types(self.page.locator("#act"), label, value)
        self.page.locator("#act .acts button").click()
        expect(self.page.locator("[data-said]")).to_be_visible()

    def _types(self, form, label, value):
        field = form.get_by_label(label, exact=True)
        is_list = field.evaluate("field => field.tagName") == "SELECT"
        field.select_option(label=value) if is_list else field.fill(value)

    def _finds(self, group, name):
        group.get_by_role("searchbox").fill(name)
        group.get_by_role("button", name="Find").click()
        expect(group.locator("[name=found]")).to_have_value(name)
        named = group.locator("label.tick > span").evaluate_all(_NAMED)
        group.get_by_role("radio").nth(named.index(name)).check()
