"""Scenes: which of an article's claims speak of one happening.

An article holds today's strike, yesterday's, and one of years ago. The sentences are read in order: a clause that names
a place and a day joins the scene they agree with, one that names none goes on with the scene before, and one that
contradicts every scene, or announces another happening, opens a new one. Scene 0 is what the article leads with.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tracker.extract.clauses import Clause, find_clauses
from tracker.extract.parse import Doc, Passage, Sentence, Token
from tracker.extract.places import countries_named, find_places, settle_places
from tracker.extract.scene import Scene, agreement, fits, narrowed, overlap, place_score, within
from tracker.extract.times import find_times, published_day
from tracker.lexicon import words
from tracker.lexicon.gazetteer import Place, find_place


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where and when one clause of a passage plays: its scene, and the place and days its own words give."""

    passage: int
    tokens: frozenset[int]
    scene: int
    places: tuple[Place, ...] = ()
    days: tuple[date, date] | None = None


@dataclass(slots=True)
class Telling:
    """What has been told of an article so far."""

    scenes: list[Scene] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    current: int = 0
    recent: list[int] = field(default_factory=list)


def tells(measure: str) -> bool:
    """Does a figure of this measure tell of a happening, as an age, a price or a distance does not?"""
    return measure not in words("events", "general", "measures_aside")


def find_scenes(passages: Sequence[Passage], figures: Sequence[frozenset[int]]) -> Telling:
    """The scenes of an article and the setting of each clause; ``figures`` are the number tokens of each passage."""
    telling = Telling(scenes=[Scene(number=0)])
    countries = countries_named(passage.doc.text for passage in passages)
    for passage, numbers in zip(passages, figures, strict=True):
        published = published_day(passage.article.published)
        places = settle_places(find_places(passage.doc), countries)
        times = find_times(passage.doc.text, published)
        for sentence in passage.doc.sents:
            clauses = find_clauses(passage, sentence, places, times, numbers)
            _read_sentence(telling, passage, sentence, clauses)
    return telling


def _read_sentence(telling: Telling, passage: Passage, sentence: Sentence, clauses: list[Clause]) -> None:
    units = _units(clauses)
    before, recent = telling.current, []
    for number, unit in enumerate(units):
        scene = _scene_of(telling, passage, sentence, unit, first=number == 0)
        recent.append(scene)
        telling.scenes[scene] = _learn(telling.scenes[scene], passage.doc, unit)
        for clause in unit:
            telling.settings.append(_setting(passage, clause, unit, scene))
    if passage.zone == "caption":
        telling.current = before
    elif recent and any(clause.kinds or clause.places or clause.figures for clause in units[0]):
        telling.current = recent[0]
    telling.recent = recent


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


def _scene_of(telling: Telling, passage: Passage, sentence: Sentence, unit: Sequence[Clause], *, first: bool) -> int:
    places, days = _places(unit), next((clause.day for clause in unit if clause.day), None)
    period = next((clause.period for clause in unit if clause.period), None)
    kinds = [kind for clause in unit for kind in clause.kinds]
    told = bool(kinds) or any(clause.figures for clause in unit)
    fresh = any(clause.fresh for clause in unit) and bool(telling.settings)
    names = _names(passage.doc, unit)
    if (
        period is not None
        and not within(telling.scenes[0], period.date_from, period.date_to)
        and told
        and _ends_before(period.date_to, passage)
    ):
        return _join_or_open(
            telling, places, (period.date_from, period.date_to), kinds, names, fresh=True, loose=True, first=first
        )
    dated = days if kinds else None
    if (not places and dated is None and not fresh) or not told:
        if first and _is_background(sentence) and names - telling.scenes[telling.current].names:
            return _open(telling, places, None, loose=False)
        return telling.current
    return _join_or_open(telling, places, dated, kinds, names, fresh=fresh, loose=False, first=first)


def _ends_before(last: date, passage: Passage) -> bool:
    """Is a loose period over well before the article came out ("in 2016")? "This year" holds today's news as well."""
    published = published_day(passage.article.published)
    return published is not None and last < published - timedelta(days=30)


def _join_or_open(
    telling: Telling,
    places: Sequence[Place],
    days: tuple[date, date] | None,
    kinds: Sequence[str],
    names: frozenset[str],
    *,
    fresh: bool,
    loose: bool,
    first: bool,
) -> int:
    """The scene that agrees best; a fresh happening joins only where place or name say so."""
    best, best_score = None, 0.0
    for scene in reversed(telling.scenes):
        score = agreement(scene, places, days, kinds, names)
        if score is None:
            continue
        if fresh and not (places and place_score(scene, places) >= 2 and days):
            continue
        if scene.number == 0 and score:
            # What the article leads with is taken up again more often than what it mentions on the way.
            score += 0.6
        if scene.number == telling.current:
            # A scene still without a place takes the next one told, before a country told elsewhere claims it.
            score += 0.75 if scene.places or not places else 1.25
        elif scene.number in telling.recent:
            score += 0.5
        if score > best_score:
            best, best_score = scene.number, score
    if best is not None:
        return best
    if (
        len(telling.scenes) == 1
        and not telling.scenes[0].places
        and telling.scenes[0].days is None
        and not fresh
        and not loose
    ):
        return 0
    return _open(telling, places, days, loose=loose)


def _open(telling: Telling, places: Sequence[Place], days: tuple[date, date] | None, *, loose: bool) -> int:
    telling.scenes.append(Scene(number=len(telling.scenes), places=tuple(places), days=days, loose=loose))
    return telling.scenes[-1].number


def _learn(scene: Scene, doc: Doc, unit: Sequence[Clause]) -> Scene:
    """A scene with what a unit adds: a first place, a finer place, a day, names."""
    days = next((clause.day for clause in unit if clause.day), None) if any(clause.kinds for clause in unit) else None
    places = tuple(
        place for place in _places(unit) if not scene.places or any(fits(place, known) for known in scene.places)
    )
    return replace(
        scene,
        kinds=scene.kinds + tuple(kind for clause in unit for kind in clause.kinds),
        places=scene.places + places,
        days=narrowed(scene.days, days),
        names=scene.names | _names(doc, unit),
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


def _names(doc: Doc, unit: Iterable[Clause]) -> frozenset[str]:
    """Proper names that are no place, no person and no date: a ship, a bridge, an operation."""
    found = set()
    for clause in unit:
        for i in sorted(clause.tokens):
            token = doc[i]
            if token.pos_ == "PROPN" and _names_thing(token):
                found.add(token.text)
    return frozenset(found)


def _names_thing(token: Token) -> bool:
    """Is this the name of a thing: behind a common noun ("warship Novocherkassk")?"""
    if token.i == 0 or not token.is_title or len(token.text) < 4:
        return False
    before = token.doc[token.i - 1]
    place = find_place(token.text)
    if before.lower_ == "the" and place is not None and place.kind == "city" and token.dep_ != "compound":
        return True
    return (
        before.pos_ == "NOUN"
        and before.lower_ not in words("events", "places", "nouns")
        and token.ent_type_ not in ("PERSON", "DATE", "TIME", "GPE", "NORP")
        and before.dep_ in ("compound", "dobj", "nmod", "appos", "nsubj", "pobj", "attr")
    )


def _is_background(sentence: Sentence) -> bool:
    """ "It comes after …": the sentence turns to what went before."""
    text = sentence.text.lower()[:60]
    return any(phrase in text for phrase in words("events", "general", "background"))


def _setting(passage: Passage, clause: Clause, unit: Sequence[Clause], scene: int) -> Setting:
    """A clause's own place and day, else those of the clauses it belongs with."""
    days = next((each.day for each in (clause, *unit) if each.day), None)
    return Setting(
        passage=passage.index, tokens=clause.tokens, scene=scene, places=_places([clause]) or _places(unit), days=days
    )


def settings_by_token(telling: Telling) -> dict[tuple[int, int], Setting]:
    """Each token's setting, keyed by passage and token number."""
    return {(setting.passage, token): setting for setting in telling.settings for token in setting.tokens}
