"""``tracker watch``: a run whenever articles have come or changed, until it is stopped."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.app import app
from tracker.cli.options import Articles, Beside, EngineName, Fetch, Output, Quiet
from tracker.cli.printing import tell, warn
from tracker.cli.run import run
from tracker.errors import EngineError, StoreError, UnreadableError
from tracker.report import pages_beside
from tracker.settings import read_settings

if TYPE_CHECKING:
    from tracker.read.lookout import Lookout, Sight

Interval = Annotated[
    float | None, typer.Option("--interval", min=1, help="Seconds between two looks at an address. Else 300.")
]

# Seconds between two looks at files: soon enough for a person, and a stat costs next to nothing.
LOOK = 1.0
# After a run that found the store in use, so many seconds until the next try.
AGAIN = 10.0


@app.command()
def watch(
    paths: Articles,
    output: Output = None,
    store: Beside = "",
    fetch: Fetch = False,
    interval: Interval = None,
    engine: EngineName = "",
    quiet: Quiet = False,
) -> None:
    """Run whenever articles have come or changed, and write the report anew; stop it with Ctrl-C.

    Files are read when they are whole: two looks a second apart must find the same. Addresses (with --fetch) are asked
    every --interval seconds.
    """
    from tracker.read.lookout import Lookout, look  # help waits for no reader

    settings = read_settings(reporting=True, store=store, output=output, engine=engine, interval=interval)
    page = Path(settings.output)
    files = [Path(path) for path in paths if not _is_address(str(path))]
    every = settings.interval if len(files) < len(paths) else None
    lookout, asked = Lookout(), float("-inf")
    if not quiet:
        tell(f"watching  {', '.join(map(str, paths))}: stop with Ctrl-C")
    with _stopped_by_a_signal() as end:
        while not end.asked:
            seen = look(files, leave_out=_ours(page, settings.store))
            now = time.monotonic()
            due = every is not None and now - asked >= every
            if lookout.is_due(seen, now) or due:
                asked = now
                _run(paths, page, settings.store, engine, lookout, seen, fetch=fetch, quiet=quiet)
            time.sleep(LOOK)
    raise KeyboardInterrupt


def _run(
    paths: Articles, page: Path, store: str, engine: str, lookout: "Lookout", seen: "Sight", *, fetch: bool, quiet: bool
) -> None:
    """One run; what goes wrong with the input or the store is told, and the watch goes on."""
    try:
        run(paths, output=page, store=store, engine=engine, fetch=fetch, quiet=quiet)
    except typer.Exit:
        pass  # a conflict was found, and --fail-on is set: that ends a run, not the watch
    except UnreadableError as error:
        warn(f"warning: {error}")
    except (StoreError, EngineError) as error:
        warn(f"warning: {error}", f"trying again in {AGAIN:.0f} seconds")
        time.sleep(AGAIN)
        return
    changed = lookout.has_read(seen)
    if not quiet:
        several = "" if changed == 1 else "s"
        tell(f"looked    {datetime.now(tz=UTC):%Y-%m-%d %H:%M:%S} UTC, {changed} file{several} new or changed", "")


def _is_address(path: str) -> bool:
    return path.startswith(("http:", "https:"))


def _ours(page: Path, store: str) -> list[Path]:
    """What a run itself writes: the report and the store with its journals are no news."""
    journals = [Path(f"{store}{ending}") for ending in ("", "-wal", "-shm", "-journal")]
    return [page, page.with_name(f".{page.name}.part"), *pages_beside(page), *journals]


@dataclass(slots=True)
class _End:
    """Whether somebody has asked for the end."""

    asked: bool = False


@contextmanager
def _stopped_by_a_signal() -> Iterator[_End]:
    """Ctrl-C, and the end a service manager asks for (SIGTERM), interrupt whatever is done, and are remembered.

    An interruption that comes while Python tidies up is printed and lost; the watch then ends with the run.
    """
    end = _End()

    def stop(number: int, frame: FrameType | None) -> None:
        end.asked = True
        raise KeyboardInterrupt

    # A script starts what it puts into the background deaf to Ctrl-C, and so it stays.
    heard = [each for each in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(each) != signal.SIG_IGN]
    before = {number: signal.signal(number, stop) for number in heard}
    try:
        yield end
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
