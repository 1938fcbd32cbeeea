"""``tracker explain``: an article with its claims, sources and figures, and the rule behind each."""

from tracker import explanation, pipeline, summary
from tracker.cli.app import app
from tracker.cli.options import Articles, Author, Published, Publisher, Title, Url
from tracker.cli.printing import tell, warn
from tracker.cli.read import NOTHING_READ
from tracker.errors import UnreadableError
from tracker.progress import watching


@app.command()
def explain(
    paths: Articles,
    title: Title = "",
    publisher: Publisher = "",
    published: Published = "",
    url: Url = "",
    author: Author = "",
) -> None:
    """Print what is found in articles and why; nothing is stored."""
    from tracker.read import Given

    given = Given(title=title, publisher=publisher, published=published, url=url, author=author)
    with watching() as watch:
        tables = pipeline.extract(pipeline.read(paths, given=given, watch=watch), watch=watch)
    warn(*summary.warnings(tables))
    tell(*explanation.explain(tables))
    if not tables.articles:
        raise UnreadableError(*NOTHING_READ)
