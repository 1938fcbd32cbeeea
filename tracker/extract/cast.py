"""The cast of an article: who has spoken so far, and which persons it names, with their offices.

A person named in passing can be meant by a later "she" or "the governor" as well as one who has spoken. Names are
gathered once from the whole article, outside quoted words, so that the work grows with its length.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from tracker.extract.parse import Token
from tracker.lexicon import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a mention stands for.

    ``head`` is the noun it can be called by again ("ministry"), lower case; ``called`` are a person's offices.
    ``human``: one person, named or not; ``gender``: f, m, or empty where nothing tells.
    """

    name: str
    kind: str
    party: str = ""
    head: str = ""
    person: bool = False
    called: frozenset[str] = frozenset()
    human: bool = False
    gender: str = ""
    office: str = ""


UNKNOWN = Speaker(name="", kind="unnamed")

# A paragraph's number in the article and a token's in the paragraph.
Place = tuple[int, int]


# A pronoun looks back over this many persons; further back it means nobody.
MEMORY = 30


@dataclass(slots=True)
class Cast:
    """The speakers of one article so far, latest last, each with its place, and the persons it names anywhere."""

    spoken: list[tuple[Place, Speaker]] = field(default_factory=list)
    persons_spoken: dict[str, list[Speaker]] = field(default_factory=dict)
    subjects: list[tuple[Place, Speaker]] = field(default_factory=list)
    by_surname: dict[str, dict[str, Speaker]] = field(default_factory=dict)
    by_office: dict[str, dict[str, Speaker]] = field(default_factory=dict)

    def note(self, at: Place, speaker: Speaker, *, subject: bool) -> None:
        """Note a person the article names, in the order of the text; ``subject``: as the subject of a sentence."""
        if subject:
            self.subjects.append((at, speaker))
        self._index(speaker)

    def _index(self, speaker: Speaker) -> None:
        self.by_surname.setdefault(last_name(speaker.name), {}).setdefault(speaker.name, speaker)
        for office in (*speaker.called, *filter(None, [speaker.office])):
            self.by_office.setdefault(office, {}).setdefault(speaker.name, speaker)

    def add(self, at: Place, speaker: Speaker) -> None:
        """Note who has just spoken."""
        self.spoken.append((at, speaker))
        if speaker.person:
            self.persons_spoken.setdefault(last_name(speaker.name), []).append(speaker)
            self._index(speaker)

    def backwards(self) -> Iterator[Speaker]:
        """The speakers, latest first."""
        return (speaker for _, speaker in reversed(self.spoken))

    def persons(self, at: Place) -> list[Speaker]:
        """Whom a "he" or "she" at a place can mean, nearest first: who has spoken, or was a sentence's subject."""
        before = bisect_left(self.subjects, at, key=lambda pair: pair[0])
        named = self.subjects[max(0, before - MEMORY) : before]
        spoken = [pair for pair in self.spoken[-MEMORY:] if pair[1].person or pair[1].human]
        return [speaker for _, speaker in sorted([*named, *spoken], key=lambda pair: pair[0], reverse=True)]

    def holders(self, office: str) -> list[Speaker]:
        """The persons the article gives an office: "governor", or "belgorod governor"; each name once."""
        return list(self.by_office.get(office, {}).values())

    def offices(self) -> list[tuple[str, str]]:
        """Every office with a place or a body that the article gives one person, and that person's name."""
        return [(office, name) for office, held in self.by_office.items() if " " in office for name in held]

    def surnamed(self, surname: str) -> list[Speaker]:
        """The persons the article names whose last name this is, the longest form first."""
        return sorted(self.by_surname.get(surname, {}).values(), key=lambda speaker: -len(speaker.name))

    def spoke(self, surname: str) -> Iterator[Speaker]:
        """The persons of a surname who have spoken, latest first."""
        return reversed(self.persons_spoken.get(surname, []))


def last_name(name: str) -> str:
    """The last word of a name, lower case."""
    return name.split()[-1].lower() if name.split() else ""


def gender_of(tokens: Iterable[Token]) -> str:
    """f or m, where a word of the mention tells: "Mrs", "spokeswoman", "his brother's widow"; else empty."""
    told = [token.lower_.rstrip(".") for token in tokens]
    for gender, endings in (("f", ("woman", "women")), ("m", ("man",))):
        listed = words("sources", "genders", gender)
        if any(word in listed or (word.endswith(endings) and word not in ("human", "german")) for word in told):
            return gender
    return ""


def is_human(head: Token) -> bool:
    """Is this noun one person: "the mayor", "a resident", rather than a body or several?"""
    if head.tag_ not in ("NN", "NNP"):
        return False
    lemma = head.lemma_.lower()
    singular = lemma in words("sources", "speakers", "offices") or lemma in words("sources", "kinds", "witness")
    return singular or lemma in words("sources", "genders", "any") or bool(gender_of([head]))


def with_gender(speaker: Speaker, pronoun: str) -> Speaker:
    """A speaker whom a "she" has been found to mean."""
    gender = {"she": "f", "he": "m"}.get(pronoun, "")
    return speaker if speaker.gender else replace(speaker, gender=gender)
