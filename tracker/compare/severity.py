"""What a desk should read first: how far apart the sides are, how well each is backed and by whom, how sure we are.

    severity = certainty × (0.5 × gap + 0.35 × backing + 0.15 × standing)

gap is 0 to 1, how far apart the nearest readings are (a share of the greater number; for accounts, accounts.toml).
backing is 1 − 1/(1 + n) of the independent origins of the weaker side: 0.5 for one, 0.67 for two, towards 1: a dispute
is as good as its lesser side. standing is 0 to 1, how answerable the sources of the lesser side are, each side by its
most answerable one (tallies.toml, by kind): a body that can be asked, or a record, before a passer-by, before somebody
unnamed. It says nothing of who is right: a ministry and the list that contradicts it stand alike. certainty is the
weakest of the grouping's confidence and the claims'. The shares are our choice: a wide gap between single sources comes
before a narrow one between well-documented ones, and who speaks decides between conflicts that are otherwise alike.
Each factor only raises the whole.
"""

from collections.abc import Iterable
from functools import cache

from tracker.lexicon import read_lexicon

GAP_SHARE = 0.5
BACKING_SHARE = 0.35
STANDING_SHARE = 0.15


def severity(
    *,
    gap: float,
    left_independent: int,
    right_independent: int,
    left_standing: float = 1.0,
    right_standing: float = 1.0,
    certainty: float = 1.0,
) -> float:
    """The severity of a conflict, 0 to 1, rounded so that no table shows noise."""
    backing = 1 - 1 / (1 + min(left_independent, right_independent))
    stands = _bounded(min(left_standing, right_standing))
    whole = GAP_SHARE * _bounded(gap) + BACKING_SHARE * backing + STANDING_SHARE * stands
    return round(_bounded(certainty) * whole, 4)


def standing(kinds: Iterable[str]) -> float:
    """How answerable a side is, 0 to 1: its most answerable kind of source; a kind nobody lists counts as unnamed."""
    return max(map(_answerable, kinds), default=0.0)


@cache
def _answerable(kind: str) -> float:
    known = read_lexicon("tallies")["answerable"]
    return float(known.get(kind, known["unnamed"]))


def _bounded(share: float) -> float:
    return min(1.0, max(0.0, share))
