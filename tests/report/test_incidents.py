from dataclasses import replace

from tests.factory import claim, killed
from tests.report.scene import INCIDENTS, POSITIONS, SCENE
from tests.report.test_holdings import INCIDENT, pair, position
from tracker.report.conflicts import conflict_rows
from tracker.report.incident_pages import IncidentSection
from tracker.report.incidents import incident_sections
from tracker.report.index import Index
from tracker.tables import Tables


def sections(tables: Tables = SCENE) -> dict[str, IncidentSection]:
    index = Index(tables)
    return {each.label: each for each in incident_sections(index, conflict_rows(index))}


def test_the_worst_conflict_leads_and_incidents_without_one_come_last() -> None:
    assert list(sections()) == ["Meridian, Port Selwyn", "Rally on the <em>market</em> square", "Floods, Anser valley"]


def test_a_section_says_what_where_when_and_how_firmly() -> None:
    harbour = sections()["Meridian, Port Selwyn"]
    assert (harbour.event, harbour.when, harbour.place) == ("fire", "30 April 2024", "Port Selwyn, Norland")
    assert (harbour.confidence, harbour.confidence_word) == ("0.84", "firm")
    assert sections()["Rally on the <em>market</em> square"].confidence_word == "weak"
    assert [each.what for each in harbour.conflicts] == ["killed", "cause", "injured"]


def test_a_range_has_a_best_only_where_origins_single_one_out() -> None:
    killed, injured = sections()["Meridian, Port Selwyn"].ranges
    assert (killed.low, killed.best, killed.high, killed.sources) == ("1", "1", "74", 2)
    assert (injured.low, injured.best, injured.high) == ("6", "", "27")


def test_an_earlier_figure_of_a_running_tally_is_no_candidate() -> None:
    early = claim("12 dead", incident_id="inc-a", source_name="radio", said_at="2024-03-15")
    late = claim("19 dead", incident_id="inc-a", source_name="mayor", said_at="2024-03-16")
    twelve, nineteen = killed(12, of=early), killed(19, of=late)
    rows = Tables(
        claims=(early, late),
        figures=(twelve, nineteen),
        incidents=(INCIDENT,),
        positions=(position("a", early, twelve), position("b", late, nineteen)),
        discrepancies=(pair(nineteen, twelve, "update"),),
    )
    (found,) = sections(rows)["A fire"].ranges
    assert (found.low, found.best, found.high) == ("12", "19", "19")


def test_an_open_end_stays_open() -> None:
    opened = tuple(replace(each, high=float("inf")) for each in POSITIONS)
    found = sections(replace(SCENE, positions=opened))["Meridian, Port Selwyn"].ranges
    assert [row.high for row in found] == ["no upper limit", "no upper limit"]


def test_groups_of_one_measure_are_told_apart_by_what_they_count_or_who_says_so() -> None:
    names = ("county", "survey", "ranger", "brigade")
    claims = [claim(name, incident_id="inc-a", source_name=name) for name in names]
    burned = [killed(9 + i, of=each, measure="burned", unit="acre") for i, each in enumerate(claims)]
    forest = [replace(each, counted="forest") for each in burned[2:]]
    figures = (*burned[:2], *forest)
    positions = tuple(position(name, each, f) for name, each, f in zip(names, claims, figures, strict=True))
    pairs = (pair(burned[0], burned[1], "conflict"), pair(forest[0], forest[1], "update"))
    rows = Tables(
        claims=tuple(claims), figures=figures, incidents=(INCIDENT,), positions=positions, discrepancies=pairs
    )
    titles = [row.measure for row in sections(rows)["A fire"].ranges]
    assert sorted(titles) == ["area burned (hectare): county and survey", "area burned (hectare): forest"]


def test_only_what_two_sources_say_is_drawn() -> None:
    found = sections()
    harbour = found["Meridian, Port Selwyn"]
    assert [plot.title for plot in harbour.courses] == ["killed: what each source said, and when"]
    assert [plot.title for plot in harbour.plots] == ["injured: what each source says"]
    assert found["Floods, Anser valley"].plots == found["Floods, Anser valley"].courses == ()


def test_what_was_considered_stands_with_its_incident() -> None:
    valley = sections()["Floods, Anser valley"]
    assert [group.name for group in valley.considered] == ["update", "scope"]
    assert valley.n_considered == 2


def test_an_incident_without_figures_has_its_timeline() -> None:
    bare = replace(SCENE, positions=(), figures=(), accounts=(), discrepancies=())
    harbour = sections(bare)["Meridian, Port Selwyn"]
    assert harbour.matrix is None
    assert sum(len(day.told) for day in harbour.timeline) + harbour.n_copies == 9


def test_pairs_of_an_incident_that_is_not_in_the_tables_are_not_lost() -> None:
    found = sections(replace(SCENE, incidents=INCIDENTS[1:]))
    assert len(found["an incident without a name"].conflicts) == 3


def test_every_incident_is_there() -> None:
    assert len(sections()) == len(INCIDENTS)
