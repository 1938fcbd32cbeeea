"""The articles' part of a page made elsewhere: bundles of articles with all that is said of them, shared out.

An article's part needs its own claims and little of the rest of the page, so other processes can make it while this
one makes the incidents; each is told tables like any others, of its articles alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from markupsafe import Markup

from tracker.model import Article
from tracker.report.article_pages import ArticleView
from tracker.report.articles import article_views, under_origins
from tracker.report.index import Index
from tracker.report.links import anchor
from tracker.report.render import render_piece
from tracker.report.split import Piece
from tracker.tables import Tables

N = TypeVar("N")

# Of an article its anchor and its part of the page.
Parts = list[tuple[str, str]]

# Does a stage on each of some records elsewhere, and something else here meanwhile; the results in their order.
Work = Callable[[Callable[[Tables], Parts], Sequence[Tables], Callable[[], object]], Iterable[Parts]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Who shares the work: so many ``hands``, and how they are given it."""

    hands: int
    work: Work


def share_articles(
    index: Index, views: Sequence[ArticleView], *, share: Share, meanwhile: Callable[[], object]
) -> tuple[Piece, ...]:
    """The parts of articles in their order, a bundle for each hand; ``views`` are bare, copies under origins."""
    parts = dict(chain.from_iterable(share.work(make_parts, list(_bundles(index, views, share.hands)), meanwhile)))
    return tuple(Piece(Markup(parts[each.anchor])) for each in views)


def make_parts(bundle: Tables) -> Parts:
    """The parts of the articles that a bundle holds claims of, copies within those of their origins."""
    views = under_origins(each for each in article_views(Index(bundle)) if each.n_claims)
    return [(each.anchor, str(render_piece("_article.html.j2", a=each).html)) for each in views]


def _bundles(index: Index, views: Sequence[ArticleView], number: int) -> Iterator[Tables]:
    """So many bundles of about as many articles; an origin and its copies stay together."""
    known = {anchor("art", each): each for each in index.articles}
    for start in range(min(number, len(views))):
        family = chain.from_iterable((each, *each.copies) for each in views[start::number])
        yield _bundle(index, [index.articles[known[each.anchor]] for each in family])


def _bundle(index: Index, articles: Sequence[Article]) -> Tables:
    claims = tuple(_under(index.claims_of_article, (each.article_id for each in articles)))
    ids = [claim.claim_id for claim in claims]
    conflicts = {each.discrepancy_id: each for each in _under(index.conflicts_of_claim, ids)}
    incidents = dict.fromkeys(claim.incident_id for claim in claims)
    origins = (index.articles[each.copy_of] for each in articles if each.copy_of in index.articles)
    return Tables(
        articles=tuple({each.article_id: each for each in (*articles, *origins)}.values()),
        claims=claims,
        figures=tuple(_under(index.figures_of_claim, ids)),
        accounts=tuple(_under(index.accounts_of_claim, ids)),
        incidents=tuple(index.incidents[each] for each in incidents if each in index.incidents),
        discrepancies=tuple(conflicts.values()),
    )


def _under(found: Mapping[str, Sequence[N]], keys: Iterable[str]) -> Iterator[N]:
    return chain.from_iterable(found.get(key, ()) for key in keys)
