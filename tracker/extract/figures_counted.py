"""What a number counts: the noun it governs in the parse, or, where the parse is wrong, the noun that follows it."""

from dataclasses import dataclass
from functools import cache

from tracker.extract.measures import class_of_entity, classes_of, classes_with, is_state, phrases
from tracker.extract.parse import Doc, Token, same_sentence, text_of
from tracker.extract.quantities import Quantity
from tracker.lexicon import read_lexicon, words

_NOUNS = {"NOUN", "PROPN"}
UNKNOWN = frozenset({"things"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number in the parse: its ``head`` token, the ``noun`` it counts, if any, and that noun's classes (``kinds``).

    ``start`` is where the figure's words begin. ``top`` is the token by which the phrase hangs in its sentence: the
    noun, or "dozens" of "dozens of people". ``of_them``: the number is a part of something told
    before ("19 of whom"), ``of_known``: of something the reader knows ("two of the wounded"). ``left_out`` is the noun
    of the count before that a bare number goes on with ("300 people, police said, or 500, according to the union").
    """

    head: Token
    noun: Token | None
    top: Token
    kinds: frozenset[str]
    start: int
    of_them: bool = False
    of_known: bool = False
    left_out: Token | None = None


def find_counted(doc: Doc, quantity: Quantity) -> Counted | None:
    """What a quantity counts; None where its number modifies something else ("a three-car crash", "18-hour")."""
    head = token_at(doc, quantity.number_end - 1)
    if head is None:
        return None
    if quantity.unit.kind:
        return _measured(doc, head, quantity)
    if text_of(doc)[quantity.number_end : quantity.number_end + 2].strip("-–").isalpha() and _hyphenated(doc, quantity):
        return None
    partitive = _partitive(head)
    if partitive is not None:
        return _of(head, partitive, quantity.start)
    group = _group(head)
    if group is not None:
        return Counted(head=head, noun=group, top=group, kinds=classes_with("sums"), start=group.left_edge.idx)
    noun = _governed(head)
    if noun is None:
        noun = _following(head)
    if noun is None or (is_state(noun.lower_) and (kinds_of(noun) == UNKNOWN or _told_of_several(noun, quantity))):
        return Counted(head=head, noun=None, top=head, kinds=frozenset(), start=quantity.start)
    if _compound(noun, quantity):
        return None
    top = (
        noun
        if not (head.dep_ not in {"nummod", "quantmod", "compound"} and head.i < noun.i and noun.head == head)
        else head
    )
    return Counted(head=head, noun=noun, top=top, kinds=kinds_of(noun), start=quantity.start)


def _told_of_several(state: Token, quantity: Quantity) -> bool:
    """ "Four shot in Leeds": behind more than one a singular is no noun that is counted."""
    return state.tag_ == "NN" and quantity.value > 1


def _compound(noun: Token, quantity: Quantity) -> bool:
    """Does the number belong to a singular noun that only describes another: "a five star hotel"?"""
    singular = noun.tag_ in {"NN", "NNP"} and noun.lower_ not in phrases("grammar", "invariant")
    return singular and quantity.value != 1 and noun.tag_ == "NN"


def last_of_phrase(noun: Token) -> Token:
    """The last token of a counted noun with its "of": "blocks of flats"."""
    for child in noun.children:
        if child.lower_ == "of" and child.i == noun.i + 1:
            objects = [grand for grand in child.children if grand.dep_ == "pobj" and grand.i - child.i <= 2]
            if objects and not any(grand.like_num or grand.dep_ == "poss" for grand in objects[0].children):
                return objects[0]
    return noun


def noun_phrase(noun: Token) -> str:
    """The counted noun with its modifiers, without number and article: "Russian drones", "blocks of flats"."""
    left = [child for child in noun.children if child.dep_ in {"amod", "compound", "nmod"} and child.i < noun.i]
    left = [child for child in left if not any(token.like_num for token in child.subtree)]
    left = [child for child in left if child.lower_ not in words("hedges", "vague")]
    return " ".join(token.text for token in [*left, *noun.doc[noun.i : last_of_phrase(noun).i + 1]])


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token that covers a character of the passage."""
    found = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return found[0] if found is not None and len(found) else None


def kinds_of(noun: Token) -> frozenset[str]:
    """The classes of a counted noun; "things" where no list knows it."""
    lemma = noun.lemma_.lower()
    plural = noun.tag_ in {"NNS", "NNPS"}
    listed = classes_of(lemma, by_ending=plural) or classes_of(noun.lower_, by_ending=plural)
    if "never" in listed and len(listed) == 1:
        return frozenset({"never"})
    if listed:
        return listed - {"never"}
    return class_of_entity(noun.ent_type_) or UNKNOWN


def _measured(doc: Doc, head: Token, quantity: Quantity) -> Counted:
    """A number with a unit: the unit is what it counts ("500 acres of forest")."""
    last = token_at(doc, max(quantity.unit.end, quantity.number_end) - 1) or head
    hangs = last if last.pos_ in _NOUNS | {"SYM"} and last.i >= head.i else head
    return Counted(
        head=head,
        noun=None if last == head else last,
        top=hangs,
        kinds=frozenset({quantity.unit.kind}),
        start=quantity.start,
    )


def _hyphenated(doc: Doc, quantity: Quantity) -> bool:
    """ "three-car", "12-strong": a hyphen glues the number to the next word."""
    return text_of(doc)[quantity.number_end] in "-–"


def _partitive(head: Token) -> Token | None:
    """The noun or pronoun after "of": "dozens of people", "21 of 49 drones", "19 of whom", "one of the gunmen"."""
    following = head.nbor() if head.i + 1 < len(head.doc) else None
    if following is not None and following.lower_ == "out" and following.i + 1 < len(head.doc):
        following = following.nbor()
    if following is None or following.lower_ != "of":
        return None
    objects = [child for child in following.children if child.dep_ in {"pobj", "pcomp"}]
    return objects[0] if objects else _noun_after(following)


def _group(head: Token) -> Token | None:
    """The noun before a bare number that says how many it is: "a family of four"."""
    of = head.nbor(-1) if head.i else head
    if head.dep_ != "pobj" or of.lower_ != "of" or of.i == 0:
        return None
    noun = of.nbor(-1)
    return noun if noun.lower_ in phrases("grammar", "groups") else None


def _noun_after(of: Token) -> Token | None:
    """The last noun of the run that follows "of", where the parser hung it elsewhere."""
    found = None
    for token in of.doc[of.i + 1 : of.i + 7]:
        if token.pos_ in _NOUNS or token.lower_ in {"whom", "them", "which"}:
            found = token
        elif token.pos_ not in {"ADJ", "DET", "NUM", "PRON", "ADV"} or found is not None:
            break
    return found


def _of(head: Token, partitive: Token, start: int) -> Counted:
    pronoun = partitive.lower_ in {"whom", "them", "which", "these", "those", "us"}
    if pronoun:
        return Counted(head=head, noun=None, top=head, kinds=frozenset(), start=start, of_them=True)
    known = any(child.dep_ in {"det", "poss"} for child in partitive.children) and not _are_own_forces(partitive)
    return Counted(head=head, noun=partitive, top=head, kinds=kinds_of(partitive), start=start, of_known=known)


def _are_own_forces(noun: Token) -> bool:
    """ "63 of its troops", "12 of our soldiers": whose forces they are, not that more of them were hit."""
    return noun.lemma_.lower() in _forces() and any(child.dep_ == "poss" for child in noun.children)


@cache
def _forces() -> frozenset[str]:
    return frozenset(noun for row in read_lexicon("tallies")["people"] if row.get("forces") for noun in row["nouns"])


def _governed(head: Token) -> Token | None:
    """The noun whose number the parser says it is."""
    noun = head
    if head.i + 1 < len(head.doc) and head.nbor().lower_ in _NEARBY:
        return None
    while (
        noun.dep_ in {"nummod", "quantmod", "compound", "amod"} and noun.head.i > head.i and noun.head.i - head.i <= 7
    ):
        noun = noun.head
        if noun.pos_ in _NOUNS and noun.dep_ not in {"compound", "nummod"}:
            break
    if noun == head or noun.pos_ not in _NOUNS:
        return None
    return noun


def _following(head: Token) -> Token | None:
    """The first run of nouns after the number, when the parser failed: "12 people were" with "12" hung on the verb."""
    found = None
    for token in head.doc[head.i + 1 : head.i + 6]:
        if not same_sentence(token, head):
            break
        if token.pos_ in _NOUNS and (found is None or token.i == found.i + 1) and token.lower_ not in {"%", "$"}:
            found = token
        elif (
            found is not None or token.pos_ not in {"ADJ", "ADV"} or token.dep_ == "acomp" or token.lower_ in _STATEFUL
        ):
            break
    if found is None and head.i + 1 < len(head.doc) and head.nbor().lower_ in {"others", "more"}:
        return head.nbor() if head.nbor().lower_ == "others" else None
    return found


# "one dead Monday": an adjective of state ends the phrase.
# "A toll of 12 last week": a word of time after a number starts another phrase.
_NEARBY = {"last", "next"}
_STATEFUL = {
    *("dead", "alive", "missing", "later", "near", "early", "late", "here", "there", "so", "then", "when", "ago"),
    *_NEARBY,
}
