"""Another house template for a paper that is being written.

Its one rule: nothing that an author typed is taken away; what nobody touched goes with its house.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.house import House
from reports.proposal import Written


def rehoused(sections: Sequence[Written], was: House, becomes: House) -> tuple[Written, ...]:
    """The sections of the new house in its order, with what was written in those of the old.

    What was written under a heading that the new house has not stands after its last section and
    before its appendices.
    """
    written = {each.key: each for each in _touched(sections, was)}
    stands = [_with_text(each, written.pop(each.key, None)) for each in becomes.sections]
    own = [each for each in sections if each.key in written]
    at = next((at for at, each in enumerate(stands) if each.is_appendix), len(stands))
    return (*stands[:at], *own, *stands[at:])


def _touched(sections: Sequence[Written], house: House) -> Iterator[Written]:
    """The sections that say something else than their house does, or that are the author's own."""
    houses = {each.key: each for each in house.sections}
    for each in sections:
        of_house = houses.get(each.key)
        if of_house is None or each.text.strip() != of_house.text.strip():
            yield each


def _with_text(of_house: Written, written: Written | None) -> Written:
    if written is None:
        return of_house
    return replace(of_house, text=written.text, editions=written.editions, sources=written.sources)
