"""Two numbers that one article prints, and numbers told in passing."""

from dataclasses import replace

import pytest

from tests.compare.told import DAY, Said, compare
from tests.factory import article, claim, killed


def page(text, *figures, article_id, scene="", incident="inc-a", **source):
    """An article with its figures: ``(words, value, source)`` each in a claim of its own."""
    paper = article(text, article_id=article_id, publisher=article_id)
    told = []
    for words, best, who in figures:
        start = text.index(words)
        said = claim(
            text,
            article_id=article_id,
            incident_id=incident,
            scene=scene,
            said_at=DAY,
            claim_id=f"{article_id}-{start}",
            **({"source_name": article_id} if not who else {"source_name": who, "source_kind": "police"} | source),
        )
        figure = killed(
            best, of=said, text=words, start=start, end=start + len(words), figure_id=f"fig-{article_id}-{start}"
        )
        told.append(Said(said, (figure,)))
    return paper, told


def verdicts(*pages):
    papers = [paper for paper, _ in pages]
    return {
        (row.relation, row.rule)
        for row in compare(*(each for _, told in pages for each in told), articles=papers).discrepancies
    }


TWO = page("Nine men died at the mine.", ("Nine men", 9, "Rescuers"), article_id="two")


def test_an_article_that_prints_both_counts_two_things():
    one = page(
        "Nine men died at the mine.\nFive men were dead when rescuers came.",
        ("Nine men", 9, ""),
        ("Five men", 5, "Medics"),
        article_id="one",
    )
    assert ("scope", "together") in verdicts(one, TWO)
    assert "conflict" not in {relation for relation, _ in verdicts(one, TWO)}


@pytest.mark.parametrize(
    "text",
    [
        "Nine men died, rescuers said, while medics counted Five men.",
        "Nine men died, rescuers said. Medics said Five men had.",
        "Nine men died by one count.  There were conflicting reports: Five men, said the mine.",
    ],
)
def test_an_article_that_sets_them_against_each_other_keeps_the_alarm(text):
    one = page(text, ("Nine men", 9, "Rescuers"), ("Five men", 5, "Medics"), article_id="one")
    assert ("conflict", "figures") in verdicts(one)


def test_parties_are_heard_wherever_they_speak():
    one = page("Nine men died.\nThe rest came later.", ("Nine men", 9, "Kyiv"), article_id="one", party="Ukraine")
    other = page(
        "Nine men died, say some.\nTwo lines on.\nFive men died.",
        ("Nine men", 9, ""),
        ("Five men", 5, "Moscow"),
        article_id="other",
        party="Russia",
    )
    assert ("conflict", "figures") in verdicts(one, other)


def test_a_count_in_passing_raises_no_alarm():
    year = page(
        "Nine men died.\nForty men died this year.", ("Nine men", 9, ""), ("Forty men", 40, "Police"), article_id="one"
    )
    other = page("Eight men died at the mine.", ("Eight men", 8, "Medics"), article_id="three")
    assert ("scope", "passing") in verdicts(year, other)


def test_a_number_in_the_background_of_an_article_raises_no_alarm():
    old = page("Forty men died.", ("Forty men", 40, "Police"), article_id="one", scene="one/2")
    assert verdicts(old, TWO) == {("scope", "passing")}


def test_two_articles_that_lead_with_two_numbers_are_a_conflict():
    other = page("Eight men died at the mine.", ("Eight men", 8, "Medics"), article_id="three")
    assert verdicts(other, TWO) == {("conflict", "figures")}


HOSPITAL = page(
    "Nine men were hurt at the mine, the hospital said.\n"
    "The shift had just begun.\n"
    "Seven men were hurt, the sheriff had said.",
    ("Nine men", 9, "the hospital"),
    ("Seven men", 7, "the sheriff"),
    article_id="one",
)


def test_two_bodies_that_can_be_asked_dispute_each_other_in_one_article():
    assert verdicts(HOSPITAL) == {("conflict", "figures")}


def test_two_bodies_of_two_places_do_not():
    paper, (nine, seven) = HOSPITAL
    away = replace(seven, claim=replace(seven.claim, place="Dunmore"))
    assert "conflict" not in {relation for relation, _ in verdicts((paper, [nine, away]))}


def test_a_place_from_elsewhere_in_the_page_parts_nothing():
    paper, (told,) = TWO
    far = replace(told.claim, place="Dunmore", country="Ireland")
    other = page("Eight men died at the mine.", ("Eight men", 8, "Medics"), article_id="three")
    near = [replace(each, claim=replace(each.claim, place="Ashford")) for each in other[1]]
    assert verdicts((paper, [replace(told, claim=far)]), (other[0], near)) == {("conflict", "figures")}
