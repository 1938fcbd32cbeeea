"""Does any text whatever end in claims whose words stand where they say, in time that grows with the text?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clock import seconds
from tests.factory import article
from tracker.extract import Extraction, extract_article

GOOD = "The mayor said ten people died."

PIECES = [
    *(
        "The mayor said ",
        "killed",
        "people",
        "at least ",
        "14",
        "1,400",
        "1.4.1",
        "two dozen ",
        "9" * 400,
        "-3",
        "½",
        "%",
    ),
    *("“", "”", '"', "'", "’", "(", ")", "[", "—", "-", "…", ".", "!", ",", ";", ":", "/", "\n", "\n\n", " ", "\xa0"),
    *("\0", "\u202e", "\u200b", "\u0301", "\ufeff", "\u2028", "\x85", "\x1f", "٣٤", "二十", "Ⅻ", "²", "🔥", "ﬁ"),
    *("according to ", "told ", "Reuters", "on Monday", "in Port Selwyn", "including ", "of whom ", "No. ", GOOD),
]


def places(found: Extraction) -> list[tuple[str, int, int]]:
    rows = [*found.claims, *found.figures, *found.accounts]
    return [(row.text, row.start, row.end) for row in rows]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30).map("".join))
def test_any_text_is_read_and_every_word_stands_where_it_says(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    found = extract_article(article(text))
    assert all(text[start:end] == words for words, start, end in places(found))


@pytest.mark.parametrize("run", ["(", "9", "a", '"', "A.", "1,", "http://a/", "\u0301", "’", "-"])
def test_a_word_without_end_costs_no_time_and_hides_nothing(run: str) -> None:
    extract_article(article(GOOD))
    endless = article(f"{run * 100_000} {GOOD}\n{GOOD}")
    found: list[Extraction] = []
    assert seconds(lambda: found.append(extract_article(endless)), times=1) < 10
    assert "ten people died" in found[0].claims[-1].text


@pytest.mark.parametrize("piece", ["(\n", "9 ", "He said ", "killed 9, "])
def test_time_grows_with_the_text(piece: str) -> None:
    def work(size: int) -> float:
        text = article(piece * (size // len(piece)))
        return seconds(lambda: extract_article(text))

    extract_article(article(GOOD))
    assert work(16_000) < 10 * work(4_000)
