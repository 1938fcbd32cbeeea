"""Nouns as cells: what the types of the schema make of each value, many rows at a time."""

from dataclasses import replace

from tests.factory import claim, killed
from tracker.model import INF, Article, Claim, Figure, Zone, columns
from tracker.store import Change, Store
from tracker.store.alterations import told_of
from tracker.store.cells import cells_of
from tracker.store.schema import BY_DEPENDENCE

SAID = claim("12 people died", article_id="")


def told(name: str, noun: object) -> dict[str, object]:
    (line,) = cells_of(name, [noun])
    return dict(zip(columns(type(noun)), line, strict=True))


def test_text_is_made_storable_and_a_reference_to_nothing_is_none() -> None:
    cells = told("claims", replace(SAID, text="half \ud83d of\0it", via=("Wire\0", "Desk")))
    assert cells["text"] == "half \ufffd of\ufffdit"
    assert cells["via"] == "Wire\ufffd; Desk"
    assert cells["article_id"] is None
    assert cells["source_name"] == SAID.source_name


def test_one_letter_that_cannot_be_stored_costs_no_other_letter() -> None:
    said = [replace(SAID, text=text) for text in ("Kyjiv", "Київ", "half \ud83d of it", "\0", "")]
    texts = [line[columns(Claim).index("text")] for line in cells_of("claims", said)]
    assert texts == ["Kyjiv", "Київ", "half \ufffd of it", "\ufffd", ""]


def test_the_names_of_tables_are_words_that_a_cell_can_hold() -> None:
    assert {type(name) for name in BY_DEPENDENCE} == {str}


def test_what_is_joined_is_one_cell_and_nothing_joined_an_empty_one() -> None:
    zones = (Zone(start=0, end=4, kind="body"), Zone(start=5, end=9, kind="caption"))
    cells = told("articles", Article(article_id="art-a", path="a.txt", text="Rain fell", zones=zones))
    assert cells["zones"] == "body 0-4; caption 5-9"
    assert told("articles", Article(article_id="art-a", path="a.txt"))["zones"] == ""


def test_numbers_are_those_the_column_gives_back() -> None:
    cells = told("figures", replace(killed(12, INF, of=SAID), best=12, of_total=None))
    assert (cells["low"], cells["best"], cells["high"]) == (12.0, 12.0, INF)
    assert isinstance(cells["best"], float)
    assert cells["of_total"] is None


def test_a_row_is_told_as_it_would_be_read_back(file: object) -> None:
    figures: list[Figure] = [killed(12, INF, of=SAID), killed(2.5, 3, of=SAID)]
    with Store(str(file)) as store:
        claims: list[Claim] = [SAID]
        store.update({"claims": Change(come=claims), "figures": Change(come=figures)})
        assert told_of("figures", figures) == told_of("figures", store.load("figures"))
