"""A row of UCDP's shape an incident; lowest, highest and best documented, and nobody's side taken."""

import csv
from pathlib import Path

import pytest

from tests.factory import article, claim
from tests.report.scene import HARBOUR, SCENE, VALLEY
from tracker.model import INF, Incident, Position
from tracker.report.export_ucdp import COLUMNS, write_ucdp
from tracker.tables import Tables


def rows(tables: Tables, folder: Path) -> dict[str, dict[str, str]]:
    [path] = write_ucdp(tables, folder)
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        found = {row["id"]: row for row in reader}
        assert tuple(reader.fieldnames or ()) == COLUMNS
    return found


def dead(source: str, low: float, high: float | None = None, *, origins: int = 1, **more: str) -> Position:
    given = {"incident_id": "inc-a", "measure": "killed", "scope": "total", "position_id": f"pos-{source}{low}"} | more
    numbers = {"low": low, "best": low or high or 0, "high": low if high is None else high}
    return Position(source_name=source, n_independent=origins, **numbers, **given)  # type: ignore[arg-type]


def one(
    folder: Path, *positions: Position, date_from: str = "2024-03-14", date_to: str = "2024-03-14"
) -> dict[str, str]:
    told = article("Words.", title="=Strike", publisher="The Herald")
    incident = Incident(
        incident_id="inc-a", label="A", place="Selwyn", country="Norland", date_from=date_from, date_to=date_to
    )
    said = claim(article_id=told.article_id, incident_id="inc-a")
    return rows(Tables(articles=(told,), claims=(said,), incidents=(incident,), positions=positions), folder)["inc-a"]


def test_there_are_the_49_columns_and_a_row_for_each_incident_with_dead(tmp_path: Path) -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 49
    found = rows(SCENE, tmp_path / "new")
    assert set(found) == {HARBOUR, VALLEY}
    assert (found[HARBOUR]["low"], found[HARBOUR]["high"]) == ("1", "74")
    assert found[HARBOUR]["best"] == "1"  # two independent origins against one
    assert "leaked roster" in found[HARBOUR]["source_original"]


def test_where_two_numbers_are_as_well_documented_none_is_best(tmp_path: Path) -> None:
    row = one(tmp_path, dead("The ministry", 20), dead("The governor", 12))
    assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == ("12", "", "20", "")
    row = one(tmp_path, dead("The ministry", 20, origins=2), dead("The governor", 12))
    assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == ("12", "20", "20", "20")


def test_an_open_end_adds_nothing_that_nobody_said(tmp_path: Path) -> None:
    row = one(tmp_path, dead("The ministry", 20, INF), dead("The mayor", 0, 31))
    assert (row["low"], row["high"]) == ("0", "31")
    assert one(tmp_path, dead("The ministry", 20, INF))["high"] == "20"


def test_parts_and_other_counts_are_no_toll(tmp_path: Path) -> None:
    row = one(
        tmp_path, dead("The ministry", 20), dead("The mayor", 8, scope="part"), dead("Police", 90, measure="injured")
    )
    assert (row["low"], row["high"]) == ("20", "20")


def test_nobody_s_side_is_taken(tmp_path: Path) -> None:
    row = one(tmp_path, dead("The ministry", 20))
    assert {
        row[name] for name in ("side_a", "side_b", "type_of_violence", "deaths_a", "deaths_b", "deaths_civilians")
    } == {""}


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("2024-03-14", "2024-03-14", "1"),
        ("2024-03-14", "2024-03-16", "2"),
        ("2024-03-01", "2024-03-31", "4"),
        ("2024-01-01", "2024-12-31", "5"),
        ("2024-03-11", "2024-03-17", "3"),
        ("", "", ""),
    ],
)
def test_the_precision_of_a_date_is_ucdp_s(tmp_path: Path, first: str, last: str, code: str) -> None:
    assert one(tmp_path, dead("The ministry", 20), date_from=first, date_to=last)["date_prec"] == code


def test_a_headline_is_no_formula(tmp_path: Path) -> None:
    row = one(tmp_path, dead("=The ministry", 20))
    assert row["source_headline"] == "'=Strike"
    assert row["source_original"] == "'=The ministry"
    assert row["source_article"] == "The Herald, 2024-03-15, =Strike"


def test_a_vague_number_is_nobody_s_best(tmp_path: Path) -> None:
    assert one(tmp_path, dead("the ministry", 100, 999, bound="vague"))["best"] == ""
