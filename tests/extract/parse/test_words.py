"""Does a word answer as the parser's own word does?"""

import pytest

from tests.extract.parse.parsed import pairs
from tests.extract.passages import passage


@pytest.mark.parametrize(
    "name",
    [
        *("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_"),
        *("text_with_ws", "is_sent_start", "is_punct", "is_space", "is_alpha", "is_title", "is_quote", "like_num"),
    ],
)
def test_a_word_is_described_alike(name: str) -> None:
    told = [(getattr(a, name), getattr(b, name)) for parsed, doc in pairs() for a, b in zip(parsed, doc, strict=True)]
    assert len(told) > 1000
    assert [pair for pair in told if pair[0] != pair[1]] == []


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_a_word_leads_to_the_same_word(name: str) -> None:
    for parsed, doc in pairs():
        assert [getattr(word, name).i for word in doc] == [getattr(word, name).i for word in parsed]


@pytest.mark.parametrize("name", ["children", "lefts", "rights", "ancestors", "conjuncts"])
def test_a_word_leads_to_the_same_words(name: str) -> None:
    for parsed, doc in pairs():
        ours = [[each.i for each in getattr(word, name)] for word in doc]
        assert ours == [[each.i for each in getattr(word, name)] for word in parsed]


def test_a_phrase_is_told_in_the_order_of_the_text() -> None:
    """The parser gives the words of a phrase out of order where it crosses another."""
    for parsed, doc in pairs():
        assert [[each.i for each in word.subtree] for word in doc] == [
            sorted(each.i for each in word.subtree) for word in parsed
        ]


def test_a_word_is_one_object() -> None:
    doc = passage("Two men died in the fire.").doc
    assert all(child.head is word for word in doc for child in word.children)
    assert all(doc[word.i] is word and word.doc is doc for word in doc)


def test_neighbours() -> None:
    doc = passage("Two men died.").doc
    assert (doc[1].nbor().text, doc[1].nbor(-1).text) == ("died", "Two")
    for at, away in ((0, -1), (3, 1)):
        with pytest.raises(IndexError):
            doc[at].nbor(away)


def test_who_hangs_on_whom() -> None:
    doc = passage("Two men died.").doc
    assert [doc[2].is_ancestor(word) for word in doc] == [True, True, False, True]
