"""Whether what a council file refers to is there, and whether its lines make sense.

Its one rule: one cause, one message, however many lines it shows on.
"""

from collections.abc import Callable, Collection, Iterable, Mapping

from .faults import FaultList, Placed, did_you_mean, listed, quoted
from .places import Scalar
from .structure_reading import BEFORE, GRADE, KIND, POST, StructureReader


def check_structure(
    reader: StructureReader, kinds: Collection[str], grades: Collection[str], faults: FaultList
) -> None:
    """Check what one structure says about itself and its council."""
    uses, here = reader.uses, quoted(reader.key)
    posts, units = reader.posts, reader.units

    def no_post(word: str) -> str:
        if word in units:
            return f"{quoted(word)} is a unit, and the id of a post belongs here."
        return f"{quoted(word)} is not the id of a post in {here}."

    check_known(uses[POST], posts, no_post, faults)
    check_kinds_and_grades(uses[KIND], kinds, uses[GRADE], grades, faults)
    managers = {key: scalar.text for key, scalar in reader.report_places.items()}
    for loop in loops(managers):
        faults.add(reader.report_places[loop[0]], _loop_of_posts(reader, loop))


def check_kinds_and_grades(
    kinds: Iterable[Scalar],
    known_kinds: Collection[str],
    grades: Iterable[Scalar],
    known_grades: Collection[str],
    faults: FaultList,
) -> None:
    """Check words that the council must have listed."""
    check_known(
        kinds,
        known_kinds,
        lambda word: f"{quoted(word)} is not among the council's kinds. List it there.",
        faults,
    )
    check_known(
        grades,
        known_grades,
        lambda word: f"{quoted(word)} is not among the council's grades. List it there.",
        faults,
    )


def check_structure_ids(uses: Iterable[Scalar], known: Collection[str], faults: FaultList) -> None:
    """Check ids of structures."""
    check_known(
        uses,
        known,
        lambda word: f"{quoted(word)} is not the id of a structure in this file.",
        faults,
    )


def check_origins(
    reader: StructureReader, before: Iterable[StructureReader] | None, faults: FaultList
) -> None:
    """Check that what things came from, and what ends, stood in a structure before."""
    uses = reader.uses[BEFORE]
    if before is None or not uses:
        return
    structures = list(before)
    if not structures:
        faults.add(
            uses[0],
            f"{quoted(uses[0].text)} is said to have stood before, but no structure comes before "
            f"{quoted(reader.key)}. Give it “drawn_from”, or name it as “after” in a restructure.",
        )
        return
    names = listed([quoted(structure.key) for structure in structures])
    check_known(
        uses,
        {key for structure in structures for key in (*structure.units, *structure.posts)},
        lambda word: f"{quoted(word)} is the id of nothing in {names}, which comes before.",
        faults,
    )


def check_sorts(before: StructureReader, after: StructureReader, faults: FaultList) -> None:
    """Check that what is a unit in one structure is no post in the other."""
    for here, there, what, other in (
        (after.units, before.posts, "unit", "post"),
        (after.posts, before.units, "post", "unit"),
    ):
        for key in here.keys() & there.keys():
            faults.add(
                after.places[key],
                f"{quoted(key)} is a {what} here and a {other} in {quoted(before.key)}, on line "
                f"{before.places[key].line}. Give one of them another id.",
            )


def check_known(
    uses: Iterable[Scalar],
    known: Collection[str],
    message: Callable[[str], str],
    faults: FaultList,
) -> None:
    """Refuse words that are not known, each once, with the nearest that is and all its lines.

    A word near an id that was itself refused is right, once that is.
    """
    missing: dict[str, list[Scalar]] = {}
    for use in uses:
        if use.text and use.text not in known:
            missing.setdefault(use.text, []).append(use)
    for word, places in missing.items():
        near = faults.nearest(word, known)
        if not faults.refused.isdisjoint(near):
            continue
        sentence = message(word) + did_you_mean(near)
        for place in places:
            faults.add(place, sentence)


def check_unique(names: Iterable[tuple[str, Placed]], what: str, faults: FaultList) -> None:
    """Refuse a second thing of the same name in the whole file."""
    first: dict[str, int] = {}
    for name, place in names:
        if name and name in first:
            faults.add(
                place, f"{what} {quoted(name)} is there twice: on line {first[name]} and here."
            )
        first.setdefault(name, place.line)


def loops(following: Mapping[str, str]) -> list[list[str]]:
    """Find the loops where each thing is followed by at most one other, each loop once."""
    found: list[list[str]] = []
    done: set[str] = set()
    for start in following:
        way: dict[str, int] = {}
        here: str | None = start
        while here is not None and here not in done and here not in way:
            way[here] = len(way)
            here = following.get(here)
        if here in way:
            found.append(list(way)[way[here] :])
        done.update(way)
    return found


def _loop_of_posts(reader: StructureReader, loop: list[str]) -> str:
    titles = [(reader.posts[key].title, key) for key in loop]
    names = [f"{title} ({key})" if title else key for title, key in titles]
    if len(names) == 1:
        return f"{names[0]} reports to itself. Name another post, or delete the line."
    return (
        f"These posts report to one another in a loop: {listed(names, 'and')}. "
        "Put the line of one of them right."
    )
