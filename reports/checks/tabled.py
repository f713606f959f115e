"""Numbers that are typed in a table: a row of Assistant Directors below “Existing”.

So is a row of a division below “Posts now”, and the total. Its one rule: the row names a thing that
can be counted and nothing else, and the column one of the two structures.
"""

from collections.abc import Iterator

from reports.checks.checked import Checked
from reports.checks.claims import Claim
from reports.checks.nouns import ANY_POSTS, Noun
from reports.checks.said import Said
from reports.checks.sides import SIDES
from reports.checks.words import Phrase, numbers, phrase, pieces
from reports.proposal import AFTER, BEFORE

_COLUMNS = SIDES | {"before": BEFORE, "now": BEFORE, "today": BEFORE, "after": AFTER}
_THEN, _NOW = "then", "now"
_OF_POSTS = {"number", "of", "posts", "structure", "the", "in", "units"}
_CORNER = _OF_POSTS | {
    "division", "divisions", "directorate", "department", "service", "services", "area", "areas",
    "unit", "team", "teams", "section", "sections", "by", "each",
}  # fmt: skip
_TOTALS = ("total", "total posts", "posts in total", "all")
_NUMBER_OF = ("number", "of")


def tabled(said: Said, labels: dict[Phrase, Noun]) -> Claim | None:
    """The number that a cell of a table gives, where it is plain of what."""
    found = pieces(said.text)
    number = next(numbers(found), None)
    if number is None or number.last - number.first + 1 < len(found):
        return None
    side, noun = _side(said), labels.get(_thing(said.row or ""))
    if side is None or noun is None or (_needs_posts(noun, said) and not _is_of_posts(said)):
        return None
    return Claim(said=said, noun=noun, says={side: number.value}, start=0, end=len(said.text),
                 row=_row(said))  # fmt: skip


def _row(said: Said) -> str:
    """The row as it was typed: “| Assistant Directors | 5 | 4 |”; else its first cell."""
    typed = said.section.text if said.section else ""
    return next((line for line in typed.splitlines() if _has(line, said)), said.row or "")


def _has(line: str, said: Said) -> bool:
    first, *rest = (cell.strip() for cell in line.strip().strip("|").split("|"))
    return first == said.row and said.text in rest


def rows_of_posts(checked: Checked) -> Iterator[tuple[Phrase, Noun]]:
    """The posts of each unit whose name is its own, and of all, by what a row is called."""
    keys = dict[Phrase, dict[str, list[str]]]()
    for side, snapshot in ((BEFORE, checked.before), (AFTER, checked.after)):
        for unit in snapshot.units.values():
            for name in (unit.name, f"{unit.name} {unit.kind or ''}"):
                keys.setdefault(phrase(name), {}).setdefault(side, []).append(unit.key)
    for label, by_side in keys.items():
        if all(len({*of}) == 1 for of in by_side.values()):
            under = {side: of[0] for side, of in by_side.items()}
            yield label, Noun(many=f"posts in {' '.join(label)}", under=under)
    for total in _TOTALS:
        yield phrase(total), ANY_POSTS


def _needs_posts(noun: Noun, said: Said) -> bool:
    """Whether a row does not say itself that it is of posts."""
    return bool(noun.under) or (noun == ANY_POSTS and "posts" not in phrase(said.row or ""))


def _is_of_posts(said: Said) -> bool:
    """Whether the heading of the column, or that of the rows, says that posts are counted."""
    corner = {*phrase(said.headings[0])} if said.headings else set()
    return "posts" in {*corner, *phrase(said.column or "")} and corner <= _CORNER


def _side(said: Said) -> str | None:
    """The structure that a column is of; None where it is of neither, or of pay or hours.

    “Then” is of the proposed one where a column before it is of “now”.
    """
    words = set(phrase(said.column or ""))
    if _THEN in words and any(_NOW in phrase(each) for each in said.headings[:-1]):
        words = (words - {_THEN}) | {"after"}
    sides = {_COLUMNS[word] for word in words & _COLUMNS.keys()}
    is_plain = not words - _COLUMNS.keys() - _OF_POSTS
    return sides.pop() if is_plain and len(sides) == 1 else None


def _thing(label: str) -> Phrase:
    words = phrase(label)
    return words[2:] if words[:2] == _NUMBER_OF else words
