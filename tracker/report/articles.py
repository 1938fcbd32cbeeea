"""The articles, with every claim marked in place and a note beside it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tracker.model import Account, Article, Claim, Figure, Span, Zone
from tracker.report.article_pages import ArticleView, Mark, Note, Paragraph
from tracker.report.dates import when
from tracker.report.index import Index, outlet
from tracker.report.links import anchor, original, shown_path
from tracker.report.marks import Placed, lay
from tracker.report.wording import account_words, measure_words, word
from tracker.report.words import claim_span

# The voice of most claims needs no words: the outlet's own has no other name, a plain statement no other stance.
OWN_WORDS, PLAIN = "narrator", "asserts"


def in_order(index: Index) -> list[Article]:
    """Every article, oldest first, those without a date last."""
    return sorted(index.articles.values(), key=lambda each: not each.published)


def under_origins(articles: Iterable[Article]) -> list[list[Article]]:
    """Articles in their order, each with its copies behind it; a copy of a copy stands beside it."""
    given = {each.article_id: each for each in articles}
    copies: dict[str, list[Article]] = defaultdict(list)
    for each in given.values():
        origin = _origin(each, given)
        if origin != each.article_id:
            copies[origin].append(each)
    below = {each.article_id for found in copies.values() for each in found}
    return [[each, *copies[each.article_id]] for each in given.values() if each.article_id not in below]


def _origin(article: Article, given: Mapping[str, Article]) -> str:
    """The first of the chain of copies; articles that name each other in a ring have none but themselves."""
    seen = [article.article_id]
    while (above := given[seen[-1]].copy_of) in given and above not in seen:
        seen.append(above)
    return seen[-1] if above not in seen else article.article_id


def article_view(index: Index, article: Article, *copies: Article) -> ArticleView:
    """An article with its claims marked, and those that repeat it below."""
    claims = index.claims_of_article.get(article.article_id, [])
    return replace(
        bare_view(index, article),
        copies=tuple(article_view(index, each) for each in copies),
        **_text(index, article, claims),
    )


def bare_view(index: Index, article: Article) -> ArticleView:
    """An article without its text."""
    source = index.articles.get(article.copy_of)
    return ArticleView(
        anchor=anchor("art", article.article_id),
        title=article.title,
        outlet=outlet(article),
        author=article.author,
        published=when(article.published),
        language=article.language,
        original=original(article.url),
        path=shown_path(article.path),
        sha256=article.sha256,
        copy_of=(source.title or outlet(source)) if source else article.copy_of,
        copy_anchor=anchor("art", source.article_id) if source else "",
        n_claims=len(index.claims_of_article.get(article.article_id, ())),
    )


def _text(index: Index, article: Article, claims: Sequence[Claim]) -> dict[str, Any]:
    """The fields of a view that show the text, its claims marked."""
    zones = _zones(article)
    shown = [zone for zone in zones if zone.kind != "dropped"]
    homes = _homes(shown, claims)
    numbers = {claim.claim_id: number for number, claim in enumerate(claims, start=1)}
    return {
        "paragraphs": _paragraphs(index, article, shown, homes, numbers) if claims else (),
        "left_out": len(zones) - len(shown),
        "elsewhere": tuple(
            _note(index, claim, numbers[claim.claim_id], shown=False) for claim in claims if claim.claim_id not in homes
        ),
    }


def _zones(article: Article) -> list[Zone]:
    """The paragraphs of an article; its lines, where nobody has marked any."""
    if article.zones:
        return sorted(zone for zone in article.zones if 0 <= zone.start < zone.end <= len(article.text))
    lines, start = [], 0
    for line in article.text.split("\n"):
        lines.append(Zone(start=start, end=start + len(line), kind="body"))
        start += len(line) + 1
    return [zone for zone in lines if zone.start < zone.end]


def _homes(zones: Sequence[Zone], claims: Sequence[Claim]) -> dict[str, int]:
    """The paragraph each claim begins in, by claim id; a claim whose words are not shown has none."""
    found: dict[str, int] = {}
    for claim in claims:
        places = [place for part in _parts(claim) for place in _places(zones, part)]
        if places:
            found[claim.claim_id] = min(places)
    return found


def _places(zones: Sequence[Zone], span: Span) -> list[int]:
    """The paragraphs a span runs through."""
    first = max(0, bisect_right(zones, span.start, key=lambda zone: zone.start) - 1)
    last = bisect_right(zones, span.end - 1, key=lambda zone: zone.start)
    return [i for i in range(first, last) if zones[i].start < span.end and span.start < zones[i].end]


def _parts(claim: Claim) -> tuple[Span, ...]:
    return tuple(part for part in claim.fragments or (claim_span(claim),) if part.start < part.end)


def _paragraphs(
    index: Index, article: Article, zones: Sequence[Zone], homes: dict[str, int], numbers: dict[str, int]
) -> tuple[Paragraph, ...]:
    claims = index.claims_of_article[article.article_id]
    marks: dict[int, list[Placed]] = defaultdict(list)
    for claim in claims:
        _place_claim(marks, zones, claim, numbers[claim.claim_id])
        for figure in index.figures_of_claim.get(claim.claim_id, ()):
            span = Span(start=figure.start, end=max(figure.start, figure.end))
            for place in _places(zones, span) if figure.start < figure.end else ():
                marks[place].append(Placed(span=span, mark=Mark(kind="figure")))
    notes: dict[int, list[Note]] = defaultdict(list)
    for claim in claims:
        if claim.claim_id in homes:
            note = _note(index, claim, numbers[claim.claim_id], shown=True)
            notes[homes[claim.claim_id]] += [note] if _says_anything(note) else []
    return tuple(
        _paragraph(article, zone, marks[i], notes[i])
        for i, zone in enumerate(zones)
        if notes[i] or not _repeats_title(article, zone)
    )


def _repeats_title(article: Article, zone: Zone) -> bool:
    """A headline in the text that says what stands above it already."""
    return zone.kind == "headline" and article.text[zone.start : zone.end].strip() == article.title.strip()


def _place_claim(marks: dict[int, list[Placed]], zones: Sequence[Zone], claim: Claim, number: int) -> None:
    """Lay a claim's parts over the paragraphs they run through; the first carries the anchor and the number."""
    mark = Mark(kind="claim", anchor=anchor("clm", claim.claim_id), number=number)
    for part in sorted(_parts(claim)):
        for place in _places(zones, part):
            marks[place].append(Placed(span=part, mark=mark))
            mark = Mark(kind="claim")


def _paragraph(article: Article, zone: Zone, marks: Sequence[Placed], notes: Sequence[Note]) -> Paragraph:
    stretches = lay(article.text, Span(start=zone.start, end=zone.end), marks)
    return Paragraph(kind=zone.kind, stretches=tuple(stretches), notes=tuple(notes))


def _note(index: Index, claim: Claim, number: int, *, shown: bool) -> Note:
    turns = claim.incident_id in index.incidents and _turns(index, claim, number)
    conflicts = index.conflicts_of_claim.get(claim.claim_id, ())
    return Note(
        number=number,
        claim_anchor=anchor("clm", claim.claim_id),
        anchor="" if shown else anchor("clm", claim.claim_id),
        source=index.speaker(claim) if claim.source_kind != OWN_WORDS else "",
        described=word("source_kinds", claim.source_kind) if claim.source_kind != OWN_WORDS else "",
        party=claim.party if claim.party != index.speaker(claim) else "",
        stance=word("stances", claim.stance) if claim.stance != PLAIN else "",
        via=claim.via,
        figures=tuple(_figure(each) for each in index.figures_of_claim.get(claim.claim_id, ())),
        accounts=tuple(_account(each) for each in index.accounts_of_claim.get(claim.claim_id, ())),
        incident=index.label(claim.incident_id) if turns else "",
        incident_anchor=anchor("inc", claim.incident_id) if turns else "",
        conflicts=tuple(anchor("dis", each.discrepancy_id) for each in conflicts),
        text="" if shown else claim.text,
    )


def _says_anything(note: Note) -> bool:
    """The outlet's own words without a number need no note: their shade and their number in the text say it all."""
    return any((note.source, note.stance, note.via, note.figures, note.accounts, note.incident, note.conflicts))


def _turns(index: Index, claim: Claim, number: int) -> bool:
    """Does the article turn to another incident with its claim of this number?"""
    claims = index.claims_of_article[claim.article_id]
    return number == 1 or claims[number - 2].incident_id != claim.incident_id


def _figure(figure: Figure) -> str:
    counted = f" {figure.counted}" if not set(figure.counted.split()) <= set(figure.text.split()) else ""
    return f"{measure_words(figure.measure, figure.scope)}: {figure.text}{counted}"


def _account(account: Account) -> str:
    return f"{word('slots', account.slot)}: {account_words(account)}"
