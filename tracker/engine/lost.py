"""What stands in the place of a result that an engine could not get."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A record whose worker died or took too long: why, in words that follow the record's name."""

    reason: str
