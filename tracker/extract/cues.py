"""Which words tie a source to what it says: the cue lexicon as frozen sets, and the stance a cue carries."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tracker.extract.parse import Token
from tracker.lexicon import read_lexicon, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Takes:
    """The complements a cue verb takes."""

    clause: bool = False
    object: bool = False
    infinitive: bool = False
    person_infinitive: bool = False
    prepositions: frozenset[str] = frozenset()
    listed: bool = True


# A verb that no list has, and one that never says anything.
UNLISTED = Takes(clause=True, listed=False)
SILENT = Takes(listed=False)


def takes(lemma: str) -> Takes:
    """What a verb may take as the words said; an unlisted verb takes a clause alone, and only with a speaker."""
    listed = _verbs().get(lemma)
    if listed is not None:
        return listed
    return SILENT if lemma in words("cues", "silent", "verbs") else UNLISTED


def is_evidence_verb(lemma: str) -> bool:
    """Is this what footage, documents and polls do?"""
    return lemma in words("cues", "evidence", "verbs")


def is_claim_noun(lemma: str) -> bool:
    """Is this noun the name of a saying: claim, statement, toll?"""
    return lemma in words("cues", "nouns", "claims")


def lemma_of(token: Token) -> str:
    """The cue's lemma; where the parser took the word for another part of speech, by its form ("said", "reports")."""
    lemma = token.lemma_.lower()
    if lemma in _verbs():
        return lemma
    return _forms().get(token.lower_, lemma)


@cache
def _forms() -> dict[str, str]:
    """The regular forms of the listed verbs, and the irregular ones of the lexicon."""
    found: dict[str, str] = dict(read_lexicon("cues")["irregular"])
    for lemma in _verbs():
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        third = f"{lemma[:-1]}ies" if lemma.endswith("ny") else f"{lemma}s"
        for form in (third, f"{stem}ed", f"{stem}ing"):
            found.setdefault(form, lemma)
    return found


def stance_of(cue: Token) -> str:
    """asserts, denies, blames, concedes, doubts, estimates or unknown: by the cue's word and its negation.

    Who "did not confirm" or "would not say" has claimed nothing; who "did not deny" has not denied.
    """
    lemma = lemma_of(cue)
    stance = next((name for name in _stances() if lemma in _stances()[name]), "asserts")
    return "unknown" if is_negated(cue) or _is_withheld(cue) else stance


def _is_withheld(cue: Token) -> bool:
    """ "Declined to comment on the report that …": what one refuses or is asked to say is not said."""
    return cue.dep_ == "xcomp" and lemma_of(cue.head) in _stances()["unknown"]


def is_negated(token: Token) -> bool:
    """Does a negation stand with this verb or noun, or the verb it hangs on ("has not said", "does not dare say")?"""
    if token.dep_ == "xcomp" and token.head != token and is_negated(token.head):
        return True
    return any(child.dep_ == "neg" or child.lower_ in words("cues", "negations", "words") for child in token.children)


@cache
def _stances() -> dict[str, frozenset[str]]:
    cues = read_lexicon("cues")
    found = {name: set(lemmas) for name, lemmas in cues["stance"].items()}
    for name in ("denies", "estimates", "blames", "concedes"):
        found[name] |= set(cues["nouns"][name])
    return {name: frozenset(lemmas) for name, lemmas in found.items()}


@cache
def _verbs() -> dict[str, Takes]:
    cues = read_lexicon("cues")
    takes_lists, by_preposition = cues["takes"], cues["prepositions"]
    lemmas = {lemma for group in (takes_lists, by_preposition) for verbs in group.values() for lemma in verbs}
    return {
        lemma: Takes(
            clause=lemma in takes_lists["clause"],
            object=lemma in takes_lists["object"],
            infinitive=lemma in takes_lists["infinitive"],
            person_infinitive=lemma in takes_lists["person_infinitive"],
            prepositions=_prepositions(lemma, by_preposition),
        )
        for lemma in lemmas
    }


def _prepositions(lemma: str, by_preposition: dict[str, Iterable[str]]) -> frozenset[str]:
    return frozenset(word for word, verbs in by_preposition.items() if lemma in verbs)
