"""Signing in and out, and passwords."""

import pytest
from django.core.management import CommandError, call_command

from tests.pages import words

# ---- signing in ----


def test_a_wrong_password_is_answered_without_saying_which_is_wrong(client, ben):
    answer = client.post("/sign-in/", {"username": "ben", "password": "no"})
    assert answer.status_code == 422
    assert "The name and the password do not go together." in words(answer)


def test_after_ten_wrong_passwords_one_waits(client, ben):
    for _ in range(9):
        client.post("/sign-in/", {"username": "ben", "password": "no"})
    answer = client.post("/sign-in/", {"username": "ben", "password": "no"})
    assert answer.status_code == 429
    assert "Signing in is held back" in words(answer)


PASSWORDS = {
    "old_password": "a long pass phrase",
    "new_password1": "another long pass phrase",
    "new_password2": "another long pass phrase",
}


def test_a_person_changes_the_own_password_and_stays_signed_in(at_bens, ben, borough):
    page = words(at_bens.post("/password/", PASSWORDS, follow=True))
    assert "Your password was changed." in page
    assert "What is in progress" in page
    ben.refresh_from_db()
    assert ben.check_password("another long pass phrase")


def test_a_password_that_cannot_be_is_said_beside_its_field(at_bens, ben, borough):
    wrong = {"old_password": "no", "new_password1": "1234", "new_password2": "12345"}
    answer = at_bens.post("/password/", wrong)
    assert answer.status_code == 422
    assert "This is not your password as it now is." in words(answer)
    assert '<a href="#id_new_password2">The two new passwords differ.' in answer.content.decode()
    ben.refresh_from_db()
    assert ben.check_password("a long pass phrase")


def test_the_demonstration_keeps_off_a_councils_server(monkeypatch):
    monkeypatch.setenv("ORGCHART_DATABASE", "postgresql://host/name")
    with pytest.raises(CommandError, match="Unset ORGCHART_DATABASE"):
        call_command("demo", "--no-serve")


def test_signing_out_ends_at_signing_in(at_bens, borough):
    assert at_bens.post("/sign-out/")["Location"] == "/sign-in/"
    assert at_bens.get("/borough/").status_code == 302
