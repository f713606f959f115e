"""Another house template for a paper that is being written.

Sections are the same where their keys are, or mean the same. Order, levels and numbers are the new
house's; heading, text, hiding and editions are the author's where they are not the old house's. Its
one rule: what an author did is not undone, and what nobody touched goes with its house.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reports.house import House
from reports.proposal import Written

_SAME = (
    {"finance", "financial"}, {"law", "legal"}, {"staff", "staffing"}, {"contact", "author"},
    {"background-papers", "background-documents"}, {"conclusion", "conclusions"},
)  # fmt: skip
"""What houses call otherwise, and mean the same by."""

_AUTHORS = "heading", "text", "is_shown", "editions", "sources"


def rehoused(sections: Sequence[Written], was: House, becomes: House) -> tuple[Written, ...]:
    """The sections of the new house in its order, with all that was done to those of the old.

    One that was taken out is hidden. One that the new house has not stands after its last section,
    or after its last appendix.
    """
    keys = _keys_there(sections, was, becomes)
    sections, was = _called(sections, keys), replace(was, sections=_called(was.sections, keys))
    stood = dict(_within(sections))
    stands = [*_of_house(becomes, {each.key: each for each in sections}, _by_key(was))]
    own, last = _parted(without_place(sections, was, becomes), stood)
    at = next((at for at, each in enumerate(stands) if each.is_appendix), len(stands))
    return tuple(_as_hidden([*stands[:at], *own, *stands[at:], *last], stood))


def _keys_there(sections: Iterable[Written], was: House, becomes: House) -> dict[str, str]:
    """By which keys the new house has what the old one has by others."""
    there, has = {each.key for each in (*sections, *was.sections)}, {*_by_key(becomes)}
    pairs = ((there & same, has & same) for same in _SAME)
    alone = ((old, new) for old, new in pairs if len(old) == len(new) == 1)
    return {key: other for old, new in alone for key in old for other in new}


def _called(sections: Iterable[Written], keys: Mapping[str, str]) -> tuple[Written, ...]:
    return tuple(replace(each, key=keys.get(each.key, each.key)) for each in sections)


def without_place(sections: Iterable[Written], was: House, becomes: House) -> list[Written]:
    """The sections that were touched, or are the author's own, and that the new house has not."""
    houses, has = _by_key(was), _by_key(becomes)
    return [
        each
        for each in sections
        if each.key not in has and (each.key not in houses or _done(each, houses[each.key]))
    ]


def _by_key(house: House) -> dict[str, Written]:
    return {each.key: each for each in house.sections}


def _of_house(
    house: House, written: dict[str, Written], houses: dict[str, Written]
) -> Iterator[Written]:
    for each in house.sections:
        if each.key in written:
            yield _as_done(each, written[each.key], houses.get(each.key))
        else:
            yield replace(each, is_shown=each.is_shown and each.key not in houses)


def _as_done(of_house: Written, written: Written, was: Written | None) -> Written:
    """A section of the new house, with what its author did to that of the old one."""
    if was is None:
        return replace(of_house, **{name: getattr(written, name) for name in _AUTHORS})
    return replace(of_house, **_done(written, was))


def _done(written: Written, was: Written) -> dict[str, Any]:
    """What of a section is not as its house has it."""
    names = (name for name in _AUTHORS if getattr(written, name) != getattr(was, name))
    done = {name: getattr(written, name) for name in names}
    if written.text.strip() == was.text.strip():
        done.pop("text", None)
    return done


# ---- sections within sections ----


def _parted(
    own: Sequence[Written], stood: Mapping[str, Written]
) -> tuple[list[Written], list[Written]]:
    """The author's sections, and those in appendices; by itself, if what it stood within is not."""
    keys = {each.key for each in own}
    parents = [stood.get(each.key) for each in own]
    found = tuple[list[Written], list[Written]](([], []))
    for each, parent in zip(own, parents, strict=True):
        is_last = each.is_appendix or (parent is not None and parent.is_appendix)
        if parent is not None and parent.key not in keys:
            each = replace(each, level=1, is_appendix=is_last)
        found[is_last].append(each)
    return found


def _as_hidden(sections: Iterable[Written], stood: Mapping[str, Written]) -> Iterator[Written]:
    """The sections, each kept from readers by what it stood within even where it no longer does."""
    within = dict(_within(sections := [*sections]))
    for each in sections:
        parent, now = stood.get(each.key), within.get(each.key)
        is_parted = parent is not None and (now is None or now.key != parent.key)
        yield _as_within(each, parent) if parent is not None and is_parted else each


def _within(sections: Iterable[Written]) -> Iterator[tuple[str, Written]]:
    """The keys of the sections within others, each with the section that it stands within."""
    above = None
    for each in sections:
        if each.level == 1:
            above = each
        elif above is not None:
            yield each.key, above


def _as_within(section: Written, parent: Written) -> Written:
    """A section with what else keeps it from readers while it stands within its parent."""
    editions = section.editions or parent.editions
    both = tuple(key for key in editions if key in (parent.editions or editions))
    is_shown = section.is_shown and parent.is_shown and bool(both or not editions)
    return replace(section, editions=both or editions, is_shown=is_shown)
