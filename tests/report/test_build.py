from dataclasses import replace

from tests.report.papers import EMPTY, MARKETS
from tests.report.scene import SCENE, UNREAD
from tracker.report.build import report_page
from tracker.report.index import Index
from tracker.tables import Tables

PAGE = report_page(Index(SCENE))


def test_the_first_screen_counts_what_the_tables_hold() -> None:
    counts = PAGE.counts
    assert (counts.articles, counts.unread, counts.claims, counts.incidents) == (6, 2, 16, 3)
    assert (counts.conflicts, counts.considered) == (4, 3)
    assert (counts.standing, counts.severe, counts.unreviewed) == (4, 2, 4)


def test_the_fingerprint_follows_from_the_articles_alone() -> None:
    assert report_page(Index(replace(SCENE, discrepancies=()))).fingerprint == PAGE.fingerprint
    assert report_page(Index(replace(SCENE, articles=SCENE.articles[1:]))).fingerprint != PAGE.fingerprint


def test_rules_that_spoke_are_explained() -> None:
    page = report_page(Index(SCENE), rules={"figure": "No number fits both.", "silent": "Said nothing."})
    assert [(term.word, term.meaning) for term in page.rules] == [("figure", "No number fits both.")]


def test_the_period_is_that_of_the_articles_and_of_the_events() -> None:
    assert (PAGE.published, PAGE.happened) == ("22 April – 3 May 2024", "21–30 April 2024")


def test_gaps_are_listed() -> None:
    assert {each.path for each in PAGE.unread} == {each.path for each in UNREAD}
    assert [each.anchor for each in PAGE.silent] == [EMPTY.article_id]
    assert [each.anchor for each in PAGE.undated] == [MARKETS.article_id]


def test_the_glossary_explains_what_is_on_the_page_and_nothing_else() -> None:
    assert [term.word for term in PAGE.measures] == [
        "killed", "injured", "missing", "displaced", "in the crowd", "fired", "cause", "did it happen",
    ]  # fmt: skip
    assert [term.word for term in PAGE.relations] == [
        "Conflict",
        "Updates",
        "Different scope",
        "Compatible",
        "In agreement",
    ]


def test_an_empty_run_is_a_page_too() -> None:
    assert report_page(Index(Tables())).counts.conflicts == 0
