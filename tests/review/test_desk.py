"""The desk over HTTP: who may ask, what is kept, and that nothing is written over what was not seen."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from tests.factory import claim
from tests.review.run import CLAIMS, GOVERNOR, KILLED, MINISTRY, POLICE, TABLES, UNION, fill
from tests.review.served import TOKEN, Served, served
from tracker.model import KEPT, NOUNS, Claim, Decision
from tracker.review import Reviewer
from tracker.review.desk.guard import LARGEST
from tracker.review.desk.views import queue_page
from tracker.store import Store


class Desk:
    """A person at a desk: what they open, and the forms they send."""

    def __init__(self, store: Store, served: Served) -> None:
        self.store, self.served = store, served

    def get(self, place: str = "", **headers: str) -> str:
        found = self.served.ask(f"/{TOKEN}/{place}", **headers)
        assert found.status == 200, found.text[-500:]
        return found.text

    def send(self, place: str, origin: str | None = None, **form: str) -> tuple[int, str]:
        """The status, and where it leads, or what it says."""
        headers = {"Origin": self.served.home if origin is None else origin}
        sent = self.served.ask(f"/{TOKEN}/{place}", method="POST", form=form, **headers)
        return sent.status, sent.headers.get("location", sent.text).replace(f"/{TOKEN}/", "/")

    def decide(self, ident: str, kind: str, *, page: str = "", **form: str) -> tuple[int, str]:
        """Send a form of a conflict's page, as it is now or as it was when it was shown."""
        shown = page or self.get(f"conflict/{ident}")
        return self.send(f"conflict/{ident}", kind=kind, **hidden(shown), **form)

    def kept(self) -> tuple[Decision, ...]:
        return self.store.load("decisions")


def hidden(page: str) -> dict[str, str]:
    """What a page on a conflict says it has shown."""
    fields = dict(re.findall(r'<input type="hidden" name="(seen|evidence)" value="([^"]*)">', page))
    return {name: unescape(value) for name, value in fields.items()}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(fill(tmp_path / "run.db")) as opened:
        yield opened


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    with served(store) as found:
        yield Desk(store, found)


# --- Who may ask ---


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all who ask in vain: what it holds must be as before in the end."""
    with Store(fill(tmp_path_factory.mktemp("door") / "run.db")) as store, served(store) as found:
        yield Desk(store, found)
        assert store.load("decisions") == ()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_this_machine_may_ask_by_its_own_names(door: Desk, host: str) -> None:
    assert "3 conflicts to decide" in door.get(Host=f"{host}:{door.served.port}")


@pytest.mark.parametrize(
    "host", ["desk.example", "desk.example:{}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.example:{}"]
)
def test_a_name_from_elsewhere_is_refused(door: Desk, host: str) -> None:
    found = door.served.ask(f"/{TOKEN}/", Host=host.format(door.served.port))
    assert found.status == 421
    assert "Selwyn" not in found.text


@pytest.mark.parametrize("path", ["/", "/report", f"/{TOKEN[:-1]}/", f"/{TOKEN}x/", "/%00/", f"//{TOKEN}/", "/../"])
def test_without_the_token_there_is_nothing(door: Desk, path: str) -> None:
    found = door.served.ask(path)
    assert found.status == 404
    assert TOKEN not in found.text


@pytest.mark.parametrize(
    "origin", ["null", "https://elsewhere.example", "http://127.0.0.1:1", "", "http://127.0.0.1:{}/"]
)
def test_a_page_from_elsewhere_decides_nothing(door: Desk, origin: str) -> None:
    assert door.send("conflict/dis-killed", origin.format(door.served.port), kind="confirm")[0] == 403
    silent = door.served.ask(f"/{TOKEN}/conflict/dis-killed", method="POST", form={"kind": "confirm"})
    assert silent.status == 403
    assert door.kept() == ()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_but_reading_and_forms_is_answered(door: Desk, method: str) -> None:
    found = door.served.ask(f"/{TOKEN}/", method=method, Origin=door.served.home)
    assert found.status == 405
    assert not [name for name in found.headers if name.startswith("access-control")]


def test_a_form_that_is_too_long_is_refused(door: Desk) -> None:
    assert door.send("conflict/dis-killed", kind="dismiss", reason="x" * LARGEST)[0] == 413
    assert door.kept() == ()


def test_every_answer_says_how_it_may_be_used(door: Desk) -> None:
    for path in (f"/{TOKEN}/", f"/{TOKEN}/conflict/dis-killed", f"/{TOKEN}/none", "/elsewhere"):
        headers = door.served.ask(path).headers
        assert headers["content-security-policy"] == "frame-ancestors 'none'"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"


def test_the_pages_run_nothing_but_the_desk_s_own_script(door: Desk) -> None:
    page = unescape(door.get("conflict/dis-killed"))
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert "default-src 'none'" in policy
    assert "script-src 'sha256-" in policy
    assert "form-action 'self'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<[^>]+ (style|on\w+)=", page)


# --- Deciding ---


def test_a_decision_is_kept_the_next_one_comes_and_the_counts_go_down(desk: Desk) -> None:
    assert '<b class="n">3</b> to decide' in desk.get("conflict/dis-killed")
    assert desk.decide("dis-killed", "confirm") == (303, "/conflict/dis-march")
    assert '<b class="n">2</b> to decide' in desk.get("conflict/dis-march")
    assert desk.decide("dis-march", "dismiss", reason="Two marches") == (303, "/conflict/dis-hurt")
    assert desk.decide("dis-hurt", "resolve", reason="The hospital's list", value="31") == (303, "/")
    assert "Nothing left to decide" in desk.get()
    told = [(each.kind, each.subjects, each.reason, each.value, each.reviewer) for each in desk.kept()]
    assert told == [
        ("confirm", ("dis-killed",), "", "", "Ana"),
        ("dismiss", ("dis-march",), "Two marches", "", "Ana"),
        ("resolve", ("dis-hurt",), "The hospital's list", "31", "Ana"),
    ]


def test_the_report_shows_what_was_decided(desk: Desk) -> None:
    desk.decide("dis-killed", "dismiss", reason="An older <count>")
    page = desk.get("report")
    assert 'data-discrepancy-id="dis-killed" data-review-state="dismissed"' in page
    assert "An older &lt;count&gt;" in page


def test_undoing_brings_it_back(desk: Desk) -> None:
    desk.decide("dis-killed", "confirm")
    (made,) = desk.kept()
    assert desk.send("undo", decision=made.decision_id) == (303, "/conflict/dis-killed")
    assert '<b class="n">3</b> to decide' in desk.get()
    assert [each.kind for each in desk.kept()] == ["confirm", "undo"]


def test_the_same_button_pressed_twice_is_one_decision(desk: Desk) -> None:
    page = desk.get("conflict/dis-killed")
    assert desk.decide("dis-killed", "confirm", page=page)[0] == 303
    assert desk.decide("dis-killed", "confirm", page=page)[0] == 303
    assert len(desk.kept()) == 1


def test_what_was_decided_in_another_tab_is_not_written_over(desk: Desk, store: Store) -> None:
    page = desk.get("conflict/dis-killed")
    with served(store, "Ben") as other:
        Desk(store, other).decide("dis-killed", "dismiss", reason="An older count")
    status, told = desk.decide("dis-killed", "confirm", page=page)
    assert status == 409
    assert "Meanwhile it was dismissed by Ben." in told
    assert [each.kind for each in desk.kept()] == ["dismiss"]
    assert desk.decide("dis-killed", "confirm")[0] == 303
    assert desk.kept()[1].supersedes == (desk.kept()[0].decision_id,)


def test_what_a_run_changed_meanwhile_is_not_decided_unseen(desk: Desk, store: Store) -> None:
    page = desk.get("conflict/dis-killed")
    store.save("claims", [replace(each, text=each.text.replace("12", "13")) for each in CLAIMS])
    status, told = desk.decide("dis-killed", "confirm", page=page)
    assert (status, desk.kept()) == (409, ())
    assert "changed the words" in told
    store.save("discrepancies", [])
    assert desk.decide("dis-killed", "confirm", page=page)[0] == 404


def test_new_words_open_it_again_and_the_page_says_so(desk: Desk, store: Store) -> None:
    desk.decide("dis-killed", "dismiss", reason="An older count")
    mayor = claim("at least 12 dead", article_id=GOVERNOR.article_id, source_name="The mayor", incident_id="inc-strike")
    grown = replace(KILLED, right_claims=(GOVERNOR.claim_id, mayor.claim_id))
    store.replace({"claims": [*CLAIMS, mayor], "discrepancies": [grown, *TABLES.discrepancies[1:]]})
    assert '<b class="n">3</b> to decide' in desk.get()
    assert "since then 1 statement is new" in desk.get("conflict/dis-killed")


def test_a_dismissal_without_a_reason_is_told(desk: Desk) -> None:
    status, told = desk.decide("dis-killed", "dismiss", reason=" ")
    assert (status, desk.kept()) == (400, ())
    assert "needs a reason" in told


@pytest.mark.parametrize(
    ("place", "form", "status"),
    [
        ("conflict/dis-none", {"kind": "confirm"}, 404),
        ("conflict/dis-agreed", {"kind": "confirm"}, 404),
        ("conflict/dis-killed", {"kind": "correct_party", "side": "middle", "value": "Norland"}, 400),
        ("conflict/dis-killed", {"kind": "reject_claim"}, 400),
        ("conflict/dis-killed", {"kind": "same_incident", "value": "inc-none"}, 400),
        ("undo", {"decision": "dec-none"}, 400),
        ("undo", {}, 400),
    ],
)
def test_what_makes_no_sense_is_told_and_not_kept(desk: Desk, place: str, form: dict[str, str], status: int) -> None:
    assert desk.send(place, **form)[0] == status
    assert desk.kept() == ()


def test_what_is_said_of_claims_waits_for_the_next_grouping(desk: Desk) -> None:
    desk.send("conflict/dis-killed", kind="different_incident")
    desk.send("conflict/dis-killed", kind="same_incident", value="inc-march")
    desk.send("conflict/dis-killed", kind="reject_claim", side="right")
    desk.send("conflict/dis-killed", kind="correct_party", side="left", value="Norland")
    first, second, third, fourth = desk.kept()
    assert set(first.subjects) == {MINISTRY.claim_id, GOVERNOR.claim_id}
    assert set(second.subjects) == {MINISTRY.claim_id, CLAIMS[2].claim_id}
    assert third.subjects == (GOVERNOR.claim_id,)
    assert (fourth.subjects, fourth.value) == (("The ministry",), "Norland")
    assert "Group and compare again: 3 waiting" in desk.get()


@pytest.mark.parametrize(
    ("left", "right", "waiting"),
    [
        ([POLICE, UNION], [MINISTRY], 0),  # two of one side may well be one incident
        ([MINISTRY, POLICE], [GOVERNOR], 1),
        ([MINISTRY], [POLICE], 0),
        ([MINISTRY], [GOVERNOR], 1),
    ],
)
def test_sides_that_were_parted_wait_while_one_of_each_is_together(
    left: list[Claim], right: list[Claim], waiting: int
) -> None:
    made = Reviewer(name="Ana", tables=TABLES).part(*([each.claim_id for each in side] for side in (left, right)))
    assert queue_page(replace(TABLES, decisions=(made,)), "Ana").progress.waiting == waiting


def test_grouping_again_heeds_it(desk: Desk) -> None:
    desk.send("conflict/dis-killed", kind="reject_claim", side="right")
    assert desk.send("apply") == (303, "/")
    assert "Group and compare again" not in desk.get()
    left = {each for row in desk.store.load("discrepancies") for each in (*row.left_claims, *row.right_claims)}
    assert GOVERNOR.claim_id not in left


def test_hostile_words_are_shown_as_words(store: Store) -> None:
    bad = '"><script>alert(1)</script>'
    store.save("claims", [replace(each, source_name=bad, party=bad) for each in CLAIMS])
    store.save("incidents", [replace(each, label=bad) for each in TABLES.incidents])
    store.save("discrepancies", [replace(each, reason=bad, left_source=bad) for each in TABLES.discrepancies])
    with served(store, bad) as found:
        desk = Desk(store, found)
        desk.decide("dis-killed", "dismiss", reason=bad)
        assert store.load("decisions")[0].reason == bad
        for place in ("", "report", "conflict/dis-killed"):
            page = desk.get(place)
            assert "<script>alert" not in page
            assert "&lt;script&gt;alert" in page


def test_a_conflict_in_an_article_of_many_incidents_shows_its_own(desk: Desk) -> None:
    page = desk.get("conflict/dis-march")
    assert "4,000" in page
    assert "Strike on Selwyn</bdi></h1>" not in page
    assert len(re.findall(' id="dis-march"', page)) == 1


def test_a_correction_taken_back_shows_as_it_was(desk: Desk) -> None:
    desk.send("conflict/dis-killed", kind="correct_party", side="left", value="Norland")
    assert "Norland" in desk.get("conflict/dis-killed")
    (made,) = desk.kept()
    desk.send("undo", decision=made.decision_id)
    assert "Norland</bdi>" not in desk.get("conflict/dis-killed")


def test_while_a_run_is_at_work_the_one_before_is_shown(desk: Desk, store: Store) -> None:
    desk.get()
    store.replace({"links": None, "positions": None, "discrepancies": None})
    assert "3 conflicts to decide" in desk.get()
    assert desk.decide("dis-killed", "confirm")[0] == 303
    store.replace({name: getattr(TABLES, name) for name in NOUNS if name not in KEPT})
    assert "2 conflicts to decide" in desk.get()


def test_people_in_many_tabs_and_a_run_on_one_store_lose_nothing(desk: Desk, store: Store) -> None:
    """A run saves again and again while six people say something of every conflict."""
    conflicts = ("dis-killed", "dis-hurt", "dis-march")

    def run_again() -> None:
        with Store(store.location) as other:
            for _ in range(15):
                other.replace({name: getattr(TABLES, name) for name in NOUNS if name not in KEPT})

    def say(person: int) -> int:
        sent = (
            desk.send(f"conflict/{each}", kind="correct_party", side="left", value=f"Party {person}")
            for each in conflicts
        )
        return [status for status, _ in sent].count(303)

    with ThreadPoolExecutor(7) as crowd:
        running = crowd.submit(run_again)
        said = sum(done.result(timeout=120) for done in [crowd.submit(say, person) for person in range(6)])
        running.result(timeout=120)
    assert said == len(desk.kept()) == 18
    assert len({each.value for each in desk.kept()}) == 6
