"""Where a page goes: into its file or to stdout, and never over what somebody else needs."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import pipeline
from tracker.errors import SettingsError
from tracker.sharing import Sharing, alone

if TYPE_CHECKING:
    from tracker.difference import Difference
    from tracker.tables import Tables


def deliver(
    tables: "Tables",
    output: Path,
    *,
    split: bool | None = None,
    since: "Difference | None" = None,
    share: Sharing = alone,
) -> str:
    """Write the report into its file and those beside it, or to stdout; where it went."""
    if is_stdout(output):
        sys.stdout.buffer.write(pipeline.report(tables, share=share).encode())
        return str(output)
    files = pipeline.write_report(tables, output, split=split, since=since, share=share)
    return f"{output}, and {len(files) - 1} pages beside it" if len(files) > 1 else str(output)


def is_stdout(output: Path) -> bool:
    """Is a dash given where a file is named?"""
    return str(output) == "-"


def keep_apart(output: Path, location: str, paths: Sequence[str]) -> None:
    """A report never overwrites the store, nor an article."""
    taken = {os.path.realpath(path) for path in (*map(Path, paths), Path(location)) if not path.is_dir()}
    if os.path.realpath(output) in taken:
        raise SettingsError(f"the report would overwrite {output}", "Name another file with -o")
