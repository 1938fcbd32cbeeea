"""Is an outlet known by every name and address a desk gives it, and is a bad file refused with its cure?"""

from pathlib import Path

import pytest

from tests.factory import article
from tracker.errors import SettingsError
from tracker.extract import extract_article
from tracker.lexicon.desk_files import OUTLETS
from tracker.lexicon.outlets import outlet_named, own_outlets
from tracker.model import Claim
from tracker.read.finish import Given, finish

GAZETTE = """
[outlets."Harbour Gazette"]
aliases = ["Gazette Online", "The Gazette"]
domains = ["gazette.example"]

[outlets."Norland Channel"]
party = "Norland"
"""


@pytest.fixture(autouse=True)
def outlets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The desk's file, set for the test."""
    path = tmp_path / "outlets.toml"
    path.write_text(GAZETTE, encoding="utf-8")
    monkeypatch.setenv(OUTLETS, str(path))
    return path


@pytest.mark.parametrize(
    ("publisher", "url", "name"),
    [
        ("gazette online", "", "Harbour Gazette"),
        ("Harbour Gazette", "", "Harbour Gazette"),
        ("", "https://news.gazette.example/fire", "Harbour Gazette"),
        ("www.gazette.example", "", "Harbour Gazette"),
        ("The Post", "https://gazette.example/fire", None),
        ("", "https://notgazette.example/fire", None),
        ("", "", None),
    ],
)
def test_one_name_for_every_name_and_address(publisher: str, url: str, name: str | None) -> None:
    found = outlet_named(publisher, url)
    assert (found.name if found else None) == name


def test_without_a_file_nobody_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(OUTLETS)
    assert own_outlets() == ()
    assert outlet_named("Harbour Gazette") is None


def test_an_article_is_read_under_its_outlets_one_name() -> None:
    printed = article("Police said two men were hurt.", publisher="", url="https://gazette.example/fire")
    (read,) = finish(printed, Given())
    assert getattr(read, "publisher", None) == "Harbour Gazette"
    (read,) = finish(printed, Given(publisher="The Gazette"))
    assert getattr(read, "publisher", None) == "Harbour Gazette"


def claims(text: str, publisher: str = "The Post") -> tuple[Claim, ...]:
    return extract_article(article(text, publisher=publisher)).claims


def test_an_outlet_that_is_quoted_goes_by_the_same_name() -> None:
    (said,) = claims("The Gazette reported that ten people died.")
    assert (said.source, said.source_name, said.source_kind) == ("The Gazette", "Harbour Gazette", "media")


def test_its_own_voice_speaks_for_its_side_where_the_desk_says_so() -> None:
    text = "Ten people died in a fire in Leeds on Friday."
    assert {claim.party for claim in claims(text, "Norland Channel")} == {"Norland"}
    assert {claim.party for claim in claims(text, "Harbour Gazette")} == {""}


@pytest.mark.parametrize(
    ("content", "trouble", "cure"),
    [
        ("[outlets\n", "is no TOML", "quotation marks"),
        ("[papers]\n", "[papers]", "outlets"),
        ("outlets = 3\n", "outlets is no table", "[outlets]"),
        ('[outlets]\n"Gazette" = 3\n', '[outlets."Gazette"] is no table', "line of its own"),
        ('[outlets."Gazette"]\nalias = ["G"]\n', "'alias'", "aliases"),
        ('[outlets."Gazette"]\naliases = "G"\n', "aliases is no list", '["a name"'),
        ('[outlets."Gazette"]\nparty = 3\n', "party is no text", 'party = "a name"'),
        ('[outlets."Gazette"]\nkind = "press"\n', "'press'", "media"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str, trouble: str, cure: str
) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setenv(OUTLETS, str(path))
    with pytest.raises(SettingsError) as raised:
        own_outlets()
    assert str(path) in raised.value.reason
    assert trouble in raised.value.reason
    assert cure in raised.value.cure
