"""Offices and who holds them: "the governor of Belgorod" is the person some article names with that office."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from tracker.lexicon import words
from tracker.model import Claim

# An office's words are few; a longer phrase tells more than an office.
LONGEST_OFFICE = 6
# Kinds of source that a person's own name can have.
PERSONAL = {"person", "official", "military", "police", "emergency", "medic"}


def office_form(mention: str, person: str = "") -> str:
    """The office in a mention in one form, "belgorod governor"; empty where it tells none, or no place or body of it.

    ``person`` is the name in the mention, which is no part of the office.
    """
    text = mention.replace(person, " ") if person else mention
    found = re.findall(r"[^\W\d_][\w-]*", text.replace("’", "'").lower())
    kept = [word for word in found if word not in words("sources", "offices", "left_out")]
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


def fuller_names(claims: Iterable[Claim]) -> dict[tuple[str, str], str]:
    """A surname and a party to the one longer name that the articles have for both; two such names settle nothing."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        parts = claim.source_name.split()
        if claim.party and 2 <= len(parts) <= 4 and claim.source_kind in PERSONAL and all(map(_is_name, parts)):
            found[(parts[-1], claim.party)].add(claim.source_name)
    return {key: names.pop() for key, names in found.items() if len(names) == 1}


def _is_name(word: str) -> bool:
    return word[:1].isupper()


def with_fuller_name(claim: Claim, fuller: dict[tuple[str, str], str]) -> Claim:
    """A claim whose source is a surname, under the longer name another article tells for the same side."""
    name = fuller.get((claim.source_name, claim.party), "") if claim.source_kind in PERSONAL else ""
    return replace(claim, source_name=name) if name else claim


def _settled(claim: Claim, holders: dict[str, set[str]]) -> Claim:
    if claim.source_kind in ("narrator", "person") or not claim.source:
        return claim
    names = holders.get(office_form(claim.source), set())
    return replace(claim, source_name=next(iter(names))) if len(names) == 1 else claim


def offices_told(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each pair of office and holder once, in order."""
    return tuple(sorted({(office, name) for office, name in pairs if office and name}))
