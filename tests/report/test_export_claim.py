"""schema.org: claims as claims, and a rating only where a person gave one."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.factory import article, claim
from tests.report.scene import SCENE
from tracker.decisions import decide
from tracker.report.export_claim import write_claims
from tracker.tables import Tables

Node = dict[str, Any]


def graph(tables: Tables, folder: Path) -> list[Node]:
    [path] = write_claims(tables, folder)
    whole = json.loads(path.read_text(encoding="utf-8"))
    assert whole["@context"] == "https://schema.org"
    found: list[Node] = whole["@graph"]
    return found


def of(kind: str, nodes: list[Node]) -> dict[str, Node]:
    return {each["@id"].rpartition(":")[2]: each for each in nodes if each["@type"] == kind}


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if set(node) == {"@id"}:
            yield node["@id"]
        for value in node.values():
            yield from references(value)
    if isinstance(node, list):
        for each in node:
            yield from references(each)


def test_every_claim_article_incident_and_figure_is_a_node_and_no_reference_leads_nowhere(tmp_path: Path) -> None:
    nodes = graph(SCENE, tmp_path / "new")
    assert len(of("Claim", nodes)) == len(SCENE.claims)
    assert len(of("NewsArticle", nodes)) == len(SCENE.articles)
    assert len(of("Event", nodes)) == len(SCENE.incidents)
    assert len(of("Observation", nodes)) == len(SCENE.figures)
    ids = [each["@id"] for each in nodes]
    assert len(set(ids)) == len(ids)
    assert set(references(nodes)) <= set(ids)


def test_a_claim_says_who_speaks_and_an_article_which_claims_it_makes(tmp_path: Path) -> None:
    nodes = graph(SCENE, tmp_path)
    said = next(each for each in SCENE.claims if each.party == "Estmark")
    node = of("Claim", nodes)[said.claim_id]
    assert node["author"]["name"] == said.source_name
    assert node["author"]["affiliation"] == {"@type": "Organization", "name": "Estmark"}
    assert node["text"] == said.text
    home = of("NewsArticle", nodes)[said.article_id]
    assert node["appearance"] == {"@id": home["@id"]}
    assert {"@id": node["@id"]} in home["interpretedAsClaim"]


def test_bounds_are_those_of_the_words(tmp_path: Path) -> None:
    figures = of("Observation", graph(SCENE, tmp_path))
    at_least = next(each for each in SCENE.figures if each.bound == "at_least")
    value = figures[at_least.figure_id]["value"]
    assert (value["minValue"], "maxValue" in value, "value" in value) == (at_least.low, False, False)
    exact = next(each for each in SCENE.figures if each.bound == "exact")
    value = figures[exact.figure_id]["value"]
    assert (value["minValue"], value["maxValue"], value["value"]) == (exact.low, exact.high, exact.best)


def test_there_is_no_review_unless_a_person_found_something(tmp_path: Path) -> None:
    conflict = SCENE.discrepancies[0]
    ident = conflict.discrepancy_id
    judged = [
        decide("confirm", [ident]),
        decide("dismiss", [ident], reason="r"),
        decide("resolve", [ident], reason="r"),
    ]
    for made in judged:
        assert not of("ClaimReview", graph(replace(SCENE, decisions=(made,)), tmp_path))
    found = decide("resolve", [ident], value="74", reason="The list was published", reviewer="Ana")
    [review] = of("ClaimReview", graph(replace(SCENE, decisions=(found,)), tmp_path)).values()
    assert review["author"] == {"@type": "Person", "name": "Ana"}
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "74"}
    assert len(review["itemReviewed"]) == 2
    undo = decide("undo", [found.decision_id])
    assert not of("ClaimReview", graph(replace(SCENE, decisions=(found, undo)), tmp_path))
    assert "ClaimReview" not in json.dumps(graph(SCENE, tmp_path))


def test_what_is_not_known_is_left_out_and_no_script_is_an_address(tmp_path: Path) -> None:
    told = article("20 died.", url="javascript:alert(1)", published="")
    nodes = graph(
        Tables(articles=(told,), claims=(claim("20 died", article_id=told.article_id, said_at=""),)), tmp_path
    )
    [home] = of("NewsArticle", nodes).values()
    assert not {"url", "datePublished", "headline"} & set(home)
    assert "javascript" not in json.dumps(nodes)
