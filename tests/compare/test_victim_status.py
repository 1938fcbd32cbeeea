"""Whom and what it hit."""

import pytest

from tests.compare.told import RUSSIA, UKRAINE, conflicts, count, rows, said


def hit(slot, *values, number=2, **who):
    return said(count(number), accounts=[(slot, value) for value in values], **who)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (hit("victim_status", "combatant", **RUSSIA), hit("victim_status", "civilian", **UKRAINE)),
        (hit("target", "military", **RUSSIA), hit("target", "residential", **UKRAINE)),
    ],
)
def test_civilian_or_military(one, other):
    (row,) = conflicts(one, other)
    assert row.kind == "victim_status"
    assert row in rows(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            hit("victim_status", "combatant", number=30, **RUSSIA),
            hit("victim_status", "civilian", **UKRAINE),
            id="others",
        ),
        pytest.param(
            hit("victim_status", "civilian", "combatant", **RUSSIA),
            hit("victim_status", "civilian", **UKRAINE),
            id="both",
        ),
        pytest.param(
            hit("target", "Belgorod", **RUSSIA), hit("target", "civilian", **UKRAINE), id="a place says neither"
        ),
        pytest.param(
            hit("target", "military", **RUSSIA),
            hit("victim_status", "civilian", **UKRAINE),
            id="a military target, civilian dead",
        ),
        pytest.param(
            hit("target", "military", source_name="The Daily"),
            hit("target", "civilian", **UKRAINE),
            id="an outlet's own voice",
        ),
    ],
)
def test_no_dispute(one, other):
    assert not [row for row in rows(one, other) if row.kind == "victim_status"]
