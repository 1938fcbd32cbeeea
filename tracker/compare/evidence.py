"""Video, satellite images or a document against a statement."""

from collections.abc import Iterator

from tracker.compare.case import Case, Finding
from tracker.compare.denial import answered, side_of_claim
from tracker.compare.wording import capital, who
from tracker.lexicon import read_lexicon, words
from tracker.model import Claim


def evidence(case: Case) -> Iterator[Finding]:
    """Footage, images or a document that an article sets against what somebody said.

    Only where the article itself says that the record denies the statement; that two things look different to us is no
    finding.
    """
    records = words("accounts", "evidence", "kinds")
    claims = {claim.claim_id: claim for claim in case.claims}
    for record in case.claims:
        if record.source_kind in records and record.stance == "denies" and (stated := answered(record, claims)):
            yield _finding(stated, record)


def _finding(stated: Claim, record: Claim) -> Finding:
    left, right = side_of_claim(stated), side_of_claim(record)
    reason = f"{capital(who([stated]))}: {left.value}; against it the article sets {who([record])}: {right.value}."
    gap = float(read_lexicon("accounts")["gap"]["evidence"])
    return Finding(kind="evidence", relation="conflict", left=left, right=right, reason=reason, gap=gap)
