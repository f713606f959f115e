"""Same id, same thing: what has no id gets a key that matches nothing else, and a warning."""

import pytest

from reports.councilfile.keys import derived_key
from tests.test_councilfile import council_file, snapshot


def test_a_thing_without_id_has_a_key_made_from_where_it_stands():
    units = """\
        units:
          - name: Services & Support
            posts:
              - title: Team Manager
              - title: Team Manager
              - title:
        """
    now = snapshot(units)
    path = "now/council/Services & Support"
    assert list(now.units) == [derived_key(path)]
    assert next(iter(now.units)).startswith("now.services-support.")
    assert list(now.posts) == [
        derived_key(f"{path}/Team Manager"),
        derived_key(f"{path}/Team Manager", 2),
        derived_key(f"{path}/not stated"),
    ]
    assert snapshot(units) == now


def test_a_derived_key_makes_way_for_an_id():
    taken = derived_key("now/council/Clerk")
    posts = snapshot(f"""\
        posts:
          - title: Clerk
          - id: {taken}
            title: Registrar
        """).posts
    assert posts[taken].title == "Registrar"
    assert len(posts) == 2


TWO_ADOPTIONS = """\
structures:
  - id: before
    title: Before
    status: on record
    units:
      - name: Adoption
  - id: after
    title: After
    status: on record
    drawn_from: before
    units:
      - name: adoption
"""


def test_two_teams_of_one_name_without_id_are_warned_of():
    (warning,) = council_file(TWO_ADOPTIONS).warnings
    assert str(warning) == (
        "wyreham.yaml:16:9: adoption, lines 10 and 16: counted as closed and created; give both "
        "one id if it is one unit."
    )


@pytest.mark.parametrize(
    "given", ["- id: adoption\n        name", "- from: new\n        name"], ids=["id", "origin"]
)
def test_namesakes_of_which_more_is_said_are_not_warned_of(given):
    text = TWO_ADOPTIONS.replace("- name: adoption", f"{given}: adoption")
    assert council_file(text).warnings == ()


def test_namesakes_in_structures_that_are_not_compared_are_not_warned_of():
    assert council_file(TWO_ADOPTIONS.replace("    drawn_from: before\n", "")).warnings == ()
