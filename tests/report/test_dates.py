import pytest

from tracker.report.dates import period, period_of, when


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("2023-12-26", "26 December 2023", "2023-12-26"),
        ("2023-12-26T08:15:00+02:00", "26 December 2023", "2023-12-26"),
        ("", "", ""),
        ("last Tuesday", "last Tuesday", ""),
        ("2023-02-30", "2023-02-30", ""),
    ],
)
def test_a_day_in_words(text: str, words: str, iso: str) -> None:
    assert (when(text).words, when(text).iso) == (words, iso)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-12-29", "2023-12-31", "29–31 December 2023"),
        ("2023-11-29", "2023-12-01", "29 November – 1 December 2023"),
        ("2023-12-31", "2024-01-02", "31 December 2023 – 2 January 2024"),
        ("2023-12-29", "2023-12-29", "29 December 2023"),
        ("2023-12-29", "", "29 December 2023"),
        ("", "2023-12-29", "29 December 2023"),
        ("", "", ""),
    ],
)
def test_a_period_says_what_is_shared_once(start: str, end: str, words: str) -> None:
    assert period(start, end) == words


def test_the_period_of_many_is_from_first_to_last_whatever_else_is_among_them() -> None:
    assert period_of(["2024-03-02", "", "soon", "2024-02-28T10:00"]) == "28 February – 2 March 2024"
    assert period_of(["", "soon"]) == ""
