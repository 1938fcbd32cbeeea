"""What the bench tells of a number beside the bare parser and the baseline."""

import json
from pathlib import Path

import pytest

from tests.bench import questions
from tests.bench.answers import BASELINE, Answer, read_baseline, speed, told, write_baseline


def test_a_speed_is_kept_as_its_ratio_to_the_bare_parser() -> None:
    answer = speed("stages: group", 9_000, "words", 0.5, 6_000.0)
    assert (answer.value, answer.unit, answer.kept) == (18_000, "words/s", 3.0)
    assert Answer(name="memory", value=512.0, unit="MB").kept == 512.0


@pytest.mark.parametrize(
    ("value", "parser", "note"),
    [(100.0, 10.0, ""), (50.0, 10.0, "worse"), (200.0, 10.0, "better"), (5.0, 0.0, "better"), (20.0, 0.0, "worse")],
)
def test_what_moved_is_pointed_at(value: float, parser: float, note: str) -> None:
    """More of a speed is better, and less of a size."""
    line = told(Answer(name="it", value=value, unit="", parser=parser), {"it": 10.0})
    assert line.partition("<- ")[2] == note
    assert "baseline" not in told(Answer(name="new", value=value, unit=""), {"it": 10.0})


def test_what_is_accepted_is_read_back_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert read_baseline(path) == {}
    write_baseline(
        [Answer(name="a", value=1.0, unit="MB"), Answer(name="b", value=8.0, unit="", parser=4.0)], "x", path
    )
    write_baseline([Answer(name="a", value=3.0, unit="MB")], "a quiet machine", path)
    assert read_baseline(path) == {"a": 3.0, "b": 2.0}
    assert json.loads(path.read_text(encoding="utf-8"))["machine"] == "a quiet machine"


def test_every_question_is_explained_and_has_a_baseline() -> None:
    kept = read_baseline(BASELINE)
    for name in questions.QUESTIONS:
        assert f"    {name} " in (questions.__doc__ or "")
        assert name in questions.UNASKED or any(answer.startswith(f"{name}:") for answer in kept), name


def test_an_unknown_question_is_named() -> None:
    with pytest.raises(SystemExit, match="no question or option: weather"):
        questions.main(["weather"])
