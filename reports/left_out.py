"""What an edition is without, as far as that may be said: which figures, and in which sentences.

Its one rule: it says that something is left out, and never of whom.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

LEFT_OUT = "left out of this edition"
AS_FAR_AS_TOLD = "but for what is left out of this edition"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What has been taken out of a comparison for an edition.

    `figures` are the words of those figures that would else be given wrongly: without what was
    taken out, a total is too low. `fates`, `fillings` and `pay`: whether some of these are left
    out; `bill`: whether what posts cost is; `costs`: the kinds of other costs that are, or some of
    them. `says` are sentences on all of it, for whoever reads the edition.
    """

    figures: Mapping[str, str] = field(default_factory=dict)
    fates: bool = False
    fillings: bool = False
    pay: bool = False
    bill: bool = False
    costs: frozenset[str] = frozenset()
    says: tuple[str, ...] = ()

    def is_out(self, figure: str) -> bool:
        """Whether a figure, by its name, is left out of the edition."""
        return self.figures.get(figure) == LEFT_OUT


NOTHING = LeftOut()
