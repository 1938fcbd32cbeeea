"""Reading and extracting given out, place by place and article by article, to whatever engine does the work.

What is being read comes from strangers. Unless the engine is "local", every file is opened and taken apart in a worker
process that is ended where it hangs, and may take only so much memory: the file is then listed as not read, and the
process that holds the run has never touched it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.errors import UnreadableError
from tracker.model import Article, Sketch, Unread
from tracker.progress import Watch, unwatched
from tracker.sharing import Sharing, alone

if TYPE_CHECKING:
    from tracker.engine import Crew, End
    from tracker.extract import Extraction
    from tracker.read import Known, Place

# How the reason of a file begins that was given up, and of an article that was read but whose claims were not found.
GIVEN_UP = "reading it was given up"
UNEXTRACTED = "its claims could not be found"


def read_each(
    places: "Sequence[Place]",
    *,
    given: "Known" = None,
    fetch: bool = False,
    engine: str,
    to_extract: bool = False,
    crew: "Crew | None" = None,
) -> "Iterator[tuple[Place, Article | Unread | End]]":
    """Each place with each article in it and each thing that could not be read, in order, and at last with ``END``.

    ``fetch``: addresses of the web are asked, one after the other as they may be of one host. ``to_extract``: what is
    read will be extracted, so while the first file is read this process gets ready for it, or a ``crew`` is begun.
    """
    from tracker.engine import Lost, stream
    from tracker.read import Fetcher, limits, read_place

    reading = partial(read_place, given=given, fetch=Fetcher() if fetch else None)
    patience = limits.SILENCE_OF_THE_WEB if fetch else limits.SILENCE
    get_ready = _getting_ready(places, engine, crew) if to_extract else None
    with ExitStack() as stack:
        at_hand = places if engine == "local" else _without_pipe(places, stack)
        told = stream(reading, at_hand, engine=engine, patience=patience, several=not fetch, meanwhile=get_ready)
        for place, item in told:
            if isinstance(item, Lost):
                cure = "Save its text as .txt; many articles in one file can be parted"
                yield place, Unread(path=str(place), reason=f"{GIVEN_UP}: {item.reason}", cure=cure)
            else:
                yield place, item


# Bytes of files whose articles, most likely, are too few and short for other processes to pay, and of files whose
# articles most likely are not: a tenth of a web page is text.
SHORT, LARGE = 300_000, 1_000_000


def _getting_ready(places: "Iterable[Place]", engine: str, crew: "Crew | None") -> Callable[[], None] | None:
    """What can be done for extracting before the first article is there: the parser loaded, here or in a crew."""
    from tracker.engine import choose, cores
    from tracker.extract import get_ready

    size = _size(places)
    if engine == "auto" and 0 < size < SHORT:
        return get_ready
    is_large = engine == "pool" or (engine == "auto" and size >= LARGE and choose("auto", characters=size) == "pool")
    return partial(crew.begin, cores(), get_ready_to_sketch) if crew is not None and is_large else None


def _size(places: "Iterable[Place]") -> int:
    """How many bytes the files among the places have."""
    size = 0
    for place in places:
        with suppress(OSError):
            size += place.stat().st_size if isinstance(place, Path) else 0
    return size


def _without_pipe(places: "Iterable[Place]", stack: ExitStack) -> "Iterator[Place]":
    """The places, what is piped in put into a file, as workers have no pipe of ours."""
    from tracker.read import PIPE, Piped, keep_pipe

    for place in places:
        if place != PIPE:
            yield place
            continue
        kept = Piped(file=Path(stack.enter_context(TemporaryDirectory(prefix="tracker-")), "stdin"))
        try:
            keep_pipe(kept.file)
        except UnreadableError as error:
            yield Unread(path=str(kept), reason=error.reason, cure=error.cure)
        else:
            yield kept


def extract_each(
    articles: Sequence[Article],
    *,
    engine: str,
    lost: list[Unread],
    crew: "Crew | None" = None,
    watch: Watch = unwatched,
) -> "Iterator[Extraction]":
    """What each article says, in their order, its sources named as it names them; what is lost is added to ``lost``.

    A ``crew`` that has begun is taken, as it will be ready.
    """
    from tracker.extract import extract_article

    return _each(extract_article, _as_it_is, articles, engine=engine, lost=lost, crew=crew, watch=watch)


def sketch_each(
    articles: Sequence[Article],
    *,
    engine: str,
    lost: list[Unread],
    crew: "Crew | None" = None,
    watch: Watch = unwatched,
) -> "Iterator[tuple[Extraction, Sketch]]":
    """What ``extract_each`` tells of each article, and the sketch a run keeps of it, made where it is extracted."""
    return _each(extract_and_sketch, _with_sketch, articles, engine=engine, lost=lost, crew=crew, watch=watch)


def extract_and_sketch(article: Article) -> "tuple[Extraction, Sketch]":
    """What an article says, and its sketch."""
    from tracker.extract import extract_article

    return _with_sketch(article, extract_article(article))


def get_ready_to_sketch() -> None:
    """Load what the first article of a run would wait for."""
    extract_and_sketch(Article(article_id="", path="", text="Two people died, police said."))


def sketch(article: Article, told: "Extraction") -> Sketch:
    """What is kept of an article, whose claims are as it tells them; who made it is for the run to say."""
    from tracker.extract.naming import packed_names, read_names
    from tracker.group import outline_article, packed
    from tracker.read.copies import packed_likeness, read_likeness

    return Sketch(
        article_id=article.article_id,
        outline=packed(outline_article(article, told.claims)),
        likeness=packed_likeness(read_likeness(article)),
        names=packed_names(read_names(told.claims, told.offices)),
    )


def _as_it_is(article: Article, told: "Extraction") -> "Extraction":
    return told


def _with_sketch(article: Article, told: "Extraction") -> "tuple[Extraction, Sketch]":
    return told, sketch(article, told)


Given = TypeVar("Given")


def _each(
    stage: Callable[[Article], Given],
    give: "Callable[[Article, Extraction], Given]",
    articles: Sequence[Article],
    *,
    engine: str,
    lost: list[Unread],
    crew: "Crew | None",
    watch: Watch,
) -> Iterator[Given]:
    """What a stage gives of each article; ``give`` makes it here of what an article says, where a stage cannot."""
    from tracker.engine import choose, shared_folder
    from tracker.engine import run as run_on

    def without(article: Article, reason: str) -> "Extraction":
        from tracker.extract import Extraction

        lost.append(Unread(path=article.path, reason=f"{UNEXTRACTED}: {reason}", cure="Cut it into several articles"))
        return Extraction()

    def instead(article: Article, reason: str) -> Given:
        return give(article, without(article, reason))

    watch("extract", 0, len(articles))
    lengths = [len(article.text) for article in articles]
    chosen = choose(engine, characters=sum(lengths), longest=max(lengths, default=0))
    if engine == "auto" and crew is not None and crew.has_begun:
        chosen = "pool"
    run = partial(run_on, engine=chosen, crew=crew)
    told: dict[str, Any] = {"progress": lambda done: watch("extract", done, len(articles))}
    with shared_folder(chosen) as folder:
        if folder is None:
            yield from run(stage, articles, instead=instead, **told)
        else:
            from tracker.extract.parts import extract_in_parts

            # What comes by way of parts is tables of the contract, of which sketches are none: they are made here.
            found = extract_in_parts(articles, folder=folder, run=run, instead=without, **told)
            yield from (give(article, each) for article, each in zip(articles, found, strict=True))


def share_out(engine: str = "auto") -> Sharing:
    """How what hangs on a whole run is shared: with copies of this process, unless the engine is to be this one."""
    from tracker.engine import cores, run_copies

    return alone if engine == "local" else partial(run_copies, hands=cores())
