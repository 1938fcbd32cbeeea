"""An article against itself: its headline or a caption gives a number that its body rules out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tracker.compare.attackers import attacker_explains
from tracker.compare.case import Case, Finding, Holding, Statement, speaker
from tracker.compare.casualties import dead_explain, died_since
from tracker.compare.counted import kinship
from tracker.compare.measures import measure_of
from tracker.compare.parts import piece_explains
from tracker.compare.places import placing
from tracker.compare.positions import place_of, window_of
from tracker.compare.scope import is_of_one_among_several, is_of_several
from tracker.compare.telling import counts_besides, noun_of, tells_of_some
from tracker.compare.times import window_gap
from tracker.compare.voices import side_of_statements
from tracker.compare.wording import capital, quoted, who


def internal(case: Case) -> Iterator[Finding]:
    """A headline or caption whose number no sentence of the body allows, though one voice speaks of one count in both.

    Captions come from picture agencies, headlines from another desk, and both outlive the body's last update. A vaguer
    headline ("dozens" above 43) is no conflict.
    """
    for told in _by_article(case).values():
        yield from _against_body(told)


def _by_article(case: Case) -> dict[tuple[str, str, str], list[Statement]]:
    """What one voice counts of one measure in one article, parts left out."""
    found: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for held in case.holdings:
        for told in held.statements:
            if _is_whole(held, told):
                found[told.claim.article_id, speaker(told.claim), held.measure.name].append(told)
    return found


def _is_whole(held: Holding, told: Statement) -> bool:
    """A whole count: of all, or of all of a kind ("six children" of eight dead)."""
    of_a_kind = held.counted.kind != "people" and told.figure.scope == "total" and not tells_of_some(told)
    return held.position.scope == "total" or of_a_kind


def _against_body(told: Sequence[Statement]) -> Iterator[Finding]:
    body = [statement for statement in told if statement.claim.zone == "body"]
    for zone in ("headline", "caption"):
        above = [statement for statement in told if statement.claim.zone == zone]
        for alike in _of_one_count(above):
            against = [sentence for sentence in body if _one_count(sentence, alike[0])]
            strays = [stray for stray in alike if against and all(_rules_out(sentence, stray) for sentence in against)]
            if strays:
                yield _finding(zone, strays, against)


def _of_one_count(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements in groups of what they count."""
    groups: list[list[Statement]] = []
    for told in statements:
        group = next((group for group in groups if _one_count(group[0], told)), None)
        if group is None:
            groups.append([told])
        else:
            group.append(told)
    return groups


def _one_count(one: Statement, other: Statement) -> bool:
    """Two statements count the same people or things."""
    measure = measure_of(one.figure.measure)
    return kinship(noun_of(one), noun_of(other), measure) == "same"


def _rules_out(sentence: Statement, stray: Statement) -> bool:
    """The two intervals are disjoint, and nothing says that they are of different places or days."""
    one, other = sentence.figure, stray.figure
    if max(one.low, other.low) <= min(one.high, other.high) or other.of_total == one.best:
        return False
    lesser, greater = sorted((sentence, stray), key=lambda told: told.figure.best)
    if _attacker_explains(lesser, greater) or _dead_explain(lesser, greater):
        return False
    if counts_besides(lesser) != counts_besides(greater) or _pieces_explain(lesser, greater):
        return False
    if is_of_one_among_several(lesser) or is_of_several(lesser) != is_of_several(greater):
        return False
    return _of_one_place(lesser, greater) and not window_gap(window_of(sentence), window_of(stray))


def _of_one_place(lesser: Statement, greater: Statement) -> bool:
    """The same place; or the lesser number is of the wider one, which no count of both allows."""
    return placing(place_of(lesser), place_of(greater)) in ("same", "around")


def _attacker_explains(lesser: Statement, greater: Statement) -> bool:
    missing = greater.figure.best - lesser.figure.best
    return attacker_explains(missing, [lesser.claim.text], [greater.claim.text])


def _dead_explain(lesser: Statement, greater: Statement) -> bool:
    measure = measure_of(lesser.figure.measure)
    missing = greater.figure.best - lesser.figure.best
    return dead_explain(missing, measure, (lesser, greater)) or died_since(measure, [lesser], [greater])


def _pieces_explain(lesser: Statement, greater: Statement) -> bool:
    return piece_explains(greater.figure.best - lesser.figure.best, (lesser, greater))


def _finding(zone: str, strays: Sequence[Statement], body: Sequence[Statement]) -> Finding:
    left, right = side_of_statements(strays), side_of_statements(body)
    lesser, greater = sorted((strays[0].figure.best, body[0].figure.best))
    measure = measure_of(strays[0].figure.measure)
    reason = (
        f"{capital(measure.phrase)}: {who(left.claims)} gives {quoted(left.value)} in a {zone} and "
        f"{quoted(right.value)} in the body of the same article; no number fits both."
    )
    return Finding(
        kind="internal",
        relation="conflict",
        measure=measure.name,
        left=left,
        right=right,
        reason=reason,
        gap=(greater - lesser) / greater,
    )
