"""The ranks that a council's own titles repeat: “Assistant Director” of Housing and of Finance.

Where posts have no categories, they are counted by these. A title has the rank with which it begins
or ends: words that grade a post, and the word for one who leads. Its one rule: a title that only
has a rank somewhere within may be of it, and who is deputy, assistant or PA to it is not.
"""

from collections.abc import Iterable

from posts.snapshot import Post
from reports.checks.words import Phrase, phrase

HEADS = {
    "head", "director", "manager", "officer", "lead", "chief", "commissioner", "adviser", "leader",
}  # fmt: skip
"""The words for those who lead."""

_GRADES = {
    "area", "assistant", "associate", "chief", "corporate", "deputy", "divisional", "executive",
    "group", "principal", "senior", "service", "strategic", "team",
}  # fmt: skip
_HEAD_OF_SERVICE = ("head", "of", "service")
_BELOW = {"deputy", "assistant", "trainee", "to", "for"}


def ranks(titles: Iterable[str | None]) -> list[str]:
    """The ranks that at least two titles have, as they are written: “Assistant Director”."""
    known = {title for title in titles if title}
    found = dict[Phrase, set[str]]()
    written = dict[Phrase, str]()
    for title in sorted(known):
        if rank := rank_of(title):
            found.setdefault(rank, set()).add(title)
            written.setdefault(rank, _as_written(title, rank))
    return [written[rank] for rank, of in found.items() if len(of) > 1]


def rank_of(title: str) -> Phrase | None:
    """The rank with which a title begins, else that with which it ends."""
    words = phrase(title)
    if words[:3] == _HEAD_OF_SERVICE:
        return _HEAD_OF_SERVICE
    first = next((at for at, word in enumerate(words) if word not in _GRADES), len(words))
    if 0 < first < len(words) and words[first] in HEADS:
        return words[: first + 1]
    last = len(words) - 1
    while last > 0 and words[last - 1] in _GRADES:
        last -= 1
    is_one = last < len(words) - 1 and words[-1] in HEADS
    return words[last:] if is_one and not {*words[:last]} & {*_BELOW, "of"} else None


def has_rank(post: Post, rank: str) -> bool | None:
    """Whether a post is of a rank; None if there is no telling."""
    sought = phrase(rank)
    if post.title is None:
        return None
    if rank_of(post.title) == sought:
        return True
    words = phrase(post.title)
    at = next((n for n in range(len(words)) if words[n : n + len(sought)] == sought), None)
    return None if at is not None and not {*words[:at]} & _BELOW else False


def _as_written(title: str, rank: Phrase) -> str:
    words = title.split()
    size = len(rank)
    is_first = phrase(" ".join(words[:size])) == rank
    return " ".join(words[:size] if is_first else words[-size:]).strip(",;:-–()")
