"""Is a line of names or a date known, and a sentence that begins like one not?"""

import pytest

from tracker.read.bylines import is_byline


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("By Ana Ruiz", True),
        ("BY ANA RUIZ and BO LIND, Harbour Correspondent", True),
        ("Friday, 15 March 2024 08:00 GMT", True),
        ("Published: 15 March 2024", True),
        ("Reporting by Ana Ruiz; Editing by Bo Lind", True),
        ("3 hours ago", True),
        ("By Sunday evening nine had died", False),
        ("By Monday, nine were dead", False),
        ("By Ana Ruiz's own account nine died", False),
        ("PTI | Port Selwyn | Updated: 15-07-2023 20:51 IST", True),
        ("Newswire | Published 15 July 2023 | Created: 15-07-2023", True),
        ("ab/cd (AFP, dpa)", True),
        ("(With inputs from agencies)", True),
        ("2024", False),
        ("He came with reports from the front (as he said)", False),
        ("Nine died on 15 March 2024.", False),
    ],
)
def test_a_byline_is_names_or_a_date(words: str, expected: bool) -> None:
    assert is_byline(words) is expected
