"""The report as one web page that stands alone, opened again and read.

The five papers are read from their council files, with no database.
"""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.formats import FORMATS, html
from reports.formats.status import DRAFT
from reports.formats.texts import safe
from reports.paper import Paper
from reports.sections.blocks import (
    NUMBER,
    Bullets,
    Chart,
    Column,
    Definitions,
    Heading,
    Line,
    Note,
    Paragraph,
    Recommendations,
    Run,
    Section,
    Table,
)
from reports.sections.charts import chart_of
from tests.literals import structure
from tests.papers import COUNCILS
from tests.test_paper import blocks, paper
from tests.webpages import named, read, words

every_paper = pytest.mark.parametrize("restructure", COUNCILS)

REFER = ("aria-labelledby", "aria-describedby")


@cache
def written(restructure):
    return html.write(paper(restructure))


@cache
def page_of_paper(restructure):
    return read(written(restructure))


def small(*contents, title="A title", **facts):
    sections = (Section(key="one", heading="One", blocks=contents),)
    return Paper(key="small", council="The Borough", title=title, sections=sections, **facts)


def a_chart(name="Children's Services", **facts):
    snapshot = structure("directorate cs | Services")
    units = {key: replace(unit, name=name) for key, unit in snapshot.units.items()}
    drawn = replace(snapshot, units=units)
    chart = chart_of(drawn, key="chart", title=name, marks={}, existing=False)
    return replace(chart, **facts)


def every_block(text):
    """One of each kind of block, with the same text wherever a text may stand."""
    runs = (Run(text=text, bold=True), Run(text=text, italic=True, link=text), Run(text=text))
    return (
        Heading(key=text, text=text),
        Paragraph(key="p", text=text * 3, runs=runs, number="1.1"),
        Note(key="n", text=text),
        Definitions(key="d", items=((text, text),)),
        Bullets(key="b", lines=(Line(0, text), Line(2, text), Line(1, text))),
        Recommendations(key="r", lead=text, items=(text,), number=text),
        Table(key=text, caption=text, columns=(Column(text),), rows=((text,),), total=(text,)),
        a_chart(text),
    )


# The five papers


@every_paper
def test_a_page_has_one_title_and_headings_that_skip_no_level(restructure):
    elements = page_of_paper(restructure)
    assert words(elements, "h1") == words(named(elements, "title")[:1], "title")
    assert words(elements, "h1") == [paper(restructure).title]
    levels = [int(each["tag"][1]) for each in elements if re.fullmatch("h[1-6]", each["tag"])]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_paper
def test_sections_stand_in_order_under_their_numbers(restructure):
    found = [each for each in named(page_of_paper(restructure), "h2") if "section" in each["above"]]
    assert [each["words"] for each in found] == [
        " ".join(filter(None, (each.number, each.heading))) for each in paper(restructure).sections
    ]


@every_paper
def test_the_contents_lead_to_every_section(restructure):
    elements = page_of_paper(restructure)
    links = [each for each in named(elements, "a") if "nav" in each["above"]]
    sections = named(elements, "section")
    assert [each["href"] for each in links] == [f"#{each['id']}" for each in sections]
    assert len(links) == len(paper(restructure).sections)


@every_paper
def test_every_paragraph_shows_its_number_and_can_be_linked_to(restructure):
    found = [each for each in page_of_paper(restructure) if each.get("class") == "numbered"]
    numbered = blocks(paper(restructure), Paragraph, Recommendations)
    numbered = [each for each in numbered if each.number]
    assert [each["id"] for each in found] == [each.key for each in numbered]
    shown = [each["words"].split()[0] for each in found]
    assert shown == [each.number for each in numbered]


@every_paper
def test_no_name_stands_twice_and_whatever_is_referred_to_is_there(restructure):
    elements = page_of_paper(restructure)
    names = [each["id"] for each in elements if "id" in each]
    assert len(names) == len(set(names))
    referred = {each[attr] for each in elements for attr in REFER if attr in each}
    links = {each["href"][1:] for each in named(elements, "a") if each["href"].startswith("#")}
    fills = set(re.findall(r"url\(#([^)]*)\)", written(restructure).decode()))
    assert (referred | links | fills) <= set(names)


@every_paper
def test_tables_are_those_of_the_paper_with_headings_that_say_of_what(restructure):
    elements = page_of_paper(restructure)
    expected = blocks(paper(restructure), Table)
    assert words(elements, "caption") == [
        f"Table {n}: {each.caption}" for n, each in enumerate(expected, start=1)
    ]
    assert {each["scope"] for each in named(elements, "th")} <= {"row", "col"}
    cells = [each["words"] for each in named(elements, "td", "th") if "thead" not in each["above"]]
    rows = [row for each in expected for row in (*each.rows, each.total or ())]
    assert cells == [safe(cell) for row in rows for cell in row]


@every_paper
def test_every_chart_is_a_picture_with_our_alternative_text_and_its_list(restructure):
    elements = page_of_paper(restructure)
    charts = blocks(paper(restructure), Chart)
    pages = [page for each in charts for page in each.pages]
    drawn = named(elements, "svg")
    assert [each["role"] for each in drawn] == ["img"] * len(pages)
    told = {each["id"]: each["words"] for each in elements if "id" in each}
    assert [told[each["aria-labelledby"]] for each in drawn] == [each.title for each in pages]
    assert [told[each["aria-describedby"]] for each in drawn] == [each.alt for each in pages]
    headings = [text for text in words(elements, "h3") if text.startswith("Text version")]
    assert len(headings) == len(charts)


@every_paper
def test_the_list_says_every_line_of_the_chart(restructure):
    listed = " ".join(words(page_of_paper(restructure), "main"))
    for chart in blocks(paper(restructure), Chart):
        assert all(safe(line.text) in listed for line in chart.words)


@every_paper
def test_the_same_paper_makes_the_same_bytes(restructure):
    assert html.write(paper(restructure)) == written(restructure)


@every_paper
def test_the_page_needs_nothing_and_may_do_nothing(restructure):
    elements = page_of_paper(restructure)
    policy = next(each["content"] for each in elements if "http-equiv" in each)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not named(elements, "script", "link", "img", "iframe", "object", "form", "base")
    assert not [each for each in elements if "style" in each or "src" in each]
    assert "@import" not in written(restructure).decode()
    assert not re.search(r"url\((?!#)", written(restructure).decode())


@every_paper
def test_the_page_names_a_post_as_its_author_and_nobody_else(restructure):
    facts = {each["name"]: each["content"] for each in page_of_paper(restructure) if "name" in each}
    assert set(facts) == {"viewport", "referrer", "author", "description"}
    assert facts["author"] == paper(restructure).report_of
    assert "data-key" not in written(restructure).decode()


# The parts of a page


def test_the_page_has_its_landmarks_and_its_language():
    elements = read(html.write(small()))
    assert elements[0]["lang"] == "en-GB"
    assert [each["tag"] for each in elements if each["tag"] in ("header", "main", "nav", "footer")]
    assert words(elements, "header") == [f"{DRAFT}The Borough"]


def test_a_draft_and_a_marking_stand_above_the_title_and_on_every_printed_page():
    elements = read(html.write(small(marking="NOT FOR PUBLICATION")))
    every_page = [each for each in elements if each.get("class") == "every-page"]
    assert [each["words"] for each in every_page] == [f"{DRAFT} · NOT FOR PUBLICATION"]
    marks = next(each for each in elements if each.get("class") == "marks")
    assert marks["words"] == f"{DRAFT}NOT FOR PUBLICATION"


def test_a_paper_approved_for_publication_is_no_draft():
    data = html.write(small(Paragraph(key="p", text="Words."), is_draft=False)).decode()
    assert DRAFT not in data
    assert 'class="every-page"' not in data


def test_recommendations_run_on_from_one_verb_to_the_next():
    asked = Recommendations(key="r", lead="Note:", items=("This", "That"), number="2.2", first=6)
    elements = read(html.write(small(asked)))
    assert named(elements, "ol")[-1]["start"] == "6"
    assert [each.get("id") for each in named(elements, "li")][-2:] == [
        "recommendation-6",
        "recommendation-7",
    ]


def test_a_table_has_its_total_at_the_foot_and_its_numbers_on_the_right():
    table = Table(
        key="t", caption="Posts", columns=(Column("Division"), Column("Posts", 1, NUMBER)),
        rows=(("Youth", "3"), ("Care", "4")), total=("Total", "7"),
    )  # fmt: skip
    elements = read(html.write(small(table)))
    heads = [(each["words"], each["scope"]) for each in named(elements, "th")]
    assert heads == [
        ("Division", "col"), ("Posts", "col"), ("Youth", "row"), ("Care", "row"), ("Total", "row"),
    ]  # fmt: skip
    numbers = [each["words"] for each in elements if "number" in (each.get("class") or "").split()]
    assert numbers == ["Posts", "3", "4", "7"]
    assert words(elements, "tfoot") == ["Total7"]


def test_a_list_in_a_list_is_a_list_in_its_line():
    lines = (Line(0, "Over"), Line(1, "Under"), Line(4, "Deep"), Line(0, "Next"))
    elements = read(html.write(small(Bullets(key="b", lines=lines, is_ordered=True))))
    items = [each for each in named(elements, "li") if "section" in each["above"]]
    depths = [(each["above"].count("ol"), each["above"].count("ul")) for each in items]
    assert depths == [(1, 0), (1, 1), (1, 2), (1, 0)]


def test_a_link_is_followed_where_it_is_one_and_words_where_it_is_not():
    links = ("https://example.org/a?b=1&c=2", "javascript:alert(1)", "data:text/html,x")
    runs = tuple(Run(text=f"to {nth}", link=link) for nth, link in enumerate(links))
    elements = read(html.write(small(Paragraph(key="p", text="x", runs=runs))))
    found = [each for each in named(elements, "a") if "p" in each["above"]]
    assert [(each["words"], each["href"]) for each in found] == [("to 0", links[0])]


def test_two_charts_on_a_page_have_names_of_their_own():
    data = html.write(small(a_chart(), replace(a_chart(), key="chart#2")))
    names = [each["id"] for each in read(data) if "id" in each]
    assert len(names) == len(set(names))


def test_a_section_within_another_is_listed_below_it():
    above = Section(key="a", heading="Implications", number="1")
    within = Section(key="b", heading="Legal", level=2, blocks=(Note(key="n", text="None."),))
    elements = read(html.write(replace(small(), sections=(above, within))))
    assert words(elements, "h3") == ["Legal"]
    links = [each["above"].count("ol") for each in named(elements, "a") if "nav" in each["above"]]
    assert links == [1, 2]


# Texts that people typed

HOSTILE = st.one_of(
    st.text(min_size=1, max_size=40),
    st.sampled_from(
        [
            "</style><script>alert(1)</script>", "--><!--", "]]>", '"><img src=x onerror=alert(1)>',
            "' onfocus='x", "&lt;b&gt; & Co.", "‮gnorw‬", "שירותי ילדים", "👩🏽‍🏫", "=1+1", "@import",
            "W" * 500, "{{ 7*7 }}", "url(#x)", "javascript:alert(1)",
        ]
    ),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_nothing_that_is_typed_becomes_markup(text):
    page = small(*every_block(text), title=text, report_of=text, body=text, is_draft=True)
    elements = read(html.write(replace(page, council=text, marking=text)))
    marked = read(html.write(small(*every_block("x"), marking="x")))
    assert [(each["tag"], each["above"]) for each in _outside_drawings(elements)] == [
        (each["tag"], each["above"]) for each in _outside_drawings(marked)
    ]
    known = {name for each in marked for name in each}
    assert {name for each in elements for name in each} <= known


def _outside_drawings(elements):
    """A long name takes more lines in a box; all else is the same whatever the words are."""
    return [each for each in elements if "svg" not in each["above"]]


# The registry


def test_html_is_a_format():
    assert FORMATS["html"].write is html.write
    assert FORMATS["html"].file_name(paper("kent-2009")) == "kent-2009-public-draft.html"
