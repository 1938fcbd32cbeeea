"""The figure grammar as a target: sentences put together of its own pieces, read as figures must be.

Whatever stands in them, words stand where they say, low is no more than best and best no more than high, the same
words are read the same, and time grows with the text.
"""

import random
from functools import cache

from tests.clock import seconds
from tests.factory import article
from tracker.extract import Extraction, extract_article
from tracker.extract.numbers import find_numbers, malformed
from tracker.extract.quantities import Quantity, read_quantities
from tracker.lexicon import read_lexicon

DIGITS = (
    *(
        "0",
        "1",
        "2",
        "3",
        "7",
        "9",
        "12",
        "20",
        "21",
        "24",
        "40",
        "49",
        "99",
        "100",
        "150",
        "1000",
        "2024",
        "1999",
        "007",
    ),
    *(
        "1,234",
        "12,34,567",
        "1,23",
        "3330,000",
        "1.5",
        "1.5.2",
        ".5",
        "0.0",
        "1 234",
        "9" * 25,
        "1e9",
        "-3",
        "1/2",
        "24/7",
    ),
    *(
        "½",
        "2½",
        "²",
        "٣٤",
        "二十",
        "Ⅻ",
        "१२",
        "\uff11\uff12",
        "1\u0301",
        "𝟗",
        "\u0660,\u0660\u0660\u0660",
        "1st",
        "90s",
    ),
)
MARKS = (
    *(
        " ",
        " ",
        " ",
        " ",
        "\xa0",
        "\u202f",
        "\u2009",
        "\u200b",
        "\t",
        "-",
        "–",
        "—",
        "−",
        "‑",
        "/",
        ",",
        ", ",
        ".",
        ". ",
    ),
    *(":", ";", "(", ")", "“", "”", '"', "'", "’", "$", "£", "€", "%", "+", "~", "#", "№", "\u202e", "\n", "x", "…"),
)
JOINING = (
    *(
        " of ",
        " of the ",
        " out of ",
        " to ",
        " and ",
        " or ",
        " in ",
        " from ",
        " up from ",
        " down from ",
        " between ",
    ),
    *(
        " another ",
        " a further ",
        " more",
        " more than ",
        " of whom ",
        " of them ",
        " including ",
        " and a half ",
        " per ",
    ),
    *(" minus ", " compared with ", " a ", " an ", " the ", " no ", " no one ", " one in ", " rose from ", " fell to "),
    *(" aged ", ", aged ", " when she ", " times ", " percent ", " not ", " those ", " were ", " was ", " said "),
)
WORLD = (
    *(
        "people",
        "men",
        "soldiers",
        "homes",
        "drones",
        "a man",
        "a woman and her two sons",
        "children",
        "the dead",
        "bodies",
    ),
    *(
        "killed",
        "were killed",
        "wounded",
        "injured",
        "missing",
        "were shot down",
        "destroyed",
        "died",
        "were evacuated",
    ),
    *("The mayor said ", "the ministry", "Police", "on Monday", "in Port Selwyn", "a fire", "the toll", "victims"),
)


@cache
def lexicon() -> tuple[str, ...]:
    """The grammar's own words: numbers, scales, hedges, vague counts, units."""
    numbers, hedges, units = (read_lexicon(name) for name in ("numbers", "hedges", "units"))
    kinds = ("units", "teens", "tens", "scales", "groups", "suffixes", "letters", "fractions")
    said = [word for kind in kinds for word in numbers[kind]]
    said += [phrase for hedge in hedges["hedges"].values() for side in ("before", "after") for phrase in hedge[side]]
    said += [
        *hedges["vague"],
        *units["currencies"],
        *(form for unit in units["units"].values() for form in unit["forms"]),
    ]
    return tuple(said)


def composed(chance: random.Random) -> str:
    """A stretch of pieces, mostly with spaces between."""
    spaced = chance.random()
    found = []
    for _ in range(chance.randrange(1, 25)):
        found.append(chance.choice(chance.choice((DIGITS, MARKS, JOINING, WORLD, lexicon(), lexicon()))))
        found.append(" " if chance.random() < spaced else "")
    return "".join(found)


# --- Quantities: the grammar alone, thousands a second ---


def check_quantities(text: str) -> None:
    """Every number and quantity of a text stands in it, is ordered, and is read the same again."""
    for number in find_numbers(text):
        assert 0 <= number.start < number.end <= len(text), f"a number outside: {number}"
        assert number.value == number.value, f"no number: {number}"
    assert all(0 <= start < end <= len(text) for start, end in malformed(text))
    found = read_quantities(text)
    for quantity in found:
        check_quantity(quantity, text)
    assert read_quantities(text) == found, "read again they are others"
    if len(text) % 8 == 0:
        check_time(text)


def check_quantity(found: Quantity, text: str) -> None:
    """It stands in the text, its number inside it, and its ends are in order."""
    assert 0 <= found.start <= found.number_start < found.number_end <= len(text), f"outside: {found}"
    assert found.end <= len(text), f"it ends outside: {found}"
    assert found.start < found.end, f"it holds nothing: {found}"
    assert found.low <= found.value <= found.high, f"out of order: {found}"


def check_time(text: str) -> None:
    """Eight times the text takes no more than some times eight; what is too short to be measured is let pass."""
    short, long = f"{text} " * (800 // len(text) + 1), f"{text} " * (6_400 // len(text) + 1)
    taken = seconds(lambda: read_quantities(long), times=1)
    if taken > 0.05:
        taken, before = seconds(lambda: read_quantities(long)), seconds(lambda: read_quantities(short))
        assert taken < 24 * before + 0.05, f"{taken:.3f} seconds, of an eighth {before:.3f}"


# --- Figures: through the parser and every rule ---


def check_figures(text: str) -> None:
    """Every claim, figure and account of an article of this text stands in it, and is read the same again."""
    found = extract_article(article(text))
    check_places(found, text)
    for figure in found.figures:
        assert figure.low <= figure.high, f"out of order: {figure}"
        assert figure.best is None or figure.low <= figure.best <= figure.high, f"out of order: {figure}"
    if len(text) % 4 == 0:
        assert extract_article(article(text)) == found, "read again it is another"


def check_places(found: Extraction, text: str) -> None:
    """The words of every row are those at its place, and their owner is there."""
    claims = {claim.claim_id for claim in found.claims}
    assert len(claims) == len(found.claims), "two claims of one id"
    for row in (*found.claims, *found.figures, *found.accounts):
        assert text[row.start : row.end] == row.text, f"other words stand there: {row}"
        assert row.claim_id in claims, f"of no claim: {row}"
