"""What the words of a count say of it."""

import pytest

from tests.factory import claim, killed
from tracker.compare.case import Statement
from tracker.compare.telling import counts_besides, leaves_out, tells_of_one


def statement(text, counted="people", *, number=2, beside=(), others=()):
    said = claim(f"{text} died", article_id="art-a")
    told = killed(number, of=said, text=text, counted=counted, start=20)
    mentions = [tuple(killed(best, of=said, start=0) for best in given) for given in (beside, others)]
    return Statement(figure=told, claim=said, said="", beside=mentions[0], others=mentions[1])


@pytest.mark.parametrize(
    ("text", "besides"),
    [
        ("two other people", True),
        ("two more people", True),
        ("more than two people", False),
        ("two or more people", False),
        ("two people", False),
    ],
)
def test_counted_besides_somebody(text, besides):
    assert counts_besides(statement(text)) is besides


def test_others_than_those_the_claim_counts():
    assert not counts_besides(statement("two others", others=[1]))
    assert counts_besides(statement("two others", others=[1], beside=[3]))


@pytest.mark.parametrize(("text", "some"), [("two of the men", True), ("two of whom", True), ("two men", False)])
def test_some_of_them(text, some):
    assert leaves_out(statement(text)) is some


@pytest.mark.parametrize(
    ("text", "counted", "number", "one"),
    [
        ("a man", "man", 1, True),
        ("one man", "man", 1, False),
        ("one dead", "", 1, False),
        ("two men", "men", 2, False),
    ],
)
def test_a_mention_of_one_is_no_count(text, counted, number, one):
    assert tells_of_one(statement(text, counted, number=number).figure) is one
