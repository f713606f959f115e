"""Structures that are kept in memory: never shown once they are out of date."""

import threading

import pytest
from django.db import connection, transaction

from divisions.models import Structure, Unit
from posts import standing as kept
from posts.models import Grade, Post
from posts.reading import read
from posts.standing import standing
from tests.made_up import planted, snapshot


@pytest.fixture(autouse=True)
def nothing_kept():
    kept.forget()
    yield
    kept.forget()


@pytest.fixture
def option(borough):
    """A draft of 40 posts."""
    return planted(borough, snapshot(40, key="option"), status="draft")


def post_of(structure, key="p5"):
    return Post.objects.get(structure=structure, key=key)


def fresh(structure):
    return Structure.objects.get(pk=structure.pk)


def test_what_nobody_changed_is_read_once(option, django_assert_num_queries):
    first, again = standing(option), Structure.objects.select_related("council").get()
    with django_assert_num_queries(1):
        assert standing(again) is first


def test_what_stands_is_what_would_be_read(option):
    assert standing(option) == read(option) == standing(option)


def test_an_act_is_seen_at_once(option):
    standing(option)
    post_of(option).change(title="Retitled")
    assert standing(fresh(option)).posts["p5"].title == "Retitled"


def test_an_act_that_fails_is_never_seen(option):
    before = standing(option)
    with pytest.raises(ZeroDivisionError), option.editing():
        post_of(option).change(title="Retitled")
        assert standing(fresh(option)).posts["p5"].title == "Retitled"
        raise ZeroDivisionError
    assert standing(fresh(option)) == before
    post_of(option).change(title="Another")
    assert standing(fresh(option)).posts["p5"].title == "Another"


def test_an_act_that_the_database_takes_back_after_it_was_shown_is_forgotten(option):
    before = standing(option)
    with transaction.atomic():
        post_of(option).change(title="Retitled")
        assert standing(fresh(option)).posts["p5"].title == "Retitled"
        transaction.set_rollback(True)
    assert standing(fresh(option)) == before
    post_of(option).change(title="Another")
    assert standing(fresh(option)).posts["p5"].title == "Another"


def test_two_structures_are_kept_apart(option, borough):
    other = planted(borough, snapshot(50, key="other"), status="draft")
    assert (len(standing(option).posts), len(standing(other).posts)) == (40, 50)
    post_of(option).change(title="Retitled")
    assert standing(fresh(option)).posts["p5"].title == "Retitled"
    assert standing(fresh(other)).posts["p5"].title != "Retitled"


def test_a_grade_that_is_renamed_is_seen(option, borough):
    standing(option)
    with borough.editing():
        grade = Grade.objects.get(council=borough, name=standing(option).posts["p5"].grade)
        grade.name = "Grade renamed"
        grade.save()
    assert standing(fresh(option)).posts["p5"].grade == "Grade renamed"


def test_a_title_and_a_word_that_change_are_seen(option, borough):
    standing(option)
    Structure.objects.filter(pk=option.pk).update(title="Option B")
    assert standing(fresh(option)).title == "Option B"
    borough.kinds = [{"name": "team", "function": True}]
    borough.save_without_historical_record()
    assert any(unit.is_function for unit in standing(fresh(option)).units.values())


def test_what_no_act_wrote_is_not_kept(draft):
    standing(draft)
    Unit.objects.bulk_create(
        [Unit(structure=draft, key="", lft=1, rght=2, level=0, tree_id=draft.pk)]
    )
    root = Unit.objects.get(structure=draft, key="")
    row = {"lft": 1, "rght": 2, "level": 1, "tree_id": draft.pk}
    Unit.objects.bulk_create([Unit(structure=draft, key="u", name="U", parent=root, **row)])
    assert "u" in standing(draft).units


def test_only_a_few_are_kept(borough):
    for nth in range(kept.MOST + 2):
        standing(planted(borough, snapshot(2, key=f"of-{nth}"), status="draft"))
    assert len(kept._kept) == kept.MOST


@pytest.mark.django_db(transaction=True)
def test_what_is_read_while_somebody_writes_is_not_shown_again(option, monkeypatch):
    def read_while_amara_writes(structure):
        half = read(structure)
        writer = threading.Thread(target=retitle)
        writer.start()
        writer.join()
        return half

    def retitle():
        post_of(option).change(title="Retitled")
        connection.close()

    monkeypatch.setattr(kept, "read", read_while_amara_writes)
    assert standing(option).posts["p5"].title != "Retitled"
    monkeypatch.setattr(kept, "read", read)
    assert standing(fresh(option)).posts["p5"].title == "Retitled"
