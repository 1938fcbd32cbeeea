"""Persons of one article taken together: one alone is a count, each of several a part; who died was not only hurt."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tracker.extract.figures_mention import FigureMention
from tracker.extract.figures_persons import Person, may_be_one
from tracker.extract.measures import measure_named

# The order in which one person's mentions are preferred where only one is shown.
_SUREST = ("named", "known", "pronoun")

# How a count of one begins; "a man" begins a story.
_ONE = ("one ", "1 ")

# An article that tells of more persons than this one by one is not read for who may be whom.
MOST_PERSONS = 40

Told = Mapping[str, Sequence[tuple[FigureMention, Person]]]


def settle_individuals(mentions: Sequence[FigureMention]) -> tuple[FigureMention, ...]:
    """Persons told one by one: one alone counts, of several or beside a larger count each is a part.

    A person who was hurt and died is counted among the dead alone. Of those a reader knows already ("the boy", a name,
    "he") one mention is kept, and none where the article tells of someone new ("a boy") or of more.
    """
    told = _by_measure(mentions)
    crowded = {mention.measure for mention in mentions if _is_total(mention) and mention.best > 1}
    shown: set[int] = set()
    for measure, persons in told.items():
        living = [(mention, person) for mention, person in persons if not _is_counted_further_on(mention, person, told)]
        if measure not in crowded and not _are_several([person for _, person in living]):
            shown |= {id(mention) for mention in _representatives(living)}
    shown |= {id(mention) for mention in _tallied(mentions)}
    return tuple(_settled(mentions, shown))


def _tallied(mentions: Sequence[FigureMention]) -> Iterator[FigureMention]:
    """ "One person was killed and two were wounded": a number beside a number is a count, not somebody's story."""
    beside = {mention.sentence: mention for mention in mentions if mention.person is None and _is_total(mention)}
    for mention in mentions:
        other = beside.get(mention.sentence)
        counted = mention.person is not None and mention.text.lower().startswith(_ONE) and _is_total(mention)
        if counted and other and other.best > 1 and measure_named(mention.measure).name != other.measure:
            yield mention


def _settled(mentions: Sequence[FigureMention], shown: set[int]) -> Iterator[FigureMention]:
    for mention in mentions:
        if mention.person is None or id(mention) in shown:
            yield mention
        elif mention.person.how == "new":
            yield replace(mention, scope="part") if _is_total(mention) else mention


def _by_measure(mentions: Sequence[FigureMention]) -> Told:
    told: dict[str, list[tuple[FigureMention, Person]]] = defaultdict(list)
    for mention in mentions:
        if mention.person is not None and _is_total(mention) and len(told[mention.measure]) < MOST_PERSONS:
            told[mention.measure].append((mention, mention.person))
    return told


def _is_total(mention: FigureMention) -> bool:
    return mention.scope == "total" and not mention.negated


def _is_counted_further_on(mention: FigureMention, person: Person, told: Told) -> bool:
    """Is the person told elsewhere to have died of it? Two that one sentence sets side by side are two."""
    return any(
        may_be_one(person, other) and not (mention.sentence == after.sentence and person.how == other.how == "new")
        for end in measure_named(mention.measure).ends_in
        for after, other in told.get(end, ())
    )


def _are_several(persons: Sequence[Person]) -> bool:
    """Must they be more than one? So where one of them cannot be the person told most fully."""
    return any(not may_be_one(left, right) for i, left in enumerate(persons) for right in persons[i + 1 :])


def _representatives(persons: Sequence[tuple[FigureMention, Person]]) -> list[FigureMention]:
    """The mentions that count: those that tell of someone new, else the surest of the others."""
    new = [mention for mention, person in persons if person.how == "new"]
    if new or not persons:
        return new
    return [min(persons, key=lambda each: (_SUREST.index(each[1].how), each[0].span))[0]]
