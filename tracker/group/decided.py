"""What people have decided: these two claims are one incident, those two are not, whatever the words say.

A reviewer decides about claims; scenes are what is grouped. Two claims said to be the same bring their scenes together,
two said to be different keep theirs apart, and where both stand in one scene, the later one leaves it. Of decisions
that contradict each other *different* wins: what is wrongly apart costs a search, what is wrongly together a false
alarm. Claims that are no longer there decide nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tracker.group.scene import Scene, main_scene
from tracker.model import Claim

ClaimPair = tuple[str, str]
Pair = tuple[int, int]


def settle_claims(claims: Iterable[Claim], different: Iterable[ClaimPair]) -> tuple[Claim, ...]:
    """The claims, those that are said to differ from an earlier one of their scene moved to a scene of their own."""
    listed = tuple(claims)
    foes = _foes(different)
    scene_of = {
        claim.claim_id: claim.scene or main_scene(claim.article_id) for claim in listed if claim.claim_id in foes
    }
    torn = {scene for claim, scene in scene_of.items() if any(scene_of.get(foe) == scene for foe in foes[claim])}
    if not torn:
        return listed
    parts: dict[str, list[set[str]]] = defaultdict(lambda: [set()])
    moved: dict[str, str] = {}
    for claim in sorted(listed, key=lambda claim: (claim.start, claim.end, claim.claim_id)):
        scene = scene_of.get(claim.claim_id, "")
        if scene in torn:
            number = _first_without(parts[scene], foes[claim.claim_id])
            parts[scene][number].add(claim.claim_id)
            if number:
                moved[claim.claim_id] = f"{scene}+{number}"
    return tuple(replace(claim, scene=moved.get(claim.claim_id, claim.scene)) for claim in listed)


def pairs_of_scenes(scenes: Sequence[Scene], decided: Iterable[ClaimPair]) -> tuple[Pair, ...]:
    """Pairs of claims as pairs of their scenes' places in ``scenes``, each once and in order."""
    return pairs_of_places({claim.claim_id: at for at, scene in enumerate(scenes) for claim in scene.claims}, decided)


def pairs_of_places(place: Mapping[str, int], decided: Iterable[ClaimPair]) -> tuple[Pair, ...]:
    """Pairs of claims as pairs of places, ``place`` having that of each claim's scene; each once and in order."""
    known = ((place[left], place[right]) for left, right in decided if left in place and right in place)
    return tuple(sorted({(min(pair), max(pair)) for pair in known if pair[0] != pair[1]}))


def without_contradiction(together: Iterable[Pair], different: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs of ``together``, the first ones first, that unite nothing ``different`` even through others."""
    union = _Union()
    for left, right in different:
        union.foes[left].add(right)
        union.foes[right].add(left)
    for pair in together:
        if union.join(*pair):
            yield pair


def _foes(different: Iterable[ClaimPair]) -> dict[str, set[str]]:
    foes: dict[str, set[str]] = defaultdict(set)
    for left, right in different:
        if left != right:
            foes[left].add(right)
            foes[right].add(left)
    return dict(foes)


def _first_without(parts: list[set[str]], foes: set[str]) -> int:
    """The first part that holds none of ``foes``; a new one where each does."""
    for number, part in enumerate(parts):
        if part.isdisjoint(foes):
            return number
    parts.append(set())
    return len(parts) - 1


@dataclass(slots=True)
class _Union:
    """Which scenes are together so far, and which groups must not meet (union-find, the smaller into the larger)."""

    parent: dict[int, int] = field(default_factory=dict)
    members: dict[int, int] = field(default_factory=dict)
    foes: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def find(self, item: int) -> int:
        root = item
        while root in self.parent:
            root = self.parent[root]
        while item != root:
            self.parent[item], item = root, self.parent[item]
        return root

    def join(self, left: int, right: int) -> bool:
        """Put two together, unless they must not be."""
        kept, gone = self.find(left), self.find(right)
        if kept == gone:
            return True
        if gone in self.foes[kept]:
            return False
        if self.members.get(kept, 1) < self.members.get(gone, 1):
            kept, gone = gone, kept
        self.parent[gone] = kept
        self.members[kept] = self.members.get(kept, 1) + self.members.pop(gone, 1)
        for foe in self.foes.pop(gone, set()):
            self.foes[foe].discard(gone)
            self.foes[foe].add(kept)
            self.foes[kept].add(foe)
        return True
