"""Does every article get the same care, whatever it was read from?"""

from dataclasses import replace
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import Article, Unread
from tracker.read.copies import mark_copies
from tracker.read.finish import Given, finish, once

TEXT = "Blast kills five\n\nThe mayor said on Friday that five people were killed."


def drafted(text: str = TEXT, **more: str) -> Article:
    return Article(**({"article_id": "", "path": "in/a.txt", "text": text} | more))  # type: ignore[arg-type]


def finished(draft: Article, given: Given | None = None) -> Article:
    article = next(finish(draft, given or Given()))
    assert isinstance(article, Article)
    return article


def test_what_is_given_fills_gaps_and_overrides_nothing() -> None:
    given = Given(title="T", publisher="P", published="15 March 2024", url="https://d.example", author="A")
    article = finished(drafted(publisher="The Daily"), given)
    assert (article.title, article.publisher, article.published) == ("T", "The Daily", "2024-03-15")
    assert (article.url, article.author) == ("https://d.example", "A")


def test_a_missing_title_is_the_headline_printed() -> None:
    assert finished(drafted()).title == "Blast kills five"
    assert finished(drafted("Five people were killed on Friday.")).title == ""


def test_the_id_follows_from_content_and_not_from_the_place_on_disk() -> None:
    article = finished(drafted())
    assert article.article_id == finished(drafted(path="/elsewhere/a.txt")).article_id
    assert article.article_id == finished(drafted(path="C:\\news\\a.txt")).article_id
    others = [drafted(path="in/b.txt"), drafted(TEXT + " "), drafted(publisher="P"), drafted(published="2024-03-15")]
    assert len({article.article_id, *(finished(other).article_id for other in others)}) == 5


def test_a_url_names_the_article_better_than_its_file() -> None:
    url = "https://d.example/a"
    assert finished(drafted(url=url)).article_id == finished(drafted(url=url, path="b.txt")).article_id


def test_a_date_that_cannot_be_told_is_noted_and_the_article_kept() -> None:
    article, note = finish(drafted(published="03/04/2024"), Given())
    assert isinstance(article, Article)
    assert article.published == ""
    assert isinstance(note, Unread)
    assert "03/04/2024" in note.reason
    assert "2024-03-15" in note.cure


def test_a_date_printed_above_the_reporting_is_the_articles_own() -> None:
    lead = "The mayor said on Friday that five people were killed."
    for line in ("PUBLISHED : Friday, 15 March, 2024, 2:47am", "15 March 2024", "Posted on March 15, 2024"):
        article = finished(drafted(f"Blast kills five\n\n{line}\n\n{lead}"), Given(published="2024-05-01"))
        assert article.published.startswith("2024-03-15")


def test_a_date_below_the_reporting_or_of_a_change_is_not() -> None:
    lead = "The mayor said on Friday that five people were killed."
    for text in (f"{lead}\n\n15 March 2024", f"Updated: 15 March 2024\n\n{lead}", f"03/04/2024\n\n{lead}"):
        assert finished(drafted(text)).published == ""


def test_a_date_that_the_file_tells_goes_before_a_printed_one() -> None:
    assert finished(drafted("15 March 2024\n\nFive died.", published="2024-03-16")).published == "2024-03-16"


def test_characters_that_nothing_can_hold_are_replaced_one_for_one() -> None:
    article, note = finish(drafted("Nine\x00 died \ud83d on Tuesday.", title="a\x00b"), Given())
    assert isinstance(article, Article)
    assert article.text == "Nine\ufffd died \ufffd on Tuesday."
    assert article.title == "a\ufffdb"
    assert isinstance(note, Unread)
    assert "broken characters" in note.reason


def test_language_is_the_first_subtag() -> None:
    assert [finished(drafted(language=tag)).language for tag in ("en-GB", "EN_us", "uk", "")] == ["en", "en", "uk", ""]


def test_an_article_of_blanks_is_unread() -> None:
    [unread] = finish(drafted(" \n\t "), Given())
    assert isinstance(unread, Unread)
    assert "no text" in unread.reason


def test_an_article_longer_than_any_is_unread_and_told_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("tracker.read.finish"), "LONGEST_TEXT", len(TEXT))
    assert isinstance(next(finish(drafted(), Given())), Article)
    [unread] = finish(drafted(f"{TEXT} "), Given())
    assert isinstance(unread, Unread)
    assert (
        unread.reason == f"its text has {len(TEXT) + 1} characters, more than the {len(TEXT)} that an article may have"
    )
    assert unread.cure


def test_an_article_of_more_paragraphs_than_any_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("tracker.read.finish"), "MOST_PARAGRAPHS", 2)
    assert isinstance(next(finish(drafted(f"{TEXT}\n\n***"), Given())), Article)
    [unread] = finish(drafted(f"{TEXT}\n\nThe union did not."), Given())
    assert isinstance(unread, Unread)
    assert unread.reason == "it has 3 paragraphs, more than the 2 that an article may have"


def test_a_reason_has_one_line_whatever_it_quotes() -> None:
    [unread] = finish(Unread(path="in/a.csv", reason="there are Name\n\tand \x85 Day", cure="Name one text"), Given())
    assert isinstance(unread, Unread)
    assert unread.reason == "there are Name and Day"


def test_one_report_in_two_papers_is_marked_as_a_copy() -> None:
    first = finished(drafted(publisher="The Daily"))
    second = finished(
        drafted(TEXT.replace("\n\n", "\n\nBy Ana Ruiz\n\n") + "\n\nShare this article", publisher="The Post")
    )
    third = finished(drafted(TEXT.replace("five", "six"), publisher="The Sun"))
    found = {each.publisher: each.copy_of for each in mark_copies([first, second, third])}
    assert sorted(found.values()) == sorted(["", "", min(first.article_id, second.article_id)])
    assert found["The Sun"] == ""


def test_the_same_article_twice_is_reported() -> None:
    article = finished(drafted())
    _, unread = once([article, replace(article, path="elsewhere/a.txt")])
    assert isinstance(unread, Unread)
    assert (unread.path, unread.reason) == ("elsewhere/a.txt", "the same article as in/a.txt")


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_whatever_comes_is_stored_or_listed(text: str, title: str, published: str) -> None:
    for item in finish(drafted(text, title=title, published=published), Given()):
        assert isinstance(item, Article | Unread)
        if isinstance(item, Article):
            assert len(item.text) == len(text)
            assert all(item.text[zone.start : zone.end].strip() for zone in item.zones)
