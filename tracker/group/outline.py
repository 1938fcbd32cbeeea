"""What grouping keeps of an article, so that others can be held against it without reading it or its claims again.

An outline follows from the article and its claims alone. Only the words of its main scene depend on others: on which
of its sentences are furniture (``words.py``), and what was left out as such is noted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from tracker.group.block import shelf_marks
from tracker.group.marks import mark
from tracker.group.place import Place
from tracker.group.scene import Scene, Stretch, Window
from tracker.group.words import Pieces, Printed, Words, count_words, read_pieces, split_up
from tracker.model import Article

if TYPE_CHECKING:
    from collections.abc import Collection

    from tracker.group.marks import Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneOutline:
    """A scene without its words in print; ``trait`` is the mark of all that is told here, words aside.

    ``shelves``, ``words`` and ``counts`` are numbers as bytes (``numpy.tobytes``, little endian).
    """

    scene_id: str
    main: bool
    stretches: tuple[Stretch, ...] = ()
    event: str = ""
    places: tuple[Place, ...] = ()
    country: str = ""
    window: Window | None = None
    names: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    other_days: tuple[Window, ...] = ()
    ages: tuple[int, ...] = ()
    trait: int = 0
    shelves: bytes = b""
    words: bytes = b""
    counts: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What grouping keeps of an article: its scenes, and the marks of its sentences.

    ``dropped`` are the sentences left out of the words of its main scene.
    """

    article_id: str
    published: str = ""
    pieces: bytes = b""
    dropped: tuple[int, ...] = ()
    scenes: tuple[SceneOutline, ...] = ()


def outline(article: Article, scenes: Iterable[Scene]) -> Outline:
    """The outline of an article whose scenes are given."""
    given = tuple(scenes)
    split = split_up(article) if any(scene.main for scene in given) else None
    return Outline(
        article_id=article.article_id,
        published=article.published,
        pieces=read_pieces(article, split).pieces.tobytes() if split else b"",
        scenes=tuple(_outline_scene(scene, split) for scene in given),
    )


def packed(found: Outline) -> bytes:
    """An outline as bytes."""
    return msgspec.msgpack.encode(found)


_UNPACK = msgspec.msgpack.Decoder(Outline)


def unpacked(stored: bytes) -> Outline:
    """The outline of its bytes."""
    return _UNPACK.decode(stored)


def scene_of(told: SceneOutline, article: Article) -> Scene:
    """A scene as far as its outline tells it, its text not yet opened."""
    return Scene(
        scene_id=told.scene_id,
        article=article,
        main=told.main,
        stretches=told.stretches,
        event=told.event,
        places=told.places,
        country=told.country,
        window=told.window,
        names=frozenset(told.names),
        targets=told.targets,
        other_days=told.other_days,
        ages=frozenset(told.ages),
    )


def printed_of(found: Outline) -> Printed:
    """The sentences of an article."""
    from tracker.group.scene import day

    published = day(found.published)
    return Printed(_numbers(found.pieces), published.toordinal() if published else 0)


def words_of(told: SceneOutline) -> Words:
    """The words of a scene."""
    return Words(_numbers(told.words), _numbers(told.counts))


def shelves_of(told: SceneOutline) -> "Marks":
    """The shelves of a scene besides those of its words."""
    return _numbers(told.shelves)


def without(found: Outline, main: Scene, furniture: "Collection[int]", dropped: tuple[int, ...]) -> Outline:
    """The outline with the words of its main scene, given in full, counted again."""
    counted = count_words(main, furniture)
    words, counts = counted.marks.tobytes(), counted.counts.tobytes()
    scenes = tuple(replace(each, words=words, counts=counts) if each.main else each for each in found.scenes)
    return replace(found, dropped=dropped, scenes=scenes)


def _outline_scene(scene: Scene, pieces: Pieces | None) -> SceneOutline:
    told = SceneOutline(
        scene_id=scene.scene_id,
        main=scene.main,
        stretches=scene.stretches,
        event=scene.event,
        places=scene.places,
        country=scene.country,
        window=scene.window,
        names=tuple(sorted(scene.names)),
        targets=scene.targets,
        other_days=scene.other_days,
        ages=tuple(sorted(scene.ages)),
    )
    counted = count_words(scene, pieces=pieces)
    return replace(
        told,
        trait=mark(repr((scene.article.article_id, scene.article.published, told))),
        shelves=shelf_marks(scene).tobytes(),
        words=counted.marks.tobytes(),
        counts=counted.counts.tobytes(),
    )


def _numbers(stored: bytes) -> "Marks":
    import numpy as np

    return np.frombuffer(stored, dtype=np.uint64)
