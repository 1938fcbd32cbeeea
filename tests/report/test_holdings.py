from dataclasses import replace

from tests.factory import claim, killed
from tests.report.scene import INCIDENTS, SCENE
from tracker.model import Claim, Discrepancy, Figure, Incident, Position
from tracker.report.holdings import Column, Holding, holdings, spreads
from tracker.report.index import Index
from tracker.tables import Tables

INCIDENT = Incident(incident_id="inc-a", label="A fire", place="Port Selwyn")
HOMES = claim("12 homes and 7 shops burned", incident_id="inc-a", source_name="mayor")
TWELVE = killed(12, of=HOMES, measure="damaged", counted="homes")
SEVEN = killed(7, of=HOMES, measure="damaged", counted="shops")
POLICE = claim("nine homes", incident_id="inc-a", source_name="police")
NINE = killed(9, of=POLICE, measure="damaged", counted="homes")


def position(name: str, of: Claim, figure: Figure, *more: Claim, scope: str = "total") -> Position:
    return Position(position_id=f"pos-{name}", incident_id="inc-a", measure=figure.measure, scope=scope, low=figure.low,
                    source_name=of.source_name, best=figure.best, high=figure.high,
                    claims=(of.claim_id, *(each.claim_id for each in more)))  # fmt: skip


def pair(left: Figure, right: Figure, relation: str) -> Discrepancy:
    return Discrepancy(discrepancy_id=f"dis-{relation}", incident_id="inc-a", kind="figure", relation=relation,
                       left_claim_id=left.claim_id, right_claim_id=right.claim_id, left_figure_id=left.figure_id,
                       right_figure_id=right.figure_id)  # fmt: skip


def index(*positions: Position, discrepancies: tuple[Discrepancy, ...] = ()) -> Index:
    rows = Tables(claims=(HOMES, POLICE), figures=(TWELVE, SEVEN, NINE), incidents=(INCIDENT,))
    return Index(replace(rows, positions=positions, discrepancies=discrepancies))


def found(held: Holding) -> list[str]:
    return [figure.text for _, figure in held.said]


def test_of_two_figures_in_one_claim_a_position_has_its_own() -> None:
    homes, shops = holdings(index(position("a", HOMES, TWELVE), position("b", HOMES, SEVEN)), INCIDENT)
    assert (found(homes), homes.about) == (["12"], "homes")
    assert (found(shops), shops.about) == (["7"], "shops")


def test_a_figure_whose_scope_the_comparison_changed_is_still_found() -> None:
    (held,) = holdings(index(position("a", POLICE, NINE, scope="part")), INCIDENT)
    assert found(held) == ["9"]


def test_what_the_comparison_held_against_each_other_has_one_range() -> None:
    tables = index(position("a", HOMES, TWELVE), position("b", HOMES, SEVEN), position("c", POLICE, NINE),
                   discrepancies=(pair(TWELVE, NINE, "conflict"), pair(SEVEN, NINE, "scope")))  # fmt: skip
    held = holdings(tables, INCIDENT)
    ((column, groups),) = spreads(tables, INCIDENT, held)
    assert column == Column(measure="damaged", scope="total")
    assert sorted(sorted(each.about for each in group) for group in groups) == [["homes", "homes"], ["shops"]]
    assert {each.position.position_id for each in held if each.clash} == {"pos-a", "pos-c"}


def test_a_history_is_told_earliest_first() -> None:
    agency = next(each for each in holdings(Index(SCENE), INCIDENTS[1]) if each.position.value == "19")
    assert found(agency) == ["At least 12", "19"]


def test_people_come_before_things_and_totals_before_parts() -> None:
    columns = [Column(slot="cause"), Column(measure="damaged", scope="total"), Column(measure="killed", scope="part"),
               Column(measure="bees", scope="total"), Column(measure="killed", scope="total")]  # fmt: skip
    headings = [column.heading for column in sorted(columns, key=lambda column: column.rank)]
    assert headings == ["killed", "killed (part of a total)", "damaged", "bees", "cause"]
