"""The verb: what must hold of any grouping."""

import random
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import article, claim
from tracker.group import group_claims

NEWS = {
    "harbour": "Two fishing boats burned in the harbour of Varna before dawn. The Minin and the Sveta lay there.",
    "tram": "A tram left the rails on Alexander Boulevard in Sofia. Nineteen passengers went to Pirogov hospital.",
    "bridge": "The footbridge over the Yantra at Gabrovo gave way under a wedding party. Divers searched the river.",
}
PAPERS = ("The Daily", "The Post", "The Herald")
VARNA = {"place": "Varna", "date_from": "2024-03-10", "event": "fire"}


def corpus():
    """Three happenings, each told by three papers in nearly the same words, the harbour also in passing elsewhere."""
    pages = [
        article(f"{text} {paper} was there.", title=f"{name} news", publisher=paper, published=f"2024-03-1{number}")
        for number, (name, text) in enumerate(NEWS.items())
        for paper in PAPERS
    ]
    claims = [part for page in pages for part in parts(page, 31)]
    tram = pages[len(PAPERS)].article_id
    return pages, [*claims, claim("Days after the fire in Varna", article_id=tram, scene=f"{tram}/1", **VARNA)]


def parts(page, cut, start=0, end=None):
    """A stretch of an article's main scene as two claims."""
    known = VARNA if "Varna" in page.text else {}
    pieces = ((start, start + cut), (start + cut, end or len(page.text)))
    scene = f"{page.article_id}/0"
    return [claim(page.text[a:b], start=a, article_id=page.article_id, scene=scene, **known) for a, b in pieces]


def ids(grouping):
    return {incident.incident_id for incident in grouping.incidents}


def test_three_papers_and_three_happenings():
    pages, claims = corpus()
    grouping = group_claims(pages, claims)
    assert sorted(incident.n_articles for incident in grouping.incidents) == [3, 3, 4]


def test_happenings_are_told_apart_by_words_alone():
    pages, claims = corpus()
    bare = [claim(c.text, start=c.start, article_id=c.article_id, scene="") for c in claims]
    assert sorted(incident.n_articles for incident in group_claims(pages, bare).incidents) == [3, 3, 3]


def test_a_mention_in_passing_joins_on_place_and_day():
    pages, claims = corpus()
    grouping = group_claims(pages, claims)
    harbour = next(incident for incident in grouping.incidents if incident.place == "Varna")
    assert grouping.members[claims[-1].claim_id] == harbour.incident_id
    assert harbour.label == "Fire in Varna, 10 March 2024"


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(chance: random.Random):
    pages, claims = corpus()
    expected = group_claims(pages, claims)
    chance.shuffle(pages)
    chance.shuffle(claims)
    found = group_claims(pages, claims)
    assert found.incidents == expected.incidents
    assert found.members == expected.members


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 29), st.integers(0, 17))
def test_a_claim_split_in_two_changes_no_group(cut, which):
    pages, claims = corpus()
    whole = claims[which]
    page = next(page for page in pages if page.article_id == whole.article_id)
    left, right = parts(page, cut, start=whole.start, end=whole.end)
    before = group_claims(pages, claims)
    after = group_claims(pages, [*claims[:which], left, right, *claims[which + 1 :]])
    assert before.members[whole.claim_id] == after.members[left.claim_id] == after.members[right.claim_id]
    assert ids(before) == ids(after)


scenes = st.tuples(st.sampled_from("abcd"), st.sampled_from(["", "/1", "/2"]), st.integers(0, 99))


@settings(max_examples=40, deadline=None)
@given(st.lists(scenes, max_size=8))
def test_every_claim_gets_an_incident(drawn):
    claims = [claim(f"words {n}", article_id=at, scene=number and at + number, start=n) for at, number, n in drawn]
    grouping = group_claims([], claims)
    assert set(grouping.members) == {c.claim_id for c in claims}
    assert set(grouping.members.values()) == ids(grouping)


def test_nothing_makes_nothing():
    assert group_claims([], []).incidents == ()


def test_a_copy_is_about_what_the_article_is_about():
    first = article("words one", article_id="art-a")
    copy = article("quite other things", article_id="art-b", copy_of="art-a")
    claims = [claim("x", article_id="art-a", scene=""), claim("y", article_id="art-b", scene="")]
    assert len(ids(group_claims([first, copy], claims))) == 1


def test_a_form_filled_in_anew_is_no_copy():
    """Nearly the same words of two days are two happenings, whatever the reader took them for."""
    pages = [
        article(
            f"Air defence downed nine drones over Varna on {day} March.",
            article_id=f"art-{day}",
            published=published,
            **of,
        )
        for day, published, of in ((9, "2024-03-09", {}), (13, "2024-03-13", {"copy_of": "art-9"}))
    ]
    days = {"art-9": "2024-03-09", "art-13": "2024-03-13"}
    claims = [claim("x", article_id=name, scene="", place="Varna", date_from=day) for name, day in days.items()]
    assert len(ids(group_claims(pages, claims))) == 2


def test_importing_the_room_loads_nothing_heavy():
    code = "import sys, tracker.group; print([n for n in ('numpy', 'scipy', 'sklearn', 'pandas') if n in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
