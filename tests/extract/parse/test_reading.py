"""Are paragraphs read off the parser alike, whatever was read before?"""

import pytest

from tests.extract.parse.parsed import ODD, pairs
from tracker.extract.parse import reading
from tracker.extract.parse.pipeline import pipeline
from tracker.extract.parse.reading import Reader


def test_words_are_read_alike_when_the_memory_starts_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_KEPT", 3)
    reader = Reader(pipeline().vocab)
    for parsed, doc in pairs()[: len(ODD)]:
        again = reader.read(parsed, parsed.text)
        assert [(a.text, a.lemma_, a.dep_) for a in again] == [(b.text, b.lemma_, b.dep_) for b in doc]
        assert len(reader.forms) <= 3 + len(parsed)
        assert len(reader.forms.letters) <= 6 * (3 + len(parsed))


def test_a_text_without_a_word() -> None:
    doc = Reader(pipeline().vocab).read(pipeline()(""), "")
    assert (len(doc), doc.sents, doc.ents, doc.char_span(0, 1, alignment_mode="expand")) == (0, (), (), None)
