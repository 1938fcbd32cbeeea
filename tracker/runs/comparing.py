"""Incidents compared again: those that grouping changed, and those that a decision since the last time speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from tracker import decisions
from tracker.compare import Comparison, compare_incidents
from tracker.decisions import Standing, party_key
from tracker.model import Account, Discrepancy, Figure, Incident
from tracker.runs.clippings import StoreClippings
from tracker.sharing import Sharing
from tracker.store import Change, Store
from tracker.tables import in_order
from tracker.tables.lines import moved

if TYPE_CHECKING:
    from tracker.group import Regrouping

N = TypeVar("N")
Changes = dict[str, Change]
KEYS = {"claims": "claim_id", "figures": "figure_id", "accounts": "account_id"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What held of the decisions the last time."""

    rejected: frozenset[str] = frozenset()
    parties: dict[str, str] | None = None
    judged: dict[str, list[str]] | None = None


def packed_standing(said: Standing) -> bytes:
    """What holds of the decisions, as bytes, for the next time to tell what has been decided since."""
    judged = {key: sorted(each.decision_id for each in told) for key, told in sorted(said.judged.items())}
    parties = dict(sorted(said.parties.items()))
    return msgspec.msgpack.encode({"rejected": sorted(said.rejected), "parties": parties, "judged": judged})


def compare_again(
    store: Store,
    clippings: StoreClippings,
    found: "Regrouping",
    changes: Changes,
    said: Standing,
    before: bytes | None,
    *,
    share: Sharing,
) -> Changes:
    """What becomes of positions and discrepancies, when the other tables become what ``changes`` say."""
    last = msgspec.msgpack.decode(before, type=Before) if before else Before()
    gone = set(changes["incidents"].gone)
    spoken_of = _spoken_of(store, said, last) - gone - {each.incident_id for each in found.incidents}
    incidents = [*found.incidents, *store.load("incidents", where={"incident_id": spoken_of})]
    wanted = gone | {each.incident_id for each in incidents}
    compared = _compared(store, clippings, incidents, spoken_of, found, changes, said, share)
    where = {"incident_id": wanted}
    positions = {key for (key,) in store.pick("positions", "position_id", where=where)}
    discrepancies = {key for (key,) in store.pick("discrepancies", "discrepancy_id", where=where)}
    come = {each.position_id for each in compared.positions}
    reviewed = _reviewed(store, compared.discrepancies, discrepancies, changes, bool(said.judged or last.judged))
    return {
        "positions": Change(gone=positions - come, come=compared.positions),
        "discrepancies": Change(gone=discrepancies - {each.discrepancy_id for each in reviewed}, come=reviewed),
    }


def _spoken_of(store: Store, said: Standing, last: Before) -> set[str]:
    """The incidents that a decision made or taken back since the last time speaks of."""
    rejected = said.rejected ^ last.rejected
    told = {key for key, _ in set(said.parties.items()) ^ set((last.parties or {}).items())}
    articles: set[str] = set()
    found: set[str] = set()
    if rejected:
        articles |= {home for home, _ in store.pick("claims", "article_id", "claim_id", where={"claim_id": rejected})}
    if articles:
        where = {"article_id": articles}
        found |= {incident for incident, _ in store.pick("claims", "incident_id", "claim_id", where=where) if incident}
    if told:
        rows = store.pick("claims", "incident_id", "source_name")
        found |= {incident for incident, name in rows if incident and party_key(name or "") in told}
    return found


def _compared(
    store: Store,
    clippings: StoreClippings,
    incidents: list[Incident],
    spoken_of: set[str],
    found: "Regrouping",
    changes: Changes,
    said: Standing,
    share: Sharing,
) -> Comparison:
    if not incidents:
        return Comparison(positions=(), discrepancies=())
    homes = {scene.rpartition("/")[0] for scene in found.homes}
    homes |= {home for home, _ in store.pick("claims", "article_id", "claim_id", where={"incident_id": spoken_of})}
    # Grouping has opened most of them, marked as copies and with their sources named as of today.
    articles = clippings.articles(homes)
    originals = clippings.articles({each.copy_of for each in articles.values()} - homes - {""})
    claims = moved(clippings.claims(homes), "claim_id", _incidents(changes["claims"]))
    figures: list[Figure] = _moved(store, changes, "figures", homes)
    accounts: list[Account] = _moved(store, changes, "accounts", homes)
    return compare_incidents(
        in_order("articles", [*articles.values(), *originals.values()]),
        decisions.leave_out_rejected(decisions.correct_parties(claims, said), said),
        decisions.leave_out_rejected(figures, said),
        decisions.leave_out_rejected(accounts, said),
        incidents,
        share=share,
    )


def _moved(store: Store, changes: Changes, name: str, article_ids: Iterable[str]) -> list[Any]:
    """The rows of articles in a table, of the incidents that they will be of."""
    return moved(store.load(name, where={"article_id": article_ids}), KEYS[name], changes[name].moved)


def _incidents(change: Change) -> dict[str, str]:
    """The incidents of claims that come or are moved."""
    come: Iterable[Any] = change.come
    return {**change.moved, **{each.claim_id: each.incident_id for each in come}}


def _reviewed(
    store: Store, compared: Iterable[Discrepancy], gone: set[str], changes: Changes, judged: bool
) -> list[Discrepancy]:
    """The discrepancies with their review states, and those of others that a decision gives another one."""
    new = list(compared)
    said = store.load("decisions")
    if not judged:
        return list(decisions.show_reviews(new, decisions.review(new, (), (), said)))
    others = [each for each in store.load("discrepancies") if each.discrepancy_id not in gone]
    listed = [*new, *others]
    claims = {key for each in listed for key in (*each.left_claims, *each.right_claims)}
    claims |= {key for each in listed for key in (each.left_claim_id, each.right_claim_id)}
    figures = {key for each in listed for key in (*each.left_figures, *each.right_figures)}
    figures |= {key for each in listed for key in (each.left_figure_id, each.right_figure_id) if key}
    reviews = decisions.review(
        listed, _rows(store, changes, "claims", claims), _rows(store, changes, "figures", figures), said
    )
    shown = decisions.show_reviews(listed, reviews)
    return [each for place, each in enumerate(shown) if place < len(new) or each != listed[place]]


def _rows(store: Store, changes: Changes, name: str, ids: Iterable[str]) -> list[Any]:
    """The rows of these ids with the words that they will have; a review heeds no incident."""
    key = KEYS[name]
    now = {getattr(row, key): row for row in changes[name].come}
    return [now.get(getattr(row, key), row) for row in store.load(name, where={key: ids})]
