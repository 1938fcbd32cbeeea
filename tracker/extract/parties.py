"""Whose side a source speaks for, and the name a body goes by in every article."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tracker.extract.parse import Token, text_of
from tracker.extract.speakers import kind_of_words
from tracker.lexicon import read_lexicon, words
from tracker.lexicon.gazetteer import adjective_of, capital_of, find_people, find_place, is_large
from tracker.lexicon.own import own_sources

BODIES = {"official", "military", "police", "emergency", "medic"}


def party_of(text: str) -> str:
    """The side a mention speaks for: a figure or seat of power, a country or its people, or the country of a place."""
    own = next((party for name, party in own_sources().parties if _stands_in(name, text)), "")
    return own or _known_party(text)


@lru_cache(maxsize=10_000)
def _known_party(text: str) -> str:
    leading = re.match(r"(?:[Tt]he\s)?\b([A-Z]\w{1,40}(?:\s[A-Z]\w{1,40})?)(?:'s|’s)\s", text)
    appointed = re.search(r"\b([A-Z]\w+)-(?:appointed|installed|backed|controlled|aligned|led|run)\b", text)
    insurgents = _held_by().search(text)
    if insurgents:
        return _plural(insurgents[1])
    for match in filter(None, (appointed, leading)):
        if found := _people_of(match[1]) or _country_of(match[1], text):
            return found
    lower = text.lower().replace("’", "'")
    for word, party in _metonyms():
        if word in lower and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w])", lower):
            return party
    names = re.findall(r"[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*", text.replace("’s", " ").replace("'s", " "))
    people = (_people_of(name) for name in names)
    places = (_country_of(name, text) for name in names)
    return next(filter(None, (*people, *places)), "")


def side_of(tokens: Sequence[Token], head: Token, text: str, person: str = "") -> str:
    """The side that a mention's words tell; "the health ministry run by Hamas" is on the side of who runs it.

    "Chad Lewis" is no matter of Chad: the name of ``person``, or of whom the speaker is told by, tells no side.
    """
    for verb in head.rights:
        by = [grand for child in verb.children if child.dep_ == "agent" for grand in child.children]
        if verb.dep_ in ("acl", "relcl") and by and verb.lemma_.lower() in words("sources", "control", "verbs"):
            ruler = text_of(head.doc)[by[0].left_edge.idx : by[0].idx + len(by[0])]
            return party_of(ruler) or (
                _plural(lemma) if (lemma := by[0].lemma_.lower()) in words("sources", "control", "insurgents") else ""
            )
    for name in (person, *_persons(tokens)):
        text = text.replace(name, " ") if name else text
    return party_of(text.strip())


def _persons(tokens: Sequence[Token]) -> list[str]:
    """The persons' names of several words in a mention."""
    names: list[list[Token]] = []
    for token in tokens:
        if token.ent_type_ == "PERSON":
            if token.ent_iob_ == "B" or not names:
                names.append([])
            names[-1].append(token)
    joined = ("".join(token.text_with_ws for token in name).strip() for name in names if len(name) > 1)
    return [name for name in joined if find_place(name) is None]


@cache
def _held_by() -> re.Pattern[str]:
    """ "Rebel-held", "separatist-run": whoever holds a body, it no longer speaks for its country."""
    insurgents = "|".join(sorted(words("sources", "control", "insurgents")))
    return re.compile(rf"\b({insurgents})s?-(?:run|held|controlled|led|installed|appointed|backed)\b", re.IGNORECASE)


def _plural(noun: str) -> str:
    return noun.lower() if noun.lower().endswith(("s", "opposition")) else f"{noun.lower()}s"


def _people_of(name: str) -> str:
    return find_people(name) or next((people for word in name.split() if (people := find_people(word))), "")


def _country_of(name: str, text: str) -> str:
    """The country a name tells: its own, or that of the place it begins with ("Kharkiv Region", "Leeds police").

    A town counts where the words say it is one, as many towns bear the names of people and common words.
    """
    parts = name.split()
    for end in range(len(parts), 0, -1):
        word = " ".join(parts[:end])
        place = find_place(word)
        if place is None:
            continue
        whole = end == len(parts)
        sure = place.kind == "country" or (is_large(place) and place.name == word)
        if _stands_as_place(word, text) or (whole and sure) or _before_body(parts[end:], word, text):
            return place.country
    return ""


def _stands_as_place(word: str, text: str) -> bool:
    return bool(
        re.search(rf"\b(?:of|in|from|for|near)\s(?:the\s)?{re.escape(word)}\b|\b{re.escape(word)}['’]s\b", text)
    )


def _before_body(rest: list[str], word: str, text: str) -> bool:
    """Does the name of a body or an office follow the place?"""
    after = rest or re.sub(rf"^.*?{re.escape(word)}", "", text).split()
    return any(kind_of_words([part.lower().strip(".,")]) in BODIES for part in after[:2])


def bare_country(text: str) -> str:
    """The country, where the mention is its name, its capital or its seat of power and nothing more."""
    if alias_of(text):
        return ""
    bare = re.sub(r"^(?:the|The)\s", "", text.strip().rstrip(".,"))
    bare = re.sub(r"['’]s$", "", bare)
    place = find_place(bare)
    if place is not None and place.kind == "country":
        return place.name
    return capital_of(bare) or _seats().get(bare.lower(), "")


@cache
def _seats() -> dict[str, str]:
    """Seats of power, each with the country whose government it stands for."""
    return {word: party for word, party in _metonyms() if word in words("sources", "seats", "words")}


def canonical_name(text: str, party: str) -> str:
    """A body's name that is the same in any article: no determiner, the people's adjective, one spelling."""
    own = alias_of(text)
    if own:
        return own
    name = " ".join(text.replace("’", "'").split())
    found = name.split(" ")
    while len(found) > 1 and found[0].lower() in words("sources", "determiners", "words"):
        found = found[1:]
    name = " ".join(found)
    adjective = adjective_of(party)
    if adjective:
        name = re.sub(rf"^{re.escape(party)}'s\s", f"{adjective} ", name)
        name = _lowered(name, adjective)
    for variant, kept in read_lexicon("sources")["variants"].items():
        if variant.lower() not in name.lower():
            continue
        name = re.sub(rf"\b{re.escape(variant)}\b", kept, name, flags=re.IGNORECASE)
    return re.sub(r"(?<!\s)\s*'s$", "", name).strip()


def alias_of(text: str) -> str:
    """The one name a desk's own file gives a mention; empty where it gives none."""
    aliases = own_sources().aliases
    bare = _bare(text) if aliases else ""
    return next((name for printed, name in aliases if _bare(printed) == bare), "")


def _bare(text: str) -> str:
    """A mention without its determiner, marks and capitals."""
    bare = re.sub(r"^(?:the|a|an)\s+", "", " ".join(text.replace("’", "'").lower().split()).strip(" .,'\""))
    return re.sub(r"'s$", "", bare)


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE) is not None


def _lowered(name: str, adjective: str) -> str:
    """ "Russian Emergencies Ministry" is "Russian emergencies ministry": papers differ in the capitals of a body.

    A formation keeps its name: "Russian Black Sea Fleet", however its last word is printed.
    """
    if not name.startswith(f"{adjective} "):
        return name
    first, _, last = name.rpartition(" ")
    if last.lower() in words("sources", "formations", "heads"):
        return f"{first} {last.capitalize()}" if first != adjective else name
    return f"{adjective} {name[len(adjective) + 1 :].lower()}" if kind_of_words([last.lower()]) else name


@cache
def _metonyms() -> tuple[tuple[str, str], ...]:
    """Longest first, so that "state department" is met before "state"."""
    lexicon = read_lexicon("sources")
    known = {**lexicon["metonyms"], **lexicon["figures"]}
    return tuple(sorted(known.items(), key=lambda item: (-len(item[0]), item[0])))
