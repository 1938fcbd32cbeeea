"""Which documents are about one incident: each by its main scene."""

import json
from pathlib import Path

import tracker
from tests.evaluate.reading import Reading, is_main, read_corpus


def predict(corpus: Path, out: Path) -> None:
    """``{document: incident}``; a document of which nothing was extracted is left out."""
    out.write_text(json.dumps(incidents(read_corpus(corpus)), indent=0), encoding="utf-8")


def incidents(reading: Reading) -> dict[str, str]:
    """The incident each document is about."""
    claims = tracker.group(**reading.tables()).claims
    main = claims[is_main(claims)].drop_duplicates("article_id")
    about = dict(zip(main["article_id"], main["incident_id"], strict=True))
    return {doc: about[article] for doc, article in reading.article_of.items() if article in about}
