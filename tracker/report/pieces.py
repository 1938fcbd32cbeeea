"""What a report is put together from: every incident, article and source as it is written, made one after the other.

The views of a large report would take several times the memory of its tables. So each is dropped as soon as it is
written, and of each only what the pages need besides is kept. Incidents and articles may be shared out.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any

from tracker.model import Article, Incident
from tracker.report.article_pages import Choices
from tracker.report.articles import article_view, in_order, under_origins
from tracker.report.conflicts import conflict_row
from tracker.report.incidents import incident_section, rank
from tracker.report.index import Index
from tracker.report.links import anchor
from tracker.report.pages import ConflictRow
from tracker.report.render import get_ready, render_piece
from tracker.report.source_pages import Mention, SourceRow
from tracker.report.sources import sources
from tracker.report.split import Piece
from tracker.sharing import Sharing, alone, pieces

# Incidents or articles, and rows of the table of sources, that are written in one piece where the work is shared.
PIECE, ROWS = 50, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A conflict in the list: its ``piece``, and what a list is narrowed to (see ``Choices``)."""

    piece: Piece
    subject: str
    kind: str
    parties: tuple[str, ...]
    outlets: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenIncident:
    """An incident: its ``piece``, its ``rank`` among all, and of its conflicts, worst first, their ``places`` among all
    conflicts and their ``rows`` of the list.
    """

    piece: Piece
    rank: tuple[float, int, int]
    places: tuple[int, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The pieces of a report, each sort in the order of the page: the ``rows`` of the list, ``incidents``, ``articles``
    with their copies, ``sources``; and the sources heard ``once``, which are too short to be pieces.
    """

    rows: tuple[Row, ...]
    incidents: tuple[WrittenIncident, ...]
    articles: tuple[Piece, ...]
    sources: tuple[Piece, ...]
    once: tuple[Mention, ...]


def make_pieces(index: Index, *, share: Sharing = alone) -> Pieces:
    """Everything a report is put together from."""
    index.prepare()
    get_ready()
    heard, places = sources(index), _places(index)
    articles = under_origins(each for each in in_order(index) if each.article_id in index.claims_of_article)
    # All kinds in one list, so that whoever has a hand free takes whatever is left.
    shares: dict[str, list[Write]] = {
        "incidents": [
            partial(_write_incidents, index, places, some)
            for some in pieces((*index.incidents.values(), *index.strays), PIECE)
        ],
        "articles": [partial(_write_articles, index, some) for some in pieces(articles, PIECE)],
        "sources": [partial(_write_sources, some) for some in pieces(heard.rows, ROWS)],
    }
    made = iter(share(_write, list(chain.from_iterable(shares.values()))))
    told = {kind: list(chain.from_iterable(islice(made, len(each)))) for kind, each in shares.items()}
    incidents = tuple(sorted(told["incidents"], key=lambda each: each.rank))
    rows = {place: row for each in incidents for place, row in zip(each.places, each.rows, strict=True)}
    return Pieces(
        rows=tuple(rows[place] for place in sorted(rows)),
        incidents=incidents,
        articles=tuple(told["articles"]),
        sources=tuple(told["sources"]),
        once=heard.once,
    )


# Writes some records of one kind.
Write = Callable[[], list[Any]]


def _write(some: Write) -> list[Any]:
    return some()


def choices(rows: Sequence[Row]) -> Choices:
    """What a list of these conflicts can be narrowed to."""
    return Choices(
        subjects=_often(each.subject for each in rows),
        kinds=_often(each.kind for each in rows),
        parties=_often(party for each in rows for party in each.parties),
        outlets=_often(outlet for each in rows for outlet in each.outlets),
        states=_often(each.state for each in rows),
    )


def _often(names: Iterable[str]) -> tuple[str, ...]:
    """The most frequent first, those as frequent by name."""
    times = Counter(names)
    return tuple(sorted(times, key=lambda name: (-times[name], name)))


def _places(index: Index) -> dict[str, list[int]]:
    """The places of each incident's conflicts among all conflicts, by the incident's anchor."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, conflict in enumerate(index.conflicts):
        places[anchor("inc", conflict.incident_id)].append(place)
    return places


def _write_incidents(
    index: Index, places: Mapping[str, Sequence[int]], some: Sequence[Incident]
) -> list[WrittenIncident]:
    """Incidents, those among them that only conflicts name."""
    return [_incident(index, each, places.get(anchor("inc", each.incident_id), ())) for each in some]


def _incident(index: Index, incident: Incident, places: Sequence[int]) -> WrittenIncident:
    conflicts = [conflict_row(index, index.conflicts[place]) for place in places]
    section = incident_section(index, incident, conflicts)
    return WrittenIncident(
        piece=render_piece("_incident.html.j2", i=section),
        rank=rank(section),
        places=tuple(places),
        rows=tuple(map(_row, conflicts)),
    )


def _row(conflict: ConflictRow) -> Row:
    return Row(
        piece=render_piece("_row.html.j2", row=conflict),
        subject=conflict.what,
        kind=conflict.kind,
        parties=conflict.parties,
        outlets=conflict.outlets,
        state=conflict.review.word,
    )


def _write_articles(index: Index, some: Sequence[Sequence[Article]]) -> list[Piece]:
    """Articles, each with those that repeat it."""
    return [render_piece("_article.html.j2", a=article_view(index, *each)) for each in some]


def _write_sources(some: Sequence[SourceRow]) -> list[Piece]:
    return [render_piece("_source.html.j2", s=each) for each in some]
