"""The desk served as it is to people, over a socket, and a browser without a script to ask it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from threading import Thread
from urllib.parse import urlencode

import uvicorn

from tracker.review.desk.app import make_app
from tracker.review.desk.counter import Counter
from tracker.review.desk.serve import listening
from tracker.store import Store

TOKEN = "a-token-nobody-else-knows"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back: ``headers`` by their names in lower case."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True, kw_only=True)
class Served:
    """A desk at a ``port``."""

    port: int

    @property
    def home(self) -> str:
        """The origin of the desk's own pages."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, *, method: str = "GET", form: dict[str, str] | None = None, **headers: str) -> Answer:
        """One request, its Host and Origin as given."""
        body = None if form is None else urlencode(form).encode()
        sent = {"Host": f"127.0.0.1:{self.port}"} | headers
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.putrequest(method, path, skip_host=True)
            for name, value in sent.items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            found = connection.getresponse()
            headers = {name.lower(): value for name, value in found.getheaders()}
            return Answer(status=found.status, headers=headers, text=found.read().decode())
        finally:
            connection.close()


@contextmanager
def served(store: Store, reviewer: str = "Ana") -> Iterator[Served]:
    """A desk for as long as it is needed."""
    with listening(0) as bound:
        port = bound.getsockname()[1]
        app = make_app(Counter(store, reviewer), token=TOKEN, port=port)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
        running = Thread(target=server.run, kwargs={"sockets": [bound]})
        running.start()
        try:
            yield Served(port=port)
        finally:
            server.should_exit = True
            running.join(timeout=30)
