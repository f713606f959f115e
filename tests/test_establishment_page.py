"""A structure made from a list on its page: shown first, made in one act, faults told."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Act, Structure
from posts import reading
from posts.models import Grade, Holding, Post
from posts.snapshot import EVERY_TIER
from tests.list_page import ADDRESS, LIST, MAKE, made_by, send, sent_on
from tests.pages import words


def test_a_list_is_shown_before_it_is_made(at_amaras, borough):
    answer = send(at_amaras)
    page = words(answer)
    assert answer.status_code == 200
    assert "4 posts in 2 units" in page
    assert "Grades new to the council 2 Chief, Grade 5" in page
    assert "Children directorate · 3 Youth team · 2" in page
    assert not Structure.objects.exists()


def test_posts_are_counted_and_not_rows(at_amaras, borough):
    text = LIST.replace("FTE,", "FTE,Number of posts,").replace("0.5,", "0.5,12,")
    page = words(send(at_amaras, text))
    assert page.count("15 posts in 2 units") == 2
    assert "Posts 15 in 4 rows" in page
    assert "Children directorate · 14 Youth team · 13" in page
    assert "15 posts in 2 units made from staff.csv." in words(made_by(at_amaras, text))


def test_a_structure_is_made_in_one_act(at_amaras, amara, borough):
    page = words(made_by(at_amaras))
    assert "4 posts in 2 units made from staff.csv." in page
    structure = Structure.objects.get()
    act = Act.objects.get()
    assert (act.structure, act.user, act.revision) == (structure, amara, 1)
    assert act.says == "4 posts in 2 units made from staff.csv."
    assert (structure.title, structure.status, structure.key) == (
        "Our structure",
        "in force",
        "our-structure",
    )
    assert structure.complete_to_tier == EVERY_TIER
    assert set(Grade.history.values_list("name", "act")) == {("Chief", act.pk), ("Grade 5", act.pk)}


def test_what_is_made_reads_back_as_it_was_listed(at_amaras, borough):
    made_by(at_amaras)
    snapshot = reading.read(Structure.objects.get())
    lines = [
        (post.key, post.title, post.unit, post.reports_to, post.grade, post.fte, post.state)
        for post in snapshot.posts.values()
    ]
    assert [line[:4] for line in lines] == [
        ("1", "Chief Executive", None, None),
        ("2", "Director of Children's Services", "children", "1"),
        ("3", "Youth Worker", "youth", "2"),
        ("4", "Youth Worker", "youth", "2"),
    ]
    assert [(str(fte), state) for *_, fte, state in lines] == [
        ("1", None),
        ("1", "vacant"),
        ("0.5", "interim"),
        ("None", None),
    ]
    assert snapshot.leads == ()


def test_the_past_of_what_is_made_is_what_was_made(at_amaras, borough):
    made_by(at_amaras)
    structure = Structure.objects.get()
    assert reading.read_past(structure, Act.objects.get()) == reading.read(structure)


def test_holders_are_kept_apart_and_in_no_history(at_amaras, borough):
    made_by(at_amaras)
    held = Holding.objects.values_list("post__post_number", "person")
    assert set(held) == {("1", "A. Holder"), ("3", "B. Holder")}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if "historical" in table:
                cursor.execute(f'SELECT * FROM "{table}"')
                assert "Holder" not in repr(cursor.fetchall())


def test_nobody_keeps_the_page_that_holds_the_names(at_amaras, borough):
    assert "no-store" in send(at_amaras)["Cache-Control"]


def test_a_faulty_list_is_told_every_fault_with_its_place(at_amaras, borough):
    text = LIST.replace("0.5", "half").replace("none", "9")
    answer = send(at_amaras, text)
    page = words(answer)
    assert answer.status_code == 422
    assert "2 faults to put right" in page
    assert "Row 2, column E (Reports to) There is no post “9” in this list." in page
    assert "Row 4, column G (FTE) “half” is not a number." in page
    assert 'name="make"' not in answer.content.decode()


def test_a_faulty_list_is_not_made_whatever_is_sent(at_amaras, borough):
    answer = send(at_amaras, LIST.replace("0.5", "half"))
    again = at_amaras.post(ADDRESS, sent_on(answer, **MAKE))
    assert again.status_code == 422
    assert not Structure.objects.exists()
    assert not Act.objects.exists()


@pytest.mark.parametrize("missing", ["title", "status", "complete"])
def test_what_is_not_said_of_the_structure_is_asked_for(missing, at_amaras, borough):
    answer = at_amaras.post(ADDRESS, sent_on(send(at_amaras), **MAKE | {missing: ""}))
    assert answer.status_code == 422
    assert f'<a href="#id_{missing}">' in answer.content.decode()
    assert not Structure.objects.exists()


def test_a_council_has_one_structure_in_force(at_amaras, borough):
    made_by(at_amaras)
    answer = made_by(at_amaras)
    assert answer.status_code == 422
    made_by(at_amaras, status="draft")
    assert Structure.objects.filter(key="our-structure-2", status="draft").exists()


def test_a_structure_that_came_into_force_meanwhile_is_named(at_amaras, borough, monkeypatch):
    sent = sent_on(send(at_amaras), **MAKE)
    made_by(at_amaras)
    offered = [("in force", "In force")]
    monkeypatch.setattr("posts.listform.MakeForm._statuses", lambda form, council: offered)
    answer = at_amaras.post(ADDRESS, sent)
    assert answer.status_code == 409
    assert "“Our structure” is in force already." in words(answer)


def test_the_same_post_number_is_the_same_post_in_another_structure(at_amaras, borough):
    made_by(at_amaras)
    made_by(at_amaras, LIST.replace("Post no", "Position ID"), status="draft")
    keys = Post.objects.exclude(key="").values_list("structure__key", "key")
    assert {key for structure, key in keys if structure == "our-structure-2"} == {*"1234"}
    units = Structure.objects.get(key="our-structure-2").units.exclude(key="")
    assert set(units.values_list("key", flat=True)) == {"children-2", "youth-2"}


def test_kinds_that_are_new_become_the_councils(at_amaras, borough):
    made_by(at_amaras, LIST.replace("Team", "Section"))
    borough.refresh_from_db()
    assert borough.kinds[-1] == {"name": "section", "function": False}


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"pasted": "   "},
        {"text": ["a\tb"]},
        {"text": [""], "sheet": [""]},
        {"text": ["x"] * 2, "sheet": [""]},
    ],
)
def test_what_holds_no_list_is_answered_with_the_first_page(sent, at_amaras, borough):
    answer = at_amaras.post(ADDRESS, sent)
    assert answer.status_code == 422
    assert '<a href="#id_file">' in answer.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"chosen": "7"},
        {"chosen": "-1"},
        {"heading_row": "999999"},
        {"heading_row": "zwölf"},
        {"heading_row": "٣"},
        {"column-1": "nonsense"},
        {"column-1": "level: nonsense"},
        {"matched": "x"},
        {"empty": "x"},
        {"name": "x" * 500},
        {"status": "superseded", "make": "yes", "title": "x", "complete": "yes"},
    ],
)
def test_what_no_page_sends_does_no_harm(sent, at_amaras, borough):
    assert at_amaras.post(ADDRESS, sent_on(send(at_amaras)) | sent).status_code in (200, 422)


def test_both_a_file_and_rows_are_one_too_many(at_amaras, borough):
    file = SimpleUploadedFile("staff.csv", LIST.encode())
    answer = at_amaras.post(ADDRESS, {"file": file, "pasted": "Title\nx"})
    assert "Choose a file or paste rows, not both" in words(answer)


def test_what_is_typed_in_a_list_is_never_taken_for_markup(at_amaras, borough):
    answer = send(at_amaras, "Title,Team\n<script>alert(1)</script>,</textarea><b>\n")
    html = answer.content.decode()
    assert "<script>alert(1)" not in html
    assert "<b>" not in html.split("What each column is")[1]
    at_amaras.post(ADDRESS, sent_on(answer, **MAKE))
    assert Post.objects.filter(title="<script>alert(1)</script>").exists()


def test_looking_takes_as_few_queries_at_any_size(at_amaras, borough):
    numbers = set()
    for size in (10, 1000):
        rows = "".join(f"{number},Clerk,Team {number % 50}\n" for number in range(1, size))
        with CaptureQueriesContext(connection) as queries:
            assert send(at_amaras, f"Post no,Title,Team\n{rows}").status_code == 200
        numbers.add(len(queries))
    assert len(numbers) == 1
    assert max(numbers) <= 15
