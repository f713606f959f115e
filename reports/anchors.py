"""Where on its page a statement stands, so that a link can lead to it.

Its one rule: the same statement has the same anchor wherever it is spoken of.
"""

from hashlib import sha256

from reports.proposal import Statement


def anchor_of(statement: Statement) -> str:
    """The id of a statement’s row on the page of stated figures."""
    said = (statement.about, statement.says, statement.value, statement.side, statement.sources)
    return f"said-{sha256(repr(said).encode()).hexdigest()[:12]}"
