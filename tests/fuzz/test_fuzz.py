"""Does every reader take whatever it is given, and the figure grammar whatever its pieces make? Would we know?

Some tens of inputs each, the same in every run; ``make fuzz`` tries others for as long as there is time.
"""

import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.factory import article
from tests.fuzz import figures, readers
from tests.fuzz.mutate import mutated
from tests.fuzz.targets import TARGETS, finds, made
from tracker.model import Article, Zone

# Inputs of each target: those that are slow to read, or to extract, have fewer.
SOME = dict.fromkeys(TARGETS, 40) | {"html": 15, "eml": 15, "mbox": 10, "mhtml": 15, "figures": 25, "quantities": 150}


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_is_found(name: str) -> None:
    assert list(finds(name, range(SOME[name]))) == []


def test_an_input_is_the_same_whenever_it_is_made() -> None:
    assert made("json", 7) == made("json", 7) != made("json", 8)


def test_a_file_is_hurt_and_stays_small() -> None:
    sample = b"Nine dockers were killed." * 40
    hurt = [mutated(random.Random(number), [sample], [b"PIECE"]) for number in range(200)]
    assert len(set(hurt)) > 180
    assert max(map(len, hurt)) <= 60_000
    assert any(b"PIECE" in data for data in hurt)


# --- Would a fault be found? ---


def ends_the_run(places: list[Path]) -> Iterator[Article]:
    raise ValueError("a fault")


def loses_the_file(places: list[Path]) -> Iterator[Article]:
    yield from ()


def places_a_zone_outside(places: list[Path]) -> Iterator[Article]:
    yield article("Nine.", article_id="art-1", sha256="0", zones=(Zone(start=0, end=6, kind="body"),))


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (ends_the_run, "ValueError: a fault"),
        (loses_the_file, "AssertionError: it is lost without a line"),
        (places_a_zone_outside, "AssertionError: a zone outside"),
    ],
)
def test_a_reader_with_a_fault_is_found(monkeypatch: pytest.MonkeyPatch, read: object, told: str) -> None:
    monkeypatch.setattr(readers, "read_articles", read)
    find, *_ = finds("csv", range(5))
    assert find.told.startswith(told)


def test_a_quantity_out_of_order_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    read = figures.read_quantities
    monkeypatch.setattr(
        figures, "read_quantities", lambda text: tuple(replace(each, low=each.high + 1) for each in read(text))
    )
    assert "out of order" in next(finds("quantities", range(20))).told


def test_a_claim_whose_words_stand_elsewhere_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = figures.extract_article
    monkeypatch.setattr(figures, "extract_article", lambda text: extract(replace(article(f" {text.text}"))))
    with pytest.raises(AssertionError, match="other words stand there"):
        figures.check_figures("The mayor said nine people were killed.")


def test_time_that_outgrows_the_text_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "read_quantities", lambda text: sum(1 for _ in range(len(text) ** 2 // 8)))
    with pytest.raises(AssertionError, match="seconds, of an eighth"):
        figures.check_time("9 men")


def test_an_unsound_line_of_the_list_is_found() -> None:
    with pytest.raises(AssertionError, match="no text"):
        readers.check_article(article(" "))


def test_a_long_run_tells_how_many_inputs_it_saw(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", "2", "--from", "0", "json"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert int(ran.stdout.split()[1].replace(",", "")) > 0
    assert "inputs in" in ran.stdout
