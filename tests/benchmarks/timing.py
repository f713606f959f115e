"""How long a thing takes, and whether that is short enough.

Its one rule: what is collected of earlier things does not count.
"""

import gc
import resource
import time
from typing import NamedTuple

ENOUGH = 15
"""After so many seconds a thing is not measured again."""


class Took(NamedTuple):
    """Seconds, and seconds of processors: of this process, and of those that it waited for."""

    seconds: float
    cpu: float


def once(measure, *given):
    """What one run takes."""
    gc.collect()
    cpu, start = _cpu(), time.perf_counter()
    measure(*given)
    return Took(time.perf_counter() - start, _cpu() - cpu)


def _cpu():
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def best(measure, *given, runs):
    """The least that any of several runs takes, the first of which warms up and does not count.

    Whatever else the machine does only ever makes a run longer.
    """
    measure(*given)
    took = []
    while len(took) < runs and sum(each.seconds for each in took) < ENOUGH:
        took.append(once(measure, *given))
    return Took(*map(min, zip(*took, strict=True)))


def judged(took, ratio, limit, times):
    """The goal in words, and whether it is met."""
    if limit is None and times is None:
        return "", True
    met = took < limit if times is None else ratio <= times
    goal = f"under {limit} s" if times is None else f"at most {times} × floor"
    return f"{goal}: {'met' if met else 'missed'}", met
