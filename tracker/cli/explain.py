"""``tracker explain``: an article with its claims, sources and figures, and the rule behind each."""

from tracker import explanation, pipeline, summary
from tracker.cli.app import app
from tracker.cli.options import (
    Articles,
    Author,
    Fetch,
    Location,
    Measures,
    Outlets,
    Parties,
    Published,
    Publisher,
    Title,
    Url,
)
from tracker.cli.printing import tell, warn
from tracker.cli.read import NOTHING_READ, given_by
from tracker.cli.steps import use_files
from tracker.errors import UnreadableError
from tracker.progress import watching
from tracker.settings import read_settings


@app.command()
def explain(
    paths: Articles,
    title: Title = "",
    publisher: Publisher = "",
    published: Published = "",
    url: Url = "",
    author: Author = "",
    fetch: Fetch = False,
    parties: Parties = "",
    measures: Measures = "",
    outlets: Outlets = "",
    store: Location = "",
) -> None:
    """Print what is found in articles and why; nothing is stored."""
    from tracker.read import Given

    settings = read_settings(
        store=store, publisher=publisher, author=author, parties=parties, measures=measures, outlets=outlets
    )
    use_files(settings)
    given = Given(title=title, published=published, url=url, **given_by(settings))
    with watching() as watch:
        read = pipeline.read(paths, given=given, fetch=fetch, engine=settings.engine, to_extract=True, watch=watch)
        tables = pipeline.extract(read, engine=settings.engine, watch=watch)
    warn(*summary.warnings(tables))
    tell(*explanation.explain(tables))
    if not tables.articles:
        raise UnreadableError(*NOTHING_READ)
