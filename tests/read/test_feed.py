"""Is each entry of a feed an article, whole or said to be a summary?"""

from pathlib import Path

import pytest

from tests.read.told import LEAD, read, told

pytest.importorskip("feedparser")

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Post</title><entry>
<title type="html">Blast &lt;b&gt;kills&lt;/b&gt; nine</title><link href="https://post.example/1"/>
<updated>2024-04-16T18:30:00+03:00</updated><author><name>Ana Ruiz</name></author>
<content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;</content></entry></feed>"""


def test_an_rss_feed(samples: Path) -> None:
    [whole, short], [note] = read(samples / "feed.rss")
    assert told(whole) == [
        ("headline", "Harbour blast leaves nine dead"),
        ("body", LEAD),
        ("caption", "Divers beside the ruined quay"),
        ("body", "The navy blamed a drifting mine."),
    ]
    assert (whole.publisher, whole.author) == ("The Selwyn Post & Mail", "Ana Ruiz")
    assert (whole.url, whole.published) == ("https://www.post.example/harbour", "2024-04-16T18:30:00+01:00")
    assert whole.language == "en"
    assert short.path.endswith("feed.rss#2 (summary)")
    assert short.url == ""
    assert told(short)[1] == ("body", "Forty passengers were taken off a ferry, the coastguard said.")
    assert "summaries of 1 of its 2 articles" in note.reason


@pytest.mark.parametrize("name", ["a.atom", "a.xml", "a.html", "a"])
def test_an_atom_feed_whatever_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(ATOM)
    [article], unread = read(tmp_path / name)
    assert told(article) == [("headline", "Blast kills nine"), ("body", LEAD)]
    assert (article.author, article.published) == ("Ana Ruiz", "2024-04-16T18:30:00+03:00")
    assert not unread


def test_a_long_description_is_the_article(tmp_path: Path) -> None:
    item = f"<item><title>Blast</title><description>{LEAD * 9}</description></item>"
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel>{item}</channel></rss>")
    [article], unread = read(tmp_path / "a.rss")
    assert (article.path, unread) == (f"{tmp_path / 'a.rss'}#1", [])


def test_a_date_that_only_the_library_can_tell_is_in_utc(tmp_path: Path) -> None:
    item = f"<item><description>{LEAD}</description><pubDate>Tue, 16 Apr 24 18:30 EST</pubDate></item>"
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel>{item}</channel></rss>")
    [article], _ = read(tmp_path / "a.rss")
    assert article.published.startswith("2024-04-16T")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_defines_entities_is_refused(tmp_path: Path, encoding: str) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
    (tmp_path / "a.rss").write_bytes(bomb.encode(encoding))
    articles, [unread] = read(tmp_path / "a.rss")
    assert not articles
    assert "entities" in unread.reason


@pytest.mark.parametrize("data", [b"/etc/passwd", b"https://post.example/feed", b"<rss><channel></channel></rss>"])
def test_what_holds_no_entry_is_listed_and_nothing_else_is_opened(
    tmp_path: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("it asked the network"))
    (tmp_path / "a.rss").write_bytes(data)
    articles, [unread] = read(tmp_path / "a.rss")
    assert not articles
    assert unread.cure


def test_an_entry_without_words_has_its_title(tmp_path: Path) -> None:
    entry = "<entry><title>Blast kills nine</title><content type='html'/><summary/></entry>"
    (tmp_path / "a.atom").write_text(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>")
    [article], _ = read(tmp_path / "a.atom")
    assert told(article) == [("headline", "Blast kills nine")]


def test_a_feed_cut_short_gives_its_whole_entries(samples: Path, tmp_path: Path) -> None:
    data = (samples / "feed.rss").read_bytes()
    (tmp_path / "a.rss").write_bytes(data[: data.index(b"<item>", data.index(b"<item>") + 1) + 40])
    articles, _ = read(tmp_path / "a.rss")
    assert articles[0].title == "Harbour blast leaves nine dead"


def test_an_entry_whose_date_is_empty_has_none(tmp_path: Path) -> None:
    # The library warns where it is asked for what it lacks, and here a warning is a failure.
    entry = f"<item><title>Blast</title><pubDate></pubDate><description>{LEAD}</description></item>"
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel>{entry}</channel></rss>")
    [article], _ = read(tmp_path / "a.rss")
    assert article.published == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_feed_is_read_in_the_letters_it_names(tmp_path: Path, encoding: str) -> None:
    feed = ATOM.replace("Ana Ruiz", "Ana Ruíz").replace(
        "<feed", f'<?xml version="1.0" encoding="{encoding}"?>\n<feed', 1
    )
    (tmp_path / "a.atom").write_bytes(feed.encode(encoding))
    [article], unread = read(tmp_path / "a.atom")
    assert article.author == "Ana Ruíz"
    assert not unread


def test_a_long_article_beside_an_empty_name_is_no_name_without_end(tmp_path: Path) -> None:
    words = "<description>" + "Nine were killed. " * 400 + "</description><author/><dc:creator></dc:creator>"
    items = f"<item><title>One</title><author/>{words}</item><item><title>Two</title>{words}</item>"
    (tmp_path / "a.rss").write_text(f"<rss version='2.0' xmlns:dc='urn:dc'><channel>{items}</channel></rss>")
    articles, _ = read(tmp_path / "a.rss")
    assert [article.title for article in articles] == ["One", "Two"]
