"""Is what goes by another id now no news, unless it tells otherwise?"""

from dataclasses import replace

from tests.factory import article, claim, killed
from tracker.difference import Altered, Difference
from tracker.difference.renaming import without_renaming, without_repeats
from tracker.model import Article, Discrepancy, Incident, Run

RUN = Run(run_id="run-a", started="2024-03-15T08:00:00Z")
WAS = Incident(incident_id="inc-was", label="Fire in Anser", n_articles=1)
NOW = replace(WAS, incident_id="inc-now")
PAIR = Discrepancy(
    discrepancy_id="dis-was",
    incident_id="inc-was",
    kind="figure",
    relation="conflict",
    measure="killed",
    left_claim_id="clm-a",
    right_claim_id="clm-b",
    left_source="the governor",
    left_value="12",
    right_source="the ministry",
    right_value="20",
)
PAIR_NOW = replace(PAIR, discrepancy_id="dis-now", incident_id="inc-now")


def left(was: object, now: object, forwards: dict[str, str]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is told of a row that went and one that came."""
    table, key = ("incidents", "incident_id") if isinstance(was, Incident) else ("discrepancies", "discrepancy_id")
    rows = (
        Altered(table=table, row_id=getattr(was, key), before=was, after=None),
        Altered(table=table, row_id=getattr(now, key), before=None, after=now),
    )
    found = without_renaming(Difference(first=None, last=RUN, altered=rows), forwards)
    return [(each.row_id, each.what, each.columns) for each in found]


def test_an_incident_under_a_new_id_is_no_news() -> None:
    assert left(WAS, NOW, {"inc-was": "inc-now"}) == []
    assert left(WAS, NOW, {}) == [("inc-now", "new", ()), ("inc-was", "gone", ())]


def test_one_that_was_joined_to_another_is() -> None:
    assert len(left(WAS, replace(NOW, label="Strike on Selwyn"), {"inc-was": "inc-now"})) == 2


def test_what_it_tells_otherwise_is() -> None:
    grown = replace(NOW, n_articles=2)
    assert left(WAS, grown, {"inc-was": "inc-now"}) == [("inc-now", "changed", ("n_articles",))]


def test_a_conflict_of_the_same_sides_is_no_news_either_way_round() -> None:
    turned = replace(
        PAIR_NOW, left_source="the ministry", left_value="20", right_source="the governor", right_value="12"
    )
    forwards = {"inc-was": "inc-now"}
    assert left(PAIR, PAIR_NOW, forwards) == []
    assert left(PAIR, turned, forwards) == []
    assert left(PAIR, replace(PAIR_NOW, relation="update"), forwards) == [("dis-now", "changed", ("relation",))]


def test_what_a_page_gave_before_it_was_changed_is_no_news_again() -> None:
    then, now = article("12 died.", article_id="art-then"), article("12 died!", article_id="art-now")
    said = claim("12 died", article_id="art-now")
    same, other = killed(12, of=said), killed(13, of=said)
    rows = tuple(Altered(table="figures", row_id=each.figure_id, before=None, after=each) for each in (same, other))
    difference = Difference(first=None, last=RUN, altered=rows)
    held = {"art-then": [replace(same, article_id="art-then", figure_id="fig-then")]}

    def told(now: Article) -> list[str]:
        found = without_repeats(
            difference, {"art-now": now}, lambda ids: [each for key in ids for each in held.get(key, [])]
        )
        return [each.row_id for each in found]

    assert told(replace(now, version_of=then.article_id)) == [other.figure_id]
    assert told(now) == [same.figure_id, other.figure_id]


def test_another_number_or_another_incident_is_another_conflict() -> None:
    other = replace(PAIR_NOW, left_value="13")
    assert len(left(PAIR, other, {"inc-was": "inc-now"})) == 2
    assert len(left(PAIR, PAIR_NOW, {})) == 2
