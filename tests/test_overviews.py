"""Overviews of a structure on several pages: what stands on a later page is not called missing."""

from reports.sections.charts import chart_of
from tests.literals import structure

SAYS = "head: not stated"


def council(post):
    """Divisions with teams; `post` is what stands in each division."""
    lines = ["directorate top | The Council", "  - chief | Chief Executive"]
    for n in range(11):
        lines += [f"  division d{n} | Division {n}", f"    {post.format(n=n)}" if post else ""]
        for m in range(8):
            lines += [f"    team d{n}t{m} | Team {m}", f"      - d{n}t{m}p | Officer | number=3"]
    return structure("\n".join(filter(None, lines)), complete=2)


def drawn(post):
    """The overview, and how many divisions are said to have no head on all pages."""
    chart = chart_of(council(post), key="c", title="Chart", marks={}, existing=True)
    first, *others = chart.pages
    assert "overview" in first.title
    assert others
    return first.svg.count(SAYS), sum(page.svg.count(SAYS) for page in chart.pages)


def test_a_unit_whose_posts_stand_on_a_later_page_is_not_said_to_have_no_head():
    assert drawn("- d{n}p | Officer, Division {n}")[0] == 0


def test_a_unit_with_nobody_in_it_is_said_to_have_no_head():
    assert drawn(None)[0] > 0
