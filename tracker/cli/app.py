"""The application: what ``tracker --help`` says, and the exit codes a script can rely on.

Exit codes: 0 done · 1 found what --fail-on asked for · 2 usage · 3 an input, or the store, could not be used ·
4 a bug · 130 stopped by Ctrl-C. What was found goes to stdout; progress, warnings and errors go to stderr.
"""

import typer
from typer.core import TyperGroup

from tracker.cli.options import Version
from tracker.cli.printing import tell

DONE, FOUND, USAGE, UNREADABLE, INTERNAL, STOPPED = 0, 1, 2, 3, 4, 130

HELP = """Finds where news articles contradict each other: who said what about one incident, and where that conflicts.

\b
  tracker run articles/ -o report.html         read, compare, write the report
  tracker run articles/ --fail-on conflict     exit code 1 when there is one
  tracker export tables/ --store report.db     the tables behind the report

"run" does everything. The steps can also be taken one at a time, on a store: read, extract, group, compare, report.

\b
Exit codes
  0  done (inputs that could not be read are listed as warnings)
  1  a conflict was found, and --fail-on conflict given
  2  the command makes no sense as given
  3  nothing could be read; with --strict, something could not; or the store cannot be used
  4  a bug
"""

# The order in which --help tells them: the order of the work.
VERBS = (
    *("run", "read", "extract", "explain", "group", "compare", "report"),
    *("check", "watch", "runs", "diff", "review", "decide", "export"),
    *("settings", "plugins", "doctor", "backup", "restore"),
)


class InOrder(TyperGroup):
    """The verbs in the order of the work; those that are not named there come last."""

    def list_commands(self, ctx: object) -> list[str]:
        """The names of the verbs."""
        return sorted(self.commands, key=lambda name: VERBS.index(name) if name in VERBS else len(VERBS))


app = typer.Typer(
    cls=InOrder,
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def begin(version: Version = False) -> None:
    """Answer what needs no verb."""
    if version:
        from tracker import __version__

        tell(f"tracker {__version__}")
        raise typer.Exit
