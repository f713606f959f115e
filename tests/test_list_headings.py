"""The headings of an establishment list, and the units that its columns name."""

import pytest

from posts.establishment_list import reading
from posts.establishment_list.fields import FIELDS, ladder, words_of
from posts.establishment_list.making import Known, establish
from posts.establishment_list.matching import guess, matched
from tests.lists import KNOWN, faults, made, posts


def outline(text, **more):
    """The units of a list, each with the names above it, and its kind."""
    snapshot = made(text, **more).snapshot
    return [
        (" › ".join(u.name for u in [*reversed([*snapshot.above(key)]), unit]), unit.kind)
        for key, unit in snapshot.units.items()
    ]


# ---- headings ----


@pytest.mark.parametrize(
    ("heading", "words"),
    [("JobTitle", "job title"), ("Post_No.", "post no"), ("Grade (or equivalent)", "grade"),
     ("  FTE *", "fte"), ("Vacant?", "vacant"), ("(Notes)", "notes"), ("Job/Team Function",
     "job team function"), ("", "")],
)  # fmt: skip
def test_headings_are_compared_by_their_words(heading, words):
    assert words_of(heading) == words


def test_no_heading_is_two_fields():
    headings = [heading for field in FIELDS.values() for heading in field.headings]
    assert len(headings) == len(set(headings))
    assert [heading for heading in headings if words_of(heading) != heading] == []
    assert not set(headings) & set(ladder(()))


def fields(text, kinds=KNOWN.kinds):
    table = reading.read_text(reading.read_pasted(text).sheets[0][1])
    return [column.field for column in guess(table, kinds).columns]


def test_the_list_that_trafford_publishes_is_known_by_its_headings():
    headings = (
        "OrganisationLabel,OrganisationURI,EffectiveDate,Level,JobTitle,Name,Grade,Directorate,"
        "Service,ContractType,SharedPost,ContactDetails,SalaryBand,MaximumSalary,Vacancy,Comments"
    )
    row = "T,http://t,2025-07-01,1,Chief Executive,NA,CX,NA,NA,Permanent,NA,a@t,NA,NA,Vacant,x"
    assert fields(headings) == [
        None, None, None, "tier", "title", "holder", "grade", "level: directorate",
        "level: service", "contract", None, None, None, None, "vacant", "note",
    ]  # fmt: skip
    assert posts(f"{headings}\n{row}", "title", "tier", "state", "unit", "note") == [
        ("Chief Executive", 1, "vacant", None, "x")
    ]


def test_the_organogram_of_central_government_is_known_by_its_headings():
    headings = (
        "Post Unique Reference,Name,Grade (or equivalent),Job Title,Job/Team Function,"
        "Parent Department,Organisation,Unit,Contact Phone,Contact E-mail,"
        "Reports to Senior Post,Salary Cost of Reports (£),FTE"
    )
    assert fields(headings) == [
        "post_number", "holder", "grade", "title", "responsibilities", None, None, "unit", None,
        None, "reports_to", None, "fte",
    ]  # fmt: skip
    rows = "1,N/D,SCS3,Head,,D,O,U,,,XX,0,1\n2,Vacant,SCS2,Deputy,,D,O,U,,,1,0,1.00"
    assert posts(f"{headings}\n{rows}", "key", "line", "reports_to", "state") == [
        ("1", "none", None, None),
        ("2", "stated", "1", "vacant"),
    ]


def test_junior_posts_of_an_organogram_are_known_by_their_headings():
    assert fields(
        "Parent Department,Organisation,Unit,Reporting Senior Post,Grade,Generic Job Title,"
        "Number of Posts in FTE"
    ) == [None, None, "unit", "reports_to", "grade", "title", "fte"]


def test_headings_are_found_below_a_title():
    text = "Borough staff list,,\nas at 1 April,,\n\nTitle,Team,FTE\nClerk,Legal,1\n"
    assert posts(text, "title", "unit") == [("Clerk", "legal")]


def test_of_several_columns_for_a_field_the_plainest_is_taken():
    assert fields("Line manager,Title,Reports to post no") == [None, "title", "reports_to"]


def test_the_councils_own_words_for_its_units_are_known():
    text = "Team,Title,Locality,Directorate\nYouth,Worker,North,Children\n"
    known = Known(kinds=("directorate", "locality", "team"))
    assert [name for name, _ in outline(text, known=known)] == [
        "Children", "Children › North", "Children › North › Youth",
    ]  # fmt: skip


def test_levels_stand_in_their_order_whatever_the_order_of_the_columns():
    text = "Section,Title,Service Area,Department\nPay,Clerk,Finance,Resources\n"
    assert outline(text) == [
        ("Resources", "department"),
        ("Resources › Finance", "service area"),
        ("Resources › Finance › Pay", "section"),
    ]


@pytest.mark.parametrize(
    ("kinds", "steps"),
    [
        ((), ["department", "directorate", "division", "branch", "group"]),
        (("group", "department"), ["group", "department", "directorate", "division", "branch"]),
        (("Team", "Unit"), ["department", "directorate", "division", "branch", "group"]),
        (("locality",), ["department", "directorate", "division", "branch", "group"]),
    ],
)
def test_the_councils_own_levels_keep_their_order(kinds, steps):
    found = ladder(kinds)
    assert [kind for kind in found if kind in kinds] == list(kinds)
    assert found[:5] == steps
    assert len({kind.casefold() for kind in found}) == len(found)


# ---- units ----


@pytest.mark.parametrize(
    "path",
    ["Children > Care > Adoption/Fostering", "Children\\Care\\Adoption/Fostering",
     "Children › Care › Adoption/Fostering"],
)  # fmt: skip
def test_a_path_is_cut_at_one_sign(path):
    assert [name for name, _ in outline(f"Title,Unit path\nX,{path}\n")] == [
        "Children", "Children › Care", "Children › Care › Adoption/Fostering",
    ]  # fmt: skip


def test_a_path_is_cut_at_slashes_where_it_has_no_other_sign():
    found = made("Title,Unit path\nX,Children/Care\n")
    assert len(found.snapshot.units) == 2
    assert "Unit paths are cut at “/”." in found.remarks


def test_a_unit_by_its_name_alone_is_not_cut():
    assert outline("Title,Unit\nX,Adoption/Fostering\n") == [("Adoption/Fostering", None)]
    assert len(outline("Title,Unit\nX,Children > Care\n")) == 2


@pytest.mark.parametrize("sign", [" > ", "\\", " › "])
def test_a_level_that_mostly_holds_paths_is_the_path(sign):
    cells = [sign.join(["Children", "Care"]), sign.join(["Children", "Youth"]), "Children"]
    rows = "".join(f"Post {number},{cell}\n" for number, cell in enumerate(cells))
    assert [name for name, _ in outline(f"Title,Service area\n{rows}")] == [
        "Children", "Children › Care", "Children › Youth",
    ]  # fmt: skip


def test_one_name_with_a_sign_does_not_make_a_level_a_path():
    rows = "A,Need > Means\nB,Care\n"
    assert [name for name, _ in outline(f"Title,Service\n{rows}")] == ["Need > Means", "Care"]


def test_levels_below_a_level_that_is_a_path_stay_below_it():
    headings, row = "Title,Team,Service,Directorate", "A,Duty,Care > Adoption,Children"
    assert outline(f"{headings}\n{row}\n") == [
        ("Children", "directorate"),
        ("Children › Care", None),
        ("Children › Care › Adoption", None),
        ("Children › Care › Adoption › Duty", "team"),
    ]


def test_a_level_that_looks_like_paths_can_be_said_by_hand_to_be_names():
    table = reading.read_text(reading.read_pasted("Title\tService\nX\tA > B\n").sheets[0][1])
    guessed = guess(table, KNOWN.kinds)
    assert [column.field for column in guessed.columns] == ["title", "path"]
    by_hand = matched(table, guessed, ["title", "level: service"])
    (unit,) = establish(table, by_hand, KNOWN).snapshot.units.values()
    assert (unit.name, unit.kind) == ("A > B", "service")


def test_units_are_one_whatever_their_capitals_and_spaces():
    found = made("Title,Directorate,Team\nA,Children,Youth  Team\nB,CHILDREN,youth team\n")
    assert [unit.name for unit in found.snapshot.units.values()] == ["Children", "Youth Team"]
    assert found.remarks == (
        "“Children” and “CHILDREN” are taken for one unit.",
        "“Youth Team” and “youth team” are taken for one unit.",
    )


def test_teams_of_one_name_in_two_places_are_two():
    found = made("Title,Directorate,Team\nA,Children,Finance\nB,Adults,Finance\n")
    assert list(found.snapshot.units) == ["children", "finance", "adults", "finance-2"]


def test_a_unit_named_at_two_levels_is_made_once():
    found = made("Title,Directorate,Service\nA,Children,Children\n")
    assert len(found.snapshot.units) == 1
    assert found.remarks == (
        "1 row names one unit at two levels, one below the other; it is made once.",
    )


def test_a_post_without_a_unit_has_none_and_that_is_said():
    found = made("Title,Team\nA,Legal\nB,\n")
    assert [post.unit for post in found.snapshot.posts.values()] == ["legal", None]
    assert found.remarks == ("1 post names no unit (row 3): unit not stated.",)


def test_a_unit_has_one_kind():
    assert faults("Title,Unit,Kind\nA,Legal,team\nB,Legal,service\n") == [
        "Row 3: “Legal” is a service here and a team in row 2. Give it one kind."
    ]


def test_nobody_is_guessed_to_head_a_unit():
    assert made("Title,Team\nHead of Legal,Legal\n").snapshot.leads == ()
