"""The verbs in the order of the work: each takes the tables so far and gives them back with its own filled in.

    read → extract → group → compare → report

On a store a verb loads what it needs and saves what it makes, and drops what later verbs had made of the old state:
a store never holds the incidents of yesterday's claims. What people decided stays, and every verb abides by it: nobody
needs to say "one incident" or "no claim" twice. The rooms are imported where they are used: help waits for no parser.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tracker import assignments, decisions, plugins
from tracker.errors import SettingsError, StoreError
from tracker.model import INNER, KEPT, LASTING, NOUNS, Article, Unread
from tracker.progress import Watch, unwatched
from tracker.sharing import Sharing, alone
from tracker.tables import Tables, standing_of, within

if TYPE_CHECKING:
    from tracker.difference import Difference
    from tracker.read import Known, Places
    from tracker.store import Store

# --- The verbs on tables ---


def read(
    paths: "Places",
    *,
    given: "Known" = None,
    fetch: bool = False,
    leave_out: "Places" = (),
    engine: str = "local",
    to_extract: bool = False,
    watch: Watch = unwatched,
) -> Tables:
    """The articles of files and folders, and what could not be read; of addresses too, where the web may be asked.

    ``leave_out`` are files a folder may hold that are ours: the report of the last run is no article.
    ``engine``: with any but "local" files are opened in worker processes, which a file cannot hold up or bring down;
    ``to_extract``: what is read will be extracted next.
    """
    from tracker.engine import END
    from tracker.read import find_files, mark_copies, once

    ours = {os.path.realpath(path) for path in leave_out}
    places = [place for place in find_files(paths) if os.path.realpath(str(place)) not in ours]
    told = assignments.read_each(places, given=given, fetch=fetch, engine=engine, to_extract=to_extract)
    found: list[Article | Unread] = []
    for item in once(item for _, item in told if item is not END):
        found.append(item)
        watch("read", len(found), 0)
    articles = tuple(mark_copies([item for item in found if isinstance(item, Article)]))
    return Tables(articles=articles, unread=tuple(item for item in found if isinstance(item, Unread)))


def extract(tables: Tables, *, engine: str = "auto", watch: Watch = unwatched) -> Tables:
    """The claims, figures and accounts of every article.

    ``engine``: local (this process), pool (all cores), dask (a cluster), or auto, which takes the pool where there is
    enough text. An article whose worker is lost has no claims and is named in ``unread``.
    """
    from tracker.extract import settle

    lost: list[Unread] = []
    found = settle(list(assignments.extract_each(tables.articles, engine=engine, lost=lost, watch=watch)))
    before = tuple(unread for unread in tables.unread if not unread.reason.startswith(assignments.UNEXTRACTED))
    told = {name: tuple(row for each in found for row in getattr(each, name)) for name in STATEMENTS}
    return replace(tables, unread=(*before, *lost), **told)


def group(tables: Tables, *, watch: Watch = unwatched) -> Tables:
    """The incidents, and the incident of each claim, figure and account."""
    from tracker.group import group_claims

    watch("group", 0, 0)
    said, standing = decisions.stand(tables.decisions), standing_of(tables)
    found = group_claims(
        standing.articles,
        standing.claims,
        standing.figures,
        standing.accounts,
        same=said.same,
        different=said.different,
        before=tables.forwards,
    )
    of = found.members
    return replace(
        tables,
        claims=tuple(replace(claim, incident_id=of.get(claim.claim_id, "")) for claim in tables.claims),
        figures=tuple(replace(figure, incident_id=of.get(figure.claim_id, "")) for figure in tables.figures),
        accounts=tuple(replace(account, incident_id=of.get(account.claim_id, "")) for account in tables.accounts),
        incidents=found.incidents,
        links=found.links,
        forwards=found.forwards,
    )


def compare(tables: Tables, *, share: Sharing = alone, watch: Watch = unwatched) -> Tables:
    """The positions within each incident, and how they relate; what people rejected as no claim takes no part."""
    from tracker.compare import compare_incidents

    watch("compare", 0, 0)
    said = decisions.stand(tables.decisions)
    found = compare_incidents(
        tables.articles,
        decisions.leave_out_rejected(decisions.correct_parties(tables.claims, said), said),
        decisions.leave_out_rejected(tables.figures, said),
        decisions.leave_out_rejected(tables.accounts, said),
        tables.incidents,
        share=share,
    )
    return _reviewed(replace(tables, positions=found.positions, discrepancies=found.discrepancies))


def abide(tables: Tables) -> Tables:
    """The tables as people see them: parties as corrected, and the review state of each discrepancy."""
    claims = decisions.correct_parties(tables.claims, decisions.stand(tables.decisions))
    return _reviewed(replace(tables, claims=claims))


def _reviewed(tables: Tables) -> Tables:
    reviews = decisions.review(tables.discrepancies, tables.claims, tables.figures, tables.decisions)
    return replace(tables, discrepancies=decisions.show_reviews(tables.discrepancies, reviews))


def report(tables: Tables, *, share: Sharing = alone) -> str:
    """The page of a run: one static HTML file."""
    from tracker.compare import explain_rules
    from tracker.report import render_report

    return render_report(tables, rules=explain_rules(), share=share)


def make_folder(output: Path) -> None:
    """Make the folder of a report, before the work rather than after it."""
    _writing(output, lambda: output.parent.mkdir(parents=True, exist_ok=True))


def write_report(
    tables: Tables,
    output: Path,
    *,
    split: bool | None = None,
    since: "Difference | None" = None,
    share: Sharing = alone,
) -> list[Path]:
    """Write the report of a run, with what changed ``since``, into one file or several beside it; the files."""
    from tracker.compare import explain_rules
    from tracker.report import render_files, write_files

    make_folder(output)
    files = render_files(tables, name=output.name, rules=explain_rules(), split=split, since=since, share=share)
    written: list[Path] = []
    _writing(output, lambda: written.extend(write_files(files, output)))
    return written


def write_page(page: str, output: Path) -> None:
    """Put a page into a file, whose folder is made if need be."""
    make_folder(output)
    _writing(output, lambda: output.write_text(page, encoding="utf-8", newline="\n"))


def _writing(output: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as error:
        raise SettingsError(f"{output} cannot be written: {error.strerror}", "Name another file with -o") from error


def export(tables: Tables, folder: Path, *, format: str) -> list[Path]:
    """Write every table into a folder; the files written."""
    from tracker.report import EXPORTERS

    exporters = {**EXPORTERS, **plugins.find_plugins(plugins.EXPORTERS)}
    if format not in exporters:
        raise SettingsError(f"there is no format {format!r}", f"Choose one of {', '.join(exporters)}")
    try:
        return list(exporters[format](tables, folder))
    except OSError as error:
        raise SettingsError(f"{folder} cannot be written: {error.strerror}", "Name another folder") from error


def narrow(tables: Tables, incident_ids: Sequence[str]) -> Tables:
    """The tables of a few incidents. Raises SettingsError where one is not there."""
    known = {incident.incident_id for incident in tables.incidents}
    for wanted in incident_ids:
        if wanted not in known:
            raise SettingsError(f"there is no incident {wanted!r}", "Its id stands in the report's links to it")
    return within(tables, incident_ids)


# --- The verbs on a store ---


class Step(Protocol):
    """A verb that needs nothing but tables."""

    def __call__(self, tables: Tables, *, watch: Watch = unwatched) -> Tables:
        """The tables, with what the verb makes filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One verb: which tables it needs, which it heeds where they are there, which it makes."""

    name: str
    needs: tuple[str, ...] = ()
    heeds: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    step: Step | None = None


STATEMENTS = ("claims", "figures", "accounts")
GROUPED = ("articles", *STATEMENTS, "incidents")

READ = Verb(name="read", makes=("articles", "unread"))
EXTRACT = Verb(name="extract", needs=("articles", "unread"), makes=("unread", *STATEMENTS), step=extract)
GROUP = Verb(
    name="group",
    needs=GROUPED[:-1],
    heeds=(*LASTING, *KEPT),
    makes=(*STATEMENTS, "incidents", "links", "forwards"),
    step=group,
)
COMPARE = Verb(name="compare", needs=GROUPED, heeds=KEPT, makes=("positions", "discrepancies"), step=compare)
REPORT = Verb(name="report", needs=tuple(name for name in NOUNS if name not in (*LASTING, *KEPT)))
EXPORT = Verb(name="export", needs=("articles",))

VERBS = (READ, EXTRACT, GROUP, COMPARE, REPORT)


def save(verb: Verb, made: Tables, store: "Store", *, since: int | None = None) -> int:
    """Save what a verb made, and drop what later verbs or a run made of it; how often the store has been saved now.

    Raises StoreError where another run has saved ``since``: two would be mixed.
    """
    last = max(map(list(NOUNS).index, verb.makes))
    stale = dict.fromkeys(name for name in list(NOUNS)[last + 1 :] if name not in (*LASTING, *KEPT))
    stale |= dict.fromkeys(INNER if verb.name in (READ.name, EXTRACT.name) else ("memories",))
    return store.replace({name: getattr(made, name) for name in verb.makes} | stale, since=since)


def load(verb: Verb, store: "Store") -> Tables:
    """What a verb needs, and whatever else is there. Raises StoreError where another verb has to run first."""
    for name in verb.needs:
        if not store.has(name):
            first = next(earlier.name for earlier in VERBS if name in earlier.makes)
            asked = f"tracker {first}{' PATH…' if first == 'read' else ''} --store {store.location}"
            raise StoreError(f"the store {store.location} holds no {name} yet", f"Run first: {asked}")
    if verb.makes:
        return Tables(**{name: store.load(name) for name in (*verb.needs, *verb.heeds)})
    return abide(Tables(**{name: store.load(name) for name in NOUNS}))


def carry_out(verb: Verb, store: "Store", *, watch: Watch = unwatched) -> Tables:
    """Run one verb between load and save. Raises StoreError where another run saved meanwhile: two would be mixed."""
    return _carry_out(verb, store, since=store.saves(), watch=watch)[0]


def _carry_out(verb: Verb, store: "Store", *, since: int, watch: Watch) -> tuple[Tables, int]:
    if verb.step is None:
        raise ValueError(f"{verb.name} needs more than a store")
    store.check_alone(since)
    made = verb.step(load(verb, store), watch=watch)
    return made, save(verb, made, store, since=since)


def extracting(engine: str) -> Verb:
    """The verb extract on an engine of the user's choice."""
    return replace(EXTRACT, step=partial(extract, engine=engine))


def comparing(engine: str = "auto") -> Verb:
    """The verb compare, the work shared as an engine allows."""
    return replace(COMPARE, step=partial(compare, share=assignments.share_out(engine)))


def run(store: "Store", *, engine: str = "auto", since: int | None = None, watch: Watch = unwatched) -> Tables:
    """Everything between the articles and the report; ``since`` is what saving the articles gave."""
    saves = store.saves() if since is None else since
    for verb in (extracting(engine), GROUP, comparing(engine)):
        _, saves = _carry_out(verb, store, since=saves, watch=watch)
    return load(REPORT, store)
