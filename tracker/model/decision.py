"""What people say of it: the one noun that no verb makes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person at the desk said, when and why. Never changed and never erased: a later one takes its place.

    ``kind`` is one of ``decisions.KINDS``, ``subjects`` what it is about (ids; for a party the name of the source),
    ``value`` the answer where the kind does not say it. ``supersedes`` are the decisions the person saw and replaced;
    ``evidence`` is one hash for each statement the person was shown, so that what came or went since can be told.
    """

    decision_id: str
    kind: str
    subjects: tuple[str, ...] = ()
    value: str = ""
    reason: str = ""
    reviewer: str = ""
    decided_at: str = ""
    supersedes: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
