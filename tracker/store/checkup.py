"""What is wrong with a store, and what to do about it. Looking changes nothing, not even an earlier schema."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Integer, Table, cast, func, select

from tracker.errors import StoreError
from tracker.store.database import file_of
from tracker.store.meta import SCHEMA, is_of_today, made
from tracker.store.migrate import schema_there
from tracker.store.rows import count
from tracker.store.schema import TABLES
from tracker.store.troubles import reach, troubles


@dataclass(frozen=True, slots=True, kw_only=True)
class Ailment:
    """Something that is not as it should be. ``harmless``: worth knowing, and the store can be used as it is."""

    told: str
    cure: str
    harmless: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What a look at a store has found: its schema, the rows of the tables that were made, and what is wrong."""

    schema: int
    counts: dict[str, int]
    ailments: tuple[Ailment, ...]

    @property
    def is_well(self) -> bool:
        """Is there nothing that has to be done?"""
        return all(ailment.harmless for ailment in self.ailments)


AGAIN = "Make them anew from the articles: tracker extract, tracker group and tracker compare, in this order"
RESTORE = (
    "Put the file aside and restore the last backup into its place: tracker restore BACKUP. Without one, "
    "sqlite3 FILE .recover saves what can be read, and tracker decide export what people decided"
)
READ_AGAIN = "Read those articles again: tracker read, or tracker run"
BRING_UP = "Nothing: the next command that opens it makes it one of today's. Before that, keep a copy of the file"


def examine(location: str) -> Checkup:
    """Look at a store. Raises StoreError where there is none, or something else, or one of a later version."""
    engine = reach(location)
    try:
        file = file_of(engine)
        if file is not None and not file.exists():
            raise StoreError(f"there is no store {location}", "Name one with --store")
        with troubles(location), engine.connect() as connection:
            return _examine(connection, location)
    finally:
        engine.dispose()


def _examine(connection: Connection, location: str) -> Checkup:
    number = schema_there(connection, location)
    if number is None:
        raise StoreError(f"there is no store {location}", "Name one with --store")
    if not is_of_today(connection):
        told = f"it was made by an earlier version (schema {number}; today's is {SCHEMA})"
        earlier = Ailment(told=told, cure=BRING_UP if number else READ_AGAIN, harmless=True)
        return Checkup(schema=number, counts={}, ailments=(*_integrity(connection), earlier))
    damaged = tuple(_integrity(connection))
    if damaged:
        return Checkup(schema=number, counts={}, ailments=damaged)
    counts = {name: count(connection, name) for name in TABLES if name in made(connection)}
    return Checkup(schema=number, counts=counts, ailments=tuple(ill for look in LOOKS for ill in look(connection)))


def _integrity(connection: Connection) -> Iterator[Ailment]:
    """SQLite reads its whole file and says what does not fit together; PostgreSQL checks its pages as it reads them."""
    if connection.dialect.name == "sqlite":
        said = connection.exec_driver_sql("PRAGMA integrity_check(3)").scalars().all()
        if said != ["ok"]:
            yield Ailment(told=f"the file is damaged: {'; '.join(said).replace(chr(10), ' ')}", cure=RESTORE)


def _tables_missing(connection: Connection) -> Iterator[Ailment]:
    """A verb that was stopped, or has not been asked for yet, leaves later tables unmade."""
    there = made(connection)
    steps = {"claims": "extract", "incidents": "group", "discrepancies": "compare"}
    missing = [verb for name, verb in steps.items() if name not in there]
    if "articles" in there and missing:
        cure = f"Go on with it: tracker {missing[0]}"
        yield Ailment(told="its articles have not all been worked through", cure=cure, harmless=True)


def _lost_names(connection: Connection) -> Iterator[Ailment]:
    """Rows that name others which are not there."""
    for name, table in TABLES.items():
        for key in table.foreign_keys:
            owner = key.column.table
            there = select(owner.alias().c[key.column.name])
            lost = _count(connection, table, key.parent.is_not(None) & key.parent.not_in(there))
            if lost:
                told = f"{lost} of the {name} name {owner.name} that are not there ({key.parent.name})"
                yield Ailment(told=told, cure=AGAIN)


# Whose rows belong to another, and by which column: without it nobody can read the words behind them.
BELONGING = {"claims": "article_id", "figures": "claim_id", "accounts": "claim_id"}


def _orphans(connection: Connection) -> Iterator[Ailment]:
    """Rows that belong to no article, or to no claim."""
    for name, column in BELONGING.items():
        lost = _count(connection, TABLES[name], TABLES[name].c[column].is_(None))
        if lost:
            yield Ailment(told=f"{lost} of the {name} belong to none ({column})", cure=AGAIN)


def _without_members(connection: Connection) -> Iterator[Ailment]:
    """Incidents of which no claim speaks."""
    incidents, claims = TABLES["incidents"], TABLES["claims"]
    spoken_of = select(claims.c.incident_id).where(claims.c.incident_id.is_not(None))
    empty = _count(connection, incidents, incidents.c.incident_id.not_in(spoken_of))
    if empty:
        yield Ailment(told=f"{empty} of the incidents have no claim", cure=AGAIN)


def _lost_forwards(connection: Connection) -> Iterator[Ailment]:
    """Ids once given that lead to an incident which is not there."""
    if "incidents" not in made(connection):
        return
    forwards, incidents = TABLES["forwards"], TABLES["incidents"]
    led = forwards.c.incident_id
    lost = _count(connection, forwards, led.is_not(None) & led.not_in(select(incidents.c.incident_id)))
    if lost:
        yield Ailment(told=f"{lost} ids of incidents lead to incidents that are not there", cure=AGAIN)


# Stretches of an article: the table, the column of the words, those of the start and the end.
STRETCHES = (
    ("claims", "text", "start", "end"),
    ("claims", "source", "source_start", "source_end"),
    ("claims", "cue", "cue_start", "cue_end"),
    ("figures", "text", "start", "end"),
    ("accounts", "text", "start", "end"),
)


def _misquoted(connection: Connection) -> Iterator[Ailment]:
    """Words that do not stand in the article where they are said to."""
    articles = TABLES["articles"]
    for name, words, start, end in STRETCHES:
        table = TABLES[name]
        begins, ends, told = table.c[start], table.c[end], table.c[words]
        printed = func.substr(articles.c.text, cast(begins + 1, Integer), func.length(told))
        asked = (
            select(func.count())
            .select_from(table.join(articles, table.c.article_id == articles.c.article_id))
            .where(begins >= 0, (ends - begins != func.length(told)) | (printed != told))
        )
        wrong = connection.scalar(asked) or 0
        if wrong:
            misplaced = f"{wrong} of the {name} do not stand in their article where they should ({words})"
            yield Ailment(told=misplaced, cure=AGAIN)


def _unended(connection: Connection) -> Iterator[Ailment]:
    """Runs that are at work, or were stopped."""
    runs = TABLES["runs"]
    for run_id, started in connection.execute(select(runs.c.run_id, runs.c.started).where(runs.c.ended == "")):
        told = f"the run {run_id}, begun {started}, has not ended"
        yield Ailment(told=told, cure="If it is not at work any more, run again: it goes on there", harmless=True)


LOOKS: tuple[Callable[[Connection], Iterator[Ailment]], ...] = (
    _tables_missing,
    _lost_names,
    _orphans,
    _without_members,
    _lost_forwards,
    _misquoted,
    _unended,
)


def _count(connection: Connection, table: Table, condition: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(condition)) or 0
