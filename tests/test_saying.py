"""What a paper says of where its facts come from, and of how sure they are."""

from posts.snapshot import DERIVED, STATED, UNCERTAIN
from reports.sections.saying import how_sure


def test_without_sources_what_is_uncertain_is_explained_and_nothing_else():
    assert "“Uncertain” means" in how_sure([STATED, UNCERTAIN], has_sources=False)
    assert "means" not in how_sure([STATED, DERIVED], has_sources=False)
