"""An article against itself: its headline or a caption gives a number that its body rules out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tracker.compare.case import Case, Finding, Holding, Statement, speaker
from tracker.compare.counted import kinship
from tracker.compare.parts import attacker_explains
from tracker.compare.places import placing
from tracker.compare.positions import place_of, window_of
from tracker.compare.times import window_gap
from tracker.compare.voices import side_of_statements
from tracker.compare.wording import capital, quoted, who


def internal(case: Case) -> Iterator[Finding]:
    """A headline or caption whose number no sentence of the body allows, though one voice speaks of one count in both.

    Captions come from picture agencies, headlines from another desk, and both outlive the body's last update. A vaguer
    headline ("dozens" above 43) is no conflict.
    """
    for held in case.holdings:
        if kinship(held.counted, held.counted, held.measure) == "same":
            for told in _by_article(held).values():
                yield from _against_body(held, told)


def _by_article(held: Holding) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for told in held.statements:
        found[told.claim.article_id].append(told)
    return found


def _against_body(held: Holding, told: Sequence[Statement]) -> Iterator[Finding]:
    body = [statement for statement in told if statement.claim.zone == "body"]
    for zone in ("headline", "caption"):
        above = [statement for statement in told if statement.claim.zone == zone]
        strays = [stray for stray in above if body and all(_rules_out(sentence, stray) for sentence in body)]
        if strays:
            yield _finding(held, zone, strays, body)


def _rules_out(sentence: Statement, stray: Statement) -> bool:
    """The two intervals are disjoint, and nothing says that they are of different places or days."""
    one, other = sentence.figure, stray.figure
    if max(one.low, other.low) <= min(one.high, other.high) or speaker(sentence.claim) != speaker(stray.claim):
        return False
    if other.of_total == one.best or _attacker_explains(*sorted((sentence, stray), key=lambda told: told.figure.best)):
        return False
    same_place = placing(place_of(sentence), place_of(stray)) == "same"
    return same_place and not window_gap(window_of(sentence), window_of(stray))


def _attacker_explains(lesser: Statement, greater: Statement) -> bool:
    missing = greater.figure.best - lesser.figure.best
    return attacker_explains(missing, [lesser.claim.text], [greater.claim.text])


def _finding(held: Holding, zone: str, strays: Sequence[Statement], body: Sequence[Statement]) -> Finding:
    left, right = side_of_statements(strays), side_of_statements(body)
    lesser, greater = sorted((strays[0].figure.best, body[0].figure.best))
    reason = (
        f"{capital(held.measure.phrase)}: {who(left.claims)} gives {quoted(left.value)} in a {zone} and "
        f"{quoted(right.value)} in the body of the same article; no number fits both."
    )
    return Finding(
        kind="internal",
        relation="conflict",
        measure=held.measure.name,
        left=left,
        right=right,
        reason=reason,
        gap=(greater - lesser) / greater,
    )
