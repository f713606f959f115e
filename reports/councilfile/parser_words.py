"""What the YAML parser says when a text is no YAML, in words for somebody who has never met YAML.

Its one rule: the sentence says what to look for on the line, not what the parser was doing.
"""

import yaml

_QUOTES = "Put the whole text in quotes."

_PLAIN_WORDS = (
    ("mapping values are not allowed", f"There is a second colon on this line. {_QUOTES}"),
    ("expected ':'", "This line has no colon after its key, or is not indented below its key."),
    ("expected key", "This line does not fit the ones above it: check how far it is indented, that "
     "its key is followed by a colon and a space, and that a quoted text ends with its quote."),
    ("expected '-' indicator", "This line does not fit the list above it: check how far it is "
     "indented, and whether it lacks “- ”."),
    ("sequence entries are not allowed", "“- ” cannot stand here: put it on the next line, "
     f"indented; or, if it is part of a text: {_QUOTES[0].lower()}{_QUOTES[1:]}"),
    ("tab character", "This line is indented with a tab. Use spaces."),
    ("cannot start any token", "A text cannot begin with this character (a tab, @, % or `). "
     f"Use spaces to indent. {_QUOTES}"),
    ("unexpected end of stream", "A quotation mark is opened here or above and never closed."),
    ("unexpected document indicator", "A quotation mark is opened above and not closed before "
     "“---” or “...”."),
    ("unknown escape character", "In a text in double quotes a backslash is written twice (\\\\)."),
    ("escape code", "In a text in double quotes a backslash is written twice (\\\\)."),
    ("hexdecimal number", "In a text in double quotes a backslash is written twice (\\\\)."),
    ("alphabetic or numeric character", "A text that begins with “*” or “&” goes in quotes."),
    ("',' or ']'", "A list in square brackets is not closed, or lacks a comma. A text that begins "
     "with “[” goes in quotes."),
    ("',' or '}'", "A brace is not closed. A text that begins with “{” goes in quotes."),
    ("<document start>", "The file goes on at the left edge where it had ended: check how far this "
     "line is indented, and that there is no text after a closing quote."),
    ("comment or line break", "After “|” or “>” the text begins on the next line, indented. A text "
     "that begins with one of them goes in quotes."),
    ("tag", "A text that begins with “!” goes in quotes."),
    ("directive", "A line that begins with “%” cannot stand here."),
    ("incompatible YAML", "Delete the line that begins with “%YAML”."),
)  # fmt: skip


def in_plain_words(error: yaml.MarkedYAMLError) -> str:
    """Say what a parser's error means for the person who wrote the line."""
    problem = str(error.problem or error.context or "")
    for words, sentence in _PLAIN_WORDS:
        if words in problem:
            return sentence
    return f"This line cannot be read ({problem}). Check quotes, colons and how far it is indented."
