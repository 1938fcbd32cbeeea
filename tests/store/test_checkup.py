"""A look at a store finds what is wrong with it, says what to do, and changes nothing."""

from pathlib import Path

import pytest

from tests.factory import article, claim, killed
from tests.store.test_migrate import execute, restore
from tracker import cli
from tracker.errors import StoreError
from tracker.model import Forward, Incident, Run
from tracker.store import Store
from tracker.store.checkup import examine

TOLD = article("12 people died, the governor said. Nobody else spoke.")
SAID = claim(
    "12 people died",
    article_id=TOLD.article_id,
    incident_id="inc-a",
    source="the governor",
    source_start=16,
    source_end=28,
    cue="said",
    cue_start=29,
    cue_end=33,
)


@pytest.fixture
def filled(place: str) -> str:
    """A store with which nothing is wrong."""
    with Store(place) as store:
        store.replace(
            {
                "articles": [TOLD],
                "claims": [SAID],
                "figures": [killed(12, of=SAID)],
                "accounts": [],
                "incidents": [Incident(incident_id="inc-a", label="Fire in the mill")],
                "forwards": [Forward(former_id="inc-old", incident_id="inc-a")],
                "discrepancies": [],
            }
        )
    return place


def broken(place: str, *statements: str) -> list[str]:
    """What a look finds after something was done to a store that the tracker would not do."""
    if "://" in place:
        keys = "SET session_replication_role = replica"  # so that what rows name is not enforced
        execute(place, keys, *statements)
    else:
        execute(place, *statements)
    found = examine(place)
    return [each.told for each in found.ailments]


def test_nothing_is_found_where_nothing_is_wrong(filled: str) -> None:
    found = examine(filled)
    assert found.is_well
    assert found.ailments == ()
    assert found.counts["claims"] == 1
    assert "positions" not in found.counts, "it has not been made"


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM articles", "1 of the claims name articles that are not there (article_id)"),
        ("UPDATE claims SET article_id = NULL", "1 of the claims belong to none (article_id)"),
        ("DELETE FROM claims", "1 of the figures name claims that are not there (claim_id)"),
        ("UPDATE figures SET claim_id = NULL", "1 of the figures belong to none (claim_id)"),
        ("UPDATE claims SET incident_id = NULL", "1 of the incidents have no claim"),
        ("UPDATE forwards SET incident_id = 'inc-z'", "1 ids of incidents lead to incidents that are not there"),
        ("UPDATE figures SET start = 3", "1 of the figures do not stand in their article where they should (text)"),
        ("UPDATE claims SET cue = 'swore'", "1 of the claims do not stand in their article where they should (cue)"),
        ("UPDATE articles SET text = 'x' || text", "1 of the claims do not stand in their article where they should"),
    ],
)
def test_what_does_not_fit_together_is_found(filled: str, statement: str, told: str) -> None:
    found = broken(filled, statement)
    assert any(each.startswith(told) for each in found), found
    assert not examine(filled).is_well


def test_an_offset_counts_characters_as_they_are_read(place: str) -> None:
    text = "Žižkov 🔥 – 12 people died"
    told = article(text)
    with Store(place) as store:
        store.replace({"articles": [told], "claims": [claim("12 people died", article_id=told.article_id, start=11)]})
    assert not [each for each in examine(place).ailments if not each.harmless]


def test_a_run_that_has_not_ended_and_work_not_done_are_told_and_harmless(place: str) -> None:
    with Store(place) as store:
        store.save("articles", [TOLD])
        store.append("runs", [Run(run_id="run-1", started="2024-03-15T08:00:00Z")])
    found = examine(place)
    assert found.is_well
    assert [each.told for each in found.ailments] == [
        "its articles have not all been worked through",
        "the run run-1, begun 2024-03-15T08:00:00Z, has not ended",
    ]


def test_an_earlier_schema_is_told_and_left_as_it_is(place: str) -> None:
    restore(1, place)
    for _ in range(2):
        found = examine(place)
        assert found.schema == 1
        assert found.is_well
        assert "earlier version" in found.ailments[0].told


def test_a_damaged_file_is_told_with_its_cure(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(file) as store:
        store.update({})
        for number in range(40):
            store.append("runs", [Run(run_id=f"run-{number}", started="2024", settings="word " * 400)])
    whole = file.read_bytes()
    middle = len(whole) // 2
    file.write_bytes(whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :])
    assert cli.main(["doctor", "--store", str(file)]) == cli.UNREADABLE
    out, err = capsys.readouterr()
    assert "damaged" in out + err or "malformed" in out + err
    assert "tracker restore" in out + err


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        examine(str(tmp_path / "never.db"))
    assert not (tmp_path / "never.db").exists()
    execute(str(tmp_path / "other.db"), "CREATE TABLE recipes (name)")
    with pytest.raises(StoreError, match="something else"):
        examine(str(tmp_path / "other.db"))


def test_the_command_says_what_to_do_and_ends_with_three_where_something_is_wrong(
    filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["doctor", "--store", filled]) == cli.DONE
    assert "well      nothing is wrong" in capsys.readouterr().out
    broken(filled, "UPDATE figures SET start = 3")
    assert cli.main(["doctor", "--store", filled]) == cli.UNREADABLE
    told = capsys.readouterr().out
    assert "wrong     1 of the figures do not stand" in told
    assert "tracker extract, tracker group and tracker compare" in told
