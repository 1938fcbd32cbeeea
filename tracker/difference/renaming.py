"""Rows that only go by another id now: an incident is named after one of its articles, and a page that is read again is
another article. What tells the same under a new id is no news.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from tracker.difference.nouns import TELLING, Altered, Difference
from tracker.model import Article, Figure


def without_renaming(difference: Difference, forwards: Mapping[str, str]) -> Difference:
    """The difference in which what went and what came in its place are one row, told only if it tells otherwise.

    ``forwards`` give for the id of an incident that is gone the one that holds what it was named after.
    """
    gone = {_key(each, forwards): each for each in difference.altered if each.what == "gone" and _has_key(each)}
    came = {_key(each, forwards): each for each in difference.altered if each.what == "new" and _has_key(each)}
    pairs = {key: (gone[key], came[key]) for key in gone.keys() & came.keys()}
    paired = {(each.table, each.row_id) for pair in pairs.values() for each in pair}
    kept = [each for each in difference.altered if (each.table, each.row_id) not in paired]
    return replace(difference, altered=tuple(sorted((*kept, *_joined(pairs.values())), key=_by_id)))


def without_repeats(
    difference: Difference, articles: Mapping[str, Article], figures_of: Callable[[Sequence[str]], Iterable[Figure]]
) -> Difference:
    """The difference without the new figures that an earlier version of the same page gave in the same words.

    ``figures_of`` gives the figures of some articles by their ids.
    """
    former = {each.article_id: each.version_of for each in articles.values() if each.version_of}
    given = {(each.article_id, *_words(each)) for each in figures_of(sorted(set(former.values())))}
    kept = (
        each
        for each in difference.altered
        if each.table != "figures" or (former.get(each.noun.article_id), *_words(each.noun)) not in given
    )
    return replace(difference, altered=tuple(kept))


def _words(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.scope, figure.low, figure.high, figure.text


def _has_key(each: Altered) -> bool:
    return each.table in ("incidents", "discrepancies")


def _key(each: Altered, forwards: Mapping[str, str]) -> Hashable:
    """What stays the same of a row whatever its id: an incident's own, followed on, and its name (of
    another name it has been joined to another); of a pair who holds what there.
    """
    row = each.noun
    incident = forwards.get(row.incident_id, row.incident_id) if each.what == "gone" else row.incident_id
    if each.table == "incidents":
        return each.table, incident, row.label
    sides = frozenset({(row.left_source, row.left_value), (row.right_source, row.right_value)})
    return each.table, incident, row.kind, row.measure, sides


def _joined(pairs: Iterable[tuple[Altered, Altered]]) -> Iterable[Altered]:
    for gone, came in pairs:
        was, now = gone.before, came.after
        if came.table == "discrepancies" and (was.left_source, was.left_value) != (now.left_source, now.left_value):
            continue  # the same two sides the other way round
        changed = tuple(name for name in TELLING[came.table] if getattr(was, name) != getattr(now, name))
        if changed:
            yield Altered(table=came.table, row_id=came.row_id, before=was, after=now, columns=changed)


def _by_id(each: Altered) -> tuple[str, str]:
    return each.table, each.row_id
