"""The parts of a council's file, unpacked within bounds and checked for what may not be in it.

Its one rule: nothing is unpacked further than there is room for, and no part is read before the
whole file has been looked through.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from reports.formats.word.given.refusing import SAVE_ANEW, Refused, unless_none

MOST_MEGABYTES = 5
_MOST_PARTS, _MOST_UNPACKED = 400, 25_000_000
_OLDER_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = frozenset((f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"))
_READ_TYPES = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))

_TOO_LARGE = (
    f"The file is larger than {MOST_MEGABYTES} MB. Take pictures out of it, or make them smaller."
)
_NO_WORD = f"This is not a Word file. {SAVE_ANEW}"
_DAMAGED = f"The file is damaged. {SAVE_ANEW}"

_MAY_NOT = (
    (
        re.compile(r"macroenabled|vba(project|data)|attachedtoolbars|\bvba\b"),
        "The file has macros. In Word, save it as “Word Document (.docx)”, which has none.",
    ),
    (
        re.compile(r"activex|\.control\+xml|/ctrlprops?/"),
        "The file has ActiveX controls. Delete them (Developer, Design Mode), then save it.",
    ),
    (
        re.compile(r"/embeddings/|oleobject|/afchunk|altchunk|\.package$"),
        "The file has embedded objects, such as a worksheet. Delete them or paste them as "
        "pictures, then save it.",
    ),
)
_OUTSIDE = {
    "attachedTemplate": "is attached to a template elsewhere. In Word: File, Options, Add-ins, "
    "Manage Templates, and attach “Normal”",
    "image": "has a picture that is linked and not in the file. Insert the picture itself",
    "oleObject": "is linked to an object elsewhere. Break the link (File, Info, Edit Links)",
    "subDocument": "is a master document. Give a file without documents within it",
    "frame": "has frames from elsewhere. Take them out",
}


@dataclass(frozen=True)
class Link:
    """How one part refers to another: the kind, and the name of the part in the file."""

    kind: str
    part: str


@dataclass(frozen=True)
class Given:
    """The parts of a file that may be looked into, by their names."""

    parts: Mapping[str, bytes]

    def links(self, part: str) -> dict[str, Link]:
        """What a part refers to within the file, by the names it has for it."""
        folder = posixpath.dirname(part)
        return {
            each.get("Id", ""): Link(_kind(each), _within(folder, each.get("Target", "")))
            for each in _relations(self.parts, _relations_of(part))
            if each.get("TargetMode") != "External"
        }

    def linked(self, part: str, kind: str) -> etree._Element | None:
        """The first part of a kind that a part refers to, as XML."""
        for link in self.links(part).values():
            if link.kind == kind and link.part in self.parts:
                return self.xml(link.part)
        return None

    def xml(self, part: str) -> etree._Element:
        return parsed(self.parts[part])

    @property
    def main(self) -> str:
        """The name of the document itself."""
        found = [link.part for link in self.links("").values() if link.kind == "officeDocument"]
        if not found or found[0] not in self.parts:
            raise Refused(_NO_WORD)
        return found[0]


def opened(data: bytes) -> Given:
    """The file, unpacked and looked through; Refused with all that is wrong."""
    if len(data) > MOST_MEGABYTES * 1_000_000:
        raise Refused(_TOO_LARGE)
    if data.startswith(_OLDER_OR_LOCKED):
        raise Refused(
            "The file is of the older kind (.doc), or has a password. In Word, take the password "
            "away and save it as “Word Document (.docx)”."
        )
    given = Given(_unpacked(data))
    unless_none(list(_faults(given)))
    return given


def parsed(data: bytes) -> etree._Element:
    """XML with no comments and no instructions; what has a document type is refused."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(_DAMAGED) from error
    if root.getroottree().docinfo.doctype:
        raise Refused(_DAMAGED)
    return root


def _unpacked(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return dict(_read(file))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(_NO_WORD) from error


def _read(file: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [each for each in file.infolist() if not each.is_dir()]
    names = [each.filename.lower() for each in entries]
    if len(entries) > _MOST_PARTS or len(set(names)) < len(names):
        raise Refused(_DAMAGED)
    room = _MOST_UNPACKED
    for each in entries:
        if not _is_plain(each):
            raise Refused(_DAMAGED)
        with file.open(each) as part:
            data = part.read(room + 1)
        room -= len(data)
        if room < 0:
            raise Refused(_TOO_LARGE)
        yield each.filename, data


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is named as parts of a Word file are, and packed as they are."""
    steps = entry.filename.split("/")
    is_named = "\\" not in entry.filename and not {"", ".", ".."} & set(steps)
    return is_named and not entry.flag_bits & 1 and entry.compress_type in _READ_TYPES


def _faults(given: Given) -> Iterator[str]:
    for data in given.parts.values():
        plain = data.replace(b"\0", b"")
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            yield f"The file has XML with a document type, which Word does not write. {SAVE_ANEW}"
    types = _content_types(given)
    if not any(each in _MAIN or "macroenabled" in each.lower() for each in types.values()):
        yield _NO_WORD
    names = [*(f"/{name}" for name in given.parts), *types.values()]
    for pattern, fault in _MAY_NOT:
        if any(pattern.search(name.lower()) for name in names):
            yield fault
    yield from _outside(given)


def _content_types(given: Given) -> dict[str, str]:
    if "[Content_Types].xml" not in given.parts:
        raise Refused(_NO_WORD)
    root = given.xml("[Content_Types].xml")
    return {
        each.get("PartName", each.get("Extension", "")): each.get("ContentType", "")
        for each in root.iter(f"{_TYPES}Override", f"{_TYPES}Default")
    }


def _outside(given: Given) -> Iterator[str]:
    """What the file would fetch from elsewhere. Links that a reader follows are just left out."""
    for name in given.parts:
        if not name.endswith(".rels"):
            continue
        for each in _relations(given.parts, name):
            kind = _kind(each)
            if each.get("TargetMode") == "External" and kind != "hyperlink":
                said = _OUTSIDE.get(kind, f"takes something from elsewhere ({kind}). Take it out")
                yield f"The file {said}, then save it."
            if kind == "aFChunk":
                yield _MAY_NOT[-1][1]


def _relations(parts: Mapping[str, bytes], name: str) -> list[etree._Element]:
    return list(parsed(parts[name]).iter(_PACKAGE)) if name in parts else []


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _kind(relation: etree._Element) -> str:
    return str(relation.get("Type", "").rpartition("/")[2])


def _within(folder: str, target: str) -> str:
    """The name of the part that a target stands for."""
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))
