"""The people of a council, looked after in the browser by its administrators."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions import people
from divisions.models import Act, Membership
from tests.cast import person, signed_in
from tests.pages import words

ADDRESS = "/borough/people/"


def add(browser, username="fatima", role="officer", password=""):
    sent = {"do": "add", "username": username, "role": role, "password": password}
    return browser.post(ADDRESS, sent, follow=True)


def act_on(browser, user, do, **more):
    """Do something to one of the borough's people."""
    membership = Membership.objects.get(user=user, council__slug="borough")
    return browser.post(ADDRESS, {"do": do, "person": membership.pk} | more, follow=True)


def roles(council):
    return dict(council.memberships.values_list("user__username", "role"))


def test_people_are_listed_with_their_roles(at_emekas, amara, ben):
    page = words(at_emekas.get(ADDRESS))
    for name in ("amara", "ben", "emeka you"):
        assert name in page


def test_the_roles_are_listed_alike(at_emekas):
    page = at_emekas.get(ADDRESS).content.decode()
    for role in ("Reader", "Committee clerk", "HR officer", "Administrator"):
        assert page.count(f">{role}</option>") == 2, role
    assert "committee clerk" not in page


def test_a_person_is_added_with_a_password_that_is_shown_once(at_emekas, emeka, borough, client):
    answer = add(at_emekas)
    password = answer.content.decode().split('<code class="password">')[1].split("<")[0]
    signing_in = client.post("/sign-in/", {"username": "fatima", "password": password})
    assert signing_in.status_code == 302
    assert roles(borough)["fatima"] == "officer"
    assert password not in words(at_emekas.get(ADDRESS))
    assert "no-store" in answer["Cache-Control"]


def test_a_person_is_added_with_a_password_that_is_typed(at_emekas, borough):
    page = words(add(at_emekas, password="a typed long phrase"))
    assert "fatima was added as HR officer." in page
    assert "a typed long phrase" not in page
    assert User.objects.get(username="fatima").check_password("a typed long phrase")


def test_each_change_is_a_told_act_of_the_council(at_emekas, emeka, ben, borough):
    add(at_emekas)
    act_on(at_emekas, ben, "role", role="clerk")
    act_on(at_emekas, ben, "take out")
    at_emekas.post(ADDRESS, {"do": "span", "span_limit": "8"})
    at_emekas.post(ADDRESS, {"do": "span", "span_limit": ""})
    acts = borough.acts.order_by("pk").values_list("says", "user", "structure")
    assert list(acts) == [
        ("fatima was added as HR officer.", emeka.pk, None),
        ("ben is now committee clerk, and was reader.", emeka.pk, None),
        ("ben was taken out of the council’s people.", emeka.pk, None),
        ("At most 8 posts should report to one.", emeka.pk, None),
        ("There is no limit to how many posts report to one.", emeka.pk, None),
    ]


def test_no_password_is_in_any_act(at_emekas, borough):
    add(at_emekas, password="a typed long phrase")
    assert "typed" not in repr(list(Act.objects.values_list("says", "reason", "verb")))


def test_who_is_taken_out_sees_nothing_and_their_acts_stay(at_emekas, amara, at_amaras, draft):
    with draft.editing(amara, "try"):
        pass
    act_on(at_emekas, amara, "take out")
    assert at_amaras.get("/borough/").status_code == 404
    assert Act.objects.filter(user=amara).count() == 1


def test_who_was_taken_out_comes_back_with_the_password_they_had(at_emekas, ben, borough):
    act_on(at_emekas, ben, "take out")
    page = words(add(at_emekas, "ben", "clerk", "another long phrase"))
    assert "ben was added as committee clerk, with the password they had." in page
    ben.refresh_from_db()
    assert ben.check_password("a long pass phrase")


# ---- the last administrator ----


@pytest.mark.parametrize(("do", "role"), [("take out", ""), ("role", "officer")])
def test_the_last_administrator_stays_one(do, role, at_emekas, emeka, borough):
    answer = act_on(at_emekas, emeka, do, role=role)
    assert answer.status_code == 409
    assert (
        "emeka is the last administrator of The Borough. Make somebody else an administrator first."
        in words(answer)
    )
    assert roles(borough) == {"emeka": "administrator"}
    assert not borough.acts.exists()


def test_an_administrator_with_another_may_leave(at_emekas, emeka, amara, borough):
    act_on(at_emekas, amara, "role", role="administrator")
    answer = act_on(at_emekas, emeka, "take out")
    assert answer.status_code == 200
    assert roles(borough) == {"amara": "administrator"}


def test_an_administrator_with_another_may_step_back(at_emekas, emeka, amara, borough):
    act_on(at_emekas, amara, "role", role="administrator")
    answer = act_on(at_emekas, emeka, "role", role="reader")
    assert answer.redirect_chain == [("/borough/", 302)]


def test_who_is_no_administrator_any_more_changes_nothing(emeka, amara, ben, borough):
    borough.memberships.filter(user=emeka).update(role="reader")
    borough.memberships.filter(user=amara).update(role="administrator")
    with pytest.raises(people.PermissionDenied):
        people.take_out(borough, borough.memberships.get(user=ben), emeka)
    assert "ben" in roles(borough)


# ---- whose names are taken ----


def refusal(browser, username):
    """What is answered to adding a name, without the name."""
    answer = add(browser, username)
    summary = answer.content.decode().split('<div class="summary"')[1].split("</div>")[0]
    return answer.status_code, summary.replace(username, "…")


def test_a_name_of_another_councils_person_is_refused_as_one_that_nobody_has(
    at_emekas, chloe, borough
):
    User.objects.create_user("of-no-council")
    answers = {refusal(at_emekas, name) for name in ("chloe", "CHLOE", "of-no-council", "root")}
    ((status, said),) = answers
    assert status == 422
    assert "This name cannot be given here. Choose another." in said
    assert roles(borough) == {"emeka": "administrator"}


def test_an_administrator_reaches_no_other_councils_people(at_emekas, chloe):
    membership = chloe.memberships.get()
    for do in ("role", "take out"):
        sent = {"do": do, "person": membership.pk, "role": "reader"}
        assert at_emekas.post(ADDRESS, sent).status_code == 404
    membership.refresh_from_db()
    assert membership.role == "officer"


def test_who_belongs_to_two_councils_is_changed_in_one(at_emekas, ben, county, borough):
    Membership.objects.create(council=county, user=ben, role="administrator")
    act_on(at_emekas, ben, "take out")
    assert roles(county) == {"ben": "administrator"}


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "username"),
        ({"username": "ben"}, "username"),
        ({"username": "Ben"}, "username"),
        ({"username": "two words"}, "username"),
        ({"username": "x" * 151}, "username"),
        ({"username": "a\u202eb"}, "username"),
        ({"username": "fatima", "role": "king"}, "role"),
        ({"username": "fatima", "role": ""}, "role"),
        ({"username": "fatima", "password": "short"}, "password"),
        ({"username": "fatima", "password": "12345678901"}, "password"),
    ],
)
def test_what_cannot_be_added_is_said_beside_its_field(sent, field, at_emekas, ben):
    answer = at_emekas.post(ADDRESS, {"do": "add", "role": "reader"} | sent)
    assert answer.status_code == 422
    assert f'<a href="#id_{field}">' in answer.content.decode()
    assert not User.objects.filter(username="fatima").exists()


@pytest.mark.parametrize("person_sent", ["", "x", "-1", "9" * 30, "٣"])
def test_nobody_who_is_not_there_is_changed(person_sent, at_emekas, borough):
    sent = {"do": "take out", "person": person_sent}
    assert at_emekas.post(ADDRESS, sent).status_code == 404


def test_a_role_that_is_none_is_refused(at_emekas, ben, borough):
    assert act_on(at_emekas, ben, "role", role="king").status_code == 422
    assert roles(borough)["ben"] == "reader"


# ---- the span of control ----


def test_the_limit_of_spans_is_kept_and_shown(at_emekas, borough):
    at_emekas.post(ADDRESS, {"do": "span", "span_limit": "8"})
    borough.refresh_from_db()
    assert borough.span_limit == 8
    assert 'value="8"' in at_emekas.get(ADDRESS).content.decode()
    assert borough.history.latest().span_limit == 8


@pytest.mark.parametrize("limit", ["0", "-3", "eight", "1.5", "501", "1e3"])
def test_a_limit_that_cannot_be_is_refused(limit, at_emekas, borough):
    answer = at_emekas.post(ADDRESS, {"do": "span", "span_limit": limit})
    assert answer.status_code == 422
    assert '<a href="#id_span_limit">' in answer.content.decode()


def test_only_administrators_find_the_page_in_the_menu(at_emekas, at_amaras, borough):
    assert 'href="/borough/people/"' in at_emekas.get("/borough/").content.decode()
    assert 'href="/borough/people/"' not in at_amaras.get("/borough/").content.decode()


def test_the_page_takes_as_few_queries_for_many_people(at_emekas, borough):
    numbers = set()
    for start, end in ((0, 2), (2, 30)):
        for number in range(start, end):
            person(f"p{number}", borough, "reader")
        with CaptureQueriesContext(connection) as queries:
            at_emekas.get(ADDRESS)
        numbers.add(len(queries))
    assert len(numbers) == 1
    assert max(numbers) <= 15


def test_whoever_signs_in_first_finds_the_council(at_emekas, borough):
    add(at_emekas, password="a typed long phrase")
    fatima = User.objects.get(username="fatima")
    assert signed_in(fatima).get("/borough/").status_code == 200
