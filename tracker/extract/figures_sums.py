"""Lists that add up: "a woman and her two sons were killed" is three, and the two sons are a part of it.

A list may also tell out the number before it: "four residents, two men and two boys" are four.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tracker.extract.figures_counted import kinds_of
from tracker.extract.figures_mention import Found
from tracker.extract.measures import Measure, classes_with, phrases
from tracker.extract.parse import Token

Interval = tuple[float, float, float]

# Longer lists are biographies, where the parser's conjunctions can no longer be trusted.
LONGEST = 160


def with_sums(found: Sequence[Found]) -> Iterator[Found]:
    """The figures, their sums, and each member of a list as a part, of its sum or of one that cannot be told."""
    told = {_key(each): each for each in found if not each.quantity.unit.kind}
    lists: dict[int, Found | None] = {}
    wholes: set[int] = set()
    for lead in found:
        members = _members(_root(lead.counted.top))
        if members[0].i in lists or not _adds_up(lead) or not _is_list(members, lead, told):
            continue
        whole = _told_out(members, lead, told)
        total = whole or _sum(members, lead, told)
        lists |= {member.i: total for member in members}
        if total is not None:
            yield total
            wholes |= {_key(total)} if whole else set()
    for each in found:
        listed = _key(each) in lists and not each.quantity.unit.kind
        if not (listed and _key(each) in wholes):
            yield _part(each, lists[_key(each)]) if listed else each


def _is_list(members: Sequence[Token], lead: Found, told: Mapping[int, Found]) -> bool:
    """Do several members share one measure? "35 bodies and 120 injured" are two counts, not a list.

    Nor is what "including" parts: "12 people, including a nurse and two drivers". An adjective speaks for its own noun:
    "three dead burglars and two residents".
    """
    given = {told[member.i].measure for member in members if member.i in told}
    between = members[0].doc[members[0].i : members[-1].i].text.lower()
    nested = any(phrase in between for phrase in (*phrases("part", "before"), "according to"))
    unlike = any(child.lower_ in phrases("grammar", "unhurt") for member in members for child in member.children)
    listed = len(members) > 1 and given <= {lead.measure, None} and not nested and not unlike
    said_of_one = lead.verb is not None and lead.verb.dep_ == "amod" and lead.verb.head == lead.counted.noun
    return listed and not said_of_one and not _is_one_person(members) and not _is_of_herself(members)


def _is_of_herself(members: Sequence[Token]) -> bool:
    """ "A man who locked up himself and a child" is no list of a man and a child."""
    joint = next((token for token in members[-1].doc[members[0].i : members[-1].i] if token.dep_ == "cc"), None)
    return joint is not None and joint.nbor(-1).lower_.endswith(("self", "selves"))


def _is_one_person(members: Sequence[Token]) -> bool:
    """ "A husband and father" is one, "a father and son" two."""
    first, last = members[0], members[-1]
    kin = {first.lemma_.lower(), last.lemma_.lower()}
    if len(members) != 2 or len(kin) < 2 or not kin <= set(phrases("kin", "of_one")):
        return False
    if any(child.dep_ in {"det", "poss", "nummod"} for child in last.children):
        return False
    generations = kin & set(phrases("kin", "parents")) and kin & set(phrases("kin", "children"))
    one_sex = not any(kin & set(phrases("persons", sex)) for sex in ("male",)) or not kin & set(
        phrases("persons", "female")
    )
    return one_sex and not generations


def _part(member: Found, total: Found | None) -> Found:
    """A member of a list as part of its sum; the verb or state is often told for the last member alone."""
    if total is None:
        return replace(member, scope="part") if member.measure is not None and member.scope == "total" else member
    of_total = total.quantity.value
    return replace(member, scope="part", of_total=of_total, measure=total.measure, verb=member.verb or total.verb)


def _key(found: Found) -> int:
    return (found.counted.noun or found.counted.head).i


def _adds_up(found: Found) -> bool:
    persons = found.counted.kinds & classes_with("sums")
    return bool(persons) and found.measure is not None and found.scope == "total" and found.quantity.value > 0


def _root(token: Token) -> Token:
    """The first member of the list a noun stands in."""
    while token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        token = token.head
    return next((sibling for sibling in token.head.lefts if _second_subject(sibling) == token), token)


def _members(root: Token) -> list[Token]:
    return [root, *_conjuncts(root)]


def _conjuncts(token: Token) -> Iterator[Token]:
    joined = [child for child in token.children if child.dep_ == "conj"]
    second = _second_subject(token)
    for child in [*joined, *([second] if second is not None and not joined else [])]:
        yield child
        yield from _conjuncts(child)


def _second_subject(first: Token) -> Token | None:
    """The subject that stands after "and" where the parser gave the verb two: "a nurse and two drivers were killed"."""
    if first.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    other = next((other for other in first.head.lefts if other.i > first.i and other.dep_ == first.dep_), None)
    if other is None or any(child.dep_ == "cc" for child in first.children):
        return other
    goes_on = any(child.dep_ == "conj" for child in other.children) and other.left_edge.nbor(-1).text == ","
    return other if goes_on and other.left_edge.i - 2 == first.i else None  # "a girl, a boy and two women"


def _told_out(members: Sequence[Token], lead: Found, told: Mapping[int, Found]) -> Found | None:
    """The first member, if the others tell it out: "three civilians, two women and a child, were killed"."""
    first, rest = told.get(members[0].i), [_count(member, lead.measure, told) for member in members[1:]]
    wide = members[0].lemma_.lower() in phrases("grammar", "wide") or members[0].like_num
    if first is None or not wide or len(rest) < 2 or None in rest:
        return None
    if first.quantity.value != math.fsum(count[1] for count in rest if count):
        return None
    return replace(first, scope="total", measure=lead.measure, verb=first.verb or lead.verb)


def _sum(members: Sequence[Token], lead: Found, told: Mapping[int, Found]) -> Found | None:
    """The list's sum, if all its members are persons with a number, of one measure; None otherwise."""
    counts = [_count(member, lead.measure, told) for member in members]
    known = [count for count in counts if count is not None]
    if len(known) < len(members) or members[0].dep_ == "appos":
        return None
    start, end = _stretch(members, told)
    if end - start > LONGEST:
        return None
    low, best, high = (math.fsum(count[part] for count in known) for part in range(3))
    bound = "exact" if low == high else "at_least" if math.isinf(high) else "range"
    quantity = replace(lead.quantity, value=best, low=low, high=high, bound=bound)
    return replace(lead, quantity=quantity, of_total=None, start=start, end=end)


def _stretch(members: Sequence[Token], told: Mapping[int, Found]) -> tuple[int, int]:
    first, last = members[0], members[-1]
    start = told[first.i].start if first.i in told else first.left_edge.idx
    return start, last.idx + len(last)


def _count(member: Token, measure: Measure | None, told: Mapping[int, Found]) -> Interval | None:
    """Low, best and high of a member: its number, or one for "her son", "the gunman" and a person's name."""
    if member.i in told:
        found = told[member.i]
        same = found.measure == measure or (found.measure is None and bool(found.counted.kinds & classes_with("sums")))
        sure = same and found.quantity.bound not in {"at_most", "vague"}
        return (found.quantity.low, found.quantity.value, found.quantity.high) if sure else None
    person = bool(kinds_of(member) & classes_with("sums")) and member.lower_ not in phrases("grammar", "invariant")
    if (person and member.tag_ == "NN") or member.ent_type_ == "PERSON":
        return (1.0, 1.0, 1.0)
    return None
