"""A rule of the desk's own."""

from collections.abc import Iterator

from tracker.compare import Case, Finding, Side


def round_number(case: Case) -> Iterator[Finding]:
    """A number of whole hundreds may be an estimate: it is shown beside the conflicts and raises no alarm."""
    for statement in case.statements:
        figure, claim = statement.figure, statement.claim
        if figure.best and figure.best % 100 == 0:
            side = Side(claims=(claim,), figures=(figure,), value=figure.text, key=figure.figure_id)
            reason = f"“{figure.text}” is a number of whole hundreds and may be an estimate."
            yield Finding(
                kind="internal", relation="compatible", left=side, right=side, reason=reason, measure=figure.measure
            )
