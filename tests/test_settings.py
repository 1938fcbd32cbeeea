"""What holds: a flag before the environment before a file before ours, each with its origin, and nothing mistyped."""

from pathlib import Path

import pytest

from tracker.errors import SettingsError
from tracker.settings import Told, read_reviewer, read_settings, tell_settings, unknown_variables

SET = {"TRACKER_STORE": "set.db"}


@pytest.mark.parametrize(
    ("option", "report", "environ", "store"),
    [
        ("asked.db", "out/page.html", SET, "asked.db"),
        ("", "out/page.html", SET, "set.db"),
        ("", "out/page.html", {}, str(Path("out/page.db"))),
        ("", "out/page", {"TRACKER_STORE": ""}, str(Path("out/page.db"))),
        ("", "-", {}, "tracker.db"),
        ("", None, {}, "report.db"),
        ("postgresql://desk@host/tracker", None, SET, "postgresql://desk@host/tracker"),
    ],
)
def test_where_the_store_of_a_report_lies(
    tmp_path: Path, option: str, report: str | None, environ: dict[str, str], store: str
) -> None:
    output = Path(report) if report else None
    found = read_settings(reporting=True, store=option, output=output, environ=environ, folder=tmp_path)
    assert found.store == store


def test_without_a_report_it_lies_here(tmp_path: Path) -> None:
    assert read_settings(environ={}, folder=tmp_path).store == "tracker.db"


# --- Which word counts ---


def told(name: str, folder: Path, **given: object) -> Told:
    """One setting, as it holds in a folder."""
    environ = given.pop("environ", {})
    assert isinstance(environ, dict)
    (found,) = (each for each in tell_settings(folder=folder, environ=environ, **given) if each.name == name)
    return found


def test_a_flag_before_the_environment_before_the_file_before_ours(tmp_path: Path) -> None:
    assert told("engine", tmp_path).origin == "default"
    (tmp_path / "tracker.toml").write_text('engine = "local"\n', encoding="utf-8")
    environ = {"TRACKER_ENGINE": "pool"}
    found = [
        told("engine", tmp_path),
        told("engine", tmp_path, environ=environ),
        told("engine", tmp_path, environ=environ, engine="auto"),
    ]
    assert [(each.value, each.origin) for each in found] == [
        ("local", str(tmp_path / "tracker.toml")),
        ("pool", "environment TRACKER_ENGINE"),
        ("auto", "flag --engine"),
    ]


def test_the_file_beside_the_store_counts_before_the_one_here(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "tracker.toml").write_text('publisher = "Here"\n', encoding="utf-8")
    (tmp_path / "desk/tracker.toml").write_text('publisher = "There"\n', encoding="utf-8")
    assert told("publisher", tmp_path).value == "Here"
    assert told("publisher", tmp_path, store="desk/s.db").value == "There"
    assert told("publisher", tmp_path, reporting=True, output=Path("desk/page.html")).value == "There"
    assert told("publisher", tmp_path, output=Path("desk/page.html")).value == "Here"


def test_a_project_may_hold_them(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.tracker]\nreviewer = "Ana"\n', encoding="utf-8")
    assert told("reviewer", tmp_path).value == "Ana"
    assert "[tool.tracker]" in told("reviewer", tmp_path).origin
    (tmp_path / "tracker.toml").write_text("", encoding="utf-8")
    assert told("reviewer", tmp_path).value == ""


def test_paths_are_counted_from_their_file(tmp_path: Path) -> None:
    (tmp_path / "tracker.toml").write_text('store = "data/s.db"\noutput = "-"\n', encoding="utf-8")
    assert told("store", tmp_path).value == str(tmp_path / "data/s.db")
    assert told("output", tmp_path).value == "-"
    (tmp_path / "tracker.toml").write_text('store = "postgresql://desk@host/tracker"\n', encoding="utf-8")
    assert told("store", tmp_path).value == "postgresql://desk@host/tracker"


@pytest.mark.parametrize("name", ["parties", "measures", "outlets"])
def test_a_desks_own_words_are_found_beside_its_store(tmp_path: Path, name: str) -> None:
    (tmp_path / "desk").mkdir()
    own = tmp_path / "desk" / f"{name}.toml"
    own.write_text("", encoding="utf-8")
    assert told(name, tmp_path).value == ""
    found = told(name, tmp_path, store="desk/s.db")
    assert (found.value, found.origin) == (str(own), "beside the store")
    assert told(name, tmp_path, store="desk/s.db", **{name: "other.toml"}).value == "other.toml"


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("0", False), ("no", None), ("1", True)], ids=["true", "0", "no", "1"]
)
def test_a_switch_in_the_environment(tmp_path: Path, text: str, value: bool | None) -> None:
    if value is None:
        with pytest.raises(SettingsError, match="TRACKER_STRICT cannot be 'no'"):
            told("strict", tmp_path, environ={"TRACKER_STRICT": text})
    else:
        assert told("strict", tmp_path, environ={"TRACKER_STRICT": text}).value is value


# --- What makes no sense ---


@pytest.mark.parametrize(
    ("content", "trouble", "cure"),
    [
        ('stroe = "a.db"\n', "'stroe'", "'store'"),
        ('fail_on = "conflict"\n', "'fail_on'", "'fail-on'"),
        ("zzzz = 1\n", "'zzzz'", "store, output"),
        ('fail-on = "rain"\n', "fail-on cannot be 'rain'", "conflict"),
        ('strict = "yes please"\n', "strict cannot be", "true or false"),
        ("store = 3\n", "store cannot be 3", "quotation marks"),
        ('interval = "soon"\n', "interval cannot be", "a number"),
        ("store = \n", "is no TOML", "one setting to a line"),
    ],
)
def test_a_file_that_makes_no_sense_is_named_with_its_cure(
    tmp_path: Path, content: str, trouble: str, cure: str
) -> None:
    (tmp_path / "tracker.toml").write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        read_settings(folder=tmp_path, environ={})
    assert "tracker.toml" in raised.value.reason
    assert trouble in raised.value.reason
    assert cure in raised.value.cure


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "tracker.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="no UTF-8"):
        read_settings(folder=tmp_path, environ={})


def test_a_mistyped_variable_is_told() -> None:
    environ = {"TRACKER_STROE": "a.db", "TRACKER_STORE": "b.db", "TRACKER_ZZZZZZZZZZ": "1", "HOME": "/"}
    assert list(unknown_variables(environ)) == ["TRACKER_STROE is no setting. Did you mean TRACKER_STORE?"]


# --- Who decides ---


@pytest.mark.parametrize(
    ("option", "environ", "name"),
    [("Ana ", {"TRACKER_REVIEWER": "Ben"}, "Ana"), ("", {"TRACKER_REVIEWER": "Ben"}, "Ben")],
)
def test_who_decides(option: str, environ: dict[str, str], name: str) -> None:
    assert read_reviewer(option, environ=environ) == name


def test_who_decides_is_else_the_login_or_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "carla")
    assert read_reviewer(environ={}) == "carla"

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert read_reviewer(environ={}) == ""
