"""One decision: what kinds there are, what each is about, and the id that follows from what it says."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from tracker.errors import SettingsError, TableError
from tracker.model import Decision, content_id

# What a person may say, and what it means; the words are shown by the command and the desk.
KINDS = {
    "confirm": "the two sides of a discrepancy do conflict",
    "dismiss": "a discrepancy is no conflict",
    "resolve": "a conflict has been cleared up",
    "same_incident": "claims speak of one incident",
    "different_incident": "claims speak of different incidents",
    "correct_party": "a source speaks for this party",
    "reject_claim": "a stretch of text is no claim, or was cut wrongly",
    "undo": "an earlier decision is taken back",
}

# The kinds that are about a discrepancy, and the state each gives it.
JUDGEMENTS = {"confirm": "confirmed", "dismiss": "dismissed", "resolve": "resolved"}

# So many subjects a kind needs at least; the others are about one thing.
PAIRS = ("same_incident", "different_incident")


def decide(
    kind: str,
    subjects: Iterable[str],
    *,
    value: str = "",
    reason: str = "",
    reviewer: str = "",
    decided_at: str = "",
    supersedes: Iterable[str] = (),
    evidence: Iterable[str] = (),
) -> Decision:
    """A decision, made now unless ``decided_at`` (a moment in ISO 8601) says when.

    Raises SettingsError where the kind is not known, or its subjects or its value are missing.
    """
    given = Decision(
        decision_id="",
        kind=kind,
        subjects=tuple(map(_fit, subjects)),
        value=_fit(value),
        reason=_fit(reason),
        reviewer=_fit(reviewer),
        decided_at=_moment(decided_at) if decided_at else now(),
        supersedes=tuple(supersedes),
        evidence=tuple(evidence),
    )
    trouble = _trouble(given)
    if trouble:
        raise SettingsError(trouble, f"The kinds of decisions are {', '.join(KINDS)}")
    return _identified(given)


def checked(decision: Decision) -> Decision:
    """A decision from elsewhere, if it is whole: an id it brings must follow from what it says.

    Raises TableError where it does not, or where the kind is not known: a record of what people said must not be
    changed by hand.
    """
    trouble = _trouble(decision)
    if trouble:
        raise TableError(f"the decision {decision.decision_id or 'without an id'} cannot be used: {trouble}")
    try:
        whole = _identified(replace(decision, decided_at=_moment(decision.decided_at)))
    except SettingsError as error:
        raise TableError(f"the decision {decision.decision_id} cannot be used: {error.reason}") from error
    if decision.decision_id not in ("", whole.decision_id):
        raise TableError(
            f"the decision {decision.decision_id} is not what its id says: it was changed after it was made",
            "Take it from the desk that made it, or remove its decision_id to make it a decision of its own",
        )
    return whole


def now() -> str:
    """This moment in UTC, to the millisecond: as it sorts, so it was."""
    return _written(datetime.now(UTC))


def party_key(source_name: str) -> str:
    """The same source however its name is spaced or cased; a ";" would end it in a joined cell."""
    return " ".join(source_name.replace(";", ",").casefold().split())


def _fit(text: str) -> str:
    """Without what no database or file can hold: half a character, or NUL."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "").strip()


def _moment(text: str) -> str:
    try:
        when = datetime.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f"{text!r} is no moment", "Write it as 2024-03-15 or 2024-03-15T10:00:00Z") from error
    return _written(when.replace(tzinfo=when.tzinfo or UTC).astimezone(UTC))


def _written(when: datetime) -> str:
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _trouble(decision: Decision) -> str:
    """Why a decision makes no sense; empty if it does."""
    subjects = set(filter(None, decision.subjects))
    if decision.kind not in KINDS:
        return f"there is no kind of decision {decision.kind!r}"
    if len(subjects) < (2 if decision.kind in PAIRS else 1):
        return f"{decision.kind} needs {'two claims' if decision.kind in PAIRS else 'to say what it is about'}"
    if len(subjects) > 1 and decision.kind not in (*PAIRS, "undo"):
        return f"{decision.kind} is about one thing, not {len(subjects)}"
    if decision.kind == "correct_party" and not decision.value:
        return "correct_party needs a party as its value"
    return ""


def _identified(decision: Decision) -> Decision:
    """With its subjects in one order, so that it does not matter which of two was named first, and its id."""
    named = (each.replace(";", ",").strip() for each in decision.subjects)
    clean = replace(
        decision,
        subjects=tuple(sorted(set(filter(None, named)))),
        supersedes=tuple(sorted(set(decision.supersedes))),
        evidence=tuple(sorted(set(decision.evidence))),
    )
    said = (clean.kind, clean.value, clean.reason, clean.reviewer, clean.decided_at)
    lists = (clean.subjects, clean.supersedes, clean.evidence)
    return replace(clean, decision_id=content_id("dec", *said, *("\x1e".join(each) for each in lists)))
