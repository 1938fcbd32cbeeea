"""``tracker watch`` in a process of its own: it reads what comes, writes the report anew, and stops at any moment."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.desk import DESK, write_desk
from tracker import cli
from tracker.report.writing import replace_file
from tracker.store import Store

ROOT = Path(__file__).parent.parent.parent

# The command without the parser, each article taking a while; deaf ears (see test_cli) are opened again.
CODE = """
import signal, sys, time
from importlib import import_module
from tests.desk import extract_plainly
signal.signal(signal.SIGINT, signal.default_int_handler)
room = import_module("tracker.extract")
def extract(article):
    time.sleep(float(sys.argv[1]))
    told = extract_plainly(article)
    return room.Extraction(claims=told.claims, figures=told.figures, accounts=told.accounts)
room.extract_article = extract
from tracker import cli
sys.exit(cli.main(sys.argv[2:]))
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")


@dataclass(kw_only=True)
class Watch:
    """A watch on a folder, and what it prints."""

    folder: Path
    slow: float = 0.0
    arguments: tuple[str, ...] = ()
    process: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        command = [sys.executable, "-c", CODE, str(self.slow), "watch", "in", "-o", "in/report.html", *self.arguments]
        environ = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
        environ |= {"PYTHONPATH": str(ROOT)}
        with (self.folder / "out.log").open("w") as out, (self.folder / "err.log").open("w") as err:
            self.process = subprocess.Popen(command, cwd=self.folder, env=environ, stdout=out, stderr=err, text=True)

    def said(self, word: str) -> int:
        """How many lines begin with a word so far."""
        lines = (self.folder / "out.log").read_text(encoding="utf-8").splitlines()
        return sum(line.startswith(word) for line in lines)

    def until(self, condition: Callable[[], bool], seconds: float = 60) -> None:
        """Wait for something to become so."""
        end = time.monotonic() + seconds
        while not condition():
            assert self.process.poll() is None, (self.folder / "err.log").read_text(encoding="utf-8")
            assert time.monotonic() < end, (self.folder / "out.log").read_text(encoding="utf-8")
            time.sleep(0.05)

    def stop(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=30)

    @property
    def errors(self) -> str:
        return (self.folder / "err.log").read_text(encoding="utf-8")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Watch]]:
    started: list[Watch] = []

    def go(**options: object) -> Watch:
        started.append(Watch(folder=tmp_path, **options))  # type: ignore[arg-type]
        return started[-1]

    yield go
    for each in started:
        each.process.kill()
        each.process.wait()


def test_what_comes_is_read_and_the_report_written_anew(start: Callable[..., Watch], tmp_path: Path) -> None:
    _, courier, _ = write_desk(tmp_path / "in")
    text = courier.read_text(encoding="utf-8")
    courier.unlink()
    report = tmp_path / "in/report.html"
    watch = start()
    watch.until(lambda: watch.said("looked") == 1)
    assert "The Courier" not in report.read_text(encoding="utf-8")
    time.sleep(2.5)
    assert watch.said("looked") == 1, "its own report and store, beside the articles, are no news"
    replace_file(courier, text)
    watch.until(lambda: watch.said("looked") == 2)
    assert "The Courier" in report.read_text(encoding="utf-8")
    assert "1 file new or changed" in (tmp_path / "out.log").read_text(encoding="utf-8")
    assert watch.stop() == cli.STOPPED
    assert watch.errors == ""


def test_trouble_with_the_input_does_not_end_it(start: Callable[..., Watch], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    watch = start()
    watch.until(lambda: "no article could be read" in watch.errors)
    write_desk(tmp_path / "in")
    watch.until((tmp_path / "in/report.html").exists)
    assert watch.stop(signal.SIGTERM) == cli.STOPPED


def test_addresses_are_asked_on_an_interval(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process, on a clock of its own: ten minutes of it."""
    room = import_module("tracker.cli.watch")
    clock, asked = [0.0], list[float]()

    def sleep(seconds: float) -> None:
        clock[0] += seconds
        if clock[0] > 600:
            raise KeyboardInterrupt

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(room, "time", SimpleNamespace(sleep=sleep, monotonic=lambda: clock[0]))
    monkeypatch.setattr(room, "run", lambda *paths, **options: asked.append(clock[0]))
    assert cli.main(["watch", "https://paper.example/feed.xml", "--interval", "250", "-q"]) == cli.STOPPED
    assert asked == [0, 250, 500]


@pytest.mark.parametrize(
    ("number", "moment"),
    [(signal.SIGINT, 0.0), (signal.SIGTERM, 0.3), (signal.SIGINT, 0.7), (signal.SIGTERM, 1.1), (signal.SIGINT, 1.6)],
)
def test_it_stops_at_any_moment_and_leaves_a_store_that_can_go_on(
    start: Callable[..., Watch],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    moment: float,
) -> None:
    write_desk(tmp_path / "in")
    watch = start(slow=0.4)
    watch.until(lambda: watch.said("watching") == 1)
    time.sleep(1.2 + moment)  # the first look finds the articles, the second that they rest
    assert watch.stop(number) == cli.STOPPED
    assert "this is a bug" not in watch.errors
    report, store = tmp_path / "in/report.html", tmp_path / "in/report.db"
    assert not report.exists() or report.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert not list((tmp_path / "in").glob(".*.part"))
    if store.exists():
        with closing(sqlite3.connect(store)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    monkeypatch.chdir(tmp_path)
    environ = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
    again = [sys.executable, "-c", CODE, "0", "run", "in", "-o", "in/report.html", "--fail-on", "conflict"]
    done = subprocess.run(again, env=environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (cli.FOUND, "")
    with Store(store) as kept:
        assert kept.count("articles") == len(DESK)
