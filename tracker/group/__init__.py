"""Group: which claims of many articles speak of one happening.

scene.py sums up what each article says of each happening, decided.py what people have decided of them; words.py,
place.py and ages.py read what they tell, block.py finds where kin may be, witness.py says what speaks for and
against, score.py adds it up, cluster.py joins, incident.py, label.py and links.py describe what came out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.group.block import candidate_pairs
from tracker.group.cluster import Group, cluster
from tracker.group.decided import pairs_of_scenes, settle_claims, without_contradiction
from tracker.group.incident import describe, named_after
from tracker.group.links import COPIED, DECIDED, Pair, forward, links_of
from tracker.group.scene import Scene, main_scene, make_scenes
from tracker.group.score import Tie, explainer, keeper, kept_apart, score_pairs
from tracker.group.words import Weights, weigh
from tracker.model import Account, Article, Claim, Figure, Forward, Incident, Link

__all__ = ["Grouping", "group_claims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """The incidents, earliest first, and for each claim the incident it belongs to.

    ``links`` hold each incident together, ``forwards`` tell where every incident id ever given leads now.
    """

    incidents: tuple[Incident, ...]
    members: dict[str, str]
    links: tuple[Link, ...] = ()
    forwards: tuple[Forward, ...] = ()


def group_claims(
    articles: Iterable[Article],
    claims: Iterable[Claim],
    figures: Iterable[Figure] = (),
    accounts: Iterable[Account] = (),
    *,
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
    before: Iterable[Forward] = (),
) -> Grouping:
    """The incidents that claims speak of; every claim gets one. Figures and accounts follow their claims.

    ``same`` and ``different`` are pairs of claim ids that a person has decided about: they are honoured whatever the
    words say, and where they contradict each other ``different`` wins. ``before`` are the forwards of the last time.
    """
    unlike = tuple(different)
    scenes = make_scenes(articles, settle_claims(claims, unlike))
    apart = frozenset(pairs_of_scenes(scenes, unlike))
    given = dict.fromkeys(pairs_of_scenes(scenes, same), DECIDED) | dict.fromkeys(copied(scenes), COPIED)
    together = {pair: given[pair] for pair in without_contradiction(given, sorted(apart))}
    weights = weigh(scenes)
    groups = _cluster(scenes, weights, together, apart)
    why = explainer(scenes, weights, {tie for group in groups for tie in group.joins})
    incidents = [describe(group, scenes, why) for group in groups]
    ids = {
        index: incident.incident_id
        for incident, group in zip(incidents, groups, strict=True)
        for index in group.members
    }
    reasons: defaultdict[str, dict[Pair, str]] = defaultdict(dict)
    for pair, reason in together.items():
        reasons[ids[pair[0]]][pair] = reason
    return Grouping(
        incidents=tuple(sorted(incidents, key=_by_date)),
        members={claim.claim_id: ids[index] for index, scene in enumerate(scenes) for claim in scene.claims},
        links=tuple(
            link
            for incident, group in sorted(zip(incidents, groups, strict=True), key=lambda found: _by_date(found[0]))
            for link in links_of(incident.incident_id, group, scenes, reasons[incident.incident_id], why)
        ),
        forwards=forward(
            before,
            {ids[group.members[0]]: named_after(scenes[index] for index in group.members) for group in groups},
            {scene.scene_id: ids[index] for index, scene in enumerate(scenes)},
        ),
    )


def _cluster(
    scenes: Sequence[Scene], weights: Weights, together: Iterable[Pair], apart: frozenset[Pair]
) -> tuple[Group, ...]:
    """The groups of scenes: first of what articles are about, then with what they mention."""
    ties: tuple[list[Tie], list[Tie]] = ([], [])
    for tie in score_pairs(scenes, weights, candidate_pairs(scenes, weights)):
        ties[0 if scenes[tie.left].main and scenes[tie.right].main else 1].append(tie)
    barred = keeper(scenes)
    return cluster(
        len(scenes),
        ties[0],
        then=ties[1],
        together=together,
        apart=lambda a, b: (min(a, b), max(a, b)) in apart or barred(a, b),
    )


def copied(scenes: Sequence[Scene]) -> Iterator[tuple[int, int]]:
    """A copy of an article is about what the article is about.

    Nearly the same words may be a form filled in anew ("Air defence downed … over …"): with another day or country
    they tell of something else.
    """
    place = {scene.scene_id: index for index, scene in enumerate(scenes) if scene.main}
    for index, scene in enumerate(scenes):
        original = place.get(main_scene(scene.article.copy_of)) if scene.main else None
        if original is not None and original != index and _one_text(scene, scenes[original]):
            yield min(original, index), max(original, index)


def _one_text(copy: Scene, original: Scene) -> bool:
    return copy.article.text == original.article.text or not kept_apart(original, copy)


def _by_date(incident: Incident) -> tuple[str, str]:
    return incident.date_from or "9999", incident.incident_id
