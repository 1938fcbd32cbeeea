"""The incidents of a store brought up to date with its articles and decisions, in one transaction.

Sources are named, copies found, scenes grouped and incidents compared as if all of it were done afresh; what has
not changed is not looked at (``tracker.group`` says how that is told), and stands in the store as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tracker import decisions
from tracker.decisions import Standing
from tracker.extract.naming import Names, packed_names, settle_names, unpacked_names
from tracker.group import Regrouping, packed, packed_past, regroup, unpacked, unpacked_past
from tracker.group.links import forward
from tracker.group.marks import mark
from tracker.model import Claim, Forward, Memory, Run, Sketch
from tracker.progress import Watch
from tracker.read.copies import find_copies, unpacked_likeness
from tracker.runs.clippings import StoreClippings, Verdicts
from tracker.runs.comparing import compare_again, packed_standing
from tracker.sharing import Sharing
from tracker.store import Change, Store

GROUPING, COPYING, DECIDED = "grouping", "copies", "decisions"

Changes = dict[str, Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the store keeps to be quick: of each article that speaks for its page, and of the last time."""

    sketches: dict[str, Sketch]
    memories: dict[str, Memory]
    superseded: frozenset[str]


def catch_up(store: Store, *, made_by: str, run: Run, since: int, share: Sharing, watch: Watch) -> int:
    """Bring incidents, positions and discrepancies up to date; how often the store has been saved then."""
    watch("group", 0, 0)
    kept = _load(store, made_by)
    said = decisions.stand(store.load("decisions"))
    verdicts = Verdicts(store, kept.memories.get(COPYING))
    likenesses = [unpacked_likeness(each.likeness) for each in kept.sketches.values()]
    copies = find_copies(likenesses, verdicts)
    names = {key: unpacked_names(each.names) for key, each in kept.sketches.items()}
    settled = dict(zip(names, settle_names(list(names.values())), strict=True))
    moved = {key: (names[key], settled[key]) for key in names if settled[key] != names[key].settled}
    clippings = StoreClippings(store, moved, copies)
    clippings.claims(moved)
    found = regroup(
        [unpacked(each.outline) for each in kept.sketches.values()],
        unpacked_past(kept.memories[GROUPING].content if GROUPING in kept.memories else b""),
        clippings,
        copies=copies,
        named={key: mark(repr(names)) for key, names in settled.items()},
        same=said.same,
        different=said.different,
        decided=_decided(store, clippings, said),
        share=share,
    )
    changes = _grouped(store, kept, found, clippings)
    changes["articles"] = _marked(store, copies)
    changes["sketches"] = _sketched(kept, found, clippings.renamed)
    watch("compare", 0, 0)
    before = kept.memories.get(DECIDED) if GROUPING in kept.memories else None
    last = before.content if before else None
    changes |= compare_again(store, clippings, found, changes, said, last, share=share)
    contents = {GROUPING: packed_past(found.past), COPYING: verdicts.packed(), DECIDED: packed_standing(said)}
    come = [Memory(memory_id=name, made_by=made_by, content=content) for name, content in contents.items()]
    changes["memories"] = Change(come=[each for each in come if each != kept.memories.get(each.memory_id)])
    if not any(change.gone or change.come or change.moved for change in changes.values()) and store.has(
        "discrepancies"
    ):
        return since
    return store.update(changes, run=run, since=since)


def _load(store: Store, made_by: str) -> Kept:
    superseded = frozenset(old for (old,) in store.pick("articles", "version_of") if old)
    names = ("article_id", "made_by", "outline", "likeness", "names")
    rows = (Sketch(**dict(zip(names, row, strict=True))) for row in store.pick("sketches", *names))
    memories = {each.memory_id: each for each in store.load("memories") if each.made_by == made_by}
    return Kept(
        sketches={each.article_id: each for each in rows if each.article_id not in superseded},
        memories=memories,
        superseded=superseded,
    )


def _decided(store: Store, clippings: StoreClippings, said: Standing) -> list[Claim]:
    """The claims that people have said to be of one incident, or of two."""
    ids = {name for pair in (*said.same, *said.different) for name in pair}
    if not ids:
        return []
    homes = {home for _, home in store.pick("claims", "claim_id", "article_id", where={"claim_id": ids})}
    return [claim for claim in clippings.claims(homes) if claim.claim_id in ids]


def _grouped(store: Store, kept: Kept, found: Regrouping, clippings: StoreClippings) -> Changes:
    """What becomes of the tables that grouping makes."""
    claims = clippings.opened()
    late = store.load("claims", where={"article_id": kept.superseded}) if kept.superseded else ()
    clippings.stored.update({claim.claim_id: claim for claim in late})
    now = {claim.claim_id: found.members.get(claim.claim_id, claim.incident_id) for claim in claims}
    now |= {claim.claim_id: "" for claim in late}
    moved = {name: incident for name, incident in now.items() if incident != clippings.stored[name].incident_id}
    # Most claims are as they are stored but for their incident: one cell is written of these.
    renamed = (claim for claim in claims if not _is_as_stored(claim, clippings))
    anew = {claim.claim_id: replace(claim, incident_id=now[claim.claim_id]) for claim in renamed}
    if GROUPING in kept.memories:
        named = {claim.claim_id for claim in claims if claim.claim_id in found.members}
        gone = {clippings.stored[name].incident_id for name in (*named, *moved)} - {""}
    else:
        gone = {name for (name,) in store.pick("incidents", "incident_id")}
    where = {"incident_id": gone}
    come = {each.incident_id for each in found.incidents}
    changes = {
        "claims": Change(come=anew.values(), moved={name: moved[name] for name in moved if name not in anew}),
        "incidents": Change(gone=gone - come, come=found.incidents),
        "links": Change(gone=[key for (key,) in store.pick("links", "link_id", where=where)], come=found.links),
        "forwards": Change(come=_forwards(store, kept, found, gone - come)),
    }
    homes = {clippings.stored[name].article_id for name in moved}
    for name, key in (("figures", "figure_id"), ("accounts", "account_id")):
        # By the article, as they lie side by side in the store.
        rows = store.pick(name, "article_id", key, "claim_id", where={"article_id": homes})
        changes[name] = Change(moved={row: moved[claim] for _, row, claim in rows if claim in moved})
    return changes


def _is_as_stored(claim: Claim, clippings: StoreClippings) -> bool:
    """Does a claim's source go by the name that is stored? What is not named anew is the very noun that was loaded."""
    stored = clippings.stored[claim.claim_id]
    return claim is stored or claim == stored


def _forwards(store: Store, kept: Kept, found: Regrouping, gone: set[str]) -> list[Forward]:
    """Where the ids of incidents lead whose scenes were looked at, or whose page was read with other words since."""
    newest = _newest(store) if kept.superseded else {}
    homes = dict(found.homes)
    listed = store.load("forwards")
    for each in listed:
        article, _, scene = each.scene.rpartition("/")
        if article in newest:
            later = newest[article]
            homes[each.scene] = found.homes.get(f"{later}/{scene}") or found.homes.get(f"{later}/0", each.incident_id)
    known = [
        each for each in listed if each.scene in homes or each.former_id in found.named or each.incident_id in gone
    ]
    if GROUPING not in kept.memories:
        known = list(listed)
    before = {each.former_id: each for each in listed}
    return [each for each in forward(known, found.named, homes) if each != before.get(each.former_id)]


def _newest(store: Store) -> dict[str, str]:
    """The version that speaks for a page, of each that no longer does."""
    later = {old: new for new, old in store.pick("articles", "article_id", "version_of") if old}

    def last(name: str) -> str:
        while name in later:
            name = later[name]
        return name

    return {old: last(old) for old in later}


def _marked(store: Store, copies: Mapping[str, str]) -> Change:
    """The articles that are copies of others than before."""
    told = store.pick("articles", "article_id", "copy_of")
    moved = [name for name, original in told if (original or "") != copies.get(name, "")]
    rows = store.load("articles", where={"article_id": moved}) if moved else ()
    return Change(come=[replace(each, copy_of=copies.get(each.article_id, "")) for each in rows])


def _sketched(kept: Kept, found: Regrouping, names: Mapping[str, Names]) -> Change:
    """The sketches that are others than before."""
    changed: dict[str, Sketch] = {}
    for each in found.outlines:
        changed[each.article_id] = replace(kept.sketches[each.article_id], outline=packed(each))
    for key, told in names.items():
        changed[key] = replace(changed.get(key, kept.sketches[key]), names=packed_names(told))
    return Change(come=changed.values())
