"""Establishment lists as tests write them, and what is made of them."""

from dataclasses import replace

from posts import delta
from posts.establishment_list import reading
from posts.establishment_list.making import Known, establish
from posts.establishment_list.matching import guess

KNOWN = Known(kinds=("directorate", "division", "service", "team"), grades=("Grade 9",))


def made(text, known=KNOWN, **matching):
    """What a pasted list makes."""
    table = reading.read_text(reading.read_pasted(text).sheets[0][1])
    found = guess(table, known.kinds)
    found = replace(found, **matching)
    return establish(table, found, known)


def faults(text, **more):
    return [str(fault) for fault in made(text, **more).faults]


def posts(text, *names, **more):
    """Some facts of each post of a list that has no fault."""
    found = made(text, **more)
    assert found.faults == ()
    assert delta.faults(found.snapshot) == []
    facts = [tuple(getattr(post, name) for name in names) for post in found.snapshot.posts.values()]
    return facts if len(names) > 1 else [fact for (fact,) in facts]


def texts(data):
    """The rows of the first sheet of a file."""
    ((_, text), *_) = reading.read_file(data).sheets
    return [list(row) for row in reading.read_text(text).rows]
