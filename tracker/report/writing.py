"""The files of a report on the disk: numbered pages beside the first, and never over what is no page of ours."""

from collections.abc import Iterable
from glob import escape
from pathlib import Path

from tracker.errors import SettingsError
from tracker.report.part_pages import ReportFile

# What every page says of itself at its head (templates/base.html.j2), within so many bytes.
MARK = b'<meta name="generator" content="Discrepancy tracker">'
HEAD = 2048


def write_files(files: Iterable[ReportFile], output: Path) -> list[Path]:
    """Write the files of a report, the first as ``output`` and the others beside it; where they are.

    Raises SettingsError rather than write over a file beside it that is no page of a report.
    """
    written: list[Path] = []
    for each in files:
        path = output.with_name(each.name)
        if path.name != output.name and path.exists() and not is_report(path):
            raise SettingsError(f"{path} is no page of a report, and would be overwritten", "Name another file with -o")
        replace_file(path, each.html)
        written.append(path)
        del each  # the next is made before the loop would let go of it
    return written


def replace_file(path: Path, content: str) -> None:
    """Put a text into a file at once: whoever reads it sees the old one or the new, and a stop leaves the old."""
    target = path.resolve()
    part = target.with_name(f".{target.name}.part")
    if target.exists() and not target.is_file():  # a pipe, or a device: it is written to, not replaced
        part = target
    try:
        part.write_text(content, encoding="utf-8", newline="\n")
        part.replace(target)
    finally:
        if part != target:
            part.unlink(missing_ok=True)


def pages_beside(output: Path) -> list[Path]:
    """The numbered pages of an earlier report of this name: no articles, though they may stand among them."""
    found = output.parent.glob(f"{escape(output.stem)}-*{escape(output.suffix)}") if output.parent.is_dir() else ()
    return sorted(path for path in found if is_report(path))


def is_report(path: Path) -> bool:
    """Is a file a page that we wrote?"""
    try:
        with path.open("rb") as file:
            return MARK in file.read(HEAD)
    except OSError:
        return False
