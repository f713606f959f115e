"""What an act says of itself: the sentences of the verbs it is made of, in order.

A verb that is done by means of others says it once, in place of what they would say. Its one rule:
a verb that failed says nothing.
"""

from dataclasses import dataclass, field

GENERIC = "edit"
"""The verb of an act that was opened without saying what it will be."""

_MOST = 5


@dataclass
class _Verb:
    name: str
    says: str = ""
    parts: list["_Verb"] = field(default_factory=list)

    def told(self) -> list["_Verb"]:
        return [self] if self.says else self.parts


class Telling:
    """The verbs that are going on in an act, the outermost first."""

    def __init__(self, verb: str) -> None:
        self._going_on = [_Verb(verb)]

    def begin(self, verb: str) -> None:
        self._going_on.append(_Verb(verb))

    def fail(self) -> None:
        self._going_on.pop()

    def end(self) -> None:
        verb = self._going_on.pop()
        self._going_on[-1].parts += verb.told()

    def tell(self, says: str) -> None:
        """Say what the verb that is going on has done."""
        self._going_on[-1].says = says

    @property
    def verb(self) -> str:
        """The act's verb; where it was opened as generic, that of its parts if they have one."""
        act = self._going_on[0]
        names = {part.name for part in act.parts}
        return names.pop() if act.name == GENERIC and len(names) == 1 else act.name

    @property
    def says(self) -> str:
        """All the sentences; of a long row of them, the first and how many more."""
        said = [verb.says for verb in self._going_on[0].told()]
        more = [f"And {len(said) - _MOST} more."] if len(said) > _MOST + 1 else []
        return " ".join(said[:_MOST] + more if more else said)
