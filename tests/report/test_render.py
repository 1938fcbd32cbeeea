import base64
import hashlib
import re
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clock import seconds
from tests.factory import article, claim, killed
from tests.gold import matches_gold
from tests.report.page import Page
from tests.report.scene import DISCREPANCIES, SCENE
from tracker.model import NOUNS, Claim, Discrepancy, Figure, Incident, Position
from tracker.report import render_report
from tracker.report.conflicts import conflict_rows
from tracker.report.index import Index
from tracker.report.render import render_piece
from tracker.tables import Tables

PAGE = render_report(SCENE)
READ = Page(PAGE)

PAYLOADS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://evil.example/\"onclick=\"alert(1)",
    "https://evil.example/<svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "<svg><desc></desc><script>alert(1)</script></svg>",
    "--><!-- ]]><![CDATA[",
    "&lt;b&gt; &#60;b&#62;",
    "\u202egnp.exe\u2066 \u200b",
    "nul\x00 esc\x1b[31m bell\x07",
    "half a pair \ud83d",
)  # fmt: skip


def test_the_page_is_the_golden_page() -> None:
    assert matches_gold(PAGE, "scene.html"), "see tests/gold/actual/scene.html; ACCEPT_GOLD=1 accepts it"


def test_the_empty_run_has_a_page_that_says_so() -> None:
    page = Page(render_report(Tables()))
    assert "No two sources were found" in page.text
    assert "No incident was found" in page.text


def test_rows_in_another_order_give_the_same_bytes() -> None:
    turned = Tables(**{field.name: getattr(SCENE, field.name)[::-1] for field in fields(SCENE)})
    assert render_report(turned) == PAGE


def test_ids_stand_once() -> None:
    ids = READ.values("id")
    assert len(ids) == len(set(ids))


def test_every_way_inside_the_page_arrives() -> None:
    ids = set(READ.values("id"))
    inside = [href[1:] for href in READ.values("href") if href.startswith("#")]
    assert len(inside) > 50
    assert [name for name in inside if name not in ids] == []
    assert [name for names in READ.values("aria-labelledby") for name in names.split() if name not in ids] == []


def test_every_noun_of_the_tables_has_a_permalink() -> None:
    ids = set(READ.values("id"))
    assert {each.claim_id for each in SCENE.claims} <= ids
    assert {each.incident_id for each in SCENE.incidents} <= ids
    assert {each.discrepancy_id for each in SCENE.discrepancies} <= ids
    assert {each.article_id for each in SCENE.articles} <= ids


def hash_of(tag: str) -> str:
    found = re.search(rf"<{tag}>(.*?)</{tag}>", PAGE, re.DOTALL)
    assert found
    return f"'sha256-{base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()}'"


def test_the_policy_names_the_style_and_the_script_and_allows_nothing_else() -> None:
    policy = next(a["content"] or "" for tag, a in READ.tags if tag == "meta" and "http-equiv" in a)
    assert policy.split("; ") == [
        "default-src 'none'", f"style-src {hash_of('style')}", f"script-src {hash_of('script')}", "img-src data:",
        "base-uri 'none'", "form-action 'none'",
    ]  # fmt: skip


def test_the_style_asks_for_nothing_from_elsewhere() -> None:
    style = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    assert style
    assert not re.search(r"url\(|@import|@font-face|https?:", style[1])


def test_nothing_in_the_page_runs_or_is_styled_in_place() -> None:
    assert [tag for tag, _ in READ.tags].count("script") == 1
    assert not {tag for tag, _ in READ.shape} & {"iframe", "object", "embed", "form", "img", "base"}
    assert not {name for _, name in READ.shape if name == "style" or name.startswith("on")}


def test_one_heading_leads_and_landmarks_are_there() -> None:
    tags = [tag for tag, _ in READ.tags]
    assert tags.count("h1") == tags.count("main") == tags.count("nav") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels)), "a level is skipped"


def test_tables_have_captions_and_headings_a_scope() -> None:
    tags = [tag for tag, _ in READ.tags]
    assert tags.count("table") == tags.count("caption") > 3
    assert all("scope" in attributes for tag, attributes in READ.tags if tag == "th")


def test_drawings_have_a_title_and_a_description() -> None:
    drawings = [attributes for tag, attributes in READ.tags if tag == "svg"]
    assert len(drawings) == 6
    assert all(each["role"] == "img" for each in drawings)
    tags = [tag for tag, _ in READ.tags]
    places = [i for i, tag in enumerate(tags) if tag == "svg"]
    assert all(tags[i + 1 : i + 3] == ["title", "desc"] for i in places)


def test_the_large_drawings_are_tables_too() -> None:
    figures = re.findall(r"<figure.*?</figure>", PAGE, re.DOTALL)
    assert len(figures) == 3
    assert all("<table>" in figure and figure.count("<tr>") >= 3 for figure in figures)


@pytest.mark.parametrize("word", ["true", "false", "lie", "lied", "wrong"])
def test_the_page_rates_nobody(word: str) -> None:
    ours = re.sub(r"<style>.*?</style>", "", PAGE, flags=re.DOTALL).split("The articles, with their claims")[0]
    assert not re.search(rf"\b{word}\b", re.sub(r"<[^>]*>", " ", ours), re.IGNORECASE)


def poisoned(payload: str) -> Tables:
    """The scene with the payload in every text field of every row: ids too, consistently, so that all links hold."""

    def poison(value: object, name: str) -> object:
        if isinstance(value, str):
            return f"{value}{payload}" if name.endswith(("_id", "copy_of", "answers")) else payload
        if isinstance(value, tuple) and value and isinstance(value[0], str):
            return tuple(f"{each}{payload}" for each in value)
        return value

    def row(noun: object) -> object:
        kept = {"text"} if type(noun).__name__ == "Article" else {"relation"}
        changed = {
            field.name: poison(getattr(noun, field.name), field.name)
            for field in fields(noun)  # type: ignore[arg-type]
            if field.name not in kept
        }
        return replace(noun, **changed)  # type: ignore[type-var]

    tables = {name: tuple(row(noun) for noun in getattr(SCENE, name)) for name in NOUNS}
    articles = tuple(replace(each, text=payload + each.text[len(payload) :]) for each in tables["articles"])  # type: ignore[type-var]
    zones = tuple(replace(each, zones=()) for each in articles)
    return Tables(**tables | {"articles": zones})  # type: ignore[arg-type]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_field_stays_text(payload: str) -> None:
    source = render_report(poisoned(payload))
    page = Page(source)
    source.encode("utf-8")
    known = READ.shape | {("sup", "title"), ("li", "id"), ("q", "dir"), ("span", "class")}
    assert page.shape <= known
    assert len(set(page.values("id"))) == len(page.values("id"))
    ids = set(page.values("id"))
    hrefs = page.values("href")
    assert [href for href in hrefs if href.startswith("#") and href[1:] not in ids] == []
    assert all(re.match(r"#|https?://|data:,$", href) for href in hrefs)
    assert not set(source) & {"\x00", "\x1b", "\x07"}


@pytest.mark.parametrize("name", ["claims", "figures", "discrepancies", "positions"])
def test_an_unknown_relation_kind_measure_or_zone_is_shown_as_it_stands(name: str) -> None:
    strange = {
        "claims": {"zone": "side_bar", "stance": "sings", "source_kind": "oracle"},
        "figures": {"measure": "kept_bees", "scope": "half"},
        "discrepancies": {"relation": "odd_one", "kind": "new_kind", "measure": "kept_bees"},
        "positions": {"measure": "kept_bees", "scope": "half"},
    }[name]
    rows = tuple(replace(noun, **strange) for noun in getattr(SCENE, name))
    assert Page(render_report(replace(SCENE, **{name: rows}))).text


@pytest.mark.parametrize("name", list(NOUNS))
def test_a_table_that_is_missing_leaves_a_page_whose_links_all_hold(name: str) -> None:
    page = Page(render_report(replace(SCENE, **{name: ()})))
    ids = set(page.values("id"))
    assert [href for href in page.values("href") if href.startswith("#") and href[1:] not in ids] == []


@settings(max_examples=15, deadline=None)
@given(start=st.integers(-5, 900), length=st.integers(-3, 900))
def test_offsets_that_lie_outside_the_text_break_nothing(start: int, length: int) -> None:
    moved = tuple(replace(each, start=start, end=start + length) for each in SCENE.claims)
    shifted = tuple(replace(each, start=start, end=start + length // 2) for each in SCENE.figures)
    page = Page(render_report(replace(SCENE, claims=moved, figures=shifted)))
    assert {each.claim_id for each in SCENE.claims} <= set(page.values("id"))


def test_the_day_it_was_made_is_printed_only_if_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert "made on" not in render_report(SCENE)
    assert "made on 5 May 2024" in render_report(SCENE, generated="2024-05-05")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1714867200")
    assert "made on 5 May 2024" in render_report(SCENE)


def test_templates_use_every_field_of_the_page() -> None:
    """A field nobody shows is work for nothing, or a thing that was forgotten."""
    from tracker.report import article_pages, chart_pages, incident_pages, pages, part_pages, source_pages

    root = Path(__file__).parents[2]
    users = [*sorted((root / "templates").glob("*.j2")), root / "tracker" / "report" / "files.py"]
    used = " ".join(path.read_text(encoding="utf-8") for path in users)
    kinds = [
        kind
        for module in (pages, chart_pages, incident_pages, article_pages, source_pages, part_pages)
        for kind in vars(module).values()
        if isinstance(kind, type)
    ]
    names = {
        (kind.__name__, field.name) for kind in kinds if hasattr(kind, "__dataclass_fields__") for field in fields(kind)
    }
    assert sorted(f"{kind}.{name}" for kind, name in names if f".{name}" not in used) == []


def many(n: int) -> Tables:
    """A run of ``n`` claims, twenty an article, forty an incident, with a conflict at every fourth."""
    lines = [" ".join(f"Source {i} said {i * 20 + j} were killed there." for j in range(20)) for i in range(n // 20)]
    articles = tuple(article(line, path=f"{i}.txt") for i, line in enumerate(lines))
    places = [(each, found) for each in articles for found in re.finditer(r"\d+ were killed there", each.text)]
    claims = tuple(
        claim(
            found[0], article_id=each.article_id, start=found.start(), incident_id=f"inc-{i // 40}", source_name=f"s{i}"
        )
        for i, (each, found) in enumerate(places)
    )
    figures = tuple(killed(i, of=each) for i, each in enumerate(claims))
    return Tables(
        articles=articles,
        claims=claims,
        figures=figures,
        incidents=tuple(Incident(incident_id=f"inc-{i}", label=f"Incident {i}") for i in range(n // 40)),
        positions=tuple(_position(each, figure) for each, figure in zip(claims, figures, strict=True)),
        discrepancies=tuple(_clash(*each) for each in list(pairwise(figures))[::4]),
    )


def _position(of: Claim, figure: Figure) -> Position:
    shared = {"incident_id": of.incident_id, "source_name": of.source_name, "claims": (of.claim_id,)}
    interval = {"low": figure.low, "best": figure.best, "high": figure.high}
    return Position(position_id=f"pos-{of.claim_id}", measure="killed", scope="total", **shared, **interval)  # type: ignore[arg-type]


def _clash(left: Figure, right: Figure) -> Discrepancy:
    sides = {"left_claim_id": left.claim_id, "right_claim_id": right.claim_id}
    sides |= {"left_figure_id": left.figure_id, "right_figure_id": right.figure_id, "incident_id": left.incident_id}
    found = f"dis-{left.figure_id}"
    return Discrepancy(discrepancy_id=found, kind="figure", relation="conflict", measure="killed", **sides)  # type: ignore[arg-type]


def test_a_page_takes_time_in_proportion_to_its_claims() -> None:
    small, large = many(200), many(1000)
    few = seconds(lambda: render_report(small))
    assert seconds(lambda: render_report(large), times=1) < 5 * few * 2.5, (
        "five times the claims, more than twelve times the work"
    )


def test_the_scene_holds_every_relation_but_one() -> None:
    assert {each.relation for each in DISCREPANCIES} >= {"conflict", "update", "scope", "agree"}


def test_what_templates_put_out_is_escaped_and_printable_unless_it_is_mark_up_made_here() -> None:
    class Word(str):
        """A string of a library's own kind, as lxml hands them out."""

    row = replace(conflict_rows(Index(SCENE))[0], what=Word("<b>\x07 & \ud83d'"), kind="a")
    written = render_piece("_row.html.j2", row=row)
    assert "<b>" not in written.html
    assert written.html.count("&lt;b&gt;\ufffd &amp; \ufffd&#39;") == 2
    assert written.html.count("<bdi>") > 2


def test_a_template_that_asks_for_what_is_not_there_is_a_bug() -> None:
    with pytest.raises(AttributeError, match="no attribute 'anchor'"):
        render_piece("_row.html.j2", row=object())
    with pytest.raises(Exception, match="'row' is undefined"):
        render_piece("_row.html.j2")
