"""Are only public addresses asked, as they were checked, within time and size?"""

import gzip
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from tests.read import site
from tracker.errors import UnreadableError
from tracker.read import guard, limits
from tracker.read.guard import ask, check_address, is_public, resolve


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2001:0:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::1"),
        *("", "localhost", "1.2.3", "0x7f.1"),
    ],
)
def test_an_address_that_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_an_address_that_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "no address of the web"),
        ("ftp://post.example/a", "no address of the web"),
        ("gopher://post.example:70/_x", "no address of the web"),
        ("https:///a", "no address of the web"),
        ("https://post.example/" + "a" * 3000, "no address of the web"),
        ("https://ana:secret@post.example/", "name or password"),
        ("https://post.example@10.0.0.1/", "name or password"),
        ("http://post.example:22/", "port 22"),
        ("http://post.example:443/", "port 443"),
        ("http://post.example:x/", "makes no sense"),
        ("http://[::1/", "makes no sense"),
        ("http://" + "a" * 70 + ".example/", "makes no sense"),
    ],
)
def test_an_address_that_may_not_be_asked(url: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        check_address(url)


def test_a_host_is_asked_for_in_the_letters_of_the_network() -> None:
    assert check_address("https://пример.example/a#b").geturl() == "https://xn--e1afmkfd.example/a"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "::1", "::ffff:127.0.0.1"]
)
def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(UnreadableError, match=r"private network|no host"):
        resolve(host, 80)


def test_one_private_address_among_public_ones_refuses_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def two(host: str, port: int, type: int) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (address, port)) for address in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    with pytest.raises(UnreadableError, match="private network"):
        resolve("post.example", 80)


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    def note(address: tuple[str, int], timeout: float) -> socket.socket:
        asked.append(address)
        raise OSError("not today")

    monkeypatch.setattr(guard.socket, "create_connection", note)
    with pytest.raises(UnreadableError, match="not today"):
        ask("http://post.example/", {}, resolve=lambda host, port: ["93.184.216.34", "2606:2800::1"], most=9)
    assert asked == [("93.184.216.34", 80), ("2606:2800::1", 80)]


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[site.Site]:
    with site.running(monkeypatch) as running:
        yield running


def get(url: str = "http://post.example/a", most: int = 1_000_000) -> guard.Answer:
    return ask(url, {"User-Agent": "test"}, resolve=lambda host, port: ["127.0.0.1"], most=most)


def test_an_answer(here: site.Site) -> None:
    here.answers["/a?b=%C3%A9%20"] = (200, site.HTML, b"words")
    answer = get("http://post.example/a?b=é ")
    assert (answer.status, answer.data, answer.headers["content-type"]) == (200, b"words", site.HTML["Content-Type"])
    assert here.asked[0][1]["Host"] == "post.example"


def test_no_header_can_be_slipped_in(here: site.Site) -> None:
    get("http://post.example/a\r\nX-Evil: 1")
    get("http://post.example/a b\tc\x0bd")
    assert not [headers for _, headers in here.asked if "X-Evil" in headers]


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_is_no_larger_than_was_asked(here: site.Site, packed: bool) -> None:
    data = bytes(3_000_000)
    headers = {"Content-Encoding": "gzip"} if packed else {}
    here.answers["/a"] = (200, headers, gzip.compress(data) if packed else data)
    with pytest.raises(UnreadableError, match="more than 1 MB"):
        get()


def test_an_answer_packed_unasked_is_unpacked(here: site.Site) -> None:
    here.answers["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"words"))
    assert get().data == b"words"


def test_an_answer_packed_as_nobody_knows_is_refused(here: site.Site) -> None:
    here.answers["/a"] = (200, {"Content-Encoding": "br"}, b"words")
    with pytest.raises(UnreadableError, match="packed as 'br'"):
        get()


@pytest.mark.parametrize("drip", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n", b""])
def test_a_server_that_sends_a_byte_at_a_time_is_cut_off(monkeypatch: pytest.MonkeyPatch, drip: bytes) -> None:
    monkeypatch.setattr(limits, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:
        stop = threading.Event()

        def serve() -> None:
            peer, _ = server.accept()
            with peer:
                peer.sendall(drip)
                while not stop.wait(0.02):
                    try:
                        peer.sendall(b"a")
                    except OSError:
                        return

        thread = threading.Thread(target=serve)
        site.redirect(monkeypatch, server.getsockname()[1])
        thread.start()
        started = time.monotonic()
        with pytest.raises(UnreadableError, match=r"longer than 0\.3 seconds|cannot be asked"):
            get()
        stop.set()
        thread.join()
    assert time.monotonic() - started < 5


def test_an_open_server_is_no_encrypted_one(here: site.Site) -> None:
    with pytest.raises(UnreadableError, match="cannot be asked"):
        get("https://post.example/a")


@pytest.mark.parametrize("answer", [b"", b"garbage\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort"])
def test_a_broken_answer_is_said_to_be(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            peer, _ = server.accept()
            with peer:
                peer.recv(9999)
                peer.sendall(answer)

        thread = threading.Thread(target=serve)
        site.redirect(monkeypatch, server.getsockname()[1])
        thread.start()
        with pytest.raises(UnreadableError, match="cannot be asked"):
            get()
        thread.join()
