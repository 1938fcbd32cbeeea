"""Where the store of a run lies, when the command does not say: an option counts first, then TRACKER_STORE."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# In the folder the command is given in, for verbs that make no report.
STORE = "tracker.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for one run."""

    store: str = STORE


def read_settings(*, store: str = "", report: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of a run. Without any word on it, its store lies beside its report: report.html, report.db."""
    beside = str(report.with_suffix(".db")) if report else STORE
    return Settings(store=store or environ.get("TRACKER_STORE", "") or beside)
