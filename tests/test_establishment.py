"""The establishment table as values: which posts, in what order, on which page; their total."""

import csv
import io
from decimal import Decimal

import pytest

from posts.establishment import listed, matching, table, total, written
from posts.snapshot import Post, Snapshot
from posts.wishes import Wishes, read
from tests.literals import structure

CHILDREN = structure("""
    directorate cs | Children's Services
      - dcs | Director of Children | tier=1 | grade=Chief Officer | fte=1 | post_number=C1
      division fam | Families
        - hf | Head of Families | grade=Grade 10 | reports_to=dcs | state=vacant | fte=0.8
        team zoe | Zoë’s House
          - sw | Social Worker | grade=Grade 9 | number=3 | reports_to=hf | effective=1 April 2010
          - ? | ? | number=? | category=Officer
      division edu | Education
        - he | Head of Education | grade=Grade 11 | reports_to=dcs | effective=March 2010
    """)

ALL = ["dcs", "hf", "sw", "?", "he"]


def keys(**wishes):
    return [post.key for post in listed(CHILDREN, Wishes(**wishes))]


def columns(shown):
    return [column.key for column in shown]


# ---- which posts ----


def test_posts_stand_as_the_outline_has_them_until_somebody_sorts():
    assert keys() == ALL


def test_posts_of_no_unit_come_last():
    posts = {"lone": Post(key="lone", title="Lone"), **CHILDREN.posts}
    snapshot = Snapshot(key="s", title="s", units=CHILDREN.units, posts=posts)
    assert matching(snapshot, "") == [*ALL, "lone"]
    assert matching(snapshot, "unit=not+stated") == ["lone"]


def test_every_word_must_be_found_in_title_number_or_unit():
    assert keys(find="head") == ["hf", "he"]
    assert keys(find="head fam") == ["hf"]
    assert keys(find="c1") == ["dcs"]
    assert keys(find="worker house") == ["sw"]
    assert keys(find="head nobody") == []


@pytest.mark.parametrize("typed", ["zoe's", "ZOË’S", "Zoe’s"])
def test_case_accents_and_apostrophes_make_no_difference(typed):
    assert keys(find=typed) == ["sw", "?"]


def test_holders_are_looked_for_where_they_may_be_seen():
    holders = {"hf": ("Siân Example",)}
    assert matching(CHILDREN, "find=sian", holders) == ["hf"]
    assert matching(CHILDREN, "find=sian") == []


def test_a_unit_stands_for_all_below_it():
    assert keys(unit="fam") == ["hf", "sw", "?"]
    assert keys(unit="gone") == []


def test_what_is_not_stated_can_be_asked_for():
    assert keys(grade="not stated") == ["?"]
    assert keys(category="Officer", state="not stated") == ["?"]
    assert keys(state="vacant") == ["hf"]


def test_what_matches_is_the_same_for_a_page_and_for_an_act_on_all():
    wishes = read("find=head&unit=fam&page=7&columns=grade")
    assert matching(CHILDREN, wishes.query) == ["hf"]
    assert read(wishes.query) == Wishes(find="head", unit="fam")
    assert Wishes().query != ""


# ---- in which order ----


def test_grades_sort_by_their_numbers():
    assert keys(sort="grade") == ["dcs", "sw", "hf", "he", "?"]


@pytest.mark.parametrize("column", ["grade", "fte", "number", "state", "reports_to", "post"])
@pytest.mark.parametrize("down", [False, True])
def test_what_is_not_stated_comes_last_either_way(column, down):
    rows = table(CHILDREN, Wishes(sort=column, down=down, all_columns=True)).rows
    names = {row.key: [row.title, *(cell.value for cell in row.cells)] for row in rows}
    place = ["post", *columns(table(CHILDREN, Wishes(all_columns=True)).columns)].index(column)
    unknown = [names[row.key][place] is None for row in rows]
    assert unknown == sorted(unknown)


def test_sorting_the_other_way_keeps_those_alike_in_their_order():
    assert keys(sort="reports_to", down=True) == ["sw", "hf", "he", "dcs", "?"]


def test_dates_sort_by_the_day_that_is_meant():
    assert keys(sort="effective")[:2] == ["he", "sw"]


def test_a_column_that_may_not_be_seen_sorts_nothing():
    assert keys(sort="holder") == ALL
    assert read("sort=-nonsense").sort is None


def test_a_heading_asks_for_the_other_way():
    headings = {h.column.key: h for h in table(CHILDREN, read("sort=grade")).headings}
    assert (headings["grade"].asks, headings["grade"].sorted) == ("-grade", "ascending")
    assert (headings["unit"].asks, headings["unit"].sorted) == ("unit", None)
    headings = {h.column.key: h for h in table(CHILDREN, read("sort=-grade")).headings}
    assert (headings["grade"].asks, headings["grade"].sorted) == ("grade", "descending")


# ---- on which page, in which columns ----


def test_a_page_lists_a_hundred_posts():
    posts = {f"p{nth}": Post(key=f"p{nth}") for nth in range(250)}
    snapshot = Snapshot(key="s", title="s", posts=posts)
    pages = [table(snapshot, read(f"page={page}")) for page in (1, 3, 99, 0)]
    assert [(page.page, len(page.rows)) for page in pages] == [(1, 100), (3, 50), (3, 50), (1, 100)]
    assert pages[0].pages == 3


@pytest.mark.parametrize("typed", ["page=x", "page=-1", "page=²", "page=" + "9" * 5000])
def test_a_page_that_cannot_be_read_is_the_first(typed):
    assert table(CHILDREN, read(typed)).page == 1


def test_columns_that_say_nothing_fold_away_and_come_back():
    at_first = table(CHILDREN, Wishes())
    assert columns(at_first.columns) == [
        "post_number", "unit", "grade", "number", "fte", "state", "reports_to",
    ]  # fmt: skip
    assert columns(at_first.folded) == ["source"]
    assert columns(table(CHILDREN, read("folded=show")).columns)[-1] == "source"
    assert "state" in columns(table(CHILDREN, read("find=education")).folded)


def test_the_person_chooses_the_columns():
    chosen = table(CHILDREN, read("columns=tier&columns=path&columns=nonsense"))
    assert columns(chosen.columns) == ["path", "tier"]
    assert chosen.rows[2].cells[0].value == "Children's Services › Families › Zoë’s House"
    assert [column.key for column, is_chosen in chosen.choice if is_chosen] == ["path", "tier"]


def test_holders_are_no_column_where_they_may_not_be_seen():
    assert "holder" not in [column.key for column, _ in table(CHILDREN, Wishes()).choice]
    shown = table(CHILDREN, Wishes(), {"hf": ("A. Example", "B. Example")})
    assert "holder" in columns(shown.columns)
    assert shown.rows[1].cells[-1].value == "A. Example; B. Example"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ({"line": "none"}, "nobody"),
        ({"line": "outside", "reports_to_other": "Members"}, "Members, outside this structure"),
        ({"line": "outside"}, "somebody, outside this structure"),
        ({"line": "not stated"}, None),
    ],
)
def test_whom_a_post_reports_to_is_said_as_far_as_it_is_stated(line, words):
    snapshot = Snapshot(key="s", title="s", posts={"p": Post(key="p", **line)})
    (row,) = table(snapshot, read("columns=reports_to&folded=show")).rows
    assert row.cells[0].value == words


# ---- their total ----


def test_a_total_over_what_is_not_stated_is_at_least():
    both = total(CHILDREN.posts.values())
    assert (both.posts, both.fte, both.fte_open) == ("at least 7", "at least 1.8", 3)


def test_a_total_of_what_is_stated_is_exact():
    posts = [Post(key="a", fte=Decimal("0.5"), number=3), Post(key="b", fte=Decimal(1000))]
    assert (total(posts).posts, total(posts).fte) == ("4", "1,001.5")


def test_nothing_stated_is_not_nought():
    assert total([Post(key="a")]).fte == "not stated"
    assert total([]).fte == "0"


# ---- as a file ----


def rows_of(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_file_holds_all_that_matches_with_the_chosen_columns():
    posts = {f"p{nth}": Post(key=f"p{nth}", title=f"Post {nth}") for nth in range(150)}
    text = written(Snapshot(key="s", title="s", posts=posts), read("sort=-post&columns=fte"))
    rows = rows_of(text)
    assert text.startswith("\ufeff")
    assert rows[:2] == [["Post", "FTE"], ["Post 149", "not stated"]]
    assert len(rows) == 151


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_spreadsheet_is_given_nothing_to_compute(start):
    posts = {"p": Post(key="p", title=start, sources=(start,))}
    (_, row) = rows_of(written(Snapshot(key="s", title="s", posts=posts), read("columns=source")))
    assert row == [f"'{start}"] * 2
