"""Is each entry of a live blog an article with its own time, and an article with a box of entries one article?"""

import json
from pathlib import Path

import pytest

from tests.clock import seconds
from tests.read.told import LEAD, NEXT, read, told

TIMES = ("2024-04-16T09:00:00+01:00", "2024-04-16T08:10:00+01:00", "2024-04-15T23:50:00+01:00")
HEADS = ("Toll rises to nine", "Navy blames a mine", "Blast on the quay")
HEAD = "<title>Harbour blast: live</title><link rel=canonical href='https://post.example/live'>"


def blog(path: Path, body: str, *, head: str = HEAD) -> Path:
    path.write_text(f"<html><head>{head}</head><body><h1>Harbour blast: live</h1>{body}</body></html>")
    return path


def entries(*attributes: str, tag: str = "div", time: str = "<time datetime='{}'>now</time>") -> str:
    return "".join(
        f"<{tag} {attribute}><div class=live-blog-post-header>{time.format(when)}<h2>{head}</h2></div>"
        f"<p>{LEAD}</p><p>{NEXT} It was number {number}.</p></{tag}>"
        for number, (attribute, when, head) in enumerate(zip(attributes, TIMES, HEADS, strict=True))
    )


@pytest.mark.parametrize(
    ("tag", "attribute"),
    [
        ("div", "class='live-blog-post' id=e{}"),
        ("article", "class='card liveblog__update' id=e{}"),
        ("section", "itemprop=liveBlogUpdate itemscope itemtype='https://schema.org/BlogPosting' id=e{}"),
        ("li", "class=live-blog-entry id=e{}"),
    ],
)
def test_each_entry_that_a_page_marks_is_an_article(tmp_path: Path, tag: str, attribute: str) -> None:
    marked = entries(*(attribute.format(number) for number in range(3)), tag=tag)
    path = blog(tmp_path / "a.html", f"<p>Key points</p>{marked}")
    articles, unread = read(path)
    assert [article.published for article in articles] == list(TIMES)
    assert [article.title for article in articles] == list(HEADS)
    assert [article.path for article in articles] == [f"{path}#{number}" for number in (1, 2, 3)]
    assert articles[1].url == "https://post.example/live#e1"
    assert [words for kind, words in told(articles[2]) if kind == "body"] == [LEAD, f"{NEXT} It was number 2."]
    assert not unread


def test_a_time_told_by_a_meta_element_counts(tmp_path: Path) -> None:
    marked = entries(*(["itemprop=liveBlogUpdate"] * 3), time="<meta itemprop=datePublished content='{}'>")
    articles, _ = read(blog(tmp_path / "a.html", marked))
    assert [article.published for article in articles] == list(TIMES)


@pytest.mark.parametrize("body", [f"{LEAD}\n\n{NEXT}", f"<p>{LEAD}</p><p>{NEXT}</p>"])
def test_the_entries_that_json_ld_tells_are_articles(tmp_path: Path, body: str) -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": head,
            "articleBody": f"{body} No. {n}.",
            "datePublished": when,
            "url": f"https://post.example/{n}",
        }
        for n, (head, when) in enumerate(zip(HEADS, TIMES, strict=True))
    ]
    told_ = json.dumps({"@graph": [{"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": updates}]})
    head = f"{HEAD}<script type='application/ld+json'>{told_}</script>"
    articles, _ = read(blog(tmp_path / "a.html", "<div id=root></div>", head=head))
    assert [(article.title, article.published) for article in articles] == list(zip(HEADS, TIMES, strict=True))
    assert articles[0].url == "https://post.example/0"
    assert told(articles[0])[:2] == [("headline", HEADS[0]), ("body", LEAD)]


@pytest.mark.parametrize(
    "marked",
    [
        entries(*(["class=live-blog-post"] * 3)).partition("</div><div class=live-blog-post>")[0],
        entries(*(["class=live-blog-post"] * 3), time="{}"),
        entries(*(["class=story-card"] * 3)),
        "<div class=live-blog-post><time datetime=2024-04-16></time></div>" * 3,
    ],
    ids=["one entry", "no times", "other cards", "no words"],
)
def test_an_article_with_a_few_entries_or_none_is_one_article(tmp_path: Path, marked: str) -> None:
    path = blog(tmp_path / "a.html", f"<article><p>{LEAD}</p><p>{NEXT}</p></article>{marked}")
    [article], _ = read(path)
    assert article.path == str(path)
    assert LEAD in article.text


def test_entries_without_a_heading_go_under_the_page(tmp_path: Path) -> None:
    one = "<div class=live-update-card><time datetime={}></time><p>" + LEAD + " No. {}.</p></div>"
    articles, _ = read(blog(tmp_path / "a.html", "".join(one.format(when, n) for n, when in enumerate(TIMES))))
    assert {article.title for article in articles} == {"Harbour blast: live"}


def test_a_flood_of_entries_takes_time_in_proportion(tmp_path: Path) -> None:
    def flood(many: int) -> Path:
        entry = "<div class=live-blog-post><time datetime=2024-04-16T09:00:00Z></time><p>Nine died, he said. {}</p>"
        return blog(tmp_path / f"{many}.html", "".join(entry.format(number) for number in range(many)))

    few, many = flood(300), flood(1_200)
    assert seconds(lambda: read(many)) < 14 * max(0.1, seconds(lambda: read(few)))
