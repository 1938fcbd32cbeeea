"""Are words of one class words that the rules cannot tell apart, and no others?"""

from typing import Any

import pytest
from spacy.vocab import Vocab

from tracker.extract.parse.alike import Alike
from tracker.extract.parse.forms import Forms
from tracker.extract.parse.pipeline import pipeline, published


def tell(alike: Alike, letters: str, tag: str, dep: str) -> tuple[int, ...]:
    strings = alike.vocab.strings
    return alike.tell((strings.add(letters), strings.add(tag), strings.add(dep)))


def alike(*patterns: dict[str, object], parts: tuple[str, ...] = ()) -> Alike:
    known: Any = pipeline().vocab
    vocab = Vocab(lex_attr_getters=known.lex_attr_getters)
    return Alike(vocab, [[each] for each in patterns], [vocab.strings.add(part) for part in parts])


def test_words_that_no_rule_names_are_alike_under_one_tag() -> None:
    rules = alike({"LOWER": "the", "TAG": "DT"}, {"LOWER": {"IN": ["if", "so"]}}, {"DEP": {"NOT_IN": ["aux"]}})
    assert tell(rules, "fire", "NN", "dobj") == tell(rules, "Storm", "NN", "pobj")
    assert tell(rules, "fire", "NN", "dobj") != tell(rules, "fire", "VB", "dobj")
    assert tell(rules, "fire", "NN", "dobj") != tell(rules, "fire", "NN", "aux")


@pytest.mark.parametrize("named", ["the", "The", "so"])
def test_a_word_that_a_rule_names_is_alike_to_itself_alone(named: str) -> None:
    rules = alike({"LOWER": "the"}, {"LOWER": {"IN": ["if", "so"]}})
    assert tell(rules, named, "NN", "dobj") != tell(rules, "fire", "NN", "dobj")
    assert tell(rules, named, "NN", "dobj") == tell(rules, named.upper(), "NN", "pobj")


def test_a_word_that_a_rule_searches_for_is_told_apart() -> None:
    rules = alike({"LOWER": {"REGEX": "in'$"}})
    assert tell(rules, "Nothin'", "NN", "dobj") != tell(rules, "nothing", "NN", "dobj")
    assert tell(rules, "nothin'", "NN", "dobj") != tell(rules, "doin'", "NN", "dobj")


def test_white_space_is_told_apart_where_a_rule_asks_for_it() -> None:
    rules = alike({"IS_SPACE": True})
    assert tell(rules, " ", "NN", "dobj") != tell(rules, "fire", "NN", "dobj")
    assert tell(rules, " ", "NN", "dobj") == tell(rules, "  ", "NN", "dobj")


def test_a_part_that_a_rule_gives_is_told_from_others() -> None:
    rules = alike({"IS_SPACE": True}, parts=("dep",))
    assert tell(rules, " ", "_SP", "dep") != tell(rules, " ", "_SP", "punct")


@pytest.mark.parametrize(
    "asked",
    [
        {"LENGTH": 3},
        {"LENGTH": {">=": 3}},
        {"LOWER": {"FUZZY": "the"}},
        {"LOWER": {"REGEX": {"IN": ["a", "b"]}}},
        {"DEP": {"REGEX": "subj"}},
        {"LOWER": "the", "OP": "+"},
        {"_": {"mine": True}},
        {"SENT_START": True},
    ],
)
def test_each_word_is_asked_itself_where_a_rule_asks_for_more(asked: dict[str, object]) -> None:
    rules = alike(asked)
    assert tell(rules, "fire", "NN", "dobj") != tell(rules, "storm", "NN", "dobj")


def test_of_the_model_s_own_rules_few_are_asked_of_each_word() -> None:
    model: Any = pipeline()
    rules: Alike = model.get_pipe("forms").alike
    assert rules.plain
    assert len({tell(rules, word, "NN", "dobj") for word in ("fire", "storm", "town", "Roe", "1,200")}) == 1


@pytest.mark.parametrize("asked", [{"LOWER": "apartment"}, {"LENGTH": {">=": 9}, "TAG": "NN"}])
def test_forms_are_those_of_the_model_whatever_its_rules_ask_for(asked: dict[str, object]) -> None:
    """With a rule more, among them one by which every word is asked itself."""
    model: Any = published()
    ruler, lemmatizer = model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer")
    ruler.add([[asked]], {"LEMMA": "long"})
    line = "The firefighters said the apartment burned; she isn't gonna say nothin'."
    theirs = [(token.pos_, str(token.morph), token.lemma_) for token in model(line)]
    with model.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        doc = Forms(ruler, lemmatizer)(model(line))
    assert [(token.pos_, str(token.morph), token.lemma_) for token in doc] == theirs
    assert "long" in {token.lemma_ for token in doc}


def test_words_that_rules_read_together_are_read_as_in_their_paragraph() -> None:
    """Rules of two words that share one, and another beside them."""
    model: Any = published()
    ruler, lemmatizer = model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer")
    ruler.add([[{"LOWER": "old"}, {"LOWER": "town"}]], {"LEMMA": "first"}, index=1)
    ruler.add([[{"LOWER": "town"}, {"LOWER": {"IN": ["hall", "walls"]}}]], {"LEMMA": "second", "POS": "X"}, index=-1)
    ruler.add([[{"LOWER": "halls"}]], {"LEMMA": "third"})
    forms = Forms(ruler, lemmatizer)
    for line in ("The old town hall, a town of walls, old town walls.", "Towns' halls  are gonna be new town halls."):
        theirs = [(token.pos_, str(token.morph), token.lemma_, token.dep_) for token in model(line)]
        for _ in range(2):
            with model.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
                doc = forms(model(line))
            assert [(token.pos_, str(token.morph), token.lemma_, token.dep_) for token in doc] == theirs
    assert [len(words) for words in forms.together] == [3, 3, 2]
