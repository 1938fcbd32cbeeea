"""Claims as schema.org ``Claim`` nodes, with the articles they appear in and the figures they give.

A claim is never rated here. A ``ClaimReview`` stands only where a person resolved a conflict and wrote down what they
found, under their name; it is their word and not ours.
"""

import math
from collections.abc import Iterator
from pathlib import Path

from tracker.decisions import in_force
from tracker.model import Article, Claim, Decision, Figure, Incident
from tracker.report.export_annotation import Node, address, name, write_json
from tracker.report.index import Index, outlet
from tracker.report.links import original
from tracker.tables import Tables

# Sources that are one human being; every other is a body of some kind.
_PEOPLE = frozenset({"person", "witness", "medic", "official"})


def write_claims(tables: Tables, folder: Path) -> list[Path]:
    """One JSON-LD file, ``claims.jsonld``: articles, incidents, claims, figures, and reviews by people if there are."""
    index = Index(tables)
    graph = [
        *(_article(index, each) for each in index.articles.values()),
        *(_event(each) for each in index.incidents.values()),
        *(_claim(index, each) for each in index.claims.values()),
        *(_observation(index, each) for each in index.figures.values()),
        *_reviews(index),
    ]
    return [write_json({"@context": "https://schema.org", "@graph": graph}, folder, "claims.jsonld")]


def _article(index: Index, article: Article) -> Node:
    claims = [_ref(each.claim_id) for each in index.claims_of_article.get(article.article_id, ())]
    link = original(article.url)
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": name(article.article_id),
            "url": link.href if link else "",
            "identifier": address(article),
            "headline": article.title,
            "author": {"@type": "Person", "name": article.author} if article.author else "",
            "publisher": {"@type": "Organization", "name": outlet(article)},
            "datePublished": article.published,
            "inLanguage": article.language,
            "interpretedAsClaim": claims,
        }
    )


def _event(incident: Incident) -> Node:
    where = ", ".join(filter(None, (incident.place, incident.country)))
    return _filled(
        {
            "@type": "Event",
            "@id": name(incident.incident_id),
            "name": incident.label,
            "startDate": incident.date_from,
            "endDate": incident.date_to,
            "location": {"@type": "Place", "name": where} if where else "",
        }
    )


def _claim(index: Index, claim: Claim) -> Node:
    article = index.articles.get(claim.article_id)
    speaker = {"@type": "Person" if claim.source_kind in _PEOPLE else "Organization", "name": index.speaker(claim)}
    return _filled(
        {
            "@type": "Claim",
            "@id": name(claim.claim_id),
            "text": claim.text,
            "author": _filled(
                speaker | {"affiliation": claim.party and {"@type": "Organization", "name": claim.party}}
            ),
            "claimInterpreter": {"@type": "Organization", "name": outlet(article)} if article else "",
            "datePublished": index.said(claim),
            "appearance": _ref(claim.article_id) if article else "",
            "about": _ref(claim.incident_id) if claim.incident_id in index.incidents else "",
        }
    )


def _observation(index: Index, figure: Figure) -> Node:
    """A figure with the bounds its words allow; an open end has none."""
    value = {
        "@type": "QuantitativeValue",
        "value": figure.best if figure.bound in ("exact", "about") else None,
        "minValue": figure.low if math.isfinite(figure.low) else None,
        "maxValue": figure.high if math.isfinite(figure.high) else None,
        "unitText": figure.unit or figure.counted,
    }
    return _filled(
        {
            "@type": "Observation",
            "@id": name(figure.figure_id),
            "name": figure.text,
            "measuredProperty": figure.measure,
            "measurementQualifier": figure.scope,
            "observationAbout": _ref(figure.incident_id) if figure.incident_id in index.incidents else "",
            "observationPeriod": "/".join(dict.fromkeys(filter(None, (figure.date_from, figure.date_to)))),
            "value": _filled(value),
            "subjectOf": _ref(figure.claim_id),
        }
    )


def _reviews(index: Index) -> Iterator[Node]:
    for made in in_force(index.tables.decisions):
        if made.kind == "resolve" and made.value and made.subjects[0] in index.discrepancies:
            yield _review(index, made)


def _review(index: Index, made: Decision) -> Node:
    conflict = index.discrepancies[made.subjects[0]]
    return {
        "@type": "ClaimReview",
        "@id": name(made.decision_id),
        "author": {"@type": "Person", "name": made.reviewer or "somebody"},
        "datePublished": made.decided_at,
        "claimReviewed": conflict.reason,
        "itemReviewed": [_ref(conflict.left_claim_id), _ref(conflict.right_claim_id)],
        "reviewBody": made.reason,
        "reviewRating": {"@type": "Rating", "alternateName": made.value},
    }


def _ref(ident: str) -> Node:
    return {"@id": name(ident)}


def _filled(node: Node) -> Node:
    """Without what is not known."""
    return {key: value for key, value in node.items() if value not in ("", None, [])}
