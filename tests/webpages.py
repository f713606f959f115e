"""A web page as a reader of HTML takes it: its elements in order, its words, its outline."""

from html.parser import HTMLParser

_EMPTY = {"meta", "br", "link", "img", "input"}


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.elements, self.open = [], []

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, "words": "", "above": tuple(each["tag"] for each in self.open)}
        self.elements.append(element | dict(attrs))
        if tag not in _EMPTY:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> ends nothing"
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for each in self.open:
            each["words"] += data


def read(data):
    """The elements of a page, each with its attributes, its words and the tags above it."""
    reader = _Reader()
    reader.feed(data.decode() if isinstance(data, bytes) else data)
    assert not reader.open
    return reader.elements


def named(elements, *tags):
    return [each for each in elements if each["tag"] in tags]


def words(elements, *tags):
    return [each["words"] for each in named(elements, *tags)]
