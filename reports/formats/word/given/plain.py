"""Elements of a council's file with nothing in them but how things look.

Its one rule: only WordprocessingML itself is kept, and in it nothing of who wrote what, and when.
"""

import re

from lxml import etree  # type: ignore[import-untyped]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OF_LETTERS = """
    rPr rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
    noProof snapToGrid color spacing w kern position sz szCs highlight u effect bdr shd fitText
    vertAlign rtl cs em eastAsianLayout oMath
"""
_OF_PARAGRAPHS = """
    pPr pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr ilvl numId
    suppressLineNumbers pBdr top left bottom right start end between bar tabs tab
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
    adjustRightInd ind
    contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap
    outlineLvl
"""
_OF_TABLES = """
    tblPr tblPrEx tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW
    tblCellSpacing tblInd tblBorders insideH insideV tblLayout tblCellMar tblLook tblCaption
    tblDescription tblGrid gridCol trPr cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit
    trHeight tblHeader tcPr tcW gridSpan hMerge vMerge tcBorders tl2br tr2bl noWrap tcMar tcFitText
    vAlign hideMark
"""
_OF_STYLES = """
    styles docDefaults rPrDefault pPrDefault latentStyles lsdException style name aliases basedOn
    next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked tblStylePr
"""
_OF_LISTS = """
    numbering abstractNum nsid multiLevelType tmpl styleLink numStyleLink lvl numFmt lvlRestart
    isLgl suff lvlText lvlJc legacy num abstractNumId lvlOverride startOverride
"""
_LOOKS = frozenset(
    " ".join((_OF_LETTERS, _OF_PARAGRAPHS, _OF_TABLES, _OF_STYLES, _OF_LISTS)).split()
)
_OF_PERSONS = re.compile(r"rsid\w*|author|date|initials")


def local(element: etree._Element) -> str | None:
    """The name of an element of WordprocessingML; None for any other."""
    tag = element.tag
    return tag.removeprefix(W) if isinstance(tag, str) and tag.startswith(W) else None


def looks(element: etree._Element) -> etree._Element:
    """The same element, with all that it says of looks and nothing else."""
    made = etree.Element(element.tag, nsmap={"w": W[1:-1]})
    for name, value in element.attrib.items():
        if name == _SPACE or (name.startswith(W) and not _OF_PERSONS.fullmatch(name[len(W) :])):
            made.set(name, value)
    for child in element:
        name = local(child)
        if name in _LOOKS:
            made.append(looks(child))
    return made


def value(element: etree._Element, tag: str) -> str | None:
    """What a child element of this name says; None where there is none."""
    found = element.find(f"{W}{tag}")
    return None if found is None else found.get(f"{W}val")


def remove(element: etree._Element, *tags: str) -> None:
    """Take the elements of these names out, however deep they stand."""
    for each in list(element.iter(*(f"{W}{tag}" for tag in tags))):
        each.getparent().remove(each)
