"""Scenes joined to incidents: those of which something has changed since the last grouping, and no others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tracker.group.cluster import Group, cluster
from tracker.group.corpus import Corpus
from tracker.group.decided import without_contradiction
from tracker.group.incident import describe, named_after
from tracker.group.links import COPIED, DECIDED, Pair, links_of
from tracker.group.marks import mark
from tracker.group.outline import Outline
from tracker.group.past import Found, Past, find_ties
from tracker.group.scene import main_scene
from tracker.group.score import explainer, keeper
from tracker.model import Incident, Link

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tracker.group.score import Ties

# How the pair of two scenes that must not meet is marked.
APART = "a person said that they are two"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouping:
    """What a grouping changed.

    ``homes`` has the incident of each scene that was looked at, ``members`` that of each of their claims, and
    ``named`` the scene that each of their incidents is named after. What was found of scenes that are not here stands.
    ``outlines`` are those that are others than before, ``past`` is for the next time.
    """

    incidents: tuple[Incident, ...] = ()
    links: tuple[Link, ...] = ()
    members: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    outlines: tuple[Outline, ...] = ()
    past: Past = field(default_factory=Past)


def join(corpus: Corpus, past: Past, *, same: Iterable[Pair], apart: Iterable[Pair]) -> Regrouping:
    """The incidents of the scenes of which something has changed; ``same`` and ``apart`` are what people decided."""
    barred = frozenset(apart)
    given = dict.fromkeys(same, DECIDED) | dict.fromkeys(copied(corpus), COPIED)
    together = {pair: given[pair] for pair in without_contradiction(given, sorted(barred))}
    decided = [(*pair, reason) for pair, reason in together.items()] + [(*pair, APART) for pair in sorted(barred)]
    found = find_ties(corpus, past, decided)
    groups = _others(corpus, _cluster(corpus, found, together, barred), together, found)
    return _described(corpus, groups, together, found.to_keep())


def _others(corpus: Corpus, groups: Iterable[Group], together: Mapping[Pair, str], found: Found) -> list[Group]:
    """The groups that are not what they were: of other scenes, told otherwise, or held together by other links."""
    states, scenes = found.states.tolist(), corpus.scenes
    given: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for (left, right), reason in together.items():
        given[left].append((states[left], states[right], reason))
    changed = []
    for group in groups:
        told = [(scenes[index].scene_id, int(corpus.traits[index])) for index in group.members]
        ties = [*group.joins, *filter(None, [group.weakest])]
        joins = [(states[tie.left], states[tie.right], tie.sureness) for tie in ties]
        pairs = [pair for index in group.members for pair in given[index]]
        known = mark(repr((told, joins, pairs, group.sureness)))
        members = list(group.members)
        if (found.grouped[members] != known).any():
            found.grouped[members] = known
            changed.append(group)
    return changed


def copied(corpus: Corpus) -> Iterator[Pair]:
    """A copy of an article is about what the article is about.

    Nearly the same words may be a form filled in anew ("Air defence downed … over …"): with another day or country
    they tell of something else.
    """
    scenes, kept_apart = corpus.scenes, keeper(corpus.scenes, corpus.open)
    place = {scene.scene_id: index for index, scene in enumerate(scenes) if scene.main}
    for index, scene in enumerate(scenes):
        original = place.get(main_scene(scene.article.copy_of)) if scene.main and scene.article.copy_of else None
        if original is None or original == index:
            continue
        if not kept_apart(original, index) or _one_text(corpus, original, index):
            yield min(original, index), max(original, index)


def _one_text(corpus: Corpus, left: int, right: int) -> bool:
    corpus.open((left, right))
    return corpus.scenes[left].article.text == corpus.scenes[right].article.text


def _cluster(corpus: Corpus, found: Found, together: Iterable[Pair], apart: frozenset[Pair]) -> Iterator[Group]:
    """The groups of the scenes of which something has changed: first of what articles are about, then of mentions."""
    import numpy as np

    scenes, barred = corpus.scenes, keeper(corpus.scenes, corpus.open)
    main = np.array([scene.main for scene in scenes], dtype=bool)
    left, right, _ = found.ties
    whole = main[left] & main[right]
    yield from cluster(
        np.flatnonzero(found.of >= 0).tolist(),
        _some(found.ties, whole),
        then=_some(found.ties, ~whole),
        together=[pair for pair in together if found.of[pair[0]] >= 0],
        apart=lambda a, b: (min(a, b), max(a, b)) in apart or barred(a, b),
    )


def _some(links: "Ties", wanted: "NDArray[Any]") -> "Ties":
    left, right, sureness = links
    return left[wanted], right[wanted], sureness[wanted]


def _described(corpus: Corpus, groups: Sequence[Group], together: Mapping[Pair, str], past: Past) -> Regrouping:
    corpus.read(index for group in groups for index in group.members)
    scenes = corpus.scenes
    why = explainer(scenes, corpus.weights, corpus.custom, {tie for group in groups for tie in group.joins})
    incidents = [describe(group, scenes, why) for group in groups]
    found = sorted(zip(incidents, groups, strict=True), key=lambda pair: by_date(pair[0]))
    ids = {index: incident.incident_id for incident, group in found for index in group.members}
    reasons: defaultdict[str, dict[Pair, str]] = defaultdict(dict)
    for pair, reason in together.items():
        if pair[0] in ids:
            reasons[ids[pair[0]]][pair] = reason
    return Regrouping(
        incidents=tuple(incident for incident, _ in found),
        links=tuple(
            link
            for incident, group in found
            for link in links_of(incident.incident_id, group, scenes, reasons[incident.incident_id], why)
        ),
        members={claim.claim_id: name for index, name in sorted(ids.items()) for claim in scenes[index].claims},
        homes={scenes[index].scene_id: name for index, name in sorted(ids.items())},
        named={
            incident.incident_id: named_after(scenes[index] for index in group.members) for incident, group in found
        },
        outlines=corpus.recounted,
        past=past,
    )


def by_date(incident: Incident) -> tuple[str, str]:
    """The earliest first, what has no date last."""
    return incident.date_from or "9999", incident.incident_id
