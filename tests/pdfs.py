"""A PDF as its tags say it, opened again by pikepdf: what a screen reader is given."""

import io

import page
import pikepdf


def opened(data):
    return pikepdf.open(io.BytesIO(data))


def faults(data, *profiles):
    """What the checker of accessible and of archived PDFs has against it."""
    reports = (page.validate_pdf_bytes(data, profile=each) for each in profiles or ("ua1", "2a"))
    return [(each.rule_id, each.message) for report in reports for each in report.failures]


def tags(file):
    """All tags of a file in the order in which they are read."""
    return list(_below(file.Root.StructTreeRoot.K))


def _below(here):
    if isinstance(here, pikepdf.Array):
        for each in here:
            yield from _below(each)
    elif isinstance(here, pikepdf.Dictionary) and "/S" in here:
        yield here
        if "/K" in here:
            yield from _below(here.K)


def named(file, *names):
    return [each for each in tags(file) if str(each.S)[1:] in names]


def below(tag, *names):
    return [each for each in _below(tag.K) if str(each.S)[1:] in names]


def attribute(tag, name):
    """What a tag's attributes say of a thing; None if nothing."""
    found = [each[name] for each in tag.get("/A", []) if name in each]
    return found[0] if found else None


def bookmarks(file):
    with file.open_outline() as outline:
        return list(_titles(outline.root))


def _titles(items):
    for each in items:
        yield each.title
        yield from _titles(each.children)


def fonts(file):
    """The fonts of all pages, each with whether it is in the file."""
    for each in file.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
            is_inside = any(name in each for name in ("/FontFile", "/FontFile2", "/FontFile3"))
            yield str(each.FontName), is_inside
