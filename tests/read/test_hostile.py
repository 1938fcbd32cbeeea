"""Does every file made to break the reader end in its text, or in a line with reason and cure, and does the rest go on?

Bombs, floods and nesting that belong to one format alone are tested with that format.
"""

import gzip
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.clock import seconds
from tests.fuzz.pieces import PIECES
from tests.read.told import LEAD, NEXT, PAGE, read
from tracker.read import READERS, read_articles
from tracker.runs.inputs import sort_inputs

# What a machine busy with something else takes for each of these at most; a reader they hold up takes minutes.
BUDGET = 20.0

TURN, ACCENT = "\u202e", "\u0301"


def page(before: str, after: str = "") -> bytes:
    return f"<html><body><h1>Blast</h1>{before}<p>{LEAD}</p><p>{NEXT}</p>{after}</body></html>".encode()


def attributes(count: int) -> str:
    return " ".join(f'a{number}="x"' for number in range(count))


def feed(item: str = "", before: str = "") -> bytes:
    inside = f"<item {item}><title>Blast</title><description>{LEAD}</description></item>"
    return f'{before}<rss version="2.0"><channel>{inside}</channel></rss>'.encode()


def letter(head: str, body: str = LEAD) -> bytes:
    return f"From: a@b.example\n{head}\n\n{body}".encode()


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.txt", data)
    return file.getvalue()


FOUND = {
    "a mark that is none of HTML's": ("a.html", page("<![CDatATA[x]]><![!CDATA[<[CDATA[ed>")),
    "a flood of attributes": ("a.html", page(f"<div {attributes(80_000)}>")),
    "an attribute without end": ("a.html", page(f"<div {'a' * 1_000_000}>")),
    "300 deep": ("a.html", page("<div>" * 300, "</div>" * 300)),
    "2,000 deep": ("a.html", page("<div>" * 2_000, "</div>" * 2_000)),
    "100,000 deep": ("a.html", page("<div>" * 100_000, "</div>" * 100_000)),
    "elements never closed": ("a.html", page("<b><i><font>" * 30_000)),
    "tables in tables": ("a.html", page("<table><tr><td>" * 10_000)),
    "comments never closed": ("a.html", page("", "<!--" * 100_000)),
    "tags never closed": ("a.html", page("", "<" * 200_000)),
    "a feed on one line that names its encoding over and over": (
        "a.rss",
        b'<?xml version="1.0"?>'
        + feed(
            'a="1"',
        ).replace(b"<title>", b"<link>" + b"encoding='" * 150 + b"'" * 30_000 + b"</link><title>"),
    ),
    "references without end": ("a.html", page(f"<div>{'&' * 200_000}</div>")),
    "JSON-LD however deep": ("a.html", page(f"<script type='application/ld+json'>{'[' * 100_000}</script>")),
    "JSON-LD with a number however long": (
        "a.html",
        page(f"<script type='application/ld+json'>{{\"a\": {'9' * 10_000}}}</script>"),
    ),
    "half characters in a page": ("a.html", page("<p>&#xD800; &#0; &#x110000;</p>")),
    "an encoding that is none": ("a.html", b"<meta charset=base64_codec>" + page("")),
    "half characters in JSON": ("a.jsonl", f'{{"text": "\\ud800 {LEAD}", "url": "http://x.example/\\udfff"}}'.encode()),
    "marks that turn words around": ("a.txt", f"\u202e\u2066\u200f{LEAD}\u202c\u200b\n\n{TURN * 50_000}".encode()),
    "marks on one letter": ("a.txt", f"{LEAD}\n\na{ACCENT * 100_000}".encode()),
    "empty lines": ("a.txt", b"\n" * 500_000 + LEAD.encode()),
    "blanks": ("a.txt", b" " * 500_000 + LEAD.encode()),
    "short lines": ("a.txt", b"a\n" * 50_000 + LEAD.encode()),
    "lines like a head": ("a.txt", b"Head: x\n" * 20_000 + LEAD.encode()),
    "a header of encoded words": ("a.eml", letter("Subject: " + "=?utf-8?q?x?= " * 10_000)),
    "a header of brackets": ("a.eml", letter("Subject: x\nDate: " + "(" * 20_000)),
    "a type with parameters without end": (
        "a.eml",
        letter("Subject: x\nContent-Type: text/plain; " + "a=b; " * 20_000),
    ),
    "headers without end": ("a.eml", letter("Subject: x\n" + "X-A: b\n" * 50_000 + "X-B: c")),
}
LISTED = {
    "a feed with a flood of attributes": ("a.rss", feed(attributes(80_000)), "attributes"),
    "one that hides it behind quoted marks": ("a.rss", feed(f'b=">" c=\'"\' {attributes(80_000)}'), "attributes"),
    "a feed of a name without end": (
        "a.rss",
        feed().replace(b"<title>", b"<author>" + b"a" * 100_000 + b"</author><title>"),
        "name",
    ),
    "a feed of a name in pieces": (
        "a.rss",
        feed().replace(b"<title>", b"<dc:creator>" + b"a&#97;" * 20_000 + b"<title>"),
        "name",
    ),
    "a feed that hides its entities in wide letters": (
        "a.rss",
        feed(before='<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aa">]>').decode().encode("utf-16"),
        "entities",
    ),
    "a feed that unfolds": ("a.rss", feed(before='<!DOCTYPE rss [<!ENTITY a "aa">]>'), "entities"),
    "a feed that asks for a file": (
        "a.rss",
        feed(before='<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        "entities",
    ),
    "JSON however deep": ("a.json", b"[" * 100_000, "not JSON"),
    "JSON with a number however long": ("a.json", b'{"text": "x", "id": ' + b"9" * 10_000 + b"}", "not JSON"),
    "a line with a number however long": ("a.jsonl", b'{"text": "x", "id": ' + b"9" * 10_000 + b"}", "not JSON"),
    "lines however deep": ("a.jsonl", b'{"text":' * 100_000, "not JSON"),
    "NUL among words": ("a.txt", f"\0{LEAD}\0\n\n{NEXT}".encode(), ""),
    "nothing but NUL": ("a.txt", b"\0" * 100_000, ""),
    "a bomb": ("a.txt.gz", gzip.compress(b"0" * 120_000_000), ""),
    "a bomb in an archive": ("a.zip", zipped(a=b"0" * 120_000_000), ""),
    "a type with brackets in brackets": ("a.eml", letter("Subject: x\nContent-Type: text/plain; " + "(" * 20_000), ""),
    "a table with columns without end": ("a.csv", b"column," * 100_000 + b"\n" + b"x," * 100_000, ""),
    "objects of a PDF never closed": ("a.pdf", b"%PDF-1.4\n" + b"1 0 obj\n<<" * 50_000, ""),
    "lists in lists of a PDF": ("a.pdf", b"%PDF-1.4\n" + b"[" * 500_000, ""),
}


def beside(folder: Path, name: str, data: bytes) -> Path:
    """A folder with a hostile file and, behind it, a good one."""
    (folder / name).write_bytes(data)
    (folder / "z.txt").write_text(NEXT)
    return folder


@pytest.mark.parametrize(("name", "data"), FOUND.values(), ids=list(FOUND))
def test_its_text_is_found(tmp_path: Path, name: str, data: bytes) -> None:
    articles: list[str] = []
    work = beside(tmp_path, name, data)
    assert seconds(lambda: articles.extend(each.text for each in read(work)[0]), times=1) < BUDGET
    assert LEAD in articles[0]
    assert articles[-1] == NEXT


@pytest.mark.parametrize(("name", "data", "reason"), LISTED.values(), ids=list(LISTED))
def test_it_is_listed_with_reason_and_cure(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    found: list[object] = []
    work = beside(tmp_path, name, data)
    assert seconds(lambda: found.extend(read(work)), times=1) < BUDGET
    [article], [unread, *_] = read(work)
    assert article.text == NEXT
    assert name in unread.path
    assert reason in unread.reason
    assert unread.cure


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: path.symlink_to(path.name), id="a link to itself"),
        pytest.param(lambda path: path.symlink_to(path.parent), id="a link to its folder"),
        pytest.param(lambda path: path.symlink_to("/etc"), id="a link to a folder elsewhere"),
        pytest.param(lambda path: path.symlink_to("/etc/passwd"), id="a link to a file elsewhere"),
        pytest.param(lambda path: path.symlink_to("/dev/zero"), id="a link to a device without end"),
        pytest.param(lambda path: path.symlink_to("nowhere"), id="a link to nothing"),
        pytest.param(os.mkfifo, id="a pipe nobody writes to"),
    ],
)
def test_what_is_no_file_is_listed(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(beside(tmp_path, "b.txt", LEAD.encode()) / "a.txt")
    articles, [unread] = read(tmp_path)
    assert [article.text for article in articles] == [LEAD, NEXT]
    assert unread.path == str(tmp_path / "a.txt")
    assert unread.cure
    named = sort_inputs([str(tmp_path), str(tmp_path / "a.txt")], [], leave_out=frozenset(), mark="")
    assert {str(tmp_path / "b.txt"), str(tmp_path / "z.txt")} <= {str(path) for path, *_ in named.to_read}


def test_thousands_of_small_files_take_time_in_proportion(tmp_path: Path) -> None:
    def folder(count: int) -> Callable[[], object]:
        place = tmp_path / str(count)
        place.mkdir()
        for number in range(count):
            (place / f"{number}.txt").write_text(f"{LEAD} {number}")
        return lambda: list(read_articles([place]))

    few, many = folder(500), folder(4_000)
    assert seconds(many) < 24 * seconds(few)


@pytest.mark.parametrize("reader", [name for name in PIECES if name in READERS])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_any_bytes_are_articles_or_listed(tmp_path: Path, reader: str, data: st.DataObject) -> None:
    piece = st.one_of(st.sampled_from(PIECES[reader]), st.binary(max_size=20), st.just(LEAD.encode()))
    path = tmp_path / f"a{READERS[reader].suffixes[0]}"
    path.write_bytes(b"".join(data.draw(st.lists(piece, min_size=1, max_size=12))) or b" ")
    assert list(read_articles([path]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(at=st.integers(0, len(PAGE)), byte=st.integers(0, 255))
@example(at=0, byte=0)
def test_a_page_with_any_byte_changed_is_an_article_or_listed(tmp_path: Path, at: int, byte: int) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE[:at].encode() + bytes([byte]) + PAGE[at + 1 :].encode())
    assert list(read_articles([path]))
