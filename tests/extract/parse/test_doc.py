"""Is a paragraph cut into sentences, names and stretches as the parser cuts it?"""

import time
from typing import Any

from tests.extract.parse.parsed import pairs
from tests.extract.passages import passage


def test_sentences_and_names() -> None:
    for parsed, doc in pairs():
        assert [(each.start, each.end, each.text) for each in doc.sents] == [
            (each.start, each.end, each.text) for each in parsed.sents
        ]
        assert [(each.start, each.end, each.label_, each.text, each.root.i) for each in doc.ents] == [
            (each.start, each.end, each.label_, each.text, each.root.i) for each in parsed.ents
        ]
        assert [(word.sent.start, word.sent.end) for word in doc] == [(w.sent.start, w.sent.end) for w in parsed]


def test_stretches_of_words() -> None:
    for parsed, doc in pairs():
        for start in range(-2, len(parsed), 3):
            for end in (start + 1, start + 4, None):
                ours, theirs = doc[start:end], parsed[start:end]
                assert (ours.start, ours.end, len(ours), ours.text) == (
                    theirs.start,
                    theirs.end,
                    len(theirs),
                    theirs.text,
                )
                if len(ours):
                    assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)
                    assert (ours.root.i, ours[0].i, ours[-1].i) == (theirs.root.i, theirs[0].i, theirs[-1].i)


def test_words_between_two_characters() -> None:
    for parsed, doc in pairs()[:12]:
        for start in range(len(parsed.text)):
            for end in range(start, min(start + 12, len(parsed.text) + 2)):
                for mode in ("contract", "expand"):
                    ours = doc.char_span(start, end, alignment_mode=mode)
                    theirs = parsed.char_span(start, end, alignment_mode=mode)
                    assert numbers(ours) == numbers(theirs)


def test_phrases_of_an_endless_chain_are_found_in_time() -> None:
    doc = passage("the roof of " * 1500 + "the house").doc
    started = time.perf_counter()
    assert max(len(word.subtree) for word in doc) > 100
    assert time.perf_counter() - started < 2


def numbers(stretch: Any) -> tuple[int, int] | None:
    return None if stretch is None else (stretch.start, stretch.end)
