"""``tracker read``: articles into a store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import pipeline, summary
from tracker.cli.app import app
from tracker.cli.options import (
    Anew,
    Articles,
    Author,
    EngineName,
    Fetch,
    Location,
    Outlets,
    Published,
    Publisher,
    Quiet,
    Strict,
    Title,
    Url,
)
from tracker.cli.printing import tell, warn
from tracker.cli.steps import open_store, use_files
from tracker.errors import SettingsError, UnreadableError
from tracker.progress import Watch, watching
from tracker.settings import Settings, read_settings
from tracker.tables import Tables

if TYPE_CHECKING:
    from tracker.engine import Crew
    from tracker.runs import Reading
    from tracker.store import Store

NOTHING_READ = ("no article could be read", "Name files or folders that hold articles")


@app.command()
def read(
    paths: Articles,
    store: Location = "",
    title: Title = "",
    publisher: Publisher = "",
    published: Published = "",
    url: Url = "",
    author: Author = "",
    fetch: Fetch = False,
    engine: EngineName = "",
    outlets: Outlets = "",
    strict: Strict = None,
    quiet: Quiet = False,
    anew: Anew = False,
) -> None:
    """Read articles into a store, in place of those it holds; "run" adds to them."""
    settings = read_settings(
        store=store, publisher=publisher, author=author, engine=engine, outlets=outlets, strict=strict
    )
    use_files(settings)
    given = {"title": title, "published": published, "url": url} | given_by(settings)
    with open_store(settings.store, renew=True) as kept:
        _keep_what_runs_read(kept, anew=anew)
        asked = Asked(
            paths=paths,
            given=given,
            fetch=fetch,
            engine=settings.engine,
            leave_out=(Path(kept.location),),
            strict=settings.strict,
            quiet=quiet,
            verbose=True,
        )
        read_into(kept, asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a command is asked to read, and how: the fields are its options."""

    paths: Sequence[str]
    given: dict[str, str]
    fetch: bool
    engine: str
    leave_out: tuple[Path, ...]
    strict: bool
    quiet: bool
    verbose: bool
    anew: bool = False


def _keep_what_runs_read(kept: "Store", *, anew: bool) -> None:
    """A year of runs is not replaced by a command that was meant to add to it. Raises SettingsError."""
    if not anew and kept.count("runs") and kept.count("articles"):
        held = f"the store {kept.location} holds the articles of earlier runs, which this would replace"
        raise SettingsError(held, "Add to them with tracker run, or give --anew to replace them")


def given_by(settings: Settings) -> dict[str, str]:
    """What the settings say of articles that do not say it themselves."""
    return {"publisher": settings.publisher, "author": settings.author}


def read_into(kept: "Store", asked: Asked) -> None:
    """Read into the store, and say what was read and what was not; nothing is saved where the run ends here."""
    from tracker.read import Given

    with watching(quiet=asked.quiet) as watch:
        tables = pipeline.read(
            asked.paths,
            given=Given(**asked.given),
            fetch=asked.fetch,
            leave_out=asked.leave_out,
            engine=asked.engine,
            watch=watch,
        )
    warn(*summary.warnings(tables))
    _check_reading(any_read=bool(tables.articles), missed=asked.strict and bool(tables.unread))
    pipeline.save(pipeline.READ, tables, kept)
    if not asked.quiet:
        tell(*(summary.articles(tables) if asked.verbose else ()))
        tell(summary.read(len(tables.articles), summary.missed(tables)))


def _check_reading(*, any_read: bool, missed: bool) -> None:
    """Raises UnreadableError where nothing was read, or something that had to be was ``missed``."""
    if not any_read:
        raise UnreadableError(*NOTHING_READ)
    if missed:
        raise UnreadableError("an input could not be read, and --strict was given", "See the warnings above")


def read_new_into(kept: "Store", asked: Asked, crew: "Crew", watch: Watch) -> "Iterator[Reading]":
    """Read what is new or changed, portion by portion, and say what was read and what was not; nothing is saved."""
    from tracker.read import Given
    from tracker.runs import read_new

    readings = read_new(
        kept,
        asked.paths,
        given=Given(**asked.given),
        fetch=asked.fetch,
        leave_out=asked.leave_out,
        anew=asked.anew,
        engine=asked.engine,
        crew=crew,
        watch=watch,
    )
    read = missed = unchanged = 0
    any_read = False
    for reading in readings:
        tables = Tables(articles=reading.articles, unread=reading.unread)
        read, missed = read + len(tables.articles), missed + summary.missed(tables)
        unchanged += reading.unchanged
        any_read = any_read or bool(reading.articles or reading.files or reading.unchanged)
        warn(*summary.warnings(tables))
        _check_reading(any_read=any_read, missed=asked.strict and bool(reading.unread))
        if not asked.quiet:
            tell(*(summary.articles(tables) if asked.verbose else ()))
            tell(*([summary.read(read, missed, unchanged=unchanged)] if reading.last else ()))
        yield reading
