"""The steps of a structure's life in words, with the way out where one cannot be taken.

Its one rule: who is refused a step is told the one that can be taken.
"""

from divisions.dates import in_words

WAYS_OUT = {
    "draft": "Send it out for consultation first.",
    "consultation": "Approve it, withdraw it, or draw a revised version from it.",
    "approved": "Bring it into force, withdraw it, or draw a revised version from it.",
    "in force": "Propose a restructure from it instead.",
    "superseded": "Draw a new draft from it instead.",
    "withdrawn": "Draw a new draft from it instead.",
    "on record": "Draw a draft from it first.",
}

STEPS = {
    "draft": (("send-out", "Send out for consultation…"), ("withdraw", "Withdraw…")),
    "consultation": (("approve", "Say that it was approved…"), ("withdraw", "Withdraw…")),
    "approved": (
        ("bring-into-force", "Bring into force…"),
        ("approve", "Correct the approval…"),
        ("withdraw", "Withdraw…"),
    ),
}
"""The steps that can be taken next, by status: the address of each, and its words."""

VERBS = ("send out for consultation", "approve", "withdraw", "give way")
"""The steps that leave every unit and post as it is."""


def wrong_step(structure, verb):
    """That a structure cannot take a step as it stands, and which it can."""
    steps = {
        "approve": "cannot be approved",
        "withdraw": "cannot be withdrawn",
        "send out for consultation": "cannot be sent out for consultation",
        "give way": "has nothing to give way to",
        "bring up to date": "cannot be brought up to date",
        "bring into force": "cannot be brought into force",
    }
    return f"“{structure}” {stands(structure)} and {steps[verb]}. {WAYS_OUT[structure.status]}"


def stands(structure):
    """How far a structure has come, after its name."""
    words = {"draft": "a draft", "consultation": "out for consultation"}
    return f"is {words.get(structure.status, structure.status)}"


def approved(structure, again=False):
    """Which body approved a structure, when and in which minute; `again`: corrected."""
    minute = f", minute {structure.minute}" if structure.minute else ""
    day = f" on {in_words(structure.approved_on)}" if structure.approved_on else ""
    by = f" by {structure.approved_by}" if structure.approved_by else ""
    says = f"“{structure}” was approved{by}{day}{minute}"
    return f"Corrected: {says}." if again else f"{says}."
