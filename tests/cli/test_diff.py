"""``tracker diff`` and ``tracker runs`` from outside, on a store that three runs have written to."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.factory import article, claim, killed
from tracker import cli
from tracker.model import Discrepancy, Edit, Forward, Incident, Run
from tracker.store import Change, Store

TEXT = "The ministry said 20 people were killed in the strike on Selwyn."
HERALD = article(TEXT, publisher="The Herald")
SAID = claim(TEXT, article_id=HERALD.article_id, source_name="The ministry", incident_id="inc-strike")
DEAD = replace(killed(20, of=SAID), text="20 people")
STRIKE = Incident(incident_id="inc-strike", label="Strike on Selwyn", n_articles=1)
FIRE = Incident(incident_id="inc-fire", label="Fire in Anser", n_articles=2)
CONFLICT = Discrepancy(
    discrepancy_id="dis-strike",
    incident_id="inc-strike",
    kind="figure",
    relation="conflict",
    left_claim_id=SAID.claim_id,
    right_claim_id=SAID.claim_id,
    left_value="20 people",
    right_value="12",
    severity=0.7,
    reason="The ministry said 20 people and the governor said 12.",
)
RUNS = [
    Run(
        run_id=f"run-{name}",
        started=f"2024-03-15T0{hour}:00:00Z",
        ended=f"2024-03-15T0{hour}:00:40Z",
        version="0.1.0",
        settings='{"engine":"local"}',
        counts=f'{{"articles":{hour},"incidents":2}}',
    )
    for name, hour in (("aaa", 7), ("bbb", 8), ("ccc", 9))
]

Ask = Callable[..., list[str]]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """The command beside a store of three runs: the second makes a conflict, the third moves it and lets a fire go."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TRACKER_STORE", raising=False)
    with Store("tracker.db") as store:
        store.replace({"articles": [HERALD], "incidents": [FIRE]}, run=RUNS[0])
        store.update(
            {
                "claims": Change(come=[SAID]),
                "figures": Change(come=[DEAD]),
                "incidents": Change(come=[STRIKE]),
                "discrepancies": Change(come=[CONFLICT]),
            },
            run=RUNS[1],
        )
        store.update(
            {
                "incidents": Change(gone=["inc-fire"], come=[replace(STRIKE, n_articles=2, n_claims=9)]),
                "discrepancies": Change(come=[replace(CONFLICT, left_value="24 people", review_state="re-opened")]),
                "forwards": Change(come=[Forward(former_id="inc-fire", incident_id="inc-strike")]),
                "figures": Change(come=[replace(DEAD, incident_id="")]),
            },
            run=RUNS[2],
        )

    def asked(*arguments: str, code: int = cli.DONE) -> list[str]:
        capsys.readouterr()
        assert cli.main(list(arguments)) == code
        out, err = capsys.readouterr()
        return (out or err).splitlines()

    return asked


def test_the_last_run_is_held_against_the_one_before(ask: Ask) -> None:
    assert ask("diff") == [
        "since     run-bbb  2024-03-15 08:00  40 s  8 articles, 2 incidents",
        "until     run-ccc  2024-03-15 09:00  40 s  9 articles, 2 incidents",
        "",
        "conflicts 1 changed, 1 re-opened",
        "  re-opened The ministry said 20 people and the governor said 12.",
        "            one side: 20 people → 24 people",
        "            was open, is re-opened",
        "            dis-strike, Strike on Selwyn",
        "",
        "incidents 1 changed, 1 gone",
        "  changed   Strike on Selwyn (2 articles)",
        "            articles: 1 → 2",
        "            inc-strike",
        "  gone      Fire in Anser (2 articles)",
        "            now part of inc-strike, Strike on Selwyn",
        "            inc-fire",
    ]


def test_since_a_run_and_between_two(ask: Ask) -> None:
    lines = ask("diff", "run-a", "run-b")
    assert lines[3] == "conflicts 1 new"
    assert "  new       Strike on Selwyn (1 article)" in lines
    assert lines[-3:] == [
        "figures   1 new",
        "  new       killed: “20 people” – The ministry, The Herald",
        "            Strike on Selwyn",
    ]


def test_what_came_and_changed_meanwhile_is_told_once(ask: Ask) -> None:
    lines = ask("diff", "run-a")
    assert "conflicts 1 new, 1 re-opened" in lines
    assert not [line for line in lines if "→" in line]
    assert "incidents 1 new, 1 gone" in lines


def test_the_first_run_is_held_against_the_beginning(ask: Ask) -> None:
    told = json.loads(ask("diff", "--json")[0])
    assert told["since"]["run_id"] == "run-bbb"
    with Store("one.db") as store:
        store.replace({"incidents": [FIRE]}, run=RUNS[0])
    assert ask("diff", "--store", "one.db")[0] == "since     the beginning"


def test_other_programs_get_every_row_as_it_stood_and_stands(ask: Ask) -> None:
    (line,) = ask("diff", "--json")
    told = json.loads(line)
    assert told["until"]["settings"] == {"engine": "local"}
    (changed,) = told["conflicts"]["changed"]
    assert (changed["id"], changed["columns"]) == ("dis-strike", ["left_value", "review_state"])
    assert (changed["before"]["left_value"], changed["after"]["left_value"]) == ("20 people", "24 people")
    assert told["reopened"] == ["dis-strike"]
    (gone,) = told["incidents"]["gone"]
    assert (gone["became"], gone["after"]) == ("inc-strike", None)


@pytest.mark.parametrize(
    ("arguments", "trouble"),
    [
        (("run-x",), "there is no run 'run-x'"),
        (("run-",), "several runs that begin with 'run-'"),
        (("run-c", "run-a"), "the run run-c is not before run-aaa"),
    ],
)
def test_a_run_that_is_not_there_is_told(ask: Ask, arguments: tuple[str, ...], trouble: str) -> None:
    (line,) = ask("diff", *arguments, code=cli.USAGE)
    assert trouble in line


def test_without_a_run(ask: Ask) -> None:
    (line,) = ask("diff", "--store", "none.db", code=cli.USAGE)
    assert "no run yet" in line
    assert ask("runs", "--store", "none.db") == ["there has been no run yet"]
    assert not Path("none.db").exists()


def test_runs_are_listed_the_last_first(ask: Ask) -> None:
    assert ask("runs")[0] == "run-ccc  2024-03-15 09:00  40 s  9 articles, 2 incidents"
    assert [each["run_id"] for each in json.loads(ask("runs", "--json")[0])] == ["run-ccc", "run-bbb", "run-aaa"]
    with Store("tracker.db") as store:
        store.append("runs", [Run(run_id="run-ddd", started="2024-03-16T09:00:00Z")])
    assert ask("runs")[0] == "run-ddd  2024-03-16 09:00  did not end"


def test_edits_of_pages_that_were_noticed_in_the_run(ask: Ask) -> None:
    first, second = (
        Edit(
            edit_id=f"edt-{hour}",
            url="https://herald.example/strike",
            before_article="art-a",
            after_article="art-b",
            noticed=f"2024-03-15T0{hour}:00:05Z",
            measure="killed",
            source_name="The ministry",
            before_value="20",
            after_value=str(hour),
        )
        for hour in (8, 9)
    )
    with Store("tracker.db") as store:
        store.append("edits", [first, second])
    assert ask("diff")[-4:] == [
        "",
        "pages     1 changed since they were first read",
        "  edited    killed: “20” is now “9” – The ministry",
        "            https://herald.example/strike",
    ]
    assert [each["edit_id"] for each in json.loads(ask("diff", "--json")[0])["edits"]] == ["edt-9"]


def test_long_lists_are_cut_and_say_so(ask: Ask) -> None:
    run = Run(run_id="run-many", started="2024-03-17T09:00:00Z")
    many = [Incident(incident_id=f"inc-{n}", label=f"Fire {n}") for n in range(30)]
    with Store("tracker.db") as store:
        store.update({"incidents": Change(come=many)}, run=run)
    lines = ask("diff")
    assert lines[-1] == "            … and 10 more new: --all lists them"
    assert all(len(line) <= 80 for line in lines)
    assert sum("Fire" in line for line in ask("diff", "--all")) == 30
