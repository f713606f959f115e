"""Councils, structures, acts, units, and where each thing came from."""

from .act import Act, OutsideAnyAct
from .council import Council, Membership
from .origin import Ending, Origin
from .structure import Structure
from .unit import Unit

__all__ = [
    "Act", "Council", "Ending", "Membership", "Origin", "OutsideAnyAct", "Structure", "Unit",
]  # fmt: skip
