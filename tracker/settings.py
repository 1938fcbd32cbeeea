"""What the command does not say: where the store lies (TRACKER_STORE), who decides (TRACKER_REVIEWER)."""

import getpass
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


def read_reviewer(given: str = "", *, environ: Mapping[str, str] = os.environ) -> str:
    """Who decides: as given, else TRACKER_REVIEWER, else the name this person is logged in with, if there is one."""
    named = given.strip() or environ.get("TRACKER_REVIEWER", "").strip()
    try:
        return named or getpass.getuser()
    except (OSError, KeyError):  # nobody is logged in, as in a container
        return ""
