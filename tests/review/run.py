"""A run to decide on: two conflicts over one attack and one over another, in a store as a run leaves it."""

from dataclasses import replace
from pathlib import Path

from tests.factory import article, claim, killed
from tracker.model import KEPT, NOUNS, Claim, Discrepancy, Figure, Incident
from tracker.store import Store
from tracker.tables import Tables

TEXT = {
    "herald": "The ministry said 20 people were killed and 31 hurt in the strike on Selwyn.",
    "courier": "The governor said 12 people were killed and 9 hurt in the strike on Selwyn.",
    "post": "Police counted 500 marchers in Anser; the union spoke of 4,000.",
}
ARTICLES = {name: article(text, publisher=f"The {name.title()}", path=f"{name}.txt") for name, text in TEXT.items()}


def said(paper: str, words: str, source: str, incident: str) -> Claim:
    """A claim that stands in a paper's article in just these words."""
    told = ARTICLES[paper]
    start = told.text.index(words)
    return claim(words, article_id=told.article_id, start=start, source_name=source, incident_id=incident)


def counted(of: Claim, text: str, measure: str) -> Figure:
    """The figure of a claim that is printed so."""
    number = float(text.replace(",", ""))
    start = ARTICLES_BY_ID[of.article_id].text.index(text, of.start)
    figure = killed(number, of=of, measure=measure, text=text)
    return replace(figure, start=start, end=start + len(text))


ARTICLES_BY_ID = {each.article_id: each for each in ARTICLES.values()}

MINISTRY = said("herald", "20 people were killed and 31 hurt", "The ministry", "inc-strike")
GOVERNOR = said("courier", "12 people were killed and 9 hurt", "The governor", "inc-strike")
POLICE = said("post", "500 marchers", "Police", "inc-march")
UNION = said("post", "4,000", "The union", "inc-march")
CLAIMS = (MINISTRY, GOVERNOR, POLICE, UNION)
FIGURES = tuple(
    counted(of, text, measure)
    for of, text, measure in (
        (MINISTRY, "20", "killed"),
        (GOVERNOR, "12", "killed"),
        (MINISTRY, "31", "injured"),
        (GOVERNOR, "9", "injured"),
        (POLICE, "500", "attended"),
        (UNION, "4,000", "attended"),
    )
)


def clash(name: str, left: int, right: int, severity: float) -> Discrepancy:
    """A conflict of two of the figures, by their places in the row above."""
    one, other = FIGURES[left], FIGURES[right]
    of = {each.claim_id: each for each in CLAIMS}
    return Discrepancy(
        discrepancy_id=name,
        incident_id=one.incident_id,
        kind="figure",
        relation="conflict",
        measure=one.measure,
        left_claim_id=one.claim_id,
        right_claim_id=other.claim_id,
        left_figure_id=one.figure_id,
        right_figure_id=other.figure_id,
        left_claims=(one.claim_id,),
        right_claims=(other.claim_id,),
        left_figures=(one.figure_id,),
        right_figures=(other.figure_id,),
        left_source=of[one.claim_id].source_name,
        right_source=of[other.claim_id].source_name,
        left_value=one.text,
        right_value=other.text,
        severity=severity,
        reason=f"{one.text} and {other.text} leave no number in common.",
        rule="figures",
    )


KILLED, HURT, MARCH = clash("dis-killed", 0, 1, 0.9), clash("dis-hurt", 2, 3, 0.5), clash("dis-march", 4, 5, 0.7)
AGREED = replace(KILLED, discrepancy_id="dis-agreed", relation="agree", severity=0.0)

TABLES = Tables(
    articles=tuple(ARTICLES.values()),
    claims=CLAIMS,
    figures=FIGURES,
    incidents=(
        Incident(
            incident_id="inc-strike", label="Strike on Selwyn", place="Selwyn", date_from="2024-03-14", n_claims=2
        ),
        Incident(incident_id="inc-march", label="March in Anser", place="Anser", date_from="2024-03-14", n_claims=2),
    ),
    discrepancies=(KILLED, HURT, MARCH, AGREED),
)


def fill(location: Path) -> Path:
    """A store that holds the run."""
    with Store(location) as store:
        store.replace({name: getattr(TABLES, name) for name in NOUNS if name not in KEPT})
    return location
