"""Counts that no number tells: "a man was shot dead" is one, "a woman and her two sons" three, "no one" none."""

from collections.abc import Iterator, Mapping

from tracker.extract.figures_counted import Counted, kinds_of
from tracker.extract.measures import classes_with, measures, phrases
from tracker.extract.parse import Doc, Token
from tracker.extract.quantities import Quantity

# Low, best and high of a list, and its members.
Total = tuple[float, float, float, list[Token]]

_DESCRIBING = {"compound", "amod", "nmod", "npadvmod", "advmod"}
_NOBODY = {"nobody", "none", "no-one"}


def find_singles(doc: Doc, *, headline: bool = False) -> Iterator[Counted]:
    """Persons counted by an article: "a man", "one officer"; in a headline by the bare noun ("Man shot dead")."""
    for token in doc:
        noun = (token.tag_ == "NN" or _aged(token)) and token.dep_ not in _DESCRIBING
        if noun and _one_of_its_kind(token, headline=headline):
            yield Counted(head=token, noun=token, top=token, kinds=kinds_of(token), start=token.idx)


def _aged(token: Token) -> bool:
    """A person told by age alone: "a 7-year-old was shot"."""
    return token.lower_ in {"old", "year-old"} and token.doc.text[max(0, token.idx - 6) : token.idx].endswith(
        ("year-", "month-")
    )


def _one_of_its_kind(noun: Token, *, headline: bool) -> bool:
    if not kinds_of(noun) & classes_with("singular") or noun.lower_ in phrases("grammar", "invariant"):
        return False
    if not _aged(noun) and any(child.dep_ in {"nummod", "predet"} for child in noun.children):
        return False
    determiners = [child.lower_ for child in noun.children if child.dep_ in {"det", "poss"}]
    return determiners in (["a"], ["an"]) or (headline and not determiners)


def find_none(doc: Doc) -> Iterator[Counted]:
    """Nothing counted: "no one was killed", "no casualties", "none were hurt"; "no one else" is about the rest."""
    for token in doc:
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if following is not None and following.lower_ in {
            "else",
            "other",
            "more",
            "further",
            "additional",
            "new",
            "fewer",
            "less",
        }:
            continue
        if doc[token.i + 1 : token.i + 4].text.lower() in {
            "of the others",
            "of the other",
            "of the rest",
            "of them else",
        }:
            continue
        if token.lower_ in _NOBODY or (token.lower_ == "one" and token.i and doc[token.i - 1].lower_ == "no"):
            yield Counted(head=token, noun=None, top=token, kinds=frozenset({"people"}), start=token.idx)
        elif token.lower_ in {"no", "without"} and (noun := _denied_noun(token)) is not None:
            yield Counted(head=token, noun=noun, top=noun, kinds=kinds_of(noun), start=token.idx)


def _denied_noun(no: Token) -> Token | None:
    """The noun that "no" or "without" denies, if a measure knows it or it is a person."""
    nouns = (
        [no.head]
        if no.lower_ == "no" and no.dep_ == "det"
        else [child for child in no.children if child.dep_ == "pobj"]
    )
    for noun in nouns:
        known = any(noun.lemma_.lower() in measure.nouns for measure in measures() if measure.zero)
        if (known or kinds_of(noun) & classes_with("singular")) and noun.tag_ in {"NNS", "NN"}:
            return noun
    return None


def sum_of(top: Token, told: Mapping[int, Quantity]) -> Total | None:
    """Low, best and high of a list of persons that all have a number: "a woman and her two sons"; None otherwise.

    ``told`` are the quantities by the index of the noun they count.
    """
    members = [top, *_conjuncts(top)]
    if len(members) < 2:
        return None
    counts = [_count(member, told) for member in members]
    known = [count for count in counts if count is not None]
    if len(known) < len(counts):
        return None
    low, best, high = (sum(count[part] for count in known) for part in range(3))
    return low, best, high, members


def _conjuncts(top: Token) -> Iterator[Token]:
    for child in top.children:
        if child.dep_ == "conj":
            yield child
            yield from _conjuncts(child)


def _count(member: Token, told: Mapping[int, Quantity]) -> tuple[float, float, float] | None:
    """Low, best and high of one member: its number, or one for "her son", "the gunman" and a person's name."""
    if member.i in told:
        quantity = told[member.i]
        return quantity.low, quantity.value, quantity.high
    if not kinds_of(member) & classes_with("sums"):
        return None
    if (
        member.tag_ == "NN"
        and any(child.dep_ in {"det", "poss"} for child in member.children)
        and member.lower_ not in phrases("grammar", "invariant")
    ):
        return (1.0, 1.0, 1.0)
    if member.ent_type_ == "PERSON":
        return (1.0, 1.0, 1.0)
    return None
