"""Footage and documents against a statement."""

from tests.compare.told import RUSSIA, conflicts, rows, said

ONE = {"article_id": "art-a"}
FOOTAGE = {"source_name": "dashcam footage", "source_kind": "visual_evidence", "stance": "denies"}


def test_footage_that_an_article_sets_against_a_statement():
    stated = said(text="all the rockets were shot down", accounts=[("outcome", "shot down")], **RUSSIA, **ONE)
    footage = said(text="shows otherwise", answers=stated.claim.claim_id, **FOOTAGE, **ONE, start=60)
    (row,) = conflicts(stated, footage)
    assert (row.kind, row.rule, row.left_source, row.right_source) == (
        "evidence",
        "evidence",
        "Moscow",
        "dashcam footage",
    )
    assert "all the rockets were shot down" in row.reason


def test_footage_that_answers_nothing_is_no_finding():
    stated = said(text="all the rockets were shot down", **RUSSIA, **ONE)
    assert rows(stated, said(text="shows a road", **FOOTAGE, **ONE, start=60)) == ()


def test_footage_that_confirms_is_no_finding():
    stated = said(text="all the rockets were shot down", **RUSSIA, **ONE)
    confirms = FOOTAGE | {"stance": "asserts"}
    assert rows(stated, said(text="shows it", answers=stated.claim.claim_id, **confirms, **ONE, start=60)) == ()
