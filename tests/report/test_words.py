import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import article, claim
from tracker.model import Claim, Span
from tracker.report.pages import Quote
from tracker.report.words import WINDOW, cut, differing_words, quote

TEXT = "It was quiet. The mayor said nine people died in the fire. Rain fell later."


def at(text: str, words: str, **more: object) -> Claim:
    return claim(words, start=text.index(words), **more)


def span(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def shown(found: Quote) -> str:
    return "".join(piece.text for piece in found.pieces)


def marked(found: Quote, kind: str) -> list[str]:
    return [piece.text for piece in found.pieces if kind in piece.kinds]


def test_a_claim_stands_in_its_sentence_with_its_neighbours() -> None:
    found = quote(article(TEXT), at(TEXT, "nine people died"), span(TEXT, "nine"))
    assert shown(found) == TEXT
    assert not found.cut_before
    assert not found.cut_after
    assert marked(found, "figure") == ["nine"]
    assert marked(found, "claim") == ["nine", " people died"]


def test_source_and_cue_are_marked() -> None:
    mayor, cue = span(TEXT, "The mayor"), span(TEXT, "said")
    spoken = at(
        TEXT, "nine people died", source_start=mayor.start, source_end=mayor.end, cue_start=cue.start, cue_end=cue.end
    )
    found = quote(article(TEXT), spoken, None)
    assert marked(found, "source") == ["The mayor"]
    assert marked(found, "cue") == ["said"]


def test_a_paragraph_is_not_left() -> None:
    text = f"Headline here\n{TEXT}\nNothing more."
    assert shown(quote(article(text), at(text, "It was quiet"), None)).startswith("It was quiet.")
    assert shown(quote(article(text), at(text, "Rain fell"), None)).endswith("Rain fell later.")


@pytest.mark.parametrize("name", ["Gen. Moor", "the U.S. navy", "St. Olaf", "J. Reed"])
def test_no_sentence_begins_behind_an_abbreviation(name: str) -> None:
    text = f"{'and rain fell on the hills ' * 12}, {name} said that nine people died."
    found = quote(article(text), at(text, "nine people died"), None)
    assert found.cut_before, "the words before the name are left out, and nothing says so"
    assert name in shown(found)


@pytest.mark.parametrize("where", ["word3 ", "word60 ", "word150 "])
def test_a_long_sentence_is_cut_around_the_figure_and_says_so(where: str) -> None:
    text = " ".join(f"word{i}" for i in range(160)) + "."
    found = quote(article(text), at(text, text), span(text, where.strip()))
    assert where.strip() in marked(found, "figure")
    assert len(shown(found)) <= WINDOW
    assert found.cut_before == (where != "word3 ")
    assert found.cut_after == (where != "word150 ")
    assert shown(found).split()[0] in text.split()
    assert shown(found).split()[-1] in text.split()


def test_a_mark_on_the_whole_claim_marks_nothing() -> None:
    spoken = at(TEXT, "nine people died")
    assert marked(quote(article(TEXT), spoken, Span(start=spoken.start, end=spoken.end)), "figure") == []


def test_the_pieces_of_a_broken_claim_are_marked_and_not_what_lies_between() -> None:
    text = "“We saw smoke,” she said. “Then nothing.”"
    parts = (span(text, "We saw smoke,"), span(text, "Then nothing."))
    spoken = claim(text[1:-1], start=1, fragments=parts)
    assert marked(quote(article(text), spoken, None), "claim") == ["We saw smoke,", "Then nothing."]


def test_without_its_article_a_claim_speaks_for_itself() -> None:
    assert shown(quote(None, claim("nine died"), None)) == "nine died"


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 400), st.integers(1, 30))
def test_what_is_shown_is_the_article_and_holds_the_figure(start: int, length: int, where: int, wide: int) -> None:
    text = ("One two three. " * 40).strip()
    end = min(len(text), start + length)
    focus = Span(start=min(end - 1, start + where), end=min(end, start + where + wide))
    found = quote(article(text), claim(text[start:end], start=start), focus)
    assert shown(found) in text
    assert len(shown(found)) <= WINDOW
    assert text[focus.start : focus.end].strip() in shown(found)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("abc")), max_size=6))
def test_cutting_loses_no_letter_and_invents_none(marks: list[tuple[int, int, str]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz0123456789"
    spans = [(Span(start=min(a, b), end=max(a, b)), kind) for a, b, kind in marks]
    pieces = cut(text, Span(start=5, end=30), spans)
    assert "".join(piece.text for piece in pieces) == text[5:30]
    for kind in "abc":
        covered = {i for each, name in spans if name == kind for i in range(max(5, each.start), min(30, each.end))}
        assert sum(len(piece.text) for piece in pieces if kind in piece.kinds) == len(covered)


@pytest.mark.parametrize(
    ("left", "right", "ours", "theirs"),
    [
        ("The ship lost nine men on Friday", "The ship lost eleven men on Friday", ["nine"], ["eleven"]),
        ("We will never leave the town", "We will leave the town", ["never"], []),
        ("Nine men died", "The enemy ran from the hill at night", [], []),  # nothing in common: nothing to mark
        ("Same words", "same words", [], []),
        ("nine " + "men " * 200, "ten " + "men " * 200, [], []),  # too long to be shown whole
    ],
)
def test_only_quotations_that_are_alike_are_marked_word_by_word(
    left: str, right: str, ours: list[str], theirs: list[str]
) -> None:
    found = differing_words(left, right)
    assert [left[each.start : each.end] for each in found[0]] == ours
    assert [right[each.start : each.end] for each in found[1]] == theirs
