"""Clauses: a sentence in the pieces that can each tell of a happening of their own, with the place and day each names.

A day that does not hang on the happening itself is when something else took place: a statement, a visit. What a
clause does not say it takes from the clause it hangs on, unless the two contradict each other: then they speak of two
happenings.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tracker.extract.cues import takes
from tracker.extract.events import EVENTFUL, kind_of_event
from tracker.extract.parse import Passage, Sentence, Token
from tracker.extract.places import PlaceMention
from tracker.extract.times import TimeMention, published_day
from tracker.lexicon import words
from tracker.lexicon.gazetteer import find_place

LONG_PAST = timedelta(days=30)
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNITS = {"hour", "day", "week", "month", "year"}
# A time as told, and the word of it that the others hang on.
Rooted = tuple[TimeMention, Token]
HEADS = {"ROOT", "ccomp", "advcl", "relcl", "acl", "pcomp", "conj", "parataxis", "xcomp", "csubj"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause of a sentence: its head token, its words, and what they name."""

    head: int
    parent: int
    tokens: frozenset[int]
    kinds: tuple[str, ...]
    places: tuple[PlaceMention, ...]
    days: tuple[TimeMention, ...]
    fresh: bool
    figures: bool
    sets_place: bool
    aside: bool

    @property
    def day(self) -> tuple[date, date] | None:
        """The days it speaks of, first and last; None where it names none or only a loose period."""
        firm = [mention for mention in self.days if not mention.loose]
        return (firm[0].date_from, firm[0].date_to) if firm else None

    @property
    def period(self) -> TimeMention | None:
        """A loose period it names ("in 2016", "last year"), where no firm day stands beside it."""
        return next((mention for mention in self.days if mention.loose), None) if self.day is None else None


def find_clauses(
    passage: Passage,
    sentence: Sentence,
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
    numbers: frozenset[int],
) -> list[Clause]:
    """The clauses of a sentence, outer before inner; ``numbers`` are the tokens of figures."""
    words_in = list(sentence)
    heads = [token for token in words_in if _is_head(token)]
    owner = _owners(words_in, heads)
    rooted = _rooted(passage, sentence, times)
    found = []
    held: dict[int, list[int]] = defaultdict(list)
    for i, own in owner.items():
        held[own].append(i)
    for head in sorted(heads, key=lambda token: (_depth(token), token.i)):
        found.append(_clause(passage, head, frozenset(held[head.i]), owner, places, rooted, numbers))
    return found


def _sets_place(head: Token, clause: Sequence[Token], tells: bool) -> bool:
    """Does the place a clause names hold for the sentence around it?

    A relative clause of parts ("19 of whom died in Kyiv") speaks of the parts; a side clause that tells of no happening
    ("flashed on a screen in the park") speaks of something else.
    """
    if any(left.lower_ == "of" and right.lower_ in ("whom", "which") for left, right in pairwise(clause)):
        return False
    return tells or head.dep_ in ("ROOT", "ccomp", "xcomp", "conj", "csubj")


def _is_aside(passage: Passage, head: Token) -> bool:
    """In a headline "… as Russia strikes Kharkiv" tells a second story beside the first; so does what was answered."""
    if any(above.lemma_.lower() in words("events", "general", "responses") for above in head.ancestors):
        return True
    if _is_compared(head) or _comes_days_after(head):
        return True
    if passage.zone != "headline" or head.dep_ != "advcl" or not _names_town(passage, head):
        return False
    return any(child.dep_ == "mark" and child.lower_ == "as" for child in head.children)


def _names_town(passage: Passage, head: Token) -> bool:
    """Does the rest of a headline name a town of its own? Else the side clause tells how the first came about."""
    side = {token.i for token in head.subtree}
    found = (find_place(token.text) for token in passage.doc if token.i not in side and token.text[:1].isupper())
    return any(place is not None and place.kind != "country" for place in found)


def _is_head(token: Token) -> bool:
    role = token.dep_
    return (
        role == "ROOT" or (role in HEADS and token.pos_ in ("VERB", "AUX")) or (role == "pobj" and _is_compared(token))
    )


def _is_compared(noun: Token) -> bool:
    """ "The worst since a 2003 earthquake that killed 26,000": a happening of a year, told only beside another."""
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or noun.head.lower_ not in words("events", "general", "comparing"):
        return False
    return any(_YEAR.fullmatch(child.text) for child in noun.lefts) and bool(kind_of_event(noun))


def _comes_days_after(head: Token) -> bool:
    """ "It came a day after four died in Kharkiv": what a day is counted from is another happening."""
    mark = next((child for child in head.lefts if child.dep_ == "mark" and child.lower_ in ("after", "before")), None)
    if head.dep_ != "advcl" or mark is None or mark.i == 0:
        return False
    return mark.nbor(-1).lemma_.lower() in _UNITS


def _owners(sentence: Sequence[Token], heads: Sequence[Token]) -> dict[int, int]:
    """The clause of each word: the head of a clause that it hangs on, through whatever words between."""
    owner = {head.i: head.i for head in heads}
    for word in sentence:
        path = []
        while word.i not in owner and word.head is not word:
            path.append(word.i)
            word = word.head
        own = owner.setdefault(word.i, word.i)
        for i in path:
            owner[i] = own
    return owner


def _rooted(passage: Passage, sentence: Sentence, times: Sequence[TimeMention]) -> list[Rooted]:
    """The times that hang on a word of the sentence, each with that word."""
    begin, end = sentence.start_char, sentence.end_char
    near = [mention for mention in times if mention.start < end and begin < mention.end]
    spans = [passage.doc.char_span(mention.start, mention.end, alignment_mode="expand") for mention in near]
    return [(mention, span.root) for mention, span in zip(near, spans, strict=True) if span is not None]


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _clause(
    passage: Passage,
    head: Token,
    tokens: frozenset[int],
    owner: dict[int, int],
    places: Sequence[PlaceMention],
    times: Sequence[Rooted],
    numbers: frozenset[int],
) -> Clause:
    doc = passage.doc
    words_in = [doc.words[i] for i in sorted(tokens)]
    kinds = [(kind, token) for token in words_in if token.pos_ in EVENTFUL and (kind := kind_of_event(token))]
    anchors = [token for _, token in kinds]
    return Clause(
        head=head.i,
        parent=owner.get(head.head.i, head.i) if head.head != head else -1,
        tokens=tokens,
        kinds=tuple(kind for kind, _ in kinds),
        places=tuple(
            place for place in places if place.at and place.head in tokens and not _answered(doc[place.head], tokens)
        ),
        days=tuple(_days(passage, tokens, times)),
        fresh=any(_fresh(token) for token in anchors),
        figures=bool(numbers & tokens),
        sets_place=_sets_place(head, words_in, bool(anchors) or (_comes_days_after(head) and bool(numbers & tokens))),
        aside=_is_aside(passage, head),
    )


def _days(passage: Passage, tokens: frozenset[int], times: Sequence[Rooted]) -> Iterator[TimeMention]:
    for mention, root in times:
        if root.i not in tokens:
            continue
        told = mention.loose or _long_past(passage, mention) or _when_happened(root)
        if told and not _answered(root, tokens):
            yield mention


def _long_past(passage: Passage, mention: TimeMention) -> bool:
    """A day more than a month before the article came out dates what is told beside it, whatever the verb."""
    published = published_day(passage.article.published)
    return published is not None and mention.date_to < published - LONG_PAST


def _answered(word: Token, clause: frozenset[int]) -> bool:
    """Does a phrase belong to what was answered ("in answer to Friday's attack"), not to what is told?"""
    responses = words("events", "general", "responses")
    return any(above.lemma_.lower() in responses and above.i in clause for above in word.ancestors)


def _when_happened(word: Token) -> bool:
    """Does a day belong to what happened, rather than to who said so, who toured the place or when a suit was filed?

    It must hang on the word for the happening ("Saturday's attack", "struck on Friday"), on a verb of taking place or
    of doing harm, or on a verb whose purpose is the happening ("filled the streets on Saturday to protest").
    """
    verb = when_of(word)
    lemma = verb.lemma_.lower()
    if lemma in words("events", "general", "taking_place"):
        near = (word for child in verb.children for word in (child, *child.children))
        return any(kind_of_event(word) for word in near if word.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"))
    if kind_of_event(verb) or lemma in words("events", "general", "happening") | words(
        "events", "general", "suffering"
    ):
        return True
    if lemma in words("events", "general", "dying"):
        return any(kind_of_event(word) not in ("", "general") for child in verb.children for word in child.children)
    if takes(lemma).clause and takes(lemma).listed:
        return False
    purposes = (child for child in verb.children if child.dep_ in ("xcomp", "advcl") and not _comes_after(child))
    happening = words("events", "general", "happening")
    return any(kind_of_event(child) not in ("", "general") or child.lemma_.lower() in happening for child in purposes)


def _comes_after(clause: Token) -> bool:
    """ "Died on Thursday, days after he was shot": the day is that of the aftermath."""
    return any(child.lower_ in ("after", "before", "since", "following", "until") for child in clause.children)


def when_of(word: Token) -> Token:
    """The noun or verb that a phrase of time hangs on."""
    while (
        word.dep_ in ("pobj", "prep", "pcomp", "npadvmod", "compound", "nmod", "advmod", "nummod", "det")
        and word.head != word
    ):
        word = word.head
        if word.pos_ in ("VERB", "AUX") or kind_of_event(word):
            return word
    if word.dep_ == "poss" and word.head.dep_ == "nsubj" and not kind_of_event(word.head):
        return word.head.head  # "New Year's Day missiles hit …", as it is often parsed
    return word.head


def _fresh(token: Token) -> bool:
    """ "Another attack", "an earlier strike": the words announce a happening not told before."""
    if token.pos_ != "NOUN" or token.lemma_.lower() in words("events", "general", "harm"):
        return False
    others = words("events", "general", "other")
    own = [child for child in token.children if child.i < token.i]
    if any(child.lower_ in ("the", "this", "that", "these", "those") for child in own):
        return False
    return any(child.lower_ in others for child in own)
