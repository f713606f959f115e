"""The fields of records in the words that an officer uses: in the history, and where two clash.

Pure. Its one rule: a field has one name, wherever it is spoken of.
"""

from posts.refs import ENDING, LEADS, LINE, ORIGIN, POST, UNIT

FIELDS = {
    "name": "name", "kind": "kind", "is_function": "whether it is a function", "remit": "remit",
    "parent": "the unit above it", "place": "place", "number": "how many alike",
    "changed": "said to change", "other_names": "other names", "phase": "phase",
    "effective": "in force", "certainty": "certainty", "sources": "paragraphs", "note": "note",
    "title": "title", "unit": "unit", "line": "line of management", "reports_to": "manager",
    "reports_to_other": "manager outside this structure", "category": "category", "grade": "grade",
    "fte": "FTE", "state": "state", "contract": "contract", "statutory": "statutory role",
    "post_number": "post number", "cost_centre": "cost centre", "location": "location",
    "responsibilities": "responsibilities", "filled_by": "how it is filled", "tier": "tier",
    "reason": "reason", "share": "share",
}  # fmt: skip

KINDS = {
    UNIT: "unit", POST: "post", LEADS: "lead", LINE: "line", ORIGIN: "origin", ENDING: "stated end",
}  # fmt: skip
