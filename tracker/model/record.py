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


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A figure that a page gave otherwise when it was read again: a silent edit, unless the page says so itself.

    ``before_article`` and ``after_article`` are the two versions of the page at ``url`` (or, where it has none, of the
    file at ``path``), ``noticed`` is when the second was read. ``before_value`` and ``after_value`` are the figures as
    printed; one is empty where the figure came or went. A page that changed in no figure has one row without a
    ``measure``.
    """

    edit_id: str
    url: str = ""
    path: str = ""
    before_article: str
    after_article: str
    noticed: str = ""
    measure: str = ""
    source_name: str = ""
    before_figure: str = ""
    after_figure: str = ""
    before_value: str = ""
    after_value: str = ""
