"""How far a figure reaches (part, increment, cumulative, rate), and whether it is told at all or only threatened."""

import re
from functools import cache

from tracker.extract.figures_counted import Counted
from tracker.extract.measures import Measure, measures_by, phrases
from tracker.extract.parse import Token, text_of
from tracker.extract.quantities import Quantity
from tracker.extract.units import rate_after

# A word of time this far from a figure speaks of something else.
CLOSE = 60
# Words that speak of a whole sentence are looked for no farther from a figure than this.
FAR = 240


def find_scope(quantity: Quantity, counted: Counted, end: int) -> str:
    """total, part, increment, cumulative or rate."""
    text = text_of(counted.head.doc)
    if quantity.rate or rate_after(text, end):
        return "rate"
    happening = counted.noun is not None and any(measures_by("nouns", counted.noun.lemma_.lower()))
    known = counted.of_known and (quantity.of_total is None or happening)
    if counted.of_them or known or is_part(text, quantity.start):
        return "part"
    if quantity.increment:
        return "increment"
    if (
        _of_several_happenings(counted.head)
        or _cumulative(counted.head, end, "phrases")
        or (happening and _cumulative(counted.head, end, "tallies"))
    ):
        return "cumulative"
    return "total"


def is_of_several(quantity: Quantity, counted: Counted, measure: Measure | None) -> bool:
    """ "One was shot in the arm, another in the leg": a bare number beside "another" parts some people told before."""
    if counted.noun is not None or measure is None or not measure.ends_in or quantity.increment:
        return False
    sentence = f" {counted.head.sent.text.lower()} "
    return any(f" {phrase} " in sentence for phrase in phrases("part", "beside"))


def is_part(text: str, start: int) -> bool:
    """Does "including", "among them" or "of whom" stand right before the figure?"""
    before = text[max(0, start - 36) : start].lower().rstrip(" ,:")
    return _part_before().search(before) is not None


@cache
def _part_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases('part', 'before'))})(?: (?:were|was|are|is|at least|also))*$")


def _of_several_happenings(head: Token) -> bool:
    """ "Two separate shootings left six people hurt": the count runs over both."""
    sentence = head.sent
    text = text_of(head.doc)[max(sentence.start_char, head.idx - FAR) : min(sentence.end_char, head.idx + FAR)].lower()
    return any(phrase in text for phrase in phrases("cumulative", "together"))


def _cumulative(head: Token, end: int, key: str) -> bool:
    """Does a longer time belong to the figure: "have been killed since the war began"?"""
    sentence = head.sent
    after = text_of(head.doc)[end : min(sentence.end_char, end + CLOSE)].lower()
    before = text_of(head.doc)[sentence.start_char : min(sentence.start_char + 30, head.idx)].lower()
    told = phrases("cumulative", key)
    return before.startswith(told) or any(_belongs(after, phrase) for phrase in told if phrase in after)


def _belongs(after: str, phrase: str) -> bool:
    match = re.search(rf"(?<![\w-]){re.escape(phrase)}", after)
    if match is None:
        return False
    between = re.findall(r"\w+|[;:,]", after[: match.start()])
    return not any(word in phrases("cumulative", "superlatives") or word.isdigit() or word in ";:" for word in between)


def is_negated(verb: Token | None) -> bool:
    """Is the figure's own predicate denied: "did not kill 12", "no evidence that 12 died", "denied killing 12"?"""
    token, own = verb, True
    for _ in range(4):
        if token is None or token.head == token:
            break
        if (own and _says_no(token)) or _is_denial(token, verb):
            return True
        if token.dep_ in {"conj", "advcl"}:
            return False
        own = own and token.dep_ in _OWN
        token = token.head
    return token is not None and ((own and _says_no(token)) or _is_denial(token, verb))


# Through these a "not" reaches what hangs below: "did not cause 12 deaths"; past others it denies something else
# ("who killed three did not have a licence", "not charged with the murder of two").
_OWN = {"dobj", "attr", "nsubj", "nsubjpass", "xcomp", "acomp", "oprd"}


def _is_denial(token: Token, verb: Token | None) -> bool:
    """ "denied killing 12", "no evidence that 12 died"."""
    if token != verb and token.lemma_.lower() in phrases("denial", "verbs"):
        return True
    noun = token.lemma_.lower() in phrases("denial", "nouns")
    return noun and any(child.lower_ in {"no", "without"} for child in token.children)


def _says_no(token: Token) -> bool:
    verb = token.pos_ in {"VERB", "AUX"}
    return verb and any(child.dep_ == "neg" or child.lower_ == "never" for child in token.children)


def is_hypothetical(verb: Token | None, measure: Measure) -> bool:
    """A plan, a threat, a condition: "could kill 200", "threatened to kill 12", "if 12 people die"."""
    if verb is None:
        return False
    if any(child.lower_ in phrases("hypothetical", "adjectives") for child in verb.children):
        return True  # "the attempted murder of five"
    if verb.pos_ == "ADJ" and verb.dep_ in {"acomp", "oprd"}:
        verb = verb.head  # "should be dead"
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    # "planned to bomb the market and kill 50": a bare second verb shares the first one's auxiliary.
    while verb.dep_ == "conj" and verb.tag_ == "VB" and not _auxiliaries(verb):
        verb = verb.head
    return _is_supposed(verb, measure) or _is_intended(verb)


def _auxiliaries(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def _is_supposed(verb: Token, measure: Measure) -> bool:
    """ "Could kill 200", "would have killed 30", "if 12 die"; "may have killed 14" and "must have" judge what was."""
    auxiliaries = _auxiliaries(verb)
    unreal = phrases("hypothetical", "unreal" if "have" in auxiliaries else "auxiliaries")
    if auxiliaries & set(unreal):
        return True
    if {"will", "'ll", "shall"} & auxiliaries and measure.name not in phrases("hypothetical", "future"):
        return True
    return any(child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in verb.children)


def _is_intended(verb: Token) -> bool:
    """ "Threatened to kill 12", "meant to kill 40", "capable of killing 80"."""
    auxiliaries = _auxiliaries(verb)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "of":
        return verb.head.head.lemma_.lower() in phrases("hypothetical", "of")
    infinitive = "to" in auxiliaries and "have" not in auxiliaries and "been" not in auxiliaries
    return (
        infinitive
        and verb.dep_ in {"xcomp", "acl", "advcl"}
        and verb.head.lemma_.lower() in phrases("hypothetical", "verbs")
    )
