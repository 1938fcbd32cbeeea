"""A page to write from: every quotation is exact and cited, and nothing in it is more than words."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.report.scene import HARBOUR, SCENE
from tracker.report.export_markdown import plain, write_markdown
from tracker.tables import Tables


def page(folder: Path, tables: Tables = SCENE, incident: str = HARBOUR) -> str:
    paths = {path.name: path for path in write_markdown(tables, folder)}
    assert len(paths) == len(tables.incidents)
    return paths[f"{incident}.md"].read_text(encoding="utf-8")


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text).replace("&lt;", "<").replace("&amp;", "&")


def test_a_page_says_who_says_what_and_what_conflicts(tmp_path: Path) -> None:
    text = unescaped(page(tmp_path / "new"))
    assert text.startswith("# Meridian, Port Selwyn\n")
    assert "74 and 1 leave no number in common.\n" in text
    assert "**leaked roster**, 74: “" in text


def test_a_conflict_tells_how_people_judged_it(tmp_path: Path) -> None:
    judged = tuple(replace(each, review_state="dismissed") for each in SCENE.discrepancies)
    assert "leave no number in common. (dismissed)\n" in page(tmp_path, replace(SCENE, discrepancies=judged))


def test_every_note_has_its_citation_and_every_citation_its_exact_words(tmp_path: Path) -> None:
    text = page(tmp_path)
    body, _, cited = text.partition("## Sources")
    notes, given = re.findall(r"\[\^(\d+)\]", body), re.findall(r"^\[\^(\d+)\]: ", cited, re.M)
    assert set(notes) == set(given)
    assert given == [str(number) for number in range(1, len(given) + 1)]
    articles = {each.article_id: each.text for each in SCENE.articles}
    exact = {" ".join(articles[each.article_id][each.start : each.end].split()) for each in SCENE.claims}
    for line in cited.strip().splitlines():
        assert any(unescaped(line).endswith(f". “{words}”") for words in exact), line


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "![x](https://e.example/x)",
        "# head",
        "| cell |",
        "<https://e>",
        "*bold* _x_ `code`",
        "line\n\n## head",
        "- item",
        "1. item",
        "[^1]: note",
        "&lt;b&gt;",
        "a\\",
        "~~x~~",
        "$$x$$",
    ],
)
def test_words_stay_words(text: str) -> None:
    found = plain(text)
    assert "\n" not in found
    assert not re.search(r"(?<!\\)[<\[\]*_`#|>$~]", found)
    assert not re.match(r"(?:[-+]|\d+\.)\s", found)
    assert unescaped(found) == " ".join(text.split()) or text == "a\\"


def test_hostile_fields_stay_words_in_the_page(tmp_path: Path) -> None:
    bad = "</q>](javascript:alert(1)) <img src=x onerror=alert(1)>\n# head"
    tables = replace(
        SCENE,
        articles=tuple(
            replace(each, title=bad, author=bad, publisher=bad, url="javascript:alert(1)") for each in SCENE.articles
        ),
        claims=tuple(replace(each, source_name=bad) for each in SCENE.claims),
        incidents=tuple(replace(each, label=bad, place=bad) for each in SCENE.incidents),
        discrepancies=tuple(replace(each, reason=bad, left_source=bad) for each in SCENE.discrepancies),
    )
    text = page(tmp_path, tables)
    assert "<img" not in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert [line for line in text.splitlines() if line.startswith("# ")] == [text.splitlines()[0]]


def test_a_file_is_never_named_by_a_stranger(tmp_path: Path) -> None:
    tables = replace(SCENE, incidents=(replace(SCENE.incidents[0], incident_id="../../etc/passwd"),))
    [path] = write_markdown(tables, tmp_path)
    assert path.parent == tmp_path
    assert re.fullmatch(r"inc-[a-z0-9]+\.md", path.name)
