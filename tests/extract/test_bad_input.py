"""Does bad input fail by the sentence, never by the article? In every text one good sentence must be found."""

import pytest

from tests.factory import article
from tracker.extract import extract_article

GOOD = "The mayor said ten people died."


@pytest.mark.parametrize(
    "bad",
    [
        "“It burned all night and nobody came.",
        "\"It burned all night,' the owner said.",
        "It burned all night,” the owner said.",
        "‘It burned “all night, the owner said.",
        "''It burned all night, the owner said.",
        "«It burned all night, the owner said.",
        "“ ” ‘ ’ “ \" ' ''",
        "THE FIRE BURNED ALL NIGHT AND NOBODY CAME",
        "the fire burned all night nobody came it rained then it burned again nobody knew why",
        "- the fire burned\n- nobody came\n- it rained",
        "• The fire burned • nobody came • it rained",
        "1. The fire burned\n2. Nobody came",
        "OWNER: It burned all night.\nANN LEE: Nobody came.",
        "@ann: it burned all night\n@bob: nobody came #fire",
        "RT @ann: it burned https://t.co/x",
        "El fuego duró toda la noche y nadie vino.",
        "Пожар горел всю ночь, и никто не пришёл.",
        "火は一晩中燃え続けた。",
        "according to : , ; — said",
        "(((((((",
        "said said said said said",
        "... … ... --- ——",
    ],
)
@pytest.mark.parametrize("order", ["before", "after"])
def test_a_bad_paragraph_spoils_no_other(bad: str, order: str) -> None:
    text = f"{bad}\n{GOOD}" if order == "before" else f"{GOOD}\n{bad}"
    found = [(claim.source, claim.text.rstrip(".")) for claim in extract_article(article(text)).claims]
    assert ("The mayor", "ten people died") in found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It burned all night, the owner said. The mayor said ten people died.", "The mayor"),
        ("\"It burned all night,' the owner said. The mayor said ten people died.", "The mayor"),
        ("El fuego duró toda la noche. The mayor said ten people died.", "The mayor"),
        ("- The mayor said ten people died", "The mayor"),
        ("POLICE SAID TEN PEOPLE DIED", "POLICE"),
        ("MOMBASA (AP) - The mayor said ten people died.", "The mayor"),
        ("MOMBASA, March 3 (Reuters) — The mayor said ten people died.", "The mayor"),
        ("KISUMU — The mayor said ten people died.", "The mayor"),
    ],
)
def test_a_bad_sentence_spoils_no_other(text: str, source: str) -> None:
    assert source in [claim.source for claim in extract_article(article(text)).claims]
