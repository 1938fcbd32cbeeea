"""Where: countries with their people and capitals, regions, and cities, read from the tables beside this file.

The tables name their sources and licences. A word is looked up whole and as written; of two places of one name the
larger stands first. A place is a string, the finest name first: "Feodosia, Crimea".
"""

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

# So many letters of a word tell most words from the beginnings of names.
BEGINNING = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place by the name the tables give it, the country it lies in, and how fine it is: city, region or country.

    ``region`` is that of a city, where the tables tell it.
    ``printed`` is the name as the text has it ("Feodosia" for the tables' "Feodosiya"); two spellings are one place.
    """

    name: str
    country: str
    kind: str
    region: str = ""
    printed: str = field(default="", compare=False)


def find_place(word: str) -> Place | None:
    """The place a name stands for; None where the tables do not know it."""
    return _places().get(word.removeprefix("the ").removeprefix("The "))


def may_begin_place(word: str) -> bool:
    """Can a name begin with this word, so that a look at the words behind it is worth the while?"""
    return word[:BEGINNING] in _beginnings()


def capital_city(country: str) -> Place | None:
    """The capital of a country, as a place."""
    name = next((capital for capital, of in _capitals().items() if of == country), "")
    return find_place(name) or (Place(name=name, country=country, kind="city") if name else None)


def is_large(place: Place) -> bool:
    """Is this one of the world's largest cities, known without its country?"""
    return place.name in _large()


def find_people(word: str) -> str:
    """The country of an adjective or a people ("Ukrainian", "Britons"); empty where it is none."""
    return _peoples().get(word, "")


def adjective_of(country: str) -> str:
    """The adjective of a country ("Ukrainian"); empty where the tables give none."""
    return _adjectives().get(country, "")


def capital_of(word: str) -> str:
    """The country whose capital this is, whose name news uses for its government; empty where it is none."""
    place = find_place(word)
    return _capitals().get(place.name, "") if place is not None else ""


def _rows(name: str) -> list[list[str]]:
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _names(cell: str) -> list[str]:
    return cell.split(", ") if cell else []


@cache
def _beginnings() -> frozenset[str]:
    """The first letters of every name, and of shorter ones all."""
    return frozenset(name[:length] for name in _places() for length in range(1, BEGINNING + 1))


@cache
def _large() -> frozenset[str]:
    """The first fifteen hundred rows, about 400,000 people and more, and every capital."""
    return frozenset(row[0] for row in _rows("cities")[:1500]) | frozenset(_capitals())


@cache
def _places() -> dict[str, Place]:
    """Countries before regions before cities, larger cities before smaller ones, names before other spellings."""
    found: dict[str, Place] = {}
    for name, others, _, _ in _rows("countries"):
        for word in (name, *_names(others)):
            found.setdefault(word, Place(name=name, country=name, kind="country"))
    tables = (("region", "regions"), ("city", "cities"))
    fine = [(_fine(row, kind), row[2]) for kind, table in tables for row in _rows(table)]
    rank: dict[str, int] = {}
    for number, (place, _) in enumerate(fine):
        for word in (place.name, _unaccented(place.name)):
            if word not in found:
                found[word], rank[word] = place, number
    for number, (place, others) in enumerate(fine):
        for word in _names(others):
            # Odesa's old spelling means the port of a million before a small town of that very name.
            if word not in found or number * 4 < rank.get(word, 0):
                found[word], rank[word] = place, number
    return found


def _unaccented(name: str) -> str:
    """The name as papers print it without marks: "Bogota"."""
    return "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))


def _fine(row: list[str], kind: str) -> Place:
    return Place(name=row[0], country=row[1], kind=kind, region=row[3] if kind == "city" else "")


@cache
def _peoples() -> dict[str, str]:
    return {word: name for name, _, people, _ in _rows("countries") for word in _names(people)}


@cache
def _adjectives() -> dict[str, str]:
    return {name: people.split(", ")[0] for name, _, people, _ in _rows("countries") if people}


@cache
def _capitals() -> dict[str, str]:
    """Of two countries whose capitals share a name ("Kingston") the one the town is listed under."""
    found: dict[str, str] = {}
    for name, _, _, capital in _rows("countries"):
        place = find_place(capital)
        known = place.name if place is not None else capital
        if capital and (known not in found or (place is not None and place.country == name)):
            found[known] = name
    return found
