"""One request to the web, guarded: to public addresses only, connected as they were checked, within time and size.

A page from a stranger may name any address: of this machine, of the desk's router, of a cloud's inner service. So a
name is looked up once, every address it has must be public, and the connection goes to one of these and to no other:
a name that answers differently a moment later (rebinding) gains nothing.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from tracker.errors import UnreadableError
from tracker.read import limits

# The addresses of a host, as written ("192.0.2.1").
Resolve = Callable[[str, int], list[str]]

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000

# IPv6 addresses that carry an IPv4 address, which may be a private one: 6to4, Teredo, NAT64 (RFC 3056, 4380, 6052).
_CARRIERS = tuple(ipaddress.ip_network(net) for net in ("2002::/16", "2001::/32", "64:ff9b::/96", "64:ff9b:1::/48"))

NOT_OURS = "Save the page from a browser, if you trust it, and read the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent: where from, its status, its headers by lower-case name, its content as far as was asked."""

    url: str
    status: int
    reason: str
    headers: Mapping[str, str]
    data: bytes


def check_address(url: str) -> SplitResult:
    """The parts of an address that may be asked; raises UnreadableError where it may not."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except (ValueError, UnicodeError) as error:
        raise UnreadableError("the address makes no sense", "Check how it is written") from error
    if parts.scheme not in _PORTS or not host or len(url) > _LONGEST:
        raise UnreadableError("it is no address of the web", "Write it like https://example.org/article")
    if parts.username is not None or parts.password is not None:
        raise UnreadableError("the address holds a name or password, and none is sent", NOT_OURS)
    if port not in (None, _PORTS[parts.scheme]):
        raise UnreadableError(f"it asks for port {port}, and only 80 and 443 are asked", NOT_OURS)
    return parts._replace(netloc=f"[{host}]" if ":" in host else host, fragment="")


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, all of them public; raises UnreadableError where one is not."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"there is no host {host}", "Check the address, and the connection") from error
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    if not addresses or not all(map(is_public, addresses)):
        raise UnreadableError(f"{host} is in a private network, and those are not asked", NOT_OURS)
    return addresses


def is_public(address: str) -> bool:
    """Is it an address that anybody in the world could ask?"""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(found, "ipv4_mapped", None) or found
    carried = any(inner in net for net in _CARRIERS if net.version == inner.version)
    return inner.is_global and not inner.is_multicast and not carried


def ask(url: str, headers: Mapping[str, str], *, resolve: Resolve = resolve, most: int) -> Answer:
    """The answer to one GET request, no redirection followed; at most so many bytes of it."""
    parts = check_address(url)
    port = _PORTS[parts.scheme]
    addresses = resolve(parts.hostname or "", port)
    connection = _Pinned(parts, addresses, port)
    # A server that sends a byte a second keeps every timeout of a socket; this ends it all.
    end = threading.Timer(limits.PATIENCE, connection.cut)
    end.daemon = True
    end.start()
    try:
        return _answer(connection, parts, headers, most)
    except UnreadableError:
        raise
    except Exception as error:
        what = f"it took longer than {limits.PATIENCE:g} seconds" if connection.was_cut else _told(error)
        raise UnreadableError(what, "Try again later, or save the page from a browser") from error
    finally:
        end.cancel()
        connection.close()


def _answer(connection: "_Pinned", parts: SplitResult, headers: Mapping[str, str], most: int) -> Answer:
    path = parts._replace(scheme="", netloc="").geturl() or "/"
    connection.request("GET", _ascii(path if path.startswith("/") else f"/{path}"), headers=dict(headers))
    response = connection.getresponse()
    told = {name.lower(): value for name, value in response.getheaders()}
    data = _unpacked(_all(response, most), told.get("content-encoding", ""), most)
    if connection.was_cut:
        raise TimeoutError
    return Answer(url=parts.geturl(), status=response.status, reason=response.reason, headers=told, data=data)


def _ascii(path: str) -> str:
    """Characters outside ASCII, and blanks, as an address must write them (RFC 3986, 2.1)."""
    return "".join(each if "!" <= each <= "~" else "".join(f"%{byte:02X}" for byte in each.encode()) for each in path)


def _all(response: http.client.HTTPResponse, most: int) -> bytes:
    data = response.read(most + 1)
    if len(data) <= most and response.length:
        raise ConnectionError("it broke off before its end")
    return data if len(data) <= most else _refuse_size(most)


def _refuse_size(most: int) -> bytes:
    raise UnreadableError(f"the answer has more than {most / 1e6:,.0f} MB", NOT_OURS)


def _unpacked(data: bytes, encoding: str, most: int) -> bytes:
    """The content, where a server packed it unasked; no more than may be had."""
    if encoding.strip().lower() in ("", "identity"):
        return data
    if encoding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
        raise UnreadableError(f"the answer is packed as {encoding[:20]!r}, which was not asked for", NOT_OURS)
    unpacked = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, most + 1)
    return unpacked if len(unpacked) <= most else _refuse_size(most)


def _told(error: Exception) -> str:
    told = " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())
    return f"the server cannot be asked: {told[:120].rstrip('.').lower()}"


class _Pinned(http.client.HTTPConnection):
    """A connection to addresses already checked, whatever its host's name leads to by now."""

    def __init__(self, parts: SplitResult, addresses: list[str], port: int) -> None:
        super().__init__(parts.hostname or "", port, timeout=limits.PATIENCE)
        self._addresses = addresses
        self._is_secret = parts.scheme == "https"
        self._held: socket.socket | None = None
        self.was_cut = False

    def connect(self) -> None:
        """Connect to the first address that answers; the certificate must still be the host's."""
        for left, address in enumerate(self._addresses, start=1 - len(self._addresses)):
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
                break
            except OSError:
                if not left:
                    raise
        if self._is_secret:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)
        self._held = self.sock

    def cut(self) -> None:
        """End it, whatever it is doing: the answer that is being read has taken the socket over from the connection."""
        self.was_cut = True
        if self._held is not None:
            with suppress(OSError):
                self._held.shutdown(socket.SHUT_RDWR)
