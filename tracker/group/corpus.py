"""All scenes of a store side by side, as far as their outlines tell them; their text is opened where it is asked for.

The text of an article is the largest part of a store and few pairs need it: where two scenes are nearly one and lie in
two places, somebody has to look which place each names first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from tracker.group.columns import Columns, read_columns
from tracker.group.marks import mark
from tracker.group.outline import Outline, SceneOutline, outline, printed_of, scene_of, shelves_of, without, words_of
from tracker.group.scene import Scene, by_scene, main_scene, make_scenes, printed, told
from tracker.group.weights import Weights, weigh
from tracker.group.witness import Custom, read_custom
from tracker.group.words import Printed, find_furniture
from tracker.model import Article, Claim
from tracker.sharing import Sharing, alone, pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray


# Articles whose words are counted again in one piece, where the work is shared: a twentieth of a second of it.
PIECE = 60


class Clippings(Protocol):
    """The newsroom's file: where articles and claims are had from: a store, or what somebody holds in memory."""

    def articles(self, article_ids: Iterable[str]) -> Mapping[str, Article]:
        """Articles by their ids; those that are not there are left out."""

    def claims(self, article_ids: Iterable[str]) -> Iterable[Claim]:
        """The claims of articles."""


@dataclass(frozen=True)
class Corpus:
    """The scenes in the order of their ids, with what the search for kin needs of each.

    ``recounted`` are the outlines whose words had to be counted again, as other sentences are furniture now.
    """

    scenes: list[Scene]
    weights: Weights
    custom: Custom
    shelves: "list[NDArray[Any]]"
    traits: "NDArray[Any]"
    clippings: Clippings
    recounted: tuple[Outline, ...] = ()
    opened: set[int] = field(default_factory=set)

    def open(self, places: Iterable[int]) -> None:
        """Have the text of some scenes at hand."""
        closed = [index for index in set(places) if index not in self.opened]
        if not closed:
            return
        articles = self.clippings.articles({self.scenes[index].article.article_id for index in closed})
        for index in closed:
            scene = self.scenes[index]
            article = articles.get(scene.article.article_id, scene.article)
            text = printed(article, scene.stretches)
            self.scenes[index] = replace(scene, article=article, text=text, told=told(article, text, main=scene.main))
        self.opened.update(closed)

    def read(self, places: Iterable[int]) -> None:
        """Have some scenes whole: what their outlines tell, with their text and their claims."""
        bare = [index for index in places if not self.scenes[index].claims]
        if not bare:
            return
        self.open(bare)
        said = by_scene(self.clippings.claims({self.scenes[index].article.article_id for index in bare}))
        for index in bare:
            self.scenes[index] = replace(self.scenes[index], claims=said[self.scenes[index].scene_id])

    def columns(self) -> Columns:
        """The scenes as columns of numbers."""
        return read_columns(self.scenes, self.custom, self.open)


def lay_out(
    outlines: Iterable[Outline],
    clippings: Clippings,
    *,
    copies: Mapping[str, str],
    named: Mapping[str, int],
    share: Sharing = alone,
) -> Corpus:
    """The corpus of some articles.

    ``copies`` has the original of each that is one's copy, ``named`` a mark of how its sources are named.
    """
    listed, recounted = _without_furniture(list(outlines), clippings, share=share)
    found: list[tuple[SceneOutline, Scene]] = []
    for each in listed:
        article = Article(
            article_id=each.article_id,
            path="",
            published=each.published,
            copy_of=copies.get(each.article_id, ""),
        )
        found.extend((told, scene_of(told, article)) for told in each.scenes)
    found.sort(key=lambda pair: pair[0].scene_id)
    return _corpus(found, clippings, recounted, named)


def lay_open(articles: Iterable[Article], claims: Iterable[Claim], clippings: Clippings) -> Corpus:
    """The corpus of articles and claims that are at hand, every text open."""
    scenes = make_scenes(articles, claims)
    gathered: dict[str, list[Scene]] = {}
    for scene in scenes:
        gathered.setdefault(scene.article.article_id, []).append(scene)
    outlines = [outline(theirs[0].article, theirs) for theirs in gathered.values()]
    at_hand = {article_id: theirs[0].article for article_id, theirs in gathered.items()}
    listed, _ = _without_furniture(outlines, clippings, at_hand)
    told = {each.scene_id: each for found in listed for each in found.scenes}
    corpus = _corpus([(told[scene.scene_id], scene) for scene in scenes], clippings, (), {})
    corpus.opened.update(range(len(scenes)))
    return corpus


def _corpus(
    found: Sequence[tuple[SceneOutline, Scene]],
    clippings: Clippings,
    recounted: tuple[Outline, ...],
    named: Mapping[str, int],
) -> Corpus:
    import numpy as np

    scenes = [scene for _, scene in found]
    return Corpus(
        scenes=scenes,
        weights=weigh([words_of(told) for told, _ in found]),
        custom=read_custom(scenes),
        shelves=[shelves_of(told) for told, _ in found],
        traits=np.array(
            [
                told.trait ^ mark(scene.article.copy_of) ^ named.get(scene.article.article_id, 0)
                for told, scene in found
            ],
            dtype=np.uint64,
        ),
        clippings=clippings,
        recounted=recounted,
    )


def _without_furniture(
    outlines: list[Outline],
    clippings: Clippings,
    at_hand: Mapping[str, Article] | None = None,
    *,
    share: Sharing = alone,
) -> tuple[list[Outline], tuple[Outline, ...]]:
    """The outlines with today's furniture left out of their words, and those of them that are others than before."""
    sentences = [printed_of(each) for each in outlines]
    furniture = find_furniture(sentences)
    held = _holding(sentences, furniture)
    now = ((index, tuple(held.get(index, ()))) for index in range(len(outlines)))
    moved = {index: dropped for index, dropped in now if dropped != outlines[index].dropped}
    if not moved:
        return outlines, ()
    articles = at_hand or clippings.articles({outlines[index].article_id for index in moved})

    def recount(piece: Iterable[int]) -> list[Outline]:
        return [_recounted(outlines[index], articles, furniture, moved[index]) for index in piece]

    told = [each for found in share(recount, pieces(list(moved), PIECE)) for each in found]
    for index, each in zip(moved, told, strict=True):
        outlines[index] = each
    return outlines, tuple(told)


def _recounted(
    found: Outline, articles: Mapping[str, Article], furniture: frozenset[int], dropped: tuple[int, ...]
) -> Outline:
    main = Scene(scene_id=main_scene(found.article_id), article=articles[found.article_id], main=True)
    return without(found, main, furniture, dropped)


def _holding(sentences: Sequence[Printed], furniture: frozenset[int]) -> Mapping[int, list[int]]:
    """The furniture that each article holds, by their places in the list; all at once, as both grow with the corpus."""
    import numpy as np

    found: defaultdict[int, list[int]] = defaultdict(list)
    if furniture:
        article = np.repeat(np.arange(len(sentences)), [len(each.pieces) for each in sentences])
        pieces = np.concatenate([each.pieces for each in sentences])
        at = np.flatnonzero(np.isin(pieces, np.array(sorted(furniture), dtype=np.uint64)))
        for index, piece in zip(article[at].tolist(), pieces[at].tolist(), strict=True):
            found[index].append(piece)
    return found
