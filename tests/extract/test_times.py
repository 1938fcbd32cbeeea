"""Which days does a text name, reckoned from the day it came out?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clock import seconds
from tracker.extract.times import SLACK, find_times, published_day

FRIDAY = date(2024, 3, 15)


def days(text: str, published: date | None = FRIDAY) -> list[tuple[str, str, str]]:
    return [
        (text[found.start : found.end], found.date_from.isoformat(), found.date_to.isoformat())
        for found in find_times(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("hit on Friday", "Friday", "2024-03-15", "2024-03-15"),
        ("hit on Saturday", "Saturday", "2024-03-09", "2024-03-09"),
        ("hit last Friday", "last Friday", "2024-03-08", "2024-03-08"),
        ("hit on Thurs", "Thurs", "2024-03-14", "2024-03-14"),
        ("hit overnight into Thursday", "overnight into Thursday", "2024-03-13", "2024-03-14"),
        ("hit overnight", "overnight", "2024-03-14", "2024-03-15"),
        ("hit yesterday", "yesterday", "2024-03-14", "2024-03-14"),
        ("hit last night", "last night", "2024-03-14", "2024-03-14"),
        ("hit this morning", "this morning", "2024-03-15", "2024-03-15"),
        ("hit on March 3", "March 3", "2024-03-03", "2024-03-03"),
        ("hit on 3 March", "3 March", "2024-03-03", "2024-03-03"),
        ("hit on the 3rd of March", "3rd of March", "2024-03-03", "2024-03-03"),
        ("hit on 26 December", "26 December", "2023-12-26", "2023-12-26"),
        ("hit on Dec. 26, 2019", "Dec. 26, 2019", "2019-12-26", "2019-12-26"),
        ("hit on New Year’s Eve", "New Year’s Eve", "2023-12-31", "2024-01-01"),
        ("hit on New Year's Day", "New Year's Day", "2024-01-01", "2024-01-01"),
        ("rang in the New Year", "rang in the New Year", "2023-12-31", "2024-01-01"),
        ("hit on Good Friday", "Good Friday", "2023-04-07", "2023-04-07"),
        ("hit on Easter Monday", "Easter Monday", "2023-04-10", "2023-04-10"),
        ("hit on Thanksgiving", "Thanksgiving", "2023-11-23", "2023-11-23"),
        ("hit on Memorial Day", "Memorial Day", "2023-05-29", "2023-05-29"),
        ("hit on Labor Day", "Labor Day", "2023-09-04", "2023-09-04"),
        ("hit in 2016", "in 2016", "2016-01-01", "2016-12-31"),
        ("hit in February 2020", "February 2020", "2020-02-01", "2020-02-29"),
        ("hit last year", "last year", "2023-01-01", "2023-12-31"),
        ("hit last month", "last month", "2024-02-01", "2024-02-29"),
        ("hit last week", "last week", "2024-03-02", "2024-03-14"),
    ],
)
def test_days(text: str, words: str, first: str, last: str) -> None:
    assert days(text) == [(words, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "the sun rose",
        "in the 1900 block of Dover",
        "they sat and wed",
        "they march 10 miles",
        "next Friday",
        "February 31",
        "at 14:30",
        "flight 2019",
        "in 2016-17",
        "the March of 5,000",
        "March 3,000 people",
    ],
)
def test_no_day(text: str) -> None:
    assert days(text) == []


def test_without_the_day_of_publication_only_full_dates_are_told() -> None:
    assert days("on Friday, 3 March and 4 May 2020", None) == [("4 May 2020", "2020-05-04", "2020-05-04")]


def test_in_the_first_days_of_january_december_is_the_old_year() -> None:
    assert days("hit on 30 December", date(2024, 1, 2)) == [("30 December", "2023-12-30", "2023-12-30")]


@pytest.mark.parametrize(
    ("published", "day"),
    [("2024-03-15", FRIDAY), ("2024-03-15T23:59:00+02:00", FRIDAY), ("", None), ("soon", None), ("2024-02-30", None)],
)
def test_day_of_publication(published: str, day: date | None) -> None:
    assert published_day(published) == day


WORDS = st.sampled_from(
    ["Monday", "on Sunday", "last Friday", "yesterday", "overnight", "in 2016", "March 3", "3 May 2020", "31", "Dec"]
)
TEXTS = st.lists(WORDS | st.text(alphabet="adnouy 0123,.", max_size=4), max_size=8).map(" ".join)
DAYS = st.dates(date(1990, 1, 10), date(2040, 12, 1))


@given(TEXTS, DAYS)
def test_mentions_lie_in_the_text_in_order_and_span_forwards(text: str, published: date) -> None:
    end = 0
    for found in find_times(text, published):
        assert end <= found.start < found.end <= len(text)
        assert found.date_from <= found.date_to
        end = found.end


@given(st.sampled_from(["Monday", "Sunday", "Tues", "yesterday", "March 3", "Christmas Eve", "overnight"]), DAYS)
def test_news_tells_of_the_past(word: str, published: date) -> None:
    (found,) = find_times(f"It was hit on {word}.", published)
    assert found.date_to <= published + SLACK


@given(st.sampled_from(["Monday", "Wednesday", "Sunday"]), DAYS)
def test_a_weekday_is_within_a_week(word: str, published: date) -> None:
    (found,) = find_times(f"on {word}", published)
    assert found.date_from.strftime("%A") == word
    assert published - timedelta(days=7) < found.date_from <= published


@pytest.mark.parametrize("piece", ["a ", "1,", "Monday ", "overnight ", "March 3, "])
def test_time_grows_with_the_length(piece: str) -> None:
    short, long = (piece * (n // len(piece)) for n in (1000, 4000))
    few = seconds(lambda: find_times(short, FRIDAY))
    assert seconds(lambda: find_times(long, FRIDAY)) < 12 * max(few, 0.005)
