"""Offices and who holds them: "the governor of Belgorod" is the person some article names with that office."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from tracker.lexicon import words
from tracker.model import Claim

# An office's words are few; a longer phrase tells more than an office.
LONGEST_OFFICE = 6
# What two ways of naming one office differ in: "governor of the Belgorod region", "Belgorod's governor".
LEFT_OUT = {
    "the",
    "a",
    "an",
    "of",
    "for",
    "in",
    "s",
    "region",
    "oblast",
    "province",
    "state",
    "city",
    "county",
    "local",
}
LEFT_OUT |= {"regional", "then", "current", "acting", "new", "mr", "mrs", "ms", "dr"}


def office_form(mention: str, person: str = "") -> str:
    """The office in a mention in one form, "belgorod governor"; empty where it tells none, or no place or body of it.

    ``person`` is the name in the mention, which is no part of the office.
    """
    text = mention.replace(person, " ") if person else mention
    found = re.findall(r"[^\W\d_][\w-]*", text.replace("’", "'").lower())
    kept = [word for word in found if word not in LEFT_OUT]
    holds = any(word in words("sources", "speakers", "offices") for word in kept)
    return " ".join(sorted(kept)) if holds and 2 <= len(kept) <= LONGEST_OFFICE else ""


def settle_offices(claims: Iterable[Claim], told: Iterable[tuple[str, str]]) -> list[Claim]:
    """Claims whose source is an office alone, under the name of its holder where some article tells both together.

    ``told`` are pairs of an office's form and a person's name. An office for which the articles name two persons
    stays as it is.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for office, name in told:
        holders[office].add(name)
    return [_settled(claim, holders) for claim in claims]


def _settled(claim: Claim, holders: dict[str, set[str]]) -> Claim:
    if claim.source_kind in ("narrator", "person") or not claim.source:
        return claim
    names = holders.get(office_form(claim.source), set())
    return replace(claim, source_name=next(iter(names))) if len(names) == 1 else claim


def offices_told(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each pair of office and holder once, in order."""
    return tuple(sorted({(office, name) for office, name in pairs if office and name}))
