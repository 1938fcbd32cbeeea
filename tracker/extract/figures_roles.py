"""Which measure a counted phrase belongs to: the verb, state, noun or toll that gives it, read from the parse.

Each way is a small function that gives the measure and the token that says so; ``find_role`` tries them from the surest
to the loosest. Where the parser may be wrong, the words that stand next to the number decide.
"""

from collections.abc import Callable, Iterator

from tracker.extract.figures_counted import Counted
from tracker.extract.figures_tolls import find_toll
from tracker.extract.figures_words import Role, by_manner, by_place, by_word, dead_and_hurt
from tracker.extract.figures_wounds import find_wound, in_the_end
from tracker.extract.measures import fits, measures, measures_by, phrases
from tracker.extract.parse import Token, same_sentence

_ARGUMENTS = {"nsubj", "nsubjpass", "dobj"}
_OBJECTS = {"dobj", "attr", "oprd", "dative"}
_AFTER_STATE = {"DET", "NUM", "PRON", "PROPN"}


def find_role(counted: Counted) -> Role | None:
    """The measure of a counted phrase and the token that gives it; None where nothing near says what happened."""
    for way in _WAYS:
        role = way(counted)
        if role is not None:
            return dead_and_hurt(in_the_end(role, counted))
    return None


def _next_to_it(counted: Counted) -> Role | None:
    """A state right after the number or its noun: "one dead", "17 wounded", "12 others hurt", "two men shot dead"."""
    last = counted.noun or counted.head
    if counted.of_them:
        last = last.doc[min(last.i + 2, len(last.doc) - 1)]  # "two of them fatally"
    following = last.nbor() if last.i + 1 < len(last.doc) else None
    if following is None or following.dep_ == "compound":
        return None
    role = _of_state(following, counted)
    if role is not None and following.dep_ == "acl":
        later = _verb(counted)  # "a boy hospitalised on Friday has died"
        loose = counted.top.dep_ == "npadvmod"  # "two killed, four injured": four are no object of "killed"
        return later if later is not None and not (loose and later[1].i < following.i) else role
    return role


def _state(counted: Counted) -> Role | None:
    """A state near the number: "17 wounded civilians", "12 people were reportedly killed" where the parse failed."""
    if counted.noun is not None:
        for token in counted.head.doc[counted.head.i + 1 : counted.noun.i]:
            if role := by_word("states", token, counted):
                return role
    if counted.top.dep_ == "pobj":
        return None
    following = _next(counted.noun or counted.head, skip=phrases("raising", "before_state"))
    return _of_state(following, counted) if following is not None else None


def _verb_before(counted: Counted) -> Role | None:
    """A verb right before the figure, where the parser lost its object: "wounding five of his companions"."""
    doc, at = counted.head.doc, counted.head.i
    while at >= 0 and doc[at].idx >= counted.start:
        at -= 1
    if at < 0 or doc[at].pos_ != "VERB" or not same_sentence(doc[at], counted.head):
        return None
    return by_manner(doc[at], counted) or by_word("objects", doc[at], counted)


def _of_state(state: Token, counted: Counted) -> Role | None:
    before_verb = state.pos_ == "ADV" and state.i + 1 < len(state.doc) and state.nbor().pos_ == "VERB"
    if before_verb or _takes_object(state) or not same_sentence(state, counted.head):
        return None
    return by_manner(state, counted) or by_word("states", state, counted)


def _next(last: Token, *, skip: tuple[str, ...]) -> Token | None:
    at = last.i + 1
    while at < min(len(last.doc), last.i + 6):
        token = last.doc[at]
        if token.lower_ not in skip:
            return token
        at += 1
    return None


def _takes_object(state: Token) -> bool:
    """Is the "state" an active verb: "two men killed a guard"?"""
    if state.pos_ not in {"VERB", "AUX"}:
        return state.pos_ in {"NOUN", "PROPN"} and state.i + 1 < len(state.doc) and state.nbor().pos_ == "NOUN"
    if any(child.dep_ == "dobj" for child in state.children):
        return True
    following = state.nbor() if state.i + 1 < len(state.doc) else None
    if following is None or state.dep_ == "acl":
        return False
    if following.lower_ == "at":
        return any(child.pos_ == "PRON" for child in following.children)  # "two men shot at them"
    return following.pos_ in _AFTER_STATE and following.ent_type_ not in {"DATE", "TIME"}


def _verb(counted: Counted) -> Role | None:
    """The verb whose object or subject is counted, through conjunctions, raising verbs and "managed to"."""
    for top in _tops(counted.top):
        if role := _of_argument(top, counted):
            return role
    return None


def _tops(token: Token) -> Iterator[Token]:
    """The phrase's token and those it is joined to: "12 blocks, 13 homes" hang by the first."""
    yield token
    if token.dep_ == "quantmod" and token.head.dep_ == "nummod" and token.nbor().lower_ == "of":
        token = token.head.head  # "14 of 30 drones": the parser may take the first number for a part of the second
        yield token
    while token.dep_ in {"conj", "appos", "nmod"} and token.head != token:
        token = token.head
        yield token


def _of_argument(top: Token, counted: Counted) -> Role | None:
    """The role of a subject or object in its verb; an adverbial noun before its verb is none."""
    verb, argument = _governor(top, counted)
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    if argument in {"nsubj", "csubj"}:
        return _active_subject(verb, counted)
    passive = argument == "nsubjpass"
    if passive or argument in _OBJECTS or (argument == "npadvmod" and top.i > verb.i):
        role = by_manner(verb, counted) or _in_place(verb, counted)
        return role or _chain("objects", verb, counted, subject=passive) or _complement(verb, counted)
    return None


def _governor(top: Token, counted: Counted) -> tuple[Token, str]:
    """The verb a phrase hangs by, and as what. "Between 12 and 15 men were killed" hangs by its hedge's preposition."""
    hedge = top.head
    if top.dep_ != "pobj" or hedge.idx < counted.start or hedge.dep_ != "prep":
        return hedge, top.dep_
    verb = hedge.head
    if hedge.i > verb.i:
        return verb, "dobj"
    return verb, "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.children) else "nsubj"


def _active_subject(verb: Token, counted: Counted) -> Role | None:
    """The subject of an active verb; a bare participle is passive, as in a headline's "Two killed"."""
    bare = verb.tag_ == "VBN" and not any(child.dep_ in {"dobj", "ccomp"} for child in verb.children)
    itself = any(child.dep_ == "dobj" and child.lower_.endswith("self") for child in verb.children)
    role = (by_manner(verb, counted) or _chain("objects", verb, counted)) if bare or itself else None
    return role or _chain("subjects", verb, counted) or _in_place(verb, counted) or _complement(verb, counted)


def _chain(role: str, verb: Token, counted: Counted, *, subject: bool = True) -> Role | None:
    """The verb, then those joined to it that share the argument: "were shot and killed" is killed."""
    joined = [verb, *(_sharing_subject(verb) if subject else _sharing_object(verb))]
    found = [pair for each in joined if (pair := by_word(role, each, counted))]
    return min(found, key=lambda pair: measures().index(pair[0])) if found else None


def _sharing_subject(verb: Token) -> Iterator[Token]:
    """ "were shot and killed": verbs joined to this one without a subject or object of their own."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.tag_ == verb.tag_ and not _has(child, _ARGUMENTS):
            yield child


def _sharing_object(verb: Token) -> Iterator[Token]:
    """ "shot and killed two men": the verb this one is joined to, when it has no object of its own."""
    other = verb.head
    if verb.dep_ == "conj" and other.pos_ == "VERB" and other.tag_ == verb.tag_ and not _has(other, {"dobj"}):
        yield other


def _has(verb: Token, roles: set[str]) -> bool:
    return any(child.dep_ in roles for child in verb.children)


def _in_place(verb: Token, counted: Counted) -> Role | None:
    """ "were on air defence duty", "were taken to hospital"; "killed 12 people at the hospital" says where, no more."""
    own = by_word("objects", verb, counted)
    if verb.lemma_.lower() not in phrases("raising", "moves") and own is None:
        return None
    found = by_place(verb, counted)
    surer = own is not None and found is not None and measures().index(own[0]) < measures().index(found[0])
    return None if surer else found


def _in_condition(counted: Counted) -> Role | None:
    """ "Eight victims in critical condition": where people are, told of the noun itself."""
    return by_place(counted.noun, counted) if counted.noun is not None else None


def _complement(verb: Token, counted: Counted) -> Role | None:
    """What a copula or "reported", "feared", "left" says of the counted: "are missing", "were reported killed"."""
    if verb.lemma_.lower() not in {*phrases("raising", "copulas"), *phrases("raising", "verbs")}:
        return _listed_as(verb, counted)
    seen = [child for child in verb.children if child.dep_ in {"acomp", "xcomp", "oprd", "ccomp", "attr", "advcl"}]
    seen += [child for child in verb.children if child.dep_ == "conj" and child.i - verb.i < 4]
    for child in seen:
        if any(grand.dep_ in {"nsubj", "nsubjpass"} and grand != counted.top for grand in child.children):
            continue
        role = by_word("states", child, counted) or by_manner(child, counted)
        role = role or (by_word("objects", child, counted) if _passive(child) else by_word("subjects", child, counted))
        if role := role or _in_place(child, counted):
            return role
    return _listed_as(verb, counted)


def _listed_as(verb: Token, counted: Counted) -> Role | None:
    """ "Counted seven men as dead", "recorded two nurses as having been killed"."""
    listing = [child for child in verb.children if child.lower_ == "as" and child.dep_ == "prep"]
    states = [grand for child in listing for grand in child.children if grand.dep_ in {"pcomp", "amod", "pobj"}]
    states += [child for child in verb.children if child.dep_ == "advcl" and _is_bare_as(child)]
    for state in states:
        role = by_word("states", state, counted)
        if role := role or (by_word("objects", state, counted) if _passive(state) else None):
            return role
    return None


def _is_bare_as(verb: Token) -> bool:
    """Is this a clause without a subject of its own behind "as"?"""
    return any(child.lower_ == "as" for child in verb.children) and not _has(verb, {"nsubj", "nsubjpass"})


def _passive(verb: Token) -> bool:
    if any(child.dep_ == "auxpass" for child in verb.children):
        return True
    return verb.tag_ == "VBN" and not any(child.lower_ in {"have", "has", "had"} for child in verb.children)


def _clause(counted: Counted) -> Role | None:
    """A clause hung on the counted noun: "12 people who died", "49 drones launched", "13 men arrested"."""
    tops = [counted.top, counted.noun] if counted.noun is not None else [counted.top]
    for top in tops:
        for verb in (child for child in top.children if child.dep_ in {"relcl", "acl"}):
            if role := _of_clause(verb, counted):
                return role
    return None


def _of_clause(verb: Token, counted: Counted) -> Role | None:
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    passive = any(child.dep_ == "nsubjpass" for child in subjects) or (verb.tag_ == "VBN" and not subjects)
    if subjects and subjects[0].lower_ not in {"who", "that", "which", "whom"}:
        return by_word("objects", verb, counted)  # "the 12 people police arrested"
    if passive:
        return by_manner(verb, counted) or _chain("objects", verb, counted) or _complement(verb, counted)
    return _chain("subjects", verb, counted) or _complement(verb, counted)


def _happening(counted: Counted) -> Role | None:
    """The counted noun is the happening itself: "45 deaths", "12 arrests"."""
    if counted.noun is None:
        return None
    lemma = counted.noun.lemma_.lower()
    return next(((measure, counted.noun) for measure in measures_by("nouns", lemma)), None)


def _governing_noun(counted: Counted) -> Role | None:
    """A noun before what is counted: "the killing of 12 men", "damage to 13 homes", "a barrage of 40 missiles"."""
    for top in _tops(counted.top):
        preposition = top.head
        if top.dep_ not in {"pobj", "pcomp"} or preposition.lower_ not in {"of", "to", "on", "with", "by"}:
            continue
        noun = preposition.head
        if role := by_word("of", noun, counted):
            return role
        if preposition.lower_ in {"with", "by", "of"}:
            for verb in (noun, noun.head):
                if role := by_word("instruments", verb, counted):
                    return role
    return None


def _owner(counted: Counted) -> Role | None:
    """Whose death or wounds they are: "the boy's death", "her injuries"."""
    if counted.top.dep_ != "poss":
        return None
    lemma = counted.top.head.lemma_.lower()
    found = (measure for measure in measures() if lemma in measure.of | measure.wounds and measure.persons)
    return next(((measure, counted.top.head) for measure in found if fits(measure, counted.kinds, lemma)), None)


_WAYS: tuple[Callable[[Counted], Role | None], ...] = (
    _next_to_it,
    _verb,
    _happening,
    find_wound,
    _state,
    _clause,
    _verb_before,
    _in_condition,
    _governing_noun,
    _owner,
    find_toll,
)
