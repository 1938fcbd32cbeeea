"""Reprints are found, word for word or nearly so; reports of one incident written apart are not."""

from functools import partial

import pytest

from tests.clock import seconds
from tests.factory import article
from tracker.model import Zone
from tracker.read.copies import Copies, read_runs, share

REPORT = (
    "Two fishing boats burned out in the harbour of Varna before dawn on Monday while their crews slept ashore, and a "
    "watchman who tried to move a third was taken to hospital with burns to both hands. The harbour master said that "
    "the fire began in the engine room of the larger boat and that nobody had been on board since Saturday evening."
)
APART = (
    "A watchman suffered burns when fire destroyed two boats at Varna early on Monday. He had run along the quay to "
    "cast off a trawler moored beside them, police said. Neither crew was aboard. Investigators are looking at the "
    "wiring of the older vessel, which its owner had bought in spring and was about to have overhauled at the yard."
)


def originals(*articles):
    copies = Copies()
    return [copies.original_of(each) for each in articles]


def page(name, text, published="2024-03-11", **more):
    return article(text, article_id=name, published=published, **more)


@pytest.mark.parametrize(
    ("text", "published", "original"),
    [
        (REPORT, "2024-03-11", "a"),
        (REPORT + " The paper could not reach the owners.", "2024-03-12", "a"),
        ("HARBOUR FIRE: " + REPORT.replace("Two fishing", "Three fishing"), "", "a"),
        (REPORT + " Once more.", "2024-06-11", ""),
        (APART, "2024-03-11", ""),
        ("", "2024-03-11", ""),
    ],
)
def test_who_copies_whom(text, published, original):
    assert originals(page("a", REPORT), page("b", text, published)) == ["", original]


def test_a_copy_of_a_copy_is_one_of_the_first():
    second, third = REPORT + " It rained.", "Varna. " + REPORT + " It rained. It blew."
    assert originals(page("a", REPORT), page("b", second), page("c", third)) == ["", "a", "a"]
    assert originals(page("a", REPORT), page("b", second), page("c", second)) == ["", "a", "a"]


def test_what_a_site_says_in_place_of_an_article_copies_nothing():
    notice = page("b", "Log in to read on.", "2024-09-01", title="Dam breaks")
    assert originals(page("a", "Log in to read on.", title="Fire in Varna"), notice) == ["", ""]


def test_the_byline_is_not_compared():
    text = "By Ann Roe\n" + REPORT
    zones = (Zone(start=0, end=10, kind="byline"), Zone(start=11, end=len(text), kind="body"))
    assert originals(page("a", REPORT), page("b", text, zones=zones)) == ["", "a"]


def test_a_flood_of_reprints_is_read_in_time_that_grows_with_it():
    copies = Copies()

    def read(half):
        for n in range(300):
            copies.original_of(page(f"{half}-{n}", f"{REPORT} Paper {half} {n} has it."))

    first, second = (seconds(partial(read, half), times=1) for half in range(2))
    assert second < 3 * first + 0.5


def test_shares():
    one, other = read_runs(REPORT), read_runs(APART)
    assert share(one, one) == 1
    assert share(one, other) < 0.1
    assert share(one[:0], other[:0]) == 0
