"""A run over what is known ends as a run from scratch, and does little."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.runs.press import PAGES, write_page, write_press
from tracker import assignments, pipeline, runs
from tracker.assignments import sketch
from tracker.decisions import decide
from tracker.model import NOUNS, Decision, Run
from tracker.read import Given
from tracker.runs import arrivals
from tracker.store import Store
from tracker.tables import in_order


def run(store: Store, paths: Sequence[Path], **more: Any) -> Run:
    return runs.run(store, runs.read_new(store, paths, given=Given(), **more))


def contents(store: Store) -> dict[str, tuple[Any, ...]]:
    """All tables; of the ids ever given those that stand."""
    found = {name: store.load(name) for name in NOUNS if name != "forwards"}
    standing = {each.incident_id for each in found["incidents"]}
    found["forwards"] = tuple(each for each in store.load("forwards") if each.former_id in standing)
    return found


def from_scratch(place: Path, paths: Sequence[Path], said: Sequence[Decision] = ()) -> dict[str, tuple[Any, ...]]:
    with Store(place) as store:
        store.append("decisions", said)
        run(store, paths)
        return contents(store)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "tracker.db")


SEEDS = st.integers(min_value=0, max_value=10**6)
LIGHT = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LIGHT
@given(SEEDS, st.integers(min_value=1, max_value=5))
def test_in_whatever_portions_and_order_articles_come(
    tmp_path_factory: pytest.TempPathFactory, seed: int, portions: int
) -> None:
    folder = tmp_path_factory.mktemp("press")
    paths = write_press(folder / "articles")
    shuffled = random.Random(seed).sample(paths, len(paths))
    with Store(folder / "a.db") as store:
        for n in range(portions):
            run(store, shuffled[n::portions])
        found = contents(store)
    assert found == from_scratch(folder / "b.db", paths)


@LIGHT
@given(SEEDS)
def test_with_what_people_decide_and_take_back_in_between(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder, chance = tmp_path_factory.mktemp("press"), random.Random(seed)
    paths = write_press(folder / "articles")
    shuffled, said = chance.sample(paths, len(paths)), list[Decision]()
    with Store(folder / "a.db") as store:
        for n in range(3):
            run(store, shuffled[n::3])
            said += _decisions(store, chance, said)
            store.append("decisions", said)
        run(store, [])
        found = contents(store)
    assert found == from_scratch(folder / "b.db", paths, said)


def _decisions(store: Store, chance: random.Random, before: Sequence[Decision]) -> list[Decision]:
    claims = [each.claim_id for each in store.load("claims")]
    disputes = [each.discrepancy_id for each in store.load("discrepancies")]
    sources = sorted({each.source_name for each in store.load("claims") if each.source_name})
    made = [
        decide("same_incident", chance.sample(claims, 2)),
        decide("different_incident", chance.sample(claims, 2)),
        decide("reject_claim", chance.sample(claims, 1)),
        decide("correct_party", [chance.choice(sources)], value="Norland"),
        *(decide("dismiss", [each], reason="counted twice") for each in disputes[:1]),
        *(decide("undo", [each.decision_id]) for each in before[:1]),
    ]
    return chance.sample(made, 3)


def test_the_verbs_on_tables_tell_the_same(store: Store, tmp_path: Path) -> None:
    paths = write_press(tmp_path / "articles")
    for path in reversed(paths):
        run(store, [path])
    tables = pipeline.compare(pipeline.group(pipeline.extract(pipeline.read(paths))))
    whole = {name: in_order(name, getattr(tables, name)) for name in NOUNS}
    assert contents(store) == whole


def test_the_press_makes_work_of_everything(store: Store, tmp_path: Path) -> None:
    """Else the tests above would show little."""
    run(store, write_press(tmp_path / "articles"))
    found = contents(store)
    assert {each.relation for each in found["discrepancies"]} >= {"conflict"}
    assert any(each.copy_of for each in found["articles"])
    assert any(each.n_articles > 2 for each in found["incidents"])


def test_a_governor_goes_by_a_name_that_a_later_article_tells(store: Store, tmp_path: Path) -> None:
    def governors() -> set[str]:
        return {each.source_name for each in store.load("claims") if "overnor" in each.source}

    run(store, write_press(tmp_path / "articles", "a"))
    assert governors() == {"governor of Maribel"}
    run(store, write_press(tmp_path / "articles", "c"))
    assert governors() == {"Ann Roe"}
    run(store, write_press(tmp_path / "articles", "i"))
    assert governors() == {"governor of Maribel", "Ann Roe", "Carl Dray"}


def test_a_file_that_stands_is_neither_read_nor_extracted(
    store: Store, tmp_path: Path, parsed_once: list[list[str]]
) -> None:
    paths = write_press(tmp_path / "articles")
    run(store, paths[:-1])
    before = contents(store)
    assert len(parsed_once.pop()) == len(paths) - 1
    [reading] = runs.read_new(store, [tmp_path / "articles"], given=Given())
    assert (len(reading.articles), reading.unchanged) == (1, len(paths) - 1)
    runs.run(store, [reading])
    assert [len(each) for each in parsed_once] == [1]
    [again] = runs.read_new(store, [tmp_path / "articles"], given=Given())
    assert (reading.articles[0] in again.articles, again.unchanged) == (False, len(paths))
    assert set(before["articles"]) <= set(contents(store)["articles"])


def test_a_file_whose_time_stamp_alone_is_new_is_not_read_again(store: Store, tmp_path: Path) -> None:
    (path,) = write_press(tmp_path / "articles", "a")
    run(store, [path])
    path.touch()
    [reading] = runs.read_new(store, [path], given=Given())
    assert (reading.articles, reading.unchanged) == ((), 1)


def test_a_run_that_finds_nothing_new_changes_no_row(store: Store, tmp_path: Path) -> None:
    paths = write_press(tmp_path / "articles")
    run(store, paths)
    before = contents(store)
    made = run(store, paths)
    assert contents(store) == before
    assert store.load("alterations", where={"run_id": [made.run_id]}) == ()


def test_what_cannot_be_read_is_told_once_until_it_can(store: Store, tmp_path: Path) -> None:
    (path,) = write_press(tmp_path / "articles", "a")
    broken = tmp_path / "articles" / "rows.csv"
    broken.write_text("title,text\nNothing said,\n", encoding="utf-8")
    run(store, [tmp_path / "articles"])
    again = run(store, [tmp_path / "articles"])
    told = [each.path for each in store.load("unread")]
    assert told
    assert all(each.startswith(str(broken)) for each in told)
    assert len(told) == len(set(told))
    assert again.inputs == '{"articles": 0, "unchanged": 1, "unread": 1}'
    broken.write_text("title,text\nFerry,A ferry sank off Ostrow and two people were rescued.\n", encoding="utf-8")
    run(store, [tmp_path / "articles"])
    assert store.load("unread") == ()
    assert {each.path for each in store.load("articles")} > {str(path)}


def test_what_is_gone_from_a_folder_stays_in_the_store(store: Store, tmp_path: Path) -> None:
    first, second = write_press(tmp_path / "articles", "ac")
    run(store, [first, second])
    first.unlink()
    run(store, [tmp_path / "articles"])
    assert store.count("articles") == 2


def test_started_anew_a_store_forgets_what_it_held_but_not_what_people_decided(store: Store, tmp_path: Path) -> None:
    run(store, write_press(tmp_path / "articles"))
    said = decide("reject_claim", [store.load("claims")[0].claim_id])
    store.append("decisions", [said])
    run(store, write_press(tmp_path / "few", "a"), anew=True)
    assert store.count("articles") == 1
    assert store.load("decisions") == (said,)
    assert len(store.load("runs")) == 2


def test_each_run_is_recorded(store: Store, tmp_path: Path) -> None:
    made = run(store, write_press(tmp_path / "articles"))
    assert store.load("runs") == (made,)
    assert made.started < made.ended
    assert '"articles": 10' in made.counts


def test_a_run_that_is_stopped_is_gone_on_with(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parsed_once: list[list[str]]
) -> None:
    paths = write_press(tmp_path / "articles")
    monkeypatch.setattr(arrivals, "PORTION", 2)

    def stopped(articles: Any, **more: Any) -> Any:
        from tests.runs.press import said_in

        for number, article in enumerate(articles):
            if number == 5:
                raise KeyboardInterrupt
            yield said_in(article), sketch(article, said_in(article))

    with monkeypatch.context() as patched:
        patched.setattr(assignments, "sketch_each", stopped)
        with pytest.raises(KeyboardInterrupt):
            run(store, paths)
    assert store.count("articles") == 4
    assert {each.article_id for each in store.load("claims")} == {each.article_id for each in store.load("articles")}
    run(store, paths)
    assert [len(each) for each in parsed_once] == [len(paths) - 4]
    assert contents(store) == from_scratch(tmp_path / "b.db", paths)


def test_what_another_version_made_is_made_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parsed_once: list[list[str]]
) -> None:
    paths = write_press(tmp_path / "articles")
    run(store, paths)
    before = contents(store)
    monkeypatch.setattr(runs, "made_by", lambda: "another")
    run(store, paths)
    assert [len(each) for each in parsed_once] == [len(paths), len(paths)]
    assert contents(store) == before


def test_over_tables_that_the_verbs_made_one_by_one(store: Store, tmp_path: Path) -> None:
    paths = write_press(tmp_path / "articles")
    pipeline.save(pipeline.READ, pipeline.read(paths[:6]), store)
    pipeline.run(store)
    run(store, paths[6:])
    assert contents(store) == from_scratch(tmp_path / "b.db", paths)


# --- Pages that change ---


def edited(path: Path, name: str, before: str, after: str) -> Path:
    publisher, published, title, text = PAGES[name]
    head = {"publisher": publisher, "published": published, "title": title, "url": "https://mail.example/ferry"}
    return write_page(path, text=text.replace(before, after), **head)


def test_a_page_that_gives_another_figure_is_a_silent_edit(store: Store, tmp_path: Path) -> None:
    run(store, write_press(tmp_path / "articles", "gh"))
    run(store, [edited(tmp_path / "first.txt", "e", "", "")])
    run(store, [edited(tmp_path / "second.txt", "e", "30 people", "33 people")])
    first, second = sorted(
        (each for each in store.load("articles") if each.url), key=lambda each: bool(each.version_of)
    )
    assert second.version_of == first.article_id
    (edit,) = store.load("edits")
    assert (edit.before_article, edit.after_article) == (first.article_id, second.article_id)
    assert (edit.measure, edit.before_value, edit.after_value) == ("rescued", "30 people", "33 people")


def test_an_earlier_version_takes_no_part(store: Store, tmp_path: Path) -> None:
    others = write_press(tmp_path / "articles", "gh")
    run(store, others)
    run(store, [edited(tmp_path / "first.txt", "e", "", "")])
    named = {each.incident_id for each in store.load("incidents")}
    run(store, [edited(tmp_path / "second.txt", "e", "30 people", "33 people")])
    found = contents(store)
    (old,) = (each.version_of for each in found["articles"] if each.version_of)
    assert {each.incident_id for each in found["claims"] if each.article_id == old} == {""}
    values = {value for each in found["discrepancies"] for value in (each.left_value, each.right_value)}
    assert any("33" in value for value in values)
    assert not any("30" in value for value in values)
    leads = {each.former_id: each.incident_id for each in store.load("forwards")}
    assert {leads[each] for each in named} <= {each.incident_id for each in found["incidents"]}
    later = from_scratch(tmp_path / "b.db", [*others, tmp_path / "second.txt"])
    for name in ("incidents", "positions", "discrepancies", "links"):
        assert found[name] == later[name]


def test_another_story_at_the_same_address_is_no_version(store: Store, tmp_path: Path) -> None:
    run(store, [edited(tmp_path / "first.txt", "e", "", "")])
    run(store, [edited(tmp_path / "second.txt", "c", "", "")])
    assert not any(each.version_of for each in store.load("articles"))
    assert store.load("edits") == ()


def test_a_file_saved_again_with_other_words_is_a_version_of_what_it_held(store: Store, tmp_path: Path) -> None:
    (path,) = write_press(tmp_path / "articles", "e")
    run(store, [path])
    path.write_text(path.read_text(encoding="utf-8").replace("30 people", "33 people"), encoding="utf-8")
    run(store, [path])
    assert sorted(bool(each.version_of) for each in store.load("articles")) == [False, True]
    assert [each.after_value for each in store.load("edits")] == ["33 people"]
