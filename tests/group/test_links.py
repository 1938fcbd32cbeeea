"""Every link says why; no id that was ever given leads nowhere while its claims are there."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import article, claim
from tests.group.test_group import corpus
from tracker.group import group_claims
from tracker.group.links import COPIED, DECIDED
from tracker.model import Forward


def test_links_hold_every_incident_together():
    pages, claims = corpus()
    grouping = group_claims(pages, claims)
    for incident in grouping.incidents:
        held = [link for link in grouping.links if link.incident_id == incident.incident_id]
        assert len(held) == incident.n_articles - 1
        assert all(link.reason and 0 < link.sureness <= 1 for link in held)
        assert {grouping.members[link.left_claim_id] for link in held} == {incident.incident_id}


def test_a_copy_and_a_decision_are_links_with_their_reason():
    pages = [
        article("words one", article_id="a"),
        article("two", article_id="b", copy_of="a"),
        article("x", article_id="c"),
    ]
    claims = [claim(name, article_id=name, scene="", claim_id=name) for name in "abc"]
    grouping = group_claims(pages, claims, same=[("c", "a")])
    told = {(link.left_article_id, link.right_article_id): link.reason for link in grouping.links}
    assert told == {("a", "b"): COPIED, ("a", "c"): DECIDED}


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 8))
def test_one_by_one_or_all_at_once_and_every_id_leads_on(chance: random.Random, steps: int):
    """Articles come in any order, some at a time: the end is the same, and no id ever given is lost."""
    pages, claims = corpus()
    whole = group_claims(pages, claims)
    chance.shuffle(pages)
    before: tuple[Forward, ...] = ()
    ever: dict[str, str] = {}
    for n in range(steps, len(pages) + steps, steps):
        there = {page.article_id for page in pages[:n]}
        known = [each for each in claims if each.article_id in there]
        grouping = group_claims(pages[:n], known, before=before)
        before = grouping.forwards
        ever |= {incident_id: claim_id for claim_id, incident_id in grouping.members.items()}
    assert grouping.incidents == whole.incidents
    assert grouping.members == whole.members
    leads = {each.former_id: each.incident_id for each in before}
    assert set(ever) == set(leads)
    assert set(leads.values()) == {incident.incident_id for incident in whole.incidents}


def test_an_id_whose_claims_are_gone_leads_nowhere():
    (first,) = group_claims([], [claim("x", article_id="a", scene="")]).forwards
    gone = group_claims([], [claim("y", article_id="b", scene="")], before=[first]).forwards
    assert next(each for each in gone if each.former_id == first.former_id).incident_id == ""
