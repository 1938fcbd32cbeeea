from dataclasses import replace

import pytest

from tests.factory import article, claim, killed
from tests.report.scene import DISCREPANCIES, SCENE
from tracker.model import Discrepancy
from tracker.report.index import Index
from tracker.report.pages import Statement
from tracker.report.statements import BACKING, side_value, sides
from tracker.tables import Tables

INDEX = Index(SCENE)


def marked(statement: Statement, kind: str) -> list[str]:
    return [piece.text for piece in statement.quote.pieces if kind in piece.kinds]


def test_each_side_shows_who_says_what_where_and_when() -> None:
    left, right = sides(INDEX, DISCREPANCIES[0])
    assert (left.name, left.value, left.described, left.brief) == ("leaked roster", "74", "document", True)
    assert (right.name, right.value, right.party) == ("Norland defence ministry", "one", "Norland")
    assert marked(left.statement, "figure") == ["74"]
    assert marked(right.statement, "figure") == ["one"]
    assert left.statement.outlet == "The Selwyn Courier"
    assert left.statement.said.words == "3 May 2024"
    assert left.statement.original
    assert left.statement.original.href.endswith("#:~:text=lists%2074%20sailors%20as,burned%20at%20its%20berth")


def test_neither_side_is_set_larger_than_the_other() -> None:
    wordy = replace(DISCREPANCIES[0], right_value="a number of them, as the ministry puts it")
    assert [each.brief for each in sides(INDEX, wordy) if each] == [False, False]


def test_words_at_odds_with_themselves_have_one_side() -> None:
    odd = DISCREPANCIES[0]
    alone = replace(odd, kind="internal", right_claim_id=odd.left_claim_id, right_figure_id=odd.left_figure_id,
                    right_source=odd.left_source, right_value=odd.left_value, right_claims=odd.left_claims,
                    right_independent=odd.left_independent)  # fmt: skip
    assert sides(INDEX, alone)[1] is None


def test_a_side_counts_its_articles_and_origins_and_names_the_others() -> None:
    _, right = sides(INDEX, DISCREPANCIES[0])
    assert (right.n_articles, right.n_independent) == (3, 2)
    assert [(each.outlet, each.value) for each in right.others] == [("Evening Post", "one"), ("Daily Ledger", "one")]


def test_a_side_with_many_claims_lists_a_few_and_counts_the_rest() -> None:
    many = tuple(claim(f"words {i}") for i in range(BACKING + 4))
    names = tuple(each.claim_id for each in many)
    pair = Discrepancy(discrepancy_id="dis-a", incident_id="", kind="figure", relation="conflict",
                       left_claim_id=names[0], right_claim_id="", left_claims=names)  # fmt: skip
    left, right = sides(Index(Tables(claims=many)), pair)
    assert (len(left.others), left.more) == (BACKING, 3)
    assert (right.name, right.n_articles) == ("a source not in these tables", 0)


def test_a_claim_of_the_side_beyond_the_tables_is_passed_over() -> None:
    lone = replace(DISCREPANCIES[0], right_claims=("clm-gone",))
    assert sides(INDEX, lone)[1].n_articles == 1


@pytest.mark.parametrize(("given", "value"), [("dozens", "dozens"), ("", "30")])
def test_a_value_is_as_the_comparison_gives_it_or_as_printed(given: str, value: str) -> None:
    said = claim()
    figure = killed(30, of=said)
    pair = Discrepancy(discrepancy_id="dis-a", incident_id="", kind="figure", relation="conflict", left_value=given,
                       left_claim_id=said.claim_id, right_claim_id="", left_figure_id=figure.figure_id)  # fmt: skip
    assert side_value(Index(Tables(claims=(said,), figures=(figure,))), pair, "left") == value


def test_quotations_that_are_alike_have_their_differences_marked() -> None:
    papers = article("“We will never leave the town,” she said."), article("“We will leave the town,” she said.")
    said = [claim(each.text[1 : each.text.index(",")], article_id=each.article_id, start=1) for each in papers]
    pair = Discrepancy(discrepancy_id="dis-a", incident_id="", kind="quote", relation="conflict",
                       left_claim_id=said[0].claim_id, right_claim_id=said[1].claim_id)  # fmt: skip
    left, right = sides(Index(Tables(articles=papers, claims=tuple(said))), pair)
    assert marked(left.statement, "differs") == ["never"]
    assert marked(right.statement, "differs") == []
