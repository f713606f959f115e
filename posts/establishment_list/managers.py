"""Who reports to whom in a list: by post number, else by a title or a holder that is only one's.

Its one rule: what could mean two posts is a fault, and what was found otherwise than by a number
is said.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from .findings import Findings, Remarks, quoted
from .matching import Column
from .rows import NOBODY, ListedPost
from .table import rows_listed

Index = dict[str, list[ListedPost]]


class Managers:
    """The manager of each post, by the rows of the two; what cannot be found is noted."""

    def __init__(self, posts: Sequence[ListedPost], column: Column, findings: Findings) -> None:
        self.posts, self.column, self.findings = posts, column, findings
        self.numbers = _index((post.post_number, post) for post in posts)
        self.titles = _index((post.title, post) for post in posts)
        self.remarks = Remarks()

    @cached_property
    def bare_numbers(self) -> Index:
        """Posts by their numbers without noughts in front, which spreadsheets drop."""
        return _index(
            (post.post_number.lstrip("0"), post) for post in self.posts if post.post_number
        )

    @cached_property
    def holders(self) -> Index:
        """Posts by who holds them."""
        return _index((post.holder.person, post) for post in self.posts if post.holder)

    @cached_property
    def right(self) -> list[str]:
        """What could have been meant: all numbers and titles."""
        numbers = dict.fromkeys(post.post_number for post in self.posts if post.post_number)
        return [*numbers, *dict.fromkeys(post.title for post in self.posts if post.title)]

    def found(self) -> dict[int, ListedPost]:
        """The manager of each post that has one, by the post's row."""
        found = {
            post.row: manager
            for post in self.posts
            if post.reports_to and (manager := self._manager(post, post.reports_to))
        }
        self.remarks.tell(self.findings)
        self._find_loops(found)
        return found

    def _manager(self, post: ListedPost, said: str) -> ListedPost | None:
        word = _plain(said)
        if word in NOBODY and word not in self.numbers and word not in self.titles:
            return None
        for index, remark in self._ways():
            manager = self._one(post, said, index.get(word, []))
            if manager is not None and remark:
                self.remarks.count(*remark)
            if manager is not None or word in index:
                return manager
        near = self.findings.nearest(said, self.right)
        self._fault(post, f"There is no post {quoted(said)} in this list.{near}")
        return None

    def _ways(self) -> Iterable[tuple[Index, tuple[str, str] | None]]:
        """The ways to find a manager, in order, each with what is said of those found so."""
        yield self.numbers, None
        yield (
            self.titles,
            ("1 “reports to” is found by title.", "{} “reports to” are found by title."),
        )
        yield (
            self.holders,
            (
                "1 “reports to” is found by who holds the post.",
                "{} “reports to” are found by who holds the post.",
            ),
        )
        yield (
            self.bare_numbers,
            (
                "1 “reports to” is found by a post number but for the noughts in front.",
                "{} “reports to” are found by post numbers but for the noughts in front.",
            ),
        )

    def _one(self, post: ListedPost, said: str, found: list[ListedPost]) -> ListedPost | None:
        """The one post that is meant; None, with its fault, if it is itself, or may be several."""
        if len(found) > 1 and found == self.numbers.get(_plain(said)):
            return None  # that they have one number is their own fault
        if len(found) > 1:
            rows = rows_listed(each.row for each in found)
            self._fault(post, f"{quoted(said)} may be any of {rows}. Write the post number.")
            return None
        if found == [post]:
            self._fault(post, f"{post.name} reports to itself.")
            return None
        return found[0] if found else None

    def _fault(self, post: ListedPost, message: str) -> None:
        self.findings.add(post.row, message, self.column.number, self.column.heading)

    def _find_loops(self, found: dict[int, ListedPost]) -> None:
        """Note each loop once, at its first row."""
        by_row = {post.row: post for post in self.posts}
        seen = set[int]()
        for start in found:
            way: dict[int, None] = {}
            row: int | None = start
            while row is not None and row not in seen and row not in way:
                way[row] = None
                row = found[row].row if row in found else None
            if row is not None and row in way:
                walked = list(way)
                self._note_loop([by_row[each] for each in walked[walked.index(row) :]])
            seen.update(way)

    def _note_loop(self, loop: list[ListedPost]) -> None:
        first = min(range(len(loop)), key=lambda number: loop[number].row)
        turned = [*loop[first:], *loop[:first]]
        names = [f"{post.name} (row {post.row})" for post in [*turned[:6], turned[0]]]
        if len(turned) > 6:
            names.insert(6, f"{len(turned) - 6} more")
        self._fault(turned[0], f"A loop: {' reports to '.join(names)}.")


def _index(named: Iterable[tuple[str | None, ListedPost]]) -> Index:
    found: Index = {}
    for name, post in named:
        if name:
            found.setdefault(_plain(name), []).append(post)
    return found


def _plain(text: str) -> str:
    """A text as it is compared: capitals and spaces make no difference."""
    return " ".join(text.split()).casefold()
