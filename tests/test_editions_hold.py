"""Whatever is recorded, no file of an edition has what the edition must not have."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reports.editions import EDITIONS
from reports.formats import FORMATS
from reports.paper import paper_of
from tests.planted import Planted, comparison, forbidden, secret
from tests.unpacked import found_in

SETTINGS = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": (Phase.explicit, Phase.reuse, Phase.generate),
}
QUICK = tuple(each for each in FORMATS if each != "pdf")

planted = st.builds(
    Planted,
    number=st.sampled_from([1, None, 2, 4]),
    state=st.sampled_from([None, "filled", "vacant", "ill"]),
    is_told=st.booleans(),
    people=st.sampled_from([None, 1, 2, 3]),
    is_safe=st.booleans(),
    goes=st.booleans(),
)
structures = st.lists(planted, min_size=1, max_size=5)


def leaks(posts, edition, formats):
    """What the files of an edition have and must not."""
    paper = paper_of(comparison(posts), edition=EDITIONS[edition])
    secrets = forbidden(posts, edition)
    found = {each: found_in(FORMATS[each].write(paper), secrets) for each in formats}
    return {each: what for each, what in found.items() if what}


@pytest.mark.parametrize("edition", EDITIONS)
@settings(max_examples=12, **SETTINGS)
@given(posts=structures)
def test_no_file_of_an_edition_has_what_it_must_not_have(edition, posts):
    assert leaks(posts, edition, QUICK) == {}


@pytest.mark.parametrize("edition", EDITIONS)
@settings(max_examples=2, **SETTINGS)
@given(posts=structures)
def test_nor_has_its_pdf(edition, posts):
    assert leaks(posts, edition, ("pdf",)) == {}


ONE_AT_RISK = [Planted(), Planted(number=4, people=4, is_safe=True)]


@pytest.mark.parametrize("extension", ["docx", "pdf", "pptx", "xlsx", "html", "json"])
def test_what_is_looked_for_would_be_found(extension):
    paper = paper_of(comparison(ONE_AT_RISK), edition=EDITIONS["exempt"])
    file = FORMATS[extension].write(paper)
    known = {secret("fate", 0), secret("fatenote"), secret("grade", 0), secret("textexempt")}
    # Slides have the tables and no text; a workbook has no text either.
    known -= {secret("textexempt")} if extension in ("xlsx",) else set()
    assert found_in(file, known | {"nowhere"}) == known


@pytest.mark.parametrize("extension", QUICK)
def test_the_marking_stands_in_every_file_of_the_exempt_edition(extension):
    paper = paper_of(comparison(ONE_AT_RISK), edition=EDITIONS["exempt"])
    marking = "paragraphs 1 and 2 of Part 1 of Schedule 12A"
    # A picture has it as a picture of its letters.
    expected = set() if extension == "png" else {marking}
    assert found_in(FORMATS[extension].write(paper), {marking}) == expected
