from tests.factory import article, claim
from tests.report.papers import MARKETS, POST
from tests.report.scene import COURIER_DEAD, DISCREPANCIES, HARBOUR, SCENE
from tracker.model import Incident
from tracker.report.index import Index, behind, outlet
from tracker.tables import Tables

INDEX = Index(SCENE)


def test_conflicts_come_worst_first() -> None:
    severities = [each.severity for each in INDEX.conflicts]
    assert severities == sorted(severities, reverse=True)
    assert len(severities) == 4


def test_a_claim_knows_its_conflicts_on_either_side() -> None:
    assert [each.measure for each in INDEX.conflicts_of_claim[COURIER_DEAD.claim.claim_id]] == ["killed", "injured"]


def test_the_claims_behind_a_side_begin_with_its_representative() -> None:
    assert behind(DISCREPANCIES[0], "right")[0] == DISCREPANCIES[0].right_claim_id
    assert len(behind(DISCREPANCIES[0], "right")) == 3


def test_a_row_that_repeats_an_id_is_left_out() -> None:
    one = claim("words")
    assert len(Index(Tables(claims=(one, one))).claims) == 1


def test_an_outlet_is_named_as_far_as_the_article_tells() -> None:
    assert outlet(POST) == "Evening Post"
    assert outlet(article("x", publisher="", url="https://Paper.example/x")) == "paper.example"
    assert outlet(article("x", publisher="", url="http://[x", path="a.txt")) == "a.txt"
    assert outlet(MARKETS) == "<b>market.txt"


def test_a_speaker_is_the_source_the_mention_or_the_outlet() -> None:
    assert INDEX.speaker(COURIER_DEAD.claim) == "Norland defence ministry"
    assert INDEX.speaker(claim(source_name="", source="an aide")) == "an aide"
    assert INDEX.speaker(claim(source_name="", article_id=POST.article_id)) == "Evening Post"
    assert INDEX.speaker(claim(source_name="")) == "an unnamed source"


def test_an_incident_is_called_something() -> None:
    assert INDEX.label(HARBOUR) == "Meridian, Port Selwyn"
    assert INDEX.label("inc-none") == "an incident without a name"
    nameless = Incident(incident_id="inc-a", label="", event="flood")
    assert Index(Tables(incidents=(nameless,))).label("inc-a") == "flood"
