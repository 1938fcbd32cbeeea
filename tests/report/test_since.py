"""Does the first section tell what has changed, lead to where it stands, and stay away from a first run?"""

from dataclasses import replace

from tests.gold import matches_gold
from tests.report.page import Page
from tests.report.scene import SCENE
from tests.report.since_scene import BEFORE, CONFLICTS, DIFFERENCE, FIGURE, LAST, altered
from tracker.difference import Difference
from tracker.model import Incident
from tracker.report import render_files, render_report
from tracker.report.index import Index
from tracker.report.since import SHOWN, since_run

PAGE = render_report(SCENE, since=DIFFERENCE)
INDEX = Index(SCENE)


def section(page: str) -> str:
    start = page.index('<section id="since"')
    return page[start : page.index("</section>", start)] + "</section>\n"


def test_the_section_is_the_golden_one() -> None:
    assert matches_gold(section(PAGE), "since.html"), "see tests/gold/actual/since.html; ACCEPT_GOLD=1 accepts it"


def test_it_comes_before_the_conflicts_and_is_in_the_contents() -> None:
    assert PAGE.index('id="since"') < PAGE.index('id="conflicts"')
    assert '<a href="#since">' in PAGE


def test_every_way_out_of_it_arrives() -> None:
    read = Page(PAGE)
    ids = set(read.values("id"))
    assert len(ids) == len(read.values("id"))
    inside = [each[1:] for each in Page(section(PAGE)).values("href")]
    assert {CONFLICTS[0].discrepancy_id, FIGURE.claim_id} <= set(inside)
    assert set(inside) <= ids
    assert "dis-gone000000" not in inside


def test_names_are_text_and_nothing_else() -> None:
    assert "&lt;b&gt;Gone&lt;/b&gt;" in section(PAGE)
    assert "<b>Gone</b>" not in PAGE


def test_the_sorts_and_what_moved() -> None:
    since = since_run(INDEX, DIFFERENCE)
    assert since is not None
    assert [(each.heading, each.counted) for each in since.groups] == [
        ("Conflicts", "1 re-opened, 1 new, 1 changed, 1 gone"),
        ("Incidents", "1 new, 1 gone"),
        ("Figures", "1 new"),
        ("Silent edits", "2 on pages read again"),
    ]
    assert (since.before.words, since.time) == ("3 May 2024", "08:30")
    reopened, _, changed, gone = since.groups[0].rows
    assert reopened.moved == ("was dismissed, is re-opened",)
    assert changed.moved == (f"one side: one → {CONFLICTS[1].left_value}",)
    assert gone.anchor == ""


def test_without_a_run_before_there_is_no_section() -> None:
    assert since_run(INDEX, None) is None
    assert since_run(INDEX, replace(DIFFERENCE, first=None)) is None
    assert render_report(SCENE, since=replace(DIFFERENCE, first=None)) == render_report(SCENE)
    assert 'id="since"' not in render_report(SCENE)


def test_where_nothing_has_changed_it_says_so() -> None:
    page = render_report(SCENE, since=Difference(first=BEFORE, last=LAST))
    assert "Nothing has changed since the run of" in section(page)


def test_many_rows_are_cut_and_counted() -> None:
    many = [Incident(incident_id=f"inc-{n}", label=f"Fire {n}") for n in range(SHOWN + 30)]
    rows = tuple(altered("incidents", each.incident_id, None, each) for each in many)
    since = since_run(INDEX, Difference(first=BEFORE, last=LAST, altered=rows))
    assert since is not None
    (group,) = since.groups
    assert (len(group.rows), group.more, group.counted) == (SHOWN, 30, f"{SHOWN + 30} new")


def test_in_several_files_it_stands_in_the_first_and_leads_to_the_others() -> None:
    first, *others = render_files(SCENE, split=True, since=DIFFERENCE)
    assert f'href="report-1.html#{CONFLICTS[0].discrepancy_id}"' in section(first.html)
    assert not [each.name for each in others if 'id="since"' in each.html]
