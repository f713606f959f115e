"""One class a rule, and the middleware that answers with the rule's own sentence.

Its one rule: a message names the thing, what stands in the way, and the way out.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class RuleBroken(Exception):
    """What was asked goes against a rule of structures; nothing was changed."""

    status = 409


class ReadOnly(RuleBroken):
    """The structure may not be edited as it now stands."""


class ChangedMeanwhile(RuleBroken):
    """Somebody else changed the structure after the person last saw it."""


class NotInStructure(RuleBroken):
    """A unit or post is not, or no longer, in the structure that is edited."""


class WouldLoop(RuleBroken):
    """A unit or post would stand below itself."""


class StillNeeded(RuleBroken):
    """Something below still needs the unit or post."""


class KeyTaken(RuleBroken):
    """Another unit or post of the structure has the key."""


class NotSound(RuleBroken):
    """The structure would not be sound afterwards."""


class NothingChosen(RuleBroken):
    """An act needs at least one unit or post, or at least two."""


class AlreadyThere(RuleBroken):
    """A unit or post stands where it is to go, or has what it is to be given."""


class NotAnOrigin(RuleBroken):
    """A unit or post cannot have come from what it is said to have come from."""


class WrongStep(RuleBroken):
    """The step is not the next in the life of the structure."""


class NoReason(RuleBroken):
    """What is done is done for a reason, which has to be said."""


class NotKnown(RuleBroken):
    """Of what a structure was drawn, and when, is not known, or is not what is in force."""


class ClashesOpen(RuleBroken):
    """A structure clashes with what has changed meanwhile, and nobody has chosen yet."""


class NotTheDay(RuleBroken):
    """The day on which the structure comes into force has not come, or is not stated."""


class Published(RuleBroken):
    """The paper is approved for publication, and stays as it was published."""


class NotPublished(RuleBroken):
    """The paper is not approved for publication, so there is no publication to withdraw."""


class HeldBack(RuleBroken):
    """Something in the paper must be put right before an edition of it is made."""


class RulesMiddleware:
    """Answer a broken rule with a page that says which, and the way back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, RuleBroken):
            return None
        return render(request, "rule_broken.html", {"error": error}, status=error.status)
