"""Do the parser's words lead back to the characters of the article?"""

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.passages import passage, passages
from tests.factory import article
from tracker.extract.parse import LONGEST, capitalised, lowered, parse
from tracker.extract.parse.pipeline import pipeline
from tracker.model import Span, Zone


def test_each_paragraph_is_parsed_by_itself_in_order() -> None:
    found = passages("Ten died\nPolice spoke")
    assert [(each.index, each.start, each.end, each.doc.text) for each in found] == [
        (0, 0, 8, "Ten died"),
        (1, 9, 21, "Police spoke"),
    ]


def test_furniture_of_the_page_is_left_out() -> None:
    zones = (Zone(start=0, end=4, kind="dropped"), Zone(start=5, end=9, kind="headline"))
    (found,) = parse(article("Menu\nNews", zones=zones))
    assert (found.zone, found.doc.text) == ("headline", "News")


def test_odd_spaces_keep_their_place() -> None:
    found = passage("Ten\xa0people\u202fdied.")
    assert found.doc.text == "Ten people died."
    assert found.article.text[found.place(found.doc[1]).start : found.place(found.doc[1]).end] == "people"


def test_a_rule_finds_its_words_without_looking_at_tokens() -> None:
    doc = passage("Ten\xa0Men DIED (Kyiv said); ©Éire 5°C").doc
    assert lowered(doc) == tuple(token.lower_ for token in doc)
    assert capitalised(doc) == [token.i for token in doc if token.text[0].isupper()]


def test_a_semicolon_ends_a_sentence() -> None:
    assert len(list(passage("Police said ten died; medics said nine.").doc.sents)) == 2


def test_a_long_article_is_handed_to_the_parser_in_portions_and_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(f"The mayor of Port Selwyn said on Monday that {count} men died at sea." for count in range(9))
    whole = [[(word.text, word.tag_, word.head.i) for word in each.doc.words] for each in parse(article(text))]
    handed: list[list[str]] = []
    pipe = pipeline().pipe
    monkeypatch.setattr(pipeline(), "pipe", lambda texts: (handed.append(texts), pipe(texts))[1])
    monkeypatch.setattr(import_module("tracker.extract.parse"), "PORTION", 150)
    parts = [[(word.text, word.tag_, word.head.i) for word in each.doc.words] for each in parse(article(text))]
    assert parts == whole
    assert [len(portion) for portion in handed] == [3, 3, 3]


def test_an_endless_paragraph_is_cut_at_a_space() -> None:
    text = "word " * (LONGEST // 5 + 10)
    found = parse(article(text))
    assert [each.start for each in found] == [0, LONGEST - 1]
    assert all(len(each.doc.text) <= LONGEST for each in found)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["Ten died", " ", "“It’s 5°”", "\xa0x\xa0", "é à", "a-b", "$3m"]), max_size=6))
def test_every_word_stands_where_it_says(lines: list[str]) -> None:
    for found in parse(article("\n".join(lines))):
        for token in found.doc:
            place = found.place(token)
            printed = found.article.text[place.start : place.end]
            assert printed == token.text or (printed.isspace() and token.is_space)
        if len(found.doc):
            whole = found.cover(found.doc)
            assert found.tokens(whole) == list(found.doc)
            assert found.tokens(Span(start=whole.end, end=whole.end)) == []
