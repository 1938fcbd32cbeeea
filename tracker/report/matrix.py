"""The table of one incident: its sources by side, what each says of every measure and slot of the story."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.model import Claim
from tracker.report.dates import when
from tracker.report.holdings import Column, Holding
from tracker.report.incident_pages import Cell, Earlier, Matrix, MatrixGroup, MatrixRow
from tracker.report.index import Index
from tracker.report.links import anchor
from tracker.report.statements import claim_anchor
from tracker.report.wording import account_words, interval_words, word, wording

# A source that revised its figure more often than this is followed in the articles.
EARLIER = 4

# Sources that are a kind of evidence rather than a side.
EVIDENCE = frozenset({"visual_evidence", "document"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One value a source gave, in one claim."""

    claim: Claim
    value: str


Place = tuple[str, Column]


def matrix(index: Index, incident_id: str, held: Sequence[Holding]) -> Matrix | None:
    """Who says what; None where nobody gives a figure or an account."""
    cells: dict[Place, list[Cell]] = defaultdict(list)
    for place, cell in (*_figure_cells(index, held), *_account_cells(index, incident_id, held)):
        cells[place].append(cell)
    if not cells:
        return None
    columns = sorted({column for _, column in cells}, key=lambda column: column.rank)
    groups: dict[str, list[MatrixRow]] = defaultdict(list)
    belongs = _groups(index, incident_id, held)
    for source in sorted({source for source, _ in cells}):
        row = MatrixRow(name=source, cells=tuple(_named(cells.get((source, column), ())) for column in columns))
        groups[belongs.get(source, "other")].append(row)
    return Matrix(columns=tuple(column.heading for column in columns), groups=tuple(_in_order(groups)))


def _named(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """What a cell counts needs saying only beside another, and if its value does not say so."""
    return tuple(replace(cell, about="") if len(cells) == 1 or cell.about in cell.value else cell for cell in cells)


def _figure_cells(index: Index, held: Sequence[Holding]) -> Iterator[tuple[Place, Cell]]:
    for each in held:
        position = each.position
        value = position.value or interval_words(position.low, position.best, position.high)
        said = [Said(claim=claim, value=figure.text) for claim, figure in each.said]
        cell = _cell(index, value, said, n_independent=position.n_independent, clash=each.clash)
        yield (position.source_name, each.column), replace(cell, about=each.about)


def _account_cells(index: Index, incident_id: str, held: Sequence[Holding]) -> Iterator[tuple[Place, Cell]]:
    """What each source tells besides numbers. A source is called as in its position, if it has one."""
    called = {claim.claim_id: each.position.source_name for each in held for claim, _ in each.said}
    told: dict[Place, list[Said]] = defaultdict(list)
    for claim in sorted(index.claims_of_incident.get(incident_id, ()), key=index.moment):
        source = called.get(claim.claim_id) or index.speaker(claim)
        for slot, values in _answers(index, claim).items():
            told[source, Column(slot=slot)].append(Said(claim=claim, value=", ".join(values)))
    for (source, column), said in told.items():
        clashes = (index.clash_of_account.get((each.claim.claim_id, column.slot)) for each in said)
        clash = next(filter(None, clashes), "")
        cell = _cell(index, said[-1].value, said, clash=anchor("dis", clash) if clash else "")
        yield (source, column), cell


def _answers(index: Index, claim: Claim) -> dict[str, list[str]]:
    """What a claim tells of each slot; two parties may be blamed in one breath."""
    found: dict[str, list[str]] = defaultdict(list)
    for account in index.accounts_of_claim.get(claim.claim_id, ()):
        if account_words(account) not in found[account.slot]:
            found[account.slot].append(account_words(account))
    return found


def _cell(index: Index, value: str, said: Sequence[Said], *, clash: str, n_independent: int = 0) -> Cell:
    """``said`` earliest first; the last that gives the value is where it stands."""
    last = next((each for each in reversed(said) if each.value == value), said[-1] if said else None)
    others = {each.value: each for each in said if each.value != value}.values()
    return Cell(
        value=value,
        about="",
        claim_anchor=claim_anchor(index, last.claim.claim_id) if last else "",
        said=when(index.said(last.claim) if last else ""),
        n_independent=n_independent,
        clash=clash,
        earlier=tuple(_earlier(index, each, last) for each in list(others)[-EARLIER:]),
        more=max(0, len(others) - EARLIER),
    )


def _earlier(index: Index, said: Said, last: Said | None) -> Earlier:
    day = when(index.said(said.claim))
    return Earlier(
        word="earlier" if last and day.iso < when(index.said(last.claim)).iso else "also",
        value=said.value,
        said=day,
        claim_anchor=claim_anchor(index, said.claim.claim_id),
    )


def _groups(index: Index, incident_id: str, held: Sequence[Holding]) -> dict[str, str]:
    """The side each source speaks for; without one, what sort of source it is."""
    found = {index.speaker(claim): _group(claim) for claim in index.claims_of_incident.get(incident_id, ())}
    found |= {each.position.source_name: _group(each.said[-1][0]) for each in held if each.said}
    return found | {each.position.source_name: each.position.party for each in held if each.position.party}


def _group(claim: Claim) -> str:
    if claim.party:
        return claim.party
    if claim.source_kind in EVIDENCE:
        return "evidence"
    return "narrator" if claim.source_kind == "narrator" else "other"


def _in_order(groups: dict[str, list[MatrixRow]]) -> Iterable[MatrixGroup]:
    """Sides by name, so that none comes first by our choice; then the groups of the wording."""
    last = list(wording()["groups"])
    for name in [*sorted(groups.keys() - set(last)), *(each for each in last if each in groups)]:
        yield MatrixGroup(name=word("groups", name) if name in last else name, rows=tuple(groups[name]))
