"""The nouns of the articles' part of the page, and of the page as a whole."""

from dataclasses import dataclass

from tracker.report.pages import Link, When
from tracker.report.since_pages import Since


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark that begins: its ``kind`` (claim, figure), its id ``anchor`` (none where it goes on), its ``number``."""

    kind: str
    anchor: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of an article: the marks that ``opens`` before ``text`` and how many it ``closes`` after."""

    opens: tuple[Mark, ...]
    text: str
    closes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What stands beside a claim.

    ``number`` and ``claim_anchor`` tie it to the words; ``anchor`` is set where the words are not shown, so that links
    still arrive; ``source`` says it (empty for the outlet itself), ``described`` what kind of source, ``party`` for
    whom, ``stance`` how if it is no plain statement, ``via`` through whom, ``figures`` and ``accounts`` what it holds,
    ``incident`` and ``incident_anchor`` what it is about, where the article turns to it; ``conflicts`` the anchors of
    the conflicts it stands in, ``text`` its words where they are not shown.
    """

    number: int
    claim_anchor: str
    anchor: str
    source: str
    described: str
    party: str
    stance: str
    via: tuple[str, ...]
    figures: tuple[str, ...]
    accounts: tuple[str, ...]
    incident: str
    incident_anchor: str
    conflicts: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph: its ``kind`` (headline, byline, caption, body), its ``stretches``, the ``notes`` of its claims."""

    kind: str
    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article with its claims marked in place.

    ``anchor``, ``title``, ``outlet``, ``author``, ``published``, ``language`` and ``original`` say which; ``path`` and
    ``sha256`` where it was read from and what exactly; ``copy_of`` and ``copy_anchor`` the article it repeats;
    ``paragraphs`` its text, ``left_out`` how many passages of the web page were not shown; ``elsewhere`` the notes of
    claims whose words are not in the text shown; ``n_claims`` how many it has; ``copies`` the articles that repeat it.
    """

    anchor: str
    title: str
    outlet: str
    author: str
    published: When
    language: str
    original: Link | None
    path: str
    sha256: str
    copy_of: str
    copy_anchor: str
    n_claims: int
    paragraphs: tuple[Paragraph, ...] = ()
    left_out: int = 0
    elsewhere: tuple[Note, ...] = ()
    copies: tuple["ArticleView", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadRow:
    """An input that could not be read: its ``path``, the ``reason``, and the ``cure`` where there is one."""

    path: str
    reason: str
    cure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the glossary: the ``word`` and its ``meaning``."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The numbers of the first screen.

    ``standing`` are the conflicts that nobody has dismissed or resolved, ``severe`` those of them of high severity,
    ``unreviewed`` those nobody has judged, ``conflicts`` all of them; ``incidents``, ``articles`` read and ``unread``,
    ``claims``, and pairs ``considered`` that are no conflict.
    """

    standing: int
    severe: int
    unreviewed: int
    conflicts: int
    incidents: int
    articles: int
    unread: int
    claims: int
    considered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the list of conflicts can be narrowed to, each with the words that occur in it.

    ``subjects`` what is in conflict, ``kinds`` of conflict, ``parties``, ``outlets`` and ``states`` of review.
    """

    subjects: tuple[str, ...]
    kinds: tuple[str, ...]
    parties: tuple[str, ...]
    outlets: tuple[str, ...]
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """What the first page says besides conflicts, incidents, articles and sources, of which there are too many to hold.

    ``published`` and ``happened`` are the period covered (when the articles came out, when the events took place),
    ``generated`` the day it was made if that was asked for, ``version`` of the tracker, ``fingerprint`` of the articles
    it was made from; ``counts``; ``unread``, ``silent`` (articles without a claim) and ``undated`` (articles without a
    date); ``measures``, ``relations`` and ``rules`` the glossary; ``since`` what has changed since the last run, none
    where nobody asks.
    """

    published: str
    happened: str
    generated: str
    version: str
    fingerprint: str
    counts: Counts
    unread: tuple[UnreadRow, ...]
    silent: tuple[ArticleView, ...]
    undated: tuple[ArticleView, ...]
    measures: tuple[Term, ...]
    relations: tuple[Term, ...]
    rules: tuple[Term, ...]
    since: Since | None = None
