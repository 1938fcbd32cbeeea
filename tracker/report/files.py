"""The report as files: one page, or, where it would be too large, a first page and numbered ones behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from tracker.difference import Difference
from tracker.report.article_pages import ReportPage
from tracker.report.build import report_page
from tracker.report.index import Index
from tracker.report.part_pages import Part, ReportFile
from tracker.report.pieces import Pieces, Row, choices, make_pieces
from tracker.report.render import render_template
from tracker.report.split import LARGEST, MOST, Piece, anchors, lead, pack, places
from tracker.sharing import Sharing, alone
from tracker.tables import Tables

# The first page of a report in several shows so many conflicts, the worst; the others stand with their incidents.
FIRST_ROWS = 500


def render_report(
    tables: Tables,
    *,
    generated: str = "",
    rules: Mapping[str, str] | None = None,
    since: Difference | None = None,
    share: Sharing = alone,
) -> str:
    """The report of a run as one static HTML page: the same tables give the same bytes.

    ``generated`` (a day) is printed if given, or if SOURCE_DATE_EPOCH is set in the environment; the page else says
    which period it covers, and not when it was made. ``rules`` says what each rule does, by its name;
    ``since`` what the last run altered, which the first section tells; ``share`` shares the work.
    """
    index = Index(tables)
    page = report_page(index, generated=generated, rules=rules, since=since)
    return _whole(page, make_pieces(index, share=share))


def render_files(
    tables: Tables,
    *,
    name: str = "report.html",
    generated: str = "",
    rules: Mapping[str, str] | None = None,
    split: bool | None = None,
    since: Difference | None = None,
    share: Sharing = alone,
) -> Iterator[ReportFile]:
    """The report as one file called ``name``, or as a first file of that name and numbered ones beside it.

    It is split where one page would be larger than 5 MB or hold more than 500 incidents; ``split`` decides instead
    if it is True or False. No more than one page is held at a time.
    """
    index = Index(tables)
    page = report_page(index, generated=generated, rules=rules, since=since)
    pieces = make_pieces(index, share=share)
    del index, tables  # the pages are put together from pieces alone
    if not split and (split is False or _fit(pieces, *pieces.articles)):
        yield ReportFile(name=name, html=_whole(page, pieces))
        return
    articles_apart = not split and _fit(pieces)
    held = list(_articles(pieces, name) if articles_apart else _all(pieces, name))
    parts = tuple(each.part for each in held)
    first = _whole(page, pieces, parts=parts) if articles_apart else _first(page, pieces, parts)
    homes = places([(name, anchors(first)), *((each.part.name, each.anchors()) for each in held)])
    yield ReportFile(name=name, html=lead(first, homes))
    del first
    for place, each in enumerate(held):
        given = {"page": page, "parts": parts, "place": place, "first": name, **each.given}
        given["once"] = pieces.once if place + 1 == len(held) else ()
        yield ReportFile(name=each.part.name, html=lead(render_template("part.html.j2", **given), homes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page behind the first: which ``part`` of the report it is, its ``pieces``, the ``rows`` of its list."""

    part: Part
    pieces: Sequence[Piece]
    rows: Sequence[Row] = ()

    @property
    def given(self) -> dict[str, object]:
        """What its template is given of its own."""
        rows = [each.piece for each in self.rows]
        return {
            "part": self.part,
            "rows": rows,
            "choices": choices(self.rows),
            "more": 0,
            self.part.kind: self.pieces,
        }

    def anchors(self) -> Iterator[str]:
        """The places on it that others lead to: the section, and what stands in its pieces."""
        yield self.part.kind
        for each in self.pieces:
            yield from anchors(each.html)


def _fit(pieces: Pieces, *articles: Piece) -> bool:
    """Is one page enough for the incidents, and these articles with them?"""
    rows, incidents = ([each.piece for each in found] for found in (pieces.rows, pieces.incidents))
    return len(incidents) <= MOST and sum(map(len, (*rows, *incidents, *pieces.sources, *articles))) <= LARGEST


def _whole(page: ReportPage, pieces: Pieces, *, parts: tuple[Part, ...] = ()) -> str:
    """Everything on one page; the articles apart where there are ``parts``."""
    return render_template(
        "report.html.j2",
        page=page,
        choices=choices(pieces.rows),
        rows=[each.piece for each in pieces.rows],
        more=0,
        incidents=[each.piece for each in pieces.incidents],
        articles=None if parts else pieces.articles,
        sources=pieces.sources,
        once=pieces.once,
        parts=parts,
    )


def _first(page: ReportPage, pieces: Pieces, parts: tuple[Part, ...]) -> str:
    """The first page, where incidents, articles and sources are all on others."""
    shown = pieces.rows[:FIRST_ROWS]
    return render_template(
        "report.html.j2",
        page=page,
        choices=choices(shown),
        rows=[each.piece for each in shown],
        more=len(pieces.rows) - len(shown),
        incidents=None,
        articles=None,
        sources=None,
        once=(),
        parts=parts,
    )


def _all(pieces: Pieces, name: str) -> Iterator[Page]:
    yield from _incidents(pieces, name)
    yield from _articles(pieces, name)
    yield from _sources(pieces, name)


def _incidents(pieces: Pieces, name: str) -> Iterator[Page]:
    """Pages of incidents, each with the list of its conflicts, worst first."""
    sizes = [len(each.piece) + sum(len(row.piece) for row in each.rows) for each in pieces.incidents]
    for number, here in enumerate(pack(sizes), start=1):
        incidents = pieces.incidents[here.start : here.stop]
        rows = [pieces.rows[place] for place in sorted(place for each in incidents for place in each.places)]
        part = Part(
            name=_name(name, str(number)),
            heading=_heading("Incidents", here, len(sizes)),
            kind="incidents",
            n_conflicts=len(rows),
        )
        yield Page(part=part, pieces=[each.piece for each in incidents], rows=rows)


def _articles(pieces: Pieces, name: str) -> Iterator[Page]:
    for number, here in enumerate(pack(map(len, pieces.articles)), start=1):
        heading = _heading("Articles", here, len(pieces.articles))
        part = Part(name=_name(name, f"articles-{number}"), heading=heading, kind="articles")
        yield Page(part=part, pieces=pieces.articles[here.start : here.stop])


# A row of the table of sources is a line; of these a page holds more than of incidents.
SOURCES = 5000


def _sources(pieces: Pieces, name: str) -> Iterator[Page]:
    """Pages of sources; one at least, for those heard once."""
    packed = pack(map(len, pieces.sources), most=SOURCES) if pieces.sources else [range(0)]
    for number, here in enumerate(packed, start=1):
        heading = _heading("Sources", here, len(pieces.sources))
        part = Part(name=_name(name, f"sources-{number}"), heading=heading, kind="sources")
        yield Page(part=part, pieces=pieces.sources[here.start : here.stop])


def _heading(what: str, here: range, whole: int) -> str:
    return f"{what} {here.start + 1:,} to {here.stop:,} of {whole:,}" if len(here) < whole else what


def _name(name: str, suffix: str) -> str:
    path = PurePath(name)
    return f"{path.stem}-{suffix}{path.suffix}"
