"""The command: one subcommand a verb, one file a subcommand.

A new subcommand is a file here that decorates its function with ``app.command``, imported below.
"""

import traceback
from collections.abc import Sequence

from tracker.cli import (  # noqa: F401
    backup,
    check,
    decide,
    diff,
    doctor,
    explain,
    export,
    plugins,
    read,
    report,
    review,
    run,
    settings,
    steps,
    watch,
)
from tracker.cli.app import DONE, FOUND, INTERNAL, STOPPED, UNREADABLE, USAGE, app
from tracker.cli.printing import accept_any_character, warn
from tracker.engine.cycles import look_rarely
from tracker.errors import SettingsError, TrackerError
from tracker.lexicon.desk_files import as_before

__all__ = ["DONE", "FOUND", "INTERNAL", "STOPPED", "UNREADABLE", "USAGE", "app", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code."""
    accept_any_character()
    look_rarely()
    try:
        with as_before():
            app(args=arguments, prog_name="tracker")
    except SystemExit as done:
        return int(done.code or DONE)
    except TrackerError as error:
        warn(f"error: {error}")
        return USAGE if isinstance(error, SettingsError) else UNREADABLE
    except KeyboardInterrupt:
        return STOPPED
    except Exception:
        traceback.print_exc()
        warn("error: this is a bug in the tracker, please report it with the lines above")
        return INTERNAL
    return DONE
