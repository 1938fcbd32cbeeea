"""Claims and conflicts as W3C Web Annotations, which other tools lay over the articles themselves.

Web Annotation Data Model, W3C Recommendation 23 February 2017: a claim *describes* the words it stands on, a conflict
*links* the words of its two sides, what a person decided *assesses* a conflict. The words are told twice, by quotation
(which survives an edit) and by position in the text as it was read.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from tracker.decisions import JUDGEMENTS, in_force
from tracker.model import Article, Claim, Decision, Discrepancy
from tracker.report.index import Index
from tracker.report.links import original
from tracker.tables import Tables

# Characters before and after a quotation that help to find it again, as Hypothesis stores them.
AROUND = 32

Node = dict[str, Any]


def write_annotations(tables: Tables, folder: Path) -> list[Path]:
    """One JSON-LD file, ``annotations.jsonld``: a collection of one page."""
    index = Index(tables)
    items = [*_claims(index), *_conflicts(index), *_decisions(index)]
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": name("annotations"),
        "type": "AnnotationCollection",
        "label": "Claims and conflicts",
        "total": len(items),
        "first": {"id": name("annotations:1"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return [write_json(collection, folder, "annotations.jsonld")]


def write_json(graph: Node, folder: Path, file: str) -> Path:
    """A JSON-LD file in a folder, which is made if need be; half a character is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file
    path.write_bytes(msgspec.json.format(msgspec.json.encode(_whole(graph)), indent=1) + b"\n")
    return path


def name(ident: str) -> str:
    """What a thing of ours is called where names are addresses."""
    return f"urn:discrepancy-tracker:{ident}"


def address(article: Article) -> str:
    """Where an article is: on the web, else by what it holds."""
    link = original(article.url)
    return link.href if link else f"urn:sha256:{article.sha256}" if article.sha256 else name(article.article_id)


def moment(when: str) -> str:
    """A day as the moment it begins, as the standards ask for."""
    return f"{when}T00:00:00Z" if len(when) == len("2024-03-15") else when


def _claims(index: Index) -> Iterator[Node]:
    for claim in index.claims.values():
        if claim.article_id in index.articles:
            tags = (figure.measure for figure in index.figures_of_claim.get(claim.claim_id, ()))
            yield {
                "id": name(claim.claim_id),
                "type": "Annotation",
                "motivation": "describing",
                "body": [
                    {
                        "type": "TextualBody",
                        "purpose": "describing",
                        "format": "text/plain",
                        "value": _told(index, claim),
                    },
                    *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in dict.fromkeys(tags)),
                ],
                "target": _target(index.articles[claim.article_id], claim),
            }


def _told(index: Index, claim: Claim) -> str:
    party = f", for {claim.party}" if claim.party else ""
    via = f", via {', '.join(claim.via)}" if claim.via else ""
    return f"{index.speaker(claim)}{party} ({claim.stance}){via}"


def _conflicts(index: Index) -> Iterator[Node]:
    for conflict in index.conflicts:
        sides = [index.claims.get(each) for each in (conflict.left_claim_id, conflict.right_claim_id)]
        held = {each.claim_id: each for each in sides if each and each.article_id in index.articles}
        if held:
            yield {
                "id": name(conflict.discrepancy_id),
                "type": "Annotation",
                "motivation": "linking",
                "body": [_remark("describing", conflict.reason), _remark("classifying", _kind(conflict))],
                "target": [_target(index.articles[each.article_id], each) for each in held.values()],
            }


def _kind(conflict: Discrepancy) -> str:
    return f"{conflict.kind} conflict: {conflict.measure}" if conflict.measure else f"{conflict.kind} conflict"


def _decisions(index: Index) -> Iterator[Node]:
    for made in in_force(index.tables.decisions):
        if made.kind in JUDGEMENTS and made.subjects[0] in index.discrepancies:
            yield _assessment(made)


def _assessment(made: Decision) -> Node:
    words = ": ".join(filter(None, (JUDGEMENTS[made.kind], made.value, made.reason)))
    return {
        "id": name(made.decision_id),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Person", "name": made.reviewer or "somebody"},
        "created": made.decided_at,
        "body": [_remark("assessing", words)],
        "target": name(made.subjects[0]),
    }


def _remark(purpose: str, words: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words}


def _target(article: Article, claim: Claim) -> Node:
    text = article.text
    before, after = _edge(text, claim.start - AROUND, up=True), _edge(text, claim.end + AROUND, up=False)
    quoted = {
        "type": "TextQuoteSelector",
        "exact": text[claim.start : claim.end],
        "prefix": text[before : claim.start],
        "suffix": text[claim.end : after],
    }
    placed = {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}
    target: Node = {"type": "SpecificResource", "source": address(article), "selector": [quoted, placed]}
    if article.published:
        target["state"] = {"type": "TimeState", "sourceDate": moment(article.published)}
    return target


def _edge(text: str, place: int, *, up: bool) -> int:
    """A place in the text that does not part a letter from its marks."""
    place = min(max(place, 0), len(text))
    while 0 < place < len(text) and unicodedata.combining(text[place]):
        place += 1 if up else -1
    return place


def _whole(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _whole(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [_whole(each) for each in node]
    return node.encode("utf-8", "replace").decode("utf-8") if isinstance(node, str) else node
