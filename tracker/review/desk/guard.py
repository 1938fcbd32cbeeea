"""Who may ask: only this machine, only with the token, and to change something only from the desk's own pages.

A page elsewhere can make a browser send requests to this machine, and a name elsewhere can be made to point to it (DNS
rebinding). So the host must be a loopback address, the path must begin with a token nobody else knows, and what
changes something must come from a page of the same origin. Nothing is answered with permission for other origins.
"""

import secrets
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

# The most a form may send, in bytes: a reason is a few sentences.
LARGEST = 64 * 1024

# Said of every answer: not to be framed, kept, guessed at, or named to other sites.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """Lets a request through to the desk, or answers it itself."""

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._hosts = frozenset(_hosts(port))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            refused = self._refusal(scope)
            await (refused or self._app)(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts:
            return PlainTextResponse("This desk answers to its own address alone.", status_code=421)
        if not secrets.compare_digest(_first(scope["path"]).encode(), self._token.encode()):
            return PlainTextResponse("Not found: the address of the desk holds a token.", status_code=404)
        if scope["method"] in ("GET", "HEAD"):
            return None
        if scope["method"] != "POST":
            return PlainTextResponse("Not allowed.", status_code=405)
        if headers.get("origin") != f"http://{host}":
            return PlainTextResponse("Only the desk's own pages may decide.", status_code=403)
        length = headers.get("content-length", "")
        if not (length.isdecimal() and int(length) <= LARGEST):
            return PlainTextResponse("Too long.", status_code=413)
        return None


def _hosts(port: int) -> Iterable[str]:
    return (f"{name}:{port}" for name in LOOPBACK)


def _first(path: str) -> str:
    return path.split("/", 2)[1] if path.startswith("/") else ""


def _with_headers(send: Send) -> Send:
    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return answer
