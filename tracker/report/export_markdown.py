"""Each incident as a page of Markdown to write from: what conflicts, who says what, every quotation cited."""

import re
from collections.abc import Iterator
from pathlib import Path

from tracker.model import Article, Claim, Discrepancy, Incident
from tracker.report.dates import period
from tracker.report.index import Index, outlet
from tracker.report.links import anchor, original
from tracker.report.statements import side_name, side_value
from tracker.report.wording import word
from tracker.tables import Tables

# What Markdown or HTML would take for a mark of its own, so that words stay words.
_MARKS = re.compile(r"([\\`*_{}\[\]#|~>$^]|:(?=//)|(?<=\bwww)\.|^[-+=])", re.IGNORECASE)
_LISTED = re.compile(r"^(\d{1,9})([.)])")


def write_markdown(tables: Tables, folder: Path) -> list[Path]:
    """One file an incident, named by its id."""
    folder.mkdir(parents=True, exist_ok=True)
    index = Index(tables)
    paths = []
    for incident in index.incidents.values():
        path = folder / f"{anchor('inc', incident.incident_id)}.md"
        page = _Page(index)
        path.write_text("\n".join(page.lines(incident)) + "\n", encoding="utf-8", errors="replace", newline="\n")
        paths.append(path)
    return paths


class _Page:
    """One page; it numbers its citations as it goes."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._cited: dict[str, int] = {}

    def lines(self, incident: Incident) -> Iterator[str]:
        """The page, line by line."""
        index = self._index
        yield f"# {plain(index.label(incident.incident_id))}"
        yield ""
        facts = (period(incident.date_from, incident.date_to), incident.place, incident.country)
        yield plain(" · ".join(dict.fromkeys(filter(None, facts)))) or "Date and place not stated"
        conflicts = [each for each in index.discrepancies_of_incident.get(incident.incident_id, ()) if _alarms(each)]
        if conflicts:
            yield from ("", "## What conflicts")
        for conflict in conflicts:
            yield from self._conflict(conflict)
        positions = index.positions_of_incident.get(incident.incident_id, ())
        if positions:
            yield from ("", "## Who says what", "", "| Source | What | Said | Where |", "| --- | --- | --- | --- |")
        for each in positions:
            notes = " ".join(map(self._note, each.claims[:5]))
            cells = (each.source_name, word("measures", each.measure), each.value)
            yield f"| {' | '.join(map(plain, cells))} | {notes} |"
        yield from ("", "## Sources", "")
        for claim_id, number in self._cited.items():
            yield f"[^{number}]: {self._citation(index.claims[claim_id])}"

    def _conflict(self, conflict: Discrepancy) -> Iterator[str]:
        state = f" ({plain(conflict.review_state)})" if conflict.review_state else ""
        yield from ("", f"{plain(conflict.reason)}{state}")
        for side in ("left", "right"):
            claim = self._index.claims.get(getattr(conflict, f"{side}_claim_id"))
            if claim:
                name, value = side_name(self._index, conflict, side), side_value(self._index, conflict, side)
                said = f"**{plain(name)}**" + (f", {plain(value)}" if value else "")
                yield from ("", f"- {said}: “{plain(self._quoted(claim))}”{self._note(claim.claim_id)}")

    def _quoted(self, claim: Claim) -> str:
        """The exact words, as they stand in the article."""
        article = self._index.articles.get(claim.article_id)
        return article.text[claim.start : claim.end] if article else claim.text

    def _note(self, claim_id: str) -> str:
        if claim_id not in self._index.claims:
            return ""
        return f"[^{self._cited.setdefault(claim_id, len(self._cited) + 1)}]"

    def _citation(self, claim: Claim) -> str:
        article = self._index.articles.get(claim.article_id)
        if article is None:
            return plain(f"{self._index.speaker(claim)}: “{claim.text}”")
        said = f"{plain(self._index.speaker(claim))}, in {_published(article)}"
        return f"{said}. “{plain(self._quoted(claim))}”"


def plain(text: str) -> str:
    """Words as words: one line, no mark of Markdown, no HTML."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    marked = _MARKS.sub(r"\\\1", line.replace("&", "&amp;").replace("<", "&lt;"))
    return _LISTED.sub(r"\1\\\2", marked)


def _alarms(discrepancy: Discrepancy) -> bool:
    return discrepancy.relation == "conflict"


def _published(article: Article) -> str:
    told = [plain(outlet(article)), f"“{plain(article.title)}”" if article.title else ""]
    told += [plain(article.author), plain(article.published[:10])]
    link = original(article.url)
    told += [f"<{link.href}>" if link else "", f"SHA\\-256 `{article.sha256}`" if _hex(article.sha256) else ""]
    return ", ".join(filter(None, told))


def _hex(text: str) -> bool:
    return bool(re.fullmatch("[0-9a-f]{64}", text))
