"""Numbers that are no numbers: digits grouped as no one groups them."""

import re
from collections.abc import Iterator

from tracker.compare.case import Case, Finding, Side
from tracker.compare.wording import number, quoted, who
from tracker.lexicon import read_lexicon
from tracker.model import Claim

# Digits and commas (or points) as printed, standing alone: no letter, digit, sign or separator touches it.
_PRINTED = re.compile(r"(?<![\w.,:/\-])\d+(?:,\d+)+(?![\w:/\-])(?![.,]\d)")

# Western groups of three (330,000), or the Indian lakh and crore, groups of two before a last of three (1,00,000).
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}")

# A key held too long: the likeliest digit too many.
_DOUBLED = re.compile(r"(\d)\1")

# A day and a year that lost their space: "February 21,2015".
_DATE = re.compile(r"\d{1,2},(?:1[89]|20)\d{2}")

# A decimal comma ("3,5", "12,75", "0,500"); short numbers after one another ("1,2,3"), which are a list or a date.
_DECIMAL = re.compile(r"(?<!\d)(?:\d+,\d{1,2}|0,\d+)")
_LIST = re.compile(r"\d{1,2}(?:,\d{1,2})+(?:,\d{1,2}|,\d{4})")


def malformed(case: Case) -> Iterator[Finding]:
    """A printed number whose digits are grouped as no convention groups them is reported, not guessed at.

    Groups of three (BIPM, SI Brochure 5.4.4, and common usage) and the Indian lakh are in order; decimal commas and
    lists are left alone.
    """
    for claim in case.claims:
        for match in _PRINTED.finditer(claim.text):
            if not well_formed(match.group()):
                yield _finding(claim, match.group())


def well_formed(printed: str) -> bool:
    """Could a newspaper have meant this number as it stands?"""
    return any(pattern.fullmatch(printed) for pattern in (_GROUPED, _DECIMAL, _LIST, _DATE)) or _ungrouped_list(printed)


def _ungrouped_list(printed: str) -> bool:
    """Years, or numbers of one length, after one another without a space: "2019,2020"."""
    groups = printed.split(",")
    return len(groups[0]) >= 4 and all(len(group) >= 4 for group in groups)


def _finding(claim: Claim, printed: str) -> Finding:
    side = Side(claims=(claim,), value=printed, key=f"{claim.article_id}|{printed}")
    meant = " or ".join(readings(printed))
    reason = (
        f"The digits of {quoted(printed)}, in words given to {who([claim])}, are grouped wrongly: "
        f"it might mean {meant}, and the article does not say which."
    )
    gap = float(read_lexicon("accounts")["gap"]["malformed"])
    return Finding(kind="internal", relation="conflict", left=side, right=side, reason=reason, gap=gap)


def readings(printed: str) -> tuple[str, ...]:
    """What was perhaps meant: every digit kept and grouped anew, or the digit too many left out."""
    whole = number(float(printed.replace(",", "")))
    groups = printed.split(",")
    groups = [_DOUBLED.sub(r"\1", groups[0], count=1) if len(groups[0]) > 3 else groups[0], *groups[1:]]
    trimmed = ",".join([groups[0][-3:], *(group[:3] for group in groups[1:])])
    return (trimmed, whole) if _GROUPED.fullmatch(trimmed) and trimmed != whole else (whole,)
