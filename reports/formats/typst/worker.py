"""The short process that sets one paper: data on its standard input, a PDF on its standard output.

Or, where that is asked for, in place of the PDF where each of its pages begins.

It imports nothing of the program, so that it starts at once. Its one rule: a letter that no font
has is written out, in brackets or as a box, and never left out.
"""

import json
import re
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst

Data = dict[str, Any]

TEMPLATE = Path(__file__).with_name("paper.typ")
NOTE = (
    "Some characters are in none of the fonts of this file. They are written out in square "
    "brackets, and in a chart each stands as □."
)
_NOT_SHOWN = re.compile(r'(?:the text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_SPELT = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
_JOINERS = "\u200d\ufe0e\ufe0f\u200b"
_BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
_NOTHING = re.compile(r"(?!)")
_UNUSUAL = re.compile(r"[^\n\r\t -~\xa0-\u017f‘’“”•…–—†‡←→€™≤≥−✓□\u200b]+")


def main() -> int:
    """Set the paper, or say on standard error what stood in the way."""
    asked = json.load(sys.stdin)
    _hold_back(asked["bytes"], asked["seconds"])
    try:
        with tempfile.TemporaryDirectory() as folder:
            for file in asked["fonts"]:
                shutil.copy(file, folder)
            make = page_starts if asked["starts"] else set_paper
            sys.stdout.buffer.write(make(asked["data"], folder))
    except typst.TypstError as error:
        print(error.message, *error.hints, sep="; ", file=sys.stderr)
        return 1
    return 0


def _hold_back(most_bytes: int, most_seconds: int) -> None:
    """Let the process use so much memory and time at most, also if nobody waits for it any more."""
    try:
        import resource
    except ImportError:  # not on this system; whoever waits still has an end
        return
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))


def set_paper(data: Data, fonts: str) -> bytes:
    """The paper as a PDF; where letters are in no font, set again with those written out.

    The fonts are those of a folder, and those that typst brings.
    """
    return _set_as_it_can_be(data, fonts)[0]


def page_starts(data: Data, fonts: str) -> bytes:
    """As JSON the number of pages, and each place with which one begins: `[page, place]`.

    A place is a block, a part of it, a word of that part.
    """
    if _UNUSUAL.search(json.dumps(data, ensure_ascii=False)):
        data = _set_as_it_can_be(data, fonts)[1]
    compiler = _compiler(fonts, {"data": json.dumps(data), "marks": "yes"})
    (pages,), *marks = json.loads(compiler.query("metadata", field="value"))
    starts: dict[int, list[int]] = {}
    for *place, page in marks:
        starts.setdefault(page, place)
    return json.dumps({"pages": pages, "starts": list(starts.items())}).encode()


def _compiler(fonts: str, inputs: dict[str, str] | None = None) -> typst.Compiler:
    return typst.Compiler(
        str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=[fonts], ignore_system_fonts=True,
        sys_inputs=inputs or {},
    )  # fmt: skip


def _set_as_it_can_be(data: Data, fonts: str) -> tuple[bytes, Data]:
    """The paper as a PDF, and the data that it was set from."""
    compiler = _compiler(fonts)
    try:
        return _set(compiler, data), data
    except typst.TypstError as error:
        if not _NOT_SHOWN.search(error.message):
            raise
    return _set_written_out(compiler, data, _in_no_font(compiler, data))


def _set(compiler: typst.Compiler, data: Data) -> bytes:
    pdf = compiler.compile(
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        timestamp=0,
        sys_inputs={"data": json.dumps(data)},
    )
    assert isinstance(pdf, bytes)
    return pdf


def _in_no_font(compiler: typst.Compiler, data: Data) -> set[str]:
    """What cannot be shown in the words of the paper.

    Of a text in a picture too much is reported: one missing letter takes the others with it.
    """
    try:
        _set(compiler, _with(data, lambda text: text, lambda svg: _BLANK))
    except typst.TypstError as error:
        return not_shown(error)
    return set()


def _set_written_out(compiler: typst.Compiler, data: Data, missing: set[str]) -> tuple[bytes, Data]:
    """Set the paper without what is missing; if need be without any unusual letter."""
    exact = _pattern(missing)
    *tries, last = (exact, _NOTHING), (exact, _UNUSUAL), (_UNUSUAL, _UNUSUAL)
    for in_words, in_pictures in tries:
        clean = written_out(data, in_words, in_pictures)
        try:
            return _set(compiler, clean), clean
        except typst.TypstError:
            continue
    clean = written_out(data, *last)
    return _set(compiler, clean), clean


def not_shown(error: typst.TypstError) -> set[str]:
    """The texts that an error names as not to be shown."""
    said = "\n".join((error.message, error.diagnostic))
    return {_ESCAPED.sub(_unescaped, text) for text in _NOT_SHOWN.findall(said) if text}


def _unescaped(found: re.Match[str]) -> str:
    code, letter = found.groups()
    return chr(int(code, 16)) if code else _SPELT.get(letter, letter)


def written_out(data: Data, in_words: re.Pattern[str], in_pictures: re.Pattern[str]) -> Data:
    """The data with what matches called by its name, in a picture as boxes, and a note of it."""

    def names(found: re.Match[str]) -> str:
        return f"[{', '.join(map(_called, _letters(found)))}]"

    def boxes(found: re.Match[str]) -> str:
        return "□" * len(_letters(found))

    clean = _with(
        data, lambda text: in_words.sub(names, text), lambda svg: in_pictures.sub(boxes, svg)
    )
    return {**clean, "notes": [*data["notes"], NOTE]}


def _letters(found: re.Match[str]) -> list[str]:
    return [letter for letter in found.group() if letter not in _JOINERS]


def _pattern(texts: set[str]) -> re.Pattern[str]:
    """Any of the texts, one after the other."""
    if not texts:
        return _NOTHING
    one = "|".join(re.escape(text) for text in sorted(texts, key=lambda text: (-len(text), text)))
    return re.compile(f"(?:{one})(?:[{_JOINERS}]*(?:{one}))*")


def _called(letter: str) -> str:
    """A sign by its name, “school”; a letter of a script by its number, “U+5B50”."""
    name = unicodedata.name(letter, "") if unicodedata.category(letter)[0] == "S" else ""
    return name.lower() or f"U+{ord(letter):04X}"


def _with(data: Any, text: Callable[[str], str], svg: Callable[[str], str]) -> Any:
    """The data with each text that is shown, and each picture, put through a function."""
    if isinstance(data, str):
        return text(data)
    if isinstance(data, list):
        return [_with(each, text, svg) for each in data]
    if isinstance(data, dict):
        return {name: _value(name, value, text, svg) for name, value in data.items()}
    return data


def _value(name: str, value: Any, text: Callable[[str], str], svg: Callable[[str], str]) -> Any:
    if name in ("facts", "alt", "link", "kind", "paper"):
        return value
    return svg(value) if name == "svg" else _with(value, text, svg)


if __name__ == "__main__":
    sys.exit(main())
