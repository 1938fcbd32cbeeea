"""What a verb says of its work, line by line: what was read, what was found, what could not be used."""

from collections.abc import Iterable, Iterator, Sequence

from tracker import decisions
from tracker.model import Decision, Discrepancy
from tracker.tables import Tables

# So many articles are named in one line.
NAMED = 10


def warnings(tables: Tables) -> Iterator[str]:
    """One line for each input that could not be used, and one for the articles that are not dated."""
    for unread in tables.unread:
        yield f"warning: {unread.path}: {unread.reason}" + (f". {unread.cure}" if unread.cure else "")
    undated = [article.path for article in tables.articles if not article.published]
    if undated:
        yield (
            f'warning: no date of publication, so a day like "Friday" cannot be placed: {_named(undated)}. '
            "Give it with --published 2024-03-15, or in the article's file"
        )


def claimless(tables: Tables) -> Iterator[str]:
    """One line for the articles in which no claim was found."""
    telling = {claim.article_id for claim in tables.claims}
    silent = [article.path for article in tables.articles if article.article_id not in telling]
    if silent:
        yield (
            f"warning: no claim was found in {_named(silent)}. See that the file holds the article's words, in English"
        )


def _named(paths: Sequence[str]) -> str:
    """The first of some articles by name, and how many more there are: the report lists them all."""
    more = f" and {len(paths) - NAMED:,} more" if len(paths) > NAMED else ""
    return ", ".join(paths[:NAMED]) + more


def articles(tables: Tables) -> Iterator[str]:
    """One line for each article read."""
    for article in tables.articles:
        told = (article.published[:10] or "no date", article.publisher or "no publisher", article.title or "no title")
        yield "  ".join((*told, article.path))


def missed(tables: Tables) -> int:
    """How many inputs were not read. An article of which only a part could not be used has been read."""
    return len({unread.path for unread in tables.unread} - {article.path for article in tables.articles})


def read(articles: int, missed: int, *, unchanged: int = 0) -> str:
    """How many articles were read, and how many inputs not; ``unchanged`` files hold what they held before."""
    told = [_count(articles, "article")]
    told += [f"{missed} not read"] if missed else []
    told += [f"{_count(unchanged, 'file')} unchanged"] if unchanged else []
    return f"read      {', '.join(told)}"


def extracted(claims: int, figures: int) -> str:
    """How much the articles say."""
    return f"extracted {_count(claims, 'claim')}, {_count(figures, 'figure')}"


def grouped(incidents: int) -> str:
    """Of how many incidents they speak."""
    return f"grouped   {_count(incidents, 'incident')}"


def compared(conflicting: int, pairs: int) -> str:
    """How many of the pairs that were compared conflict."""
    return f"compared  {_count(conflicting, 'conflict')}, {pairs - conflicting} more compared without conflict"


def conflicts(compared: Iterable[Discrepancy]) -> Iterator[str]:
    """One line for each conflict: the sentence a reader can check."""
    return (f"conflict  {found.reason}" for found in compared if found.relation == "conflict")


def standing(found: Discrepancy) -> str:
    """One line for a conflict as people see it: how it stands, its id, the sentence a reader can check."""
    return f"{found.review_state or 'open':10}{found.discrepancy_id}  {found.reason}"


def decided(tables: Tables) -> Iterator[str]:
    """One line for each decision that holds, oldest first."""
    return map(decision, decisions.in_force(tables.decisions))


def decision(made: Decision) -> str:
    """One line for a decision: its id, when, who, what of what, and why."""
    about = ", ".join(made.subjects) + (f": {made.value}" if made.value else "")
    why = f"  ({made.reason})" if made.reason else ""
    return f"{made.decision_id}  {made.decided_at[:16]}  {made.reviewer or 'somebody'}  {made.kind} {about}{why}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
