"""The annotations hold what the W3C's data model asks for, and lead back to the exact words."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.factory import article, claim
from tests.report.scene import SCENE
from tracker.decisions import decide
from tracker.report.export_annotation import AROUND, write_annotations
from tracker.tables import Tables

MOTIVATIONS = {"describing", "linking", "assessing"}


def items(tables: Tables, folder: Path) -> list[dict[str, Any]]:
    [path] = write_annotations(tables, folder)
    whole = json.loads(path.read_text(encoding="utf-8"))
    assert whole["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (whole["type"], whole["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert whole["total"] == len(whole["first"]["items"])
    found: list[dict[str, Any]] = whole["first"]["items"]
    return found


def targets(item: dict[str, Any]) -> list[dict[str, Any]]:
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


def test_every_annotation_has_its_shape_and_an_id_of_its_own(tmp_path: Path) -> None:
    found = items(SCENE, tmp_path / "new")
    assert len({each["id"] for each in found}) == len(found) == len(SCENE.claims) + 4
    for each in found:
        assert each["type"] == "Annotation"
        assert each["motivation"] in MOTIVATIONS
        assert all(body["type"] == "TextualBody" for body in each["body"])


def test_both_selectors_lead_to_the_same_words(tmp_path: Path) -> None:
    texts = {each.text for each in SCENE.articles}
    for each in items(SCENE, tmp_path):
        for target in targets(each):
            quoted, placed = target["selector"]
            assert (quoted["type"], placed["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            words = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
            span = slice(placed["start"], placed["end"])
            text = next(text for text in texts if words in text and text[span] == quoted["exact"])
            assert text[placed["start"] - len(quoted["prefix"]) :].startswith(words)
            assert len(quoted["prefix"]) <= AROUND


def test_positions_count_characters_and_letters_keep_their_marks(tmp_path: Path) -> None:
    text = "\U0001f600 " + "e\u0301" * 40 + " 20 died " + "e\u0301" * 40
    told = article(text, url="https://paper.example/a b")
    start = text.index("20 died")
    [item] = items(
        Tables(articles=(told,), claims=(claim("20 died", article_id=told.article_id, start=start),)), tmp_path
    )
    quoted, placed = item["target"]["selector"]
    assert (placed["start"], placed["end"]) == (start, start + 7)
    assert not quoted["prefix"].startswith("\u0301")
    assert quoted["suffix"].endswith("\u0301")


def test_a_source_is_an_address_and_never_a_script(tmp_path: Path) -> None:
    bad = article("20 died.", url="javascript:alert(1)", sha256="ab" * 32)
    good = article("20 died.", url="https://paper.example/a", publisher="Other")
    said = tuple(claim("20 died", article_id=each.article_id) for each in (bad, good))
    found = items(Tables(articles=(bad, good), claims=said), tmp_path)
    assert {each["target"]["source"] for each in found} == {"urn:sha256:" + "ab" * 32, "https://paper.example/a"}
    assert {each["target"]["state"]["sourceDate"] for each in found} == {"2024-03-15T00:00:00Z"}


def test_what_people_decided_assesses_the_conflict(tmp_path: Path) -> None:
    conflict = SCENE.discrepancies[0].discrepancy_id
    made = decide("dismiss", [conflict], reason="an older count", reviewer="Ana", decided_at="2024-05-01")
    undone = decide("confirm", [conflict], decided_at="2024-04-30")
    undo = decide("undo", [undone.decision_id], decided_at="2024-05-01")
    found = items(replace(SCENE, decisions=(made, undone, undo)), tmp_path)
    [said] = [each for each in found if each["motivation"] == "assessing"]
    assert said["creator"] == {"type": "Person", "name": "Ana"}
    assert said["created"] == "2024-05-01T00:00:00.000Z"
    assert said["body"][0]["value"] == "dismissed: an older count"
    assert said["target"] in {each["id"] for each in found}


def test_half_a_character_stops_nothing(tmp_path: Path) -> None:
    told = article("20 \ud83d died.")
    assert items(Tables(articles=(told,), claims=(claim("20 \ud83d died", article_id=told.article_id),)), tmp_path)
