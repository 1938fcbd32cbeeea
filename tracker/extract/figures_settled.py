"""What the rest of an article settles about a figure: losses that are called dead, the shot of whom nobody died."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from tracker.extract.figures_mention import FigureMention
from tracker.extract.figures_persons import may_be_one
from tracker.extract.measures import measure_named
from tracker.extract.parse import Passage
from tracker.lexicon import read_lexicon


@dataclass(frozen=True)
class _Whole:
    """An article as the rules see it: its paragraphs and its figures."""

    passages: Sequence[Passage]
    mentions: Sequence[FigureMention]

    @cached_property
    def starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    @cached_property
    def text(self) -> str:
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def absent(self) -> dict[str, bool]:
        return {}

    def lacks(self, beginnings: Sequence[str]) -> bool:
        """Has the article no word that begins so?"""
        pattern = rf"\b(?:{'|'.join(beginnings)})"
        if pattern not in self.absent:
            self.absent[pattern] = re.search(pattern, self.text, re.IGNORECASE) is None
        return self.absent[pattern]


def settle_losses(mentions: Sequence[FigureMention], passages: Sequence[Passage]) -> tuple[FigureMention, ...]:
    """Losses that the same or the next sentence calls a death toll are dead: "lost 74 sailors. The death toll …".

    Who is shot is wounded, where the words beside tell so or the article tells of nobody's death.
    """
    whole = _Whole(passages, mentions)
    return tuple(_settled(mention, whole) for mention in mentions)


def settle_counts(mentions: Sequence[FigureMention]) -> tuple[FigureMention, ...]:
    """Counts of one article that hold one another: a member of a list told again, the hurt that number the dead too.

    "Four men had gunshot wounds. One died, the other three are stable": of the four, dead or hurt is not said.
    """
    told = {mention.measure for mention in mentions if mention.scope == "total" and not mention.negated}
    mentions = [_of_a_group(mention, told) for mention in mentions]
    members = {(each.measure, each.best, each.counted.lower()) for each in mentions if _is_member(each)}
    return tuple(_with_dead(_as_member(mention, members), mentions) for mention in mentions)


def _of_a_group(mention: FigureMention, told: set[str]) -> FigureMention:
    """ "Two of the victims died": all the dead there are, in an article that tells of no more."""
    alone = mention.some and mention.measure not in told and measure_named(mention.measure).partitive
    return replace(mention, scope="total") if alone and mention.of_total != mention.best else mention


def _is_member(mention: FigureMention) -> bool:
    return mention.scope == "part" and (mention.of_total or 0) > mention.best > 1


def _as_member(mention: FigureMention, members: set[tuple[str, float, str]]) -> FigureMention:
    key = (mention.measure, mention.best, mention.counted.lower())
    return replace(mention, scope="part") if mention.scope == "total" and key in members else mention


def _with_dead(mention: FigureMention, mentions: Sequence[FigureMention]) -> FigureMention:
    for rule in read_lexicon("measures")["holding"]:
        if mention.measure == rule["from"] and mention.scope == "total" and mention.best > 1:
            dead = {each.best for each in mentions if each.measure == rule["dead"] and _is_told(each)}
            others = _others_after(mention, mentions, rule)
            whole = mention.text.lower().startswith(tuple(rule["all"])) and mention.best in dead
            if whole or any(mention.best == one + other for one in dead for other in others):
                return replace(mention, measure=rule["measure"])
    return mention


def _others_after(mention: FigureMention, mentions: Sequence[FigureMention], rule: Mapping[str, Any]) -> set[float]:
    """ "The other three", told after a count; "four others were hurt" itself leaves out whoever died."""
    if _tells_of_others(mention, rule):
        return set()
    after = (each for each in mentions if each.measure == rule["from"] and each.span.start > mention.span.start)
    return {each.best for each in after if _tells_of_others(each, rule)}


def _is_told(mention: FigureMention) -> bool:
    return mention.scope in {"total", "part"} and not mention.negated


def _tells_of_others(mention: FigureMention, rule: Mapping[str, Any]) -> bool:
    return _is_told(mention) and bool(set(rule["others"]) & set(mention.words.lower().split()))


def _settled(mention: FigureMention, whole: _Whole) -> FigureMention:
    rules: list[dict[str, Any]] = read_lexicon("measures")["settled"]
    for rule in rules:
        if rule["from"] == mention.measure and _holds(rule, mention, whole):
            return replace(mention, measure=rule["measure"])
    return mention


def _holds(rule: Mapping[str, Any], mention: FigureMention, whole: _Whole) -> bool:
    at = bisect_right(whole.starts, mention.span.start) - 1
    if mention.verb < 0 or whole.passages[at].doc[mention.verb].lemma_.lower() not in rule["verbs"]:
        return False
    if "absent" in rule and not whole.lacks(rule["absent"]):
        return False
    if "unless" in rule:
        return not any(_may_tell_of(mention, each) for each in whole.mentions if each.measure == rule["unless"])
    if "absent" in rule:
        return True
    near = " ".join(_near(mention, whole.passages, at)).lower()
    if "near" in rule:
        return any(phrase in near for phrase in rule["near"])
    return bool(re.search(rf"\b(?:the|this|that|such a) (?:\w+ ){{0,3}}(?:{'|'.join(rule['present'])})\b", near))


def _may_tell_of(mention: FigureMention, dead: FigureMention) -> bool:
    """May the dead be among those of a figure? Not where nobody died, nor one who cannot be the same person."""
    if dead.negated or dead.best == 0:
        return False
    return mention.person is None or dead.person is None or may_be_one(mention.person, dead.person)


def _near(mention: FigureMention, passages: Sequence[Passage], at: int) -> Iterator[str]:
    """The rest of the figure's sentence and the sentence after it, in the next paragraph if need be."""
    sentences = list(passages[at].doc.sents)
    own = next(i for i, sentence in enumerate(sentences) if mention.head < sentence.end)
    near = [sentence.text for sentence in sentences[own : own + 2]]
    yield from near
    if len(near) == 1 and at + 1 < len(passages):
        yield passages[at + 1].doc.sents[0].text
