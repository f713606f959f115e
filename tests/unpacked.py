"""All that is in a file, however it is packed: for looking whether something is in it.

The members of a zip, and those of what is in it; the streams, texts and metadata of a PDF, the
letters on its pages read through its fonts; XML and HTML without their tags; JSON without its
escapes; pictures that stand in a text. Its one rule: a thing is in there if it is in any of these.
"""

import base64
import io
import json
import re
import zipfile
from html import unescape

import pikepdf

_TAGS = re.compile(r"<[^<>]*>")
_DATA = re.compile(rb"base64,([A-Za-z0-9+/=]{16,})")
_SPACES = re.compile(r"\s+")


def texts_in(data):
    """Every text in the bytes of a file, in as many ways as it can be read."""
    yield data.decode("latin-1")
    yield data.decode("utf-8", errors="replace")
    yield data.decode("utf-16-be", errors="replace")
    if data[:2] == b"PK":
        yield from _of_zip(data)
    elif data[:5] == b"%PDF-":
        yield from _of_pdf(data)
    elif data[:4] != b"\x89PNG":
        yield from _of_text(data)


def found_in(data, secrets):
    """Those of some texts that are anywhere in a file, whatever its case and spaces."""
    texts = [_plain(text) for text in texts_in(data)]
    return {secret for secret in secrets if any(_plain(secret) in text for text in texts)}


def _plain(text):
    return _SPACES.sub("", text).replace(",", "").casefold()


def _of_zip(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        yield packed.comment.decode("latin-1")
        for entry in packed.infolist():
            yield entry.filename
            yield from texts_in(packed.read(entry))


def _of_text(data):
    text = data.decode("utf-8", errors="replace")
    yield unescape(text)
    yield unescape(_TAGS.sub("", text))
    yield unescape(_TAGS.sub(" ", text))
    for packed in _DATA.findall(data):
        yield from texts_in(base64.b64decode(packed))
    try:
        yield from _strings(json.loads(text))
    except ValueError:
        return


def _strings(value):
    if isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
    else:
        yield str(value)


# ---- PDF ----


def _of_pdf(data):
    with pikepdf.open(io.BytesIO(data)) as file:
        yield from _texts(file.trailer, set())
        for thing in file.objects:
            yield from _texts(thing, set())
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_bytes().decode("utf-8", errors="replace")
                yield from _drawn(thing)
        for page in file.pages:
            yield "".join(_letters(page, page.obj.get("/Resources")))


def _texts(thing, seen):
    """The texts in an object, and in those that stand in it."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array | pikepdf.Dictionary):
        if thing.is_indirect:
            if thing.objgen in seen:
                return
            seen.add(thing.objgen)
        direct = thing.values() if isinstance(thing, pikepdf.Dictionary) else thing
        for each in direct:
            if not getattr(each, "is_indirect", False):
                yield from _texts(each, seen)


def _drawn(stream):
    """The letters in a picture that stands on a page."""
    if stream.get("/Subtype") == "/Form":
        yield "".join(_letters(stream, stream.get("/Resources")))


def _letters(stream, resources):
    """The letters of a content stream, as its fonts say what they are."""
    fonts = (resources or {}).get("/Font", {})
    letters = {}
    for operands, operator in pikepdf.parse_content_stream(stream):
        if str(operator) == "Tf":
            letters = _unicode(fonts.get(str(operands[0])))
        elif str(operator) in ("Tj", "'", '"'):
            yield _read(operands[-1], letters)
        elif str(operator) == "TJ":
            for each in operands[0]:
                if isinstance(each, pikepdf.String):
                    yield _read(each, letters)


def _read(text, letters):
    codes = bytes(text)
    return "".join(letters.get(codes[at : at + 2], "") for at in range(0, len(codes), 2))


def _unicode(font):
    """What each code of a font stands for."""
    if font is None or "/ToUnicode" not in font:
        return {}
    table = font["/ToUnicode"].read_bytes()
    found = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.S):
        for code, letter in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            found[bytes.fromhex(code.decode())] = _letter(letter)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.S):
        for low, high, letter in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start, first = int(low, 16), int(letter, 16)
            for step in range(int(high, 16) - start + 1):
                found[(start + step).to_bytes(len(low) // 2, "big")] = chr(first + step)
    return found


def _letter(digits):
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")
