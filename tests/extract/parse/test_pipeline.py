"""Is what the quicker components read the same, word for word, as what the published model reads?"""

from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from tracker.extract.parse import forms, vectors
from tracker.extract.parse.pipeline import one_thread, pipeline
from tracker.extract.parse.pipeline import published as published_model
from tracker.model import Article
from tracker.read import read_articles

EXAMPLES = Path(__file__).parents[3] / "examples"

ODD = [
    "There were  two spaces, and   three; there is one.",
    "Let's go, y'all: he's gonna say we've gotta stop, c'mon, ain't it so?",
    "FIRE KILLS NINE IN KEY WEST, ACTING MAYOR ANN LEE OF THE CITY COUNCIL SAYS",
    "On the night of March 3, 2021, Dr. Maria Anna de la Cruz of the University of New South Wales paid $1.2 million.",
    "“It was”, she said ,“the worst”.She left",
    "…",
    "a",
    " ",
    "Müller’s 12-strong crew; Zürich-based Kühne & Söhne GmbH: 40 % of 3,000 t",
    "word " * 700,
]


@cache
def published() -> Language:
    """The model as it is published, but for the semicolons and datelines that part our sentences."""
    nlp = published_model()
    nlp.add_pipe("split_at_semicolons", before="parser")
    nlp.add_pipe("split_at_dateline", before="parser")
    nlp.add_pipe("split_endless", before="parser")
    return nlp


def texts() -> list[str]:
    found = [each for each in read_articles([EXAMPLES]) if isinstance(each, Article)]
    assert found
    return [line for each in found for line in each.text.splitlines() if line.strip()]


def words(docs: list[Doc]) -> list[tuple[object, ...]]:
    return [
        (
            token.text,
            token.tag_,
            token.pos_,
            str(token.morph),
            token.lemma_,
            token.dep_,
            token.head.i,
            token.is_sent_start,
            token.ent_iob_,
            token.ent_type_,
        )
        for doc in docs
        for token in doc
    ]


@pytest.mark.parametrize("twice", [False, True])
def test_each_word_is_read_as_the_published_model_reads_it(twice: bool) -> None:
    """The second time the forms of all words are known."""
    lines = ODD + texts()
    if twice:
        list(pipeline().pipe(lines))
    with one_thread():
        ours = words(list(pipeline().pipe(lines)))
    theirs = words(list(published().pipe(lines)))
    assert len(ours) > 2000
    assert [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b] == []


@pytest.mark.parametrize("line", ODD)
def test_a_text_alone_is_read_as_among_others(line: str) -> None:
    together = list(pipeline().pipe([ODD[3], line, ODD[0]]))[1]
    assert words([pipeline()(line)]) == words([together])


def test_forms_are_read_alike_when_the_memory_starts_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "MOST_KEPT", 3)
    lines = ODD[:5]
    assert words(list(pipeline().pipe(lines))) == words(list(published().pipe(lines)))


def test_words_are_read_alike_when_little_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most words bring to the first mixing what is kept of them, the others what is reckoned anew."""
    monkeypatch.setattr(vectors, "MOST_BROUGHT", 1000)
    fresh = pipeline.__wrapped__()
    lines = ODD + texts() + [" ".join(f"word{number} said it." for number in range(700))]
    for batch in (lines, lines[-3:]):
        assert words(list(fresh.pipe(batch))) == words(list(published().pipe(batch)))
    monkeypatch.setattr(vectors, "MOST_KEPT", 3)
    for batch in (lines[:40], lines[:5]):
        assert words(list(fresh.pipe(batch))) == words(list(published().pipe(batch)))


def test_the_slow_components_of_the_model_are_the_ones_replaced() -> None:
    names = pipeline().pipe_names
    assert {"forms", "entities"} <= set(names)
    assert not {"attribute_ruler", "lemmatizer", "ner"} & set(names)
