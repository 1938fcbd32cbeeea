"""What one source asserts and another denies."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tracker.compare.case import ASSERTING, Case, Finding, Side, Statement, Telling, speaker
from tracker.compare.counted import kinship, read_counted
from tracker.compare.measures import measure_of
from tracker.compare.sides import camp_key, side_of_tellings
from tracker.compare.voices import side_of_statements
from tracker.compare.wording import capital, quoted, shortened, who
from tracker.lexicon import read_lexicon, words
from tracker.model import Claim


def denial(case: Case) -> Iterator[Finding]:
    """A source denies what another source asserts: the claim it answers, an account that others give, or their figure.

    Silence is no denial, and a denial that nothing here asserts is none either. A denial inside an article that
    confirms stays its speaker's. What a side both asserts and denies is left alone.
    """
    yield from _denied_accounts(case)
    yield from _denied_figures(case)
    yield from _denied_claims(case)


def answered(claim: Claim, claims: Mapping[str, Claim]) -> Claim | None:
    """The assertion that a denial answers, where somebody of another side made it."""
    found = claims.get(claim.answers)
    if found is None or found.stance not in ASSERTING or camp_key(found) == camp_key(claim):
        return None
    return found


def refuses(case: Case, claim: Claim) -> bool:
    """Is it a court's or an office's refusal, which denies nobody's words: "the judge denied bail"?"""
    article = case.articles.get(claim.article_id)
    begin = min(place for place in (claim.source_start, claim.cue_start, claim.start) if place >= 0)
    line = article.text[begin : claim.end] if article else ""
    said = set(re.findall(r"[a-z]+", f"{claim.text} {claim.source} {line}".casefold()))
    return bool(said & (words("accounts", "refusals", "things") | words("accounts", "refusals", "by")))


def _denied_accounts(case: Case) -> Iterator[Finding]:
    """One row a denying side, whatever it denies."""
    pairs: dict[str, tuple[dict[str, Telling], dict[str, Telling]]] = defaultdict(lambda: ({}, {}))
    for (slot, value), told in _by_matter(case.tellings).items():
        for key, denied in _deniers(told).items():
            asserted = [telling for telling in told if not telling.denied]
            if asserted and all(camp_key(telling.claim) != key for telling in asserted):
                left, right = pairs[key]
                left.update({f"{slot}|{value}|{telling.claim.claim_id}": telling for telling in asserted})
                right.update({f"{slot}|{value}|{telling.claim.claim_id}": telling for telling in denied})
    for key in sorted(pairs):
        yield _of_accounts(key, *(list(tellings.values()) for tellings in pairs[key]))


def _by_matter(tellings: Sequence[Telling]) -> dict[tuple[str, str], list[Telling]]:
    found: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        found[telling.account.slot, telling.account.value.casefold()].append(telling)
    return dict(sorted(found.items()))


def _deniers(tellings: Sequence[Telling]) -> dict[str, list[Telling]]:
    """Who denies, by side. Footage and documents are a rule of their own; an outlet's doubt is nobody's denial."""
    records = words("accounts", "evidence", "kinds")
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.denied and telling.claim.source_kind not in records | {"narrator"}:
            found[camp_key(telling.claim)].append(telling)
    return found


def _of_accounts(key: str, asserted: Sequence[Telling], denied: Sequence[Telling]) -> Finding:
    account = asserted[0].account
    matter = f"{account.slot}|{account.value.casefold()}"
    left = side_of_tellings(asserted, account.value, f"asserted|{matter}")
    right = side_of_tellings(denied, f"not {account.value}", f"{key}|{matter}")
    return _finding(left, right, about=read_lexicon("accounts")["slots"].get(account.slot, account.slot))


def _denied_figures(case: Case) -> Iterator[Finding]:
    for refused in case.statements:
        if (
            refused.claim.stance == "denies"
            and not refuses(case, refused.claim)
            and (holders := _holders(case, refused))
        ):
            left, right = side_of_statements(holders), side_of_statements([refused])
            yield _finding(left, right, about=refused.figure.measure, measure=refused.figure.measure)


def _holders(case: Case, refused: Statement) -> list[Statement]:
    """Statements of other sides that give just the figure denied, of the same people or things."""
    figure, measure = refused.figure, measure_of(refused.figure.measure)
    counted = read_counted(figure, measure)
    return [
        told
        for held in case.holdings
        if held.measure == measure and kinship(held.counted, counted, measure) == "same"
        for told in held.standing
        if (told.figure.low, told.figure.high) == (figure.low, figure.high)
        and camp_key(told.claim) != camp_key(refused.claim)
    ]


def _denied_claims(case: Case) -> Iterator[Finding]:
    claims = {claim.claim_id: claim for claim in case.claims}
    records = words("accounts", "evidence", "kinds")
    for claim in case.claims:
        by_someone = claim.stance == "denies" and claim.source_kind not in records | {"narrator"}
        if by_someone and not refuses(case, claim) and (asserted := answered(claim, claims)):
            yield _finding(side_of_claim(asserted), side_of_claim(claim), about="a denial")


def side_of_claim(claim: Claim) -> Side:
    """One side made of a single claim, its words for a value."""
    return Side(claims=(claim,), value=quoted(shortened(claim.text)), key=f"{speaker(claim)}|{claim.claim_id}")


def _finding(left: Side, right: Side, *, about: str, measure: str = "") -> Finding:
    reason = f"{capital(about)}: {who(left.claims)} said {left.value}, {who(right.claims)} denied it."
    gap = float(read_lexicon("accounts")["gap"]["denial"])
    return Finding(kind="denial", relation="conflict", measure=measure, left=left, right=right, reason=reason, gap=gap)
