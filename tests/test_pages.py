"""What a person gets to see on each page."""

from tests.pages import FORMS, PAGES, words


def read(browser, name):
    """The words of a page."""
    return words(browser.get(PAGES[name]))


# ---- home ----


def test_a_person_of_one_council_comes_straight_to_it(at_bens, borough):
    assert at_bens.get("/")["Location"] == "/borough/"


def test_a_person_of_two_councils_chooses(at_bens, ben, borough, county):
    ben.memberships.create(council=county, role="officer")
    page = words(at_bens.get("/"))
    assert "The Borough · Reader" in page
    assert "The County · HR officer" in page


def test_a_person_of_no_council_is_told_what_comes_next(at_bens, ben, borough):
    ben.memberships.all().delete()
    assert "You do not belong to a council yet" in words(at_bens.get("/"))


def test_the_home_says_how_large_each_structure_is_and_no_more(at_bens, paper):
    page = read(at_bens, "home")
    assert "Realignment of Services For Cabinet, 9 September 2009" in page
    assert "Existing divisions On record not stated at least 5 3 to tier 2 – Source: ¶1" in page
    assert "Load the council file" in page


def test_a_council_without_a_paper_is_told_how_one_comes(at_bens, borough):
    assert "It comes here with a council file." in words(at_bens.get("/borough/"))


def test_only_an_administrator_is_offered_the_council_file(at_bens, at_emekas, paper):
    assert "Try a file first" not in read(at_bens, "home")
    assert "Try a file first" in read(at_emekas, "home")


# ---- a structure ----


def test_the_chart_shows_all_that_is_known_of_a_post_with_its_paragraphs(at_bens, paper):
    page = read(at_bens, "chart with a post")
    assert "Post, tier 2 Head of Care Source: ¶3" in page
    assert "Dotted line to Chief Executive. Reason: safeguarding Source: ¶9" in page
    assert "FTE not stated" in page
    assert "Also not stated: how filled, contract" in page


def test_a_unit_is_shown_with_its_other_names(at_bens, paper):
    assert "Also called “Social Care” Source: ¶4" in read(at_bens, "outline")


def test_a_key_that_is_not_in_the_structure_is_answered_with_a_sentence(at_bens, paper):
    page = words(at_bens.get("/borough/structures/existing/?show=nobody"))
    assert "There is no “nobody” in this structure." in page


def test_the_outline_nests_posts_and_units_as_the_structure_does(at_bens, paper):
    html = at_bens.get(PAGES["outline"]).content.decode()
    outline = html[html.index('<ul class="outline">') : html.index("</aside>")]
    assert outline.count("<ul") == outline.count("</ul>")
    assert outline.count("<li") == outline.count("</li>")
    assert outline.count("<details") == outline.count("</details>") == 3


def test_the_whole_chart_is_given_as_one_file(at_bens, paper):
    answer = at_bens.get("/borough/structures/existing/chart.svg?by=line")
    assert answer["Content-Disposition"] == 'attachment; filename="existing-by-line.svg"'
    assert b"Head of Learning" in answer.content
    assert b"<style>" in answer.content


# ---- a restructure ----


def test_side_by_side_counts_and_labels_what_differs(at_bens, paper):
    page = read(at_bens, "side by side")
    assert "Posts in tiers 1 to 2 3 → become 3 no difference" in page
    assert "+ NEW, largely made up from Learning" in page
    assert "RENAMED, was Care" in page
    assert "REGRADED, was Grade 9" in page


def test_a_box_in_focus_is_told_of_with_its_paragraph(at_bens, paper):
    page = words(at_bens.get(PAGES["side by side"] + "?show=youth"))
    assert "→ MOVED Youth moves from Care to Futures. Source: ¶7" in page


def test_what_is_gone_stands_beside_the_one_chart(at_bens, paper):
    page = read(at_bens, "changes")
    rail = page[page.index("No longer there") : page.index("All changes, in words")]
    assert "× CLOSED" in rail
    assert "Learning closes; most of it goes to Futures." in rail
    assert "Head of Learning" in rail


def test_each_service_goes_somewhere_both_ways(at_bens, paper):
    page = read(at_bens, "services")
    assert "Youth Care → MOVED Futures Source: ¶7" in page
    assert "Futures This division is largely made up from Learning" in page


def test_posts_that_change_stand_first(at_bens, paper):
    page = read(at_bens, "posts")
    assert page.index("Head of Futures") < page.index("unchanged")


def test_a_stated_figure_that_disagrees_is_shown_beside_the_computed_one(at_bens, paper):
    page = read(at_bens, "figures")
    assert "The existing three heads of service 3 2 Disagrees" in page
    assert "1 disagree" in page


def test_the_paper_shows_recommendations_and_timetable(at_bens, paper):
    page = read(at_bens, "paper")
    assert "1 agree the two divisions proposed Source: ¶15" in page
    assert "Close consultation end October 2009" in page


def test_a_reader_is_not_offered_what_only_a_writer_may_do(at_bens, at_dilyss, paper):
    assert "Correct the title block" not in read(at_bens, "paper")
    assert "Correct the title block" in read(at_dilyss, "paper")


def test_a_reader_is_told_who_can_change_the_paper(at_bens, paper):
    page = words(at_bens.get(FORMS["title"]))
    assert "A committee clerk, an HR officer or an administrator of The Borough" in page


def test_the_report_comes_as_a_word_file(at_bens, paper):
    answer = at_bens.get("/borough/restructures/realignment/report.docx")
    assert answer["Content-Disposition"] == 'attachment; filename="realignment-public-draft.docx"'
    assert answer.content.startswith(b"PK")


def test_a_fault_of_ours_gives_a_reference(client, monkeypatch, borough):
    client.raise_request_exception = False
    monkeypatch.setattr("orgchart.views.SignIn.get", lambda *_: 1 / 0)
    answer = client.get("/sign-in/")
    assert answer.status_code == 500
    assert "give this reference:" in words(answer)
