"""What a desk should read first: how far apart the sides are, how well each is backed, how sure we are.

    severity = certainty × (0.6 × gap + 0.4 × backing)

gap is 0 to 1, how far apart the nearest readings are (a share of the greater number; for accounts, accounts.toml).
backing is 1 − 1/(1 + n) of the independent origins of the weaker side: 0.5 for one, 0.67 for two, towards 1: a dispute
is as good as its lesser side. certainty is the weakest of the grouping's confidence and the claims'. The shares are our
choice: a wide gap between single sources comes before a narrow one between well-documented ones. Each factor only
raises the whole.
"""

GAP_SHARE = 0.6


def severity(*, gap: float, left_independent: int, right_independent: int, certainty: float = 1.0) -> float:
    """The severity of a conflict, 0 to 1, rounded so that no table shows noise."""
    backing = 1 - 1 / (1 + min(left_independent, right_independent))
    whole = GAP_SHARE * _bounded(gap) + (1 - GAP_SHARE) * backing
    return round(_bounded(certainty) * whole, 4)


def _bounded(share: float) -> float:
    return min(1.0, max(0.0, share))
