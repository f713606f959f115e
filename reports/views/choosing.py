"""Which files of a paper are chosen: formats down, editions across.

Its one rule: what is held back cannot be chosen, and says what frees it.
"""

from dataclasses import dataclass

from divisions.sentences import listed
from reports.editions import EDITIONS, PUBLIC
from reports.formats import FORMATS

FIRST = f"docx:{PUBLIC.key}"


@dataclass(frozen=True)
class Column:
    """An edition across the table, with what holds it back."""

    edition: object
    obstacles: list

    @property
    def is_held_back(self):
        return bool(self.obstacles)


class Choosing:
    """The table of files to choose from; `sent` is what was sent, None where it is only shown."""

    def __init__(self, making, sent=None):
        self.making = making
        self.sent = None if sent is None else sent.getlist("file")

    @property
    def columns(self):
        return [Column(edition, self.making.held_back(key)) for key, edition in EDITIONS.items()]

    @property
    def held_back(self):
        """The editions that are held back, by what does so: their titles, and all that does."""
        editions = {}
        for column in self.columns:
            for obstacle in column.obstacles:
                editions.setdefault(obstacle, []).append(column.edition.title.lower())
        found = {}
        for obstacle, titles in editions.items():
            found.setdefault(tuple(titles), []).append(obstacle)
        return [(titles, listed(titles), obstacles) for titles, obstacles in found.items()]

    @property
    def can_be_made(self):
        """Whether any edition is free."""
        return not all(column.is_held_back for column in self.columns)

    @property
    def rows(self):
        """Each format with a box for each edition: its value, whether it is marked or held back."""
        ticked = self.ticked
        columns = self.columns
        for extension, form in FORMATS.items():
            boxes = [
                {
                    "value": f"{extension}:{column.edition.key}",
                    "is_ticked": f"{extension}:{column.edition.key}" in ticked,
                    "column": column,
                }
                for column in columns
            ]
            yield {"format": form, "boxes": boxes}

    @property
    def ticked(self):
        if self.sent is not None:
            return set(self.sent)
        return set() if self.making.held_back(PUBLIC.key) else {FIRST}

    @property
    def chosen(self):
        """The files that were asked for, as edition and format, in the order of the table."""
        asked = set(self.sent or ())
        return [
            (key, extension)
            for extension in FORMATS
            for key in EDITIONS
            if f"{extension}:{key}" in asked
        ]

    @property
    def values(self):
        """The same as the boxes have them."""
        return [self.value(each) for each in self.chosen]

    def left(self, done, refused):
        """The files that are still to be made, where so many are, and some cannot be."""
        can_be = [each for each in self.chosen if self.value(each) not in refused]
        return can_be[done:]

    @staticmethod
    def value(chosen):
        """A file as its box has it."""
        key, extension = chosen
        return f"{extension}:{key}"

    @property
    def fault(self):
        """Why what was sent cannot be made; None if it can."""
        if self.sent is None:
            return None
        if not self.chosen:
            return "Choose at least one file."
        held = [key for key in EDITIONS if key in {key for key, _ in self.chosen}]
        held = [EDITIONS[key].title for key in held if self.making.held_back(key)]
        return f"The {' and the '.join(held).lower()} edition is held back." if held else None

    @property
    def is_valid(self):
        return self.fault is None

    def named(self, chosen):
        """A file that is still to be made, in words."""
        return named(*chosen)


def named(edition, extension):
    """A file in words: “PDF, Public edition”."""
    return f"{FORMATS[extension].name}, {EDITIONS[edition].title} edition"
