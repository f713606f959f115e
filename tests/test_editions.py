"""What each edition of a paper has and has not."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from reports.comparison import Comparison
from reports.councilfile.values import Grade
from reports.edition_fields import FIELDS
from reports.edition_pay import amounts_of_one
from reports.editions import EXEMPT, PUBLIC, STAFF, UNION, marking, redacted
from reports.held_back import Private, obstacles
from reports.left_out import LEFT_OUT
from reports.money import terms_of
from reports.paper import paper_of
from reports.pay import Pay
from reports.proposal import Cost, Fate, Filling, Proposal, Report, Statement, Written
from reports.told import Names, amounts_in
from tests import editions_page
from tests.literals import structure
from tests.planted import Planted, comparison

AT_RISK, STAYS = Planted(people=1), Planted(people=1, is_safe=True)
SEVERAL = Planted(number=4, people=4)


def public(*posts):
    return redacted(comparison(posts), PUBLIC)


def texts(paper):
    """Every line of a paper’s tables and notes, as one text."""
    return repr(paper.sections)


@pytest.mark.parametrize("record", FIELDS)
def test_somebody_has_decided_about_every_field(record):
    of = FIELDS[record]
    decided = [*of.everybody.split(), *of.inside.split(), *of.committee.split()]
    assert sorted(decided) == sorted(each.name for each in fields(record))


def test_the_page_lists_the_fields_of_each_edition():
    page = editions_page.PAGE.read_text(encoding="utf-8")
    assert page == editions_page.page(page)


def test_once_one_holder_is_at_risk_no_fate_of_one_holder_is_public():
    assert [fate.key for fate in public(AT_RISK, STAYS, SEVERAL).proposal.fates] == ["p2"]


def test_while_nobody_is_at_risk_what_becomes_of_each_is_public():
    assert len(public(STAYS, STAYS).proposal.fates) == 2


def test_a_number_that_is_not_stated_counts_as_one_holder():
    kept = public(Planted(number=None), SEVERAL)
    assert [fate.key for fate in kept.proposal.fates] == ["p1"]
    assert kept.before.posts["p0"].grade is None


def test_a_vacancy_is_nobodys():
    vacant = Planted(state="vacant", is_safe=True)
    assert public(vacant, AT_RISK).before.posts["p0"].grade is not None


def test_a_total_over_one_is_left_out_and_one_over_several_is_told():
    one, several = public(AT_RISK, SEVERAL), public(AT_RISK, STAYS, SEVERAL)
    assert one.left_out.figures["people affected"] == LEFT_OUT
    assert several.left_out.figures["people affected"] == "6"


def test_the_staff_edition_has_no_pay_and_says_so():
    paper = paper_of(comparison([SEVERAL]), edition=STAFF)
    assert "Pay is left out of this edition." in texts(paper)
    assert "£" not in texts(paper)


def test_what_two_posts_cost_is_public_and_what_one_costs_is_not():
    assert public(SEVERAL, SEVERAL).bill is not None
    assert str(public(STAYS).bill.whole.before) == LEFT_OUT
    assert "Amounts that concern one holder" in texts(paper_of(public(STAYS)))


def paid(before, after, **facts):
    """A restructure from some posts to others, on a grade that is paid £71,795."""
    sides = [
        replace(structure(f"unit u | Care\n{posts}", complete=9), key=key)
        for key, posts in (("was", before), ("is", after))
    ]
    plan = Proposal(key="p", title="P", before="was", after="is", **facts)
    pay = Pay(grades=(Grade(name="Spot", pounds=Decimal(71795)),))
    return Comparison("The Borough", plan, *sides, pay=pay)


NOBODY, HEAD = "  - a | Adviser", "  - a | Head | grade=Spot"
TWO = f"{HEAD}\n  - b | Head of More | grade=Spot"


@pytest.mark.parametrize(
    ("before", "after", "ways", "is_told"),
    [
        (HEAD, HEAD, (), False),
        (TWO, TWO, (), False),
        (NOBODY, HEAD, (), False),
        (NOBODY, HEAD.replace("- a", "- new"), (), True),
        (NOBODY, f"{HEAD.replace('- a', '- new')} | state=acting", (), False),
        (NOBODY, HEAD.replace("- a", "- new"), ("slotted in",), False),
        (NOBODY, HEAD.replace("- a", "- new"), ("external",), True),
        (f"{HEAD} | number=4", f"{HEAD} | number=4", (), True),
        (f"{HEAD} | state=vacant", NOBODY, (), True),
    ],
)
def test_what_the_grade_of_one_holder_is_paid_is_neither_told_nor_let_stand_in_a_text(
    before, after, ways, is_told
):
    plan = paid(before, after, fillings=tuple(Filling(key="new", way=way) for way in ways))
    for edition in (PUBLIC, UNION):
        kept = redacted(plan, edition)
        assert (kept.pay.grades == plan.pay.grades) is is_told
        assert kept.left_out.pay is not is_told
    own = amounts_of_one(plan, terms_of(plan.proposal))
    assert own == (frozenset() if is_told else {Decimal(71795)})


ALIKE = "  - b | Officer | grade=Spot | fte=1 | number=4"
OFFERED = "  - more | Head of More | grade=Spot | fte=1"
NEW = f"{ALIKE}\n  - new | Head | grade=Spot | fte=1\n{OFFERED}"


@pytest.mark.parametrize(("ways", "is_told"), [((), True), (("slotted in",), False)])
def test_a_sum_does_not_tell_the_pay_of_somebody_who_goes_over_to_a_new_post(ways, is_told):
    plan = paid(ALIKE, NEW, fillings=tuple(Filling(key="new", way=way) for way in ways))
    assert plan.bill.whole.after.pounds == 6 * 71795
    assert (redacted(plan, PUBLIC).bill is not None) is is_told


@pytest.mark.parametrize(("people", "is_told"), [(2, True), (1, False)])
def test_a_sum_does_not_tell_the_pay_of_one_holder_beside_a_vacancy_that_is_alike(people, is_told):
    two = "  - a | Head | grade=Spot | fte=1 | number=2"
    plan = paid(two, two, fates=(Fate(key="a", outcome="stays", people=people),))
    assert plan.bill.whole.before.pounds == 2 * 71795
    assert redacted(plan, PUBLIC).bill.whole.before.is_left_out is not is_told


def test_pay_that_is_stated_in_whole_pounds_is_left_out_too():
    grades = (Grade(name="Spot", pounds=Decimal("71795.40")),)
    said = Statement(about="pay", says="The head costs it", counts="pounds", value=Decimal(71795))
    cost = Cost(kind="saving", what="The head", pounds=Decimal(71796))
    plan = replace(paid(HEAD, HEAD, statements=(said,), costs=(cost,)), pay=Pay(grades=grades))
    kept = redacted(plan, PUBLIC).proposal
    assert (kept.statements, kept.costs) == ((), ())
    assert redacted(plan, EXEMPT).proposal.costs == (cost,)


def test_trade_unions_are_told_what_section_188_asks_for():
    paper = paper_of(comparison([SEVERAL, STAYS]), edition=UNION)
    assert "Employees who may be dismissed as redundant" in texts(paper)
    assert "section-188" not in [each.key for each in paper_of(comparison([STAYS])).sections]


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [((1,), "paragraph 1 of Part 1"), ((4, 1, 2), "paragraphs 1, 2 and 4 of Part 1")],
)
def test_the_exempt_edition_says_by_virtue_of_which_paragraphs(paragraphs, words):
    said = marking(Report(exempt=paragraphs), EXEMPT)
    assert said.startswith(f"NOT FOR PUBLICATION by virtue of {words} of Schedule 12A")


@pytest.mark.parametrize(
    ("decision", "exempt"),
    [
        ("unrestricted", "not stated"),
        ("for formal approval; unrestricted", "for formal approval"),
        ("Public report, for approval (not exempt)", "for approval"),
        ("for approval and for publication", "for approval"),
        ("for public consultation", "for public consultation"),
        ("for approval of unrestricted reserves", "for approval of unrestricted reserves"),
    ],
)
def test_only_the_public_edition_calls_the_paper_open(decision, exempt):
    plan = comparison([STAYS])
    report = replace(plan.proposal.report, classification="Unrestricted")
    plan = replace(plan, proposal=replace(plan.proposal, decision=decision, report=report))
    assert dict(paper_of(plan).title_block)["Decision"] == decision
    assert dict(paper_of(plan).title_block)["Classification"] == "Unrestricted"
    for edition in (EXEMPT, STAFF, UNION):
        block = dict(paper_of(plan, edition=edition).title_block)
        assert (block["Decision"], block["Classification"]) == (exempt, "Not for publication")


def test_without_a_paragraph_the_exempt_edition_is_held_back():
    plan = comparison([STAYS])
    report = replace(plan.proposal.report, exempt=())
    plan = replace(plan, proposal=replace(plan.proposal, report=report))
    assert [each.is_fact for each in obstacles(plan, EXEMPT, Private())] == [True]


def test_an_edition_whose_every_section_is_for_others_is_not_filled_from_the_house():
    plan = comparison([STAYS])
    only = (Written(key="only", heading="Only", text="x", editions=("exempt",)),)
    report = replace(plan.proposal.report, sections=only)
    plan = replace(plan, proposal=replace(plan.proposal, report=report))
    assert paper_of(plan).sections == ()


# ---- what a text tells ----


def held_back(text, edition=PUBLIC, **known):
    """Why an edition waits, where a section says this."""
    plan = comparison([SEVERAL])
    section = Written(key="all", heading="Background", text=text)
    report = replace(plan.proposal.report, sections=(section,))
    plan = replace(plan, proposal=replace(plan.proposal, report=report))
    return [each.section for each in obstacles(plan, edition, Private(**known))]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Smith",
        "J. Smith",
        "SMITH, Jane",
        "Ms Smith’s post",
        "jane.smith@council",
        "Jane Q. Smith",
        "Anne Mary Smith",
        "Ja\u00adne Smi\u200bth",
    ],
)
def test_a_text_that_names_a_holder_holds_the_public_edition_back(text):
    assert "all" in held_back(f"As {text} says.", people=("Jane Anne Smith",))


@pytest.mark.parametrize(
    "text", ["Smith Street", "A. Smithson", "Jane says", "Jane of Smith Street"]
)
def test_a_text_that_names_nobody_holds_nothing_back(text):
    assert list(Names(["Jane Anne Smith"]).in_text(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Jane A. Smith",
        "Jane Anne Mary Smith",
        "Mrs Anne Smith",
        "Ms A. Smith",
        "Mr A. B. Smith",
        "On leave is Jane A. Smith",
    ],
)
def test_a_holder_is_found_by_names_and_initials_that_are_not_recorded(text):
    assert list(Names(["Jane Smith"]).in_text(text)) == ["Jane Smith"]


@pytest.mark.parametrize(
    "text", ["Anne B. Smith", "Mrs Patel of Smith Street", "Jane leads the Smith Street team"]
)
def test_what_is_farther_from_a_family_name_names_nobody(text):
    assert list(Names(["Jane Smith"]).in_text(text)) == []


def test_pay_in_a_text_holds_back_the_editions_that_must_not_have_it():
    pay = frozenset({Decimal(71795)})
    text = "It costs £71,795 a year."
    assert "all" in held_back(text, single_pay=pay)
    assert "all" in held_back(text, STAFF, pay=pay)
    assert "all" not in held_back(text, UNION, pay=pay, single_pay=pay)


def test_who_it_is_and_how_much_is_never_said():
    plan = comparison([SEVERAL])
    plan = replace(plan, proposal=replace(plan.proposal, title="Plan of Jane Smith, £71,795"))
    private = Private(people=("Jane Smith",), single_pay=frozenset({Decimal(71795)}))
    says = repr([each.says for each in obstacles(plan, PUBLIC, private)])
    assert "Smith" not in says
    assert "71" not in says


def test_an_amount_is_found_however_it_is_written():
    known = {Decimal("71795")}
    assert len(list(amounts_in("£71,795 or 71795.00 or 71 795", known))) == 3
    assert list(amounts_in("£171,795 or 717,950", known)) == []


def test_a_fate_of_no_known_post_is_of_one_person():
    plan = comparison([SEVERAL])
    fates = (*plan.proposal.fates, Fate(key="gone", outcome="at risk"))
    plan = replace(plan, proposal=replace(plan.proposal, fates=fates))
    assert [fate.key for fate in redacted(plan, PUBLIC).proposal.fates] == ["p0"]


def test_a_sum_from_which_one_holders_pay_could_be_taken_is_left_out():
    one_goes = [SEVERAL, SEVERAL, Planted(people=1, is_safe=True, goes=True)]
    assert public(*one_goes).left_out.bill
    assert not public(*one_goes, Planted(people=1, is_safe=True, goes=True)).left_out.bill
