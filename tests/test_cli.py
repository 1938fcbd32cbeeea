"""The command from outside: what it prints where, with which exit code, and that it never hurts a file of the user."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

import tracker
from tests.desk import without_parser, write_desk
from tracker import cli, runs
from tracker.store import Store

STEPS = ("extract", "group", "compare")
VERBS = ("run", "read", *STEPS, "report", "export")


@dataclass(frozen=True, kw_only=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


class Desk:
    """A folder of articles, and the command given in it."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.captured = captured

    def __call__(self, *arguments: str | Path) -> Done:
        self.captured.readouterr()
        code = cli.main([str(argument) for argument in arguments])
        out, err = self.captured.readouterr()
        return Done(code=code, out=out, err=err)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """No parser, and no store of the developer's own."""
    without_parser(monkeypatch)
    monkeypatch.delenv("TRACKER_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    write_desk(tmp_path / "articles")
    return Desk(tmp_path, capsys)


def start(*arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *(["-c", code] if code else ["-m", "tracker", *arguments])]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | environment, check=False)


# --- Why ---


def test_explain_prints_and_stores_nothing(desk: Desk) -> None:
    before = sorted(path.name for path in desk.folder.rglob("*"))
    done = desk("explain", "articles")
    assert done.code == 0
    assert done.out.count("article   ") == 3
    assert done.out.count("  claim     ") == 3
    assert sorted(path.name for path in desk.folder.rglob("*")) == before


def test_explain_names_what_cannot_be_read(desk: Desk) -> None:
    done = desk("explain", "nowhere.txt")
    assert done.code == 3
    assert "nowhere.txt" in done.err
    assert "not read  nowhere.txt" in done.out
    assert desk("explain", "articles", "nowhere.txt").code == 0


# --- What a run does ---


def test_one_run_makes_the_report_and_the_store_beside_it(desk: Desk) -> None:
    done = desk("run", "articles", "-o", "out/report.html")
    assert done.code == 0
    assert done.err == ""
    assert done.out.splitlines() == [
        "read      3 articles",
        "extracted 3 claims, 3 figures",
        "grouped   1 incident",
        "compared  1 conflict, 0 more compared without conflict",
        f"report    {Path('out/report.html')}",
        f"store     {Path('out/report.db')}",
    ]
    assert "20" in Path("out/report.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in Path("out").iterdir()) == ["report.db", "report.html"]


def test_the_same_articles_give_the_same_bytes(desk: Desk) -> None:
    desk("run", "articles", "-o", "a.html")
    desk("run", "articles", "-o", "b.html")
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


def test_verbs_taken_one_at_a_time_write_the_same_report(desk: Desk) -> None:
    desk("run", "articles", "-o", "whole.html", "--store", "whole.db")
    assert desk("read", "articles", "--store", "s.db").code == 0
    assert [desk(verb, "--store", "s.db").code for verb in STEPS] == [0, 0, 0]
    assert desk("report", "-o", "steps.html", "--store", "s.db").code == 0
    assert Path("steps.html").read_bytes() == Path("whole.html").read_bytes()


@pytest.mark.parametrize("place", ["option", "environment", "default"])
def test_where_the_store_lies(desk: Desk, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    if place == "environment":
        monkeypatch.setenv("TRACKER_STORE", "other.db")
    desk("read", "articles", *(("--store", "option.db") if place == "option" else ()))
    wanted = {"option": "option.db", "environment": "other.db", "default": "tracker.db"}[place]
    assert [path.name for path in desk.folder.glob("*.db")] == [wanted]


def test_reading_tells_what_was_read(desk: Desk) -> None:
    done = desk("read", "articles")
    assert f"2024-03-16  The Herald  Strike on Kharkiv  {Path('articles/herald.txt')}" in done.out.splitlines()
    assert done.out.splitlines()[-1] == "read      3 articles"


def test_verbose_lists_articles_and_conflicts_and_quiet_nothing(desk: Desk) -> None:
    assert "The Post" in desk("run", "articles", "-v").out
    assert "conflict  " in desk("run", "articles", "-v").out
    assert desk("run", "articles", "-q") == Done(code=0, out="", err="")


def test_a_dash_puts_the_page_on_stdout_and_nothing_else(desk: Desk) -> None:
    done = desk("run", "articles", "-o", "-")
    assert done.out.lower().startswith("<!doctype html>")
    assert "extracted" not in done.out.splitlines()[-1]
    assert not list(desk.folder.glob("*.html"))


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_tables_are_exported(desk: Desk, format: str) -> None:
    desk("run", "articles")
    done = desk("export", "tables", "--format", format, "--store", "report.db")
    assert done.code == 0
    assert Path(f"tables/discrepancies.{format}").exists()
    assert str(Path(f"tables/discrepancies.{format}")) in done.out.splitlines()


def test_what_is_given_fills_what_an_article_lacks(desk: Desk) -> None:
    Path("bare.txt").write_text("Nobody was hurt when a wall fell in Leeds on Friday, police said.\n", encoding="utf-8")
    done = desk("read", "bare.txt", "--publisher", "The Post", "--published", "2024-03-15", "--title", "Wall falls")
    assert "2024-03-15  The Post  Wall falls  bare.txt" in done.out
    assert done.err == ""


def test_real_articles_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    """With the parser and in processes of their own, as users run it: no order may come from a set."""
    article = Path(__file__).parent.parent / "examples/belgorod/articles/2023-12-30-kestrel.txt"
    pages = [tmp_path / f"{seed}.html" for seed in (1, 2)]
    for seed, page in enumerate(pages, start=1):
        done = start("run", str(article), "-o", str(page), PYTHONHASHSEED=str(seed))
        assert (done.returncode, done.stderr) == (0, "")
    assert pages[0].read_bytes() == pages[1].read_bytes()


# --- Exit codes ---


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("run articles", 0),
        ("run articles missing.txt", 0),
        ("--help", 0),
        ("--version", 0),
        ("run articles --fail-on conflict", 1),
        ("run articles/herald.txt --fail-on conflict", 0),
        ("", 2),
        ("run", 2),
        ("rnu", 2),
        ("run articles --fail-on rain", 2),
        ("run articles --colour", 2),
        ("run articles -o articles/herald.txt/report.html", 2),
        ("run missing.txt", 3),
        ("run articles missing.txt --strict", 3),
        ("extract --store missing.db", 3),
        ("run articles --store articles/herald.txt", 3),
        ("run articles --store nowhere/at/all.db", 3),
    ],
)
def test_exit_codes(desk: Desk, command: str, code: int) -> None:
    done = desk(*command.split())
    assert done.code == code
    assert "Traceback" not in done.err


def test_comparing_alone_can_fail_on_a_conflict_too(desk: Desk) -> None:
    desk("run", "articles")
    assert desk("compare", "--store", "report.db", "--fail-on", "conflict").code == 1


def test_a_bug_shows_its_traceback(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "run", lambda *_, **__: 1 / 0)
    done = desk("run", "articles")
    assert done.code == 4
    assert "ZeroDivisionError" in done.err
    assert "bug" in done.err


def test_stopping_by_keyboard_ends_with_130(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(runs, "run", stop)
    assert desk("run", "articles").code == 130


# --- Bad inputs ---


def test_every_unread_input_is_one_line_with_reason_and_cure(desk: Desk) -> None:
    Path("empty.txt").write_bytes(b"")
    Path("picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = desk("run", "articles", "missing.txt", "empty.txt", "picture.png")
    assert done.code == 0
    assert [line.split(": ")[:2] for line in done.err.splitlines()] == [
        ["warning", "missing.txt"],
        ["warning", "empty.txt"],
        ["warning", "picture.png"],
    ]
    assert "3 articles, 3 not read" in done.out


def test_undated_articles_are_told_with_the_cure(desk: Desk) -> None:
    Path("bare.txt").write_text("Police said two people were hurt in Leeds on Friday evening.\n", encoding="utf-8")
    done = desk("read", "bare.txt")
    assert "Friday" in done.err
    assert "bare.txt" in done.err
    assert "--published" in done.err


def test_a_headline_cannot_steer_the_terminal(desk: Desk) -> None:
    nasty = {
        "title": "A\x1b[2Jheadline\x07\u202e",
        "published": "2024-03-15",
        "text": "Two men died in Leeds, police said.",
    }
    Path("a\x1b[31m.json").write_text(json.dumps(nasty), encoding="utf-8")
    done = desk("read", "a\x1b[31m.json", "no\nsuch\x1bfile")
    assert done.code == 0
    assert len(done.err.splitlines()) == 1
    assert not {"\x1b", "\x07", "\u202e"} & set(done.out + done.err)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("half.json", b'{"title": "A \\ud83d", "text": "Police said two men died in Leeds \\ud83d on Friday."}'),
        ("latin.txt", "Les autorités ont parlé de deux blessés à Orléans, selon la police.".encode("latin-1")),
        ("nul.txt", b"Police said\x00 two men died in Leeds on Friday evening."),
        ("deep.json", b"[" * 5000),
        ("wide.csv", b'text\n"' + b"word " * 60_000 + b'"\n'),
        ("broken.html", b"<html><body><p>Police said two men died in <b>Leeds<i></p><table><tr>"),
        ("\udcff.txt", b"Police said two men died in Leeds on Friday evening."),
    ],
    ids=["surrogate", "latin-1", "nul", "deep", "wide", "broken-html", "file-name"],
)
def test_odd_inputs_end_in_a_report_or_in_words(desk: Desk, name: str, content: bytes) -> None:
    Path(name).write_bytes(content)
    done = desk("run", name, "--publisher", "The Post")
    assert done.code in (0, 3)
    assert "Traceback" not in done.err
    assert (done.code == 0) == Path("report.html").exists()


# --- What is the user's stays the user's ---


def test_nothing_read_leaves_the_last_state_alone(desk: Desk) -> None:
    desk("run", "articles")
    before = Path("report.db").read_bytes(), Path("report.html").read_bytes()
    assert desk("run", "missing.txt").code == 3
    assert desk("run", "articles", "missing.txt", "--strict").code == 3
    assert (Path("report.db").read_bytes(), Path("report.html").read_bytes()) == before


@pytest.mark.parametrize(
    "command",
    [
        "run articles/herald.txt -o articles/herald.txt",
        "run articles -o same.db --store same.db",
        "run articles --store articles/herald.txt",
        "read articles --store articles/herald.txt",
    ],
)
def test_articles_and_store_are_never_overwritten(desk: Desk, command: str) -> None:
    before = Path("articles/herald.txt").read_bytes()
    assert desk(*command.split()).code in (2, 3)
    assert Path("articles/herald.txt").read_bytes() == before
    assert not Path("same.db").exists()


def test_a_report_among_the_articles_is_not_read_the_next_time(desk: Desk) -> None:
    first = desk("run", "articles", "-o", "articles/report.html")
    again = desk("run", "articles", "-o", "articles/report.html")
    assert "read      3 articles" in first.out.splitlines()
    assert "read      0 articles, 3 files unchanged" in again.out.splitlines()
    assert first.out.splitlines()[1:] == again.out.splitlines()[1:]


def test_on_a_store_that_holds_articles_only_what_is_new_is_read(desk: Desk) -> None:
    desk("run", "articles/herald.txt")
    again = desk("run", "articles")
    assert "read      2 articles, 1 file unchanged" in again.out.splitlines()
    assert "compared  1 conflict, 0 more compared without conflict" in again.out.splitlines()
    anew = desk("run", "articles/herald.txt", "--anew")
    assert "read      1 article" in anew.out.splitlines()
    assert "extracted 1 claim, 1 figure" in anew.out.splitlines()


def test_a_run_may_leave_the_report_to_later(desk: Desk) -> None:
    done = desk("run", "articles", "--no-report", "--fail-on", "conflict")
    assert done.code == 1
    assert "compared  1 conflict, 0 more compared without conflict" in done.out.splitlines()
    assert not any(line.startswith("report") for line in done.out.splitlines())
    assert not Path("report.html").exists()
    assert desk("report", "--store", "report.db").code == 0


def test_what_runs_have_read_is_replaced_only_when_asked(desk: Desk) -> None:
    desk("run", "articles")
    done = desk("read", "articles/herald.txt", "--store", "report.db")
    assert done.code == 2
    assert "give --anew to replace them" in done.err
    assert "3 articles" in desk("doctor", "--store", "report.db").out
    assert desk("read", "articles/herald.txt", "--store", "report.db", "--anew").code == 0
    assert "1 articles" in desk("doctor", "--store", "report.db").out


@pytest.mark.skipif(os.name == "nt" or not os.getuid(), reason="nothing is forbidden to this user")
def test_a_read_only_folder_is_told_with_its_cure(desk: Desk) -> None:
    Path("locked").mkdir(mode=0o500)
    assert desk("run", "articles", "-o", "locked/report.html").code in (2, 3)


def test_a_verb_too_early_says_which_comes_first(desk: Desk) -> None:
    done = desk("group", "--store", "new.db")
    assert done.err == "error: the store new.db holds no articles yet. Run first: tracker read PATH… --store new.db\n"
    assert not Path("new.db").exists()


def test_a_store_of_another_version_is_told_with_its_cure(desk: Desk) -> None:
    with Store("old.db") as store:
        store.save("articles", [])
        with store._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE meta SET value = '0123456789ab' WHERE key = 'schema'")
    done = desk("extract", "--store", "old.db")
    assert done.code == 3
    assert "another version" in done.err
    assert len(done.err.splitlines()) == 1


# --- The command itself ---


def test_help_teaches(desk: Desk) -> None:
    told = desk("--help").out
    assert "tracker run articles/ -o report.html" in told
    places = [
        told.rindex(f"\n  {verb} ") for verb in ("run", "read", "extract", "group", "compare", "report", "export")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_has_its_help(desk: Desk, verb: str) -> None:
    told = desk(verb, "--help").out
    options = [line for line in told.splitlines() if line.lstrip().startswith("-")]
    assert options
    assert all(len(line.split("  ")) > 2 for line in options), told


def test_version(desk: Desk) -> None:
    assert desk("--version").out == f"tracker {tracker.__version__}\n"


HEAVY = ("pandas", "numpy", "spacy", "sklearn", "scipy", "sqlalchemy", "trafilatura", "dateparser", "jinja2", "rich")


@pytest.mark.parametrize("asked", ["import tracker", "from tracker.cli import main; main(['--help'])"])
def test_nothing_heavy_is_loaded_to_ask_for_help(asked: str) -> None:
    code = f"import sys; {asked}; print('loaded', sorted(set({HEAVY}) & set(sys.modules)))"
    assert start(code=code).stdout.splitlines()[-1] == "loaded []"


def test_help_is_there_at_once() -> None:
    # 0.3 s on a slow two-core machine, a seventh of it Python itself; a slower one is measured by that share.
    assert waiting("--help") < max(0.5, 12 * waiting(code="pass"))


def waiting(*arguments: str, code: str = "") -> float:
    """Seconds of the processor that another process takes, the best of three."""
    taken = []
    for _ in range(3):
        before = os.times()
        start(*arguments, code=code)
        after = os.times()
        taken.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(taken)


def test_colours_never_reach_a_pipe() -> None:
    done = start("run", "--colour", NO_COLOR="1", FORCE_COLOR="1")
    assert done.returncode == 2
    assert "\x1b" not in done.stdout + done.stderr


def test_a_terminal_without_the_letter_shows_a_question_mark(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"title": "Šiauliai", "text": "Police said two men died."}', encoding="utf-8")
    done = start("read", str(tmp_path / "a.json"), "--store", str(tmp_path / "s.db"), PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "?iauliai" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    # A job in the background of a script is started deaf to Ctrl-C, and its children with it: give them their ears.
    code = "import signal, sys, time; signal.signal(signal.SIGINT, signal.default_int_handler); "
    code += "from tracker import cli, pipeline; pipeline.read = lambda *a, **k: time.sleep(60); "
    code += f"print('ready', flush=True); sys.exit(cli.main(['read', 'x', '--store', {str(tmp_path / 's.db')!r}]))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=-1, stderr=-1, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in err
