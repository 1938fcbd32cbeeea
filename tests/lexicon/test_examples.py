"""Does every language's lexicon read its own examples as a careful reader does?

One test a sentence. The shape of the examples is told at the head of each language's ``examples.toml``.
"""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from tests.factory import article
from tracker.extract import Extraction, extract_article
from tracker.lexicon import read_lexicon
from tracker.model import Article, Claim

LANGUAGES = sorted(folder.name for folder in files("tracker.lexicon").iterdir() if (folder / "examples.toml").is_file())
# Checked only where an example gives them; a claim's source, cue, words and stance are always told.
OPTIONAL = {"name": "source_name", "kind": "source_kind", "party": "party", "quotation": "quotation"}
# Marks at the ends of the words said: where a quotation's mark or a sentence's stop goes is the typographer's affair.
ENDS = " .,;:“”\"'‘’"


def examples() -> Iterator[Any]:
    for language in LANGUAGES:
        for example in read_lexicon("examples", language)["example"]:
            gap = example.get("gap")
            marks = [pytest.mark.xfail(strict=True, reason=gap)] if gap else []
            yield pytest.param(example, id=f"{language}: {example['about']}", marks=marks)


@pytest.mark.parametrize("example", list(examples()))
def test_example(example: dict[str, Any]) -> None:
    extraction = extract_article(laid_out(example))
    found = [claim for claim in extraction.claims if claim.source_kind != "narrator"]
    told = [taken(claim, extraction, expected) for claim, expected in zip(found, example["claims"], strict=False)]
    assert [*told, *map(in_short, found[len(told) :])] == [as_told(expected) for expected in example["claims"]]


def laid_out(example: dict[str, Any]) -> Article:
    """The example as an article, its first paragraph a headline where it says so."""
    made = article(example["text"])
    first, *rest = made.zones
    return replace(made, zones=(replace(first, kind="headline"), *rest)) if example.get("headline") else made


def as_told(expected: dict[str, Any]) -> dict[str, Any]:
    """An expected claim with its pieces in one form and its defaults filled in."""
    says = expected["says"] if isinstance(expected["says"], list) else [expected["says"]]
    told = {"stance": "asserts"} | expected | {"says": [bare(piece) for piece in says]}
    for name, defaults in (("figures", {"scope": "total"}), ("accounts", {"denied": False})):
        if name in expected:
            told[name] = [defaults | each for each in expected[name]]
    return told


def taken(claim: Claim, extraction: Extraction, expected: dict[str, Any]) -> dict[str, Any]:
    """What was taken from the text, in the words the example uses, as far as it speaks of it."""
    found: dict[str, Any] = in_short(claim)
    found |= {name: getattr(claim, column) for name, column in OPTIONAL.items()}
    found |= {"via": list(claim.via), "answers": bool(claim.answers)}
    found["figures"] = [
        {"measure": figure.measure, "low": figure.low, "high": figure.high, "scope": figure.scope}
        for figure in extraction.figures
        if figure.claim_id == claim.claim_id
    ]
    found["accounts"] = [
        {"slot": account.slot, "value": account.value, "denied": account.denied}
        for account in extraction.accounts
        if account.claim_id == claim.claim_id
    ]
    return {name: value for name, value in found.items() if name in {*in_short(claim), *expected}}


def in_short(claim: Claim) -> dict[str, Any]:
    return {"source": claim.source, "cue": claim.cue, "says": pieces(claim), "stance": claim.stance}


def pieces(claim: Claim) -> list[str]:
    """The words said, piece by piece."""
    text, start = claim.text, claim.start
    found = [text[piece.start - start : piece.end - start] for piece in claim.fragments] or [text]
    return [bare(piece) for piece in found]


def bare(words: str) -> str:
    return words.strip(ENDS).removeprefix("that ")


def test_every_construction_has_a_name_of_its_own() -> None:
    for language in LANGUAGES:
        names = [example["about"] for example in read_lexicon("examples", language)["example"]]
        assert len(names) == len(set(names))
