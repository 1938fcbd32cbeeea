import numpy as np

from tests.factory import article, claim
from tracker.group.cluster import Group, cluster
from tracker.group.incident import describe
from tracker.group.scene import make_scenes
from tracker.model import content_id

PAGES = [
    article("a", article_id="art-a", published="2024-03-12", title="Fire at the mill"),
    article("b", article_id="art-b", published="2024-03-11", title="Mill burns"),
    article("c", article_id="art-c", published="2024-03-13", title="The year in fires", copy_of="art-a"),
]


def told(*claims):
    scenes = make_scenes(PAGES, claims)
    return describe(Group(tuple(range(len(scenes)))), scenes, lambda link: "")


def of(letter, number=0, start=0, **known):
    return claim(letter, article_id=f"art-{letter}", scene=f"art-{letter}/{number}", start=start, **known)


def test_the_id_is_that_of_the_earliest_scene():
    assert told(of("a"), of("b")).incident_id == content_id("inc", "art-b/0") == told(of("b")).incident_id


def test_most_articles_decide_and_a_mention_in_passing_does_not():
    incident = told(of("a", place="Varna"), of("b", 1, place="Burgas"), of("c", 1, place="Burgas"))
    assert incident.place == "Varna"


def test_an_article_has_one_vote_however_many_claims():
    loud = [of("a", start=n, place="Varna") for n in range(5)]
    assert told(*loud, of("b", place="Burgas"), of("c", place="Burgas")).place == "Burgas"


def test_counts():
    incident = told(
        of("a", source_name="Mayor"),
        of("b", source_name="The Post"),
        of("b", start=9, source_name="Mayor"),
        of("c", source_name=""),
    )
    counts = (incident.n_claims, incident.n_articles, incident.n_sources, incident.n_independent)
    assert counts == (4, 3, 2, 2)


def test_a_copy_adds_no_voice_of_its_own():
    incident = told(of("a", source_name="The Daily"), of("c", source_name="The Morning Copy"))
    assert (incident.n_sources, incident.n_independent) == (2, 1)


def test_the_reason_names_both_ends_of_the_least_sure_join():
    scenes = make_scenes(PAGES, [of("a"), of("b")])
    (group,) = cluster(2, (np.array([0]), np.array([1]), np.array([0.8])))
    incident = describe(group, scenes, lambda link: "both name Minin")
    assert incident.confidence == 0.8
    assert incident.reason == "least sure join (0.80): “Fire at the mill” and “Mill burns”; both name Minin"


def test_one_article_alone_says_so():
    assert told(of("a")).reason == "one article, nothing joined"
