"""The nouns of checking: a text held against a store, and an incident it speaks of."""

from dataclasses import dataclass, field

from tracker.model import Article, Claim, Discrepancy, Incident, Position, Unread
from tracker.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """An incident the text speaks of: as it is stored, None where nothing stored is it; what the text says of it.

    ``known`` are the stored positions on what the text counts, ``found`` the discrepancies the text has a part in,
    the conflicts first.
    """

    incident: Incident | None
    claims: tuple[Claim, ...]
    known: tuple[Position, ...] = ()
    found: tuple[Discrepancy, ...] = ()

    @property
    def conflicts(self) -> tuple[Discrepancy, ...]:
        """The discrepancies that raise an alarm."""
        return tuple(each for each in self.found if each.relation == "conflict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A text held against a store: its articles, what could not be used, the stored articles that are the same text,
    the incidents it speaks of, and every row behind these, for quoting.
    """

    articles: tuple[Article, ...]
    unread: tuple[Unread, ...] = ()
    same: tuple[Article, ...] = ()
    met: tuple[Met, ...] = ()
    tables: Tables = field(default_factory=Tables)
