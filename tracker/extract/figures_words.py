"""Which measure one word gives to what is counted: a verb, a state, a manner ("shot dead"), a place ("in hospital")."""

from tracker.extract.figures_counted import Counted
from tracker.extract.measures import Measure, begins_one, fits, measures, measures_by, phrases
from tracker.extract.parse import Token

Role = tuple[Measure, Token]


def by_word(role: str, word: Token, counted: Counted) -> Role | None:
    """The first measure that a token gives in a role and that may count this; phrasal verbs ("shoot down") first."""
    lemma = word.lemma_.lower()
    if not begins_one(role, lemma) and not begins_one(role, word.lower_):
        return None
    particles = [f"{lemma} {child.lower_}" for child in word.children if child.dep_ == "prt"]
    phrasal = [f"{lemma} {child.lower_}" for child in word.children if child.dep_ == "dobj" and _is_phrasal(child)]
    names = particles or [lemma] if role == "objects" else [lemma, word.lower_, *phrasal]
    for name in names:
        for measure in measures_by(role, name):
            if fits(measure, counted.kinds, name):
                return measure, word
    return None


def _is_phrasal(noun: Token) -> bool:
    """Does an object make one word with its verb: "commit suicide", "take his own life"?"""
    return noun.i == noun.head.i + 1 or any(child.dep_ == "poss" for child in noun.children)


def by_manner(verb: Token, counted: Counted) -> Role | None:
    """ "shot dead", "fatally stabbed", "beaten to death", "found dead"."""
    for measure in measures_by("wound_verbs", verb.lemma_.lower()):
        near = verb.doc[max(verb.sent.start, verb.i - 2) : min(verb.sent.end, verb.i + 5)]
        if any(_manner(token, verb, measure) for token in near) and fits(measure, counted.kinds, verb.lemma_):
            return measure, verb
    return None


def _manner(token: Token, verb: Token, measure: Measure) -> bool:
    """Does an adverb belong to the verb? Not over a comma or a number: "five were shot, two fatally"."""
    if token.lower_ not in measure.adverbs:
        return False
    first, last = sorted((token.i, verb.i))
    return not any(between.is_punct or between.like_num for between in verb.doc[first + 1 : last])


def by_place(holder: Token, counted: Counted) -> Role | None:
    """Where somebody is or is taken: "to hospital", "in critical condition"."""
    for preposition in (child for child in holder.children if child.dep_ == "prep"):
        for place in (child for child in preposition.children if child.dep_ == "pobj"):
            for measure in measures():
                if _names_place(place, measure) and fits(measure, counted.kinds, holder.lemma_):
                    return measure, place
    return None


def _names_place(place: Token, measure: Measure) -> bool:
    if place.ent_type_ == "DATE":  # three died in March, not in a march
        return False
    return place.lemma_.lower() in measure.places or f"{place.nbor(-1).lower_} {place.lower_}" in measure.places


def dead_and_hurt(role: Role) -> Role:
    """The role, or that of losses which do not say dead or hurt: "500 people were killed and wounded"."""
    measure, word = role
    doc, kind = word.doc, _fate(word)
    beside = [doc[at] for at in (word.i - 2, word.i + 2) if 0 <= at < len(doc)]
    for other in beside:
        joined = doc[(word.i + other.i) // 2].lower_ in phrases("both", "joined")
        if kind and joined and _fate(other) and _fate(other) != kind and other.sent == word.sent:
            return next(each for each in measures() if each.name in phrases("both", "measure")), word
    return measure, word


def _fate(word: Token) -> str:
    return next((fate for fate in ("dead", "hurt") if word.lower_ in phrases("both", fate)), "")
