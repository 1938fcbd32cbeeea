"""The noun that a group of scenes makes: what happened, where and when, as most articles tell it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from tracker.group.cluster import Group
from tracker.group.label import label_incident
from tracker.group.scene import Scene
from tracker.group.score import Tie
from tracker.model import Article, Claim, Incident, content_id

T = TypeVar("T")


def describe(group: Group, scenes: Sequence[Scene], why: Callable[[Tie], str]) -> Incident:
    """The incident of a group; ``why`` tells the reason of a link."""
    members = sorted((scenes[index] for index in group.members), key=_by_age)
    claims = [claim for scene in members for claim in scene.claims]
    event = most(members, lambda scene: scene.event) or ""
    place = most(members, _printed_place) or ""
    when = most(members, lambda scene: scene.window)
    return Incident(
        incident_id=content_id("inc", named_after(members)),
        label=label_incident(members, event, place, when),
        event=event,
        place=place,
        country=most(members, lambda scene: scene.country) or "",
        date_from=when.first.isoformat() if when else "",
        date_to=when.last.isoformat() if when else "",
        n_claims=len(claims),
        n_articles=len({scene.article.article_id for scene in members}),
        n_sources=len({claim.source_name for claim in claims if claim.source_name}),
        n_independent=_independent(members),
        confidence=round(group.sureness, 3),
        reason=_reason(group, scenes, why),
    )


def named_after(members: Iterable[Scene]) -> str:
    """The scene an incident's id follows from: that of the article published first, which later ones leave as it is."""
    return min(members, key=_by_age).scene_id


def most(members: Sequence[Scene], read: Callable[[Scene], T]) -> T | None:
    """What most articles say, first those that are about the happening; of equals, the earliest said."""
    votes = Counter(value for scene in members if scene.main and (value := read(scene)))
    votes = votes or Counter(value for scene in members if (value := read(scene)))
    return votes.most_common(1)[0][0] if votes else None


def _by_age(scene: Scene) -> tuple[str, str]:
    """The earliest published first, those of unknown date last, then by id: an order that follows from content."""
    return scene.article.published or "9999", scene.scene_id


def _printed_place(scene: Scene) -> str:
    """The finest place as the article prints it, the country where there is none."""
    finest = next((claim.place.split(",")[0].strip() for claim in scene.claims if claim.place), "")
    return finest or scene.country


def _independent(members: Sequence[Scene]) -> int:
    """How many sources speak that do not repeat each other: a copied article adds no voice of its own."""
    publishers = {scene.article.article_id: scene.article.publisher for scene in members}
    said = ((claim, scene.article) for scene in members for claim in scene.claims if claim.source_name)
    return len({_origin(claim, article, publishers) for claim, article in said})


def _origin(claim: Claim, article: Article, publishers: dict[str, str]) -> str:
    """Who speaks: the source; for a copy's own voice, the paper it copied."""
    if claim.source_kind == "narrator" and article.copy_of:
        return publishers.get(article.copy_of) or article.copy_of
    return claim.source_name


def _reason(group: Group, scenes: Sequence[Scene], why: Callable[[Tie], str]) -> str:
    """Why these belong together: the join that is least sure, and what speaks for it."""
    if len(group.members) == 1:
        return "one article, nothing joined"
    if group.weakest is None:
        return "copies of one article"
    link = group.weakest
    names = " and ".join(_called(scenes[index].article) for index in (link.left, link.right))
    return f"least sure join ({group.sureness:.2f}): {names}; {why(link)}"


def _called(article: Article) -> str:
    return f"“{article.title}”" if article.title else article.publisher or article.path or article.article_id
