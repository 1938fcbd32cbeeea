"""At what hour does a claim put the happening?"""

import pytest

from tests.extract.passages import passage
from tracker.extract.accounts import find_accounts


def hours(text):
    found = passage(text)
    told = (each for each in find_accounts(found, list(found.doc), "asserts") if each.slot == "time")
    return [(each.value, found.text[each.span.start : each.span.end]) for each in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast went off at 5.40 a.m. near the market.", [("05:40", "5.40 a.m.")]),
        ("Gunmen opened fire at about 2 am on Saturday, police said.", [("02:00", "2 am")]),
        (
            "The earthquake struck at 14:32 local time (0632 GMT).",
            [("14:32", "14:32 local time"), ("06:32 UTC", "0632 GMT")],
        ),
        ("The attack occurred shortly after midnight.", [("00:00", "midnight")]),
        ("The 6 p.m. explosion killed two.", [("18:00", "6 p.m.")]),
        ("The ferry sank at 10:30 GMT.", [("10:30 UTC", "10:30 GMT")]),
        ("A man was shot at around 11:15 p.m. Friday outside a club.", [("23:15", "11:15 p.m.")]),
        ("The shooting began at noon.", [("12:00", "noon")]),
    ],
)
def test_the_hour_of_the_happening(text, expected):
    assert hours(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Police were called at 1:24 a.m. to the bar.", id="when somebody was called"),
        pytest.param("Officers responded to a shooting at about 4:30 a.m.", id="when somebody came"),
        pytest.param("He was pronounced dead at 3 p.m.", id="when somebody died"),
        pytest.param("The train derailed at 10:30 on Monday.", id="either half of the day"),
        pytest.param("The train derailed at 13 p.m. on Monday.", id="no such hour"),
        pytest.param("The meeting begins at 9 a.m.", id="no happening"),
        pytest.param("The shop did not explode at 9 a.m.", id="denied"),
        pytest.param("The shooting cost 2,000 people their work.", id="no hour"),
    ],
)
def test_no_hour_of_the_happening(text):
    assert hours(text) == []
