from dataclasses import replace

from tests.report.papers import WIRE
from tests.report.scene import HARBOUR, SCENE, VALLEY
from tracker.report.index import Index
from tracker.report.timeline import BRIEF, n_copies, timeline
from tracker.tables import Tables


def days(tables: Tables = SCENE, incident_id: str = HARBOUR):  # type: ignore[no-untyped-def]
    return timeline(Index(tables), incident_id)


def test_days_follow_each_other_and_none_is_lost() -> None:
    assert [day.said.words for day in days()] == ["2 May 2024", "3 May 2024"]
    told = sum(len(day.told) for day in days())
    of_harbour = [each for each in SCENE.claims if each.incident_id == HARBOUR]
    assert told + n_copies(days()) == len(of_harbour)


def test_a_copy_stands_under_the_statement_it_repeats() -> None:
    first = next(told for told in days()[0].told if told.copies)
    assert (first.source, first.outlet) == ("Norland defence ministry", "Evening Post")
    assert [each.outlet for each in first.copies] == [WIRE.publisher]


def test_figures_and_accounts_are_told_and_else_the_words() -> None:
    told = {each.source: each for day in days(incident_id=VALLEY) for each in day.told}
    assert told["mayor of Lower Anser"].holds == ("killed eight",)
    bare = days(replace(SCENE, figures=(), accounts=()), VALLEY)
    assert all(each.holds[0].startswith("“") for day in bare for each in day.told)
    assert all(len(each.holds[0]) <= BRIEF + 10 for day in bare for each in day.told)


def test_what_stands_in_a_conflict_says_which() -> None:
    clashing = {each.source for day in days() for each in day.told if each.clash}
    assert "leaked roster" in clashing
    assert "Admiral Ilse Brandt" not in clashing


def test_without_a_date_a_statement_comes_last() -> None:
    undated = tuple(replace(each, said_at="", article_id="art-gone") for each in SCENE.claims[:1])
    found = days(replace(SCENE, claims=(*undated, *SCENE.claims[1:])))
    assert found[-1].said.words == ""


def test_only_what_is_no_plain_statement_has_its_stance() -> None:
    assert {told.stance for day in days() for told in day.told} == {"", "denial"}
