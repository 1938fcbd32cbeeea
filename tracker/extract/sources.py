"""Who is meant: from the mention as printed to the speaker it stands for, its kind and its party.

The mention and the speaker are two fields. A name takes its longest earlier form, a nominal ("the ministry") the last
speaker with that noun, a pronoun the last speaker that fits; where nothing fits the mention itself is the name, so
that nothing is passed off as known. A country, its capital and its seat of power are one speaker: the country.
"""

from collections.abc import Sequence
from dataclasses import replace

from tracker.extract.cast import UNKNOWN, Cast, Place, Speaker, gender_of, is_human, last_name, with_gender
from tracker.extract.frames import Frame
from tracker.extract.frames.stretches import noun_phrase
from tracker.extract.kinds import kind_of
from tracker.extract.offices import office_form
from tracker.extract.parse import Passage, Token
from tracker.extract.parties import alias_of, bare_country, canonical_name, party_of, side_of
from tracker.extract.persons import person_named
from tracker.extract.quotations import Quotation, inside
from tracker.lexicon import read_lexicon, words
from tracker.lexicon.gazetteer import find_people, find_place

PERSONAL = {"he", "she"}
RELATIVE = {"who", "which", "that"}
# "His claim that …" is his.
POSSESSIVE = {"his": "he", "her": "she", "their": "they", "its": "it"}

__all__ = ["UNKNOWN", "Cast", "Speaker", "gather", "resolve"]


def gather(passages: Sequence[Passage], quotations: Sequence[Sequence[Quotation]]) -> Cast:
    """The cast of an article before anybody has spoken: the persons it names outside quoted words."""
    cast = Cast()
    seen: set[str] = set()
    for passage, quoted in zip(passages, quotations, strict=True):
        for entity in passage.doc.ents:
            if entity.label_ != "PERSON" or inside(quoted, passage.place(entity.root)):
                continue
            head = entity.root.head if entity.root.dep_ == "appos" else entity.root
            subject = entity.root.dep_ in ("nsubj", "nsubjpass") and entity.root.head.dep_ == "ROOT"
            subject = subject or (head.dep_ in ("nsubj", "nsubjpass") and head.head.dep_ == "ROOT")
            if entity.text in seen and not subject:
                continue
            seen.add(entity.text)
            span = noun_phrase(passage, head)
            text = passage.article.text[span.start : span.end]
            speaker = _described(passage.tokens(span) or [head], cast, text=text, head=head)
            if speaker.person:
                cast.note((passage.index, entity.root.i), speaker, subject=subject)
    return cast


def resolve(frame: Frame, cast: Cast) -> Speaker:
    """The speaker of a frame, noted in the article's cast for the mentions that follow."""
    if frame.head is None:
        return UNKNOWN
    at = (frame.passage.index, frame.head.i)
    speaker = _pronoun(frame.head, cast, at) if _is_pronoun(frame.head) else _noun(frame, cast)
    if speaker.name and speaker.kind not in ("visual_evidence",):
        cast.add(at, speaker)
    return speaker


def _is_pronoun(head: Token) -> bool:
    return head.pos_ == "PRON" or head.lower_ in words("sources", "speakers", "pronouns")


def _pronoun(head: Token, cast: Cast, at: Place) -> Speaker:
    """He and she look back for a person, they and it for a body; "who" is the noun before it."""
    word = POSSESSIVE.get(head.lower_, head.lower_)
    if word in RELATIVE and head.head.dep_ in ("relcl", "acl"):
        noun = _antecedent(head.head.head)
        return _described([noun], cast, text=_phrase(noun), head=noun)
    found: Speaker | None = None
    if word in PERSONAL:
        other = "m" if word == "she" else "f"
        found = next((speaker for speaker in cast.persons(at) if speaker.gender != other), None)
        found = with_gender(found, word) if found is not None else None
    elif word in words("sources", "speakers", "bodies"):
        # An owner can be a company, so "it" may mean one; "they" are several.
        several = word == "they"
        found = next((each for each in cast.backwards() if not each.person and not (several and each.human)), None)
    return found or UNKNOWN


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
    owner = _owner(head)
    if owner is not None and owner in tokens:
        # "Red Cross figures", "data from the ministry": the words are the body's.
        tokens = [token for token in owner.subtree if token in tokens and token.i <= owner.i]
        head, text = owner, "".join(token.text_with_ws for token in tokens).strip()
    person, own = person_named(tokens), alias_of(text)
    # A desk's own file says of the whole mention, a person's name included, whose side it is on.
    party = party_of(text) if own else side_of(tokens, head, text, person)
    country = bare_country(text)
    if country:
        return Speaker(name=country, kind="official", party=country, head=country.lower())
    kind = kind_of(tokens, head) or _kind_without_word(tokens, head, person=bool(person), party=party)
    if person:
        called = frozenset(token.lemma_.lower() for token in tokens if _is_office(token))
        named = Speaker(
            name=own or person,
            kind=kind,
            party=party,
            head=head.lower_,
            person=True,
            called=called,
            human=True,
            gender=gender_of(tokens),
            office=office_form(text, person),
        )
        return _known_person(named, cast)
    name = _uncapitalised(canonical_name(text, party), tokens)
    holder = _holder(tokens, head, text, cast)
    if holder is not None:
        return holder
    again = (_stated(tokens, head, cast) or _again(tokens, head, cast)) if not party else None
    if again is not None:
        return again
    if head.pos_ == "PROPN" or party:
        return _known_name(Speaker(name=name, kind=kind, party=party, head=head.lemma_.lower()), cast)
    return Speaker(
        name=name, kind=kind, party=party, head=head.lemma_.lower(), human=is_human(head), gender=gender_of([head])
    )


def _owner(head: Token) -> Token | None:
    """Whose figures, data or statement a mention speaks of, where it says so."""
    if head.lemma_.lower() not in words("sources", "papers", "heads"):
        return None
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("from", "by", "of"):
            child = next((grand for grand in child.children if grand.dep_ == "pobj"), child)
        elif child.dep_ == "acl":
            # "Figures released by the army".
            agents = (grand for each in child.children if each.dep_ == "agent" for grand in each.children)
            child = next(agents, child)
        elif child.dep_ not in ("compound", "poss", "nmod"):
            continue
        kind = kind_of([token for token in child.subtree if token.i <= child.i], child)
        if (child.pos_ == "PROPN" or kind) and kind not in ("document", "visual_evidence"):
            return child
    return None


def _is_office(token: Token) -> bool:
    """Is this what one person can be called again: "the governor", "the nurse"; never the body, "the navy"?"""
    lemma = token.lemma_.lower()
    return is_human(token) or lemma in words("sources", "speakers", "offices")


def _holder(tokens: Sequence[Token], head: Token, text: str, cast: Cast) -> Speaker | None:
    """Who holds an office, where the article names one person with it: "the governor of Ohio", "the mayor"."""
    if head.lemma_.lower() not in words("sources", "speakers", "offices") or tokens[0].lower_ in ("a", "an", "another"):
        return None
    form = office_form(text)
    bare = len(tokens) == 1 or (len(tokens) <= 3 and tokens[0].lower_ in ("the", "this", "same"))
    held = cast.holders(form) if form else cast.holders(head.lemma_.lower()) if bare else []
    return held[0] if len(held) == 1 else None


def _kind_without_word(tokens: Sequence[Token], head: Token, *, person: bool, party: str) -> str:
    """Where no word tells the kind: a person, a company by its legal form, a body of some state, a body of its own."""
    if person or head.ent_type_ == "PERSON":
        return "person"
    if tokens[-1].lower_.rstrip(".") in words("sources", "forms", "company"):
        return "company"
    if head.pos_ != "PROPN":
        return "unnamed"
    return "official" if party else "party"


def _uncapitalised(name: str, tokens: Sequence[Token]) -> str:
    """ "Police" at a sentence's start is "police", "One source" is "one source"; a proper name keeps its capital."""
    first = next((token for token in tokens if name.startswith(token.text)), None)
    common = first is not None and first.pos_ in ("NOUN", "ADJ", "NUM", "DET") and not find_people(first.text)
    # "TV channel" and "X-ray unit" begin with no capital of a sentence's.
    return name[:1].lower() + name[1:] if common and not name[1:2].isupper() and name[1:2] != "-" else name


def _again(tokens: Sequence[Token], head: Token, cast: Cast) -> Speaker | None:
    """ "The ministry", "the same official": the last speaker that was called so; "the source" is any unnamed one.

    "The defence ministry" is the last one named with a side, never the interior ministry.
    """
    if tokens[0].lower_ not in ("the", "this", "that", "same") or len(tokens) > 3:
        return None
    noun = head.lemma_.lower()
    more = {_plain(token.lower_) for token in tokens[1:] if token != head and token.lower_ != "same"}
    for speaker in cast.backwards():
        named = {_plain(word) for word in speaker.name.lower().split()}
        called = speaker.head == noun or noun in speaker.called or noun in named
        if called and more <= named | speaker.called:
            return speaker
        if noun == "source" and speaker.kind in ("document", "unnamed"):
            return speaker
    return None


def _stated(tokens: Sequence[Token], head: Token, cast: Cast) -> Speaker | None:
    """ "The statement added …": the words of whoever spoke last, a body or a person."""
    bare = len(tokens) == 2 and tokens[0].lower_ in ("the", "this", "that")
    if not bare or head.lemma_.lower() not in words("sources", "papers", "stating"):
        return None
    return next((each for each in cast.backwards() if each.kind not in ("visual_evidence", "document")), None)


def _plain(word: str) -> str:
    return str(read_lexicon("sources")["variants"].get(word, word))


def _known_person(speaker: Speaker, cast: Cast) -> Speaker:
    """A surname takes the longest form the article has, and the office told with it.

    Of two persons of one surname the one that spoke last is meant, or the one whose title fits; else nobody's name
    is made longer.
    """
    surname = last_name(speaker.name)
    party = speaker.party or read_lexicon("sources")["figures"].get(surname, "")
    speaker = replace(speaker, party=party)
    earlier = next((known for known in cast.spoke(surname) if _may_be(speaker, known)), None)
    named = [known for known in cast.surnamed(surname) if _may_be(speaker, known)]
    longest = {known.name for known in named if len(known.name) == len(named[0].name)}
    known = earlier or (named[0] if len(longest) == 1 else None)
    if known is None:
        return speaker
    fuller = next((each for each in named if len(each.name) > len(known.name) and _may_be(known, each)), known)
    return replace(
        speaker,
        name=max(speaker.name, known.name, fuller.name if len(longest) == 1 else "", key=len),
        kind=speaker.kind if speaker.kind != "person" else known.kind,
        party=party or known.party,
        called=speaker.called | known.called,
        gender=speaker.gender or known.gender,
        office=speaker.office or known.office,
    )


def _may_be(speaker: Speaker, known: Speaker) -> bool:
    """Can two names be one person's: one surname, no other forename, no other gender?"""
    mine, theirs = speaker.name.lower().split(), known.name.lower().split()
    if not mine or not theirs or mine[-1] != theirs[-1]:
        return False
    other = len(mine) > 1 and len(theirs) > 1 and mine[0].rstrip(".")[:1] != theirs[0][:1]
    return not other and not (speaker.gender and known.gender and speaker.gender != known.gender)


def _known_name(speaker: Speaker, cast: Cast) -> Speaker:
    for known in cast.backwards():
        if not known.person and known.name.lower() == speaker.name.lower():
            return known
    return speaker


def _phrase(head: Token) -> str:
    left = [token for token in head.subtree if token.i <= head.i]
    return "".join(token.text_with_ws for token in left).strip()
