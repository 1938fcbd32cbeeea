"""What ``tracker explain`` prints: every word of the article, and under it what was found and why."""

from dataclasses import replace

import pytest

from tests.factory import account, article, claim, killed
from tracker.explanation import explain
from tracker.model import INF, Article, Span, Unread, Zone
from tracker.tables import Tables

PAPER = article("The mayor said at least 20 people died.\nThe square is old.", path="a.txt")
SAID = claim(
    "at least 20 people died",
    article_id=PAPER.article_id,
    start=15,
    source="The mayor",
    source_name="Ana Ruiz",
    source_kind="official",
    party="Chile",
    via=("Harbour Wire",),
    cue="said",
    quotation="indirect",
    event="fire",
    place="Lota",
    date_from="2024-03-14",
    date_to="2024-03-14",
    rule="verb",
    scene=f"{PAPER.article_id}/0",
)


def printed(*, of: Article = PAPER, **rows: object) -> str:
    return "\n".join(explain(Tables(articles=(of,), **rows)))  # type: ignore[arg-type]


def test_every_paragraph_is_printed_with_its_zone() -> None:
    told = printed()
    assert "[body]  The mayor said at least 20 people died." in told
    assert "[body]  The square is old." in told
    assert "article   2024-03-15 · The Daily · a.txt" in told


def test_a_claim_says_who_by_which_rule_and_about_what() -> None:
    told = printed(claims=(SAID,))
    assert "“The mayor” = Ana Ruiz (official, Chile) · asserts · through Harbour Wire · said 2024-03-15" in told
    assert "rule: verb, “said” · sure: 1 · indirect · offsets 15–38" in told
    assert "scene 0: fire · Lota · 2024-03-14" in told


def test_a_claim_stands_under_its_own_paragraph() -> None:
    told = printed(claims=(SAID,))
    assert told.index("20 people died.") < told.index("“at least 20 people died”") < told.index("The square")


@pytest.mark.parametrize(
    ("low", "high", "more", "line"),
    [
        (20, INF, {"rule": "died"}, "killed 20 to open (at_least, total) · “20” · rule: by “died”"),
        (20, 20, {}, "killed 20 (exact, total) · “20” · rule: only the noun counts"),
        (3, 3, {"scope": "part", "of_total": 20.0}, "killed 3 of 20 (exact, part)"),
        (2, 4, {}, "killed 2 to 4 (range, total)"),
    ],
)
def test_a_figure_says_its_interval_and_its_rule(low: float, high: float, more: dict[str, object], line: str) -> None:
    assert line in printed(claims=(SAID,), figures=(killed(low, high, of=SAID, **more),))


def test_an_account_says_what_is_denied() -> None:
    assert "account   cause: not debris" in printed(
        claims=(SAID,), accounts=(account("cause", "debris", of=SAID, denied=True),)
    )


def test_a_claim_in_pieces_is_printed_in_pieces() -> None:
    pieces = (Span(start=4, end=9), Span(start=34, end=38))
    assert "“mayor … died”" in printed(claims=(claim("mayor", article_id=PAPER.article_id, start=4, fragments=pieces),))


def test_the_article_itself_can_be_the_source() -> None:
    told = printed(claims=(claim("The", article_id=PAPER.article_id, quotation="none"),))
    assert "claim     the article itself (The Daily)" in told
    assert "sure: 1 · offsets" in told


def test_a_country_that_is_the_place_is_told_once() -> None:
    assert "scene 0: fire · Chile · 2024-03-14" in printed(claims=(replace(SAID, place="Chile", country="Chile"),))


def test_what_was_left_out_is_counted() -> None:
    page = article("Share\nTwo died.", zones=(Zone(start=0, end=5, kind="dropped"), Zone(start=6, end=15, kind="body")))
    told = printed(of=page)
    assert "[dropped]  Share" in told
    assert "1 of 2 paragraphs tell none, 1 were dropped as furniture of the page" in told


def test_what_could_not_be_read_is_named() -> None:
    unread = Unread(path="b.pdf", reason="this is no text", cure="Save it as text")
    assert "not read  b.pdf: this is no text. Save it as text" in printed(unread=(unread,))
