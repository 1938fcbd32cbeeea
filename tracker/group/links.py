"""What holds an incident together, link by link with its reason, and where the ids of former incidents lead."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tracker.group.cluster import Group
from tracker.group.scene import Scene
from tracker.group.score import Tie
from tracker.model import Forward, Link, content_id

Pair = tuple[int, int]
DECIDED = "a person said that they are one"
COPIED = "one is a copy of the other"


def links_of(
    incident_id: str, group: Group, scenes: Sequence[Scene], given: Mapping[Pair, str], why: Callable[[Tie], str]
) -> Iterator[Link]:
    """The links of one incident: what was ``given`` with its reason, and each join with what speaks for it."""
    for (left, right), reason in given.items():
        yield _link(incident_id, scenes[left], scenes[right], 1.0, reason)
    for tie in group.joins:
        yield _link(incident_id, scenes[tie.left], scenes[tie.right], round(tie.sureness, 3), why(tie))


def _link(incident_id: str, left: Scene, right: Scene, sureness: float, reason: str) -> Link:
    return Link(
        link_id=content_id("lnk", left.scene_id, right.scene_id),
        incident_id=incident_id,
        left_claim_id=left.claims[0].claim_id,
        right_claim_id=right.claims[0].claim_id,
        left_article_id=left.article.article_id,
        right_article_id=right.article.article_id,
        sureness=sureness,
        reason=reason,
    )


def forward(before: Iterable[Forward], named: Mapping[str, str], now: Mapping[str, str]) -> tuple[Forward, ...]:
    """Where every incident id ever given leads, in the order of the ids.

    ``named`` has the scene that each incident of today is named after, ``now`` the incident of each scene.
    """
    standing = {former: Forward(former_id=former, incident_id=former, scene=scene) for former, scene in named.items()}
    gone = {
        old.former_id: Forward(former_id=old.former_id, incident_id=now.get(old.scene, ""), scene=old.scene)
        for old in before
    }
    return tuple(found for _, found in sorted((gone | standing).items()))
