"""Where: the place names of a sentence, and whether they tell where it happened or only who acted or who spoke.

"In", "near" or "on" a place, or a place that was hit, is where; "Russia's barrage" and "Kyiv insisted" are who. A name
behind a common noun ("the warship Novocherkassk") is a thing's name, whatever the map says. Names that no table knows
count as places where the parser finds one behind such a preposition.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.extract.events import event_nouns, event_verbs, kind_of_event
from tracker.extract.parse import Doc, Token, capitalised, lowered
from tracker.extract.speakers import kind_of_words
from tracker.lexicon import words
from tracker.lexicon.gazetteer import (
    Place,
    capital_city,
    capital_of,
    find_people,
    find_place,
    may_begin_place,
)

# Kinds of sources that have a seat: "the ministry in Moscow" says nothing of where it happened.
BODIES = {"official", "military", "police", "emergency", "media", "company", "party", "medic"}
PLACE_ENTITIES = {"GPE", "LOC", "FAC"}
# The longest name looked up, in words ("Democratic Republic of the Congo").
LONGEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place name from token ``start`` to ``end`` (exclusive). ``at`` where it tells where the thing happened."""

    start: int
    end: int
    head: int
    place: Place
    at: bool


def find_places(doc: Doc) -> tuple[PlaceMention, ...]:
    """The place names of a passage, the longest at each word, and "the city" that takes one up, in order."""
    named = tuple(_walk(doc))
    return tuple(sorted((*named, *_anaphora(doc, named)), key=lambda mention: mention.start))


def _anaphora(doc: Doc, named: tuple[PlaceMention, ...]) -> Iterator[PlaceMention]:
    """ "… the city": the last place its sentence has named before, whoever spoke there."""
    taking_up = {"capital", "there", *words("events", "places", "anaphora")}
    for token in [doc[at] for at, word in enumerate(lowered(doc)) if word in taking_up]:
        if token.lower_ == "capital" and _definite(token):
            yield from _capital(token, named)
        if not _takes_up(token):
            continue
        before = [
            mention
            for mention in named
            if mention.start < token.i and _can_return(mention, there=token.lower_ == "there")
        ]
        if before and not any(mention.head == token.i or doc[mention.head].head == token for mention in named):
            place = before[-1].place
            at = token.lower_ == "there" or _tells_where(token, place)
            yield PlaceMention(start=token.i, end=token.i + 1, head=token.i, place=place, at=at)


def _can_return(mention: PlaceMention, *, there: bool) -> bool:
    """Can "the city" or "there" mean this place? Not a country; "the city" no capital that stood for its government."""
    return mention.place.kind != "country" and (mention.at or there or not capital_of(mention.place.name))


def _takes_up(token: Token) -> bool:
    """Does a word stand for a place named before: "the city", or "there" that is no "there were"?"""
    if token.lower_ == "there":
        return token.dep_ == "advmod"
    return token.lower_ in words("events", "places", "anaphora") and _definite(token)


def _definite(token: Token) -> bool:
    return any(child.lower_ in ("the", "this") for child in token.children)


def _capital(token: Token, named: tuple[PlaceMention, ...]) -> Iterator[PlaceMention]:
    """ "19 of them in the capital": that of the last country named before."""
    countries = [mention.place.name for mention in named if mention.start < token.i and mention.place.kind == "country"]
    place = capital_city(countries[-1]) if countries else None
    if place is not None:
        yield PlaceMention(start=token.i, end=token.i + 1, head=token.i, place=place, at=_tells_where(token, place))


def _walk(doc: Doc) -> Iterator[PlaceMention]:
    behind = 0
    for at in capitalised(doc):
        found = _longest(doc, at) if at >= behind else None
        if found is None:
            continue
        end, place = found
        head = _head(doc, at, end)
        if not _is_thing(doc, at, end):
            where = _tells_where(head, place) and not _is_ruler(doc, end)
            yield PlaceMention(start=at, end=end, head=head.i, place=place, at=where)
        behind = end


def _longest(doc: Doc, at: int) -> tuple[int, Place] | None:
    token = doc.words[at]
    if token.pos_ not in ("PROPN", "NOUN", "ADJ", "X", "VERB", "ADV"):
        return None
    if may_begin_place(token.text) or token.text == "The":
        for end in range(min(at + LONGEST, len(doc)), at, -1):
            name = doc[at:end].text
            place = find_place(name)
            if place is not None and _plausible(doc, at, end, place):
                return end, replace(place, printed=name.removeprefix("the ").removeprefix("The "))
    if token.ent_iob_ != "B" or token.ent_type_ not in PLACE_ENTITIES or token.lower_ in event_nouns():
        return None  # "Three Killed in Strike"
    entity = next((entity for entity in doc.ents if entity.start == at), None)
    if (
        entity is not None
        and _behind_preposition(doc[at])
        and not _is_people(doc, at)
        and not _modifies_thing(doc, at, entity.root)
    ):
        return entity.end, Place(name=_bare(entity.text), country="", kind="place")
    return None


def _modifies_thing(doc: Doc, at: int, root: Token) -> bool:
    """ "Vampire rockets", "the Moskva": a name before a thing's noun, or one with an article, is no unknown place."""
    if at and doc[at - 1].lower_ == "the" and root.i == at:
        return True
    described = root.dep_ in ("compound", "amod", "nmod") and not kind_of_event(root.head)
    return described and root.head.lemma_.lower() not in words("events", "places", "nouns")


def _is_people(doc: Doc, at: int) -> bool:
    return bool(find_people(doc[at].text))


def _bare(text: str) -> str:
    return text.removeprefix("the ").removeprefix("The ").removesuffix("’s").removesuffix("'s")


def _plausible(doc: Doc, start: int, end: int, place: Place) -> bool:
    """Many towns bear the names of people and things: a small one must stand where a place would."""
    if _names_street(doc, end):
        return False
    if place.kind == "city" and doc[end - 1].dep_ != "compound" and _has_article(doc, start):
        # "The Novocherkassk", "the Ukrainian Simferopol" are ships; towns go without an article.
        return False
    if (
        any(token.ent_type_ == "PERSON" for token in doc[start:end])
        and not _behind_preposition(doc[start])
        and place.kind == "city"
    ):
        return (
            doc[start].dep_ in ("dobj", "pobj", "compound", "nsubj", "nsubjpass", "poss")
            and end - start == 1
            and not _in_person(doc, start, end)
        )
    if (
        end < len(doc)
        and doc[end].pos_ == "PROPN"
        and doc[end].i == end
        and place.kind == "city"
        and not find_place(doc[end].text)
    ):
        return _behind_preposition(doc[start]) and doc[end].ent_type_ in PLACE_ENTITIES | {""}
    return True


def _names_street(doc: Doc, end: int) -> bool:
    """ "Near Cork St.", "along Ohio Avenue": a street is named after a place and lies in another."""
    return end < len(doc) and doc[end].text.rstrip(".") in words("events", "places", "streets")


def _has_article(doc: Doc, start: int) -> bool:
    before = start - 2 if start > 1 and find_people(doc[start - 1].text) else start - 1
    return before >= 0 and doc[before].lower_ == "the"


def _in_person(doc: Doc, start: int, end: int) -> bool:
    """Is the name part of a longer personal name ("London Breed")?"""
    return any(
        entity.label_ == "PERSON" and entity.start <= start < entity.end and entity.end - entity.start > end - start
        for entity in doc.ents
    )


def _head(doc: Doc, start: int, end: int) -> Token:
    """The word of a name that hangs on the rest of the sentence."""
    inside = range(start, end)
    return next((token for token in doc[start:end] if token.head.i not in inside or token.head == token), doc[end - 1])


def _is_thing(doc: Doc, start: int, end: int) -> bool:
    """ "Warship Novocherkassk", "hotel Moscow", "the Simferopol reconnaissance ship": a name that a thing bears."""
    following = doc[end : end + 3]
    things = words("events", "places", "things")
    if doc[end - 1].dep_ in ("compound", "nmod") and any(
        token.lemma_.lower() in things and doc[end - 1].head == token for token in following
    ):
        return True
    at = start - 1 if start and not doc[start - 1].is_quote else start - 2
    if at < 0:
        return False
    before = doc[at]
    if before.lemma_.lower() in things and before.head.i >= at - 3:
        return True
    return (
        at == start - 1
        and before.pos_ == "NOUN"
        and not before.is_title
        and before.lower_ not in words("events", "places", "nouns")
        and before.dep_ in ("compound", "dobj", "nmod", "appos", "nsubj", "pobj", "attr")
        and before.head.i >= start - 1
    )


def _is_ruler(doc: Doc, end: int) -> bool:
    """ "Moscow-controlled", "a London-based bank": who rules, or where a seat is."""
    at = end + 1 if end < len(doc) and doc[end].text in ("-", "–", "‑") else end
    if at >= len(doc) or doc[at].lower_ not in words("events", "places", "holding"):
        return False
    return at > end or (doc[at].tag_ == "VBN" and doc[at].head.i > at)  # "Moscow controlled region"


def _named_apart(noun: Token) -> bool:
    """ "The city of Makiivka": a noun that may also speak for the place; where it stands tells which."""
    lemma = noun.lemma_.lower()
    return noun.pos_ == "NOUN" and lemma in words("events", "places", "nouns") and kind_of_words([lemma]) in BODIES


def _envoy_speaks(verb: Token) -> bool:
    """ "In New York, the ambassador said …": some offices speak from anywhere about everywhere."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return any(
        word.lemma_.lower() in words("sources", "speakers", "envoys") for one in subjects for word in one.subtree
    )


def _belongs_elsewhere(holder: Token) -> bool:
    """Does the place go with a noun that is elsewhere ("a war in Iraq"), with who speaks, or with the speaking?"""
    lemma = holder.lemma_.lower()
    if lemma in words("events", "places", "elsewhere"):
        return True
    if holder.pos_ in ("NOUN", "PROPN"):
        return kind_of_words([lemma]) in BODIES
    return lemma in words("cues", "saying", "verbs") and not kind_of_event(holder)


def _behind_preposition(token: Token) -> bool:
    left = token.i - 1
    while left >= 0 and (
        token.doc[left].pos_ in ("DET", "ADJ") or token.doc[left].lower_ in words("events", "places", "nouns")
    ):
        left -= 1
    return left >= 0 and token.doc[left].lower_ in words("events", "places", "prepositions")


def _tells_where(head: Token, place: Place) -> bool:
    """Does the name tell where: behind a preposition, as what was hit, or before the noun of an event?"""
    nouns = event_nouns()
    word = head
    while word.dep_ in ("compound", "appos", "conj", "nmod", "flat") and word.head != word:
        word = word.head
        if word.lemma_.lower() in nouns and (
            place.kind != "country" or kind_of_event(word) in words("events", "general", "hazards")
        ):
            return True
    if word.dep_ == "poss" and place.kind != "country":
        # "London's march" is in London; "Moscow's strike" is where Moscow's forces struck.
        return (word.head.lemma_.lower() in nouns and not capital_of(place.name)) or kind_of_event(word.head) in words(
            "events", "general", "natural"
        )
    if word.dep_ == "pobj" and word.head.i == word.sent.start and not _envoy_speaks(word.head.head):
        # "In Glasgow, police said …": a place before all else sets the scene, whoever speaks.
        return True
    if word.dep_ in ("nsubj", "dative") and word.head.lemma_.lower() in words("events", "places", "seeing"):
        return True
    if word.dep_ == "pobj" and word.head.lower_ == "of" and _named_apart(word.head.head):
        return _tells_where(word.head.head, place)
    if word.dep_ == "pobj" and _belongs_elsewhere(word.head.head):
        return False
    if word.dep_ == "pobj" and word.head.lower_ in words("events", "places", "prepositions"):
        return word.head.lower_ != "of" or word.head.head.lemma_.lower() in nouns | words("events", "places", "nouns")
    if word.dep_ == "dobj":
        return _befell(word.head)
    if word.dep_ == "nsubj" and word.head.lemma_ == "be":
        # "Kyiv was on Monday hit by …", as it is often parsed.
        return any(child.tag_ == "VBN" and child.lemma_.lower() in event_verbs() for child in word.head.rights)
    return word.dep_ == "nsubjpass" and _befell(word.head)


def _befell(verb: Token) -> bool:
    """Is a place the victim of this verb: "hit Lviv", "shook Lviv"?"""
    lemma = verb.lemma_.lower()
    return lemma in event_verbs() or lemma in words("events", "general", "suffering")
