"""What stands in the place of a result that an engine could not get."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A record whose worker died, took too long or wanted too much: why, in words that follow the record's name."""

    reason: str


def died(code: int | None) -> Lost:
    """A record whose worker ended by itself, with an exit code (minus the signal's number where one ended it)."""
    return Lost(reason=f"its worker process ended by itself (exit code {code})")


def too_slow(seconds: float) -> Lost:
    """A record that took longer than it may."""
    return Lost(reason=f"it took longer than {seconds:g} seconds")


def too_large(memory: int) -> Lost:
    """A record that wants more bytes than a worker may take."""
    return Lost(reason=f"it needs more than {memory / (1 << 30):g} GB of memory")
