"""Is the text layer of a PDF read as paragraphs, and a scan said to be one?"""

import zlib
from pathlib import Path

import pytest

from tests.read.told import LEAD, NEXT, read, told
from tracker.read import pdf

pytest.importorskip("pypdfium2")


def write(path: Path, *pages: list[tuple[int, int, int, str]], info: str = "") -> Path:
    """A PDF of pages, each a list of lines: size, left, bottom, words. Written as ISO 32000 asks, and no more."""
    streams = [
        "BT " + " ".join(f"/F {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj" for size, x, y, words in lines) + " ET"
        for lines in pages
    ]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<<{info}>>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {6 + 2 * number} 0 R>>"
        )
        packed = zlib.compress(stream.encode("latin-1")).decode("latin-1")
        objects.append(f"<</Length {len(packed)}/Filter/FlateDecode>>\nstream\n{packed}\nendstream")
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{len(data)}\n%%EOF"
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{tail}".encode()
    path.write_bytes(data)
    return path


def lines(*words: str, top: int = 700) -> list[tuple[int, int, int, str]]:
    return [(11, 60, top - 14 * row, line) for row, line in enumerate(words) if line]


def broken(words: str) -> tuple[str, str]:
    """A sentence on two lines."""
    middle = words.index(" ", 50)
    return words[:middle], words[middle + 1 :]


RELEASE = [
    (22, 60, 740, "Blast kills nine on the quay"),
    *lines(*broken(LEAD), "", *broken(NEXT)),
]


def test_a_press_release(tmp_path: Path) -> None:
    info = "/Title(Microsoft Word - release 7.docx)/Author(Ana Ruiz)/CreationDate(D:20240416183000+01'00')"
    [article], unread = read(write(tmp_path / "a.pdf", RELEASE, info=info))
    assert told(article) == [("headline", "Blast kills nine on the quay"), ("body", LEAD), ("body", NEXT)]
    assert (article.title, article.author) == ("Blast kills nine on the quay", "Ana Ruiz")
    assert article.published == "2024-04-16T18:30:00+01:00"
    assert not unread


@pytest.mark.parametrize(
    ("made", "published"),
    [
        ("/CreationDate(D:20240416)", "2024-04-16"),
        ("/CreationDate(D:20240416173000Z)", "2024-04-16T17:30:00+00:00"),
        ("/CreationDate(D:20240416183000+01'00')/Producer(Skia/PDF m120)", ""),
        ("/CreationDate(yesterday)", ""),
        ("", ""),
    ],
)
def test_the_day_it_was_made_is_its_date_unless_a_browser_made_it(tmp_path: Path, made: str, published: str) -> None:
    [article], _ = read(write(tmp_path / "a.pdf", RELEASE, info=made))
    assert article.published == published


def test_running_titles_are_left_out(tmp_path: Path) -> None:
    pages = [[(9, 60, 780, f"Harbour Office, page {n}"), *lines(f"{LEAD[:70]}", f"Quay {n}.")] for n in range(3)]
    [article], _ = read(write(tmp_path / "a.pdf", *pages))
    assert "Harbour Office" not in article.text
    assert article.text.count("Quay") == 3


def test_a_scan_is_listed_with_its_cure(tmp_path: Path) -> None:
    articles, [unread] = read(write(tmp_path / "a.pdf", [], []))
    assert not articles
    assert "its 2 pages hold no text" in unread.reason
    assert "OCR" in unread.cure


def test_pages_without_text_among_others_are_named(tmp_path: Path) -> None:
    [_], [note] = read(write(tmp_path / "a.pdf", RELEASE, [], []))
    assert "these of its pages hold no text: 2, 3" in note.reason


def test_more_pages_than_anybody_reads_are_left_out_aloud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    [_], [note] = read(write(tmp_path / "a.pdf", RELEASE, RELEASE, RELEASE))
    assert note.reason == "only its first 2 pages were read"


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.7\n" + bytes(5000), b"words"])
def test_what_is_no_pdf_is_listed(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    articles, [unread] = read(tmp_path / "a.pdf")
    assert not articles
    assert unread.cure


def test_a_file_cut_short_is_read_or_listed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.pdf", RELEASE)
    whole = path.read_bytes()
    for share in (0.2, 0.5, 0.8, 0.95):
        path.write_bytes(whole[: int(len(whole) * share)])
        articles, unread = read(path)
        assert articles or unread


def test_a_page_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    flood = [(11, 60, 700, "nine " * 1_000)] * 12_000
    articles, [unread] = read(write(tmp_path / "a.pdf", flood))
    assert not articles
    assert "its pages unpack to more than 50 MB" in unread.reason
    assert unread.cure


def test_a_pdf_is_known_whatever_its_name(tmp_path: Path) -> None:
    [article], _ = read(write(tmp_path / "a.txt", RELEASE))
    assert article.title == "Blast kills nine on the quay"
