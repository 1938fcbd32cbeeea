"""Reprints are found, word for word or nearly so; reports of one incident written apart are not."""

import random
import re
import zlib
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clock import seconds
from tests.factory import article
from tracker.model import Zone
from tracker.read.copies import (
    _signature,
    mark_copies,
    packed_likeness,
    read_likeness,
    read_runs,
    share,
    unpacked_likeness,
)

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
    return [each.copy_of for each in mark_copies(articles)]


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


def test_a_flood_of_reprints_is_held_against_the_first_in_time_that_grows_with_it():
    def read(number):
        found = originals(*(page(f"{n:05}", f"{REPORT} Paper {n} has it.") for n in range(number)))
        assert found == ["", *["00000"] * (number - 1)]

    few, many = (seconds(partial(read, number), times=1) for number in (150, 600))
    assert many < 8 * few + 0.5


@given(st.permutations(range(6)))
def test_what_copies_what_heeds_no_order(order):
    again, late = REPORT + " It rained.", REPORT + " It rained for a week, and then it blew."
    pages = [
        page("a", late, "2024-03-12"),
        page("b", again, "2024-03-10"),
        page("c", REPORT, "2024-03-11"),
        page("d", REPORT, ""),
        page("e", APART, "2024-03-11"),
        page("f", APART + " Ends.", "2024-03-14"),
    ]
    found = {each.article_id: each.copy_of for each in mark_copies([pages[n] for n in order])}
    assert found == {"a": "b", "b": "", "c": "b", "d": "b", "e": "", "f": "e"}


@pytest.mark.parametrize("alike", [0.1, 0.5, 0.8])
def test_two_signatures_agree_as_far_as_the_runs_do(alike):
    """Which is what a MinHash is: of 60 numbers the share that agree is that of the runs in common, give or take."""
    chance, found = random.Random(1), []
    for _ in range(40):
        common = chance.sample(range(2**32), int(300 * alike))
        own = [chance.sample(range(2**32), 300 - len(common)) for _ in range(2)]
        left, right = (np.unique(np.array([*common, *each][:300], dtype=np.uint32)) for each in own)
        signatures = (np.frombuffer(_signature(runs), dtype=np.uint32) for runs in (left, right))
        found.append(np.equal(*signatures).mean() - share(left, right))
    assert abs(np.mean(found)) < 0.04


def test_a_likeness_outlives_its_bytes():
    found = read_likeness(page("a", REPORT))
    assert unpacked_likeness(packed_likeness(found)) == found


def test_shares():
    one, other = read_runs(REPORT), read_runs(APART)
    assert share(one, one) == 1
    assert share(one, other) < 0.1
    assert share(one[:0], other[:0]) == 0


@given(st.one_of(st.text("aÄß’ .\n", max_size=80), st.text("aB_1’\xa0 \x1c.", max_size=80)))
def test_runs_are_five_words_each(text):
    words = re.findall(r"\w+", text.casefold())
    runs = {zlib.crc32(" ".join(words[n : n + 5]).encode()) for n in range(len(words) - 4)}
    assert read_runs(text).tolist() == sorted(runs)
