"""Articles and what they say in Parquet files, part by part: a cluster's workers are handed paths, never claims.

A folder that every worker sees holds a folder for each part: ``articles.parquet``, and beside it what a worker found
there, ``claims.parquet``, ``figures.parquet``, ``accounts.parquet`` and ``offices.parquet``, the tables of a run. They
are the same on any machine, so a part that is worked on twice, because a worker died, is as good as new.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Protocol

from tracker.errors import EngineError
from tracker.extract import Extraction, extract_article
from tracker.lexicon.desk_files import MEASURES, OUTLETS, PARTIES, as_before, use
from tracker.model import Account, Article, Claim, Figure, content_id
from tracker.tables.parquet import read_nouns, write_nouns

# Characters of a part, some seconds of work: enough that handing it out does not show, little enough that it is soon
# done again. A longer article is a part of its own.
LENGTH = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A person whom an article names with an office."""

    article_id: str
    office: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some articles in a folder of their own; which version of the tracker wrote them, with what files of the desk."""

    folder: str
    articles: int
    version: str
    desk: str = ""

    def file(self, table: str) -> Path:
        """The file of one of its tables."""
        return Path(self.folder, f"{table}.parquet")


class Run(Protocol):
    """Runs a stage over records somewhere, as ``tracker.engine.run`` does."""

    def __call__(
        self,
        stage: Callable[[Part], str],
        records: Iterable[Part],
        /,
        *,
        progress: Callable[[int], None],
        instead: Callable[[Part, str], str],
    ) -> Iterator[str]:
        """What each record gave, in their order."""


def extract_in_parts(
    articles: Sequence[Article],
    *,
    folder: Path,
    run: Run,
    progress: Callable[[int], None],
    instead: Callable[[Article, str], Extraction],
) -> Iterator[Extraction]:
    """What each article says, in their order, by way of Parquet files in ``folder``.

    ``progress`` is told how many articles are done. The articles of a part whose worker was lost are tried once more
    each by itself; ``instead`` makes what stands for those that are lost then, from the article and the reason.
    """
    parts = list(_write_parts(articles, folder, _copy_desk(folder)))
    sizes = [part.articles for part in parts]
    reasons = _extract(parts, run, lambda done: progress(sum(sizes[:done])))
    again = {part: list(_one_by_one(part)) for part in parts if reasons[part] and part.articles > 1}
    reasons |= _extract([one for ones in again.values() for one in ones], run, lambda done: None)
    for part in parts:
        for each in again.get(part, [part]):
            if reason := reasons[each]:
                yield from (instead(article, reason) for article in _articles(each))
            else:
                yield from _read_part(each)


def _extract(parts: Sequence[Part], run: Run, progress: Callable[[int], None]) -> dict[Part, str]:
    """Why each part was lost; empty where it is done."""
    told = run(extract_part, parts, progress=progress, instead=lambda part, reason: reason) if parts else ()
    return dict(zip(parts, told, strict=True))


def extract_part(part: Part) -> str:
    """Find the claims of a part where it lies, and leave them beside it; nothing to tell.

    Raises EngineError where the worker does not see the folder, or would find other claims than who sent it.
    """
    _check(part)
    with as_before():
        use(**{name: str(file) for name in _DESK if (file := Path(part.desk, f"{name}.toml")).is_file()})
        articles = list(_articles(part))
        found = [extract_article(article) for article in articles]
    offices = [
        Office(article_id=article.article_id, office=office, name=name)
        for article, extraction in zip(articles, found, strict=True)
        for office, name in extraction.offices
    ]
    for table, kind in _TABLES.items():
        _put([noun for extraction in found for noun in getattr(extraction, table)], kind, part.file(table))
    _put(offices, Office, part.file("offices"))
    return ""


def _check(part: Part) -> None:
    if part.version != installed():
        cure = "Install the same version on every machine of the cluster"
        raise EngineError(f"a worker has version {installed()} of the tracker, not {part.version}", cure)
    if not part.file("articles").exists():
        raise EngineError(f"a worker does not see {part.folder}", "Name a folder that all machines share with --parts")
    _DESKS.add(Path(part.desk).name)
    if len(_DESKS) > 1:
        raise EngineError("a worker has worked with other files of the desk before", "Start the cluster's workers anew")


def installed() -> str:
    """The version of the tracker on this machine; empty where it is not installed."""
    try:
        return version("discrepancy-tracker")
    except PackageNotFoundError:
        return ""


# The files a desk edits, which go with the parts: what they are called, and where the run says which they are.
_DESK = {"parties": PARTIES, "measures": MEASURES, "outlets": OUTLETS}

# Those that this process has worked with. Much is read from them once a process, so another set is for another one.
_DESKS: set[str] = set()


def _copy_desk(folder: Path) -> str:
    """A folder with the desk's files, named after what they say; empty where there are none."""
    said = {name: Path(os.environ[at]).read_bytes() for name, at in _DESK.items() if os.environ.get(at)}
    if not said:
        return ""
    home = folder / content_id("desk", *said.items())
    home.mkdir()
    for name, content in said.items():
        (home / f"{name}.toml").write_bytes(content)
    return str(home)


_TABLES: dict[str, type] = {"claims": Claim, "figures": Figure, "accounts": Account}


def _put(nouns: Iterable[object], kind: type, path: Path) -> None:
    """A file that is there is whole, even where two workers write it."""
    begun = path.with_suffix(f".{os.getpid()}")
    write_nouns(nouns, kind, begun)
    begun.replace(path)


def _write_parts(articles: Iterable[Article], folder: Path, desk: str) -> Iterator[Part]:
    together: list[Article] = []
    length = number = 0
    for article in articles:
        if together and length + len(article.text) > LENGTH:
            yield _write_part(together, folder / f"part-{number:05}", desk)
            together, length, number = [], 0, number + 1
        together.append(article)
        length += len(article.text)
    if together:
        yield _write_part(together, folder / f"part-{number:05}", desk)


def _write_part(articles: Sequence[Article], folder: Path, desk: str) -> Part:
    folder.mkdir()
    part = Part(folder=str(folder), articles=len(articles), version=installed(), desk=desk)
    write_nouns(articles, Article, part.file("articles"))
    return part


def _one_by_one(part: Part) -> Iterator[Part]:
    for number, article in enumerate(_articles(part)):
        yield _write_part([article], Path(part.folder, f"article-{number:05}"), part.desk)


def _articles(part: Part) -> Iterator[Article]:
    return read_nouns(part.file("articles"), Article)


def _read_part(part: Part) -> Iterator[Extraction]:
    """What was found in each article of a part."""
    found: dict[str, dict[str, list[Any]]] = {article.article_id: defaultdict(list) for article in _articles(part)}
    for table, kind in _TABLES.items():
        nouns: Iterator[Any] = read_nouns(part.file(table), kind)
        for noun in nouns:
            found[noun.article_id][table].append(noun)
    for told in read_nouns(part.file("offices"), Office):
        found[told.article_id]["offices"].append((told.office, told.name))
    for tables in found.values():
        yield Extraction(**{table: tuple(nouns) for table, nouns in tables.items()})
