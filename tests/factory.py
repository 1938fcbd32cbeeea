"""Nouns for tests: each names only what the test is about, the rest has a plain default."""

from tracker.model import INF, Account, Article, Claim, Figure, Zone, content_id


def article(text: str, *, published: str = "2024-03-15", publisher: str = "The Daily", **more: object) -> Article:
    """An article whose lines are body paragraphs."""
    zones, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            zones.append(Zone(start=start, end=start + len(line), kind="body"))
        start += len(line) + 1
    given = {"path": "a.txt", "title": "", "text": text, "zones": tuple(zones), "published": published}
    given |= {"publisher": publisher, "article_id": content_id("art", text, published, publisher)} | more
    return Article(**given)  # type: ignore[arg-type]


def claim(text: str = "words", *, article_id: str = "art-a", start: int = 0, **more: object) -> Claim:
    """A claim of the Daily's own voice."""
    given: dict[str, object] = {"article_id": article_id, "start": start, "end": start + len(text), "text": text}
    given |= {"source_name": "The Daily", "said_at": "2024-03-15", "scene": article_id} | more
    given.setdefault("claim_id", content_id("clm", *given.values()))
    return Claim(**given)  # type: ignore[arg-type]


def killed(low: float, high: float | None = None, *, of: Claim, measure: str = "killed", **more: object) -> Figure:
    """A figure of a claim: ``killed(20, of=c)``, ``killed(20, INF, of=c)``."""
    high = low if high is None else high
    given: dict[str, object] = {"claim_id": of.claim_id, "article_id": of.article_id, "incident_id": of.incident_id}
    given |= {"start": of.start, "end": of.start + 2, "text": f"{low:g}", "measure": measure, "low": low, "high": high}
    given |= {"best": low, "bound": "exact" if high == low else "at_least" if high == INF else "range"} | more
    given.setdefault("figure_id", content_id("fig", *given.values()))
    return Figure(**given)  # type: ignore[arg-type]


def account(slot: str, value: str, *, of: Claim, denied: bool = False) -> Account:
    """One slot of the story a claim tells."""
    place = {"start": of.start, "end": of.end, "text": of.text, "article_id": of.article_id, "claim_id": of.claim_id}
    found = content_id("acc", of.claim_id, slot, value)
    return Account(account_id=found, slot=slot, value=value, denied=denied, incident_id=of.incident_id, **place)  # type: ignore[arg-type]
