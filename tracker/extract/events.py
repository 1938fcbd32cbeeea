"""What happened: the words that name a happening, and their kind, from the lexicon."""

from functools import cache

from tracker.extract.parse import Token
from tracker.lexicon import read_lexicon, words

# Sections of the lexicon that are no kind of event.
APART = {"general", "places", "kin", "families", "objects", "unlike"}


# What a word must be to name a happening.
EVENTFUL = {"NOUN", "PROPN", "ADJ", "VERB"}


def kind_of_event(token: Token) -> str:
    """The kind of happening a noun or verb names; "general" for one that only takes up what was told; else empty."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN", "ADJ"):
        if token.ent_type_ == "DATE":  # the third of March
            return ""
        return _nouns().get(lemma, "") or ("attack" if _is_weapon_at_work(token, lemma) else "")
    if token.pos_ == "VERB" and lemma in _verbs() and _meant(token, lemma):
        return _verbs()[lemma]
    return ""


def _is_weapon_at_work(noun: Token, lemma: str) -> bool:
    """ "A bomb in the market killed seven": the weapon stands for the attack."""
    if noun.dep_ != "nsubj" or lemma not in words("events", "general", "weapons"):
        return False
    return noun.head.lemma_.lower() in words("events", "general", "happening")


def _meant(verb: Token, lemma: str) -> bool:
    """Is a verb of many senses meant as a happening, by what it is done to: "opened fire", never "a leaked memo"?"""
    lexicon = read_lexicon("events")
    needed, unlike = lexicon["objects"].get(lemma), lexicon["unlike"].get(lemma, ())
    if needed is None and not unlike:
        return True
    done_to = {child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "nsubjpass")}
    if verb.dep_ in ("amod", "acl", "relcl"):
        done_to.add(verb.head.lemma_.lower())
    if done_to & set(unlike):
        return False
    if needed is None or done_to & set(needed["with"]):
        return True
    return any(child.dep_ == "prep" and child.lower_ in needed["on"] for child in verb.children)


def related(left: str, right: str) -> bool:
    """Can two kinds be one happening: the same, one unknown, or of one family ("an explosion", "an attack")?"""
    if left == right or not left or not right or "general" in (left, right):
        return True
    return any(left in kinds and right in kinds for kinds in read_lexicon("events")["families"].values())


@cache
def event_nouns() -> frozenset[str]:
    """Every noun that names a happening."""
    return frozenset(_nouns())


@cache
def event_verbs() -> frozenset[str]:
    """Every verb that names a happening."""
    return frozenset(_verbs())


@cache
def _nouns() -> dict[str, str]:
    return _by_word("nouns") | dict.fromkeys(words("events", "general", "nouns"), "general")


@cache
def _verbs() -> dict[str, str]:
    return _by_word("verbs")


def _by_word(key: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, lists in read_lexicon("events").items():
        if kind not in APART:
            for word in lists[key]:
                found.setdefault(word, kind)
    return found
