"""The numbers that Word prints before paragraphs, counted out of a file as Word counts them."""

from docx.oxml.ns import qn


def _value(element, *path):
    for tag in path:
        element = None if element is None else element.find(qn(tag))
    return None if element is None else element.get(qn("w:val"))


class _Lists:
    def __init__(self, document):
        self.styles = {each.get(qn("w:styleId")): each for each in document.styles.element}
        numbering = document.part.numbering_part.element
        kinds = numbering.findall(qn("w:abstractNum"))
        self.kinds = {each.get(qn("w:abstractNumId")): each for each in kinds}
        self.lists = {each.get(qn("w:numId")): each for each in numbering.findall(qn("w:num"))}
        self.counted, self.begun = {}, set()

    def place(self, paragraph):
        """The list and level of a paragraph: its own, or else its style's."""
        own = paragraph.find(qn("w:pPr"))
        style = self.styles[_value(own, "w:pStyle")].find(qn("w:pPr"))
        for each in (own, style):
            number = _value(each, "w:numPr", "w:numId")
            if number is not None:
                return number, int(_value(each, "w:numPr", "w:ilvl") or 0)
        return "0", 0

    def label(self, paragraph):
        """What is printed before a paragraph; None where it is in no list."""
        number, level = self.place(paragraph)
        if number == "0":
            return None
        kind = _value(self.lists[number], "w:abstractNumId")
        counted = self.counted.setdefault(kind, {})
        for each in self.lists[number].findall(qn("w:lvlOverride")):
            if number not in self.begun:
                counted[int(each.get(qn("w:ilvl")))] = int(_value(each, "w:startOverride")) - 1
        self.begun.add(number)
        counted[level] = counted.get(level, 0) + 1
        for deeper in [each for each in counted if each > level]:
            del counted[deeper]
        levels = self.kinds[kind].findall(qn("w:lvl"))
        text = _value(levels[level], "w:lvlText")
        for each in range(level + 1):
            text = text.replace(f"%{each + 1}", str(counted.get(each, 1)))
        return text


def numbered_paragraphs(document):
    """The number that is printed before each paragraph of a file, None where there is none."""
    lists = _Lists(document)
    paragraphs = document.element.body.iter(qn("w:p"))
    return {each: lists.label(each) for each in paragraphs if each.style in lists.styles}


def labels(document, *styles):
    """The number and the words of each paragraph of these styles, by their ids."""
    lists = _Lists(document)
    told = [
        (each.style, lists.label(each), "".join(each.itertext(qn("w:t"))))
        for each in document.element.body.iter(qn("w:p"))
        if each.style in lists.styles
    ]
    return [(label, words) for style, label, words in told if style in styles]
