"""What the words of a count say of it: of all or of some, of one person, of whose people, told early or late."""

import re
from dataclasses import replace
from functools import cache

from tracker.compare.case import Statement
from tracker.compare.counted import Counted, are_forces, read_counted
from tracker.compare.losses import whose
from tracker.compare.measures import measure_of
from tracker.lexicon import words
from tracker.model import Figure

# "More than 100" bounds a number, "100 more" counts people besides others.
_BOUND = re.compile(r"\bmore than\b|\bor more\b")


def tells_of_some(told: Statement) -> bool:
    """Do a count's own words pick some people out of more?"""
    by_its_words = tells_of_one(told.figure) or _by_name(told.figure)
    return leaves_out(told) or by_its_words or _is_piece(told) or _says_where_they_are(told)


def _says_where_they_are(told: Statement) -> bool:
    """ "Medics took two to St Mary's Hospital", "two are in a critical condition": of these, of some, not of all."""
    return bool(_status().match(told.context.after))


@cache
def _status() -> re.Pattern[str]:
    """Where people are or how they do, told of a figure in its own clause: no other number or clause between."""
    known = "|".join(sorted(words("tallies", "telling", "status")))
    return re.compile(rf"(?:(?!\b(?:and|but|who|while)\b|[;:\d\n]).){{0,70}}?\b(?:{known})\b", re.IGNORECASE)


def leaves_out(told: Statement) -> bool:
    """ "Two others were hurt" leaves out those told of before, unless its claim counts them ("24 dead, 9 others")."""
    line = f"{told.figure.text} {told.figure.counted}".casefold()
    if _says(line, "some") or (_says(line, "own") and not are_forces(noun_of(told))):
        return True
    return counts_besides(told)


def counts_besides(told: Statement) -> bool:
    """ "Two others" are counted besides those told of before: in a claim of their own, or besides a first number."""
    line = _BOUND.sub(" ", f"{told.figure.text} {told.figure.counted}".casefold())
    best, start = told.figure.best, told.figure.start
    first = [other for other in told.beside if other.start < start and other.of_total != best]
    return bool(set(line.split()) & words("tallies", "telling", "others")) and (bool(first) or not told.others)


def _says(line: str, which: str) -> bool:
    return any(f" {said} " in f"{line} " for said in words("tallies", "telling", which))


def noun_of(told: Statement) -> Counted:
    """Whom or what a statement counts, and whose they are where its source says so."""
    found = read_counted(told.figure, measure_of(told.figure.measure))
    own_of, foe_of = whose(told)
    return replace(found, own_of=own_of, foe_of=foe_of) if own_of or foe_of else found


def tells_of_one(figure: Figure) -> bool:
    """ "A man died" tells of one man; "one dead" counts."""
    counting = words("tallies", "telling", "ones") & set(figure.text.casefold().split())
    return figure.best == 1 and bool(figure.counted) and not counting


def _by_name(figure: Figure) -> bool:
    """ "Ada Lindqvist and her son": persons called by name are some of any greater count."""
    first = figure.counted.split()[:1]
    return bool(first) and first == figure.text.split()[:1] and first[0][:1].isupper()


def is_named(told: Statement) -> bool:
    """ "The names of 14 victims": as many as could be named, where a tally grows; the missing are listed in full."""
    before = told.claim.text[: max(0, told.figure.start - told.claim.start)].casefold()
    return _naming().search(before) is not None


@cache
def _naming() -> re.Pattern[str]:
    named = "|".join(sorted(words("tallies", "telling", "named"), key=len, reverse=True))
    return re.compile(rf"\b(?:{named}) (?:(?:the|all|these|a total of) ?)*$")


def is_early(told: Statement) -> bool:
    """Is a count told as a first report, by words that stand before it in its sentence?"""
    return _first_report().search(told.context.before) is not None


@cache
def _first_report() -> re.Pattern[str]:
    early = "|".join(sorted(words("tallies", "early", "words"), key=len, reverse=True))
    return re.compile(rf"\b(?:{early})\b", re.IGNORECASE)


def _is_piece(told: Statement) -> bool:
    """ "Two are in one hospital, three in another": of several numbers in one claim only their sum is a total."""
    beside = [other.best for other in told.beside if other.scope == "total"]
    return bool(beside) and told.figure.best < sum(beside)
