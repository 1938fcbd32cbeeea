"""Articles made elsewhere, in bundles, are the same on the page to the last byte."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.newsroom import invented_tables
from tests.factory import article, claim
from tests.report.scene import SCENE
from tracker import assignments, pipeline
from tracker.engine import Crew
from tracker.report import render_files
from tracker.report.bundles import Parts, Share
from tracker.tables import Tables


def here(
    stage: Callable[[Tables], Parts], records: Sequence[Tables], meanwhile: Callable[[], object]
) -> Iterable[Parts]:
    meanwhile()
    return [stage(record) for record in records]


def ring() -> Tables:
    """Two articles that name each other as origin, copies of copies, a copy of a silent one, one of none here."""
    of = {"a": "b", "b": "a", "c": "", "d": "c", "e": "d", "f": "g", "g": "", "h": "gone"}
    articles = tuple(article(f"Text {name}.", article_id=name, copy_of=origin) for name, origin in of.items())
    claims = tuple(claim(f"Text {name}", claim_id=f"clm-{name}", article_id=name) for name in of if name != "g")
    return Tables(articles=articles, claims=claims)


TABLES = {
    "a scene": SCENE,
    "a newsroom": invented_tables(400),
    "copies of copies": ring(),
    "silent articles": replace(ring(), claims=()),
    "one article": replace(ring(), articles=ring().articles[:1]),
    "nothing": Tables(),
}


@pytest.mark.parametrize("tables", TABLES.values(), ids=list(TABLES))
@pytest.mark.parametrize("split", [False, True])
def test_a_report_whose_articles_are_made_elsewhere_is_the_same(tables: Tables, split: bool) -> None:
    assert list(render_files(tables, split=split, share=Share(hands=2, work=here))) == list(
        render_files(tables, split=split)
    )


def test_the_work_is_in_as_many_bundles_as_there_are_hands() -> None:
    sizes: list[int] = []

    def share(stage, records, meanwhile):  # type: ignore[no-untyped-def]
        sizes.extend(len(record.articles) for record in records)
        return here(stage, records, meanwhile)

    tables = invented_tables(2_000)
    list(render_files(tables, share=Share(hands=3, work=share)))
    assert len(sizes) == 3
    assert sum(sizes) >= len(tables.articles)
    assert max(sizes) < 0.5 * len(tables.articles)


def test_a_crew_that_waits_makes_its_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assignments, "WORTH_SHARING", 1)
    tables = invented_tables(200)
    alone = pipeline.write_report(tables, tmp_path / "a" / "report.html")
    with Crew() as crew:
        assert assignments.share_out(crew, articles=500) is None
        crew.begin(2, dict)
        assert assignments.share_out(crew, articles=500) is not None
        together = pipeline.write_report(tables, tmp_path / "b" / "report.html", crew=crew)
        assert len(crew.idle) == 2
    assert [path.read_bytes() for path in together] == [path.read_bytes() for path in alone]
