"""Progress is for people: nothing in a log, nothing for a moment's work, and the terminal is left clean."""

import io
import time
from contextlib import redirect_stderr

import pytest

from tracker import progress
from tracker.progress import aside, watching


class Terminal(io.StringIO):
    """A stderr with somebody before it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)


def shown(stream: io.StringIO, *, seconds: float = 0.0, quiet: bool = False) -> str:
    """What a stream gets to see of a little work."""
    with redirect_stderr(stream), watching(quiet=quiet) as watch:
        for done in range(3):
            watch("extract", done, 3)
            time.sleep(seconds)
        watch("group", 0, 0)
    return stream.getvalue()


@pytest.mark.usefixtures("impatient")
def test_long_work_is_shown_and_wiped_away() -> None:
    seen = shown(Terminal(), seconds=0.1)
    assert "extract" in seen
    assert "group" in seen
    assert seen.endswith("\x1b[2K")


def test_a_moment_s_work_is_not_shown() -> None:
    assert shown(Terminal()).strip() == ""


@pytest.mark.usefixtures("impatient")
def test_it_makes_room_for_what_is_printed() -> None:
    terminal = Terminal()
    with redirect_stderr(terminal), watching() as watch:
        watch("extract", 1, 3)
        time.sleep(0.2)
        with aside():
            assert terminal.getvalue().endswith("\x1b[2K")
            terminal.write("a line\n")
        watch("extract", 2, 3)
    assert "extract" in terminal.getvalue().partition("a line")[2]
    with aside():
        pass


@pytest.mark.usefixtures("impatient")
def test_quiet_is_quiet() -> None:
    assert shown(Terminal(), seconds=0.1, quiet=True) == ""


@pytest.mark.usefixtures("impatient")
def test_a_log_gets_nothing() -> None:
    assert shown(io.StringIO(), seconds=0.1) == ""


@pytest.mark.usefixtures("impatient")
def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[36m" in shown(Terminal(), seconds=0.1)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[36m" not in shown(Terminal(), seconds=0.1)


def test_what_goes_wrong_in_the_work_comes_out() -> None:
    with redirect_stderr(Terminal()), pytest.raises(ZeroDivisionError), watching():
        raise ZeroDivisionError
