"""Articles by those who mean harm: nothing of theirs runs, loads or leaves the place it was put in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.browser.watched import Watched
from tests.report.scene import DISCREPANCIES
from tests.report.test_render import PAYLOADS, poisoned
from tracker.decisions import decide
from tracker.extract import extract_article
from tracker.model import Article
from tracker.read import read_articles
from tracker.report import render_report
from tracker.tables import Tables

Visit = Callable[..., Watched]

MORE = (
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<base href="https://evil.example/"><link rel="stylesheet" href="//evil.example/x.css">',
    '<form action="https://evil.example/"><input autofocus onfocus=alert(1)></form>',
    "<style>@import '//evil.example/x.css'; * { background: url(//evil.example/x.png) }</style>",
    "<template><script>alert(1)</script></template><math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "`${alert(1)}` '-alert(1)-' \"-alert(1)-\"",
    "\u2028alert(1)\u2029</script><script>alert(1)</script>",
)

# What a payload would have brought along: none of it is in a page of ours.
FOREIGN = "img, iframe, object, embed, form, base, link[rel=stylesheet], meta[http-equiv=refresh], math, template"


HANDLERS = """
() => [...document.querySelectorAll("*")]
  .filter((each) => [...each.attributes].some((attribute) => attribute.name.startsWith("on")))
  .map((each) => each.outerHTML)
"""


def tainted(payload: str) -> Tables:
    """The scene with a payload in every text field of every table, what people decided included."""
    said = f"{payload} reason"
    subject = DISCREPANCIES[0].discrepancy_id + payload
    decision = decide("dismiss", [subject], value=payload, reason=said, reviewer=payload, decided_at="2024-05-04")
    return replace(poisoned(payload), decisions=(decision,))


@pytest.mark.parametrize("payload", [*PAYLOADS, *MORE])
def test_a_payload_in_every_field_is_text_and_stays_text(visit: Visit, tmp_path: Path, payload: str) -> None:
    path = tmp_path / "report.html"
    path.write_text(render_report(tainted(payload)), encoding="utf-8")
    watched = visit(path, permissions=["clipboard-read", "clipboard-write"])
    page = watched.page
    page.fill("#search", "a")  # the script handles the same words: in a search, as a choice, in a citation
    page.fill("#search", "")
    for key in ("Escape", "j", "j", "Enter", "c"):
        page.keyboard.press(key)
    page.get_by_text("Citation copied").wait_for()
    assert page.locator(FOREIGN).count() == 0
    assert page.locator("script").count() == 1
    assert page.evaluate(HANDLERS) == []
    ways = page.locator("a[href]").evaluate_all("links => links.map((link) => link.protocol)")
    assert set(ways) <= {"file:", "http:", "https:"}
    assert watched.misdeeds == []


def test_a_hostile_page_read_from_disk_is_harmless(visit: Visit, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    name = "<img src=x onerror=alert(1)>.html"
    (folder / name).write_text(
        '<html><head><title>&lt;script&gt;alert("title")&lt;/script&gt; Six dead in Tamsin</title>'
        '<meta name="author" content="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;">'
        '<link rel="canonical" href="javascript:alert(1)"></head><body><article><h1>Six dead in Tamsin</h1>'
        "<p>The mayor of &lt;b onmouseover=alert(1)&gt;Tamsin&lt;/b&gt; said on Monday that six people died in the "
        "fire, and that nobody else was hurt in the three houses by the river.</p>"
        "<p>“&lt;script&gt;alert(2)&lt;/script&gt; twelve people died,” a nurse at the hospital said, asking not to be "
        "named because she was not allowed to speak to reporters about the night.</p></article></body></html>",
        encoding="utf-8",
    )
    articles = tuple(each for each in read_articles([folder]) if isinstance(each, Article))
    told = [extract_article(each) for each in articles]
    claims = tuple(claim for each in told for claim in each.claims)
    assert any("<script>" in claim.text for claim in claims)
    path = tmp_path / "report.html"
    path.write_text(render_report(Tables(articles=articles, claims=claims)), encoding="utf-8")
    watched = visit(path)
    assert watched.page.locator(FOREIGN).count() == 0
    # What is on the page, whether or not it has been painted yet: on a busy machine that comes later.
    assert "onerror=alert(1)" in (watched.page.locator("#articles").text_content() or "")
    assert watched.misdeeds == []


def test_the_policy_is_a_second_wall(visit: Visit, tmp_path: Path) -> None:
    """A payload that was left unescaped on purpose does not run either, and the page says what it refused."""
    page = render_report(tainted("x")).replace("<main>", "<main><script>alert(1)</script><img src=x onerror=alert(2)>")
    path = tmp_path / "report.html"
    path.write_text(page, encoding="utf-8")
    watched = visit(path)
    watched.page.wait_for_function("() => window.refused.length > 1")
    assert {each.split()[0] for each in watched.refused} >= {"script-src-elem", "img-src"}
    assert watched.dialogs == []
