"""What of a large structure is open, as the address says it: no more than is needed."""

import re
from dataclasses import replace
from html import unescape

from django.http import QueryDict

from posts.views.asked import LONGEST, MOST_OPEN, Asked
from tests.made_up import planted, snapshot

OPENS = re.compile(r'<p class="more"><a href="([^"]*)"')


def asked(address, *snapshots):
    """What an address asks of some structures."""
    found = Asked(QueryDict(address))
    found.within(*snapshots)
    return found


def opened(address):
    return QueryDict(address.removeprefix("?")).getlist("open")


def council():
    """Unit u1 holds u2, which holds u3 …"""
    return snapshot(300)


def below(key):
    return council().units_under[key][0].key


def test_what_stands_above_an_opened_branch_is_not_named():
    division, service = below("u1"), below(below("u1"))
    assert opened(asked(f"open=u1&open={division}", council()).opening(service)) == [service]


def test_a_branch_that_is_above_another_on_one_side_alone_stays_named():
    before, division = council(), below("u1")
    moved = replace(before.units[division], parent=None, place="council")
    after = replace(before, units=before.units | {division: moved})
    assert opened(asked("open=u1", before, after).opening(division)) == ["u1", division]
    assert opened(asked("open=u1", before, before).opening(division)) == [division]


def test_by_line_the_posts_above_are_not_named():
    assert opened(asked("by=line&open=p1", council()).opening("p2")) == ["p2"]


def test_of_many_branches_the_newest_are_open():
    keys = [f"k{number}" for number in range(100)]
    address = asked("&".join(f"open={key}" for key in keys)).opening("k100")
    assert opened(address) == [*keys[100 - MOST_OPEN + 1 :], "k100"]


def test_of_branches_with_long_keys_fewer_are_open():
    keys = [f"{'long' * 40}{number}" for number in range(40)]
    address = asked("&".join(f"open={key}" for key in keys)).opening("newest")
    assert opened(address)[-1] == "newest"
    assert LONGEST - 200 < len(address) <= LONGEST + 1


def test_an_address_that_is_too_long_is_made_shorter_by_every_link():
    address = "&".join(f"open={'long' * 40}{number}" for number in range(400))
    found = asked(address)
    assert len(found.showing("u1")) < LONGEST + 100
    assert all(len(each.address) < LONGEST + 100 for each in found.zooms())


def test_a_large_outline_opens_branch_by_branch_and_its_addresses_stay_short(at_amaras, borough):
    large = snapshot(2000, key="large")
    planted(borough, large)
    teams = [f"open={key}" for key, unit in large.units.items() if unit.kind == "team"]
    page, address = "/borough/structures/large/outline/", "?" + "&".join(teams[:60])
    for _ in range(3):
        html = at_amaras.get(page + address).content.decode()
        address = unescape(OPENS.findall(html)[-1])
        assert len(address) < 3500
    assert len(opened(address)) == MOST_OPEN
    html = at_amaras.get(page + address).content.decode()
    for key in opened(address):
        assert f'data-branch="{key}" open' in html
        assert f'data-branch="{large.units[key].parent}" open' in html
