"""Pages by their addresses, when asked: as a polite stranger who says who it is, keeps to robots.txt, does not hurry.

Nothing is fetched unless the user asks for it, no cookie or password is ever sent, and nothing a page names is asked
for: only addresses the user gave, and those in the feeds and lists the user gave.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from tracker.errors import UnreadableError
from tracker.read import limits
from tracker.read.formats import suffix_of_media
from tracker.read.guard import NOT_OURS, Answer, Resolve, ask, check_address, resolve

NAME = "discrepancy-tracker"
FETCH = "Give --fetch to ask the web, or save the page from a browser"

_MOVED = frozenset({301, 302, 303, 307, 308})


def agent() -> str:
    """Who asks, as servers write it into their logs."""
    try:
        return f"{NAME}/{version(NAME)} (reads news for fact-checkers; keeps to robots.txt)"
    except PackageNotFoundError:  # run from a checkout
        return f"{NAME} (reads news for fact-checkers; keeps to robots.txt)"


@dataclass(slots=True, kw_only=True)
class Fetcher:
    """Asks for one page after the other. ``resolve`` finds the addresses of a host, and refuses private ones."""

    resolve: Resolve = resolve
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def __call__(self, url: str) -> Answer:
        """The page at an address; raises UnreadableError, with the reason, where there is none or none may be had."""
        answer = self._follow(url, polite=True, most=limits.LARGEST_PAGE)
        if answer.status != 200:
            reason = f"the server answered {answer.status} {answer.reason}".strip()
            raise UnreadableError(reason, "Check the address, or save the page from a browser")
        kind = answer.headers.get("content-type", "")
        if kind and not suffix_of_media(kind) and not kind.startswith("application/octet-stream"):
            raise UnreadableError(f"it is {kind.partition(';')[0][:60]}, which is no article", NOT_OURS)
        if not answer.data:
            raise UnreadableError("the answer is empty", "Try again later")
        return answer

    def _follow(self, url: str, *, polite: bool, most: int) -> Answer:
        """The answer behind the redirections, each checked as if it had been given by hand."""
        for _ in range(limits.MOST_REDIRECTIONS + 1):
            parts = check_address(url)
            if polite:
                self._check_robots(url)
            self._wait(parts.netloc)
            answer = ask(url, _headers(), resolve=self.resolve, most=most)
            if answer.status not in _MOVED or not answer.headers.get("location"):
                return answer
            onward = urljoin(url, answer.headers["location"])
            if parts.scheme == "https" and urlsplit(onward).scheme == "http":
                raise UnreadableError("it leads from an encrypted page to an open one", NOT_OURS)
            url = onward
        raise UnreadableError(f"it was redirected more than {limits.MOST_REDIRECTIONS} times", "Check the address")

    def _wait(self, host: str) -> None:
        """No host is asked more often than every other second."""
        since = self.now() - self._asked.get(host, float("-inf"))
        if since < limits.PAUSE:
            self.sleep(limits.PAUSE - since)
        self._asked[host] = self.now()

    def _check_robots(self, url: str) -> None:
        """Keep to what the site's robots.txt allows (RFC 9309): without one all, where it cannot be had nothing."""
        parts = check_address(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(f"{site}/robots.txt")
        if not self._robots[site].can_fetch(NAME, parts.geturl()):
            raise UnreadableError("the site's robots.txt asks programs not to read it", NOT_OURS)

    def _read_robots(self, url: str) -> RobotFileParser:
        answer = self._follow(url, polite=False, most=limits.LARGEST_ROBOTS)
        rules = answer.data.decode("utf-8", "replace").splitlines() if answer.status == 200 else []
        robots = RobotFileParser()
        robots.parse(["User-agent: *", "Disallow: /"] if answer.status >= 500 else rules)
        return robots


def _headers() -> Mapping[str, str]:
    accepted = (
        "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf;q=0.9,*/*;q=0.5"
    )
    return {"User-Agent": agent(), "Accept": accepted, "Accept-Encoding": "identity", "Connection": "close"}
