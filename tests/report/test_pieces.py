"""What a report is put together from: the same bytes whoever writes them, and views that are not kept."""

import gc
import pickle
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from tests.bench.newsroom import invented_tables
from tests.factory import article, claim
from tests.report.papers import EMPTY
from tests.report.scene import SCENE
from tracker import assignments, pipeline
from tracker.engine import run_copies
from tracker.report import files, render_files, render_report, write_files
from tracker.report.article_pages import ArticleView
from tracker.report.index import Index
from tracker.report.pieces import PIECE, choices, make_pieces
from tracker.tables import Tables

In = TypeVar("In")
Out = TypeVar("Out")

MADE = make_pieces(Index(SCENE))


def handed_over(work: Callable[[In], Out], records: Sequence[In], /) -> Iterable[Out]:
    """What a copy tells arrives as bytes, and the last may be done first."""
    done = [pickle.dumps(work(record)) for record in reversed(records)]
    return [pickle.loads(each) for each in reversed(done)]


def ring() -> Tables:
    """Two articles that name each other as origin, copies of copies, a copy of a silent one, one of none here."""
    of = {"a": "b", "b": "a", "c": "", "d": "c", "e": "d", "f": "g", "g": "", "h": "gone", "i": "i"}
    articles = tuple(article(f"Text {name}.", article_id=name, copy_of=origin) for name, origin in of.items())
    claims = tuple(claim(f"Text {name}", claim_id=f"clm-{name}", article_id=name) for name in of if name != "g")
    return Tables(articles=articles, claims=claims)


TABLES = {
    "a scene": SCENE,
    "a newsroom": invented_tables(800),
    "copies of copies": ring(),
    "silent articles": replace(ring(), claims=()),
    "one article": replace(ring(), articles=ring().articles[:1]),
    "incidents that conflicts alone name": replace(SCENE, incidents=()),
    "nothing": Tables(),
}


@pytest.mark.parametrize("share", [handed_over, partial(run_copies, hands=2)], ids=["handed over", "copies"])
@pytest.mark.parametrize("tables", TABLES.values(), ids=list(TABLES))
@pytest.mark.parametrize("split", [False, True])
def test_a_report_that_is_shared_out_is_the_same(tables: Tables, split: bool, share: assignments.Sharing) -> None:
    assert list(render_files(tables, split=split, share=share)) == list(render_files(tables, split=split))


def test_the_work_falls_into_pieces_of_so_many_incidents_or_articles() -> None:
    sizes: list[int] = []

    def share(work: Callable[[In], Out], records: Sequence[In], /) -> Iterable[Out]:
        made = list(map(work, records))
        sizes.extend(len(each) for each in made)  # type: ignore[arg-type]
        return made

    tables = invented_tables(2_000)
    assert render_report(tables, share=share) == render_report(tables)
    assert max(sizes[:-1]) == PIECE
    assert sum(sizes) >= len(tables.incidents)
    assert len(sizes) > 4


def test_copies_of_this_process_write_its_report(tmp_path: Path) -> None:
    tables = invented_tables(600)
    alone = pipeline.write_report(tables, tmp_path / "a" / "report.html", split=True)
    together = pipeline.write_report(tables, tmp_path / "b" / "report.html", split=True, share=assignments.share_out())
    assert [path.read_bytes() for path in together] == [path.read_bytes() for path in alone]


def test_the_list_can_be_narrowed_to_what_occurs_in_it() -> None:
    found = choices(MADE.rows)
    assert set(found.subjects) == {"killed", "cause", "injured", "in the crowd"}
    assert found.kinds == ("figures", "evidence against a statement")
    assert found.parties == ("Norland",)


def test_conflicts_come_worst_first_and_know_their_place() -> None:
    assert [each.subject for each in MADE.rows] == ["killed", "cause", "injured", "in the crowd"]
    assert [each.places for each in MADE.incidents] == [(0, 1, 2), (3,), ()]


def test_an_article_without_a_claim_is_no_piece() -> None:
    assert sum(each.html.count("<article") for each in MADE.articles) == len(SCENE.articles) - 1
    assert all(EMPTY.article_id not in each.html for each in MADE.articles)


def test_copies_stand_under_their_origin_and_beside_each_other() -> None:
    heads = [each.html.split('id="', 1)[1].split('"', 1)[0] for each in make_pieces(Index(ring())).articles]
    assert len(heads) == 6  # a and b, c with d and e, f whose origin says nothing, h whose origin is not here, i
    assert [each.html.count("<article") for each in make_pieces(Index(ring())).articles] == [1, 1, 3, 1, 1, 1]


def test_no_view_is_held_once_it_is_written() -> None:
    def views() -> int:
        return sum(isinstance(each, ArticleView) and bool(each.paragraphs) for each in gc.get_objects())

    gc.disable()  # as in a copy of this process: what holds on to itself would stay
    before, counted = views(), []

    def share(work: Callable[[In], Out], records: Sequence[In], /) -> Iterable[Out]:
        for record in records:
            yield work(record)
            counted.append(views() - before)

    try:
        list(render_files(invented_tables(600), share=share))
    finally:
        gc.enable()
    assert counted
    assert max(counted) <= 1


def test_no_more_than_a_page_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.pack, "__kwdefaults__", {"largest": 100_000, "most": 100})
    made = render_files(invented_tables(2_000), name="report.html", split=True)
    first = next(made)
    tracemalloc.start()
    try:
        paths = write_files(made, tmp_path / "report.html")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    sizes = [path.stat().st_size for path in paths]
    assert first.name == "report.html"
    assert len(sizes) > 20
    # a letter beyond Latin-1 makes two bytes of each, and a page is held in stretches and whole
    assert most < 10 * max(sizes) < sum(sizes)
