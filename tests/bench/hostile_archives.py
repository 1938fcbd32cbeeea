"""Archives, compressed files and documents made to fill a memory or to write where they should not."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from tests.read.told import LEAD

MB = 1_000_000
BOMB = 1_000 * MB
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# Names that lead out of a folder, mean something to a system, or are too long for one. NUL is put in afterwards.
NAMES = (
    *("../../escaped.txt", "/tmp/escaped-from-a-tracker.txt", "..\\..\\escaped.txt", "C:\\escaped.txt", "CON.txt"),
    *("nul~byte.txt", f"{'a' * 300}.txt", "a/../../escaped.txt", "turned\u202etxt.exe.txt"),
)


def packed(path: Path, pack: Callable[[], object], *, size: int = BOMB) -> None:
    """So many bytes of one letter in a compressed file, packed piece by piece."""
    packer = pack()
    with path.open("wb") as file:
        for _ in range(size // MB):
            file.write(packer.compress(b"0" * MB))  # type: ignore[attr-defined]
        file.write(packer.flush())  # type: ignore[attr-defined]


PACKERS: dict[str, Callable[[], object]] = {
    "gz": lambda: zlib.compressobj(9, zlib.DEFLATED, 31),
    "bz2": bz2.BZ2Compressor,
    "xz": lambda: lzma.LZMACompressor(preset=1),
    "zst": lambda: import_module("backports.zstd").ZstdCompressor(),
}


def zip_of(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def zip_bomb(path: Path, name: str = "a.txt", *, copies: int = 1) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(copies):
            with archive.open(f"{number}{name}" if copies > 1 else name, "w", force_zip64=True) as member:
                for _ in range(BOMB // copies // MB):
                    member.write(b"0" * MB)


def nested(path: Path, deep: int) -> None:
    """A zip file in a zip file, so deep."""
    data = LEAD.encode()
    name = "a.txt"
    for number in range(deep):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(name, data)
        data, name = file.getvalue(), f"{number}.zip"
    path.write_bytes(data)


def nested_wide(path: Path, deep: int = 3, wide: int = 12) -> None:
    """Zip files in zip files, a dozen in each: 1,728 files of a megabyte in some kilobytes."""
    data, name = b"0" * MB, "a.txt"
    for number in range(deep):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for copy in range(wide):
                archive.writestr(f"{copy}{name}", data)
        data, name = file.getvalue(), f"{number}.zip"
    path.write_bytes(data)


def names_in_zip(path: Path) -> None:
    zip_of(path, {name: f"{LEAD} It was day {number}.".encode() for number, name in enumerate(NAMES)})
    path.write_bytes(path.read_bytes().replace(b"nul~byte", b"nul\0byte"))


def names_in_tar(path: Path) -> None:
    with tarfile.open(path, "w") as archive:
        for number, name in enumerate(NAMES):
            data = f"{LEAD} It was day {number}.".encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, kind in (
            ("link.txt", tarfile.SYMTYPE),
            ("hard.txt", tarfile.LNKTYPE),
            ("pipe.txt", tarfile.FIFOTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "../../../etc/passwd"
            archive.addfile(info)


def docx(path: Path, body: bytes | Iterator[bytes], *, prologue: str = "") -> None:
    head = f'{prologue}<w:document xmlns:w="{WORD}"><w:body>'.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(head)
            for piece in [body] if isinstance(body, bytes) else body:
                part.write(piece)
            part.write(b"</w:body></w:document>")


def docx_bomb(path: Path) -> None:
    docx(path, (b"<w:p/>" * (MB // 6) for _ in range(BOMB // MB)))


def answer(block: bytes) -> bytes:
    """A record of a web archive: a page as its server gave it."""
    kind = "application/http; msgtype=response"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: {kind}\r\n"
    head += f"WARC-Date: 2024-04-16T17:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def warc_bomb(path: Path) -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>" + b"0" * (500 * MB)
    path.write_bytes(gzip.compress(answer(page)))


def warc_page_bomb(path: Path) -> None:
    """The server's own packing of a page is the bomb."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    path.write_bytes(gzip.compress(answer(head + gzip.compress(b"0" * (500 * MB)))))


def pdf(path: Path, *objects: bytes) -> None:
    """Objects as a PDF, numbered from 1, the first its catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    path.write_bytes(data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + tail)


CATALOGUE, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>"


def pdf_page(path: Path, content: bytes) -> None:
    """A PDF of one page that draws this."""
    packed = zlib.compress(content, 9)
    stream = b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed)
    pdf(path, CATALOGUE, PAGES, PAGE, FONT, stream)


def pdf_bomb(path: Path) -> None:
    pdf_page(path, b"BT /F 11 Tf 60 700 Td " + b"(nine dockers ) Tj " * 20_000_000 + b"ET")


def pdf_without_end(path: Path) -> None:
    """A tree of pages that holds itself and says it has a billion of them."""
    pdf(path, CATALOGUE, b"<</Type/Pages/Count 1000000000/Kids[2 0 R 2 0 R 3 0 R]>>", PAGE, FONT, b"<<>>")


def parquet_bomb(path: Path) -> None:
    """Rows whose one text is a hundred megabytes long, kept once."""
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    table = arrow.table({"text": [f"{LEAD} " * (100 * MB // 90)] * 16})
    parquet.write_table(table, path, compression="zstd", use_dictionary=True)
