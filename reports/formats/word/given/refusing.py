"""Why a council's file cannot be taken: each reason with what to do about it."""

from collections.abc import Sequence

SAVE_ANEW = "Open it in Word, save it as “Word Document (.docx)”, and upload that file."


class Refused(ValueError):
    """The file cannot be taken; `faults` are all that is to be put right."""

    def __init__(self, *faults: str) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def unless_none(faults: Sequence[str]) -> None:
    """Refuse the file if anything is wrong with it; each fault is told once."""
    if faults:
        raise Refused(*dict.fromkeys(faults))
