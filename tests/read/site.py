"""A web site on this machine, for tests alone: what it answers, what it was asked, and a fetcher that may reach it."""

import http.server
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tracker.read import guard
from tracker.read.fetch import Fetcher

Answers = dict[str, tuple[int, dict[str, str], bytes]]
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Site:
    """What it answers by path; ``asked`` are the paths and headers of its requests; ``slept`` the pauses kept."""

    def __init__(self) -> None:
        self.answers: Answers = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.slept: list[float] = []
        self.fetcher = Fetcher(resolve=lambda host, port: ["127.0.0.1"], now=lambda: 0.0, sleep=self.slept.append)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def _handler(site: Site) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            status, headers, data = site.answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    return Handler


@contextmanager
def running(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that answers for every host at port 80, as long as it is needed."""
    site = Site()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(site)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        redirect(monkeypatch, server.server_address[1])
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


def redirect(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    """Let connections to 127.0.0.1 reach the test's own port, whatever port was asked for; all others fail."""
    connect: Callable[..., socket.socket] = socket.create_connection

    def here(address: tuple[str, int], timeout: float) -> socket.socket:
        assert address[0] == "127.0.0.1", f"it asked {address[0]}"
        return connect(("127.0.0.1", port), timeout)

    monkeypatch.setattr(guard.socket, "create_connection", here)
