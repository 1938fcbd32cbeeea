import pytest

from tests.factory import article, claim
from tracker.group.label import label_incident
from tracker.group.scene import make_scenes, window


def scenes(text="words", published=""):
    page = article(text, published=published)
    return make_scenes([page], [claim(text, article_id=page.article_id, scene="")])


@pytest.mark.parametrize(
    ("text", "event", "place", "days", "expected"),
    [
        ("Two rockets hit", "attack", "Belgorod", ("2023-12-30", ""), "Strike on Belgorod, 30 December 2023"),
        ("A man with a knife", "attack", "Leeds", ("2024-02-01", ""), "Attack in Leeds, 1 February 2024"),
        ("It shook", "earthquake", "Noto", ("2024-01-01", "2024-01-02"), "Earthquake in Noto, 1–2 January 2024"),
        ("It burned", "fire", "Kowloon", ("1996-01-01", "1996-12-31"), "Fire in Kowloon, 1996"),
        ("It rained", "flood", "Derna", ("2023-09-01", "2023-09-30"), "Flood in Derna, September 2023"),
        ("They met", "other", "Geneva", ("", ""), "Event in Geneva, date unknown"),
        ("They met", "unheard of", "", ("", ""), "Event, place unknown, date unknown"),
        ("It sank", "sinking", "", ("2024-05-31", "2024-06-02"), "Sinking, place unknown, 31 May 2024 – 2 June 2024"),
    ],
)
def test_labels(text, event, place, days, expected):
    assert label_incident(scenes(text), event, place, window(*days)) == expected


def test_without_a_day_it_says_when_it_was_reported():
    assert (
        label_incident(scenes(published="2024-03-15"), "fire", "Varna", None) == "Fire in Varna, reported 15 March 2024"
    )
