import re

import pytest

from tests.bench.newsroom import invented_tables
from tests.report.page import Page
from tests.report.scene import SCENE
from tracker.report import files
from tracker.report.files import render_files, render_report

MANY = invented_tables(600)


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> dict[str, Page]:
    """A report of forty incidents on pages of a few dozen kilobytes."""
    monkeypatch.setattr(files, "LARGEST", 10)
    monkeypatch.setattr(files.pack, "__kwdefaults__", {"largest": 200_000, "most": 15})
    monkeypatch.setattr(files, "FIRST_ROWS", 10)
    return {each.name: Page(each.html) for each in render_files(MANY, name="out.html")}


def test_what_fits_is_one_file_and_the_page_as_ever() -> None:
    (only,) = render_files(SCENE, name="out.html")
    assert (only.name, only.html) == ("out.html", render_report(SCENE))


def test_one_file_can_be_asked_for_and_so_can_many() -> None:
    assert len(list(render_files(SCENE, split=True))) == 4
    assert len(list(render_files(MANY, split=False))) == 1


def test_more_than_a_page_holds_is_split_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST", 39)
    assert len(list(render_files(MANY))) > 1


def test_articles_stand_apart_before_incidents_are_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    incidents = sum(len(each.html) for each in render_files(MANY, split=True) if "articles" not in each.name)
    monkeypatch.setattr(files, "LARGEST", incidents)
    first, *others = render_files(MANY)
    assert [each.name for each in others] == ["report-articles-1.html"]
    assert set(Page(first.html).values("id")) >= {each.incident_id for each in MANY.incidents}
    assert 'href="report-articles-1.html#clm-' in first.html


def test_every_link_arrives_on_the_page_it_names(split: dict[str, Page]) -> None:
    ids = {name: set(page.values("id")) for name, page in split.items()}
    ways = [
        (name, href)
        for name, page in split.items()
        for href in page.values("href")
        if not re.match(r"https?:|data:", href)
    ]
    assert len(ways) > 1000
    for name, href in ways:
        file, _, anchor = href.partition("#")
        assert not anchor or anchor in ids[file or name], (name, href)


def test_nothing_is_lost_and_nothing_stands_twice(split: dict[str, Page]) -> None:
    ids = [each for page in split.values() for each in page.values("id")]
    for nouns, key in (
        (MANY.incidents, "incident_id"),
        (MANY.claims, "claim_id"),
        (MANY.discrepancies, "discrepancy_id"),
    ):
        assert {getattr(each, key) for each in nouns} <= set(ids)
        assert sum(each in {getattr(noun, key) for noun in nouns} for each in ids) == len(nouns)


def test_the_worst_come_first_and_the_rest_is_counted(split: dict[str, Page]) -> None:
    shown = {name: page.values("data-of") for name, page in split.items()}
    everything = [each for name in shown if name != "out.html" for each in shown[name]]
    assert len(shown["out.html"]) == 10
    assert set(shown["out.html"]) <= set(everything)
    assert f"{len(everything) - 10} more conflicts, less severe" in split["out.html"].text
    assert [name for name, rows in shown.items() if rows] == ["out.html", "out-1.html", "out-2.html"]


def test_each_page_leads_to_the_first_and_to_its_neighbours(split: dict[str, Page]) -> None:
    for name, page in split.items():
        if name != "out.html":
            assert "out.html" in page.values("href")
    assert split["out-1.html"].values("rel").count("next") == 2
    assert "prev" not in split["out-1.html"].values("rel")


def test_rows_in_another_order_give_the_same_files() -> None:
    turned = type(MANY)(**{name: getattr(MANY, name)[::-1] for name in MANY.__dataclass_fields__})
    assert list(render_files(turned, split=True)) == list(render_files(MANY, split=True))
