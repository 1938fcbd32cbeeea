"""Is what a page says of itself taken from where it says it best?"""

import json

import pytest

from tracker.read.metadata import Metadata, read_metadata
from tracker.read.page import scan_page


def read(source: str) -> Metadata:
    return read_metadata(scan_page(source))


def ld(**told: object) -> str:
    document = json.dumps({"@type": "NewsArticle", **told})
    return f"<script type='application/ld+json'>{document}</script>"


def meta(name: str, content: str, attribute: str = "name") -> str:
    return f"<meta {attribute}='{name}' content='{content}'>"


@pytest.mark.parametrize(
    ("source", "field", "expected"),
    [
        (ld(headline="Blast &amp; fire") + meta("og:title", "Other"), "title", "Blast & fire"),
        (meta("og:title", "Blast", "property") + "<h1>Other</h1>", "title", "Blast"),
        ("<title>Blast | Daily</title><h1>Blast</h1>", "title", "Blast"),
        ("<title>Blast</title>", "title", "Blast"),
        (ld(publisher={"name": "The Daily"}), "publisher", "The Daily"),
        (ld(publisher="The Daily"), "publisher", "The Daily"),
        (meta("og:site_name", "The Daily", "property"), "publisher", "The Daily"),
        ("<link rel=canonical href='https://www.daily.example/a'>", "publisher", "daily.example"),
        (ld(author=[{"name": "Ana Ruiz"}, {"name": "Bo Lind"}]), "author", "Ana Ruiz, Bo Lind"),
        (ld(author="Ana Ruiz"), "author", "Ana Ruiz"),
        (meta("byl", "By Ana Ruiz"), "author", "Ana Ruiz"),
        (meta("article:author", "https://social.example/ana", "property"), "author", ""),
        (ld(datePublished="2024-03-15T08:00Z"), "published", "2024-03-15T08:00Z"),
        (meta("article:published_time", "2024-03-15", "property"), "published", "2024-03-15"),
        (meta("datePublished", "2024-03-15", "itemprop"), "published", "2024-03-15"),
        (meta("DC.date.issued", "2024-03-15"), "published", "2024-03-15"),
        ("<time datetime='2024-03-15'>", "published", "2024-03-15"),
        (meta("og:url", "https://d.example/2024/3/5/blast", "property"), "published", "2024-03-05"),
        (meta("og:url", "https://d.example/2024/99/15/blast", "property"), "published", ""),
        (meta("article:modified_time", "2024-03-15", "property"), "published", ""),
        (ld(mainEntityOfPage={"@id": "https://d.example/a"}), "url", "https://d.example/a"),
        ("<link rel=canonical href='javascript:alert(1)'>", "url", ""),
        ("<link rel=canonical href='/a'>" + meta("og:url", "https://d.example/a"), "url", "https://d.example/a"),
        ("<html lang=en>", "language", "en"),
        (ld(inLanguage="en-US"), "language", "en-US"),
        ("", "title", ""),
    ],
)
def test_each_is_found(source: str, field: str, expected: str) -> None:
    assert getattr(read(source), field) == expected


@pytest.mark.parametrize(
    "document",
    [
        "{",
        "[]",
        "null",
        "7",
        '"words"',
        '{"@type": "Person", "headline": "No"}',
        '{"@type": 7}',
        '{"@graph": 7}',
        "[" * 5000,
        '{"@type": "NewsArticle", "headline": ["", null, 7], "author": 7, "publisher": null}',
    ],
)
def test_json_ld_that_tells_nothing_is_passed_over(document: str) -> None:
    assert read(f"<script type='application/ld+json'>{document}</script><h1>Blast</h1>").title == "Blast"


@pytest.mark.parametrize(
    "shape", ["[%s]", '{"@graph": [{"@type": "WebSite"}, %s]}', '[{"@graph": [%s]}]', "<!-- %s -->"]
)
def test_json_ld_comes_in_lists_and_graphs(shape: str) -> None:
    document = shape % '{"@type": ["Thing", "ReportageNewsArticle"], "headline": "Blast\ton quay"}'
    assert read(f"<script type='application/ld+json'>{document}</script>").title == "Blast\ton quay"
