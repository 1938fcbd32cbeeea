"""Is the web asked only when allowed, politely, and every redirection checked like an address given by hand?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.read import site
from tests.read.told import LEAD, PAGE
from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read import limits, read_articles
from tracker.read.fetch import Fetcher

ADDRESS = "http://post.example/a"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[site.Site]:
    with site.running(monkeypatch) as running:
        running.answers["/a"] = (200, site.HTML, PAGE.encode())
        yield running


def moved(to: str) -> tuple[int, dict[str, str], bytes]:
    return 302, {"Location": to}, b""


def test_nothing_is_asked_unless_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, samples: Path) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("it asked the network"))
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: pytest.fail("it asked for a name"))
    (tmp_path / "urls.txt").write_text(f"{ADDRESS}\n")
    unread = [each for each in read_articles([ADDRESS, tmp_path / "urls.txt"]) if isinstance(each, Unread)]
    assert [each.path for each in unread] == [ADDRESS, ADDRESS]
    assert all("--fetch" in each.cure for each in unread)
    list(read_articles([samples]))


def test_a_page_at_an_address(here: site.Site) -> None:
    [article] = read_articles([ADDRESS], fetch=here.fetcher)
    assert isinstance(article, Article)
    assert (article.path, article.url, article.title) == (ADDRESS, ADDRESS, "Blast")
    assert here.paths == ["/robots.txt", "/a"]
    assert here.asked[1][1]["User-Agent"].startswith("discrepancy-tracker")
    assert "Cookie" not in here.asked[1][1]


def test_the_encoding_that_the_server_names_counts(here: site.Site) -> None:
    here.answers["/a"] = (
        200,
        {"Content-Type": "text/html; charset=koi8-r"},
        PAGE.replace("Blast", "Взрыв").encode("koi8-r"),
    )
    [article] = read_articles([ADDRESS], fetch=here.fetcher)
    assert isinstance(article, Article)
    assert article.title == "Взрыв"


def test_a_list_of_addresses(here: site.Site, tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(f"# to read\n{ADDRESS}\n\nhttp://post.example/gone\n")
    article, unread = read_articles([tmp_path / "urls.txt"], fetch=here.fetcher)
    assert isinstance(article, Article)
    assert isinstance(unread, Unread)
    assert (article.path, unread.path) == (ADDRESS, "http://post.example/gone")
    assert unread.reason == "the server answered 404 Not Found"


def test_a_line_that_is_no_address_costs_itself(here: site.Site, tmp_path: Path) -> None:
    (tmp_path / "a.urls").write_text(f"{ADDRESS}\npost.example\n")
    _, unread = read_articles([tmp_path / "a.urls"], fetch=here.fetcher)
    assert isinstance(unread, Unread)
    assert "line 2" in unread.reason


def test_the_articles_of_a_feed_that_has_only_summaries_are_fetched(here: site.Site, tmp_path: Path) -> None:
    pytest.importorskip("feedparser")
    items = "".join(
        f"<item><title>Blast</title><description>A short word.</description><link>http://post.example/{path}</link></item>"
        for path in ("a", "gone")
    )
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel>{items}</channel></rss>")
    whole, summary, _ = read_articles([tmp_path / "a.rss"], fetch=here.fetcher)
    assert isinstance(whole, Article)
    assert isinstance(summary, Article)
    assert LEAD in whole.text
    assert summary.path.endswith("#2 (summary)")


def test_what_a_fetched_list_names_is_fetched_and_no_further(here: site.Site, tmp_path: Path) -> None:
    plain = {"Content-Type": "text/plain"}
    here.answers["/one"] = (200, plain, b"http://post.example/two\n")
    here.answers["/two"] = (200, plain, b"http://post.example/three\n")
    (tmp_path / "urls.txt").write_text("http://post.example/one\n")
    [unread] = read_articles([tmp_path / "urls.txt"], fetch=here.fetcher)
    assert isinstance(unread, Unread)
    assert here.paths == ["/robots.txt", "/one", "/two"]


def test_what_an_archive_names_is_not_fetched(here: site.Site, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("urls.txt", f"{ADDRESS}\n")
    [unread] = read_articles([tmp_path / "a.zip"], fetch=here.fetcher)
    assert isinstance(unread, Unread)
    assert not here.asked


@pytest.mark.parametrize("to", ["/a", "http://post.example/a", "//post.example/a"])
def test_a_redirection_is_followed(here: site.Site, to: str) -> None:
    here.answers["/old"] = moved(to)
    assert here.fetcher("http://post.example/old").url == ADDRESS


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("file:///etc/passwd", "no address of the web"),
        ("http://ana:x@post.example/a", "name or password"),
        ("http://post.example:8080/a", "port 8080"),
        ("/old", "redirected more than"),
    ],
)
def test_a_redirection_is_checked_like_an_address_given_by_hand(here: site.Site, to: str, reason: str) -> None:
    here.answers["/old"] = moved(to)
    with pytest.raises(UnreadableError, match=reason):
        here.fetcher("http://post.example/old")


def test_a_redirection_into_a_private_network_is_refused(here: site.Site) -> None:
    from tracker.read.guard import resolve

    def public_once(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host == "post.example" else resolve(host, port)

    here.answers["/old"] = moved("http://169.254.169.254/latest/meta-data/")
    with pytest.raises(UnreadableError, match="private network"):
        Fetcher(resolve=public_once, sleep=lambda _: None)("http://post.example/old")
    assert here.paths == ["/robots.txt", "/old"]


def test_a_name_that_answers_differently_gains_nothing(here: site.Site) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        if len(asked) > 2:
            raise UnreadableError("it is in a private network")
        return ["127.0.0.1"]

    fetcher = Fetcher(resolve=rebinding, sleep=lambda _: None)
    fetcher(ADDRESS)
    with pytest.raises(UnreadableError, match="private network"):
        fetcher(ADDRESS)
    assert len(asked) == 3  # every connection is to addresses checked for it


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ((200, {}, b"User-agent: *\nDisallow: /a"), False),
        ((200, {}, b"User-agent: discrepancy-tracker\nDisallow: /\n\nUser-agent: *\nAllow: /"), False),
        ((200, {}, b"User-agent: other\nDisallow: /"), True),
        ((200, {}, b"\xff\xfe nonsense"), True),
        ((404, {}, b""), True),
        ((503, {}, b""), False),
    ],
)
def test_robots_are_respected(here: site.Site, robots: tuple[int, dict[str, str], bytes], allowed: bool) -> None:
    here.answers["/robots.txt"] = robots
    if allowed:
        assert here.fetcher(ADDRESS).status == 200
    else:
        with pytest.raises(UnreadableError, match="robots"):
            here.fetcher(ADDRESS)
        assert here.paths == ["/robots.txt"]


def test_robots_are_asked_for_once_a_site_and_no_host_is_hurried(here: site.Site) -> None:
    here.fetcher(ADDRESS)
    here.fetcher(ADDRESS)
    assert here.paths == ["/robots.txt", "/a", "/a"]
    assert here.slept == [limits.PAUSE, limits.PAUSE]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "image/png, which is no article"),
        ((200, {"Content-Type": "text/html"}, b""), "empty"),
        ((500, {}, b"oops"), "answered 500"),
        ((302, {}, b""), "answered 302"),
    ],
)
def test_an_answer_that_is_no_article(here: site.Site, answer: tuple[int, dict[str, str], bytes], reason: str) -> None:
    here.answers["/a"] = answer
    with pytest.raises(UnreadableError, match=reason):
        here.fetcher(ADDRESS)


def test_an_answer_that_is_too_large(here: site.Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_PAGE", 1_000)
    here.answers["/a"] = (200, site.HTML, bytes(2_000))
    with pytest.raises(UnreadableError, match="more than"):
        here.fetcher(ADDRESS)
