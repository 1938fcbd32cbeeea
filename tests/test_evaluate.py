"""The harness of tests/evaluate, on a corpus of our own in the corpora's formats."""

import json
from pathlib import Path

import pandas as pd
import pytest

from tests.evaluate import gate, samples
from tests.evaluate.__main__ import main
from tests.evaluate.attribution import attribution
from tests.evaluate.scoring import pick, pick_share, shares

DOCUMENTS = [
    {
        "id": "ferry-1",
        "title": "Ferry hits pier at Nes",
        "text": "A ferry struck the pier at Nes on Tuesday. Police said one person was killed and four were injured.",
        "published": "2024-05-15",
        "url": "https://one.example/ferry",
    },
    {
        "id": "ferry-2",
        "title": "One dead as ferry strikes Nes pier",
        "text": "One person was killed and six people were injured when a ferry struck the pier at Nes on Tuesday.",
        "published": "2024-05-15",
        "url": "https://two.example/nes",
    },
    {
        "id": "barn-1",
        "title": "Barn burns down near Hollum",
        "text": "A barn near Hollum burned down on 2 March. The mayor said nobody was hurt.",
        "published": "2024-03-03",
        "url": "https://one.example/barn",
    },
]
CLUSTERS = {"ferry-1": "ferry", "ferry-2": "ferry", "barn-1": "barn"}
COUNTS = {"ferry": {"killed": 1, "injured": [4, 6]}, "barn": {"killed": 0, "injured": 0}}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    lines(folder / "documents.jsonl", DOCUMENTS)
    (folder / "clusters.json").write_text(json.dumps(CLUSTERS))
    (folder / "counts.json").write_text(json.dumps(COUNTS))
    return folder


def lines(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return path


def run(task: str, corpus: Path) -> Path:
    out = corpus.with_name(f"{task}.out")
    main([task, str(corpus), str(out)])
    return out


# --- The tasks, from documents to predictions ---


def test_clusters(corpus):
    found = json.loads(run("clusters", corpus / "documents.jsonl").read_text())
    assert found["ferry-1"] == found["ferry-2"] != found["barn-1"]


def test_counts_of_given_incidents(corpus):
    found = json.loads(run("counts", corpus / "documents.jsonl").read_text())
    assert found["ferry"]["injured"] == {"answer": [4, 6], "values": [4, 6]}
    assert found["ferry"]["killed"]["answer"] == 1


def test_counts_without_incidents_take_each_document_as_one(corpus):
    (corpus / "clusters.json").unlink()
    found = json.loads(run("counts", corpus / "documents.jsonl").read_text())
    assert set(found) == {"ferry-1", "ferry-2", "barn-1"}
    assert found["ferry-1"]["injured"]["answer"] == 4


def test_attribution_spans_are_those_of_the_text(tmp_path):
    text = "Police said four people were injured."
    corpus = lines(tmp_path / "dev.jsonl", [{"doc_id": "a", "text": text}])
    (row,) = map(json.loads, run("attribution", corpus).read_text().splitlines())
    (found,) = row["attributions"]
    words = {role: [text[start:end] for start, end in spans] for role, spans in found.items()}
    assert (words["source"], words["cue"]) == (["Police"], ["said"])
    assert "four people were injured" in words["content"][0]


def test_pairs(tmp_path):
    def side(text, url, published="2024-05-14T12:00:00+00:00"):
        return {"text": text, "title": "Ferry hits the pier", "event_time": published, "domain": url, "url": url}

    four, six = "Four people were injured in Ostend.", "Six people were injured in Ostend."
    barn = {
        **side("A barn in Aberdeen burned down and two people were injured.", "x", "2021-01-01"),
        "title": "Barn fire",
    }
    rows = [
        {"id": "same", "a": side(four, "one.example"), "b": side(four, "two.example"), "what": "injured"},
        {"id": "other", "a": side(four, "one.example"), "b": barn, "what": "injured"},
        {"id": "more", "a": side(four, "one.example"), "b": side(six, "two.example"), "what": "injured"},
    ]
    found = json.loads(run("pairs", lines(tmp_path / "pairs.jsonl", rows)).read_text())
    assert found["same"]["label"] == "agree"
    assert found["other"]["label"] == "unrelated"
    assert found["more"]["label"] in {"conflict", "update"}


# --- Shapes ---


def test_a_content_in_pieces_keeps_them():
    claim = {"source_start": 10, "source_end": 14, "cue_start": -1, "cue_end": -1, "start": 0, "end": 40}
    found = attribution({**claim, "fragments": "0-8; 20-40"})
    assert found == {"source": [[10, 14]], "cue": None, "content": [[0, 8], [20, 40]]}
    assert attribution({**claim, "fragments": ""})["content"] == [[0, 40]]


def test_scores_are_picked_by_path():
    assert pick('{"b3": {"f1": 0.5}, "macro": 0.25, "none": null}', "b3/f1", "macro", "none") == {
        "b3/f1": 0.5,
        "macro": 0.25,
        "none": 0.0,
    }


def test_shares_of_the_last_line():
    printed = "not found: figure 3/4\nattributions 16/18  not_conflicts 6/6   conflicts beyond the gold 2/7\n"
    assert shares(printed) == {"attributions": 16, "not_conflicts": 6, "conflicts_beyond_the_gold": -2}


# --- Samples ---


def test_a_sample_holds_whole_incidents_and_their_gold(corpus, tmp_path):
    for most in (1, 2, 3):
        documents = samples.sample(corpus, tmp_path / str(most), most)
        ids = {json.loads(line)["id"] for line in documents.read_text().splitlines()}
        kept = {CLUSTERS[doc] for doc in ids}
        assert len(ids) >= most
        assert ids == {doc for doc, name in CLUSTERS.items() if name in kept}
        assert set(json.loads(documents.with_name("counts.json").read_text())) == kept
        assert set(json.loads(documents.with_name("clusters.json").read_text())) == ids


def test_a_sample_does_not_depend_on_the_order_of_the_file(corpus, tmp_path):
    first = samples.sample(corpus, tmp_path / "a", 1).read_text()
    lines(corpus / "documents.jsonl", DOCUMENTS[::-1])
    assert samples.sample(corpus, tmp_path / "b", 1).read_text() == first


# --- Floors ---


@pytest.fixture
def yardsticks(tmp_path, monkeypatch):
    (tmp_path / "data.jsonl").write_text("words")
    monkeypatch.setattr(gate, "TRIALS", (trial(0.5),))
    return tmp_path


def trial(value: float) -> gate.Trial:
    return gate.Trial(name="toy", files=("data.jsonl",), measure=lambda place: {"f1": value})


def held(yardsticks: Path, *more: str) -> int:
    return gate.main([str(yardsticks), *more], kept=yardsticks / "floors.json")


def floors(yardsticks: Path) -> dict[str, float]:
    return json.loads((yardsticks / "floors.json").read_text())["quick"]


def test_floors_go_up_and_never_down(yardsticks, monkeypatch, capsys):
    assert held(yardsticks, "--update") == 0
    monkeypatch.setattr(gate, "TRIALS", (trial(0.7),))
    assert held(yardsticks) == 0
    assert floors(yardsticks) == {"toy.f1": 0.5}
    assert held(yardsticks, "--update") == 0
    monkeypatch.setattr(gate, "TRIALS", (trial(0.6),))
    assert held(yardsticks, "--update") == 1
    assert floors(yardsticks) == {"toy.f1": 0.7}
    assert "below its floor" in capsys.readouterr().out


def test_a_number_no_longer_measured_has_fallen(yardsticks, monkeypatch):
    held(yardsticks, "--update")
    monkeypatch.setattr(gate, "TRIALS", (gate.Trial(name="toy", files=("data.jsonl",), measure=lambda place: {}),))
    assert held(yardsticks) == 1


def test_other_data_are_no_measure(yardsticks, capsys):
    held(yardsticks, "--update")
    (yardsticks / "data.jsonl").write_text("other words")
    assert held(yardsticks) == 1
    assert "data.jsonl" in capsys.readouterr().out


def test_full_runs_have_floors_of_their_own(yardsticks):
    held(yardsticks, "--update")
    held(yardsticks, "--update", "--full")
    assert set(json.loads((yardsticks / "floors.json").read_text())) == {"digests", "full", "quick"}


def test_tables_show_what_has_no_floor_yet():
    assert any(line.split() == ["new", "-", "0.5000"] for line in gate.table({}, {"new": 0.5}))


def test_empty_tables_have_no_attribution():
    from tests.evaluate.attribution import attributed

    unmarked = {"source_start": [-1], "cue_start": [-1], "source_kind": ["narrator"]}
    assert attributed(pd.DataFrame(unmarked)) == []


def test_an_outlet_s_own_doubt_attributes_nothing():
    from tests.evaluate.attribution import attributed

    both = {"source_start": [-1, 4], "cue_start": [7, 9], "source_kind": ["narrator", "police"]}
    assert [row["source_kind"] for row in attributed(pd.DataFrame(both))] == ["police"]


def test_a_pair_of_counts_is_a_share() -> None:
    printed = '{"by_type": {"indirect": {"content.iou50": [3, 4], "cue.exact": [0, 0]}}}'
    assert pick_share(printed, "by_type/indirect/content.iou50") == {"by_type/indirect/content.iou50": 0.75}
    assert pick_share(printed, "by_type/indirect/cue.exact") == {"by_type/indirect/cue.exact": 0.0}
