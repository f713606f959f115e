"""From when a structure is in force, where its restructure alone says so; and what is asked."""

import pytest

from divisions.models import Structure
from reports.models import Recommendation, Restructure
from tests.pages import PAGES, words


@pytest.mark.parametrize("page", ["/borough/", "/borough/structures/proposed/"])
def test_a_structure_is_in_force_with_its_restructure(page, at_bens, paper):
    Structure.objects.filter(key="proposed").update(in_force_from=None, status="draft")
    Restructure.objects.update(effective="1 June 2027")
    assert "with the restructure, 1 June 2027" in words(at_bens.get(page))
    Structure.objects.filter(key="proposed").update(in_force_from="1 May 2027")
    assert "with the restructure" not in words(at_bens.get(page))


@pytest.mark.parametrize("status", [each.value for each in Structure.Status])
def test_only_what_may_yet_come_into_force_does_so_with_its_restructure(
    status, at_bens, borough, paper
):
    with borough.editing(verb="plan"):
        Restructure.objects.filter(pk=paper.pk).update(effective=None)
        Restructure.objects.create(
            council=borough,
            key="again",
            title="Again",
            before=paper.before,
            after=paper.after,
            effective="1 April 2027",
            position=paper.position + 1,
        )
    Structure.objects.filter(pk=paper.after_id).update(in_force_from=None, status=status)
    to_come = status in ("draft", "consultation", "approved")
    for page in ("/borough/", "/borough/structures/proposed/"):
        said = words(at_bens.get(page))
        assert ("with the restructure, 1 April 2027" in said) == to_come


def test_a_structure_is_not_in_force_with_a_restructure_that_leads_away(at_bens, paper):
    Restructure.objects.update(effective="1 June 2027")
    assert "1 June 2027" not in words(at_bens.get("/borough/structures/existing/"))


def test_a_recommendation_has_the_number_that_the_report_prints(at_bens, paper):
    asked = Recommendation(restructure=paper, verb="approve", text="the grades", position=9)
    Recommendation.objects.bulk_create([asked])
    assert "3 approve the grades" in words(at_bens.get(PAGES["paper"]))
