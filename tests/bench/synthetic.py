"""A made-up press: articles and claims of incidents that are known, with the noise of the real one, from a seed.

Incidents have a kind, a town, a day, people and words of their own; most are told by a few papers, some by hundreds.
Reports leave out the day or the town, name only the country, take the wrong day, mention another incident in passing,
come weeks later, or reprint another paper with a few words changed. Everything follows from the seed.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.model import Article, Claim, Zone

KINDS = ("attack", "shooting", "fire", "crash", "protest", "explosion", "flood", "sinking")
COUNTRIES = tuple(f"{name}land" for name in ("Ar", "Bel", "Cor", "Dun", "Est", "Fal", "Gor", "Hav", "Ist", "Jor"))
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za", "dri", "gal", "hem", "por", "stan", "wyn")
FIRST_DAY = date(2022, 1, 1)
DAYS = 730

# The share of reports (or of incidents) with each kind of noise.
NO_DAY, NO_TOWN, ONLY_COUNTRY, WRONG_DAY = 0.3, 0.25, 0.1, 0.02
IN_PASSING, LATE, REPRINT = 0.3, 0.1, 0.15
WORDS_OF_ITS_OWN, WORDS_OF_ALL = 14, 8000


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What was printed, and which incident each claim is of."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    truth: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An incident as it was."""

    number: int
    kind: str
    town: str
    country: str
    day: date
    people: tuple[str, ...]
    words: tuple[str, ...]


def make_press(claims: int, *, seed: int = 0) -> Press:
    """About so many claims: a few more, until the last article is whole."""
    chance = random.Random(seed)
    lexicon = [_word(chance, 3) for _ in range(WORDS_OF_ALL)]
    towns = [(_word(chance, 3).title(), chance.choice(COUNTRIES)) for _ in range(max(50, claims // 100))]
    articles: list[Article] = []
    told: list[Claim] = []
    truth: dict[str, int] = {}
    before: list[Happening] = []
    while len(told) < claims:
        happening = _happening(chance, len(before), towns, lexicon)
        before.append(happening)
        first = len(articles)
        for _ in range(_reports(chance)):
            number = len(articles)
            reprinted = chance.choice(articles[first:]) if number > first and chance.random() < REPRINT else None
            article, body = _article(chance, number, happening, lexicon, reprinted)
            passing = [chance.choice(before)] if chance.random() < IN_PASSING and len(before) > 1 else []
            articles.append(article)
            scenes = [happening, *(other for other in passing if other != happening)]
            for claim, of in _claims(chance, article, body, scenes):
                told.append(claim)
                truth[claim.claim_id] = of
    return Press(articles=tuple(articles), claims=tuple(told), truth=truth)


def _happening(chance: random.Random, number: int, towns: list[tuple[str, str]], lexicon: list[str]) -> Happening:
    town, country = chance.choice(towns)
    return Happening(
        number=number,
        kind=chance.choice(KINDS),
        town=town,
        country=country,
        day=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        people=tuple(f"{_word(chance, 2).title()} {_word(chance, 3).title()}" for _ in range(2)),
        words=tuple(chance.choices(lexicon, k=WORDS_OF_ITS_OWN)),
    )


def _reports(chance: random.Random) -> int:
    """Mostly a few, now and then hundreds (Pareto, mean about four)."""
    return min(300, int(chance.paretovariate(1.3)))


def _article(
    chance: random.Random, number: int, of: Happening, lexicon: list[str], reprinted: Article | None
) -> tuple[Article, list[str]]:
    """An article and its sentences."""
    later = chance.randrange(20, 400) if chance.random() < LATE else chance.randrange(3)
    published = of.day + timedelta(days=later)
    if reprinted is not None:
        body = [*reprinted.text.split("\n"), f"{_word(chance, 3).title()} added nothing to it."]
        published = date.fromisoformat(reprinted.published) + timedelta(days=chance.randrange(2))
    else:
        body = [_sentence(chance, of, lexicon) for _ in range(chance.randrange(3, 7))]
    text = "\n".join(body)
    zones, start = [], 0
    for line in body:
        zones.append(Zone(start=start, end=start + len(line), kind="body"))
        start += len(line) + 1
    article = Article(
        article_id=f"art-{number:07}",
        path=f"{number}.txt",
        publisher=f"Paper {chance.randrange(400)}",
        title=f"{of.kind} {chance.choice(of.words)} {of.town}" if chance.random() > NO_TOWN else "",
        published=published.isoformat(),
        text=text,
        zones=tuple(zones),
    )
    return article, body


def _sentence(chance: random.Random, of: Happening, lexicon: list[str]) -> str:
    own = chance.choices(of.words, k=3) + ([chance.choice(of.people)] if chance.random() < 0.3 else [])
    # A few words are everywhere and most are rare, as in any language (Zipf).
    other = [lexicon[min(len(lexicon) - 1, int(chance.paretovariate(0.6)))] for _ in range(11)]
    words = own + other
    chance.shuffle(words)
    return " ".join(words).capitalize() + "."


def _claims(
    chance: random.Random, article: Article, body: list[str], scenes: list[Happening]
) -> Iterator[tuple[Claim, int]]:
    """Two to six claims on what the article is about, one on each thing it mentions."""
    for number, of in enumerate(scenes):
        known = _known(chance, of)
        start = 0
        for line in range(1 if number else chance.randrange(2, min(7, len(body) + 1))):
            text = body[line]
            key = f"clm-{article.article_id[4:]}-{number}-{line}"
            yield (
                Claim(
                    claim_id=key,
                    article_id=article.article_id,
                    start=start,
                    end=start + len(text),
                    text=text,
                    source_name=f"Source {chance.randrange(1000)}",
                    scene=f"{article.article_id}/{number}",
                    said_at=article.published,
                    event=of.kind,
                    **known,
                ),
                of.number,
            )
            start += len(text) + 1


def _known(chance: random.Random, of: Happening) -> dict[str, str]:
    """What a report tells of where and when."""
    told = {"place": of.town, "country": of.country}
    if chance.random() < NO_TOWN:
        told = {}
    elif chance.random() < ONLY_COUNTRY:
        told = {"place": of.country, "country": of.country}
    if chance.random() < NO_DAY:
        return told
    day = of.day + timedelta(days=chance.choice((-30, 9)) if chance.random() < WRONG_DAY else 0)
    return told | {"date_from": day.isoformat(), "date_to": day.isoformat()}


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choices(SYLLABLES, k=syllables))
