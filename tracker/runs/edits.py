"""Silent edits: a page that says something else than when it was read before, and in which figures.

Two articles are versions of one page where they have one address (or lie in one file, one after the other) and one
headline, or share a part of their words. A page whose address serves another story is no version of the old one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.model import Article, Claim, Edit, Figure, content_id
from tracker.read.copies import runs_of, share

# The share of all runs of five words that two versions of a page have in common at least: what is rewritten keeps more.
KEPT = 0.15


def is_version(before: Article, after: Article) -> bool:
    """Is the later the same page with other words?"""
    if before.sha256 == after.sha256 or before.article_id == after.article_id:
        return False
    if before.title and before.title == after.title:
        return True
    return share(runs_of(before), runs_of(after)) >= KEPT


def find_edits(
    before: Article,
    after: Article,
    *,
    claims: Mapping[str, Claim],
    old: Iterable[Figure],
    new: Iterable[Figure],
    noticed: str,
) -> Iterator[Edit]:
    """The figures in which two versions differ; one row without a measure where they differ in none.

    A figure is the same where its words stand unchanged under one measure and source; what is left over on both sides
    is paired in the order of the text.
    """
    kept: dict[tuple[str, str], tuple[list[Figure], list[Figure]]] = defaultdict(lambda: ([], []))
    for side, figures in enumerate((old, new)):
        for figure in sorted(figures, key=lambda each: (each.start, each.figure_id)):
            speaker = claims[figure.claim_id].source_name if figure.claim_id in claims else ""
            kept[figure.measure, speaker][side].append(figure)
    found = []
    for (measure, speaker), (theirs, ours) in sorted(kept.items()):
        for gone, come in _paired(_without(theirs, ours), _without(ours, theirs)):
            found.append(_edit(before, after, noticed, measure, speaker, gone, come))
    yield from found or [_edit(before, after, noticed, "", "", None, None)]


def _without(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """The figures whose values the others do not give."""
    values = {(other.low, other.high, other.scope) for other in others}
    left: dict[tuple[float, float, str], Figure] = {}
    for figure in figures:
        value = (figure.low, figure.high, figure.scope)
        if value not in values:
            left.setdefault(value, figure)
    return list(left.values())


def _paired(gone: Sequence[Figure], come: Sequence[Figure]) -> Iterator[tuple[Figure | None, Figure | None]]:
    for place in range(max(len(gone), len(come))):
        yield gone[place] if place < len(gone) else None, come[place] if place < len(come) else None


def _edit(
    before: Article,
    after: Article,
    noticed: str,
    measure: str,
    speaker: str,
    gone: Figure | None,
    come: Figure | None,
) -> Edit:
    left, right = gone.figure_id if gone else "", come.figure_id if come else ""
    return Edit(
        edit_id=content_id("edt", before.article_id, after.article_id, measure, speaker, left, right),
        url=after.url,
        path=after.path,
        before_article=before.article_id,
        after_article=after.article_id,
        noticed=noticed,
        measure=measure,
        source_name=speaker,
        before_figure=left,
        after_figure=right,
        before_value=gone.text if gone else "",
        after_value=come.text if come else "",
    )
