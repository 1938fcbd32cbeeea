"""``tracker check``: a text held against what is stored."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import pipeline, summary
from tracker.cli.app import FOUND, app
from tracker.cli.options import Fail, Json, Location, Publisher
from tracker.cli.printing import tell, tell_json, warn
from tracker.cli.read import NOTHING_READ
from tracker.cli.steps import open_store, use_files
from tracker.errors import StoreError, UnreadableError
from tracker.settings import DASH, read_settings
from tracker.tables import row

if TYPE_CHECKING:
    from tracker.checking import Check

Text = Annotated[Path, typer.Argument(metavar="FILE", help="A file with the text; - is the terminal, to paste into.")]
Day = Annotated[str, typer.Option("--published", help="When it appeared (2024-03-15), if it does not say; else today.")]


@app.command()
def check(
    text: Text,
    publisher: Publisher = "",
    published: Day = "",
    store: Location = "",
    fail_on: Fail = None,
    as_json: Json = False,
) -> None:
    """See which stored incidents a text speaks of and what in it conflicts with what is known; nothing is stored."""
    # Loaded here: help waits for nothing that checks a text.
    from tracker import checking
    from tracker.read import Given

    settings = read_settings(store=store, publisher=publisher, fail_on=fail_on)
    use_files(settings)
    given = Given(publisher=settings.publisher, published=published or datetime.now(tz=UTC).date().isoformat())
    pasted = str(text) == DASH
    with open_store(settings.store) as kept:
        if not kept.has("incidents"):
            cure = f"Run first: tracker run PATH… --store {kept.location}"
            raise StoreError(f"the store {kept.location} holds no incidents yet", cure)
        if pasted:
            read = checking.read_pasted(typer.get_binary_stream("stdin").read(), given=given)
        else:
            read = pipeline.read([text], given=given, engine=settings.engine, to_extract=True)
        warn(*summary.warnings(read))
        if not read.articles:
            raise UnreadableError(*NOTHING_READ)
        found = checking.check(read, kept)
    if as_json:
        tell_json(_as_json(found))
    else:
        tell(*checking.lines(found))
    if settings.fail_on and any(met.conflicts for met in found.met):
        raise typer.Exit(FOUND)


def _as_json(found: "Check") -> dict[str, object]:
    """Each incident with what the text says of it, what is known, and every discrepancy the text has a part in."""
    incidents = [
        {
            "incident": row(met.incident) if met.incident else None,
            "claims": list(map(row, met.claims)),
            "known": list(map(row, met.known)),
            "discrepancies": list(map(row, met.found)),
        }
        for met in found.met
    ]
    return {"incidents": incidents, "same": [each.article_id for each in found.same]}
