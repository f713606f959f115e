"""What becomes of staff, recorded post by post: in its row, or for several posts at once."""

import pytest

from divisions.models import Act
from posts.models import Post
from reports.models import Fate, Report, Restructure
from tests.pages import load_paper, words
from tests.staffing import FILLED, PAGE, fates, fences, fillings, give, record, shown, typed


@pytest.fixture
def paper(borough):
    load_paper()
    return Restructure.objects.get(key="realignment")


# ---- the posts ----


def test_the_posts_that_change_stand_first_each_with_what_changes(at_dilyss, paper):
    _, rows = shown(at_dilyss, PAGE)
    assert list(rows) == ["head-of-care", "head-of-learning", "director"]
    page = words(at_dilyss.get(PAGE))
    assert "Head of Learning Children's Services × DELETED" in page
    assert "REGRADED, becomes Grade 11" in page


def test_what_may_be_suggested_is_said_with_why_and_is_not_recorded(at_dilyss, paper):
    page = words(at_dilyss.get(PAGE))
    assert "Suggested: at risk , the post is deleted" in page
    assert "Suggested: stays , it remains as it is" in page
    assert page.count("Suggested:") == 2
    at_dilyss.post(PAGE, shown(at_dilyss, PAGE)[0])
    assert fates() == []


def test_each_way_of_showing_lists_its_posts(at_dilyss, paper):
    record(at_dilyss, {"head-of-care": {"outcome": "stays"}})
    _, changed = shown(at_dilyss, PAGE + "?show=changed")
    _, still_open = shown(at_dilyss, PAGE + "?show=open")
    _, found = shown(at_dilyss, PAGE + "?find=director")
    assert (list(changed), list(still_open), list(found)) == (
        ["head-of-care", "head-of-learning"], ["head-of-learning"], ["director"],
    )  # fmt: skip
    assert "No post matches" in words(at_dilyss.get(PAGE + "?find=nobody"))


# ---- in its row ----


def test_a_fate_is_recorded_in_its_row(at_dilyss, paper):
    columns = {
        "outcome": "at risk",
        "people": "1",
        "at_risk": "1",
        "dismissals": "0",
        "note": "One of a team.",
        "sources": "¶7; R8",
    }
    assert record(at_dilyss, {"head-of-learning": columns}).status_code == 302
    fate = Fate.objects.get()
    assert (fate.key, fate.outcome, fate.ring_fence) == ("head-of-learning", "at risk", None)
    assert (fate.people, fate.contracts, fate.at_risk, fate.dismissals) == (1, None, 1, 0)
    assert (fate.note, fate.sources) == ("One of a team.", ["¶7", "R8"])


def test_what_was_recorded_is_told_and_stands_in_the_history(at_dilyss, paper):
    record(at_dilyss, {"head-of-learning": {"outcome": "at risk"}})
    act = Act.objects.latest("pk")
    assert (act.verb, act.says) == (
        "record what becomes of staff",
        "What becomes of Head of Learning was recorded.",
    )
    assert "at risk" in words(at_dilyss.get(f"/borough/history/{act.pk}/"))


def test_whoever_only_reads_is_not_told_what_was_recorded(at_dilyss, at_bens, paper):
    record(at_dilyss, {"head-of-learning": {"outcome": "at risk", "note": "A secret."}})
    page = words(at_bens.get(f"/borough/history/{Act.objects.latest('pk').pk}/"))
    assert "at risk" not in page
    assert "A secret." not in page
    assert "This act changed no field of the papers that you may see." in page


def test_of_several_alike_some_may_go_another_way(at_dilyss, paper):
    Post.objects.filter(key="head-of-learning").update(number=5)
    record(at_dilyss, {"head-of-learning": {"outcome": "slotted in", "people": "3"}})
    assert "Head of Learning (5 posts), part 2" in words(at_dilyss.get(PAGE))
    sent = shown(at_dilyss, PAGE)[0]
    rows = at_dilyss.get(PAGE).context["form"].forms
    more = next(one for one in rows if one.line.is_more)
    at_dilyss.post(PAGE, sent | {more.add_prefix("outcome"): "at risk"})
    assert fates() == [
        ("head-of-learning", "slotted in", None),
        ("head-of-learning", "at risk", None),
    ]
    assert "Head of Learning (5 posts), part 3" in words(at_dilyss.get(PAGE))


def test_of_one_post_one_thing_is_recorded(at_dilyss, paper):
    record(at_dilyss, {"head-of-learning": {"outcome": "at risk"}})
    assert "part 2" not in words(at_dilyss.get(PAGE))


def test_room_for_more_is_neither_open_nor_ticked(at_dilyss, paper):
    Post.objects.filter(key="head-of-learning").update(number=5)
    record(at_dilyss, {"head-of-learning": {"outcome": "slotted in"}})
    form = at_dilyss.get(PAGE).context["form"]
    more = next(one for one in form.forms if one.line.is_more)
    assert "tick" not in more.fields
    assert form.page.of_all == 3
    assert "part" not in words(at_dilyss.get(f"{PAGE}?show=open"))


def test_only_the_row_that_was_typed_in_is_written(at_dilyss, paper):
    record(at_dilyss, {"head-of-learning": {"outcome": "at risk"}, "director": {"people": "1"}})
    record(at_dilyss, {"director": {"outcome": "stays"}})
    assert Fate.history.filter(key="head-of-learning").count() == 1
    acts = Act.objects.count()
    record(at_dilyss, {})
    assert Act.objects.count() == acts


def test_what_is_taken_back_is_not_stated_any_more(at_dilyss, paper):
    record(at_dilyss, {"head-of-learning": {"outcome": "at risk", "people": "1"}})
    record(at_dilyss, {"head-of-learning": {"outcome": ""}})
    assert (Fate.objects.get().outcome, Fate.objects.get().people) == (None, 1)
    record(at_dilyss, {"head-of-learning": {"people": ""}})
    assert fates() == []


@pytest.mark.parametrize("number", ["one", "-1", "1.5", "1e3", "9" * 10])
def test_what_is_no_whole_number_is_refused_and_kept(number, at_dilyss, paper):
    answer = record(at_dilyss, {"head-of-care": {"outcome": "stays", "people": number}})
    assert answer.status_code == 422
    assert "Type a whole number, or leave it empty" in words(answer)
    assert f'value="{number}"' in answer.content.decode()
    assert fates() == []


def test_a_word_that_there_is_not_is_refused(at_dilyss, paper):
    assert record(at_dilyss, {"director": {"outcome": "promoted"}}).status_code == 422


def test_a_post_that_is_not_there_is_refused(at_dilyss, paper):
    sent, rows = shown(at_dilyss, PAGE)
    sent |= {rows["director"].add_prefix(name): "nobody" for name in ("key", "note")}
    answer = at_dilyss.post(PAGE, sent)
    assert answer.status_code == 422
    assert "nobody: It is not, or no longer, in the structure" in words(answer)


# ---- how posts are filled ----


def test_how_a_proposed_post_is_filled_is_recorded(at_dilyss, paper):
    assert "Proposed posts (2 open)" in words(at_dilyss.get(FILLED))
    record(at_dilyss, {"head-of-futures": {"way": "external", "sources": "R8"}}, FILLED)
    assert fillings() == [("head-of-futures", "external", None)]
    assert "Proposed posts (1 open)" in words(at_dilyss.get(FILLED))
    assert Act.objects.latest("pk").says == "How to fill Head of Futures was recorded."


def test_a_filling_needs_its_way(at_dilyss, paper):
    answer = record(at_dilyss, {"head-of-futures": {"note": "By whoever applies."}}, FILLED)
    assert answer.status_code == 422
    assert "Head of Futures: Choose how it is to be filled" in words(answer)
    assert "By whoever applies." in answer.content.decode()


# ---- several at once ----


def test_the_ticked_posts_are_given_the_same_and_no_others(at_dilyss, paper):
    keys = ["director", "head-of-care"]
    assert give(at_dilyss, keys, {"outcome": "stays", "people": "1"}).status_code == 302
    assert fates() == [("head-of-care", "stays", None), ("director", "stays", None)]
    assert set(Fate.objects.values_list("people", flat=True)) == {1}


def test_ticked_posts_go_into_a_ring_fence_that_is_listed_with_them(at_dilyss, paper):
    what = {"outcome": "ring-fence", "new_fence": "Heads of service"}
    give(at_dilyss, ["head-of-care", "head-of-learning"], what)
    assert fences() == ["Heads of service"]
    assert {fence for *_, fence in fates()} == {"Heads of service"}
    assert give(at_dilyss, ["director"], what).status_code == 422
    give(at_dilyss, ["head-of-care"], {"ring_fence": "none"})
    assert fates()[0] == ("head-of-care", "ring-fence", None)


def test_ticked_posts_are_given_what_is_suggested_where_something_is(at_dilyss, paper):
    give(at_dilyss, ["director", "head-of-care", "head-of-learning"], {"outcome": "suggested"})
    assert fates() == [("head-of-learning", "at risk", None), ("director", "stays", None)]


def test_what_was_typed_in_other_rows_is_saved_with_what_is_given(at_dilyss, paper):
    rows = {"head-of-care": {"people": "1"}, "director": {"tick": "on"}}
    sent = typed(at_dilyss, PAGE, rows) | {"all-outcome": "stays", "give": "yes"}
    at_dilyss.post(PAGE, sent)
    assert fates() == [("head-of-care", None, None), ("director", "stays", None)]


def test_ticked_posts_can_be_given_that_nothing_is_stated(at_dilyss, paper):
    give(at_dilyss, ["director"], {"outcome": "stays"})
    give(at_dilyss, ["director"], {"outcome": "not stated"})
    assert fates() == []


@pytest.mark.parametrize(
    ("keys", "what", "says"),
    [
        ([], {"outcome": "stays"}, "Tick the posts that are to be given this."),
        (["director"], {}, "Choose or type what the ticked posts are to be given."),
        (["director"], {"people": "two"}, "Type a whole number"),
    ],
)
def test_what_cannot_be_given_is_said(keys, what, says, at_dilyss, paper):
    answer = give(at_dilyss, keys, what)
    assert (answer.status_code, fates()) == (422, [])
    assert says in words(answer)


def test_what_is_chosen_for_several_is_not_dropped_where_one_only_saves(at_dilyss, paper):
    sent = typed(at_dilyss, PAGE, {"director": {"tick": "on"}}) | {"all-outcome": "stays"}
    answer = at_dilyss.post(PAGE, sent)
    assert (answer.status_code, fates()) == (422, [])
    assert "was given to no post" in words(answer)
    assert '<option value="stays" selected>' in answer.content.decode()


# ---- beside it ----


def test_what_is_recorded_is_added_up_each_unit_by_itself(at_dilyss, paper):
    page = words(at_dilyss.get(PAGE))
    assert "Posts at risk not stated" in page
    assert "rule on redundancy consultation comes to is not stated" in page
    columns = {"outcome": "at risk", "people": "25", "at_risk": "25", "dismissals": "21"}
    record(at_dilyss, {"head-of-learning": columns})
    page = words(at_dilyss.get(PAGE))
    assert "Posts at risk at least 1" in page
    assert "People affected 25 Contracts affected not stated People at risk 25" in page
    assert "21 proposed dismissals: consultation of at least 30 days" in page
    assert "section 188(1A)" in page


def test_what_is_recorded_of_a_published_report_stays_as_it_is(at_dilyss, paper):
    sent = typed(at_dilyss, PAGE, {"director": {"outcome": "stays"}})
    Report.objects.bulk_create([Report(restructure=paper, published_at="2026-01-01T00:00Z")])
    assert at_dilyss.post(PAGE, sent).status_code == 409
    answer = at_dilyss.get(PAGE)
    assert "stays as it was published" in words(answer)
    assert '<fieldset class="whole" disabled>' in answer.content.decode()
    assert ("Save what is typed" in words(answer), fates()) == (False, [])
