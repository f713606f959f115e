"""The pictures in a council's header: PNG and JPEG, without what is in them beside the picture.

Its one rule: where a picture was taken, with what and by whom goes into no paper.
"""

import struct
from collections.abc import Iterator

from reports.formats.word.given.refusing import Refused

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_KEPT = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"pHYs", b"gAMA", b"cHRM", b"sRGB", b"iCCP")
)
_START_OF_SCAN, _COMMENT, _ADOBE = 0xDA, 0xFE, 0xEE
_APPLICATIONS = range(0xE1, 0xF0)
_MOST_DOTS = 25_000_000

_OTHER_KIND = (
    "A picture in the header or footer is neither PNG nor JPEG. Save it as PNG, insert it in its "
    "place, and save the file."
)
_TOO_MANY_DOTS = "A picture in the header or footer has too many dots. Insert a smaller one."


def plain(data: bytes) -> bytes:
    """The picture alone."""
    try:
        if data.startswith(_PNG):
            return _PNG + b"".join(_chunks(data))
        if data.startswith(_JPEG):
            return b"".join(_segments(data))
    except (struct.error, IndexError) as error:
        raise Refused(_OTHER_KIND) from error
    raise Refused(_OTHER_KIND)


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise IndexError(end)
        if kind == b"IHDR":
            _must_be_small(*struct.unpack_from(">II", data, at + 8))
        if kind in _KEPT:
            yield data[at:end]
        if kind == b"IEND":
            return
        at = end


def _segments(data: bytes) -> Iterator[bytes]:
    """The segments of a JPEG but for those of applications, and comments."""
    yield data[:2]
    at = 2
    while True:
        start, marker, length = struct.unpack_from(">BBH", data, at)
        if start != 0xFF or length < 2:
            raise IndexError(at)
        if marker == _START_OF_SCAN:
            yield data[at:]
            return
        if 0xC0 <= marker <= 0xC3:
            _must_be_small(*struct.unpack_from(">HH", data, at + 5))
        of_others = marker in _APPLICATIONS and marker != _ADOBE
        if marker != _COMMENT and not of_others:
            yield data[at : at + 2 + length]
        at += 2 + length


def _must_be_small(*sides: int) -> None:
    if sides[0] * sides[1] > _MOST_DOTS:
        raise Refused(_TOO_MANY_DOTS)
