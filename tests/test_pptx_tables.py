"""Tables on slides: which share one, how large their letters are, where they go on."""

from dataclasses import replace

from pptx.util import Emu, Pt

from posts.lettering import wrap
from reports.formats import pptx
from reports.sections.blocks import Definitions, Heading, Recommendations, Table
from tests.office import small
from tests.slides import made, opened, texts
from tests.tables import schedule


def tables(slide):
    return [shape for shape in slide.shapes if shape.has_table]


def letters(shape):
    return shape.table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.size.pt


def test_short_tables_that_follow_each_other_share_a_slide_each_below_its_caption():
    created, deleted = schedule(2, "Posts created"), schedule(3, "Posts deleted")
    (slide,) = made(created, replace(deleted, key="d"))[1:]
    assert slide.shapes.title.text_frame.text == "One"
    above, first, between, second = [s for s in slide.shapes if s.name.startswith(("Cap", "Tab"))]
    assert (above.text_frame.text, between.text_frame.text) == ("Posts created", "Posts deleted")
    tops = [each.top for each in (above, first, between, second)]
    assert tops == sorted(tops)
    assert first.top + first.height <= between.top
    assert second.top + second.height <= Emu(6_480_000)


def test_a_long_caption_of_tables_that_share_a_slide_does_not_lie_over_its_table():
    long = "Posts that are created by the directorate as it is proposed to be " * 6
    (slide,) = made(schedule(2, long), schedule(3, "Posts deleted"))[1:]
    caption = next(each for each in slide.shapes if each.name == "Caption")
    (said,) = caption.text_frame.paragraphs[0].runs
    size, wide = said.font.size.pt, caption.width.pt
    assert len(wrap(said.text, size, wide, bold=True)) * size * 1.2 <= caption.height.pt


def test_short_tables_of_a_section_without_a_heading_share_a_slide_too():
    whole = small(schedule(2, "Posts created"), schedule(3, "Posts deleted"))
    section = replace(whole.sections[0], heading="")
    slide = opened(pptx.write(replace(whole, sections=(section,)))).slides[1]
    assert (slide.shapes.title.text_frame.text, len(tables(slide))) == ("–", 2)


def test_a_table_that_has_no_room_beside_others_has_its_own_slide():
    found = made(schedule(2, "Posts created"), schedule(16, "Posts unchanged"))[1:]
    assert [texts(slide)[0] for slide in found] == ["Posts created", "Posts unchanged"]


def test_a_table_has_the_largest_letters_in_which_it_stands_on_one_slide():
    sizes = [letters(*tables(made(schedule(count))[1])) for count in (3, 17, 19, 60)]
    assert sizes == [16, 14, 12, 12]


def test_a_total_never_stands_alone_on_a_slide():
    for count in range(20, 46):
        last = tables(made(schedule(count))[-1])[0]
        assert len(last.table.rows) > 2


def test_a_row_of_one_line_is_as_tall_as_one_line():
    row = ("Units", "at least 5", "cannot be computed")
    table = Table(key="t", caption="Sizes", columns=schedule(1).columns, rows=(row,) * 3)
    (found,) = tables(made(table)[1])
    assert {each.height for each in list(found.table.rows)[1:]} == {Pt(16 * 1.2 + 5)}


def test_what_nearly_has_room_on_a_slide_stands_on_it_in_smaller_letters():
    items = tuple(f"The thing of the number {n}" for n in range(17))
    asked = Recommendations(key="r", lead="Asked to agree:", items=items)
    (slide,) = made(asked)[1:]
    sizes = {
        run.font.size.pt for p in slide.placeholders[1].text_frame.paragraphs for run in p.runs
    }
    assert sizes <= {14, 15}


def test_terms_and_what_is_said_of_them_stand_on_the_slide_of_their_heading():
    terms = tuple((f"Term {n}", "What it is") for n in range(4))
    profiles = [
        block
        for n in range(12)
        for block in (
            Heading(key=f"h{n}", text=f"Post {n}"),
            Definitions(key=f"d{n}", items=terms),
        )
    ]
    for slide in made(*profiles)[1:]:
        lines = [p.text for p in slide.placeholders[1].text_frame.paragraphs]
        assert lines[0].startswith("Post")
        assert lines[-1] == "Term 3: What it is"
