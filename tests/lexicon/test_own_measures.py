"""Does a desk's own measure count, all the way to a conflict, and is a bad file refused with its cure?"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.errors import SettingsError
from tracker.lexicon import read_lexicon
from tracker.lexicon.own_measures import read_measures

VACCINATED = """
[measures.vaccinated]
label = "vaccinated"
meaning = "people given a vaccine"
objects = ["vaccinate", "inoculate"]
counts = ["people"]
trend = "fixed"
why = "it was one campaign"

[measures.killed]
objects = ["fell"]
"""

ARTICLE = (
    "---\npublisher: {0}\npublished: 2024-03-16\n---\n"
    "{1} said on Saturday that {2} after the missile strike on Kharkiv on Friday.\n"
)


def test_a_desks_measure_makes_a_conflict_in_a_run_of_its_own(tmp_path: Path) -> None:
    """In a process of its own, as the words are read once a process."""
    (tmp_path / "measures.toml").write_text(VACCINATED, encoding="utf-8")
    told = (
        ("a", "The Post", "The city council", "412 residents were vaccinated"),
        ("b", "The Herald", "The health ministry", "900 residents were vaccinated"),
    )
    for name, *words in told:
        (tmp_path / f"{name}.txt").write_text(ARTICLE.format(*words), encoding="utf-8")
    for command in ("run a.txt b.txt", "export tables --format jsonl --store report.db"):
        asked = [sys.executable, "-m", "tracker", *command.split()]
        environ = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
        done = subprocess.run(asked, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
    rows = (tmp_path / "tables/figures.jsonl").read_text(encoding="utf-8").splitlines()
    assert sorted((each["measure"], each["best"]) for each in map(json.loads, rows)) == [
        ("vaccinated", 412),
        ("vaccinated", 900),
    ]
    rows = (tmp_path / "tables/discrepancies.jsonl").read_text(encoding="utf-8").splitlines()
    assert [(each["relation"], each["measure"]) for each in map(json.loads, rows)] == [("conflict", "vaccinated")]
    assert "people given a vaccine" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_what_is_new_stands_first_and_what_we_have_grows(tmp_path: Path) -> None:
    path = tmp_path / "measures.toml"
    path.write_text(VACCINATED, encoding="utf-8")
    ours = read_lexicon("measures", measures="")["measures"]
    both = read_lexicon("measures", measures=str(path))["measures"]
    assert list(both) == ["vaccinated", *ours]
    assert both["killed"]["objects"] == [*ours["killed"]["objects"], "fell"]
    assert both["killed"]["subjects"] == ours["killed"]["subjects"]
    assert "fell" not in ours["killed"]["objects"]


def test_where_no_trend_is_given_a_later_figure_disputes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "measures.toml"
    path.write_text('[measures.jailed_again]\nobjects = ["jail"]\ncounts = ["people"]\n', encoding="utf-8")
    tally = read_lexicon("tallies", measures=str(path))["measures"]["jailed_again"]
    assert (tally["phrase"], tally["counts"], tally["trend"]) == ("jailed again", "people", "moves")


@pytest.mark.parametrize(
    ("content", "trouble", "cure"),
    [
        ("[measures\n", "is no TOML", "quotation marks"),
        ("[counts]\n", "[counts]", "measures, classes"),
        ("measures = 3\n", "measures is no table", "[measures]"),
        ("[measures]\njailed = 3\n", "[measures.jailed] is no table", "line of its own"),
        ('[measures.jailed]\nobject = ["jail"]\n', "'object'", "objects"),
        ('[measures.jailed]\nobjects = "jail"\n', "objects is no list", '["a word"'),
        ('[measures.jailed]\nobjects = ["Jail"]\n', "'Jail' has capitals", "small letters"),
        ('[measures.jailed]\nzero = "no"\n', "zero cannot be 'no'", "true or false"),
        ("[measures.jailed]\nlabel = 3\n", "label cannot be 3", "text"),
        ('[measures.jailed]\ntrend = "up"\n', "no trend 'up'", "grows"),
        ('[measures.jailed]\ncounts = ["convicts"]\n', "'convicts', which is no class", "people"),
        ('[classes.people]\nlabel = "people"\n', "'label'", "nouns"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_cure(
    tmp_path: Path, content: str, trouble: str, cure: str
) -> None:
    path = tmp_path / "measures.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        read_measures(str(path))
    assert str(path) in raised.value.reason
    assert trouble in raised.value.reason
    assert cure in raised.value.cure
