"""Does a desk's own file of parties, names and kinds win, and is a bad one refused with its cure?"""

from pathlib import Path

import pytest

from tests.factory import article
from tracker.errors import SettingsError
from tracker.extract import extract_article
from tracker.lexicon.desk_files import PARTIES
from tracker.lexicon.own import own_sources
from tracker.model import Claim


def set_file(monkeypatch: pytest.MonkeyPatch, folder: Path, content: str) -> Path:
    """A desk's file with this content, set for this test."""
    path = folder / "parties.toml"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setenv(PARTIES, str(path))
    return path


def only(text: str) -> Claim:
    """The one attributed claim of a text."""
    (claim,) = (claim for claim in extract_article(article(text)).claims if claim.source_kind != "narrator")
    return claim


def test_without_a_file_nothing_is_known() -> None:
    assert own_sources().parties == ()


def test_a_party_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_file(monkeypatch, tmp_path, '[parties]\n"Blue Brigade" = "Freedonia"\n')
    assert only("The Blue Brigade said ten people died.").party == "Freedonia"
    assert only("A Blue Brigade spokesman said ten people died.").party == "Freedonia"
    assert only("The Red Brigade said ten people died.").party == ""


def test_a_party_that_overrides_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = "The Kenyan police said ten people died."
    assert only(text).party == "Kenya"
    set_file(monkeypatch, tmp_path, '[parties]\n"Kenyan police" = "Nairobi"\n')
    assert only(text).party == "Nairobi"


def test_one_name_for_two_mentions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_file(monkeypatch, tmp_path, '[aliases]\n"the Blues" = "Blue Brigade"\n')
    assert only("The Blues said ten people died.").source_name == "Blue Brigade"
    assert only("the Blues said ten people died.").source == "the Blues"


def test_a_kind_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_file(monkeypatch, tmp_path, '[kinds]\nmedia = ["Blue Courant"]\nmilitary = ["Blue Brigade"]\n')
    assert only("The Blue Courant said ten people died.").source_kind == "media"
    assert only("The Blue Brigade said ten people died.").source_kind == "military"


@pytest.mark.parametrize(
    ("content", "trouble", "cure"),
    [
        ("[parties\n", "is no TOML", "quotation marks"),
        ("[sides]\n", "[sides]", "parties, aliases, kinds"),
        ("parties = 3\n", "parties is no table", "[parties]"),
        ("kinds = 3\n", "kinds is no table", "[kinds]"),
        ('[parties]\n"Blues" = 3\n', "'Blues'", '"Blues" = "a name"'),
        ('[aliases]\n"Blues" = ""\n', "'Blues'", '"Blues" = "a name"'),
        ('[kinds]\npress = ["Blues"]\n', "'press'", "media"),
        ('[kinds]\nmedia = "Blues"\n', "media is no list", '["a name"'),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str, trouble: str, cure: str
) -> None:
    path = set_file(monkeypatch, tmp_path, content)
    with pytest.raises(SettingsError) as raised:
        own_sources()
    assert str(path) in raised.value.reason
    assert trouble in raised.value.reason
    assert cure in raised.value.cure


def test_a_file_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(PARTIES, str(tmp_path / "none.toml"))
    with pytest.raises(SettingsError, match="cannot be read"):
        own_sources()


def test_a_file_that_is_no_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "parties.toml"
    path.write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv(PARTIES, str(path))
    with pytest.raises(SettingsError, match="no UTF-8"):
        own_sources()
