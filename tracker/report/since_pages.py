"""The nouns of the page's first section: what has become of things since the last run."""

from dataclasses import dataclass

from tracker.report.pages import When


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceRow:
    """One row that was altered: ``what`` (new, changed, gone, re-opened), its ``words``, what ``moved`` in it, the
    ``incident`` it is of (empty where the words name it), ``anchor`` where it stands on the page, if it does.
    """

    what: str
    words: str
    moved: tuple[str, ...]
    incident: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceGroup:
    """The altered rows of one sort: its ``heading``, how many are ``counted`` ("2 new, 1 gone"), the first ``rows``,
    and how many ``more`` there are.
    """

    heading: str
    counted: str
    rows: tuple[SinceRow, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What became of things since the run ``before``, begun at that ``time`` of its day (UTC); by ``groups``.

    ``compared`` pairs without a conflict came, changed or went beside them.
    """

    before: When
    time: str
    groups: tuple[SinceGroup, ...]
    compared: int
