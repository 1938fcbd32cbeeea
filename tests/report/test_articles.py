from dataclasses import replace

from tests.factory import article, claim
from tests.report.papers import COURIER, MARKETS, WIRE
from tests.report.scene import SCENE
from tracker.model import Article, Claim, Span, Zone
from tracker.report.article_pages import ArticleView, Paragraph
from tracker.report.articles import article_view, in_order
from tracker.report.index import Index
from tracker.tables import Tables

INDEX = Index(SCENE)
VIEWS = {each.article_id: article_view(INDEX, each) for each in in_order(INDEX)}


def view(of: Article, *claims: Claim) -> ArticleView:
    return article_view(Index(Tables(articles=(of,), claims=claims)), of)


def text(paragraph: Paragraph) -> str:
    return "".join(stretch.text for stretch in paragraph.stretches)


def anchors(paragraph: Paragraph) -> list[str]:
    return [mark.anchor for stretch in paragraph.stretches for mark in stretch.opens if mark.anchor]


def test_the_text_is_whole_but_for_what_was_dropped_and_a_headline_said_twice() -> None:
    found = VIEWS[COURIER.article_id]
    assert [text(each) for each in found.paragraphs] == COURIER.text.split("\n")[1:-1]
    assert found.left_out == 1
    assert found.paragraphs[0].kind == "byline"


def test_every_claim_has_one_place_and_a_note_in_its_paragraph() -> None:
    for found in VIEWS.values():
        for paragraph in found.paragraphs:
            assert sorted(anchors(paragraph)) == sorted(note.claim_anchor for note in paragraph.notes)


def test_a_note_says_who_how_and_what() -> None:
    note = VIEWS[COURIER.article_id].paragraphs[1].notes[0]
    assert (note.number, note.source, note.described, note.stance) == (1, "leaked roster", "document", "")
    assert note.figures == ("killed: 74",)
    assert (note.incident, len(note.conflicts)) == ("Meridian, Port Selwyn", 1)


def test_a_claim_in_a_dropped_passage_is_listed_with_its_words() -> None:
    given = article("Body text.\nRead more here")
    dropped = replace(given, zones=(given.zones[0], replace(given.zones[1], kind="dropped")))
    said = claim("Read more", article_id=given.article_id, start=11)
    (note,) = view(dropped, said).elsewhere
    assert (note.anchor, note.text) == (said.claim_id, "Read more")


def test_the_outlets_own_words_without_a_number_need_no_note() -> None:
    given = article("It rained.")
    (found,) = view(given, claim("It rained", article_id=given.article_id)).paragraphs
    assert (len(anchors(found)), found.notes) == (1, ())


def test_a_claim_over_two_paragraphs_has_its_anchor_in_the_first() -> None:
    given = article("He said this\nand that too.")
    spoken = claim(given.text, article_id=given.article_id, source_kind="person")
    first, second = view(given, spoken).paragraphs
    assert (len(anchors(first)), len(anchors(second))) == (1, 0)
    assert second.stretches[0].opens
    assert (len(first.notes), len(second.notes)) == (1, 0)


def test_the_pieces_of_a_claim_are_marked_and_not_what_lies_between() -> None:
    given = article("“Smoke,” she said. “Fire.”")
    parts = (Span(start=1, end=7), Span(start=20, end=25))
    (found,) = view(given, claim(given.text[1:25], article_id=given.article_id, start=1, fragments=parts)).paragraphs
    assert [stretch.text for stretch in found.stretches if stretch.opens] == ["Smoke,", "Fire."]


def test_an_article_without_paragraphs_is_shown_line_by_line() -> None:
    given = replace(article("One line.\n\nAnother line."), zones=())
    said = claim("Another", article_id=given.article_id, start=11)
    assert [text(each) for each in view(given, said).paragraphs] == ["One line.", "Another line."]


def test_a_zone_outside_the_text_is_passed_over() -> None:
    given = replace(article("One line."), zones=(Zone(start=0, end=9, kind="body"), Zone(start=9, end=99, kind="body")))
    assert len(view(given, claim("One", article_id=given.article_id)).paragraphs) == 1


def test_a_copy_says_what_it_repeats() -> None:
    found = VIEWS[WIRE.article_id]
    assert found.copy_of == "Norland plays down losses on burned warship"
    assert found.copy_anchor in VIEWS


def test_what_is_no_web_address_is_no_link_and_what_has_no_date_comes_last() -> None:
    assert VIEWS[MARKETS.article_id].original is None
    assert list(VIEWS)[-1] == MARKETS.article_id


def test_an_article_without_claims_is_not_reprinted() -> None:
    assert view(article("Nothing said here.")).paragraphs == ()
