"""Group: which claims of many articles speak of one happening.

scene.py sums up what each article says of each happening, decided.py what people have decided of them; words.py,
place.py and ages.py read what they tell, block.py finds where kin may be, witness.py says what speaks for and
against, score.py adds it up, graph.py holds the links, cluster.py joins, incident.py, label.py and links.py describe
what came out.

Two verbs do the same work. ``group_claims`` has all articles and claims at hand. ``regroup`` has an outline of each
article (outline.py), what the last grouping found (past.py), and clippings to open articles from, and looks only at
what has changed since; what comes out is, part for part, what grouping everything would give. Three things make it so:

- What depends on the whole corpus does so in steps (``marks.step``): how many scenes there are, how many use a word,
  happened on a day or in a place. An article more changes few of these; where the number of scenes itself takes a
  step, which happens each time it has grown by a third or by half, everything is looked at again.
- A pair of scenes is as sure as before where nothing that scoring asks of either has changed, and it was held against
  each other before (past.py tells both by sums of marks).
- Joining never reaches beyond a component of the graph of links: only components with a changed scene are joined anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module

from tracker.group.corpus import Clippings, lay_open, lay_out
from tracker.group.decided import pairs_of_places, pairs_of_scenes, settle_claims
from tracker.group.links import forward
from tracker.group.outline import Outline, outline, packed, unpacked
from tracker.group.past import Past, packed_past, unpacked_past
from tracker.group.regroup import Regrouping, join
from tracker.group.scene import main_scene, make_scenes
from tracker.model import Account, Article, Claim, Figure, Forward, Incident, Link
from tracker.sharing import Sharing, alone

__all__ = [
    "Clippings",
    "Grouping",
    "Outline",
    "Past",
    "Regrouping",
    "get_ready",
    "group_claims",
    "outline_article",
    "packed",
    "packed_past",
    "regroup",
    "unpacked",
    "unpacked_past",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """The incidents, earliest first, and for each claim the incident it belongs to.

    ``links`` hold each incident together, ``forwards`` tell where every incident id ever given leads now.
    """

    incidents: tuple[Incident, ...]
    members: dict[str, str]
    links: tuple[Link, ...] = ()
    forwards: tuple[Forward, ...] = ()


def get_ready() -> None:
    """Load what the first grouping would wait for: SciPy, a quarter of a second."""
    import_module("scipy.sparse.csgraph")


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
    shelf = _AtHand(articles, settle_claims(claims, unlike))
    corpus = lay_open(shelf.known.values(), shelf.listed, shelf)
    found = join(
        corpus, Past(), same=pairs_of_scenes(corpus.scenes, same), apart=pairs_of_scenes(corpus.scenes, unlike)
    )
    return Grouping(
        incidents=found.incidents,
        members=found.members,
        links=found.links,
        forwards=forward(before, found.named, found.homes),
    )


def outline_article(article: Article, claims: Iterable[Claim]) -> Outline:
    """What grouping keeps of an article and its claims."""
    return outline(article, make_scenes([article], claims))


def regroup(
    outlines: Iterable[Outline],
    past: Past,
    clippings: Clippings,
    *,
    copies: Mapping[str, str],
    named: Mapping[str, int] | None = None,
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
    decided: Iterable[Claim] = (),
    share: Sharing = alone,
) -> Regrouping:
    """What ``group_claims`` would find of all articles that have an outline, as far as it differs from ``past``.

    ``copies`` has the original of each article that is one's copy, ``named`` the mark of how its sources are named
    where that follows from other articles; ``decided`` are the claims that ``same`` and
    ``different`` speak of, as far as they are there.
    """
    unlike, about = tuple(different), tuple(decided)
    settled = _Settled(clippings, unlike)
    torn = _torn(about, unlike)
    listed = [each for each in outlines if each.article_id not in torn]
    listed += [
        outline(article, make_scenes([article], settled.claims([article.article_id])))
        for article in clippings.articles(torn).values()
    ]
    corpus = lay_out(listed, settled, copies=copies, named=named or {}, share=share)
    homes = {claim.claim_id: claim.scene or main_scene(claim.article_id) for claim in settle_claims(about, unlike)}
    place = {scene.scene_id: index for index, scene in enumerate(corpus.scenes)}
    at = {claim: place[home] for claim, home in homes.items() if home in place}
    found = join(corpus, past, same=pairs_of_places(at, same), apart=pairs_of_places(at, unlike))
    return replace(found, outlines=tuple(each for each in found.outlines if each.article_id not in torn))


def _torn(about: Iterable[Claim], different: Iterable[tuple[str, str]]) -> set[str]:
    """The articles that hold two claims of one scene which a person said to differ."""
    home = {claim.claim_id: (claim.article_id, claim.scene or main_scene(claim.article_id)) for claim in about}
    return {home[left][0] for left, right in different if left in home and home[left] == home.get(right)}


class _AtHand:
    """Articles and claims that are held in memory, as clippings."""

    def __init__(self, articles: Iterable[Article], claims: Iterable[Claim]) -> None:
        self.known = {article.article_id: article for article in articles}
        self.listed = tuple(claims)

    def articles(self, article_ids: Iterable[str]) -> Mapping[str, Article]:
        return {name: self.known[name] for name in article_ids if name in self.known}

    def claims(self, article_ids: Iterable[str]) -> Iterable[Claim]:
        wanted = set(article_ids)
        return [claim for claim in self.listed if claim.article_id in wanted]


class _Settled:
    """Clippings whose claims stand in the scenes that people put them in."""

    def __init__(self, clippings: Clippings, different: tuple[tuple[str, str], ...]) -> None:
        self._clippings, self._different = clippings, different

    def articles(self, article_ids: Iterable[str]) -> Mapping[str, Article]:
        return self._clippings.articles(article_ids)

    def claims(self, article_ids: Iterable[str]) -> Iterable[Claim]:
        return settle_claims(self._clippings.claims(article_ids), self._different)
