"""``tracker settings``, and that what a desk lays beside its store holds without a word."""

from pathlib import Path

import pytest

from tests.desk import without_parser, write_desk
from tracker import cli
from tracker.store import Store


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_parser(monkeypatch)
    for name in ("STORE", "REVIEWER", "PARTIES", "MEASURES", "OUTLETS"):
        monkeypatch.delenv(f"TRACKER_{name}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_every_setting_is_listed_with_its_origin(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tracker.toml").write_text('store = "desk.db"\nstrict = true\n', encoding="utf-8")
    assert cli.main(["settings", "--origin", "-o", "page.html"]) == cli.DONE
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["store", "desk.db"]
    assert lines[1][:2] == ["from", "tracker.toml:"]
    assert lines[2:4] == [["output", "page.html"], ["from", "flag", "--output:", "where", "the", "report", "goes"]]
    assert ["strict", "true"] in lines
    assert ["split", "-"] in lines


def test_a_mistake_is_usage(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tracker.toml").write_text('reviewr = "Ana"\n', encoding="utf-8")
    assert cli.main(["settings"]) == cli.USAGE
    assert capsys.readouterr().err == ("error: tracker.toml: there is no setting 'reviewr'. Did you mean 'reviewer'?\n")


def test_a_run_heeds_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    write_desk(Path("articles"))
    Path("tracker.toml").write_text('output = "out/page.html"\nfail-on = "conflict"\n', encoding="utf-8")
    assert cli.main(["run", "articles"]) == cli.FOUND
    assert Path("out/page.html").exists()
    assert Path("out/page.db").exists()
    capsys.readouterr()
    assert cli.main(["run", "articles", "nowhere.txt", "--strict"]) == cli.UNREADABLE


def test_outlets_beside_the_store_name_the_publishers() -> None:
    write_desk(Path("articles"))
    Path("outlets.toml").write_text('[outlets."Harbour Herald"]\naliases = ["The Herald"]\n', encoding="utf-8")
    assert cli.main(["read", "articles"]) == cli.DONE
    with Store("tracker.db") as store:
        assert {each.publisher for each in store.load("articles")} == {"Harbour Herald", "The Courier", "The Post"}


def test_a_mistake_in_a_desks_words_ends_before_the_work(capsys: pytest.CaptureFixture[str]) -> None:
    write_desk(Path("articles"))
    Path("measures.toml").write_text('[measures.arrested]\nobject = ["arrest"]\n', encoding="utf-8")
    assert cli.main(["run", "articles"]) == cli.USAGE
    assert "measures.toml: [measures.arrested] has a key 'object'" in capsys.readouterr().err
    assert not Path("report.db").exists()
