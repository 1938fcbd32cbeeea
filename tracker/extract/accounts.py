"""Accounts: what a claim tells besides numbers, one slot of the story at a time.

Who did it, what caused it, how it ended, what was hit, who the victims were. One function a slot, each reading the
grammar of the claim's own words; where the grammar is silent so are we, and a part ("most were shot down") fills no
slot.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tracker.extract.accounts_agents import acting, blamed, is_party, named_responsible, owned, party_of_noun
from tracker.extract.accounts_facts import find_custody, find_sites
from tracker.extract.accounts_hours import find_hours
from tracker.extract.cues import is_negated
from tracker.extract.events import event_nouns, event_verbs
from tracker.extract.parse import Passage, Token
from tracker.lexicon import read_lexicon, words
from tracker.model import Span

__all__ = ["AccountMention", "aimed_at", "find_accounts", "named_responsible"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountMention:
    """One slot of the story with its value, and the words it stands on."""

    span: Span
    slot: str
    value: str
    denied: bool = False


def find_accounts(passage: Passage, tokens: Sequence[Token], stance: str) -> list[AccountMention]:
    """The accounts in a claim's words, each slot and value once; whom a claim "blames" is an agent."""
    found: dict[tuple[str, str, bool], AccountMention] = {}
    for reader in SLOTS:
        for mention in reader(passage, tokens, stance):
            found.setdefault((mention.slot, mention.value, mention.denied), mention)
    return list(found.values())


def _agents(passage: Passage, tokens: Sequence[Token], stance: str) -> Iterator[AccountMention]:
    """Who did it: whom a source blames, who struck, whose strike it was."""
    inside = {token.i for token in tokens}
    for token in tokens:
        for named in (*blamed(token, stance, inside), *acting(token, inside), *_causing(token)):
            party = party_of_noun(named) if named.i in inside else ""
            if party:
                yield AccountMention(span=passage.place(named), slot="agent", value=party)


def _causing(token: Token) -> Iterator[Token]:
    """Whose doing the cause was: "due to the work of Russia's air defence"."""
    if _leads_to_cause(token):
        yield from (word for word in _cause_words(token) if word.dep_ in ("poss", "amod") and is_party(word))


def _cause_words(token: Token) -> list[Token]:
    """What stands behind the word that leads to a cause: all that its "to", "by" or "of" governs."""
    ways = [child for child in token.children if child.i > token.i and child.lower_ in words("slots", "cause", "ways")]
    last = max((word.i for way in ways for word in way.subtree), default=token.i)
    # "Caused by debris from Russian air defence": the parser may hang the second phrase on the verb.
    more = [word for child in token.children if child.dep_ == "prep" and child.i == last + 1 for word in child.subtree]
    return [*(word for way in ways for word in way.subtree), *more]


def _leads_to_cause(token: Token) -> bool:
    return token.lemma_.lower() in words("slots", "cause", "leads") and any(
        child.lower_ in words("slots", "cause", "ways") for child in token.children
    )


def _causes(passage: Passage, tokens: Sequence[Token], stance: str) -> Iterator[AccountMention]:
    """What caused it: what stands behind "due to" and "caused by", and debris that fell or that caused."""
    values = read_lexicon("slots")["cause"]["values"]
    for token in tokens:
        if _leads_to_cause(token):
            yield from _valued(passage, _cause_words(token), "cause", values, denied=is_negated(token))
        elif token.dep_ in ("nsubj", "nsubjpass") and _does(token.head):
            yield from _valued(passage, list(token.subtree), "cause", values, denied=is_negated(token.head))


def _does(verb: Token) -> bool:
    """Does a verb, or one that shares its subject, do what a cause does: fall, spark, set alight?"""
    others = [child for child in verb.children if child.dep_ in ("conj", "advcl")]
    return any(each.lemma_.lower() in words("slots", "cause", "doing") for each in (verb, *others))


def _outcomes(passage: Passage, tokens: Sequence[Token], stance: str) -> Iterator[AccountMention]:
    """How it ended for what was aimed at: shot down, sunk, destroyed, damaged."""
    values = read_lexicon("slots")["outcome"]["values"]
    for token in tokens:
        if token.pos_ != "VERB":
            continue
        particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), "")
        value = values.get(f"{token.lemma_.lower()} {particle}".strip()) or values.get(token.lemma_.lower())
        target = aimed_at(token)
        if value and target is not None and not _partial(target):
            yield AccountMention(span=passage.place(token), slot="outcome", value=value, denied=is_negated(token))


def aimed_at(verb: Token) -> Token | None:
    """What a verb is done to: its object, or the subject of its passive."""
    return next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)


def _partial(target: Token) -> bool:
    """Does the phrase leave room for others: a number, "most", "some"?"""
    return any(word.like_num or word.lower_ in words("slots", "partial", "words") for word in target.subtree)


def _targets(passage: Passage, tokens: Sequence[Token], stance: str) -> Iterator[AccountMention]:
    """What was hit: military or civilian, as the claim's own words have it."""
    values = read_lexicon("slots")["target"]["values"]
    for token in tokens:
        struck = token.dep_ in ("dobj", "attr", "nsubjpass", "pobj") and token.pos_ == "NOUN"
        if struck and (
            token.dep_ == "attr"
            or token.head.lemma_.lower() in event_verbs()
            or token.head.head.lemma_.lower() in event_nouns()
        ):
            phrase = [*[child for child in token.children if child.dep_ in ("amod", "compound")], token]
            yield from _valued(
                passage,
                sorted(phrase, key=lambda word: word.i),
                "target",
                values,
                denied=is_negated(token.head) or is_negated(token),
            )


def _victims(passage: Passage, tokens: Sequence[Token], stance: str) -> Iterator[AccountMention]:
    """Who the victims were: "all of the dead were civilians", "the victims were soldiers"."""
    for token in tokens:
        if token.dep_ == "attr" and token.head.lemma_ == "be":
            subjects = [child for child in token.head.children if child.dep_ in ("nsubj", "nsubjpass")]
            told = {word.lemma_.lower() for subject in subjects for word in subject.subtree}
            if told & words("slots", "victims", "all") and not told & words("slots", "partial", "words"):
                yield from _status(passage, token)


def _status(passage: Passage, token: Token) -> Iterator[AccountMention]:
    for status in ("civilian", "combatant"):
        if token.lemma_.lower() in words("slots", "victims", status):
            yield AccountMention(
                span=passage.place(token), slot="victim_status", value=status, denied=is_negated(token.head)
            )


def _happened(passage: Passage, tokens: Sequence[Token], stance: str) -> Iterator[AccountMention]:
    """Whether it happened at all: a denial whose words name the happening."""
    if stance != "denies":
        return
    anchor = next((token for token in tokens if token.lemma_.lower() in event_nouns() | event_verbs()), None)
    if anchor is not None:
        yield AccountMention(span=passage.place(anchor), slot="happened", value="yes", denied=True)


def _valued(
    passage: Passage, tokens: Iterable[Token], slot: str, values: dict[str, list[str]], *, denied: bool
) -> Iterator[AccountMention]:
    """The values whose words stand in a phrase, by lemma; the longest phrase of the lexicon is asked first."""
    ordered = list(tokens)
    text = " ".join(token.lemma_.lower() for token in ordered) + " | " + " ".join(token.lower_ for token in ordered)
    for value, phrase in _phrases(slot, tuple(values)):
        if f" {phrase}" in f" {text}" and ordered:
            yield AccountMention(span=passage.cover(ordered), slot=slot, value=value, denied=denied)
            return


@cache
def _phrases(slot: str, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    table = read_lexicon("slots")[slot]["values"]
    return tuple(
        sorted(((value, phrase) for value in values for phrase in table[value]), key=lambda pair: -len(pair[1]))
    )


def _sites(passage: Passage, tokens: Sequence[Token], stance: str) -> Iterator[AccountMention]:
    """At which named building it happened."""
    for span, name in find_sites(passage, tokens):
        yield AccountMention(span=span, slot="place", value=name)


def _owned(passage: Passage, tokens: Sequence[Token], stance: str) -> Iterator[AccountMention]:
    """Who owns to it."""
    for token, party, denied in owned(tokens, stance):
        yield AccountMention(span=passage.place(token), slot="agent", value=party, denied=denied)


def _custodies(passage: Passage, tokens: Sequence[Token], stance: str) -> Iterator[AccountMention]:
    """Whether the suspect is held."""
    for span, value, denied in find_custody(passage, tokens):
        yield AccountMention(span=span, slot="custody", value=value, denied=denied)


def _hours(passage: Passage, tokens: Sequence[Token], stance: str) -> Iterator[AccountMention]:
    """At what hour it happened."""
    for span, value in find_hours(passage, tokens):
        yield AccountMention(span=span, slot="time", value=value)


Reader = Callable[[Passage, Sequence[Token], str], Iterator[AccountMention]]
_FACTS: tuple[Reader, ...] = (_sites, _custodies, _hours)
SLOTS: tuple[Reader, ...] = (_agents, _causes, _outcomes, _targets, _victims, _happened, _owned, *_FACTS)
