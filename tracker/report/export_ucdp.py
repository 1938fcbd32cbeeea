"""Incidents with their dead as a CSV of the shape of UCDP's Georeferenced Event Dataset.

The columns are those of UCDP GED. ``low`` and ``high`` are the lowest and highest number any source gives, ``best``
the one most independent origins stand behind, empty where two have as many: settling that is for a person. Whose dead
they are and who attacked whom is not decided here, so ``deaths_unknown`` is ``best`` and the sides stay empty.
"""

import csv
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from tracker.model import Article, Incident, Position
from tracker.report.index import Index, outlet
from tracker.report.tables_csv import cell
from tracker.tables import JOINED, Tables

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt"),
    *("priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)

# UCDP's precision of a date, by the most days its window may span.
PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4))


def write_ucdp(tables: Tables, folder: Path) -> list[Path]:
    """One file, ``ucdp.csv``: a row for each incident for which a source gives a total of people killed."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "ucdp.csv"
    index = Index(tables)
    with path.open("w", encoding="utf-8", errors="replace", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, restval="")
        writer.writeheader()
        for incident in index.incidents.values():
            dead = [each for each in index.positions_of_incident.get(incident.incident_id, ()) if _counts_dead(each)]
            if dead:
                writer.writerow({key: cell(value) for key, value in _row(index, incident, dead).items()})
    return [path]


def _counts_dead(position: Position) -> bool:
    return position.measure == "killed" and position.scope == "total"


def _row(index: Index, incident: Incident, dead: Sequence[Position]) -> dict[str, object]:
    homes = dict.fromkeys(claim.article_id for claim in index.claims_of_incident.get(incident.incident_id, ()))
    articles = [index.articles[each] for each in homes if each in index.articles]
    best = _best(dead)
    return {
        "id": incident.incident_id,
        "relid": incident.incident_id,
        "year": incident.date_from[:4],
        "number_of_sources": len(articles),
        "source_article": _joined(map(_cited, articles)),
        "source_office": _joined(map(outlet, articles)),
        "source_date": _joined(each.published[:10] for each in articles),
        "source_headline": _joined(each.title for each in articles),
        "source_original": _joined(each.source_name for each in dead),
        "where_description": incident.place,
        "country": incident.country,
        "date_prec": _precision(incident),
        "date_start": incident.date_from,
        "date_end": incident.date_to or incident.date_from,
        "deaths_unknown": best,
        "best": best,
        "high": _number(max(each.high if math.isfinite(each.high) else each.best for each in dead)),
        "low": _number(min(each.low for each in dead)),
    }


def _best(dead: Sequence[Position]) -> object:
    """The number most independent origins stand behind, if one has more than any other. "Hundreds" give none."""
    backing: Counter[float] = Counter()
    for each in dead:
        backing[each.best] += each.n_independent if each.bound != "vague" else 0
    first = [number for number, origins in backing.items() if origins and origins == max(backing.values())]
    return _number(first[0]) if len(first) == 1 else ""


def _number(value: float) -> object:
    return int(value) if math.isfinite(value) and value == int(value) else value


def _precision(incident: Incident) -> object:
    try:
        first, last = date.fromisoformat(incident.date_from[:10]), date.fromisoformat(incident.date_to[:10])
    except ValueError:
        return ""
    days = (last - first).days + 1
    return next((code for most, code in PRECISION if days <= most), 5)


def _cited(article: Article) -> str:
    return ", ".join(filter(None, (outlet(article), article.published[:10], article.title)))


def _joined(words: Iterable[str]) -> str:
    return JOINED.join(dict.fromkeys(filter(None, words)))
