"""Where it happened: two named places of one kind, of which only one can be it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from tracker.compare.case import Case, Finding, Side, Telling
from tracker.compare.measures import limit
from tracker.compare.sides import side_of_tellings
from tracker.compare.wording import capital, quoted, who
from tracker.lexicon import read_lexicon

Sites = dict[str, list[Telling]]


def place(case: Case) -> Iterator[Finding]:
    """Two articles that put one happening at two places of one kind: two universities, two hospitals, two bridges.

    A longer form of a name, or a spelling of it, is the same place. An article that names both knows of both, and
    happenings told in passing are left alone: hospitals and stations stand in many reports.
    """
    for told in _by_kind(case).values():
        sites = _one_name_each(told)
        yield from (_agreement(name, tellings) for name, tellings in sites.items() if _articles(tellings) > 1)
        for one, other in combinations(sorted(sites), 2):
            if not _told_by_one_article(sites[one], sites[other]):
                yield _finding(one, sites[one], other, sites[other])


def _by_kind(case: Case) -> dict[str, list[Telling]]:
    """The places told of by what articles are about, under the last word of their names."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for told in case.tellings:
        claim = told.claim
        if (
            told.account.slot == "place"
            and not told.denied
            and claim.scene in ("", claim.article_id, f"{claim.article_id}/0")
        ):
            found[told.account.value.casefold().split()[-1]].append(told)
    return dict(sorted(found.items()))


def _one_name_each(told: Sequence[Telling]) -> Sites:
    """Tellings under the names of their places, each place under the first of its names."""
    sites: Sites = {}
    for telling in sorted(told, key=lambda each: (-len(each.account.value), each.account.value, each.claim.claim_id)):
        name = telling.account.value
        known = next((other for other in sites if _one_place(name, other)), name)
        sites.setdefault(known, []).append(telling)
    return sites


def _one_place(one: str, other: str) -> bool:
    """Is one name the other at length, or spelt another way?"""
    left, right = set(one.casefold().split()), set(other.casefold().split())
    only_left, only_right = " ".join(sorted(left - right)), " ".join(sorted(right - left))
    if _initials(one, other) or _initials(other, one):
        return True
    return not only_left or not only_right or fuzz.ratio(only_left, only_right) >= limit("alike_places")


def _initials(short: str, long: str) -> bool:
    """Does one name print the initials of what the other spells out: "Grace AME Church"?"""
    shared = set(short.casefold().split()) & set(long.casefold().split())
    rest = [word for word in long.casefold().split() if word not in shared]
    letters = [word for word in short.casefold().split() if word not in shared]
    return len(rest) > 1 and letters == ["".join(word[0] for word in rest)]


def _articles(told: Sequence[Telling]) -> int:
    return len({each.claim.article_id for each in told})


def _told_by_one_article(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    return bool({each.claim.article_id for each in one} & {each.claim.article_id for each in other})


def _finding(one: str, left: Sequence[Telling], other: str, right: Sequence[Telling]) -> Finding:
    sides = _side(left, one), _side(right, other)
    reason = (
        f"{_about()}: {who(sides[0].claims)} said {quoted(one)}, {who(sides[1].claims)} said {quoted(other)}; "
        "these are two places."
    )
    gap = float(read_lexicon("accounts")["gap"]["place"])
    return Finding(kind="place", relation="conflict", left=sides[0], right=sides[1], reason=reason, gap=gap)


def _agreement(name: str, told: Sequence[Telling]) -> Finding:
    first = min(each.claim.article_id for each in told)
    left = _side([each for each in told if each.claim.article_id == first], name)
    right = _side([each for each in told if each.claim.article_id != first], name)
    reason = f"{_about()}: {who(left.claims)} and {who(right.claims)} said {quoted(name)}."
    return Finding(kind="place", relation="agree", left=left, right=right, reason=reason)


def _about() -> str:
    return capital(str(read_lexicon("accounts")["slots"]["place"]))


def _side(told: Sequence[Telling], name: str) -> Side:
    return side_of_tellings(told, name, f"place|{name.casefold()}")
