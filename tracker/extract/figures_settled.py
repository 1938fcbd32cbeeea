"""What later sentences settle about a figure: losses that are called dead, persons who are part of a larger count."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tracker.extract.figures_mention import FigureMention
from tracker.extract.parse import Passage
from tracker.lexicon import read_lexicon


def settle_losses(mentions: Sequence[FigureMention], passages: Sequence[Passage]) -> tuple[FigureMention, ...]:
    """Losses that the same or the next sentence calls a death toll are dead: "lost 74 sailors. The death toll …"."""
    return tuple(_settled(mention, passages) for mention in mentions)


def settle_individuals(mentions: Sequence[FigureMention]) -> tuple[FigureMention, ...]:
    """One person ("a man died in hospital") in an article that tells a larger count of the same measure is a part of it."""
    largest: dict[str, float] = {}
    for mention in mentions:
        if mention.scope == "total" and not mention.negated:
            largest[mention.measure] = max(mention.best, largest.get(mention.measure, 0))
    return tuple(
        replace(mention, scope="part") if _individual(mention) and largest.get(mention.measure, 0) > 1 else mention
        for mention in mentions
    )


def _individual(mention: FigureMention) -> bool:
    return mention.scope == "total" and mention.best == 1 and mention.text.lower().startswith(("a ", "an ", "one "))


def _settled(mention: FigureMention, passages: Sequence[Passage]) -> FigureMention:
    entry: dict[str, Any] | None = read_lexicon("measures")["settled"].get(mention.measure)
    at = next((i for i, each in enumerate(passages) if each.start <= mention.span.start < each.end), -1)
    if entry is None or at < 0 or mention.verb < 0:
        return mention
    if passages[at].doc[mention.verb].lemma_.lower() not in entry["verbs"]:
        return mention
    told = re.search(
        rf"\b(?:the|this|that|such a) (?:\w+ ){{0,3}}(?:{'|'.join(entry['phrases'])})\b", _near(mention, passages, at)
    )
    return replace(mention, measure=entry["measure"]) if told else mention


def _near(mention: FigureMention, passages: Sequence[Passage], at: int) -> str:
    """The rest of the figure's sentence and the sentence after it, in the next paragraph if need be."""
    sentences = list(passages[at].doc.sents)
    own = next(i for i, sentence in enumerate(sentences) if mention.head < sentence.end)
    near = [sentence.text for sentence in sentences[own : own + 2]]
    if len(near) == 1 and at + 1 < len(passages):
        near.append(next(passages[at + 1].doc.sents).text)
    return " ".join(near).lower()
