"""Where news articles contradict each other: the five verbs on pandas DataFrames.

    read → extract → group → compare → report

Every frame keeps the table contract (README.md): the columns of the nouns in ``tracker.model``. A column may be
missing where the noun has a default, and columns of your own are left out of what comes back. Rows that belong to
something that is not given (a figure of a claim you filtered out) are left out too.

The verbs share their names with the rooms that do their work. ``tracker.extract`` is always the verb, whatever has
been imported; what is inside a room is had by ``from tracker.extract import extract_article``. The code inside never
imports this front door.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

    from tracker.model import Article
    from tracker.tables import Tables

__all__ = [
    "Compared",
    "Extracted",
    "Grouped",
    "Read",
    "__version__",
    "compare",
    "extract",
    "group",
    "read",
    "report",
]

__version__ = "0.1.0"


class Read(NamedTuple):
    """The articles, and what could not be read with its reason and cure."""

    articles: "pd.DataFrame"
    unread: "pd.DataFrame"


class Extracted(NamedTuple):
    """What the articles say: claims, the figures in them, and what they tell besides numbers."""

    claims: "pd.DataFrame"
    figures: "pd.DataFrame"
    accounts: "pd.DataFrame"


class Grouped(NamedTuple):
    """The same, each row with its ``incident_id``, and the incidents."""

    claims: "pd.DataFrame"
    figures: "pd.DataFrame"
    accounts: "pd.DataFrame"
    incidents: "pd.DataFrame"


class Compared(NamedTuple):
    """What each source says of each incident, and how these positions relate; ``relation`` "conflict" is an alarm."""

    positions: "pd.DataFrame"
    discrepancies: "pd.DataFrame"


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    title: str = "",
    publisher: str = "",
    published: str = "",
    url: str = "",
    author: str = "",
    fetch: bool = False,
    engine: str = "local",
) -> Read:
    """Read the articles of files and folders; the keywords fill what an article does not say itself.

    Addresses of the web are asked only with ``fetch``; without it they are rows of ``unread``. ``engine`` "pool" opens
    files in worker processes, so that none can hold up this one or bring it down; they import the calling script anew,
    so the script needs ``if __name__ == "__main__":``.
    Nothing is raised for a file that cannot be read: it is a row of ``unread`` (path, reason, cure).

    >>> import tracker
    >>> articles, unread = tracker.read("examples/belgorod/articles")
    >>> unread.empty
    True
    """
    from tracker import pipeline
    from tracker.read import Given

    wanted = [paths] if isinstance(paths, str | Path) else paths
    given = Given(title=title, publisher=publisher, published=published, url=url, author=author)
    return Read(*_frames(pipeline.read(list(wanted), given=given, fetch=fetch, engine=engine), Read))


def extract(articles: "pd.DataFrame", *, engine: str = "local") -> Extracted:
    """Find who says what in each article, and with which figures.

    ``articles`` needs article_id, path and text; published (a day) places words like "Friday". Where zones are
    missing they are found. ``engine`` "pool" takes all cores: its worker processes import the calling script anew, so
    the script needs ``if __name__ == "__main__":``. Raises TableError where the frame does not keep the contract.

    >>> import pandas as pd, tracker
    >>> herald = {"article_id": "a", "path": "a.txt", "publisher": "Herald", "published": "2024-03-16"}
    >>> courier = {"article_id": "b", "path": "b.txt", "publisher": "Courier", "published": "2024-03-16"}
    >>> herald["text"] = "The interior ministry said 20 people were killed in Friday's missile strike on Kharkiv."
    >>> courier["text"] = "At least 31 people died in Friday's missile strike on Kharkiv, the governor said."
    >>> articles = pd.DataFrame([herald, courier])
    >>> claims, figures, accounts = tracker.extract(articles)
    >>> claims[["source", "event", "place", "date_from"]].values.tolist()
    [['The interior ministry', 'attack', 'Kharkiv', '2024-03-15'], ['the governor', 'attack', 'Kharkiv', '2024-03-15']]
    >>> figures[["text", "measure", "low", "high"]].values.tolist()
    [['20 people', 'killed', 20.0, 20.0], ['At least 31 people', 'killed', 31.0, inf]]
    """
    from tracker import pipeline
    from tracker.errors import TableError

    if "text" not in articles.columns:
        raise TableError("the Article table lacks the column 'text'", "Name the column of the articles' words text")
    return Extracted(*_frames(pipeline.extract(_tables(articles=articles), engine=engine), Extracted))


def group(
    articles: "pd.DataFrame",
    claims: "pd.DataFrame",
    figures: "pd.DataFrame",
    accounts: "pd.DataFrame",
    *,
    decisions: "pd.DataFrame | None" = None,
) -> Grouped:
    """Find which claims speak of the same incident.

    Takes the articles and what ``extract`` gave; the frames come back with ``incident_id`` filled in. Incident ids
    follow from content, so they are the same on any machine. ``decisions`` are what people said of incidents, and
    are heeded. Raises TableError.

    >>> import tracker
    >>> articles, unread = tracker.read("examples/belgorod/articles/2023-12-30-kestrel.txt")
    >>> claims, figures, accounts, incidents = tracker.group(articles, *tracker.extract(articles))
    >>> set(claims.incident_id) == set(incidents.incident_id)
    True
    """
    from tracker import pipeline

    said = {} if decisions is None else {"decisions": decisions}
    tables = _tables(articles=articles, claims=claims, figures=figures, accounts=accounts, **said)
    return Grouped(*_frames(pipeline.group(tables), Grouped))


def compare(
    articles: "pd.DataFrame",
    claims: "pd.DataFrame",
    figures: "pd.DataFrame",
    accounts: "pd.DataFrame",
    incidents: "pd.DataFrame",
    *,
    decisions: "pd.DataFrame | None" = None,
) -> Compared:
    """Hold what each source says of an incident against what the others say.

    Takes the articles and what ``group`` gave. Every row of ``discrepancies`` has a ``relation`` (conflict, update,
    scope, compatible, agree) and a ``reason`` in one sentence. ``decisions`` are what people said: a claim they
    rejected takes no part, and ``review_state`` tells what they said of a discrepancy. Raises TableError.

    >>> import pandas as pd, tracker
    >>> herald = {"article_id": "a", "path": "a.txt", "publisher": "Herald", "published": "2024-03-16"}
    >>> courier = {"article_id": "b", "path": "b.txt", "publisher": "Courier", "published": "2024-03-16"}
    >>> herald["text"] = "The interior ministry said 20 people were killed in Friday's missile strike on Kharkiv."
    >>> courier["text"] = "At least 31 people died in Friday's missile strike on Kharkiv, the governor said."
    >>> articles = pd.DataFrame([herald, courier])
    >>> grouped = tracker.group(articles, *tracker.extract(articles))
    >>> positions, discrepancies = tracker.compare(articles, *grouped)
    >>> sorted(positions.value)
    ['20 people', 'At least 31 people']
    >>> discrepancies[["relation", "measure"]].values.tolist()
    [['conflict', 'killed']]
    """
    from tracker import pipeline

    said = {} if decisions is None else {"decisions": decisions}
    tables = _tables(articles=articles, claims=claims, figures=figures, accounts=accounts, incidents=incidents, **said)
    return Compared(*_frames(pipeline.compare(tables), Compared))


def report(path: str | Path | None = None, **frames: "pd.DataFrame") -> str:
    """Make the report, one HTML page, and write it to ``path`` if one is given.

    ``frames`` are the tables by name: articles, claims, figures, accounts, incidents, positions, discrepancies;
    unread where inputs could not be read, decisions where people made any. Raises TableError;
    SettingsError where ``path`` cannot be written.

    >>> import tracker
    >>> articles, unread = tracker.read("examples/belgorod/articles/2023-12-30-kestrel.txt")
    >>> grouped = tracker.group(articles, *tracker.extract(articles))
    >>> compared = tracker.compare(articles, *grouped)
    >>> page = tracker.report(articles=articles, unread=unread, **grouped._asdict(), **compared._asdict())
    >>> page.splitlines()[0]
    '<!DOCTYPE html>'
    """
    from tracker import pipeline

    page = pipeline.report(_tables(**frames))
    if path is not None:
        pipeline.write_page(page, Path(path))
    return page


# --- Frames in, frames out ---


def _tables(**frames: "pd.DataFrame") -> "Tables":
    from tracker.tables import from_frames

    tables = from_frames(**frames)
    return replace(tables, articles=tuple(map(_zoned, tables.articles)))


def _zoned(article: "Article") -> "Article":
    """Articles that were not read by ``read`` come without their paragraphs."""
    from tracker.read.zones import find_zones

    return article if article.zones else replace(article, zones=find_zones(article.text, title=article.title))


def _frames(tables: "Tables", wanted: type[NamedTuple]) -> Iterator["pd.DataFrame"]:
    from tracker.model import NOUNS
    from tracker.tables import to_frame

    return (to_frame(getattr(tables, name), NOUNS[name]) for name in wanted._fields)


class _FrontDoor(ModuleType):
    """Keeps the verbs in their place.

    When a room is first imported, Python binds it to its parent under its name, over the verb: ``tracker.extract``
    would be a function or a module depending on what had been imported before.
    """

    def __setattr__(self, name: str, value: object) -> None:
        is_room = isinstance(value, ModuleType) and name in ("read", "extract", "group", "compare", "report")
        if not is_room:
            super().__setattr__(name, value)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """A function that uses the verbs travels to a cluster's workers, which import this door for themselves."""
        return import_module, (self.__name__,)


sys.modules[__name__].__class__ = _FrontDoor
