"""``tracker decide`` from outside: what is said stays, and the next run abides by it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.review.run import CLAIMS, GOVERNOR, MINISTRY, POLICE, fill
from tracker import cli
from tracker.store import Store


class Desk:
    """The command given in front of one store."""

    def __init__(self, store: Path, captured: pytest.CaptureFixture[str]) -> None:
        self.store, self.captured = store, captured

    def __call__(self, *arguments: str, code: int = cli.DONE) -> str:
        self.captured.readouterr()
        done = cli.main(["decide", *arguments, "--store", str(self.store)])
        out, err = self.captured.readouterr()
        assert done == code, err
        return out + err

    def kinds(self) -> list[str]:
        with Store(self.store) as store:
            return [each.kind for each in store.load("decisions")]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("TRACKER_REVIEWER", "Ana")
    return Desk(fill(tmp_path / "run.db"), capsys)


def states(listed: str) -> dict[str, str]:
    found = (line.split()[:2] for line in listed.splitlines() if " dis-" in line and not line.startswith("dec-"))
    return {name: state for state, name in found}


def test_what_is_said_of_conflicts_is_listed(desk: Desk) -> None:
    desk("confirm", "dis-killed")
    desk("dismiss", "dis-hurt", "--reason", "an older count")
    desk("resolve", "dis-march", "--reason", "the police corrected it", "--value", "4,000")
    listed = desk("list")
    assert states(listed) == {"dis-killed": "confirmed", "dis-hurt": "dismissed", "dis-march": "resolved"}
    assert "Ana  dismiss dis-hurt  (an older count)" in listed
    assert "resolve dis-march: 4,000" in listed


def test_a_later_word_takes_the_place_of_an_earlier_and_says_so(desk: Desk) -> None:
    desk("confirm", "dis-killed")
    told = desk("dismiss", "dis-killed", "--reason", "an older count", "--reviewer", "Ben")
    assert "instead of dec-" in told
    assert states(desk("list"))["dis-killed"] == "dismissed"
    assert desk.kinds() == ["confirm", "dismiss"]


def test_undoing_by_id_by_reviewer_and_by_time(desk: Desk) -> None:
    first = desk("confirm", "dis-killed").split()[0]
    desk("confirm", "dis-hurt", "--reviewer", "Ben")
    desk("undo", first)
    assert states(desk("list"))["dis-killed"] == "open"
    desk("undo", "--by", "Ben")
    assert states(desk("list"))["dis-hurt"] == "open"
    desk("confirm", "dis-march")
    desk("undo", "--since", "2024-01-01")
    assert set(states(desk("list")).values()) == {"open"}
    assert desk.kinds() == ["confirm", "confirm", "undo", "undo", "confirm", "undo"]


def test_the_rest_can_be_said(desk: Desk) -> None:
    desk("same", MINISTRY.claim_id, POLICE.claim_id)
    desk("different", MINISTRY.claim_id, GOVERNOR.claim_id)
    desk("party", "The ministry", "Norland")
    desk("reject", CLAIMS[3].claim_id, "--reason", "a chant")
    assert desk.kinds() == ["same_incident", "different_incident", "correct_party", "reject_claim"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["confirm", "dis-none"], "no discrepancy dis-none"),
        (["dismiss", "dis-killed"], "needs a reason"),
        (["undo"], "nothing says what to undo"),
        (["undo", "--by", "Nobody"], "no such decision"),
        (["reject", "clm-none"], "no claim"),
    ],
)
def test_what_cannot_be_said_is_told_and_nothing_is_kept(desk: Desk, arguments: list[str], told: str) -> None:
    assert told in desk(*arguments, code=cli.USAGE)
    assert desk.kinds() == []


def test_two_desks_exchange_what_they_said(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = Desk(fill(tmp_path / "other.db"), capsys)
    desk("confirm", "dis-killed")
    other("dismiss", "dis-march", "--reason", "two marches", "--reviewer", "Ben")
    ours, theirs = str(tmp_path / "ours.jsonl"), str(tmp_path / "theirs.jsonl")
    desk("export", ours)
    other("export", theirs)
    assert "imported  1 of 1" in desk("import", theirs)
    assert "imported  0 of 1" in desk("import", theirs)
    other("import", ours)
    assert desk("list") == other("list")
    desk("export", ours)
    other("export", theirs)
    assert Path(ours).read_bytes() == Path(theirs).read_bytes()
    assert desk("export", "-") == Path(ours).read_text(encoding="utf-8")


def test_a_broken_file_imports_nothing(desk: Desk, tmp_path: Path) -> None:
    desk("confirm", "dis-killed")
    file = tmp_path / "file.jsonl"
    desk("export", str(file))
    file.write_text(file.read_text(encoding="utf-8").replace("Ana", "Eve"), encoding="utf-8")
    assert "changed after it was made" in desk("import", str(file), code=cli.UNREADABLE)
    assert desk.kinds() == ["confirm"]


def test_decisions_are_got_out_of_a_store_of_another_version(desk: Desk) -> None:
    desk("confirm", "dis-killed")
    with closing(sqlite3.connect(desk.store)) as plain, plain:
        plain.execute("UPDATE meta SET value = '0123456789ab' WHERE key = 'schema'")
        plain.execute("ALTER TABLE decisions ADD COLUMN mood TEXT")
        plain.execute("ALTER TABLE decisions DROP COLUMN evidence")
    assert "another version" in desk("list", code=cli.UNREADABLE)
    assert '"kind":"confirm"' in desk("export", "-")


def test_a_store_that_is_not_there_is_told_and_not_made(desk: Desk, tmp_path: Path) -> None:
    desk.store = tmp_path / "none.db"
    assert "no store" in desk("export", "-", code=cli.UNREADABLE)
    assert not desk.store.exists()
