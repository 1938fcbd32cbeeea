import json
from pathlib import Path

import pandas as pd

from tests.factory import article, claim, killed
from tests.report.scene import SCENE
from tracker.model import INF, NOUNS, columns
from tracker.report.tables_jsonl import write_jsonl
from tracker.tables import Tables, from_frame


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_what_is_written_reads_back_as_the_same_nouns(tmp_path: Path) -> None:
    for path, (name, kind) in zip(write_jsonl(SCENE, tmp_path), NOUNS.items(), strict=True):
        frame = pd.DataFrame(rows(path), columns=list(columns(kind)), dtype=object)
        assert tuple(from_frame(frame, kind)) == getattr(SCENE, name), name


def test_text_is_not_changed_and_an_open_end_is_inf(tmp_path: Path) -> None:
    write_jsonl(Tables(claims=(claim("=1+1"),), figures=(killed(20, INF, of=claim()),)), tmp_path)
    assert rows(tmp_path / "claims.jsonl")[0]["text"] == "=1+1"
    figure = rows(tmp_path / "figures.jsonl")[0]
    assert (figure["low"], figure["high"], figure["of_total"]) == (20, "inf", None)


def test_one_row_is_one_line_whatever_the_text_holds(tmp_path: Path) -> None:
    write_jsonl(Tables(articles=(article("One.\nTwo.\u2028Three."),)), tmp_path)
    assert (tmp_path / "articles.jsonl").read_bytes().count(b"\n") == 1
