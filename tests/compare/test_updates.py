"""A tally that moves on, and a source that revises itself."""

import pytest

from tests.compare.told import MEDICS, POLICE, RUSSIA, UKRAINE, conflicts, count, relations, rows, said

LATER = {"said_at": "2024-03-16"}


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        pytest.param(
            said(count(13), **POLICE, said_at="2024-03-15T08:00"),
            said(count(36), **MEDICS, said_at="2024-03-15T20:00"),
            "update",
            id="hours later",
        ),
        pytest.param(
            said(count(11), **POLICE, said_at="2024-03-15T08:00"),
            said(count(12), **MEDICS, said_at="2024-03-15T09:00"),
            "conflict",
            id="within the pace of a tally",
        ),
        pytest.param(
            said(count(13), **POLICE),
            said(count(36), text="the toll rose to 36", **MEDICS),
            "update",
            id="says so itself",
        ),
        pytest.param(
            said(count(13), **RUSSIA),
            said(count(36), text="the toll rose to 36", **UKRAINE),
            "conflict",
            id="says, opposed",
        ),
        pytest.param(said(count(8), source_name="The Daily"), said(count(9), **POLICE), "update", id="an outlet's own"),
        pytest.param(
            said(count(0, measure="detained"), source_name="The Daily", **LATER),
            said(count(3, measure="detained"), **POLICE),
            "update",
            id="none so far",
        ),
        pytest.param(
            said(count(4), text="four, not five as first reported", **POLICE),
            said(count(5), **MEDICS, said_at="2024-03-14"),
            "update",
            id="corrects an earlier report",
        ),
        pytest.param(said(count(8), source_name="The Daily"), said(count(90), **POLICE), "conflict", id="far apart"),
        pytest.param(said(count(13), **POLICE, said_at=""), said(count(36), **MEDICS), "update", id="day unknown"),
        pytest.param(
            said(count(500, measure="deployed", counted="troops"), **POLICE, **LATER),
            said(count(700, measure="deployed", counted="troops"), **MEDICS),
            "update",
            id="forces come and go",
        ),
        pytest.param(
            said(count(24, 99, bound="vague", measure="missing"), **POLICE),
            said(count(128, measure="missing"), **MEDICS, **LATER),
            "update",
            id="dozens, then counted",
        ),
        pytest.param(
            said(count(60, measure="intercepted", counted="drones"), **POLICE),
            said(count(70, measure="intercepted", counted="drones"), **MEDICS, **LATER),
            "conflict",
            id="settled at once",
        ),
    ],
)
def test_later_figures(one, other, relation):
    assert relations(one, other) == relations(other, one) == [relation]


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [(18, 24, "raised its figure from “18” on 15 March 2024 to “24”"), (24, 22, "against the way such a tally runs")],
)
def test_a_source_revises_itself(before, after, note):
    (row,) = rows(said(count(before), **POLICE), said(count(after), **POLICE, **LATER))
    assert (row.relation, row.rule) == ("update", "updates")
    assert (row.left_value, row.right_value) == (str(before), str(after))
    assert note in row.reason


def test_a_late_repeat_of_what_a_source_has_revised_is_an_update():
    police = (said(count(18), **POLICE), said(count(24), **POLICE, **LATER))
    repeat = said(count(18), source_name="The Echo", said_at="2024-03-17")
    found = rows(*police, repeat)
    assert [row.relation for row in found] == ["update", "update"]
    assert any("gave the older one itself on 15 March 2024" in row.reason for row in found)


def test_a_revised_figure_no_longer_conflicts():
    revised = (said(count(10), **POLICE), said(count(12), **POLICE, **LATER))
    assert conflicts(*revised, said(count(12), **MEDICS)) == []


OUTLET = {"source_name": "The Daily"}


@pytest.mark.parametrize(
    ("police", "outlet", "relation"),
    [
        pytest.param(9, 8, "update", id="its last edition is behind"),
        pytest.param(9, 5, "update", id="far behind"),
        pytest.param(9, 4, "conflict", id="less than half"),
        pytest.param(8, 9, "update", id="one ahead"),
        pytest.param(5, 8, "conflict", id="far ahead"),
    ],
)
def test_an_outlets_own_count_of_the_same_day(police, outlet, relation):
    told = said(count(police, measure="injured"), **POLICE), said(count(outlet, measure="injured"), **OUTLET)
    assert relations(*told) == [relation]
