"""Checking: which stored incidents a text speaks of, and what in it conflicts with what is known of them.

Nothing is stored, and little is loaded: the incidents that may be meant (``likely.py``) with the articles of these
alone, so that a store of many thousand articles answers in seconds. How the stored claims are grouped is taken as it
stands; only the text's own claims look for their incident.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from tracker import decisions
from tracker.checking.likely import likely_incidents
from tracker.checking.lines import lines
from tracker.checking.meeting import incidents_met
from tracker.checking.nouns import Check, Met
from tracker.model import Article, Claim, Unread
from tracker.tables import Tables

if TYPE_CHECKING:
    from tracker.read import Given
    from tracker.store import Store

__all__ = ["Check", "Met", "check", "lines", "read_pasted"]


def read_pasted(text: bytes, *, given: "Given") -> Tables:
    """A pasted text as an article; lines as "Published: 2024-03-15" may stand at its head."""
    from tracker.read import READERS
    from tracker.read.finish import finish
    from tracker.read.inputs import Input, allow

    pasted = Input(path="-", opened=lambda: BytesIO(text), allowance=allow(len(text)))
    found = [each for item in READERS["text"].read(pasted) for each in finish(item, given)]  # type: ignore[arg-type]
    articles = tuple(each for each in found if isinstance(each, Article))
    return Tables(articles=articles, unread=tuple(each for each in found if isinstance(each, Unread)))


def check(read: Tables, store: "Store") -> Check:
    """Hold what was read against a store."""
    from tracker.extract import extract_article, settle

    told = settle([extract_article(article) for article in read.articles])
    text = replace(
        read,
        claims=tuple(claim for each in told for claim in each.claims),
        figures=tuple(figure for each in told for figure in each.figures),
        accounts=tuple(account for each in told for account in each.accounts),
    )
    likely = likely_incidents(text, store.load("incidents"))
    known = _load(store, [each.incident_id for each in likely])
    same = store.load("articles", where={"sha256": [each.sha256 for each in read.articles]})
    laid = _laid_together(_marked(text, same, known), known)
    met = tuple(incidents_met(laid, text, known))
    return Check(articles=read.articles, unread=read.unread, same=same, met=met, tables=laid)


def _load(store: "Store", incident_ids: list[str]) -> Tables:
    """All that is stored of some incidents."""
    where = {"incident_id": incident_ids}
    names = ("incidents", "claims", "figures", "accounts", "positions")
    found = {name: store.load(name, where=where) for name in names}
    homes = sorted({claim.article_id for claim in found["claims"]})
    articles = store.load("articles", where={"article_id": homes})
    return Tables(articles=articles, decisions=store.load("decisions"), **found)


def _marked(text: Tables, same: Iterable[Article], known: Tables) -> Tables:
    """The text with its articles marked as copies where they are: a copy of what is stored is no source of its own."""
    from tracker.read import mark_copies

    of = {each.sha256: each.copy_of or each.article_id for each in same}
    ours = {each.article_id for each in text.articles}
    marked = [each for each in mark_copies([*known.articles, *text.articles]) if each.copy_of]
    # Whichever was published first: what is stored is what is known.
    alike = {each.copy_of: each.article_id for each in marked if each.copy_of in ours and each.article_id not in ours}
    alike |= {each.article_id: alike.get(each.copy_of, each.copy_of) for each in marked if each.article_id in ours}
    found = ((each, of.get(each.sha256) or alike.get(each.article_id, "")) for each in text.articles)
    return replace(text, articles=tuple(replace(each, copy_of=original) for each, original in found))


def _laid_together(text: Tables, known: Tables) -> Tables:
    """The text's claims with the stored ones of the incidents they are of, grouped, compared, and nothing else.

    The stored groups are held as they stand: what is one stays one, what is two stays two.
    """
    from tracker.compare import compare_incidents
    from tracker.group import group_claims

    ours = {each.article_id for each in text.articles}
    stored = {
        name: tuple(each for each in getattr(known, name) if each.article_id not in ours)
        for name in ("articles", "claims", "figures", "accounts")
    }
    rows = {name: (*kept, *getattr(text, name)) for name, kept in stored.items()}
    said = decisions.stand(known.decisions)
    found = group_claims(
        rows["articles"],
        rows["claims"],
        rows["figures"],
        rows["accounts"],
        same=[*said.same, *_one_each(stored["claims"])],
        different=[*said.different, *_apart(stored["claims"])],
    )
    touched = {found.members[claim.claim_id] for claim in text.claims}
    grouped = {
        name: tuple(
            replace(row, incident_id=found.members[row.claim_id])
            for row in rows[name]
            if found.members.get(row.claim_id) in touched
        )
        for name in ("claims", "figures", "accounts")
    }
    incidents = tuple(each for each in found.incidents if each.incident_id in touched)
    claims = decisions.correct_parties(grouped["claims"], said)
    compared = compare_incidents(
        rows["articles"],
        decisions.leave_out_rejected(claims, said),
        decisions.leave_out_rejected(grouped["figures"], said),
        decisions.leave_out_rejected(grouped["accounts"], said),
        incidents,
    )
    return Tables(
        articles=rows["articles"],
        claims=claims,
        figures=grouped["figures"],
        accounts=grouped["accounts"],
        incidents=incidents,
        positions=compared.positions,
        discrepancies=compared.discrepancies,
    )


def _one_each(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """Pairs that hold each incident together: one claim of each scene with one of the next."""
    scenes: dict[str, dict[str, str]] = {}
    for claim in claims:
        scenes.setdefault(claim.incident_id, {}).setdefault(claim.scene or claim.article_id, claim.claim_id)
    for members in scenes.values():
        yield from pairwise(members.values())


def _apart(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """Pairs that keep any two incidents apart: the first claim of each."""
    first: dict[str, str] = {}
    for claim in claims:
        first.setdefault(claim.incident_id, claim.claim_id)
    yield from combinations(first.values(), 2)
