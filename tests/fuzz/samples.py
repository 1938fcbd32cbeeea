"""Valid files of every format that is read, for a fuzzer to hurt; of packed formats what is inside as well."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.read import test_docx, test_mbox, test_mhtml, test_parquet, test_pdf, test_warc
from tests.read.told import LEAD, NEXT, PAGE

FOLDER = Path(__file__).parent.parent / "read" / "samples"

BLOG = "".join(
    f"<div class=live-blog-post id=e{n}><time datetime='2024-04-16T0{n}:00:00Z'>0{n}:00</time><h2>Toll {n}</h2>"
    f"<p>{LEAD}</p><p>{NEXT}</p></div>"
    for n in (1, 2, 3)
)
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>The Post</title>'
    '<entry><title type="html">Blast &amp;amp; fire</title><link href="https://post.example/1"/>'
    f"<updated>2024-04-16T18:30:00Z</updated><author><name>Ana Ruiz</name></author><content type='html'>&lt;p>{LEAD}"
    f"&lt;/p>&lt;p>{NEXT}&lt;/p></content></entry></feed>"
)
CORE = test_docx.core("2024-04-16T17:30:00Z", "2024-04-17T08:00:00Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Valid files of a format: as they lie on disk, and what is ``inside`` with how it is packed."""

    whole: tuple[bytes, ...]
    inside: tuple[bytes, ...] = ()
    pack: Callable[[bytes], bytes] | None = None


def on_disk(*endings: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.suffix in endings)


def written(name: str, write: Callable[[Path], object]) -> bytes:
    """The bytes of a file that a test's own builder writes."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        write(path)
        return path.read_bytes()


def zipped(data: bytes, name: str = "a.html") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/a.txt", LEAD)
        archive.writestr(name, data)
    return file.getvalue()


def word(document: bytes, core: bytes = CORE.encode()) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
        archive.writestr("docProps/core.xml", core)
    return file.getvalue()


def tarred() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, words in {"a.txt": LEAD, "b/ü.html": PAGE, "c.txt": NEXT}.items():
            info = tarfile.TarInfo(name)
            info.size = len(words.encode())
            archive.addfile(info, io.BytesIO(words.encode()))
    return file.getvalue()[:6_144]


def summed(data: bytes) -> bytes:
    """A tar archive whose headers have the sums they should (POSIX.1-1988): without, all behind one is refused."""
    blocks = [data[at : at + 512] for at in range(0, len(data), 512)]
    for number, block in enumerate(blocks):
        if block[257:262] == b"ustar":
            plain = block[:148] + b" " * 8 + block[156:]
            blocks[number] = plain[:148] + b"%06o\0 " % sum(plain) + plain[156:]
    return b"".join(blocks)


def pdfs() -> tuple[bytes, ...]:
    """With packed pages as programs write them, and with plain ones, so that their words can be hurt."""
    info = "/Title(Blast)/Author(Ana Ruiz)/CreationDate(D:20240416183000+01'00')"
    packed = written("a.pdf", lambda path: test_pdf.write(path, test_pdf.RELEASE, test_pdf.RELEASE, info=info))
    words = f"BT /F 22 Tf 60 740 Td (Blast) Tj /F 11 Tf 0 -40 Td ({LEAD}) Tj 0 -14 Td ({NEXT}) Tj ET".encode()
    made = import_module("tests.bench.hostile_archives")
    plain = b"<</Length %d>>\nstream\n%b\nendstream" % (len(words), words)
    return packed, written(
        "b.pdf", lambda path: made.pdf(path, made.CATALOGUE, made.PAGES, made.PAGE, made.FONT, plain)
    )


def warcs() -> tuple[bytes, ...]:
    kinds = ((test_warc.HTML, PAGE.encode()), ("application/pdf", pdfs()[0]), ("text/css", b"p {}"))
    answers = [(f"https://post.example/{n}", "200 OK", kind, data) for n, (kind, data) in enumerate(kinds)]
    return tuple(
        written("a.warc", lambda path, pack=pack: test_warc.crawl(path, *answers, pack=pack))  # type: ignore[misc]
        for pack in (False, True)
    )


def parquets() -> tuple[bytes, ...]:
    columns: dict[str, list[object]] = {"text": [LEAD, NEXT, None], "title": ["Blast", None, "Fire"], "n": [1, 2, 3]}
    return (written("a.parquet", lambda path: test_parquet.write(path, **columns)),)


def encoded(words: bytes) -> tuple[bytes, ...]:
    told = f"{words.decode()} “Müller” — 9 kg".encode()
    return tuple(told.decode().encode(name, "replace") for name in ("utf-8", "utf-16", "utf-32", "cp1252", "koi8-r"))


@cache
def samples() -> dict[str, Samples]:
    """The samples of each reader, by its name."""
    packed = (LEAD.encode(), PAGE.encode(), on_disk(".jsonl")[0])
    document = written("a.docx", lambda path: test_docx.write(path, test_docx.paragraph(LEAD, "Title"), core=CORE))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        xml = archive.read("word/document.xml")
    zst = import_module("backports.zstd").compress if _has("backports.zstd") else bytes
    messages = test_mbox.message(LEAD) + test_mbox.message(f">From the quay.\n\n{NEXT}", "Mine")
    pages = (*on_disk(".html"), PAGE.encode(), f"<html><body><h1>Live</h1>{BLOG}</body></html>".encode())
    return {
        "text": Samples(whole=(*on_disk(".txt"), *encoded(LEAD.encode()))),
        "html": Samples(whole=pages),
        "jsonl": Samples(whole=on_disk(".jsonl")),
        "json": Samples(whole=on_disk(".json")),
        "csv": Samples(whole=on_disk(".csv")),
        "feed": Samples(whole=(*on_disk(".rss"), ATOM.encode())),
        "eml": Samples(whole=on_disk(".eml")),
        "mbox": Samples(whole=(messages.encode(),)),
        "mhtml": Samples(whole=(written("a.mht", lambda path: test_mhtml.save(path, PAGE)),)),
        "warc": Samples(whole=warcs()),
        "pdf": Samples(whole=pdfs()),
        "docx": Samples(whole=(document,), inside=(xml,), pack=word),
        "zip": Samples(whole=(zipped(PAGE.encode()), zipped(zipped(LEAD.encode()), "b.zip"))),
        "tar": Samples(whole=(tarred(),), inside=(tarred(),), pack=summed),
        "gzip": Samples(whole=tuple(map(gzip.compress, packed)), inside=packed, pack=gzip.compress),
        "bzip2": Samples(whole=tuple(map(bz2.compress, packed)), inside=packed, pack=bz2.compress),
        "xz": Samples(whole=tuple(map(lzma.compress, packed)), inside=packed, pack=lzma.compress),
        "zstd": Samples(whole=tuple(map(zst, packed)), inside=packed, pack=zst),
        "parquet": Samples(whole=parquets()),
        "urls": Samples(whole=(b"# Pages\nhttps://post.example/a\nhttps://post.example/b\n",)),
    }


def _has(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:
        return False
    return True
