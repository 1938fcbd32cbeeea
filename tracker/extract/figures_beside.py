"""What figures of one sentence say of one another: a part of the one before, an addition to none, an end of a range."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.extract.figures_mention import Found
from tracker.extract.measures import classes_with, measures
from tracker.extract.parse import same_sentence


def settle_beside(found: Sequence[Found]) -> list[Found]:
    """The figures of a passage, each with the measure, scope and ends that those beside it give."""
    settled = _beside_another(_floored(_inherited(found)))
    return [*settled, *_who_lived(settled)]


def _who_lived(found: Sequence[Found]) -> Iterator[Found]:
    """The three hurt of "four people were shot, one fatally": those told of in two figures less the dead."""
    for whole, dead in pairwise(found):
        if whole.measure is None or dead.measure is None or dead.verb is None or not _tells_ends(whole, dead):
            continue
        ends = (measure for measure in measures() if measure.name in whole.measure.ends_in)
        lived = next((measure for measure in ends if measure != dead.measure), None)
        left = whole.quantity.value - dead.quantity.value
        if lived is not None and left > 0:
            quantity = replace(whole.quantity, value=left, low=left, high=left)
            end = max(dead.end, dead.verb.idx + len(dead.verb))
            yield replace(whole, quantity=quantity, measure=lived, verb=dead.verb, end=end)


def _tells_ends(whole: Found, dead: Found) -> bool:
    """Is a second number that of those who died: "four people were shot, one fatally", "…, one of whom died"?"""
    if dead.measure is None or dead.verb is None or not dead.measure.fatal:
        return False
    if not dead.counted.of_them and dead.verb.lower_ not in dead.measure.fatal:
        return False
    exact = whole.quantity.bound == dead.quantity.bound == "exact"
    bare = dead.counted.noun is None and whole.scope == "total" and whole.measure is not None
    known = whole.measure is not None and dead.measure.name in whole.measure.ends_in
    return exact and bare and known and same_sentence(whole.counted.head, dead.counted.head)


def _inherited(found: Sequence[Found]) -> list[Found]:
    """ "24 people, including three children": a part takes the measure of the figure before it in its sentence.

    So does what is joined to a part ("including five women and seven children"); and a bare number runs as long as the
    one before ("five were shot this year, two fatally").
    """
    settled: list[Found] = []
    for each in found:
        if each.scope == "total" and _joined_to_part(each, settled):
            each = replace(each, scope="part")
        if each.scope == "part":
            each = _of_whole(each, found)
        elif each.scope == "total" and settled and _runs_on(settled[-1], each):
            each = replace(each, scope=settled[-1].scope)
        settled.append(each)
    return settled


def _runs_on(before: Found, each: Found) -> bool:
    same = same_sentence(before.counted.head, each.counted.head)
    return same and before.scope == "cumulative" and each.counted.noun is None and not each.quantity.unit.kind


def _floored(found: Sequence[Found]) -> list[Found]:
    """ "Up to 20 people, including at least 14 guests": as many as its parts there are at least."""
    return [_at_least_its_parts(each, found) if each.quantity.bound == "at_most" else each for each in found]


def _at_least_its_parts(whole: Found, found: Sequence[Found]) -> Found:
    named: dict[int, float] = {}
    for part in (each for each in found if _belongs_to(each, whole)):
        top = part.counted.top
        root = top.head.i if top.dep_ == "conj" else top.i
        named[root] = named.get(root, 0.0) + part.quantity.low
    least = max(named.values(), default=0.0)
    if whole.scope != "total" or not 0 < least < whole.quantity.value:
        return whole
    return replace(whole, quantity=replace(whole.quantity, low=least, bound="range"))


def _belongs_to(part: Found, whole: Found) -> bool:
    same = part.measure == whole.measure and part.of_total == whole.quantity.value
    together = same_sentence(part.counted.head, whole.counted.head)
    return part.scope == "part" and same and together and not part.counted.of_them


def _joined_to_part(each: Found, before: Sequence[Found]) -> bool:
    top = each.counted.top
    if top.dep_ != "conj" or not each.counted.kinds & classes_with("sums"):
        return False
    parts = [found for found in before if found.scope == "part" and found.counted.top == top.head]
    return any(each.measure in (None, part.measure) for part in parts)


def _beside_another(found: Sequence[Found]) -> list[Found]:
    """ "50 died and hundreds more were injured" adds the injured to the dead, not to other injured: a total."""
    settled = []
    for each in found:
        before = [other for other in found if _may_hold(other, each)]
        added = each.scope == "increment" and before and all(other.measure != each.measure for other in before)
        settled.append(replace(each, scope="total") if added else each)
    return settled


def _of_whole(part: Found, found: Sequence[Found]) -> Found:
    whole = next((each for each in reversed(found) if _may_hold(each, part)), None)
    if whole is None or part.quantity.value > whole.quantity.value:
        return part
    fits = part.counted.of_them or part.counted.kinds & whole.counted.kinds or not whole.counted.kinds
    if part.measure is None and fits:
        part = replace(part, measure=whole.measure, verb=whole.verb)
    if part.measure == whole.measure and part.of_total is None:
        part = replace(part, of_total=whole.quantity.value)
    return part


def _may_hold(whole: Found, part: Found) -> bool:
    """Is ``whole`` a count of something, told before ``part`` in the same sentence?"""
    if whole.measure is None or whole.scope == "part" or whole.measure.unit_kinds:
        return False
    return whole.counted.head.i < part.counted.head.i and same_sentence(whole.counted.head, part.counted.head)
