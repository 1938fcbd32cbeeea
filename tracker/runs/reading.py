"""What is new or changed is read in portions, so that a run holds neither a year of articles nor one large archive."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.model import Article, InputFile, Unread, content_id
from tracker.progress import Watch, unwatched
from tracker.runs.maker import made_by

if TYPE_CHECKING:
    from tracker.engine import Crew
    from tracker.read import Given
    from tracker.runs.inputs import Found
    from tracker.store import Store

# Characters of a portion's articles, some seven thousand of them: minutes of work, beside which it is nothing to begin
# worker processes anew for the next portion, and little to hold.
LENGTH = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A portion of what a run reads: new articles, what could not be read, and how many files stood ``unchanged``.

    ``files`` were read to their end, ``noted`` are unchanged and get another time stamp, ``changed`` are as they are
    and as they were, ``paths`` are of all that was opened; ``since`` is how often the store had been saved before,
    ``anew`` that what it holds is to be forgotten, ``last`` that no portion follows.
    """

    articles: tuple[Article, ...] = ()
    unread: tuple[Unread, ...] = ()
    unchanged: int = 0
    files: tuple[InputFile, ...] = ()
    noted: tuple[InputFile, ...] = ()
    changed: tuple[tuple[InputFile, InputFile], ...] = ()
    paths: tuple[str, ...] = ()
    since: int = 0
    anew: bool = False
    last: bool = True


def read_new(
    store: "Store",
    paths: Sequence[Path | str],
    *,
    given: "Given",
    fetch: bool = False,
    leave_out: Iterable[Path] = (),
    anew: bool = False,
    engine: str = "local",
    crew: "Crew | None" = None,
    watch: Watch = unwatched,
) -> Iterator[Reading]:
    """The articles of files that are new or changed since they were read into a store, in portions, at least one.

    Nothing is saved here. ``fetch``: addresses of the web are asked, each time. ``anew``: all are read, and what the
    store holds will be forgotten but for what people decided. ``engine``: with any but "local" files are opened in
    worker processes; a ``crew`` is begun meanwhile, where there will be enough to extract.
    """
    from tracker.runs.inputs import read_inputs, sort_inputs

    ours = frozenset(path.resolve() for path in leave_out)
    mark = content_id("mrk", made_by(), repr(given))
    gathered = _Gathered(known={} if anew else dict(store.pick("articles", "article_id", "path")))
    first = Reading(since=store.saves(), anew=anew, last=False)
    found = sort_inputs(paths, () if anew else store.load("inputs"), leave_out=ours, mark=mark)
    first = replace(first, unchanged=found.unchanged, noted=found.noted)
    for each in read_inputs(found, given=given, fetch=fetch, engine=engine, crew=crew, most=LENGTH):
        if gathered.length >= LENGTH:
            yield gathered.portion(first)
            first = Reading(last=False)
        gathered.take(each)
        watch("read", gathered.count, 0)
    yield replace(gathered.portion(first), last=True)


@dataclass(slots=True, kw_only=True)
class _Gathered:
    """What has been read of a portion; ``known`` is where each article was read first, whenever that was."""

    known: dict[str, str]
    articles: list[Article] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    files: list[InputFile] = field(default_factory=list)
    changed: list[tuple[InputFile, InputFile]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    length: int = 0
    count: int = 0

    def take(self, found: "Found") -> None:
        """Add what was found in an input, or in a piece of it."""
        self.paths.extend([found.path] if found.begins else [])
        for item in found.items:
            if isinstance(item, Unread):
                self.unread.append(item)
            else:
                self._add(item)
        if found.file is not None:
            self.files.append(found.file)
            self.changed.extend([(found.file, found.before)] if found.before is not None else [])
        self.count += len(found.items)

    def _add(self, article: Article) -> None:
        before = self.known.get(article.article_id)
        if before is None:
            self.known[article.article_id] = article.path
            self.articles.append(article)
            self.length += len(article.text)
        elif before != article.path:
            reason, cure = f"the same article as {before}", "Nothing is lost; name each article once"
            self.unread.append(Unread(path=article.path, reason=reason, cure=cure))

    def portion(self, begun: Reading) -> Reading:
        """Everything gathered, which is then gathered no more."""
        told = replace(
            begun,
            articles=tuple(self.articles),
            unread=tuple(self.unread),
            files=tuple(self.files),
            changed=tuple(self.changed),
            paths=tuple(self.paths),
        )
        self.articles, self.unread, self.files, self.changed, self.paths = [], [], [], [], []
        self.length = 0
        return told
