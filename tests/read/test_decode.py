"""Are bytes read as the text their writer saw, and is a guess owned up to?"""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import UnreadableError
from tracker.read.decode import decode

WORDS = "The mayor’s office – “nine dead” – said so. "
RUSSIAN = "Губернатор сообщил, что ранены девять человек, двое в больнице. "


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(WORDS.encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + WORDS.encode(), id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), id="UTF-16"),
        pytest.param(codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), id="UTF-16, big end first"),
        pytest.param(codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), id="UTF-32"),
        pytest.param(WORDS.encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(WORDS.encode("utf-16-be"), id="UTF-16, big end first, without a mark"),
    ],
)
def test_unicode_is_certain(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.text == WORDS
    assert not decoded.doubt


@pytest.mark.parametrize(
    ("words", "encoding"), [(WORDS, "cp1252"), ("Cost £5 in Málaga. ", "latin-1"), (RUSSIAN, "cp1251")]
)
def test_a_guess_is_owned_up_to(words: str, encoding: str) -> None:
    decoded = decode((words * 5).encode(encoding))
    assert decoded.text == words * 5
    assert "was read as" in decoded.doubt


def test_what_a_page_declares_is_believed() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), declared="KOI8-R").text == RUSSIAN
    assert decode(WORDS.encode("cp1252"), declared="iso-8859-1").text == WORDS
    assert not decode(WORDS.encode("cp1252"), declared="iso-8859-1").doubt


@pytest.mark.parametrize("declared", ["utf-16", "no such code", "ünïcode", "big5", ""])
def test_a_false_declaration_is_not(declared: str) -> None:
    assert decode(WORDS.encode(), declared=declared).text == WORDS


def test_a_file_cut_short_loses_its_last_character_alone() -> None:
    decoded = decode((WORDS + "“").encode()[:-1])
    assert decoded.text == WORDS + "\ufffd"
    assert "broken" in decoded.doubt


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 \n1 0 obj", "PDF"),
        (b"PK\x03\x04word/document.xml", "Word"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (bytes(range(256)) * 9, "binary"),
        (b"\x00" * 900, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError, match=kind):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_text_comes_back_as_it_was(text: str) -> None:
    marked = codecs.BOM_UTF8 + text.encode()
    assert decode(marked).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_unreadable(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        assert isinstance(decode(data).text, str)
