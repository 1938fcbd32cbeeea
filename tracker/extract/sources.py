"""Who is meant: from the mention as printed to the speaker it stands for, its kind and its party.

The mention and the speaker are two fields. A name takes its longest earlier form, a nominal ("the ministry") the last
speaker with that noun, a pronoun the last speaker that fits; where nothing fits the mention itself is the name, so
that nothing is passed off as known. A country, its capital and its seat of power are one speaker: the country.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tracker.extract.frames import Frame
from tracker.extract.parse import Token
from tracker.extract.parties import bare_country, canonical_name, party_of
from tracker.extract.speakers import kind_of_words
from tracker.lexicon import read_lexicon, words
from tracker.lexicon.gazetteer import find_people, find_place

PERSONAL = {"he", "she"}
RELATIVE = {"who", "which", "that"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a mention stands for.

    ``head`` is the noun it can be called by again ("ministry"), lower case; ``called`` are a person's offices.
    """

    name: str
    kind: str
    party: str = ""
    head: str = ""
    person: bool = False
    called: frozenset[str] = frozenset()


UNKNOWN = Speaker(name="", kind="unnamed")


@dataclass(slots=True)
class Cast:
    """The speakers of one article so far, latest last."""

    speakers: list[Speaker] = field(default_factory=list)

    def backwards(self) -> Iterable[Speaker]:
        """The speakers, latest first."""
        return reversed(self.speakers)


def resolve(frame: Frame, cast: Cast) -> Speaker:
    """The speaker of a frame, noted in the article's cast for the mentions that follow."""
    if frame.head is None:
        return UNKNOWN
    speaker = _pronoun(frame.head, cast) if _is_pronoun(frame.head) else _noun(frame, cast)
    if speaker.name and speaker.kind not in ("visual_evidence",):
        cast.speakers.append(speaker)
    return speaker


def _is_pronoun(head: Token) -> bool:
    return head.pos_ == "PRON" or head.lower_ in words("sources", "speakers", "pronouns")


def _pronoun(head: Token, cast: Cast) -> Speaker:
    """He and she look back for a person, they and it for a body; "who" is the noun before it."""
    word = head.lower_
    if word in RELATIVE and head.head.dep_ in ("relcl", "acl"):
        noun = _antecedent(head.head.head)
        return _described([noun], cast, text=_phrase(noun), head=noun)
    if word in PERSONAL:
        found = next((speaker for speaker in cast.backwards() if speaker.person), None)
    elif word in words("sources", "speakers", "bodies"):
        found = (
            next((speaker for speaker in cast.backwards() if not speaker.person), None)
            if word != "they"
            else next(iter(cast.backwards()), None)
        )
    else:
        found = None
    return found or Speaker(name=head.text, kind="unnamed", head=word)


def _antecedent(noun: Token) -> Token:
    """Who "who" is: never a place ("Moscow's man in Crimea, who …"), and a name rather than its apposition."""
    while find_place(noun.text) is not None and noun.dep_ == "pobj" and noun.head.head != noun:
        noun = noun.head.head
    return noun.head if noun.dep_ == "appos" else noun


def _noun(frame: Frame, cast: Cast) -> Speaker:
    assert frame.head is not None
    assert frame.source is not None
    tokens = frame.passage.tokens(frame.source) or [frame.head]
    text = frame.passage.article.text[frame.source.start : frame.source.end]
    return _described(tokens, cast, text=text, head=frame.head)


def _described(tokens: Sequence[Token], cast: Cast, *, text: str, head: Token | None = None) -> Speaker:
    head = head or tokens[-1]
    person = _person(tokens)
    # "Chad Lewis" is no matter of Chad: a person's own name tells no side.
    party = party_of(text.replace(person, " ").strip() if person else text)
    country = bare_country(text)
    if country:
        return Speaker(name=country, kind="official", party=country, head=country.lower())
    kind = _kind(tokens, head) or ("person" if person else "unnamed" if head.pos_ != "PROPN" else "official")
    if person:
        called = frozenset(token.lemma_.lower() for token in tokens if kind_of_words([token.lemma_.lower()]))
        named = Speaker(name=person, kind=kind, party=party, head=head.lower_, person=True, called=called)
        return _known_person(named, cast)
    name = _uncapitalised(canonical_name(text, party), tokens)
    if head.pos_ == "PROPN" or party:
        return _known_name(Speaker(name=name, kind=kind, party=party, head=head.lemma_.lower()), cast)
    return _again(tokens, head, cast) or Speaker(name=name, kind=kind, party=party, head=head.lemma_.lower())


def _uncapitalised(name: str, tokens: Sequence[Token]) -> str:
    """ "Police" at a sentence's start is "police"; a proper name keeps its capital."""
    first = next((token for token in tokens if name.startswith(token.text)), None)
    common = first is not None and first.pos_ in ("NOUN", "ADJ") and not find_people(first.text)
    return name[:1].lower() + name[1:] if common and not name.isupper() else name


def _again(tokens: Sequence[Token], head: Token, cast: Cast) -> Speaker | None:
    """ "The ministry", "the same official": the last speaker that was called so; "the source" is any unnamed one."""
    if tokens[0].lower_ not in ("the", "this", "that", "same") or len(tokens) > 3:
        return None
    noun = head.lemma_.lower()
    for speaker in cast.backwards():
        if speaker.head == noun or noun in speaker.called or noun in speaker.name.lower().split():
            return speaker
        if noun == "source" and speaker.kind in ("document", "unnamed"):
            return speaker
    return None


def _person(tokens: Sequence[Token]) -> str:
    """The person named in a mention: the parser's PERSON words, honorifics left out."""
    named = [
        token for token in tokens if token.ent_type_ == "PERSON" and token.pos_ == "PROPN" and not _honorific(token)
    ]
    if not named or any(find_place(token.text) or find_people(token.text) for token in named[-1:]):
        return _beside_office(tokens)
    entity = next(entity for entity in named[-1].doc.ents if entity.start <= named[-1].i < entity.end)
    words_of = [token for token in entity if not _honorific(token) and token.tag_ != "POS"]
    return words_of[0].doc[words_of[0].i : words_of[-1].i + 1].text


def _beside_office(tokens: Sequence[Token]) -> str:
    """The proper name in apposition to an office, where the parser has not known it for a person."""
    for token in tokens:
        if token.pos_ != "PROPN" or token.dep_ not in ("appos", "nsubj", "pobj") or find_place(token.text):
            continue
        beside = [
            other
            for other in tokens
            if (other.dep_ == "appos" and other.head == token) or (token.dep_ == "appos" and other == token.head)
        ]
        if any(other.lemma_.lower() in words("sources", "speakers", "offices") for other in beside):
            first = min([token.i, *[child.i for child in token.lefts if child.dep_ == "compound"]])
            return str(token.doc[first : token.i + 1].text)
    return ""


def _honorific(token: Token) -> bool:
    return token.lower_.rstrip(".") in words("sources", "honorifics", "words")


def _known_person(speaker: Speaker, cast: Cast) -> Speaker:
    """A surname takes the longest form seen, and the office told with it."""
    surname = speaker.name.split()[-1].lower()
    party = speaker.party or read_lexicon("sources")["figures"].get(surname, "")
    for known in cast.backwards():
        if known.person and known.name.split()[-1].lower() == surname:
            longest = max(speaker.name, known.name, key=len)
            kind = speaker.kind if speaker.kind != "person" else known.kind
            return Speaker(
                name=longest,
                kind=kind,
                party=party or known.party,
                head=speaker.head,
                person=True,
                called=speaker.called | known.called,
            )
    return Speaker(
        name=speaker.name, kind=speaker.kind, party=party, head=speaker.head, person=True, called=speaker.called
    )


def _known_name(speaker: Speaker, cast: Cast) -> Speaker:
    for known in cast.backwards():
        if not known.person and known.name.lower() == speaker.name.lower():
            return known
    return speaker


def _kind(tokens: Sequence[Token], head: Token) -> str:
    """By the head noun first, then by the words nearest before it ("Foreign Ministry spokeswoman")."""
    nearest = sorted(tokens, key=lambda token: abs(token.i - head.i))
    lemmas = [lemma for token in nearest for lemma in (token.lower_, token.lemma_.lower())]
    return kind_of_words(lemmas)


def _phrase(head: Token) -> str:
    left = [token for token in head.subtree if token.i <= head.i]
    return "".join(token.text_with_ws for token in left).strip()
