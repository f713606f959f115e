"""Whether a draft holds together: no loops, nothing that names what is gone, nothing said twice.

Its one rule: as long as one of these fails nothing else is asked, since nothing could be told.
"""

from collections.abc import Iterator

from posts.soundness import LOOP, Fault
from reports.drafts.draft import MUST, Draft, Failing, Mend, named


def loops(draft: Draft) -> Iterator[Failing]:
    """Units that stand below themselves, posts that report to themselves."""
    found = [fault for fault in draft.faults if fault.rule == LOOP]
    for kind, says in (("unit", "stands below itself"), ("post", "reports, in the end, to itself")):
        looping = [fault for fault in found if fault.ref.kind == kind]
        if looping:
            yield _loop(looping, says, kind)


def _loop(looping: list[Fault], says: str, kind: str) -> Failing:
    keys = tuple(fault.ref.key for fault in looping)
    names = named(fault.name for fault in looping)
    words, act = ("Move it…", "move-unit") if kind == "unit" else ("Say to whom…", "report-to")
    return Failing(
        severity=MUST,
        heading=f"A {kind} {says}",
        text=f"{names}. One of them has to stand elsewhere.",
        keys=keys,
        mends=(Mend(words=words, keys=keys[:1], act=act),),
    )


def unsound(draft: Draft) -> Iterator[Failing]:
    """Whatever else makes a structure unsound, one finding for each fault."""
    for fault in draft.faults:
        if fault.rule != LOOP:
            stands = fault.ref.key in draft.after.units or fault.ref.key in draft.after.posts
            yield Failing(
                severity=MUST,
                heading=f"{fault.name} {fault.says}",
                text="Put this right before anything else.",
                keys=(fault.ref.key,) if stands else (),
                mends=(Mend(words="Open it", keys=(fault.ref.key,)),) if stands else (),
            )
