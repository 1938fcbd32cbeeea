"""What stands around a figure in its article."""

import pytest

from tests.factory import article, claim, killed
from tracker.compare.context import Surroundings

TEXT = """Ferry fire kills twelve
Twelve died, Dr. Oda said. Medics took four to St. Jude Hospital. All had burns.
In May, 30 died."""


def told(word, *, zone="body", best=12.0, scope="total", scene=""):
    page = article(TEXT, article_id="art-a")
    start = TEXT.index(word)
    said = claim(TEXT, article_id="art-a", zone=zone, scene=scene, incident_id="inc-a", claim_id=f"clm-{word}")
    figure = killed(best, of=said, scope=scope, text=word, figure_id=f"fig-{word}")
    return page, said, type(figure)(**{**vars_of(figure), "start": start, "end": start + len(word)})


def vars_of(figure):
    return {name: getattr(figure, name) for name in type(figure).__slots__}


def around(*rows):
    page = rows[0][0]
    return Surroundings({page.article_id: page}, [row[1] for row in rows], [row[2] for row in rows])


def test_sentence_and_what_follows():
    row = told("four", best=4.0)
    found = around(row).of(row[1], row[2])
    assert found.sentence.strip() == "Medics took four to St. Jude Hospital."
    assert found.after.startswith(" to St. Jude Hospital.")
    assert found.paragraph.startswith("Twelve died")


def test_the_headline_leads():
    head, later = told("twelve", zone="headline"), told("30", best=30.0)
    found = around(later, head)
    assert found.of(head[1], head[2]).leads
    assert not found.of(later[1], later[2]).leads
    assert found.of(head[1], head[2]).gives("killed", 30)
    assert not found.of(head[1], head[2]).gives("injured", 30)


@pytest.mark.parametrize(("scene", "passing"), [("art-a/0", False), ("", False), ("art-a/2", True)])
def test_a_happening_in_the_background_is_told_in_passing(scene, passing):
    row = told("30", best=30.0, scene=scene)
    assert around(row).of(row[1], row[2]).passing is passing


def test_without_the_article_the_claim_is_all_there_is():
    _, said, figure = told("four", best=4.0)
    assert Surroundings({}, [said], [figure]).of(said, figure).paragraph == TEXT.split("\n")[0]
