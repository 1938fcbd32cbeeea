"""Group: which claims of many articles speak of one happening.

scene.py sums up what each article says of each happening, decided.py what people have decided of them; words.py,
place.py and ages.py read what they tell, block.py finds where kin may be, witness.py says what speaks for and
against, score.py adds it up, cluster.py joins, incident.py and label.py describe what came out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.group.block import candidate_pairs
from tracker.group.cluster import cluster
from tracker.group.decided import pairs_of_scenes, settle_claims, without_contradiction
from tracker.group.incident import describe
from tracker.group.scene import Scene, main_scene, make_scenes
from tracker.group.score import explainer, kept_apart, score_pairs
from tracker.group.words import weigh
from tracker.model import Account, Article, Claim, Figure, Incident

__all__ = ["Grouping", "group_claims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """The incidents, earliest first, and for each claim the incident it belongs to."""

    incidents: tuple[Incident, ...]
    members: dict[str, str]


def group_claims(
    articles: Iterable[Article],
    claims: Iterable[Claim],
    figures: Iterable[Figure] = (),
    accounts: Iterable[Account] = (),
    *,
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> Grouping:
    """The incidents that claims speak of; every claim gets one. Figures and accounts follow their claims.

    ``same`` and ``different`` are pairs of claim ids that a person has decided about: they are honoured whatever the
    words say, and where they contradict each other ``different`` wins.
    """
    unlike = tuple(different)
    scenes = make_scenes(articles, settle_claims(claims, unlike))
    decided_same, decided_apart = pairs_of_scenes(scenes, same), frozenset(pairs_of_scenes(scenes, unlike))
    weights = weigh(scenes)
    pairs = candidate_pairs(scenes, weights)
    links = tuple(score_pairs(scenes, weights, pairs))
    foremost = [link for link in links if scenes[link.left].main and scenes[link.right].main]
    together = without_contradiction((*decided_same, *copied(scenes)), sorted(decided_apart))
    groups = cluster(
        len(scenes),
        foremost,
        then=[link for link in links if not (scenes[link.left].main and scenes[link.right].main)],
        together=together,
        apart=lambda a, b: (min(a, b), max(a, b)) in decided_apart or kept_apart(scenes[a], scenes[b]),
    )
    why = explainer(scenes, weights)
    found = [(describe(group, scenes, why), group) for group in groups]
    members = {
        claim.claim_id: incident.incident_id
        for incident, group in found
        for index in group.members
        for claim in scenes[index].claims
    }
    incidents = sorted((incident for incident, _ in found), key=_by_date)
    return Grouping(incidents=tuple(incidents), members=members)


def copied(scenes: Sequence[Scene]) -> Iterator[tuple[int, int]]:
    """A copy of an article is about what the article is about."""
    place = {scene.scene_id: index for index, scene in enumerate(scenes)}
    for index, scene in enumerate(scenes):
        original = place.get(main_scene(scene.article.copy_of))
        if scene.main and original is not None:
            yield original, index


def _by_date(incident: Incident) -> tuple[str, str]:
    return incident.date_from or "9999", incident.incident_id
