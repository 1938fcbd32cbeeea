"""The folder that a cluster's workers and the run share: where the parts of its work lie while it lasts."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.engine.dask import SETTING as SCHEDULER
from tracker.errors import SettingsError

SETTING = "TRACKER_PARTS"


def use_cluster(*, scheduler: str = "", parts: str = "") -> None:
    """Take a scheduler's address and a folder for the parts for the whole run; what is not named is not used."""
    for name, value in ((SCHEDULER, scheduler), (SETTING, parts)):
        os.environ.pop(name, None)
        if value:
            os.environ[name] = value


@contextmanager
def shared_folder(engine: str) -> Iterator[Path | None]:
    """An empty folder for the parts of a run, which is gone afterwards; None for an engine of this machine alone.

    It is made in the folder that ``TRACKER_PARTS`` names (``tracker run --parts``); without one, where an address is
    given, in the folder the command is given in, as that is shared more often than the one for temporary files.
    Raises SettingsError where it cannot be made.
    """
    named = os.environ.get(SETTING, "")
    if engine in ("local", "pool") or not (named or engine == "dask"):
        yield None
        return
    home = named or ("." if os.environ.get(SCHEDULER) else None)
    try:
        folder = TemporaryDirectory(prefix="tracker-parts-", dir=home)
    except OSError as error:
        raise SettingsError(
            f"no folder can be made in {home}: {error.strerror}", "Name another with --parts"
        ) from error
    with folder as made:
        yield Path(made).absolute()
