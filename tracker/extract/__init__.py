"""From an article to its claims: who says what, in which numbers, about which happening.

``extract_article`` is the room's verb; its lines are the steps in the order they are taken.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.model import Account, Article, Claim, Figure

if TYPE_CHECKING:
    from tracker.extract.figures import FigureMention
    from tracker.extract.parse import Passage

__all__ = ["Extraction", "extract_article", "get_ready", "settle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one article says: its claims in the order of their words, with their figures and accounts.

    ``offices`` are pairs of an office and the person the article names with it ("belgorod governor", a name).
    """

    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    accounts: tuple[Account, ...] = ()
    offices: tuple[tuple[str, str], ...] = ()


def settle(extractions: "Sequence[Extraction]") -> "list[Extraction]":
    """Extractions whose sources are named alike, where the articles tell both names of one source together.

    An office goes by its holder, a surname by the one longer name of the same side.
    """
    from tracker.extract.offices import fuller_names, settle_offices, with_fuller_name

    told = [pair for extraction in extractions for pair in extraction.offices]
    settled = [replace(each, claims=tuple(settle_offices(each.claims, told))) for each in extractions]
    fuller = fuller_names(claim for each in settled for claim in each.claims)
    return [replace(each, claims=tuple(with_fuller_name(claim, fuller) for claim in each.claims)) for each in settled]


def get_ready() -> None:
    """Load what the first article would wait for, the parser above all (more than a second)."""
    extract_article(Article(article_id="", path="", text="Two people died, police said."))


def extract_article(article: Article) -> Extraction:
    """The claims of one article, with the figures and accounts in them."""
    # The parser is heavy, so this room's modules load when the first article comes.
    from tracker.extract.claims import write_claims
    from tracker.extract.drafts import draft_claims, own_voice, share_figures
    from tracker.extract.figures import find_figures, settle_counts, settle_individuals, settle_losses
    from tracker.extract.frames import find_frames
    from tracker.extract.going_on import going_on
    from tracker.extract.offices import offices_told
    from tracker.extract.parse import parse
    from tracker.extract.quotations import find_quotations
    from tracker.extract.scenes import find_scenes, tells
    from tracker.extract.sources import gather

    passages = parse(article)
    quotations = [find_quotations(article.text[passage.start : passage.end], passage.start) for passage in passages]
    frames = [find_frames(passage, quoted) for passage, quoted in zip(passages, quotations, strict=True)]
    found = [mention for passage in passages for mention in find_figures(passage)]
    mentions = settle_counts(settle_individuals(settle_losses(found, passages)))
    by_passage = _of_each(passages, mentions)
    telling = find_scenes(
        passages, [frozenset(mention.head for mention in held if tells(mention.measure)) for held in by_passage]
    )
    cast = gather(passages, quotations)
    said = draft_claims(passages, frames, quotations, cast)
    said += going_on(passages, said)
    drafts = share_figures([*said, *own_voice(passages, said, by_passage)], by_passage)
    rows = list(write_claims(article, drafts, telling))
    return Extraction(
        claims=led(tuple(claim for claim, _, _ in rows)),
        figures=tuple(figure for _, figures, _ in rows for figure in figures),
        accounts=tuple(account for _, _, accounts in rows for account in accounts),
        offices=offices_told(cast.offices()),
    )


def led(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of an article, none of whose lead is a claim, led by the first scene that has one.

    "Ann Roe came home on Monday. She had been hurt in the fire of 2019": what it is about is the fire.
    """
    scenes = {int(claim.scene.rpartition("/")[2]) for claim in claims}
    if not scenes or 0 in scenes:
        return claims
    first = f"/{min(scenes)}"
    return tuple(
        replace(claim, scene=f"{claim.article_id}/0") if claim.scene.endswith(first) else claim for claim in claims
    )


def _of_each(passages: "Sequence[Passage]", mentions: "Iterable[FigureMention]") -> "list[list[FigureMention]]":
    """The figures of each passage."""
    starts = [passage.start for passage in passages]
    found: list[list[FigureMention]] = [[] for _ in passages]
    for mention in mentions:
        found[bisect_right(starts, mention.span.start) - 1].append(mention)
    return found
