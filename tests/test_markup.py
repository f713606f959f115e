"""What no page says wrongly to whoever hears it read out, or to a script."""

import re
from collections import Counter

from tests.pages import DRAWING, FILE_PAGES, FORMS, PAGES, WRITING, draw_draft, load_paper

ALL = {**PAGES, **FORMS, **WRITING, **DRAWING, **FILE_PAGES}
ALL.pop("file download")


def test_each_id_stands_once_on_a_page_and_nothing_is_called_none(at_emekas, borough):
    load_paper()
    draw_draft()
    twice, called_none = {}, {}
    for name, address in ALL.items():
        page = at_emekas.get(address).content.decode()
        ids = Counter(re.findall(r'\sid="([^"]*)"', page))
        twice[name] = [each for each, times in ids.items() if times > 1]
        called_none[name] = re.findall(r'[^<>]*, None\b[^<>]*|"None"', page)
    assert {name: ids for name, ids in twice.items() if ids} == {}
    assert {name: said for name, said in called_none.items() if said} == {}
