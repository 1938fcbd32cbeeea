"""The review desk in a browser: by keys and without a script, in two tabs, and when the server dies in between."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.watched import Watched
from tests.review.run import fill
from tests.review.served import TOKEN, Served, served
from tracker.store import Store

Visit = Callable[..., Watched]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(fill(tmp_path / "run.db")) as opened:
        yield opened


@pytest.fixture
def desk(store: Store) -> Iterator[Served]:
    with served(store) as found:
        yield found


def at(desk: Served, place: str = "") -> str:
    return f"{desk.home}/{TOKEN}/{place}"


def left(page: Any) -> int:
    return int(page.locator("#left b").inner_text())


def moved(page: Any, act: Callable[[], object]) -> None:
    """Wait until what was done has led to a page."""
    with page.expect_navigation():
        act()


def kinds(store: Store) -> list[str]:
    return [each.kind for each in store.load("decisions")]


def press(page: Any, *keys: str) -> None:
    """Keys, the last of which leads on."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    moved(page, lambda: page.keyboard.press(keys[-1]))


def test_everything_is_decided_by_keys_alone(visit: Visit, desk: Served, store: Store) -> None:
    seen = visit(at(desk))
    page = seen.page
    press(page, "j")
    assert page.url.endswith("/conflict/dis-killed")
    press(page, "c")
    assert (page.url.rpartition("/")[2], left(page)) == ("dis-march", 2)
    press(page, "d", "2")
    assert (page.url.rpartition("/")[2], left(page)) == ("dis-hurt", 1)
    page.keyboard.press("r")
    page.keyboard.type("the hospital's list")
    moved(page, lambda: page.keyboard.press("Enter"))
    assert page.locator("h1").inner_text() == "Nothing left to decide"
    made = store.load("decisions")
    told = [("confirm", ""), ("dismiss", "A later count took its place"), ("resolve", "the hospital's list")]
    assert [(each.kind, each.reason) for each in made] == told
    assert seen.misdeeds == []


def test_undo_by_key_and_stepping_on_without_deciding(visit: Visit, desk: Served, store: Store) -> None:
    page = visit(at(desk, "conflict/dis-killed")).page
    press(page, "j")
    press(page, "k")
    assert (page.url.rpartition("/")[2], left(page)) == ("dis-killed", 3)
    press(page, "c")
    press(page, "u")
    assert (page.url.rpartition("/")[2], left(page)) == ("dis-killed", 3)
    assert kinds(store) == ["confirm", "undo"]


def test_reloading_and_going_back_decide_nothing(visit: Visit, desk: Served, store: Store) -> None:
    page = visit(at(desk, "conflict/dis-killed")).page
    press(page, "c")
    page.reload()
    page.go_back()
    page.go_forward()
    assert kinds(store) == ["confirm"]
    assert left(page) == 2


def test_a_number_alone_decides_nothing_and_words_are_words(visit: Visit, desk: Served, store: Store) -> None:
    page = visit(at(desk, "conflict/dis-killed")).page
    for key in ("1", "2", "Escape", "z"):
        page.keyboard.press(key)
    page.keyboard.press("d")
    page.keyboard.press("0")
    page.keyboard.type("checked: c, d and 1")
    assert kinds(store) == []
    moved(page, lambda: page.keyboard.press("Enter"))
    assert store.load("decisions")[0].reason == "checked: c, d and 1"


def test_keys_can_be_switched_off_and_stay_off(visit: Visit, desk: Served, store: Store) -> None:
    page = visit(at(desk, "conflict/dis-killed")).page
    page.keyboard.press("?")
    page.get_by_label("A key alone decides").uncheck()
    page.reload()
    page.keyboard.press("c")
    page.wait_for_timeout(200)
    assert kinds(store) == []
    moved(page, page.get_by_role("button", name="They do conflict").click)
    assert kinds(store) == ["confirm"]


def test_it_works_without_a_script(visit: Visit, desk: Served, store: Store) -> None:
    seen = visit(at(desk), java_script_enabled=False)
    page = seen.page
    page.get_by_role("link", name="Begin with the first").click()
    page.get_by_role("button", name="They do conflict").click()
    page.get_by_text("No conflict, because").click()
    page.get_by_role("button", name="Not the same incident").click()
    page.get_by_text("Cleared up", exact=False).first.click()
    page.get_by_label("How").fill("the hospital's list")
    page.get_by_role("button", name="Cleared up").click()
    assert page.locator("h1").inner_text() == "Nothing left to decide"
    page.get_by_role("button", name="Undo dec-").first.click()
    assert left(page) == 1
    assert sorted(kinds(store)) == ["confirm", "dismiss", "resolve", "undo"]


def test_two_tabs_never_write_over_each_other(visit: Visit, desk: Served, store: Store) -> None:
    one, other = (visit(at(desk, "conflict/dis-killed")).page for _ in range(2))
    press(one, "c")
    press(other, "d", "1")
    assert "Meanwhile it was confirmed by Ana." in other.get_by_role("alert").inner_text()
    assert kinds(store) == ["confirm"]
    press(other, "d", "1")
    assert kinds(store) == ["confirm", "dismiss"]
    one.reload()
    assert left(one) == left(other) == 2


@contextmanager
def command(store: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """``tracker review`` as a person starts it, and the address it tells."""
    asked = [sys.executable, "-m", "tracker", "review", "--store", str(store), "--no-browser", "--reviewer", "Ana"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            yield running, running.stdout.readline().split()[-1]
        finally:
            running.kill()


def test_nothing_is_lost_when_the_server_is_killed(visit: Visit, tmp_path: Path) -> None:
    place = fill(tmp_path / "run.db")
    with command(place) as (running, address):
        page = visit(f"{address}conflict/dis-killed").page
        press(page, "c")
        os.kill(running.pid, signal.SIGKILL)
        running.wait(timeout=30)
    with command(place) as (_, again):
        assert again.rsplit("/", 2)[1] != address.rsplit("/", 2)[1]
        page = visit(again).page
        assert left(page) == 2
        press(page, "j")
        press(page, "c")
    with Store(place) as store:
        assert kinds(store) == ["confirm", "confirm"]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_it_can_be_used_by_everybody(visit: Visit, desk: Served, scheme: str, width: int) -> None:
    """axe-core, with everything open; and no sideways scrolling."""
    from axe_playwright_python.sync_playwright import Axe

    size = {"width": width, "height": 800}
    for place in ("", "conflict/dis-killed"):
        seen = visit(at(desk, place), viewport=size, color_scheme=scheme, bypass_csp=True)
        page = seen.page
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
