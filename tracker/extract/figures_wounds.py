"""Wounds: who bears one, who is hit where it hurts, and who dies of it in the end.

"Two men suffering from gunshot wounds", "a boy struck by a bullet" and "shot in the leg" tell of the hurt without
saying so; "shot and killed" and "taken to hospital, where she died" tell of the dead.
"""

from collections.abc import Iterator

from tracker.extract.figures_counted import Counted
from tracker.extract.measures import Measure, fits, measures, phrases
from tracker.extract.parse import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_PRONOUNS = {"he", "she", "they", "it", "who", "one", "both"}
_SINGULAR = {"one", "he", "she", "it"}


def find_wound(counted: Counted) -> tuple[Measure, Token] | None:
    """The measure of who bears a wound or is hit by what wounds, and the verb or wound that says so."""
    for verb, passive in _verbs(counted):
        if verb.lemma_.lower() in phrases("wounds", "bearing") and not passive:
            wound = next((noun for noun in _objects(verb) if _kind(noun)), None)
        elif verb.lemma_.lower() in phrases("wounds", "hitting") and passive and _hurts(verb):
            return _role(verb, counted)
        else:
            wound = _worn(verb) if verb.lemma_.lower() in phrases("wounds", "found") else None
        if wound is not None:
            return _role(wound, counted, said_by=verb)
    wound = next((noun for holder in _holders(counted) if (noun := _worn(holder)) is not None), None)
    return _role(wound, counted) if wound is not None else None


def in_the_end(role: tuple[Measure, Token], counted: Counted) -> tuple[Measure, Token]:
    """Who is hurt and dies of it is dead; who is shot in the leg is hurt."""
    measure, token = role
    verb = token if token.pos_ in {"VERB", "AUX"} else _verb_above(token)
    if not measure.ends_in or verb is None:
        return role
    for outcome in _outcomes(verb, token):
        if _is_of_one(outcome) and counted.noun is not None and counted.noun.tag_ in {"NNS", "NNPS"}:
            continue  # "five people were shot and one was killed"
        for end in measures():
            if end.name in measure.ends_in and _says(end, outcome) and fits(end, counted.kinds, outcome.lemma_):
                return end, outcome
    if verb.lemma_.lower() in measure.objects and (limb := _limb(verb, measure)) is not None:
        return limb, verb
    return role


def _verbs(counted: Counted) -> Iterator[tuple[Token, bool]]:
    """The verbs the counted is an argument of, each with whether it suffers what the verb says."""
    top = counted.top
    while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        top = top.head
    if top.head.pos_ in {"VERB", "AUX"} and top.dep_ in {*_SUBJECTS, "dobj"}:
        yield top.head, top.dep_ != "nsubj"
        for joined in top.head.children:
            if joined.dep_ == "conj" and joined.pos_ == "VERB" and not _has(joined, _SUBJECTS) and top.dep_ != "dobj":
                yield joined, joined.tag_ == "VBN" and top.dep_ == "nsubjpass"
    for holder in _holders(counted):
        for child in holder.children:
            if child.dep_ in {"acl", "relcl"}:
                yield child, child.tag_ == "VBN" and not _has(child, {"nsubj"})


def _holders(counted: Counted) -> list[Token]:
    return [counted.top] if counted.noun in {None, counted.top} else [counted.top, counted.noun]


def _has(verb: Token, roles: set[str]) -> bool:
    return any(child.dep_ in roles for child in verb.children)


def _objects(verb: Token) -> Iterator[Token]:
    """What a verb takes, straight or by a preposition: "sustained a wound", "suffering from wounds"."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield from _all(child)
        elif child.dep_ == "prep":
            yield from (noun for grand in child.children if grand.dep_ == "pobj" for noun in _all(grand))


def _all(noun: Token) -> Iterator[Token]:
    yield noun
    yield from (child for child in noun.children if child.dep_ == "conj")


def _worn(holder: Token) -> Token | None:
    """The wound somebody is told with: "three victims with gunshot wounds", "was found with a wound to the leg"."""
    for child in holder.children:
        if child.dep_ == "prep" and child.lower_ in {"with", "for"}:
            return next((noun for grand in child.children for noun in _all(grand) if _kind(noun)), None)
    return None


def _kind(noun: Token) -> Measure | None:
    return next((measure for measure in measures() if noun.lemma_.lower() in measure.wounds), None)


def _hurts(verb: Token) -> bool:
    """Is somebody hit by what wounds, or in a part of the body?"""
    for child in verb.children:
        lemmas = {grand.lemma_.lower() for grand in child.children if grand.dep_ == "pobj"}
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by" and lemmas & set(phrases("wounds", "missiles")):
            return True
        if child.dep_ == "prep" and child.lower_ in {"in", "on"} and lemmas & _body():
            return True
        if child.dep_ == "nsubj" and child.lemma_.lower() in phrases("wounds", "missiles"):
            return True
    return False


def _body() -> set[str]:
    return {*phrases("wounds", "body"), *(limb for measure in measures() for limb in measure.limbs)}


def _role(token: Token, counted: Counted, *, said_by: Token | None = None) -> tuple[Measure, Token] | None:
    """The measure of a wound, or of being hit; a fatal one is another's."""
    adjectives = {child.lower_ for child in token.children if child.dep_ in {"amod", "advmod"}}
    fatal = next((measure for measure in measures() if measure.fatal & adjectives), None)
    found = fatal or _kind(token) or next((measure for measure in measures() if measure.wounds), None)
    if found is None or not fits(found, counted.kinds, token.lemma_):
        return None
    return found, said_by or token


def _limb(verb: Token, measure: Measure) -> Measure | None:
    """ "Shot in the leg": the measure whose limbs the preposition names."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "through"}:
            named = {noun.lemma_.lower() for grand in child.children for noun in _all(grand)}
            found = next((each for each in measures() if each.limbs & named), None)
            if found is not None and found.name in measure.ends_in:
                return found
    return None


def _verb_above(token: Token) -> Token | None:
    return next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)


def _outcomes(verb: Token, place: Token) -> Iterator[Token]:
    """The verbs that go on about the same people: "and killed", "but later died", "to hospital, where he died"."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and _of_the_same(child):
            yield child
            yield from (grand for grand in child.children if grand.dep_ == "conj" and _of_the_same(grand))
    goals = (token for token in verb.subtree if token.dep_ == "pobj" and token.i > verb.i)
    for noun in dict.fromkeys((place, *goals)):  # in their order: a set of tokens has another in every process
        for clause in noun.children:
            where = any(child.lower_ in {"where", "before"} for child in clause.children)
            if clause.dep_ in {"relcl", "advcl"} and where and _of_the_same(clause):
                yield clause


def _of_the_same(verb: Token) -> bool:
    """Has the verb no subject of its own but a pronoun, and nobody else as its object?"""
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    others = [child for child in verb.children if child.dep_ == "dobj" and child.ent_type_ not in {"DATE", "TIME"}]
    return all(child.lower_ in _PRONOUNS for child in subjects) and not others


def _is_of_one(verb: Token) -> bool:
    """Is it told of one person: "and one died", "where she was pronounced dead"?"""
    return any(child.dep_ in _SUBJECTS and child.lower_ in _SINGULAR for child in verb.children)


def _says(measure: Measure, verb: Token) -> bool:
    """Does a verb say this of who is its subject, or of who suffers it?"""
    lemma = verb.lemma_.lower()
    if lemma in measure.subjects or (lemma in measure.objects and verb.tag_ in {"VBN", "VBD"}):
        return True
    near = verb.doc[verb.i : min(verb.sent.end, verb.i + 4)]
    return lemma in measure.wound_verbs and any(token.lower_ in measure.adverbs for token in near)
