"""Totals of a workbook by formula: what they give is what the paper says, or there is none."""

from decimal import Decimal

import pytest

from reports.formats.spreadsheet.totals import total_of
from reports.sections.blocks import NUMBER, POUNDS
from tests.formulas import worked_out


def test_a_total_is_at_least_so_much_until_the_last_cell_is_filled():
    total = total_of("at least £1,250", [Decimal(1250), None], POUNDS, "B1:B2")
    assert worked_out(total.formula, [["x", 1250], ["y", "not stated"]]) == "at least £1,250"
    assert worked_out(total.formula, [["x", 1250], ["y", 50.5]]) == Decimal("1300.5")
    assert worked_out(total.formula, [["x", ""], ["y", ""]]) == "not stated"


@pytest.mark.parametrize("words", ["−£52,500", "-£52,500"])
def test_a_difference_in_money_is_summed_where_that_is_what_the_paper_says(words):
    total = total_of(words, [Decimal(-60000), Decimal(7500), None], POUNDS, "D5:D7")
    assert (total.formula, total.value) == (
        ("SUM(D5:D7)", -52500) if "−" in words else (None, None)
    )


def test_a_total_that_its_cells_do_not_give_is_words_and_no_formula():
    total = total_of("at least 9", (2, None), NUMBER, "B5:B6")
    assert (total.formula, total.words) == (None, "at least 9")
    assert total_of("4", (2, 1), NUMBER, "B5:B6").formula is None
