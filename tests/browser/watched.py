"""A page in a browser, and what it did: the requests, dialogs, messages and refusals of its policy."""

from dataclasses import dataclass, field
from typing import Any

# Told to the page before any of its own lines runs: every breach of its policy is written down.
LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


@dataclass
class Watched:
    """``page`` is Playwright's; ``requests`` are those beyond the page itself, ``noise`` all it said to the console."""

    page: Any
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(LISTEN)
        self.page.on("request", self._requested)
        self.page.on("dialog", self._asked)
        self.page.on("console", lambda message: self.noise.append(message.text))
        self.page.on("pageerror", lambda error: self.noise.append(str(error)))

    def _requested(self, request: Any) -> None:
        if not request.is_navigation_request() and not request.url.startswith("data:"):
            self.requests.append(request.url)

    def _asked(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def refused(self) -> list[str]:
        """What the policy of the page did not let through."""
        found: list[str] = self.page.evaluate("() => window.refused")
        return found

    @property
    def misdeeds(self) -> list[str]:
        """Everything a report must never do."""
        return [*self.requests, *self.dialogs, *self.noise, *self.refused]
