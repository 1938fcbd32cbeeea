"""The nouns of the sources' part of the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as ``printed``, how many ``times``, and one place where it stands, ``claim_anchor``."""

    printed: str
    times: int
    claim_anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source as resolved.

    ``name`` is what the page calls it, ``mentions`` the names it is printed under and ``more`` how many beyond these;
    ``parties`` whose side it was taken to speak for, ``kinds`` what sort of source it is; ``n_claims``, ``n_outlets``,
    ``n_incidents`` and ``n_conflicts`` how much it says, where, of what, and in how many conflicts.
    """

    name: str
    parties: tuple[str, ...]
    kinds: tuple[str, ...]
    mentions: tuple[Mention, ...]
    more: int
    n_claims: int
    n_outlets: int
    n_incidents: int
    n_conflicts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All sources: ``rows``, and those heard ``once`` of whom there is no more to say."""

    rows: tuple[SourceRow, ...]
    once: tuple[Mention, ...]
