"""What tests of the history share."""

from tests.outlines import unit

DRAFT = "/borough/structures/draft/"


SERVICES = [("Services", 1), ("Youth", 2), ("Adoption", 2)]


def did(structure, user, says, verb, reason=""):
    """Let a person do something and tell of it."""
    with structure.editing(user, "do", reason) as editing:
        verb()
        editing.act.tell(says)
    return editing.act


def rename(structure, user, name, reason=""):
    says = f"Youth renamed {name}."
    return did(structure, user, says, lambda: unit(structure, "youth").rename(name), reason)
