"""Small XLSX workbooks for the tests, written cell by cell, so that odd ones can be written too."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from posts.establishment_list.table import letter

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension='
    '"rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts><font/></fonts><fills><fill/></fills><borders><border/>'
    '</borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def workbook(*sheets, more=()):
    """A workbook of sheets, each (name, rows); `more`: other parts of it, by their names.

    A cell is a text, a number, None, or a piece of XML in bytes, which stands as it is.
    """
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in {**_frame(sheets), **dict(more)}.items():
            archive.writestr(name, text)
    return file.getvalue()


def _frame(sheets):
    names, relations, parts = "", "", {}
    for number, (name, rows) in enumerate(sheets, start=1):
        names += f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"/>'
        relations += (
            f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet" '
            f'Target="worksheets/sheet{number}.xml"/>'
        )
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet(rows)
    relations += f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'{_RELATIONS}<Relationship Id="w" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{names}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f"{_RELATIONS}{relations}</Relationships>",
        "xl/styles.xml": _STYLES,
        **parts,
    }


def sheet(rows, *merged):
    """A sheet of rows as its part of the workbook; `merged`: cells that are, such as D9:D13."""
    lines = "".join(
        f'<row r="{number}">{"".join(_cells(number, row))}</row>'
        for number, row in enumerate(rows, start=1)
    )
    merges = "".join(f'<mergeCell ref="{place}"/>' for place in merged)
    merges = f"<mergeCells>{merges}</mergeCells>" if merged else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData>{merges}</worksheet>'


def _cells(row, values):
    for column, value in enumerate(values, start=1):
        place = f'r="{letter(column)}{row}"'
        if isinstance(value, bytes):
            yield value.decode()
        elif isinstance(value, str):
            text = f'<t xml:space="preserve">{escape(value)}</t>'
            yield f'<c {place} t="inlineStr"><is>{text}</is></c>'
        elif value is not None:
            yield f"<c {place}><v>{value}</v></c>"


def day(place, number):
    """A cell that holds a day, by its number since 1900."""
    return f'<c r="{place}" s="1"><v>{number}</v></c>'.encode()


def formula(place, text, result=None):
    """A cell with a formula, and what it came to when it was last computed."""
    value = "" if result is None else f"<v>{escape(str(result))}</v>"
    kind = ' t="str"' if isinstance(result, str) else ""
    return f'<c r="{place}"{kind}><f>{escape(text)}</f>{value}</c>'.encode()
