"""Whether the suspect is held: at large, or in custody."""

from collections.abc import Iterator, Sequence

from tracker.compare.case import Case, Finding, Side, Telling
from tracker.compare.sides import side_of_tellings
from tracker.compare.times import day, days_between, hours_between, moment
from tracker.compare.wording import capital, who
from tracker.lexicon import read_lexicon, words

_HELD, _FREE = "in custody", "at large"


def custody(case: Case) -> Iterator[Finding]:
    """One article has the suspect in custody, another says afterwards that he is still at large.

    The other way round is how such a story goes, an update; and where it is not known which was said first, so it is
    taken. Days later, too, things may have changed. An article that says both knows why, and is left alone.
    """
    told = [telling for telling in case.tellings if telling.account.slot == "custody"]
    held, free = ([each for each in told if _state(each) == state] for state in (_HELD, _FREE))
    both = {each.claim.article_id for each in held} & {each.claim.article_id for each in free}
    held, free = ([each for each in side if each.claim.article_id not in both] for side in (held, free))
    if held and free:
        yield _finding(case, held, free)
    for side in (held, free):
        if len({each.claim.article_id for each in side}) > 1:
            yield _agreement(case, side)


def _state(telling: Telling) -> str:
    """What a telling comes to: not in custody is at large."""
    if not telling.denied:
        return telling.account.value
    return _FREE if telling.account.value == _HELD else _HELD


def _finding(case: Case, held: Sequence[Telling], free: Sequence[Telling]) -> Finding:
    clash = next(((one, other) for one in held for other in free if _still_free(case, one, other)), None)
    relation = "conflict" if clash else "update"
    left, right = _side(held, _HELD), _side(free, _FREE)
    why = "he cannot be both" if clash else "it may have changed between the two"
    reason = f"{_about()}: {who(left.claims)} said {_HELD}, {who(right.claims)} said {_FREE}; {why}."
    gap = float(read_lexicon("accounts")["gap"]["custody"]) if clash else 0.0
    return Finding(kind="outcome", relation=relation, left=left, right=right, reason=reason, gap=gap)


def _still_free(case: Case, held: Telling, free: Telling) -> bool:
    """Was he said to be at large on the day, and by the clock no earlier, than somebody had him in custody?"""
    first, second = (moment(each.claim, case.articles.get(each.claim.article_id)) for each in (held, free))
    hours = hours_between(first, second)
    return days_between(first, second) == 0 and bool(day(first)) and hours is not None and hours >= 0


def _agreement(case: Case, told: Sequence[Telling]) -> Finding:
    """Several articles that say the same; what a source said only at first is no more than compatible with it."""
    first, *rest = sorted(told, key=lambda each: (each.claim.article_id, each.account.account_id))
    left = _side([each for each in told if each.claim.article_id == first.claim.article_id], _state(first))
    right = _side([each for each in rest if each.claim.article_id != first.claim.article_id], _state(first))
    early = [each for each in told if _said_at_first(case, each)]
    relation, note = ("compatible", ", one of them only at first") if early else ("agree", "")
    reason = f"{_about()}: {who(left.claims)} and {who(right.claims)} said {_state(first)}{note}."
    return Finding(kind="outcome", relation=relation, left=left, right=right, reason=reason)


def _said_at_first(case: Case, telling: Telling) -> bool:
    """Does the sentence say that this was what was said initially?"""
    claim, article = telling.claim, case.articles.get(telling.claim.article_id)
    begin = min(place for place in (claim.source_start, claim.cue_start, claim.start) if place >= 0)
    line = article.text[begin : claim.end] if article else claim.text
    return bool(words("accounts", "at_first", "words") & set(line.casefold().split()))


def _about() -> str:
    return capital(str(read_lexicon("accounts")["slots"]["custody"]))


def _side(told: Sequence[Telling], value: str) -> Side:
    return side_of_tellings(told, value, f"custody|{value}")
