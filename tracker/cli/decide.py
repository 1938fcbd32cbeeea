"""``tracker decide``: what people say of a run, kept in its store and heeded by every later one."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import pipeline
from tracker.cli.app import app
from tracker.cli.options import Location
from tracker.cli.printing import tell
from tracker.cli.steps import open_store
from tracker.settings import read_reviewer, read_settings

if TYPE_CHECKING:
    from tracker.model import Decision
    from tracker.review import Reviewer

HELP = """Say what is so: confirm or dismiss a conflict, join or part incidents, correct a party, reject a claim.

\b
  tracker decide list                                  the conflicts and how they stand
  tracker decide dismiss dis-… --reason "older count"
  tracker decide undo --by ana --since 2024-03-15
  tracker decide export decisions.jsonl                to share; "import" takes another desk's in

Nothing is ever erased: a later decision takes an earlier one's place, and undo brings it back. Incidents, parties and
rejected claims are heeded from the next "tracker group" or "tracker run" on.
"""

# A group of its own, as git's: each word is a thing to say.
desk = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
app.add_typer(desk, name="decide")

Conflict = Annotated[str, typer.Argument(metavar="DISCREPANCY", help="Its id, as the report and the list give it.")]
Claims = Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Ids of two claims or more.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, in a sentence others will read.")]
By = Annotated[str, typer.Option("--reviewer", help="Who decides. Else TRACKER_REVIEWER, or your login.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="Lines of JSON; - is the terminal.")]


@desk.command("list")
def list_decisions(store: Location = "") -> None:
    """List the conflicts, undecided first, and the decisions that hold."""
    from tracker import summary
    from tracker.review import queue_of

    with open_store(read_settings(store=store).store) as kept:
        tables = pipeline.load(pipeline.REPORT, kept)
    queue = queue_of(tables)
    tell(*map(summary.standing, (*queue.waiting, *queue.decided)))
    tell(*summary.decided(tables))


@desk.command()
def confirm(conflict: Conflict, reason: Reason = "", reviewer: By = "", store: Location = "") -> None:
    """Say that the two sides do conflict."""
    _say(store, reviewer, lambda person: person.judge("confirm", conflict, reason=reason))


@desk.command()
def dismiss(conflict: Conflict, reason: Reason = "", reviewer: By = "", store: Location = "") -> None:
    """Say that it is no conflict, and why."""
    _say(store, reviewer, lambda person: person.judge("dismiss", conflict, reason=reason))


@desk.command()
def resolve(
    conflict: Conflict,
    reason: Reason = "",
    value: Annotated[str, typer.Option("--value", help="What was found, such as the number.")] = "",
    reviewer: By = "",
    store: Location = "",
) -> None:
    """Say that a conflict has been cleared up, and how."""
    _say(store, reviewer, lambda person: person.judge("resolve", conflict, reason=reason, value=value))


@desk.command()
def same(claims: Claims, reason: Reason = "", reviewer: By = "", store: Location = "") -> None:
    """Say that claims speak of one incident."""
    _say(store, reviewer, lambda person: person.pair("same_incident", claims, reason=reason))


@desk.command()
def different(claims: Claims, reason: Reason = "", reviewer: By = "", store: Location = "") -> None:
    """Say that claims speak of different incidents."""
    _say(store, reviewer, lambda person: person.pair("different_incident", claims, reason=reason))


@desk.command()
def party(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A source's name, as the report gives it.")],
    speaks_for: Annotated[str, typer.Argument(metavar="PARTY", help="Whose side it speaks for.")],
    reason: Reason = "",
    reviewer: By = "",
    store: Location = "",
) -> None:
    """Correct which party a source speaks for."""
    _say(store, reviewer, lambda person: person.correct_party(source, speaks_for, reason=reason))


@desk.command()
def reject(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim.")],
    reason: Reason = "",
    reviewer: By = "",
    store: Location = "",
) -> None:
    """Say that a stretch of text is no claim; it takes no part in comparing."""
    _say(store, reviewer, lambda person: person.reject(claim, reason=reason))


@desk.command()
def undo(
    decisions: Annotated[list[str] | None, typer.Argument(metavar="[DECISION...]", help="Ids of decisions.")] = None,
    by: Annotated[str, typer.Option("--by", help="All that this reviewer said.")] = "",
    since: Annotated[str, typer.Option("--since", help="All said since then: 2024-03-15T10:00.")] = "",
    reason: Reason = "",
    reviewer: By = "",
    store: Location = "",
) -> None:
    """Take decisions back; an undo can be taken back too."""
    from tracker.review import undo_of

    def say(person: "Reviewer") -> "Decision":
        found = undo_of(person.tables.decisions, ids=decisions or (), by=by, since=since)
        return person.undo(found, reason=reason)

    _say(store, reviewer, say)


@desk.command("import")
def import_file(file: File, store: Location = "") -> None:
    """Take another desk's decisions in; those already there stay as they are."""
    from tracker.review import read_decisions
    from tracker.review.exchange import read_file

    found = (
        read_decisions(typer.get_text_stream("stdin").read(), name="stdin") if _is_terminal(file) else read_file(file)
    )
    with open_store(read_settings(store=store).store) as kept:
        new = kept.append("decisions", found)
    tell(f"imported  {new} of {len(found)} decisions; the others were there already")


@desk.command("export")
def export_file(file: File, store: Location = "") -> None:
    """Write all decisions to a file that desks can merge; from a store of an older version too."""
    from tracker.review import write_decisions
    from tracker.store import kept_decisions

    text = write_decisions(kept_decisions(read_settings(store=store).store))
    if _is_terminal(file):
        typer.get_binary_stream("stdout").write(text.encode())
    else:
        pipeline.write_page(text, file)


def _say(store: str, reviewer: str, say: "Callable[[Reviewer], Decision]") -> None:
    """Make a decision in front of the tables, and keep it."""
    from tracker.review import Reviewer

    with open_store(read_settings(store=store).store) as kept:
        tables = pipeline.load(pipeline.REPORT, kept)
        made = say(Reviewer(name=read_reviewer(reviewer, store=store), tables=tables))
        kept.append("decisions", [made])
    tell(*_receipt(made, tables.decisions))


def _receipt(made: "Decision", earlier: "Iterable[Decision]") -> Iterable[str]:
    from tracker import summary

    yield summary.decision(made)
    replaced = [each for each in earlier if each.decision_id in made.supersedes]
    yield from (f"  instead of {summary.decision(each)}" for each in replaced)


def _is_terminal(file: Path) -> bool:
    return str(file) == "-"
