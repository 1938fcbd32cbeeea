"""Accounts of who did it: whom a source blames, who struck, whose strike it was, who owns to it.

Read from the grammar alone. A strike that is only looked into, reported or alleged is nobody's yet.
"""

from collections.abc import Iterator, Sequence

from tracker.extract.cues import is_negated
from tracker.extract.events import event_verbs, kind_of_event
from tracker.extract.parse import Token
from tracker.extract.parties import party_of
from tracker.lexicon import words
from tracker.lexicon.gazetteer import capital_of, find_people, find_place


def blamed(token: Token, stance: str, inside: set[int]) -> Iterator[Token]:
    """Whom a source holds responsible: the object it blames, who is behind it, on whom it puts the blame."""
    if stance == "blames" and token.dep_ in ("dobj", "ROOT", "nsubj", "nsubjpass") and _leading(token, inside):
        yield from _with_conjuncts(token)
        yield from doers(token)
    yield from named_responsible(token)
    if token.dep_ != "pobj" or token.head.lower_ != "on" or kind_of_event(token.head.head) not in ("", "general"):
        return
    if any(above.lemma_.lower() == "blame" for above in token.ancestors):
        yield from _with_conjuncts(token)
        yield from (child for child in token.children if child.dep_ in ("poss", "amod") and is_party(child))


def acting(token: Token, inside: set[int]) -> Iterator[Token]:
    """Who struck, by whom it was struck, whose strike it was."""
    role = token.dep_
    if role == "nsubj" and token.head.i in inside and _strikes(token.head):
        yield from () if is_negated(token.head) or _only_looked_into(token) else _with_conjuncts(token)
    if role == "pobj" and token.head.dep_ == "agent" and _is_act(token.head.head):
        yield from _with_conjuncts(token)
    if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in words("slots", "agent", "acts"):
        owners = (child for child in token.children if child.dep_ in ("poss", "amod", "compound"))
        yield from (child for child in owners if is_party(child) and not _only_looked_into(token))
        yield from doers(token)


def doers(thing: Token) -> Iterator[Token]:
    """Whose doing a thing was: "Syria's failed launch", "a rocket fired by rebels", "an attack by the navy"."""
    if _only_looked_into(thing):
        return
    if kind_of_event(thing) or thing.lemma_.lower() in words("slots", "agent", "acts") | words(
        "slots", "agent", "firing"
    ):
        yield from (child for child in thing.lefts if child.dep_ == "poss")
    for child in thing.rights:
        if child.dep_ == "prep" and child.lower_ == "by":
            yield from (each for grand in child.children if grand.dep_ == "pobj" for each in _with_conjuncts(grand))
        elif child.dep_ in ("acl", "relcl") and _is_act(child):
            agents = (grand for below in child.children if below.dep_ == "agent" for grand in below.children)
            yield from (each for grand in agents for each in _with_conjuncts(grand))


def _is_act(verb: Token) -> bool:
    """Is this a verb of attacking, or of doing with an attack for its object: "the attack was carried out by …"?"""
    lemma = verb.lemma_.lower()
    if _strikes(verb) or lemma in words("slots", "agent", "firing"):
        return True
    done = [child for child in verb.children if child.dep_ in ("nsubjpass", "dobj")]
    done += [verb.head] if verb.dep_ in ("acl", "relcl") else []
    return lemma in words("slots", "agent", "doing") and any(kind_of_event(each) for each in done)


def _strikes(verb: Token) -> bool:
    """Does a verb tell of a happening that somebody makes, rather than goes to: "struck", never "attended"?"""
    lemma = verb.lemma_.lower()
    return lemma in event_verbs() and lemma not in words("slots", "agent", "joining")


def _only_looked_into(act: Token) -> bool:
    """ "Looking into a reported Israeli strike", "whether an Israeli strike hit it": it is not said whose it was."""
    if any(child.lower_ in words("slots", "agent", "unsure") for child in act.lefts):
        return True
    if act.dep_ in ("nsubj", "nsubjpass", "attr"):
        return any(child.lower_ in ("whether", "if") for child in act.head.lefts)
    above = next((word for word in act.ancestors if word.pos_ in ("VERB", "NOUN")), None)
    if above is None or act.dep_ not in ("pobj", "dobj"):
        return False
    return above.lemma_.lower() in words("slots", "agent", "inquiries" if above.pos_ == "VERB" else "rumours")


def _leading(token: Token, inside: set[int]) -> bool:
    """Is this the object that the words blame: the first noun of a claim that blames?"""
    return not any(i in inside for i in range(token.left_edge.i - 1, token.left_edge.i)) or token.dep_ == "dobj"


def named_responsible(token: Token) -> list[Token]:
    """Whom a word of responsibility names: "Behind the attack are X and Y", "X is responsible"; else nobody."""
    if token.lower_ not in words("slots", "agent", "responsible") or token.head.lemma_ not in ("be", "stand"):
        return []
    named = [child for child in token.head.children if child.dep_ in ("attr", "nsubj") and child != token]
    return [party for child in named for party in _with_conjuncts(child) if party_of_noun(party)]


def owned(tokens: Sequence[Token], stance: str) -> Iterator[tuple[Token, str, bool]]:
    """Who says that he did it himself, or did not: "the group claimed responsibility"; word, who, denied."""
    for token in tokens:
        if token.lemma_.lower() != "responsibility" or token.dep_ not in ("dobj", "nsubjpass"):
            continue
        verb = token.head
        if verb.lemma_.lower() in words("slots", "agent", "owning"):
            for named in _owners(verb):
                party = party_of_noun(named) or (_name(named) if named.pos_ == "PROPN" else "")
                if party:
                    yield token, party, is_negated(verb) or stance == "denies"


def _owners(verb: Token) -> Iterator[Token]:
    """The subject of an active verb, the agent of a passive one."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            yield from _with_conjuncts(child)
        elif child.dep_ == "agent":
            yield from (each for grand in child.children if grand.dep_ == "pobj" for each in _with_conjuncts(grand))


def _with_conjuncts(token: Token) -> Iterator[Token]:
    yield token
    yield from token.conjuncts


def is_party(token: Token) -> bool:
    """Is this word by itself a party's name, or its people's?"""
    return bool(find_people(token.text) or (token.pos_ == "PROPN" and party_of(token.text)))


def party_of_noun(token: Token) -> str:
    """The party a noun names by itself; a person or a body without a country is none."""
    if token.pos_ not in ("PROPN", "ADJ", "NOUN"):
        return ""
    name = _name(token)
    if token.text[:1].isupper():
        # A company or a person can be blamed as well as a country; a name at a sentence's start may be any noun.
        place = find_place(name)
        if place is not None and place.kind != "country" and not capital_of(name):
            # "The strikes on Belgorod": a town is where, never who.
            return ""
        return party_of(name) or (name if token.pos_ == "PROPN" and token.dep_ == "dobj" else "")
    return party_of(" ".join(_adjectives(token)))


def _name(token: Token) -> str:
    """A name with the words it is made of: "Islamic Jihad"."""
    made_of = [child for child in token.lefts if child.dep_ in ("compound", "amod") and child.text[:1].isupper()]
    return " ".join(word.text for word in [*made_of, token]).strip()


def _adjectives(token: Token) -> list[str]:
    return [
        child.text
        for child in token.children
        if child.dep_ in ("amod", "poss", "compound") and child.text[:1].isupper()
    ]
