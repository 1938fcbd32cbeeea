"""Where the store of a run lies: an option, then the environment, then beside the report, then here."""

from pathlib import Path

import pytest

from tracker.settings import read_reviewer, read_settings

SET = {"TRACKER_STORE": "set.db"}


@pytest.mark.parametrize(
    ("option", "report", "environ", "store"),
    [
        ("asked.db", "out/page.html", SET, "asked.db"),
        ("", "out/page.html", SET, "set.db"),
        ("", "out/page.html", {}, str(Path("out/page.db"))),
        ("", "out/page", {"TRACKER_STORE": ""}, str(Path("out/page.db"))),
        ("", "", {}, "tracker.db"),
        ("postgresql://desk@host/tracker", "", SET, "postgresql://desk@host/tracker"),
    ],
)
def test_where_the_store_lies(option: str, report: str, environ: dict[str, str], store: str) -> None:
    given = Path(report) if report else None
    assert read_settings(store=option, report=given, environ=environ).store == store


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
