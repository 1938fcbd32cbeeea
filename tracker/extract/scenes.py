"""Scenes: which of an article's claims speak of one happening.

An article holds today's strike, yesterday's, and one of years ago. The sentences are read in order: a clause that names
a place and a day joins the scene they agree with, one that names none goes on with the scene before, and one that
contradicts every scene, or announces another happening, opens a new one. Scene 0 is what the article leads with.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tracker.extract.clauses import LONG_PAST, Clause, find_clauses
from tracker.extract.names import names_in
from tracker.extract.parse import Passage, Sentence, text_of
from tracker.extract.places import PlaceMention
from tracker.extract.places_settled import countries_named, find_namesakes, settle_places
from tracker.extract.scene import Scene, agreement, fits, narrowed, overlap, place_score, within
from tracker.extract.times import TimeMention, find_times, published_day
from tracker.lexicon import words
from tracker.lexicon.gazetteer import Place

# What a scene is is told in its first words; the rest of a long article need not be counted for it.
MOST_WORDS = 60
MOST_SCENES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where and when one clause of a passage plays: its scene, and the place and days its own words give."""

    passage: int
    tokens: frozenset[int]
    scene: int
    places: tuple[Place, ...] = ()
    days: tuple[date, date] | None = None
    mentions: tuple[PlaceMention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the clauses of one unit tell: kinds of happening, places, days, names.

    ``happening`` where they tell of one at all; ``fresh`` where they announce another one than those told; ``loose``
    where ``days`` is a period long past; ``background`` where the sentence turns to what went before.
    """

    happening: bool
    kinds: tuple[str, ...]
    places: tuple[Place, ...]
    days: tuple[date, date] | None
    names: frozenset[str]
    fresh: bool
    loose: bool
    background: bool


@dataclass(slots=True)
class Telling:
    """What has been told of an article so far."""

    scenes: list[Scene] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    times: dict[int, tuple[TimeMention, ...]] = field(default_factory=dict)
    current: int = 0
    passing: int = 0
    recent: list[int] = field(default_factory=list)


def tells(measure: str) -> bool:
    """Does a figure of this measure tell of a happening, as an age, a price or a distance does not?"""
    return measure not in words("events", "general", "measures_aside")


def find_scenes(passages: Sequence[Passage], figures: Sequence[frozenset[int]]) -> Telling:
    """The scenes of an article and the setting of each clause; ``figures`` are the number tokens of each passage."""
    telling = Telling(scenes=[Scene(number=0)])
    countries = countries_named(passage.text for passage in passages)
    namesakes = find_namesakes(passage.text for passage in passages)
    for passage, numbers in zip(passages, figures, strict=True):
        published = published_day(passage.article.published)
        places = settle_places(passage.doc, countries, namesakes)
        times = telling.times[passage.index] = find_times(passage.text, published)
        for sentence in passage.doc.sents:
            clauses = find_clauses(passage, sentence, places, times, numbers)
            _read_sentence(telling, passage, sentence, clauses)
    return telling


def _read_sentence(telling: Telling, passage: Passage, sentence: Sentence, clauses: list[Clause]) -> None:
    units = _units(clauses)
    before = telling.current
    if telling.passing and _takes_up(sentence):
        telling.current = telling.passing
    recent: list[int] = []
    parted: list[int] = []
    for unit in units:
        told = _told(passage, sentence, unit, telling)
        scene = _scene_of(telling, told, frozenset(recent), frozenset(parted))
        recent.append(scene)
        # "It comes after …" tells nothing by itself that the rest of its sentence could be parted from.
        parted += [scene] if told.happening or told.places or scene != telling.current else []
        telling.scenes[scene] = _learn(telling.scenes[scene], told)
        for clause in unit:
            telling.settings.append(_setting(passage, clause, unit, scene))
    passing = recent[0] if recent and telling.scenes[recent[0]].loose else 0
    telling.passing = passing
    if passage.zone == "caption" or passing:
        # What happened in a year long past is told in passing: "the quake" of the next sentence is today's again.
        telling.current = before
    elif recent and any(clause.kinds or clause.places or clause.figures for clause in units[0]):
        telling.current = recent[0]
    else:
        # A sentence that turns to what went before goes on with that, wherever in it that is told.
        telling.current = parted[0] if parted and _is_background(sentence) else before
    telling.recent = recent


def _takes_up(sentence: Sentence) -> bool:
    """Does a sentence go on with what the one before told in passing: "It killed …"?"""
    return sentence[0].lower_ in ("it", "they", "its", "their")


def _told(passage: Passage, sentence: Sentence, unit: Sequence[Clause], telling: Telling) -> Told:
    kinds = tuple(kind for clause in unit for kind in clause.kinds)
    happening = bool(kinds) or any(clause.figures for clause in unit)
    day = next((clause.day for clause in unit if clause.day), None) if happening else None
    period = next((clause.period for clause in unit if clause.period), None) if happening else None
    past = period is not None and _ends_before(period.date_to, passage) and not _holds(telling.scenes[0], period)
    return Told(
        happening=happening,
        kinds=kinds,
        places=_places(unit),
        days=(period.date_from, period.date_to) if past and period is not None else day,
        names=names_in(passage.doc, unit),
        fresh=past or (any(clause.fresh for clause in unit) and bool(telling.settings)),
        loose=past,
        background=_is_background(sentence),
    )


def _units(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Clauses that can be one happening together; a clause that contradicts the one it hangs on stands alone."""
    units: list[list[Clause]] = []
    of_head: dict[int, list[Clause]] = {}
    for clause in clauses:
        unit = of_head.get(clause.parent)
        if unit is None or clause.aside or _contradicts(unit, clause):
            unit = []
            units.append(unit)
        unit.append(clause)
        of_head[clause.head] = unit
    return units


def _contradicts(unit: Sequence[Clause], clause: Clause) -> bool:
    days = next((each.day for each in unit if each.day), None)
    if days and clause.day and clause.kinds and not overlap(days, clause.day):
        return True
    held = [mention.place for each in unit for mention in each.places]
    new = [mention.place for mention in clause.places]
    return bool(held and new and clause.kinds and not any(fits(a, b) for a in held for b in new))


def _scene_of(telling: Telling, told: Told, taken: frozenset[int], parted: frozenset[int]) -> int:
    """The scene a unit plays in; ``taken`` are those of its sentence's units before it, which it was parted from.

    ``parted`` are those of them that told of something by themselves.
    """
    if told.happening and (told.places or told.days or told.fresh):
        found = _join(telling, told, taken)
        found = _first_scene(telling, told, taken) if found is None else found
        return _open(telling, told) if found is None else found
    if not parted and told.background and told.names - telling.scenes[telling.current].names:
        return _open(telling, told)
    return telling.current


def _ends_before(last: date, passage: Passage) -> bool:
    """Is a loose period over well before the article came out ("in 2016")? "This year" holds today's news as well."""
    published = published_day(passage.article.published)
    return published is not None and last < published - LONG_PAST


def _holds(scene: Scene, period: TimeMention) -> bool:
    return within(scene, period.date_from, period.date_to)


def _join(telling: Telling, told: Told, taken: frozenset[int]) -> int | None:
    """The scene that agrees best, of two alike the later; none where nothing agrees."""
    # A live blog of a thousand happenings takes up its first and its last ones.
    near = [*telling.scenes[:1], *telling.scenes[1:][-MOST_SCENES:]]
    scores = [(_nearness(telling, scene, told, taken), scene.number) for scene in near]
    best, number = max(scores)
    return number if best > 0 else None


def _nearness(telling: Telling, scene: Scene, told: Told, taken: frozenset[int]) -> float:
    score = agreement(scene, told.places, told.days, told.kinds, told.names)
    same_place = bool(told.places) and place_score(scene, told.places) >= 2
    if score is None or (told.fresh and not (same_place and told.days)) or (scene.number in taken and not same_place):
        return 0.0
    if scene.number == 0 and score:
        # What the article leads with is taken up again more often than what it mentions on the way.
        score += 0.6
    if scene.number == telling.current and scene.number not in taken:
        # A scene still without a place takes the next one told, before a country told elsewhere claims it.
        return score + (0.75 if scene.places or not told.places else 1.25)
    return score + (0.5 if scene.number in telling.recent else 0.0)


def _first_scene(telling: Telling, told: Told, taken: frozenset[int]) -> int | None:
    """Scene 0 while it is still bare: the lead often names neither place nor day before its second sentence."""
    lead = telling.scenes[0]
    bare = len(telling.scenes) == 1 and not lead.places and lead.days is None
    return 0 if bare and not taken and not told.fresh else None


def _open(telling: Telling, told: Told) -> int:
    """A new scene. A count without a happening of its own ("two died in Guatemala") is of the same one, elsewhere."""
    number, running = len(telling.scenes), telling.scenes[telling.current]
    own = told.days or told.fresh or told.background or any(kind != "general" for kind in told.kinds)
    kinds, days = ((), told.days) if own else ((running.event,) if running.event else (), running.days)
    telling.scenes.append(Scene(number=number, kinds=kinds, days=days, loose=told.loose))
    return number


def _learn(scene: Scene, told: Told) -> Scene:
    """A scene with what a unit adds: places that fit, a day, names."""
    places = tuple(
        place for place in told.places if not scene.places or any(fits(place, known) for known in scene.places)
    )
    return replace(
        scene,
        kinds=(scene.kinds + told.kinds)[:MOST_WORDS],
        places=(scene.places + places)[:MOST_WORDS],
        days=narrowed(scene.days, None if told.loose else told.days),
        names=scene.names | told.names,
    )


def _places(unit: Sequence[Clause]) -> tuple[Place, ...]:
    """Where a unit plays: the places of its outermost clause that names any, the finest first."""
    for clause in unit:
        if clause.places and (clause.sets_place or len(unit) == 1):
            fine = {"city": 0, "place": 0, "region": 1, "country": 2}
            return tuple(
                dict.fromkeys(sorted((mention.place for mention in clause.places), key=lambda place: fine[place.kind]))
            )
    return ()


def _is_background(sentence: Sentence) -> bool:
    """ "It comes after …": the sentence turns to what went before."""
    text = text_of(sentence.doc)[sentence.start_char : sentence.end_char][:60].lower()
    return any(phrase in text for phrase in words("events", "general", "background"))


def _setting(passage: Passage, clause: Clause, unit: Sequence[Clause], scene: int) -> Setting:
    """A clause's own place and day, else those of the clauses it belongs with."""
    days = next((each.day for each in (clause, *unit) if each.day), None)
    return Setting(
        passage=passage.index,
        tokens=clause.tokens,
        scene=scene,
        places=_places([clause]) or _places(unit),
        days=days,
        mentions=clause.places,
    )


def settings_by_token(telling: Telling) -> dict[tuple[int, int], Setting]:
    """Each token's setting, keyed by passage and token number."""
    return {(setting.passage, token): setting for setting in telling.settings for token in setting.tokens}
