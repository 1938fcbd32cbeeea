"""Counts that no number tells: "a man was shot dead" is one, "no one was hurt" none."""

from collections.abc import Iterator

from tracker.extract.figures_counted import Counted, kinds_of
from tracker.extract.measures import classes_with, measures, phrases
from tracker.extract.parse import Doc, Token, lowered, text_of

_DESCRIBING = {"compound", "amod", "nmod", "npadvmod", "advmod"}
_REST = ("else", "other", "more", "further", "additional", "new", "fewer", "less", "of the other", "of the rest")
_NOBODY = {"nobody", "none", "no-one"}
_NOTHING = _NOBODY | {"one", "no", "without"}


def find_singles(doc: Doc, *, headline: bool = False) -> Iterator[Counted]:
    """Persons counted by an article: "a man", "one officer"; in a headline by the bare noun ("Man shot dead")."""
    for token in doc:
        noun = (token.tag_ == "NN" or is_aged(token)) and token.dep_ not in _DESCRIBING
        if noun and _one_of_its_kind(token, headline=headline):
            yield Counted(head=token, noun=token, top=token, kinds=kinds_of(token), start=token.idx)


def is_aged(token: Token) -> bool:
    """A person told by age alone: "a 7-year-old was shot"."""
    return token.lower_ in {"old", "year-old"} and text_of(token.doc)[max(0, token.idx - 6) : token.idx].endswith(
        ("year-", "month-")
    )


def _one_of_its_kind(noun: Token, *, headline: bool) -> bool:
    determiners = [child.lower_ for child in noun.children if child.dep_ in {"det", "poss"}]
    if determiners not in (["a"], ["an"], ["another"]) and (determiners or not headline):
        return False
    if not is_aged(noun) and any(child.dep_ in {"nummod", "predet"} for child in noun.children):
        return False
    return bool(kinds_of(noun) & classes_with("singular")) and noun.lower_ not in phrases("grammar", "invariant")


def find_pairs(doc: Doc) -> Iterator[Counted]:
    """Two people told by one noun: "a married couple", "the twins"; "a couple of men" is a number."""
    pairs = phrases("grammar", "pairs")
    for token in [doc[at] for at, word in enumerate(lowered(doc)) if word in pairs]:
        if token.dep_ not in _DESCRIBING:
            counts = any(child.dep_ == "nummod" or child.lower_ == "of" for child in token.children)
            if not counts and (token.lower_ != "couple" or doc[max(0, token.i - 1)].lower_ not in {"a", "every"}):
                yield Counted(
                    head=token, noun=token, top=token, kinds=classes_with("singular"), start=token.left_edge.idx
                )


def find_none(doc: Doc) -> Iterator[Counted]:
    """Nothing counted: "no one was killed", "no casualties", "none were hurt"; "no one else" is about the rest."""
    for token in [doc[at] for at, word in enumerate(lowered(doc)) if word in _NOTHING]:
        if any(_of_the_rest(doc, token.i + gap) for gap in (1, 2)):
            continue
        if token.lower_ in _NOBODY or (token.lower_ == "one" and token.i and doc[token.i - 1].lower_ == "no"):
            yield Counted(head=token, noun=None, top=token, kinds=frozenset({"people"}), start=token.idx)
        elif token.lower_ in {"no", "without"} and (noun := _denied_noun(token)) is not None:
            yield Counted(head=token, noun=noun, top=noun, kinds=kinds_of(noun), start=token.idx)


def _of_the_rest(doc: Doc, at: int) -> bool:
    """ "no one else", "no other injuries", "none of the others"; "no more than 12" is a hedge."""
    return doc[at : at + 3].text.lower().startswith(_REST)


def _denied_noun(no: Token) -> Token | None:
    """The noun that "no" or "without" denies, if a measure knows it or it is a person."""
    determiner = no.lower_ == "no" and no.dep_ == "det"
    for noun in [no.head] if determiner else [child for child in no.children if child.dep_ == "pobj"]:
        known = any(noun.lemma_.lower() in measure.nouns for measure in measures() if measure.zero)
        if (known or kinds_of(noun) & classes_with("singular")) and noun.tag_ in {"NNS", "NN"}:
            return noun
    return None
