"""The report in a browser: what a reader sees, does with keys, copies, prints, and what must never happen."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.browser.watched import Watched
from tests.report.scene import DISCREPANCIES, SCENE
from tracker.decisions import checked, decide
from tracker.model import Decision
from tracker.report import render_files, render_report, write_files
from tracker.tables import from_row

Visit = Callable[..., Watched]

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
FIRST, SECOND = (each.discrepancy_id for each in (DISCREPANCIES[0], DISCREPANCIES[2]))  # worst first


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the scene, as a file."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_report(SCENE), encoding="utf-8")
    return path


@pytest.fixture
def page(visit: Visit, report: Path) -> Any:
    """The report, opened as a reader with a desk opens it, allowed to use the clipboard."""
    return visit(report, permissions=["clipboard-read", "clipboard-write"]).page


def shown(page: Any) -> list[str]:
    """The conflicts the list shows, by the beginning of their line."""
    rows = page.locator("#list > .row:not([hidden])")
    found: list[str] = rows.evaluate_all("rows => rows.map(row => row.dataset.of)")
    return found


def copied(page: Any) -> str:
    text: str = page.evaluate("() => navigator.clipboard.readText()")
    return text


def place(page: Any) -> str:
    """Where in the page we are, as the page itself knows it; Playwright hears of it later."""
    found: str = page.evaluate("() => location.hash")
    return found


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def current(page: Any) -> str:
    found: str = page.locator("#list > [aria-current]").get_attribute("data-of")
    return found


def in_view(page: Any, anchor: str) -> bool:
    seen: bool = page.evaluate(
        "id => { const box = document.getElementById(id).getBoundingClientRect();"
        " return box.top < innerHeight && box.bottom > 0 && box.height > 0; }",
        anchor,
    )
    return seen


# --- the first screen ---


def test_the_first_screen_says_what_conflicts_before_any_scrolling(page: Any) -> None:
    numbers = page.locator("#counts div").all_inner_texts()
    assert ["".join(text.split("\n")) for text in numbers][:2] == ["conflicts4", "of high severity2"]
    assert len(numbers) == 5
    worst = page.locator("#list > .row").first
    assert worst.bounding_box()["y"] + worst.bounding_box()["height"] < 900
    assert "74" in worst.inner_text()
    assert "against" in worst.inner_text()


def test_on_a_phone_the_worst_conflict_is_on_the_first_screen_and_nothing_is_cut(visit: Visit, report: Path) -> None:
    page = visit(report, **PHONE).page
    assert page.locator("#list > .row").first.bounding_box()["y"] < 740
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_page_never_scrolls_sideways(visit: Visit, report: Path, width: int) -> None:
    page = visit(report, viewport={"width": width, "height": 800}).page
    assert page.evaluate("() => document.documentElement.scrollWidth") == width


def test_the_page_does_nothing_of_its_own(visit: Visit, report: Path) -> None:
    found = visit(report)
    assert found.page.title().startswith("Where the accounts conflict")
    assert found.misdeeds == []


# --- without JavaScript ---


def test_without_javascript_everything_is_there_and_every_link_arrives(visit: Visit, report: Path) -> None:
    page = visit(report, java_script_enabled=False).page
    assert page.locator("#list > .row").count() == 4
    assert page.locator(".conflict blockquote").first.is_visible()
    assert not page.locator("#tools").is_visible()
    page.locator("#list > .row a").first.click()
    assert place(page) == f"#{FIRST}"
    page.locator(f"#{FIRST} .ways a").first.click()
    assert "#clm-" in page.url


# --- narrowing and sorting ---


def test_a_search_narrows_the_list_and_its_incidents(page: Any) -> None:
    page.fill("#search", "crowd square")
    assert len(shown(page)) == 1
    assert page.locator("#shown").inner_text() == "1 of 4 conflicts shown."
    assert page.locator(".incident:not([hidden])").count() == 1
    page.click("#clear")
    assert len(shown(page)) == 4


def test_the_words_of_a_quotation_are_searched_too(page: Any) -> None:
    page.fill("#search", "berth in port selwyn")
    assert FIRST in shown(page)


@pytest.mark.parametrize(
    ("choice", "value", "rows"),
    [("what", "killed", 1), ("band", "high", 2), ("kind", "figures", 3), ("outlet", "Evening Post", 1)],
)
def test_choices_narrow_the_list(page: Any, choice: str, value: str, rows: int) -> None:
    page.click("#narrow > summary")
    page.select_option(f"[data-narrows={choice}]", value)
    assert len(shown(page)) == rows


def test_a_count_of_the_first_screen_is_a_choice(page: Any) -> None:
    page.click("#counts a[data-band=high]")
    assert len(shown(page)) == 2


def test_the_list_can_be_sorted(page: Any) -> None:
    page.click("#narrow > summary")
    page.select_option("#sort", "origins")
    assert shown(page)[0] == FIRST
    page.select_option("#sort", "incident")
    names = page.locator("#list .about bdi").all_inner_texts()
    assert names == sorted(names)


# --- keys ---


def test_keys_walk_the_list_open_a_conflict_and_lead_to_its_words(page: Any) -> None:
    press(page, "j")
    assert current(page) == FIRST
    press(page, "j", "k", "Enter")
    assert place(page) == f"#{FIRST}"
    assert in_view(page, FIRST)
    press(page, "e")
    first = place(page)
    assert first.startswith("#clm-")
    press(page, "e")
    assert place(page).startswith("#clm-")
    assert place(page) != first


def test_while_reading_the_next_conflict_comes_with_one_key(page: Any) -> None:
    press(page, "j", "Enter", "j")
    assert place(page) == f"#{SECOND}"
    assert in_view(page, SECOND)
    press(page, "Escape", "k")
    assert current(page) == FIRST


def test_a_slash_searches_and_escape_leaves(page: Any) -> None:
    press(page, "/", "r", "a", "l", "l", "y")
    assert page.input_value("#search") == "rally"
    assert len(shown(page)) == 1
    press(page, "Escape", "j")
    assert page.input_value("#search") == "rally"


def test_help_names_every_key_and_single_keys_can_be_switched_off(page: Any) -> None:
    press(page, "?")
    assert page.locator("dialog kbd").all_inner_texts() == ["/", "j", "k", "Enter", "Esc", "e", "c", "y", "?"]
    page.uncheck("#single")
    press(page, "Escape", "j")
    assert page.locator("#list > [aria-current]").count() == 0


def test_from_a_number_to_its_citation_are_three_steps(page: Any) -> None:
    page.locator(".matrix td div:has(a.clash) b a").first.click()
    note = page.locator(f'.notes li:has(> a[href="{place(page)}"])')
    note.locator("a.clash").first.click()
    page.locator(place(page)).get_by_role("button", name="Copy citation").click()
    page.get_by_text("Citation copied").wait_for()
    assert "“" in copied(page)


def test_in_a_report_of_several_pages_keys_lead_to_the_page_of_a_conflict(visit: Visit, tmp_path: Path) -> None:
    write_files(render_files(SCENE, name="all.html", split=True), tmp_path / "all.html")
    watched = visit(tmp_path / "all.html")
    press(watched.page, "j", "c")
    watched.page.get_by_text("it stands on another page").wait_for()
    press(watched.page, "Enter")
    watched.page.wait_for_url(f"**/all-1.html#{FIRST}")
    assert in_view(watched.page, FIRST)
    press(watched.page, "e")
    watched.page.wait_for_url("**/all-articles-1.html#clm-*")
    assert watched.misdeeds == []


# --- copying ---


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("plain", ["leaked roster: “", "74 sailors", "The Selwyn Courier", "by Mara Quill", "2024-05-03", "9f2c9f2c"]),
        ("markdown", ["> ", "— leaked roster, in [The Selwyn Courier, *Two versions", "](<https://courier.example/"]),
        ("html", ['<blockquote cite="https://courier.example/', "<cite>Two versions", '<time datetime="2024-05-03">']),
        ("bibtex", ["@misc{clm-", "author = {Mara Quill}", "date = {2024-05-03}", "url = {https://courier.example/"]),
    ],
)  # fmt: skip
def test_a_citation_is_copied_in_each_form(page: Any, form: str, parts: list[str]) -> None:
    press(page, "j", "?")
    page.select_option("#format", form)
    press(page, "Escape", "c")
    page.get_by_text("Citation copied").wait_for()
    text = copied(page)
    assert [part for part in parts if part not in text] == []
    assert "Norland defence ministry" in text


def test_a_link_is_copied_and_leads_back(page: Any) -> None:
    press(page, "j", "y")
    page.get_by_text("Link copied").wait_for()
    assert copied(page) == page.url.split("#")[0] + f"#{FIRST}"


def test_a_link_into_closed_details_opens_them(visit: Visit, report: Path) -> None:
    update = next(each.discrepancy_id for each in SCENE.discrepancies if each.relation == "update")
    page = visit(f"{report.resolve().as_uri()}#{update}").page
    assert page.locator(f"#{update}").is_visible()


# --- decisions without a desk ---


def test_decisions_are_taken_back_or_downloaded_as_the_desk_reads_them(page: Any, tmp_path: Path) -> None:
    press(page, "j", "Enter")
    card = page.locator(f"#{FIRST}")
    card.get_by_placeholder("Reason").fill("the roster counts two ships")
    card.get_by_role("button", name="Confirm").click()
    card.get_by_role("button", name="Dismiss").click()
    page.fill("#reviewer", "Mara Quill")
    assert "dismissed (by you)" in card.locator(".state").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download decisions.jsonl").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    (row,) = (json.loads(line) for line in lines)
    joined = {name: "; ".join(value) if isinstance(value, list) else value for name, value in row.items()}
    decision = checked(from_row(joined, Decision))
    assert (decision.kind, decision.subjects, decision.reviewer) == ("dismiss", (FIRST,), "Mara Quill")
    assert decision.reason == "the roster counts two ships"
    judged = render_report(replace(SCENE, decisions=(decision,)))
    assert 'data-review-state="dismissed"' in judged
    assert "since then" not in judged


def test_a_decision_takes_the_place_of_those_that_hold(visit: Visit, tmp_path: Path) -> None:
    held = decide("dismiss", [FIRST], reason="older", reviewer="Ben", decided_at="2024-05-04T10:00:00Z")
    file = tmp_path / "decided.html"
    file.write_text(render_report(replace(SCENE, decisions=(held,))), encoding="utf-8")
    page = visit(file).page
    press(page, "j", "Enter")
    page.locator(f"#{FIRST}").get_by_role("button", name="Confirm").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download decisions.jsonl").click()
    row = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert row["supersedes"] == [held.decision_id]
    joined = {name: "; ".join(value) if isinstance(value, list) else value for name, value in row.items()}
    both = replace(SCENE, decisions=(held, checked(from_row(joined, Decision))))
    assert 'data-review-state="confirmed"' in render_report(both)


def test_an_address_that_is_no_encoded_name_breaks_nothing(visit: Visit, report: Path) -> None:
    watched = visit(f"{report.resolve().as_uri()}#100%")
    press(watched.page, "j", "Enter")
    assert watched.page.url.endswith(f"#{FIRST}")
    watched.page.goto(f"{report.resolve().as_uri()}#100%")
    assert watched.noise == []


# --- themes and paper ---


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_the_page_follows_the_theme_of_its_reader(visit: Visit, report: Path, scheme: str, dark: bool) -> None:
    page = visit(report, color_scheme=scheme).page
    red = int(page.evaluate("() => getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]"))
    assert (red < 80) == dark


LOST = """
() => [...document.querySelectorAll("details *")]
  .filter((each) => !each.closest(".tools, .here") && !each.checkVisibility({ contentVisibilityAuto: true }))
  .map((each) => each.outerHTML.slice(0, 80))
"""


def test_on_paper_nothing_is_lost_in_closed_details(visit: Visit, report: Path) -> None:
    page = visit(report).page
    page.emulate_media(media="print")
    lost = page.evaluate(LOST)
    assert lost == []
    assert not page.locator("#tools").is_visible()
    assert page.pdf().startswith(b"%PDF")


# The width of a sheet of letter paper between its margins, in CSS pixels: what is wider is cut off, or all is shrunk.
SHEET = 710


def test_no_table_is_wider_than_a_sheet_of_paper(visit: Visit, report: Path) -> None:
    page = visit(report).page
    page.set_viewport_size({"width": SHEET, "height": 960})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET
