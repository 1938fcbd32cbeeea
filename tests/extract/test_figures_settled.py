"""Do later words settle what a figure left open?"""

import pytest

from tests.factory import article
from tracker.extract.figures import find_figures, settle_individuals, settle_losses
from tracker.extract.parse import parse


def settled(text: str) -> list[tuple[str, str, str]]:
    passages = parse(article(text))
    mentions = [mention for passage in passages for mention in find_figures(passage)]
    mentions = list(settle_individuals(settle_losses(mentions, passages)))
    return [(mention.text, mention.measure, mention.scope) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The navy hid that it was losing 74 sailors.\nThe heavy death toll shocked many.", "killed"),
        ("The navy hid that it was losing 74 sailors.\nThe ship was old.", "lost"),
        ("Four teenagers were shot on Friday.\nThey are stable.", "injured"),
        ("Four teenagers were shot on Friday.\nOne later died.", "lost"),
    ],
)
def test_losses(text: str, measure: str) -> None:
    assert settled(text)[0][1] == measure


def test_one_person_is_a_part_where_more_are_told() -> None:
    text = "Three people were killed on Friday.\nA man was killed in his car."
    assert [scope for _, _, scope in settled(text)] == ["total", "part"]


def test_persons_told_one_by_one_are_parts() -> None:
    text = "A man was killed in his car.\nA woman was killed at home."
    assert [scope for _, _, scope in settled(text)] == ["part", "part"]
