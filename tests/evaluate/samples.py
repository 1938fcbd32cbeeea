"""Samples of corpora too large for every run: always the same documents, and always whole incidents.

A document is taken by the hash of its incident (of itself, where incidents are not given), so that a sample neither
depends on the order of the file nor splits an incident, and a larger sample holds every smaller one.
"""

import hashlib
import json
from pathlib import Path

# How many documents a quick run reads; what is not named here is read whole.
QUICK = {"gva": 500, "airwars": 150}


def sample(corpus: Path, folder: Path, most: int | None) -> Path:
    """A folder like the corpus' own, with ``most`` documents and their gold beside them; the documents' new place."""
    documents = corpus / "documents.jsonl"
    rows = [json.loads(line) for line in documents.read_text(encoding="utf-8").splitlines() if line.strip()]
    clusters = _load(corpus / "clusters.json")
    incident = {row["id"]: clusters.get(row["id"], row["id"]) for row in rows}
    taken = sorted(rows, key=lambda row: (_hash(incident[row["id"]]), row["id"]))
    if most is not None and most < len(taken):
        last = incident[taken[most - 1]["id"]]
        taken = [*taken[:most], *(row for row in taken[most:] if incident[row["id"]] == last)]
    ids = {row["id"] for row in taken}
    kept = {incident[doc] for doc in ids}
    folder.mkdir(parents=True)
    (folder / "documents.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in taken), encoding="utf-8")
    if clusters:
        _save(folder / "clusters.json", {doc: name for doc, name in clusters.items() if doc in ids})
    counts = _load(corpus / "counts.json")
    _save(folder / "counts.json", {name: count for name, count in counts.items() if name in kept})
    return folder / "documents.jsonl"


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _load(path: Path) -> dict[str, object]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _save(path: Path, content: dict[str, object]) -> None:
    path.write_text(json.dumps(content, indent=0), encoding="utf-8")
