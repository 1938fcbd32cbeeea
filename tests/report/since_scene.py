"""What a second run altered in the scene: a row of each sort and each fate, one with a name nobody should trust."""

from dataclasses import replace

from tests.report.scene import DISCREPANCIES, INCIDENTS, ROSTER_DEAD, SCENE
from tracker.difference import Altered, Difference
from tracker.model import Edit, Run

BEFORE = Run(run_id="run-first", started="2024-05-03T08:30:00Z", ended="2024-05-03T08:31:00Z")
LAST = Run(run_id="run-last", started="2024-05-04T08:30:00Z")

CONFLICTS = [each for each in DISCREPANCIES if each.relation == "conflict"]
FIGURE = next(each for each in SCENE.figures if each.claim_id == ROSTER_DEAD.claim.claim_id)
GONE = replace(INCIDENTS[0], incident_id="inc-gone000000", label="<b>Gone</b>", n_articles=1)


def altered(table: str, row_id: str, before: object, after: object, *columns: str) -> Altered:
    return Altered(table=table, row_id=row_id, before=before, after=after, columns=columns)


DIFFERENCE = Difference(
    first=BEFORE,
    last=LAST,
    altered=(
        altered("discrepancies", CONFLICTS[0].discrepancy_id, None, CONFLICTS[0]),
        altered(
            "discrepancies",
            CONFLICTS[1].discrepancy_id,
            replace(CONFLICTS[1], left_value="one"),
            CONFLICTS[1],
            "left_value",
        ),
        altered(
            "discrepancies",
            CONFLICTS[2].discrepancy_id,
            replace(CONFLICTS[2], review_state="dismissed"),
            replace(CONFLICTS[2], review_state="re-opened"),
            "review_state",
        ),
        altered("discrepancies", "dis-gone000000", replace(CONFLICTS[3], discrepancy_id="dis-gone000000"), None),
        altered("incidents", INCIDENTS[0].incident_id, None, INCIDENTS[0]),
        altered("incidents", "inc-gone000000", GONE, None),
        altered("figures", FIGURE.figure_id, None, FIGURE),
    ),
    edits=(
        Edit(
            edit_id="edt-a",
            url="https://courier.example/<b>",
            before_article="art-then",
            after_article=FIGURE.article_id,
            measure="killed",
            source_name="leaked roster",
            after_figure=FIGURE.figure_id,
            before_value="70",
            after_value="74",
        ),
        Edit(edit_id="edt-b", path="in/post.html", before_article="art-then", after_article="art-now"),
    ),
)
