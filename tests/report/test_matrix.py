from tests.report.scene import HARBOUR, INCIDENTS, SCENE, VALLEY
from tests.report.test_holdings import HOMES, INCIDENT, SEVEN, TWELVE, index, position
from tracker.report.holdings import holdings
from tracker.report.incident_pages import Cell, Matrix
from tracker.report.index import Index
from tracker.report.matrix import matrix
from tracker.tables import Tables

INDEX = Index(SCENE)


def table(number: int) -> Matrix:
    found = matrix(INDEX, INCIDENTS[number].incident_id, holdings(INDEX, INCIDENTS[number]))
    assert found
    return found


def cell(table: Matrix, source: str, column: str) -> Cell:
    rows = {row.name: row for group in table.groups for row in group.rows}
    (found,) = rows[source].cells[table.columns.index(column)]
    return found


def test_sources_are_rows_grouped_by_side_and_measures_are_columns() -> None:
    found = table(0)
    assert INCIDENTS[0].incident_id == HARBOUR
    assert found.columns == ("killed", "injured", "fired", "cause", "did it happen")
    assert [(group.name, [row.name for row in group.rows]) for group in found.groups] == [
        ("Estmark", ["Admiral Ilse Brandt"]),
        ("Norland", ["Norland defence ministry"]),
        ("Documents and footage", ["a video", "leaked roster"]),
    ]


def test_a_cell_holds_the_last_value_its_place_its_origins_and_its_conflict() -> None:
    killed = cell(table(0), "Norland defence ministry", "killed")
    assert (killed.value, killed.n_independent, killed.said.iso) == ("one", 2, "2024-05-03")
    assert killed.clash == INDEX.conflicts[0].discrepancy_id
    assert killed.claim_anchor in {each.claim_id for each in SCENE.claims}
    assert cell(table(0), "Admiral Ilse Brandt", "fired").clash == ""


def test_accounts_have_their_columns_and_clash_too() -> None:
    assert cell(table(0), "a video", "cause").value == "strike"
    assert cell(table(0), "a video", "cause").clash
    assert cell(table(0), "Norland defence ministry", "did it happen").value == "denied"


def test_earlier_values_stay_in_sight() -> None:
    assert INCIDENTS[1].incident_id == VALLEY
    killed = cell(table(1), "civil protection agency", "killed")
    assert (killed.value, [each.value for each in killed.earlier]) == ("19", ["At least 12"])


def test_a_source_that_counts_two_things_holds_both_and_says_which() -> None:
    tables = index(position("a", HOMES, TWELVE), position("b", HOMES, SEVEN))
    found = matrix(tables, "inc-a", holdings(tables, INCIDENT))
    assert found
    ((cells,),) = [row.cells for group in found.groups for row in group.rows]
    assert sorted((each.value, each.about) for each in cells) == [("12", "homes"), ("7", "shops")]


def test_an_incident_without_figures_or_accounts_has_no_table() -> None:
    assert matrix(Index(Tables()), "inc-a", ()) is None
