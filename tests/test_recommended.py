"""What the meeting is asked: figures live in it as they do in the text, and it reads well."""

from reports.checks import numbers
from reports.editions import EXEMPT
from reports.paper import paper_of
from reports.proposal import Recommendation, Report
from reports.sections.blocks import Recommendations
from reports.sections.front import what_is_asked
from tests.checking import checked, found
from tests.test_paper import blocks, compared


def asks(text, verb="agree", number="1"):
    return Recommendation(number=number, verb=verb, text=text)


def printed(comparison):
    """The recommendations as the paper prints them."""
    blocks = (block for each in paper_of(comparison).sections for block in each.blocks)
    return [item for block in blocks if isinstance(block, Recommendations) for item in block.items]


def test_a_figure_in_a_recommendation_says_what_the_structures_have():
    given = checked(recommendations=(asks("that [divisions, existing, in words] divisions stay"),))
    assert printed(given.comparison) == ["Agree that three divisions stay"]
    assert found("C1", recommendations=given.comparison.proposal.recommendations) == []


def test_a_name_that_no_figure_has_is_found_in_a_recommendation_and_holds_all_editions_back():
    given = checked(recommendations=(asks("the deletion of [posts deletd]"),))
    (one,) = numbers.check(given)
    assert one.heading == "There is no figure or part called “posts deletd”"
    assert one.places[0].words == "Recommendation 1"
    assert len(one.holds_back) == 4


def test_a_number_typed_in_a_recommendation_is_still_held_against_the_structures():
    told = found("C1", recommendations=(asks("that all five divisions stay"),))
    assert len(told) == 1
    assert "five divisions" in told[0]


def test_more_than_two_verbs_are_asked_with_commas():
    verbs = [asks("x", verb) for verb in ("agree", "agree", "note", "delegate")]
    assert what_is_asked(verbs) == (
        "to agree recommendations 1 and 2, to note recommendation 3 and to delegate "
        "recommendation 4"
    )


def test_an_exempt_edition_is_not_classified_as_the_public_one_is():
    report = Report(classification="Public", exempt=("1",))
    comparison = checked(report=report).comparison
    assert paper_of(comparison).classification == "Public"
    assert paper_of(comparison, edition=EXEMPT).classification == "Not for publication"


def test_a_recommendation_that_has_its_verb_alone_reads_as_a_sentence_beside_others_like_it():
    asked = [
        Recommendation(verb="approve", text="The new structure"),
        Recommendation(verb="comment", text="on the proposals"),
        Recommendation(verb="note", text="NHS lines"),
        Recommendation(verb="agree", text="the grades"),
        Recommendation(verb="agree", text="the costs"),
    ]
    made = blocks(paper_of(compared(body="Cabinet", recommendations=asked)), Recommendations)
    sentences = ("Approve the new structure", "Comment on the proposals", "Note NHS lines")
    assert [(each.lead, each.items, each.first) for each in made] == [
        ("The Cabinet is asked to:", sentences, 1),
        ("The Cabinet is asked to agree:", ("The grades", "The costs"), 4),
    ]
