"""Inputs made to break a reader or to hold it up, each at full size: a maker writes one into a folder.

What they are taken from is the threat model: floods of attributes, nesting, bombs, entities, names that lead out of a
folder, links, encodings, files of a gigabyte, a hundred thousand of them, and words that slow a pattern down.
"""

import os
import string
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.bench import hostile_archives as made
from tests.read.told import LEAD, NEXT

MB = 1_000_000
GB = 1_000 * MB

Maker = Callable[[Path], object]


def page(before: str, after: str = "") -> bytes:
    return f"<html><body><h1>Blast</h1>{before}<p>{LEAD}</p><p>{NEXT}</p>{after}</body></html>".encode()


def attributes(count: int) -> str:
    return " ".join(f'a{number}="x"' for number in range(count))


def feed(item: str = "", before: str = "", words: str = LEAD) -> bytes:
    inside = f"<item {item}><title>Blast</title><description>{words}</description></item>"
    return f'{before}<rss version="2.0"><channel>{inside}</channel></rss>'.encode()


def letter(head: str, body: str = LEAD) -> bytes:
    return f"From: a@b.example\n{head}\n\n{body}".encode()


def file(name: str, data: bytes | Callable[[], bytes]) -> Maker:
    """One file with these bytes."""
    return lambda folder: (folder / name).write_bytes(data if isinstance(data, bytes) else data())


def large(name: str, piece: bytes, *, before: bytes = b"", after: bytes = b"", size: int = GB) -> Maker:
    """One file of so many bytes, the piece repeated between what stands before and after, written as it goes."""

    def make(folder: Path) -> None:
        chunk = piece * (MB // len(piece))
        with (folder / name).open("wb") as out:
            out.write(before)
            for _ in range(size // len(chunk)):
                out.write(chunk)
            out.write(after)

    return make


def document(name: str, make: Callable[[Path], object]) -> Maker:
    """One file that a function writes by its path."""
    return lambda folder: make(folder / name)


def tiny(folder: Path, count: int = 100_000) -> None:
    """Short articles, each of one sentence of its own, a thousand a folder."""
    for number in range(count):
        place = folder / f"{number // 1_000:03}"
        place.mkdir(exist_ok=True)
        (place / f"{number}.txt").write_text(tiny_article(number), encoding="utf-8")


def tiny_article(number: int) -> str:
    town = "".join(string.ascii_lowercase[number // 26**power % 26] for power in range(4)).capitalize()
    return f"The mayor of {town}ton said {number % 89 + 2} people were hurt in a fire on Tuesday."


def links(folder: Path) -> None:
    """Links out of the folder, to nothing, to themselves and to what never ends; a pipe nobody writes to."""
    leads = {"out.txt": "/etc/passwd", "folder": "/etc", "zero.txt": "/dev/zero", "nowhere.txt": "nowhere"}
    for name, target in {**leads, "self.txt": "self.txt", "home": str(folder), "loop": "loop"}.items():
        (folder / name).symlink_to(target)
    os.mkfifo(folder / "pipe.txt")
    (folder / "shut.txt").write_text(LEAD)
    (folder / "shut.txt").chmod(0)


ENCODED = {
    "broken-utf8.txt": LEAD.encode() + b"\xc3\x28\xa0\xa1\xe2\x82" * 20,
    "half.jsonl": f'{{"text": "\\ud800 {LEAD}", "url": "http://x.example/\\udfff"}}'.encode(),
    "half.html": page("<p>&#xD800; &#0; &#x110000;</p>"),
    "nul.txt": b"\0".join(LEAD.encode().split()),
    "only-nul.txt": b"\0" * MB,
    "turned.txt": f"\u202e\u2066\u200f{LEAD}\u202c\u200b\n\n{chr(0x202E) * 50_000}".encode(),
    "marks.txt": f"{LEAD}\n\na{chr(0x301) * MB}".encode(),
    "utf16-cut.txt": LEAD.encode("utf-16")[:-1],
    "utf32.txt": LEAD.encode("utf-32"),
    "utf7.html": b"<meta charset=utf-7>" + page(""),
    "codec.html": b"<meta charset=base64_codec>" + page(""),
    "every-byte.txt": bytes(range(256)) * 4_000,
    "ebcdic.txt": LEAD.encode("cp037"),
}


def encoded(folder: Path) -> None:
    for name, data in ENCODED.items():
        (folder / name).write_bytes(data)


def unfolding(start: str = "rss") -> str:
    """Nine entities, each of ten of the one before: a billion laughs."""
    told = "".join(f'<!ENTITY a{step} "{f"&a{step - 1};" * 10}">' for step in range(1, 10))
    return f'<!DOCTYPE {start} [<!ENTITY a0 "laugh">{told}]>'


OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def paragraphs(words: bytes) -> Callable[[Path], None]:
    return partial(made.docx, body=words)


def parts(deep: int) -> bytes:
    """A mail of parts within parts."""
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{step}\n\n--b{step}\n" for step in range(deep))
    return f"From: a@b.example\nSubject: x\n{opened}Content-Type: text/plain\n\n{LEAD}\n".encode()


# Words that slow a pattern down, a megabyte of each behind a sentence.
SLOW = {
    "a": "a",
    "1,": "1,",
    "1 ": "1 ",
    "quotes": '"',
    "open quotes": "“",
    "spaces": " ",
    "brackets": "()",
    "open brackets": "(",
    "words without stops": "word ",
    "letters on lines": "a\n",
    "numbers on lines": "9\n",
    "said": "he said ",
    "killed": "killed 9, ",
    "of": "of the ",
    "ranges": "1-2-",
    "stops": "A. ",
    "dashes": "— ",
    "capitals": "Ann Roe ",
    "names": "Mr. ",
    "commas": "one, ",
    "empty lines": "\n",
    "addresses": "http://a/",
    "quoted lines": "> a\n",
    "colons": "a: b\n",
    "half quotes": '"a" said "b ',
    "tabs": "\t",
    "and": "two and ",
}


def cases() -> Iterator[tuple[str, Maker]]:
    """Every case by its name, in the order of the threat model."""
    yield from _pages()
    yield from _packed()
    yield from _documents()
    yield from _large()
    for name, words in SLOW.items():
        yield f"1 MB of {name}", file("a.txt", f"{LEAD}\n\n{words * (MB // len(words))}\n\n{NEXT}".encode())
    yield "100,000 tiny files", tiny


def _pages() -> Iterator[tuple[str, Maker]]:
    yield "a page of 80,000 attributes", file("a.html", page(f"<div {attributes(80_000)}>"))
    yield "a feed of 80,000 attributes", file("a.rss", feed(attributes(80_000)))
    yield "a feed of pages of attributes", file("a.rss", feed(words=f"<![CDATA[<div {attributes(80_000)}>{LEAD}]]>"))
    for deep in (300, 2_000, 100_000):
        yield f"{deep:,} divs deep", file("a.html", page("<div>" * deep, "</div>" * deep))
    yield "tables never closed", file("a.html", page("<table><tr><td>" * 100_000))
    yield "10 MB of tags never closed", file("a.html", page("<b><i><font>" * 800_000))
    yield "10 MB of empty paragraphs", file("a.html", page("<p></p>" * 1_400_000))
    yield "a feed 100,000 deep", file("a.rss", feed(words="<a>" * 100_000))
    yield "a feed of entities", file("a.rss", feed(before=unfolding(), words="&a9;"))
    yield "a feed that asks for a file", file("a.rss", feed(before=OUTSIDE, words="&a;"))
    yield "a feed of 10,000 entries", file("a.rss", _entries(10_000))


def _entries(count: int) -> bytes:
    told = "".join(f"<item><title>x</title><description>{tiny_article(n)}</description></item>" for n in range(count))
    return f'<rss version="2.0"><channel>{told}</channel></rss>'.encode()


def _packed() -> Iterator[tuple[str, Maker]]:
    for ending, packer in made.PACKERS.items():
        yield f"{ending} bomb", document(f"a.txt.{ending}", partial(made.packed, pack=packer))
    yield "zip bomb", document("a.zip", made.zip_bomb)
    yield "zip bomb in 100 files", document("a.zip", partial(made.zip_bomb, copies=100))
    yield "zip bomb of JSON lines", document("a.zip", partial(made.zip_bomb, name="a.jsonl"))
    yield "zips 3 deep", document("a.zip", partial(made.nested, deep=3))
    yield "zips 100 deep", document("a.zip", partial(made.nested, deep=100))
    yield "zips in zips, 12 in each", document("a.zip", made.nested_wide)
    yield "warc.gz bomb", document("a.warc.gz", made.warc_bomb)
    yield "warc of a packed page", document("a.warc.gz", made.warc_page_bomb)
    yield "parquet bomb", document("a.parquet", made.parquet_bomb)
    yield "names in a zip", document("a.zip", made.names_in_zip)
    yield "names in a tar", document("a.tar", made.names_in_tar)
    yield "links, a pipe, a shut file", links
    yield "encodings", encoded


def _documents() -> Iterator[tuple[str, Maker]]:
    yield "docx bomb", document("a.docx", made.docx_bomb)
    yield "docx of entities", document("a.docx", partial(made.docx, body=b"<w:p/>", prologue=unfolding("w:document")))
    yield "docx that asks for a file", document("a.docx", partial(made.docx, body=b"<w:p/>", prologue=OUTSIDE))
    yield "docx 1,000,000 deep", document("a.docx", paragraphs(b"<w:p>" * MB))
    yield "docx of 1,000,000 lines", document("a.docx", paragraphs(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * MB))
    yield "mail of 100,000 encoded words", file("a.eml", letter("Subject: " + "=?utf-8?q?x?= " * 100_000))
    yield "mail of 1,000,000 headers", file("a.eml", letter("Subject: x\n" + "X-A: b\n" * MB + "X-B: c"))
    yield "mail of a type of brackets", file("a.eml", letter("Content-Type: text/plain; " + "(" * MB))
    yield "mail of parts 10,000 deep", file("a.eml", parts(10_000))
    yield "pdf cut short", file("a.pdf", b"%PDF-1.4\n" + b"1 0 obj\n<<" * 100_000)
    yield "pdf of lists in lists", file("a.pdf", b"%PDF-1.4\n" + b"[" * MB)
    yield "pdf of objects in objects", document("a.pdf", _nested_pdf)
    yield "pdf without end", document("a.pdf", made.pdf_without_end)
    yield "pdf bomb", document("a.pdf", made.pdf_bomb)
    yield "a number of 1,000,000 digits", file("a.json", b'{"text": "x", "id": ' + b"9" * MB + b"}")
    yield "lines of long numbers", file("a.jsonl", (b'{"text": "x", "id": ' + b"9" * 4_000 + b"}\n") * 2_000)
    yield "json 500,000 deep", file("a.json", b"[" * 500_000)
    yield "json lines 500,000 deep", file("a.jsonl", b'{"text":' * 500_000)
    yield "json of 1,000,000 rows that are none", file("a.json", b"[" + b"1," * (MB - 1) + b"1]")
    yield "a table of 1,000,000 columns", file("a.csv", b"column," * MB + b"text\n" + b"x," * MB)
    yield "a table of 1,000,000 rows that are none", file("a.csv", b"text,id\n" + b",1\n" * MB)


def _nested_pdf(path: Path) -> None:
    made.pdf(path, b"<</Type/Catalog/Pages 2 0 R/A" + b"<</A" * 100_000 + b"[" * 100_000, made.PAGES)


def _large() -> Iterator[tuple[str, Maker]]:
    sentence = f"{LEAD} ".encode()
    yield "1 GB of text", large("a.txt", sentence)
    yield "49 MB of text", large("a.txt", f"{LEAD}\n".encode(), size=49 * MB)
    yield "1 GB of a page", large("a.html", f"<p>{LEAD}</p>\n".encode(), before=b"<html><body>")
    yield "1 GB in a line of JSON", large("a.jsonl", sentence, before=b'{"text": "', after=b'"}')
    yield "1 GB of JSON", large("a.json", sentence, before=b'{"text": "', after=b'"}')
    yield "1 GB in a cell of a table", large("a.csv", sentence, before=b'text\n"', after=b'"')
    yield "100 MB in a cell of a table", large("a.csv", sentence, before=b'text\n"', after=b'"', size=100 * MB)
    yield (
        "1 GB in a mailbox",
        large("a.mbox", sentence, before=b"From a@b.example Tue Apr 16 18:30:00 2024\nFrom: a\n\n"),
    )
    yield "1,000,000 empty paragraphs", file("a.txt", b"\n\n" * MB + LEAD.encode())
    yield "1,000,000 paragraphs", file("a.txt", b"a b\n\n" * MB + LEAD.encode())
