"""Is a Word document read as it stands, and one made to do harm refused?"""

import zipfile
from pathlib import Path

import pytest

from tests.read.told import LEAD, NEXT, read, told
from tracker.read import limits

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def paragraph(words: str, style: str = "") -> str:
    told = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{told}<w:r><w:t>{words}</w:t></w:r></w:p>"


def write(path: Path, body: str, *, core: str = "", prologue: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"{prologue}<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        if core:
            archive.writestr("docProps/core.xml", core)
    return path


def core(created: str, modified: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:dt"><dc:title>Statement</dc:title>'
        f"<dc:creator>Ana\n Ruiz</dc:creator><dcterms:created>{created}</dcterms:created>"
        f"<dcterms:modified>{modified}</dcterms:modified></cp:coreProperties>"
    )


def test_paragraphs_styles_and_what_the_file_says_of_itself(tmp_path: Path) -> None:
    body = paragraph("Blast kills nine", "Title") + paragraph(LEAD) + paragraph("Divers on the quay", "Caption")
    when = core("2024-04-16T17:30:00Z", "2024-04-17T08:00:00Z")
    [article], unread = read(write(tmp_path / "a.docx", body + paragraph(NEXT), core=when))
    assert told(article) == [
        ("headline", "Blast kills nine"),
        ("body", LEAD),
        ("caption", "Divers on the quay"),
        ("body", NEXT),
    ]
    assert (article.title, article.author, article.published) == (
        "Blast kills nine",
        "Ana Ruiz",
        "2024-04-16T17:30:00+00:00",
    )
    assert not unread


@pytest.mark.parametrize("modified", ["2024-06-01T08:00:00Z", "yesterday"])
def test_a_document_worked_on_for_weeks_has_no_date(tmp_path: Path, modified: str) -> None:
    when = core("2024-04-16T17:30:00Z", modified)
    [article], _ = read(write(tmp_path / "a.docx", paragraph(LEAD), core=when))
    assert article.published == ""


@pytest.mark.parametrize(
    "odd",
    [
        "<w:del><w:r><w:delText>seven </w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom>",
        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
        "<mc:AlternateContent><mc:Fallback><w:r><w:t>again</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    ],
)
def test_what_is_not_seen_is_not_read(tmp_path: Path, odd: str) -> None:
    [article], _ = read(write(tmp_path / "a.docx", f"<w:p>{odd}<w:r><w:t>{LEAD}</w:t></w:r></w:p>"))
    assert article.text == LEAD


def test_runs_tabs_and_breaks(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Ni</w:t></w:r><w:r><w:t>ne</w:t><w:tab/><w:t>died.</w:t><w:br/><w:t>Ten fled.</w:t></w:r></w:p>"
    )
    [article], _ = read(write(tmp_path / "a.docx", body))
    assert article.text == "Nine died.\n\nTen fled."


def test_a_document_that_defines_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    articles, [unread] = read(write(tmp_path / "a.docx", paragraph("&b;"), prologue=bomb))
    assert not articles
    assert "entities" in unread.reason


def test_a_document_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 100_000)
    articles, [unread] = read(write(tmp_path / "a.docx", paragraph("a" * 1_000_000)))
    assert not articles
    assert "its text has more than" in unread.reason


def test_a_document_however_deep_is_read(tmp_path: Path) -> None:
    body = "<w:sdt>" * 20_000 + paragraph(LEAD) + "</w:sdt>" * 20_000
    [article], _ = read(write(tmp_path / "a.docx", body))
    assert article.text == LEAD


@pytest.mark.parametrize(
    "data", [b"words", b"PK\x03\x04word/" + bytes(99), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)]
)
def test_what_is_no_document_is_said_to_be_broken(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    articles, [unread] = read(tmp_path / "a.docx")
    assert not articles
    assert "the document is broken" in unread.reason


def test_broken_xml_is_said_to_be(tmp_path: Path) -> None:
    articles, [unread] = read(write(tmp_path / "a.docx", "<w:p>"))
    assert not articles
    assert "its XML is broken: mismatched tag" in unread.reason


def test_a_document_is_known_whatever_its_name(tmp_path: Path) -> None:
    [article], _ = read(write(tmp_path / "a.txt", paragraph(LEAD)))
    assert article.text == LEAD


def test_a_document_without_words_is_listed(tmp_path: Path) -> None:
    articles, [unread] = read(write(tmp_path / "a.docx", ""))
    assert not articles
    assert unread.reason == "it holds no text"
