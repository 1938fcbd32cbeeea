"""Figures: the numbers of a passage that count something, with the interval their words allow.

``find_figures`` reads the quantities of a passage, finds what each counts and which verb, state or toll makes a measure
of it, then how far it reaches. Dates, durations and names never get here; ages and distances have their own measures.
"""

from collections.abc import Iterator
from dataclasses import replace

from tracker.extract import numbers
from tracker.extract.figures_asides import is_aside
from tracker.extract.figures_beside import settle_beside
from tracker.extract.figures_counted import Counted, find_counted, last_of_phrase, noun_phrase
from tracker.extract.figures_individuals import settle_individuals
from tracker.extract.figures_mention import FigureMention, Found
from tracker.extract.figures_people import find_none, find_pairs, find_singles
from tracker.extract.figures_persons import Person, find_known, read_person
from tracker.extract.figures_reckoned import reckon
from tracker.extract.figures_roles import find_role
from tracker.extract.figures_scope import find_scope, is_hypothetical, is_negated, is_of_several
from tracker.extract.figures_settled import settle_counts, settle_losses
from tracker.extract.figures_sums import with_sums
from tracker.extract.figures_tolls import is_other_count, takes_up_a_count
from tracker.extract.figures_words import Role
from tracker.extract.measures import Measure, fallback, is_state, measures, phrases
from tracker.extract.parse import Doc, Passage, Token, same_sentence, text_of
from tracker.extract.quantities import Quantity, plain, read_quantities
from tracker.model import Span

_Role = tuple[Measure | None, Token | None]

__all__ = [
    "FigureMention",
    "find_figures",
    "find_quantities",
    "malformed_numbers",
    "settle_counts",
    "settle_individuals",
    "settle_losses",
]


def find_figures(passage: Passage) -> Iterator[FigureMention]:
    """The figures of a passage in the order of their words."""
    found = settle_beside(list(_found(passage)))
    mentions = [_mention(passage, each) for each in with_sums(found)]
    yield from sorted(mentions, key=lambda mention: (mention.span, mention.measure))


def find_quantities(passage: Passage) -> Iterator[tuple[Quantity, Counted | None]]:
    """Every quantity of a passage, whether it counts anything or not, with what it counts where it does."""
    for quantity in read_quantities(passage.text):
        yield quantity, find_counted(passage.doc, quantity)


def malformed_numbers(passage: Passage) -> Iterator[Span]:
    """Numbers whose digits are grouped wrongly, which no one can read: "3330,000"."""
    for start, end in numbers.malformed(passage.text):
        yield Span(start=passage.start + start, end=passage.start + end)


def _found(passage: Passage) -> Iterator[Found]:
    doc, taken = passage.doc, set[int]()
    last: Found | None = None
    for printed in read_quantities(text_of(doc)):
        quantity = reckon(text_of(doc), printed)
        if quantity.role == "whole":
            yield from _known_whole(doc, quantity)
            continue
        counted = None if is_aside(doc, quantity) else find_counted(doc, quantity)
        if counted is None:
            continue
        taken.add(counted.head.i if counted.noun is None or quantity.unit.kind else counted.noun.i)
        if last is not None and is_other_count(quantity, counted, last.counted):
            counted = replace(counted, kinds=last.counted.kinds, left_out=last.counted.noun or last.counted.left_out)
            role: _Role | None = (last.measure, last.verb)
        else:
            role = _measure(quantity, counted) or _taken_up(quantity, counted, last)
        if quantity.role:
            yield from _earlier(quantity, counted, last)
        elif role is not None:
            for found in _complete(quantity, counted, role):
                last = found if found.measure is not None and not quantity.unit.kind else last
                yield found
                yield from _from(found)
    yield from _persons(passage, taken)


def _from(found: Found) -> Iterator[Found]:
    """The 41 of "rose from 41 to 45"."""
    quantity = found.quantity
    if quantity.first is not None and quantity.trend and found.measure is not None and not quantity.unit.kind:
        first = replace(
            quantity, value=quantity.first, low=quantity.first, high=quantity.first, bound="exact", first=None
        )
        yield replace(found, quantity=first, scope="earlier")


def _persons(passage: Passage, taken: set[int]) -> Iterator[Found]:
    """What is counted without a number: single persons, and nobody."""
    doc = passage.doc
    for counted in find_singles(doc, headline=passage.zone == "headline"):
        if counted.head.i not in taken:
            yield from _unnumbered(counted, 1.0)
    for counted in find_known(doc):
        if counted.head.i not in taken:
            person = read_person(counted)
            if person is not None:
                yield from (found for found in _unnumbered(counted, 1.0) if _counts(found.measure, person))
    for counted in find_pairs(doc):
        if counted.head.i not in taken:
            yield from _unnumbered(counted, 2.0)
    for counted in find_none(doc):
        if counted.head.i not in taken:
            yield from _unnumbered(counted, 0.0)


def _taken_up(quantity: Quantity, counted: Counted, last: Found | None) -> _Role | None:
    """What a bare number counts that leaves its noun to the one before: "12 homes destroyed and 30 more damaged".

    "The number was 170,000" goes on with the count before it.
    """
    if last is None or counted.noun is not None or counted.of_them or quantity.unit.kind or quantity.fraction:
        return None
    if takes_up_a_count(counted):
        return last.measure, last.verb
    if not same_sentence(last.counted.head, counted.head):
        return None
    return find_role(replace(counted, kinds=last.counted.kinds))


def _earlier(quantity: Quantity, counted: Counted, last: Found | None) -> Iterator[Found]:
    """The figure that another has replaced: the 41 of "45, up from 41"."""
    if last is not None and same_sentence(last.counted.head, counted.head) and counted.kinds <= last.counted.kinds:
        for found in _complete(quantity, counted, (last.measure, last.verb)):
            yield replace(found, scope="earlier")


def _known_whole(doc: Doc, quantity: Quantity) -> Iterator[Found]:
    """ "120 of the 160 dead were named": the dead are counted as well as those who were named."""
    counted = find_counted(doc, quantity)
    if counted is not None and (role := find_role(counted)) is not None and role[1].i - counted.head.i == 1:
        yield from _complete(quantity, counted, role)


def _measure(quantity: Quantity, counted: Counted) -> _Role | None:
    """The figure's measure and the token that gives it; None where the number counts nothing of interest."""
    role: Role | None = find_role(counted) if quantity.unit.kind != "age" else None
    if role is not None:
        return role
    kind = quantity.unit.kind
    if kind:
        return next(((measure, None) for measure in measures() if kind in measure.unit_kinds), None)
    return _other(quantity, counted)


def _other(quantity: Quantity, counted: Counted) -> tuple[None, None] | None:
    """What is counted but has no measure is kept where it has a plural noun; a bare number counts nothing."""
    noun = counted.noun
    if noun is None or counted.kinds == {"never"} or quantity.fraction or noun.tag_ not in {"NNS", "NNPS"}:
        return (None, None) if counted.of_them else None
    return (None, None)


def _complete(quantity: Quantity, counted: Counted, role: tuple[Measure | None, Token | None]) -> Iterator[Found]:
    measure, verb = role
    if measure is not None and (is_hypothetical(verb, measure) or quantity.fraction):
        return
    start, end = _stretch(quantity, counted, verb)
    after = verb.idx + len(verb) if verb is not None and verb.i > counted.head.i else 0
    yield Found(
        quantity=quantity,
        counted=counted,
        measure=measure,
        verb=verb,
        scope="part" if is_of_several(quantity, counted, measure) else find_scope(quantity, counted, max(end, after)),
        of_total=quantity.of_total,
        start=start,
        end=end,
    )


def _unnumbered(counted: Counted, value: float) -> Iterator[Found]:
    """A person told by an article, or no one: only with a measure."""
    role = find_role(counted)
    if role is None or (value == 0 and not _is_zero(role)) or (value == 1 and role[1] == counted.noun):
        return
    tokens = [counted.head, counted.noun or counted.head, *_determiner(counted.head)]
    start, end = min(counted.start, *(token.idx for token in tokens)), max(token.idx + len(token) for token in tokens)
    for found in _complete(plain(value, start, end), counted, role):
        yield replace(found, start=start, end=end)


def _counts(measure: Measure | None, person: Person) -> bool:
    return measure is not None and person.how in measure.persons


def _is_zero(role: Role) -> bool:
    """ "No one was seriously hurt" leaves room for some who were hurt slightly."""
    measure, verb = role
    told = [verb, *(child for child in verb.children if child.dep_ in {"dobj", "pobj"})]
    degrees = phrases("grammar", "degrees")
    return measure.zero and not any(child.lower_ in degrees for token in told for child in token.children)


def _determiner(noun: Token) -> list[Token]:
    if noun.lower_ == "one" and noun.i:
        return [noun.nbor(-1)]
    return [child for child in noun.children if child.dep_ == "det"]


def _stretch(quantity: Quantity, counted: Counted, verb: Token | None) -> tuple[int, int]:
    """The figure's words: hedge, number, counted noun, and a state that stands right after ("one dead")."""
    end = max(quantity.end, quantity.number_end)
    if counted.noun is not None and counted.noun.i - counted.head.i <= 8:
        last = last_of_phrase(counted.noun)
        end = max(end, last.idx + len(last))
    elif counted.of_them:
        pronoun = counted.head.doc[min(counted.head.i + 2, len(counted.head.doc) - 1)]
        end = max(end, pronoun.idx + len(pronoun))
    last = counted.noun if counted.noun is not None else counted.head
    if verb is not None and verb.i == last.i + 1 and is_state(verb.lower_):
        end = max(end, verb.idx + len(verb))
    return min(quantity.start, counted.start), end


def _mention(passage: Passage, found: Found) -> FigureMention:
    quantity, measure = found.quantity, found.measure
    factor = quantity.unit.factor if quantity.unit.kind else 1.0
    noun = found.counted.noun or found.counted.left_out
    start, end = passage.start + found.start, passage.start + found.end
    return FigureMention(
        span=Span(start=start, end=end),
        head=found.counted.head.i,
        verb=found.verb.i if found.verb is not None else -1,
        text=passage.article.text[start:end],
        measure=measure.name if measure else fallback(),
        counted=noun_phrase(noun) if noun is not None and not quantity.unit.kind else "",
        low=quantity.low * factor,
        high=quantity.high * factor,
        best=quantity.value * factor,
        bound=quantity.bound,
        unit=quantity.unit.name,
        scope=found.scope,
        of_total=found.of_total,
        negated=is_negated(found.verb),
        words=text_of(passage.doc)[max(0, found.start - 12) : found.end],
        sentence=passage.start + found.counted.head.sent.start_char,
        some=found.scope == "part" and (found.counted.of_them or found.counted.of_known),
        person=read_person(found.counted) if quantity.value == 1 and quantity.bound == "exact" else None,
        rule=found.verb.text if found.verb is not None else quantity.unit.name,
    )
