"""The officers' verbs that need units and posts together, or many at once: one import for all.

Its one rule: a verb is one act, told in one sentence, and refused before the first row is written.
"""

from .holders import erase_holder, fill, record_pay, vacate
from .lines import add_line, name_head, remove_line
from .posts import (
    change_posts,
    create_posts,
    delete_posts,
    duplicate,
    let_report,
    move_posts,
)
from .units import close, create_unit, form, merge, split

__all__ = [
    "add_line", "change_posts", "close", "create_posts", "create_unit", "delete_posts", "duplicate",
    "erase_holder", "fill", "form", "let_report", "merge", "move_posts", "name_head", "record_pay",
    "remove_line", "split", "vacate",
]  # fmt: skip
