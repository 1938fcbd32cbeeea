import pytest

from tracker.group.ages import read_ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("A 12-year-old boy and his sister, 9, were hurt.", {12, 9}),
        ("The twelve-year-old was hurt.", {12}),
        ("She was six years old.", {6}),
        ("Ann Roe, 34, and a girl aged 7.", {34, 7}),
        ("A 60 Year Old man", {60}),
        ("A boy of seventeen years of age, eight year-old twins and a 1200 year old oak.", {17, 8}),
        ("Unaged 12, a page 13 and a sixtysix-year-old.", set()),
        ("The twenty-four-year-old 9 years old.", {4, 9}),
        ("It happened on March 3, 2019, at 7.", set()),
        ("About 1,500 people marched for 12 years.", set()),
        ("", set()),
    ],
)
def test_ages(text, ages):
    assert read_ages(text) == ages
