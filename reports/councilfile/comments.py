"""The comments of a council file: what people write for one another after “#”.

Reading passes over them, so that they are lost when the program writes the file. Its one rule: a
“#” within a text is no comment.
"""

import re
from collections.abc import Iterator

import yaml

from .faults import Fault

_COMMENT = re.compile("#.*")


def comments(text: str, file: str) -> list[Fault]:
    """The comments of a text that can be read as a council file, each with its place."""
    return [
        Fault(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), comment)
        for start, end in _between_texts(text)
        for at, comment in _found(text, start, end)
    ]


def _between_texts(text: str) -> Iterator[tuple[int, int]]:
    """Where each stretch of a file that is no text starts and ends; “|-” is none either."""
    start = 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            head = event.start_mark.index
            if event.style in ("|", ">"):
                head = text.index("\n", head)
            yield start, head
            start = event.end_mark.index
    yield start, len(text)


def _found(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for found in _COMMENT.finditer(text, start, end):
        yield found.start(), found[0].rstrip()
