"""Does a text find its incidents, is what it says held against what is known, and is nothing stored of it?"""

import hashlib
import io
import json
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.desk import extract_plainly, without_parser, write_desk
from tests.factory import article, claim
from tracker import cli
from tracker.checking.likely import LOOKED_AT, likely_incidents
from tracker.model import Incident
from tracker.tables import Tables

STRIKE = "The defence ministry said 31 people were killed in the strike on Kharkiv."


class Desk:
    """A store of three articles on one strike, and texts pasted beside it."""

    def __init__(self, captured: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.captured, self.monkeypatch = captured, monkeypatch

    def __call__(self, *arguments: str, text: str) -> tuple[int, list[str]]:
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        code = cli.main(["check", "-", "--store", "desk.db", "--published", "2024-03-16", *arguments])
        return code, self.captured.readouterr().out.splitlines()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    without_parser(monkeypatch)
    monkeypatch.chdir(tmp_path)
    write_desk(Path("articles"))
    assert cli.main(["run", "articles", "--store", "desk.db"]) == cli.DONE
    capsys.readouterr()
    return Desk(capsys, monkeypatch)


def test_a_text_finds_its_incident_and_its_conflicts_with_both_sides_words(desk: Desk) -> None:
    code, lines = desk(text=STRIKE)
    assert code == cli.DONE
    assert lines[0] == "check     1 claim told, published 2024-03-16"
    (incident,) = (line for line in lines if line.startswith("incident"))
    assert "Kharkiv" in incident
    assert "(3 articles)" in incident
    known = [line for line in lines if line.startswith("known")]
    assert [number in " ".join(known) for number in ("12", "20", "31")] == [True, True, False]
    assert sum(line.startswith("conflict") for line in lines) == 2
    told = " ".join(" ".join(lines).split())
    assert f"“{STRIKE}” – the text" in told
    assert "The regional governor said 12 people were killed in the strike on Kharkiv.” – The Courier" in told
    assert all(len(line) <= 80 for line in lines)


def test_what_agrees_conflicts_with_the_other_side_alone(desk: Desk) -> None:
    _, lines = desk(text=STRIKE.replace("defence ministry", "interior ministry").replace("31", "20"))
    told = " ".join(" ".join(lines).split())
    assert sum(line.startswith("conflict") for line in lines) == 1
    assert "12" in told[told.index("conflict") :]


def test_nothing_is_stored(desk: Desk) -> None:
    def content() -> dict[str, str]:
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in Path().rglob("*") if path.is_file()
        }

    before = content()
    desk(text=STRIKE)
    desk("--json", text=STRIKE)
    assert content() == before


@pytest.mark.parametrize(("number", "code"), [("31", cli.FOUND), ("20", cli.FOUND), ("no", cli.DONE)])
def test_fail_on_conflict(desk: Desk, number: str, code: int) -> None:
    assert desk("--fail-on", "conflict", text=STRIKE.replace("31", number))[0] == code


def test_what_is_told_to_another_program(desk: Desk) -> None:
    _, (line,) = desk("--json", text=STRIKE)
    (met,) = json.loads(line)["incidents"]
    assert met["incident"]["place"] == "Kharkiv"
    assert [each["text"] for each in met["claims"]] == [STRIKE]
    assert {each["value"] for each in met["known"]} == {"12", "20"}
    assert [each["relation"] for each in met["discrepancies"]] == ["conflict", "conflict"]
    assert {met["claims"][0]["claim_id"]} <= {met["discrepancies"][0]["left_claim_id"]} | {
        met["discrepancies"][0]["right_claim_id"]
    }


def test_the_same_text_is_no_second_source(desk: Desk) -> None:
    """The head of the stored file aside, the words are those of the Herald."""
    text = Path("articles/herald.txt").read_text(encoding="utf-8")
    _, lines = desk(text=text)
    assert any(line.startswith("stored    the same text is stored already: The Herald") for line in lines)
    another = "The interior ministry said 20 people were killed by the strike that hit Kharkiv late on Friday evening."
    assert (independent(desk, text), independent(desk, another)) == (2, 3)


def independent(desk: Desk, text: str) -> int:
    """How many origins of their own the best told side has, the text included."""
    _, (line,) = desk("--json", text=text)
    (met,) = json.loads(line)["incidents"]
    return max(each[f"{side}_independent"] for each in met["discrepancies"] for side in ("left", "right"))


def test_what_nobody_has_told_before_is_new(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(told: object) -> object:
        found = extract_plainly(told)  # type: ignore[arg-type]
        claims = tuple(claim_of(each, place="Anser", country="Norland", event="fire") for each in found.claims)
        return SimpleNamespace(claims=claims, figures=found.figures, accounts=found.accounts)

    def claim_of(each: object, **told: str) -> object:
        from dataclasses import replace

        return replace(each, **told)  # type: ignore[type-var]

    monkeypatch.setitem(sys.modules, "tracker.extract", SimpleNamespace(extract_article=elsewhere, settle=list))
    code, lines = desk("--fail-on", "conflict", text=STRIKE)
    assert code == cli.DONE
    assert lines[2] == "new       nothing stored speaks of it: fire, Anser, 2024-03-15"


def test_a_text_without_a_claim_and_a_store_without_incidents(desk: Desk) -> None:
    assert desk(text="Nothing happened in Leeds.") == (cli.DONE, ["check     0 claims told, published 2024-03-16"])
    assert cli.main(["check", "articles/herald.txt", "--store", "new.db"]) == cli.UNREADABLE
    assert not Path("new.db").exists()
    assert cli.main(["check", "nowhere.txt", "--store", "desk.db"]) == cli.UNREADABLE


# --- Which incidents are looked at ---

TOLD = Tables(
    articles=(article("Two men died.", published="2024-03-16"),),
    claims=(claim("Two men died.", event="fire", place="Selwyn", country="Norland", date_from="2024-03-15"),),
)


def incident(name: str, **told: str) -> Incident:
    known = {"event": "fire", "place": "Selwyn", "country": "Norland", "date_from": "2024-03-15"}
    return Incident(incident_id=name, label=name, **(known | told))


@pytest.mark.parametrize(
    ("told", "looked_at"),
    [
        ({}, True),
        ({"country": "Estmark"}, False),
        ({"place": "Anser"}, True),
        ({"place": "Anser", "date_from": "2024-03-25"}, False),
        ({"date_from": "2024-03-25"}, True),
        ({"date_from": "2024-09-25"}, False),
        ({"date_from": ""}, True),
        ({"date_from": "", "place": ""}, False),
    ],
)
def test_a_country_a_place_and_a_time(told: dict[str, str], looked_at: bool) -> None:
    assert bool(likely_incidents(TOLD, [incident("it", **told)])) is looked_at


def test_the_likeliest_of_many_come_first_and_no_more_than_can_be_looked_at() -> None:
    others = [incident(f"day {n}", place="Anser", date_from=date(2024, 3, 12 + n % 7).isoformat()) for n in range(500)]
    found = likely_incidents(TOLD, [*others, incident("it")])
    assert found[0].incident_id == "it"
    assert len(found) == LOOKED_AT
