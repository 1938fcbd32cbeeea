"""An incident's case: what each source counts in an article, laid together, and in time that grows with the text."""

import pytest

from tests.clock import seconds
from tests.factory import article, claim, killed
from tracker.compare.cases import Cases
from tracker.model import Incident

INCIDENT = Incident(incident_id="inc-a", label="Flood")


def page(parts, *, between):
    """One article whose every sentence counts some of the dead, as claims and figures of one source."""
    sentence = "Village {} lost nine of its people to the flood."
    text = between.join(sentence.format(at) for at in range(parts))
    claims, figures, start = [], [], 0
    for at in range(parts):
        printed = sentence.format(at)
        said = claim(printed, article_id="art-a", start=start, incident_id="inc-a", claim_id=f"clm-{at}")
        where = {"start": start + printed.index("nine"), "end": start + printed.index("nine") + 4, "text": "nine"}
        figures.append(killed(9, of=said, scope="part", figure_id=f"fig-{at}", **where))
        claims.append(said)
        start += len(printed) + len(between)
    return [article(text, article_id="art-a")], claims, figures


def opened(articles, claims, figures):
    return [Cases(articles, claims, figures, []).open(INCIDENT)]


def test_a_source_s_parts_and_what_stands_beside_a_figure():
    articles, claims, figures = page(3, between=" ")
    figures.append(killed(40, of=claims[1], figure_id="fig-all", start=claims[1].start, end=claims[1].start + 2))
    (case,) = opened(articles, claims, figures)
    told = {statement.figure.figure_id: statement for statement in case.statements}
    assert [other.figure_id for other in told["fig-1"].beside] == ["fig-all"]
    assert told["fig-0"].beside == ()
    assert {piece.figure_id for piece in told["fig-all"].pieces} == {"fig-0", "fig-1", "fig-2"}
    assert told["fig-2"].context.before == "Village 2 lost nine"
    assert not told["fig-0"].counts_others


@pytest.mark.parametrize("between", [" ", "\n", ", "], ids=["one paragraph", "many paragraphs", "one sentence"])
def test_time_grows_with_the_text(between):
    few, many = page(400, between=between), page(3200, between=between)
    assert seconds(lambda: opened(*many)) < 16 * seconds(lambda: opened(*few))
