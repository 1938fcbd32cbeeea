"""How much of what: every quantity of a sentence, with its interval, bound, unit and what it is of."""

import json
import math
from collections.abc import Iterator
from pathlib import Path

from tracker.extract.figures import find_quantities
from tracker.extract.figures_counted import Counted
from tracker.extract.parse import Passage, Token, parse
from tracker.extract.quantities import Quantity
from tracker.extract.units import rate_after
from tracker.model import Article, Zone

# The format's signs for how a number is bounded.
SIGNS = {"at_least": ">", "about": "~", "range": "=", "vague": "=", "exact": "="}

DESCRIBING = {"ADJ", "NOUN", "PROPN", "VERB"}


def predict(corpus: Path, out: Path) -> None:
    """One row a sentence."""
    rows = (json.loads(line) for line in corpus.read_text(encoding="utf8").splitlines() if line.strip())
    lines = (json.dumps({"id": row["id"], "quantities": list(of_sentence(row["text"]))}) for row in rows)
    out.write_text("\n".join(lines) + "\n", encoding="utf8")


def of_sentence(text: str) -> Iterator[dict[str, object]]:
    zones = (Zone(start=0, end=len(text), kind="body"),)
    for passage in parse(Article(article_id="art-a", path="", text=text, zones=zones)):
        for quantity, counted in find_quantities(passage):
            if quantity.bound == "vague" and quantity.low < 10:
                continue  # the format has no "several" and no "a few"
            yield from of_quantity(quantity, counted, passage)


def of_quantity(quantity: Quantity, counted: Counted | None, passage: Passage) -> Iterator[dict[str, object]]:
    given = {"unit_norm": unit(quantity, counted, passage), "concept": concept(counted)}
    if quantity.joiner == "or" and quantity.first is not None:
        yield {"lo": quantity.first, "hi": quantity.first, "op": "~" if quantity.hedge else "=", **given}
        yield {"lo": quantity.high, "hi": quantity.high, "op": "=", **given}
        return
    low, high = ends(quantity)
    yield {"lo": low, "hi": high, "op": sign(quantity), **given}


def ends(quantity: Quantity) -> tuple[float, float]:
    """The format keeps the printed number of "at least 20"; a range or a change keeps both its numbers.

    A plural such as "dozens" or "millions" is from one to ten of its unit there.
    """
    if quantity.bound == "vague":
        return quantity.low, quantity.low * 10
    if quantity.first is None:
        return quantity.value, quantity.value
    last = quantity.value if quantity.trend or quantity.value != quantity.first else quantity.high
    return quantity.first, last if math.isfinite(last) else quantity.value


def sign(quantity: Quantity) -> str:
    if quantity.hedge in {"less_than", "well_under"}:
        return "<"
    if quantity.bound == "range" and quantity.hedge:
        return "~"
    return quantity.trend if quantity.trend and quantity.bound == "exact" else SIGNS.get(quantity.bound, "=")


def unit(quantity: Quantity, counted: Counted | None, passage: Passage) -> str:
    rate = f" per {quantity.rate}" if quantity.rate else ""
    share = "% " if quantity.fraction else ""
    if quantity.unit.kind:
        return quantity.unit.name + rate
    if counted is None:
        return share + described_by(passage, quantity.number_end) + rate
    if counted.noun is None:
        return f"{share}-"
    return share + described(counted.noun, counted.head) + (rate or rate_behind(counted.noun))


def rate_behind(noun: Token) -> str:
    rate = rate_after(noun.doc.text, noun.idx + len(noun))
    return f" per {rate}" if rate else ""


def described_by(passage: Passage, end: int) -> str:
    """What a number describes where it counts nothing: the page of "a 12 page report"."""
    following = [token for token in passage.doc if token.idx >= end and token.pos_ in {"NOUN", "PROPN"}][:1]
    return following[0].lemma_.lower() if following and following[0].idx - end <= 2 else "-"


def described(noun: Token, head: Token) -> str:
    """The noun with the adjectives and nouns before it, hyphens kept: "first-team player", "previous session"."""
    left = [child for child in noun.children if child.i < head.i and child.dep_ == "amod" and child.tag_ == "JJ"]
    left = [child for child in left if child.lower_ not in {"other", "combined", "last", "next", "past", "additional"}]
    between = [token for token in noun.doc[head.i + 1 : noun.i] if token.pos_ in DESCRIBING or token.text == "-"]
    words = " ".join(token.lemma_.lower() if token.pos_ == "ADJ" else token.lower_ for token in [*left, *between])
    return f"{words} {noun.lemma_.lower()}".replace(" - ", "-").strip(" -") or "-"


def concept(counted: Counted | None) -> list[str]:
    """The words of the subject of the verb that governs the quantity."""
    if counted is None:
        return []
    verb = next((token for token in [counted.top, *counted.top.ancestors] if token.pos_ in {"VERB", "AUX"}), None)
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}] if verb is not None else []
    told = (token for child in subjects for token in child.subtree)
    return [token.lower_ for token in told if token.is_alpha and token.pos_ in DESCRIBING]
