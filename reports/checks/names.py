"""C2: whether names in the text are those of the structures.

Only near misses are told: “Head of Quality & Standards” where there is a Head of Quality &
Learning. Other names of a thing are right, and so are shorter ones. Its one rule: a name that is
like none of ours is somebody else's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.checks.checked import Checked
from reports.checks.finding import LOOK, RECOMMENDATIONS, SECTION, Finding, Mend
from reports.checks.ranks import HEADS
from reports.checks.said import Said
from reports.checks.stated import NAMES, contradictions
from reports.checks.words import Phrase, phrase

_CAPITAL = r"[^\W\d_a-zß-ÿ][\w’'-]*"
_JOINS = r"(?:\s*,\s*|\s+(?:of|for|and|the|to|with|in)\s+|\s*&\s*|\s+)"
_NAME = re.compile(rf"{_CAPITAL}(?:{_JOINS}(?:(?:of|for|and|the)\s+)*{_CAPITAL})+")
_FIRST = re.compile(r"^\S+\s+(?:(?:of|for|and|the|to|with|in)\s+)*")
_LITTLE = {"of", "for", "and", "the", "to", "with", "in"}
_LIKE, _MISSPELT = 0.86, 0.93
_OFFICERS = (
    "director of children's services", "director of adult services",
    "director of adult social services", "director of public health", "director of social services",
    "chief education officer", "chief finance officer", "chief executive", "monitoring officer",
    "head of paid service",
)  # fmt: skip
"""Those whom an Act asks for, by the Act's own words: a post may have another title."""
_ONE = {f"{word}s": word for word in HEADS}
_LONGEST = 16


def check(checked: Checked) -> Iterator[Finding]:
    """Names of which the paper has two, and names in the text that nearly are one of ours."""
    yield from contradictions(checked, NAMES)
    known = _Known.of(checked)
    seen = set[Phrase]()
    for said in checked.said:
        for found in _NAME.finditer(said.text):
            if not said.is_typed(*found.span()):
                continue
            for written in _readings(found[0]):
                name = _in_the_singular(phrase(written))
                nearest = None if name in seen else known.nearest(name)
                seen.add(name)
                if nearest is not None:
                    yield _finding(said, written, nearest)
                    break


def _readings(written: str) -> Iterator[str]:
    """A name as it stands; and without its first word, which may only begin the sentence."""
    yield written
    rest = _FIRST.sub("", written, count=1)
    if _NAME.fullmatch(rest):
        yield rest


def _finding(said: Said, name: str, nearest: str) -> Finding:
    mend = (
        Mend(words="Put the right name", kind=SECTION, key=said.section.key)
        if said.section
        else Mend(words="Correct the recommendations", kind=RECOMMENDATIONS)
    )
    return Finding(
        severity=LOOK,
        heading=f"“{name}” is neither a post nor a unit",
        text=f"The nearest is {nearest}. If both are one, give it this as another name.",
        places=(said.place(name),),
        mends=(mend,),
    )


@dataclass(frozen=True)
class _Known:
    """All names of the structures: of posts, units, what is written of them, and words in each."""

    names: Mapping[Phrase, str]
    by_word: Mapping[str, list[Phrase]]
    right: frozenset[Phrase]

    @classmethod
    def of(cls, checked: Checked) -> "_Known":
        names, right = dict[Phrase, str](), {*_headings(checked), *map(phrase, _OFFICERS)}
        for post in checked.posts:
            for title in (post.title, *(each.name for each in post.other_names)):
                if title:
                    names.setdefault(_in_the_singular(phrase(title)), title)
            right |= {
                _in_the_singular(phrase(each)) for each in (post.category, post.statutory) if each
            }
        for unit in checked.units:
            for called in (unit.name, *(each.name for each in unit.other_names)):
                names.setdefault(phrase(called), called)
                if unit.number != 1 and called.endswith("s"):
                    right.add(phrase(called[:-1]))
        by_word = dict[str, list[Phrase]]()
        for name in names:
            for word in {*name, _begins(name)} - _LITTLE - HEADS:
                by_word.setdefault(word, []).append(name)
        return cls(names, by_word, frozenset(right))

    def nearest(self, name: Phrase) -> str | None:
        """The name that one nearly is; None where it is right, or like none."""
        if name in self.names or len(name) > _LONGEST:
            return None
        if name in self.right or (name[0] in _LITTLE and name[1:] in self.right):
            return None
        looked_for = (*name, _begins(name)) if name[0] in HEADS else name
        alike = {each for word in looked_for for each in self.by_word.get(word, ())}
        if any(_is_within(name, each) or _is_within(each, name) for each in alike):
            return None
        near = [each for each in alike if _is_near(name, each)]
        best = max(near, key=lambda each: _likeness(name, each), default=None)
        return self.names[best] if best else None


def _begins(name: Phrase) -> str:
    """How a title begins: “head of”; a misspelt one may have no other word of ours."""
    return " ".join(name[:2])


def _in_the_singular(name: Phrase) -> Phrase:
    """Several of one title as one: “Heads of Service” as “Head of Service”."""
    return tuple(_ONE.get(word, word) for word in name)


def _headings(checked: Checked) -> Iterator[Phrase]:
    """What the report itself is called: its headings, body, title, who reports."""
    proposal = checked.comparison.proposal
    said = (proposal.title, proposal.body, proposal.report_of, checked.comparison.council)
    for words in (*said, *(each.heading for each in checked.sections)):
        if words:
            yield phrase(words)


def _is_within(one: Phrase, other: Phrase) -> bool:
    """Whether all words of a name stand in another, in order."""
    rest = iter(other)
    return all(word in rest for word in one)


def _is_near(name: Phrase, other: Phrase) -> bool:
    """Whether a name is another but for one word, or for the letters of its words."""
    has_post = [bool(HEADS & set(each[:3])) for each in (name, other)]
    if _likeness(name, other) >= (_LIKE if len(set(has_post)) == 1 else _MISSPELT):
        return True
    is_post = all(has_post)
    one, two = _weighty(name), _weighty(other)
    return (
        is_post
        and name[:2] == other[:2]
        and len(one) == len(two) > 1
        and sum(a != b for a, b in zip(one, two, strict=True)) == 1
        and one[0] == two[0]
    )


def _weighty(name: Phrase) -> Phrase:
    """The words of a title that tell one post from another."""
    return tuple(word for word in name if word not in _LITTLE | HEADS)


def _likeness(one: Phrase, other: Phrase) -> float:
    return SequenceMatcher(None, " ".join(one), " ".join(other), autojunk=False).ratio()
