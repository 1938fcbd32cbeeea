"""The nouns of a report in several files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file of the report beside its first: its ``name``, the ``heading`` that says what it holds, of which ``kind``
    (incidents, articles, sources), and how many conflicts stand on it, ``n_conflicts``.
    """

    name: str
    heading: str
    kind: str
    n_conflicts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """A file of the report, ready to be written: its ``name`` and its ``html``."""

    name: str
    html: str
