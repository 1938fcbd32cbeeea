"""What is kept of an article's sources, so that they can be named as other articles name them without reading it again.

An office goes by its holder and a surname by the one longer name of its side, where the articles tell both together
(offices.py). An article that comes later may tell it, or tell another: then the name in each article that used it
changes, and ``raw`` has what the article itself says.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from tracker.extract.offices import fuller_names, office_form, settle_offices, with_fuller_name
from tracker.model import Claim


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Named:
    """A source as an article names it; two claims of one office or name, kind and party are named alike."""

    source: str
    source_name: str
    source_kind: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The sources of one article: as it names them, as they are named now, and the offices it tells the holders of.

    ``raw`` has the article's own name of each claim's source that goes by another now.
    """

    offices: tuple[tuple[str, str], ...] = ()
    named: tuple[Named, ...] = ()
    settled: tuple[str, ...] = ()
    raw: dict[str, str] = field(default_factory=dict)


def read_names(claims: Iterable[Claim], offices: Iterable[tuple[str, str]]) -> Names:
    """The sources of an article whose claims are as it tells them."""
    # An article asks of few sources often, so each is looked at once.
    sources = {(each.source, each.source_name, each.source_kind, each.party): each for each in claims}
    named = tuple(sorted({_named(claim, claim.source_name) for claim in sources.values()}))
    return Names(offices=tuple(offices), named=named, settled=tuple(each.source_name for each in named))


def packed_names(names: Names) -> bytes:
    """Names as bytes."""
    return msgspec.msgpack.encode(names)


_UNPACK = msgspec.msgpack.Decoder(Names)


def unpacked_names(stored: bytes) -> Names:
    """The names of their bytes."""
    return _UNPACK.decode(stored)


def settle_names(known: Sequence[Names]) -> list[tuple[str, ...]]:
    """How the sources of each article are named, all of them considered: as ``settle`` names those of their claims."""
    told = [pair for names in known for pair in names.offices]
    bare = {each: _claim(each) for names in known for each in names.named}
    settled = dict(zip(bare, settle_offices(bare.values(), told), strict=True))
    fuller = fuller_names(settled.values())
    final = {each: with_fuller_name(claim, fuller).source_name for each, claim in settled.items()}
    return [tuple(final[each] for each in names.named) for names in known]


def renamed(claims: Iterable[Claim], names: Names, settled: Sequence[str]) -> tuple[list[Claim], Names]:
    """The claims of an article with their sources named anew, and what is kept of them then."""
    final: Mapping[Named, str] = dict(zip(names.named, settled, strict=True))
    found, raw = [], {}
    for claim in claims:
        own = names.raw.get(claim.claim_id, claim.source_name)
        name = final[_named(claim, own)]
        found.append(replace(claim, source_name=name) if name != claim.source_name else claim)
        if name != own:
            raw[claim.claim_id] = own
    return found, replace(names, settled=tuple(settled), raw=raw)


def _named(claim: Claim, own: str) -> Named:
    """All that naming asks of a claim's source, whose name in the article is ``own``."""
    office = office_form(claim.source)
    return Named(source=office and claim.source, source_name=own, source_kind=claim.source_kind, party=claim.party)


def _claim(named: Named) -> Claim:
    """A claim of which nothing is known but its source."""
    return Claim(
        claim_id="",
        article_id="",
        start=0,
        end=0,
        text="",
        source=named.source,
        source_name=named.source_name,
        source_kind=named.source_kind,
        party=named.party,
    )
