"""The scene: what one article says of one happening. It is the thing that is grouped, never the article as a whole.

One article holds today's strike, yesterday's, and a similar case of years ago; the reader of the article put the
claims of each under one ``scene``. Whatever is said here follows from which claims there are, in the order of the
text, never from how many: a claim split in two changes nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from tracker.group.ages import WHO, read_ages
from tracker.group.place import Place, read_place
from tracker.lexicon import words
from tracker.model import Article, Claim

# "Late on Saturday" and "early on Sunday" are one night, and a paper a time zone away may print either.
OVERNIGHT = timedelta(days=1)

# The headline and the first paragraph or two, in characters.
OPENING = 400

# Where in an article's text something stands, end exclusive.
Stretch = tuple[int, int]

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Window:
    """The days on which something happened, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.last - self.first).days + 1

    def apart(self, other: "Window") -> timedelta:
        """The time between the two, none where they meet."""
        return max(self.first - other.last, other.first - self.last, timedelta())


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What one article says of one happening; ``main`` where it is what the article is about.

    ``text`` is what the claims cover, at ``stretches`` of the article; ``told`` is where its place may stand in print,
    in lower case: for a main scene the headline and the whole article, else the claims. ``other_days`` are those of
    the article's other happenings, ``ages`` those of the people told of first.
    """

    scene_id: str
    article: Article
    main: bool
    claims: tuple[Claim, ...] = ()
    text: str = ""
    stretches: tuple[Stretch, ...] = ()
    told: str = ""
    event: str = ""
    places: tuple[Place, ...] = ()
    country: str = ""
    window: Window | None = None
    names: frozenset[str] = frozenset()
    targets: tuple[str, ...] = ()
    other_days: tuple[Window, ...] = ()
    ages: frozenset[int] = frozenset()

    @property
    def published(self) -> date | None:
        """The day the article was published, where it is known."""
        return day(self.article.published)

    @property
    def looks_back(self) -> bool:
        """Does it open with what came after: an arrest, a trial, a funeral? Then its day may well be that one's."""
        return not words("common", "aftermath").isdisjoint(_WORD.findall(self.told[:OPENING]))

    def names_first(self, place: Place, other: Place) -> bool:
        """Is ``place`` printed, and before ``other`` wherever that is printed too?"""
        at, other_at = self.told.find(place.finest), self.told.find(other.finest)
        return at >= 0 and (other_at < 0 or at < other_at)

    def headlines(self, place: Place, other: Place) -> bool:
        """Does the headline name ``place`` and not ``other``?"""
        title = self.article.title.casefold()
        return self.main and place.finest in title and other.finest not in title

    @property
    def place(self) -> Place | None:
        """The place named first."""
        return self.places[0] if self.places else None


def main_scene(article_id: str) -> str:
    """The scene of what an article is about: the lead's."""
    return f"{article_id}/0"


def make_scenes(articles: Iterable[Article], claims: Iterable[Claim]) -> tuple[Scene, ...]:
    """The scenes of all claims, in the order of their ids; a claim that names none belongs to the main one."""
    known = {article.article_id: article for article in articles}
    scenes = [_scene(scene_id, theirs, known) for scene_id, theirs in sorted(by_scene(claims).items())]
    days = defaultdict(list)
    for scene in scenes:
        if scene.window:
            days[scene.article.article_id].append((scene.scene_id, scene.window))
    return tuple(_among(scene, days.get(scene.article.article_id, ())) for scene in scenes)


def by_scene(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """The claims of each scene by its id, in the order of the text."""
    gathered = defaultdict(list)
    for claim in claims:
        gathered[claim.scene or main_scene(claim.article_id)].append(claim)
    return {name: tuple(sorted(theirs, key=_by_place)) for name, theirs in gathered.items()}


def _by_place(claim: Claim) -> tuple[int, int, str]:
    return claim.start, claim.end, claim.claim_id


def _among(scene: Scene, days: Sequence[tuple[str, Window]]) -> Scene:
    """A scene that knows the days of its article's other happenings, ``days`` being those of all of them."""
    others = tuple(told for other, told in days if other != scene.scene_id)
    return replace(scene, other_days=others) if others else scene


def day(moment: str) -> date | None:
    """The day of an ISO moment, none where there is none or it is no date."""
    return _day(moment[:10])


# Millions of scenes are asked, and all were printed on a few thousand days.
@lru_cache(maxsize=100_000)
def _day(printed: str) -> date | None:
    try:
        return date.fromisoformat(printed)
    except ValueError:
        return None


def _scene(scene_id: str, claims: tuple[Claim, ...], known: dict[str, Article]) -> Scene:
    article_id = claims[0].article_id
    article = known.get(article_id) or Article(article_id=article_id, path="")
    main, stretches = scene_id == main_scene(article_id), _stretches(claims)
    # The claims' own words where the article's are not known.
    text = printed(article, stretches) if article.text else "\n".join(_distinct(claim.text for claim in claims))
    return Scene(
        scene_id=scene_id,
        article=article,
        main=main,
        claims=claims,
        text=text,
        stretches=stretches,
        told=told(article, text, main=main),
        event=_first(claim.event for claim in claims),
        places=_places(claims),
        country=_first(claim.country for claim in claims),
        window=_window(claims),
        names=frozenset(name.casefold() for claim in claims for name in claim.names if name),
        targets=_distinct(claim.target for claim in claims),
        ages=read_ages(f"{article.title}\n{article.text[:WHO]}" if main and article.text else text[:WHO]),
    )


def printed(article: Article, stretches: Iterable[Stretch]) -> str:
    """The words of an article at some stretches, a line each."""
    return "\n".join(article.text[start:end] for start, end in stretches)


def told(article: Article, text: str, *, main: bool) -> str:
    """Where the place of a scene may stand in print; ``text`` is what its claims cover."""
    return (f"{article.title}\n{article.text or text}" if main else text).casefold()


def _stretches(claims: Sequence[Claim]) -> tuple[Stretch, ...]:
    """What the claims cover of the article, each character once."""
    stretches: list[Stretch] = []
    for claim in claims:
        if stretches and claim.start <= stretches[-1][1] + 1:
            stretches[-1] = stretches[-1][0], max(claim.end, stretches[-1][1])
        else:
            stretches.append((claim.start, claim.end))
    return tuple(stretches)


def _places(claims: Sequence[Claim]) -> tuple[Place, ...]:
    told = dict.fromkeys((claim.place, claim.country) for claim in claims if claim.place or claim.country)
    read = dict.fromkeys(read_place(place, country) for place, country in told)
    return tuple(sorted(read, key=lambda place: not place.exact))


def _window(claims: Sequence[Claim]) -> Window | None:
    """The first window that a claim gives: the lead tells when it happened, the rest looks back and ahead."""
    windows = (window(claim.date_from, claim.date_to) for claim in claims)
    return next((found for found in windows if found), None)


def window(date_from: str, date_to: str) -> Window | None:
    """The window from one ISO day to another; one end is enough, ends the wrong way round count for nothing."""
    first = day(date_from) or day(date_to)
    last = day(date_to) or first
    return Window(first=first, last=last) if first and last and first <= last else None


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))
