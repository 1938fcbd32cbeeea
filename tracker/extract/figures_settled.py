"""What later sentences settle about a figure: losses that are called dead, persons who are part of a larger count."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tracker.extract.figures_mention import FigureMention
from tracker.extract.parse import Passage
from tracker.lexicon import read_lexicon


def settle_losses(mentions: Sequence[FigureMention], passages: Sequence[Passage]) -> tuple[FigureMention, ...]:
    """Losses that the same or the next sentence calls a death toll are dead: "lost 74 sailors. The death toll …".

    Who is shot is wounded, in an article that has no word of death.
    """
    return tuple(_settled(mention, passages) for mention in mentions)


def settle_individuals(mentions: Sequence[FigureMention]) -> tuple[FigureMention, ...]:
    """One person ("a man died") in an article that tells of more, in one count or one by one, is a part of them."""
    totals = [mention for mention in mentions if mention.scope == "total" and not mention.negated]
    largest: dict[str, float] = {}
    persons: dict[str, set[str]] = {}
    for mention in totals:
        largest[mention.measure] = max(mention.best, largest.get(mention.measure, 0))
        if _individual(mention):
            persons.setdefault(mention.measure, set()).add(mention.counted.lower())
    crowded = {name for name in largest if largest[name] > 1 or len(persons.get(name, ())) > 1}
    return tuple(
        replace(mention, scope="part") if _individual(mention) and mention.measure in crowded else mention
        for mention in mentions
    )


def _individual(mention: FigureMention) -> bool:
    """A person told by a noun ("a man"); "one dead" names nobody and is a count."""
    alone = mention.scope == "total" and mention.best == 1 and bool(mention.counted)
    return alone and mention.text.lower().startswith(("a ", "an ", "one "))


def _settled(mention: FigureMention, passages: Sequence[Passage]) -> FigureMention:
    rules: list[dict[str, Any]] = read_lexicon("measures")["settled"]
    for rule in rules:
        if rule["from"] == mention.measure and _holds(rule, mention, passages):
            return replace(mention, measure=rule["measure"])
    return mention


def _holds(rule: dict[str, Any], mention: FigureMention, passages: Sequence[Passage]) -> bool:
    at = next((i for i, each in enumerate(passages) if each.start <= mention.span.start < each.end), -1)
    if at < 0 or mention.verb < 0 or passages[at].doc[mention.verb].lemma_.lower() not in rule["verbs"]:
        return False
    if "absent" in rule:
        found = re.compile(rf"\b(?:{'|'.join(rule['absent'])})", re.IGNORECASE)
        return not any(found.search(passage.text) for passage in passages)
    told = rf"\b(?:the|this|that|such a) (?:\w+ ){{0,3}}(?:{'|'.join(rule['present'])})\b"
    return bool(re.search(told, _near(mention, passages, at)))


def _near(mention: FigureMention, passages: Sequence[Passage], at: int) -> str:
    """The rest of the figure's sentence and the sentence after it, in the next paragraph if need be."""
    sentences = list(passages[at].doc.sents)
    own = next(i for i, sentence in enumerate(sentences) if mention.head < sentence.end)
    near = [sentence.text for sentence in sentences[own : own + 2]]
    if len(near) == 1 and at + 1 < len(passages):
        near.append(next(passages[at + 1].doc.sents).text)
    return " ".join(near).lower()
