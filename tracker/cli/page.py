"""Where a page goes: into its file or to stdout, and never over what somebody else needs."""

import sys
from collections.abc import Sequence
from pathlib import Path

from tracker import pipeline
from tracker.errors import SettingsError

REPORT = Path("report.html")


def deliver(page: str, output: Path) -> None:
    """Write a page into its file, or to stdout."""
    if is_stdout(output):
        sys.stdout.buffer.write(page.encode())
    else:
        pipeline.write_page(page, output)


def is_stdout(output: Path) -> bool:
    """Is a dash given where a file is named?"""
    return str(output) == "-"


def keep_apart(output: Path, location: str, paths: Sequence[Path]) -> None:
    """A report never overwrites the store, nor an article."""
    taken = {path.resolve() for path in (*paths, Path(location)) if not path.is_dir()}
    if output.resolve() in taken:
        raise SettingsError(f"the report would overwrite {output}", "Name another file with -o")
