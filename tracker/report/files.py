"""The report as files: one page, or, where it would be too large, a first page and numbered ones behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from tracker.difference import Difference
from tracker.report.article_pages import ReportPage
from tracker.report.build import choices, report_page
from tracker.report.pages import ConflictRow
from tracker.report.part_pages import Part, ReportFile
from tracker.report.render import render_piece, render_template
from tracker.report.split import LARGEST, MOST, Piece, lead, pack, places
from tracker.tables import Tables

# The first page of a report in several shows so many conflicts, the worst; the others stand with their incidents.
FIRST_ROWS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """What a report is put together from, in order: ``rows`` of the list, ``incidents``, ``articles``, ``sources``."""

    rows: tuple[Piece, ...]
    incidents: tuple[Piece, ...]
    articles: tuple[Piece, ...]
    sources: tuple[Piece, ...]


def render_report(
    tables: Tables,
    *,
    generated: str = "",
    rules: Mapping[str, str] | None = None,
    since: Difference | None = None,
) -> str:
    """The report of a run as one static HTML page: the same tables give the same bytes.

    ``generated`` (a day) is printed if given, or if SOURCE_DATE_EPOCH is set in the environment; the page else says
    which period it covers, and not when it was made. ``rules`` says what each rule does, by its name;
    ``since`` what the last run altered, which the first section tells.
    """
    page = report_page(tables, generated=generated, rules=rules, since=since)
    return _whole(page, _pieces(page))


def render_files(
    tables: Tables,
    *,
    name: str = "report.html",
    generated: str = "",
    rules: Mapping[str, str] | None = None,
    split: bool | None = None,
    since: Difference | None = None,
) -> Iterator[ReportFile]:
    """The report as one file called ``name``, or as a first file of that name and numbered ones beside it.

    It is split where one page would be larger than 5 MB or hold more than 500 incidents; ``split`` decides instead
    if it is True or False.
    """
    page = report_page(tables, generated=generated, rules=rules, since=since)
    pieces = _pieces(page)
    if not split and (split is False or _fit(pieces, *pieces.articles)):
        yield ReportFile(name=name, html=_whole(page, pieces))
        return
    articles_apart = not split and _fit(pieces)
    files = dict(_articles_apart(page, pieces, name) if articles_apart else _all_apart(page, pieces, name))
    homes = places(files)
    for each, html in files.items():
        yield ReportFile(name=each, html=lead(html, homes))


def _pieces(page: ReportPage) -> Pieces:
    return Pieces(
        rows=tuple(render_piece("_row.html.j2", row=each) for each in page.conflicts),
        incidents=tuple(render_piece("_incident.html.j2", i=each) for each in page.incidents),
        articles=tuple(render_piece("_article.html.j2", a=each) for each in page.articles),
        sources=tuple(render_piece("_source.html.j2", s=each) for each in page.sources.rows),
    )


def _fit(pieces: Pieces, *articles: Piece) -> bool:
    """Is one page enough for the incidents, and these articles with them?"""
    everything = (*pieces.rows, *pieces.incidents, *pieces.sources, *articles)
    return len(pieces.incidents) <= MOST and sum(piece.size for piece in everything) <= LARGEST


def _whole(page: ReportPage, pieces: Pieces, *, parts: tuple[Part, ...] = ()) -> str:
    """Everything on one page; the articles apart where there are ``parts``."""
    return render_template(
        "report.html.j2",
        page=page,
        choices=page.choices,
        rows=pieces.rows,
        more=0,
        incidents=pieces.incidents,
        articles=None if parts else pieces.articles,
        sources=pieces.sources,
        once=page.sources.once,
        parts=parts,
    )


def _articles_apart(page: ReportPage, pieces: Pieces, name: str) -> Iterator[tuple[str, str]]:
    held = list(_articles(pieces, name))
    yield name, _whole(page, pieces, parts=tuple(part for part, _, _ in held))
    yield from _numbered(page, held, name)


def _all_apart(page: ReportPage, pieces: Pieces, name: str) -> Iterator[tuple[str, str]]:
    held = [*_incidents(page, pieces, name), *_articles(pieces, name), *_sources(pieces, name)]
    shown = page.conflicts[:FIRST_ROWS]
    first = render_template(
        "report.html.j2",
        page=page,
        choices=choices(shown),
        rows=pieces.rows[:FIRST_ROWS],
        more=len(page.conflicts) - len(shown),
        incidents=None,
        articles=None,
        sources=None,
        once=(),
        parts=tuple(part for part, _, _ in held),
    )
    yield name, first
    yield from _numbered(page, held, name)


def _numbered(page: ReportPage, held: Sequence["Filling"], name: str) -> Iterator[tuple[str, str]]:
    """The pages behind the first."""
    parts = tuple(part for part, _, _ in held)
    for place, (part, filling, conflicts) in enumerate(held):
        given = {
            "page": page,
            "part": part,
            "parts": parts,
            "place": place,
            "first": name,
            "choices": choices(conflicts),
            "more": 0,
            "once": page.sources.once if part is parts[-1] else (),
        }
        yield part.name, render_template("part.html.j2", **given, **filling)


Filling = tuple[Part, dict[str, tuple[Piece, ...]], Sequence[ConflictRow]]


def _incidents(page: ReportPage, pieces: Pieces, name: str) -> Iterator[Filling]:
    """Pages of incidents, each with the list of its conflicts, worst first."""
    rank = {each.anchor: i for i, each in enumerate(page.conflicts)}
    ranks = [sorted(rank[each.anchor] for each in incident.conflicts) for incident in page.incidents]
    whole = [
        Piece(piece.html + "".join(pieces.rows[i].html for i in its))
        for piece, its in zip(pieces.incidents, ranks, strict=True)
    ]
    start = 0
    for number, packed in enumerate(pack(whole), start=1):
        end = start + len(packed)
        here = sorted(i for its in ranks[start:end] for i in its)
        part = Part(
            name=_name(name, str(number)),
            heading=_heading("Incidents", start, end, len(whole)),
            kind="incidents",
            n_conflicts=len(here),
        )
        rows = tuple(pieces.rows[i] for i in here)
        yield part, {"rows": rows, "incidents": pieces.incidents[start:end]}, [page.conflicts[i] for i in here]
        start = end


def _articles(pieces: Pieces, name: str) -> Iterator[Filling]:
    start = 0
    for number, packed in enumerate(pack(pieces.articles), start=1):
        end = start + len(packed)
        heading = _heading("Articles", start, end, len(pieces.articles))
        yield Part(name=_name(name, f"articles-{number}"), heading=heading, kind="articles"), {"articles": packed}, ()
        start = end


def _sources(pieces: Pieces, name: str) -> Iterator[Filling]:
    start = 0
    for number, packed in enumerate(pack(pieces.sources, most=SOURCES) if pieces.sources else [()], start=1):
        end = start + len(packed)
        heading = _heading("Sources", start, end, len(pieces.sources))
        yield Part(name=_name(name, f"sources-{number}"), heading=heading, kind="sources"), {"sources": packed}, ()
        start = end


# A row of the table of sources is a line; of these a page holds more than of incidents.
SOURCES = 5000


def _heading(what: str, start: int, end: int, whole: int) -> str:
    return f"{what} {start + 1:,} to {end:,} of {whole:,}" if end - start < whole else what


def _name(name: str, suffix: str) -> str:
    path = PurePath(name)
    return f"{path.stem}-{suffix}{path.suffix}"
