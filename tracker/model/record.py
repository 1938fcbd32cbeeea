"""What the store writes down of the work itself: when it ran, and what each run altered. Added to, never replaced."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: when, with which version, settings and inputs, and how much there was in the end.

    ``started`` and ``ended`` are moments (ISO 8601, UTC); a run that was stopped has no ``ended``. ``settings``,
    ``inputs`` and ``counts`` are JSON objects: option and value, what was named and how much was read of it, table
    and number of rows.
    """

    run_id: str
    started: str
    ended: str = ""
    version: str = ""
    settings: str = ""
    inputs: str = ""
    counts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """One row that a run made, changed or took away, as it stood before the run and as it stood after.

    ``table``: incidents, discrepancies or figures; ``row_id`` the row's key in it; ``what``: new, changed or gone.
    ``before`` and ``after`` are the row as a JSON object without its empty cells; empty where there was no row.
    """

    alteration_id: str
    run_id: str
    table: str
    row_id: str
    what: str
    before: str = ""
    after: str = ""
