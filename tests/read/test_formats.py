"""Is a format told by what a server calls it?"""

import pytest

from tracker.read.formats import charset_of, suffix_of_media


@pytest.mark.parametrize(
    ("content_type", "suffix", "charset"),
    [
        ("text/html", ".html", ""),
        ("Text/HTML; charset=utf-8", ".html", "utf-8"),
        ('application/rss+xml; charset="KOI8-R"', ".rss", "KOI8-R"),
        ("application/pdf;version=1.7", ".pdf", ""),
        ("image/png", "", ""),
        ("", "", ""),
    ],
)
def test_a_content_type(content_type: str, suffix: str, charset: str) -> None:
    assert (suffix_of_media(content_type), charset_of(content_type)) == (suffix, charset)
