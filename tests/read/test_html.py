"""Is a page's article found, with its captions, and never lost in silence?"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read import html, read_articles
from tracker.read.files import open_file
from tracker.read.html import read_html

LEAD = "A blast on a quay in Port Selwyn killed nine dockers on Tuesday, the harbour master said."
NEXT = "The navy blamed a drifting mine, and the union an old crane that no engineer had looked at."
BODY = f"<p>{LEAD}</p><p>{NEXT}</p>"


def read(tmp_path: Path, source: str | bytes) -> tuple[Article, list[str]]:
    path = tmp_path / "a.html"
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    article, *notes = read_html(open_file(path))
    assert isinstance(article, Article)
    return article, [note.reason for note in notes if isinstance(note, Unread)]


def told(article: Article) -> list[tuple[str, str]]:
    return [(zone.kind, article.text[zone.start : zone.end]) for zone in article.zones]


def test_a_page_of_a_paper(samples: Path) -> None:
    [article] = read_html(open_file(samples / "page.html"))
    assert isinstance(article, Article)
    assert (article.title, article.publisher) == ("Harbour blast leaves nine dead", "The Selwyn Post")
    assert (article.author, article.published) == ("Ana Ruiz, Bo Lind", "2024-04-16T18:30:00+01:00")
    assert (article.url, article.language) == ("https://www.post.example/2024/04/16/harbour", "en-GB")
    kept = [zone for zone in told(article) if zone[0] not in ("dropped", "byline")]
    assert kept == [
        ("headline", "Harbour blast leaves nine dead"),
        ("body", LEAD),
        ("caption", "Divers search the water beside the ruined quay"),
        (
            "body",
            "The navy blamed a drifting mine. The port's union said the crane had been unsafe for months "
            "& nobody listened.",
        ),
        ("body", "What the union says"),
        (
            "body",
            "“At least nine of our people are gone,” said the union's chair, who had been on the quay all day.",
        ),
    ]
    assert not [words for words in ("newsletter", "Copyright", "Sport") if words in article.text]


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img><figcaption>Divers search the basin</figcaption></figure>",
        "<figure class=image><img><div class='image-caption'><p>Divers search the basin</p></div></figure>",
        "<div class='wp-caption'><img><p class='wp-caption-text'>Divers search the basin</p></div>",
        "<figure><figcaption>Divers search the basin <cite class='photo-credit'>Bo Lind</cite></figcaption></figure>",
        "<p>EPADivers search the basin[/caption]</p>",
    ],
)
def test_a_caption_is_kept_as_one(tmp_path: Path, caption: str) -> None:
    article, _ = read(tmp_path, f"<article><h1>Blast</h1><p>{LEAD}</p>{caption}<p>{NEXT}</p></article>")
    kept = [zone for zone in told(article) if zone[0] != "dropped"]
    assert kept == [
        ("headline", "Blast"),
        ("body", LEAD),
        ("caption", "Divers search the basin"),
        ("body", NEXT),
    ]


def test_a_headline_stands_first_once(tmp_path: Path) -> None:
    article, _ = read(tmp_path, f"<title>Blast kills nine - Daily</title><h1>Blast kills nine</h1>{BODY}")
    assert article.text == f"Blast kills nine\n\n{LEAD}\n\n{NEXT}"


def test_a_table_that_only_lays_out_the_page_leaves_no_bars(tmp_path: Path) -> None:
    article, _ = read(tmp_path, f"<h1>Blast</h1><table><tr><td>{BODY}</td></tr></table>")
    assert "|" not in article.text
    assert LEAD in article.text


def test_a_logo_is_no_headline(tmp_path: Path) -> None:
    head = "<meta property='og:title' content='Blast kills nine'>"
    article, _ = read(tmp_path, f"<head>{head}</head><h1>Selwyn Post</h1><article>{BODY}</article>")
    assert told(article)[0] == ("headline", "Blast kills nine")


def test_a_page_cut_short_gives_what_is_there(tmp_path: Path) -> None:
    article, _ = read(tmp_path, f"<html><body><article><h1>Blast</h1>{BODY}<p>The mayor sa")
    assert LEAD in article.text
    assert NEXT in article.text


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<div>" * 300 + BODY, id="300 deep, where libxml2 drops the text"),
        pytest.param("<div>" * 5000 + BODY, id="5000 deep"),
        pytest.param("<div " + " ".join(f"a{n}" for n in range(20_000)) + f">{BODY}", id="a flood of attributes"),
    ],
)
def test_a_hostile_page_is_read_all_the_same_and_owned_up_to(tmp_path: Path, source: str) -> None:
    article, notes = read(tmp_path, source)
    assert [words for _, words in told(article)] == [LEAD, NEXT]
    assert "all its paragraphs" in notes[0]


def test_a_page_of_more_tags_than_any_is_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_TAGS", 100)
    article, notes = read(tmp_path, "<p></p>" * 100 + BODY)
    assert [words for _, words in told(article)] == [LEAD, NEXT]
    assert "all its paragraphs" in notes[0]


def test_a_page_built_by_a_script_is_read_from_its_json_ld(tmp_path: Path) -> None:
    document = '{"@type": "NewsArticle", "headline": "Blast", "articleBody": "'
    document += f'{LEAD}\\n\\n{NEXT}"}}'
    article, _ = read(tmp_path, f"<script type='application/ld+json'>{document}</script><div id=root></div>")
    assert told(article) == [("headline", "Blast"), ("body", LEAD), ("body", NEXT)]


def test_a_page_without_words_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no paragraphs"):
        read(tmp_path, "<html><script>boot()</script><nav>Home</nav>")


def test_a_paragraph_that_is_only_a_link_is_another_article(tmp_path: Path) -> None:
    link = "<p><a href='/army'>Army denies any part in the blast on the quay</a></p>"
    own = f"<p><a href='/quay'>{LEAD}</a></p><h2><a href='#why'>Why it fell into the sea</a></h2>"
    article, _ = read(tmp_path, f"<article><h1>Blast</h1><p>{NEXT}</p>{link}{own}</article>")
    kept = [words for kind, words in told(article) if kind == "body"]
    assert kept[:2] == [NEXT, LEAD]
    assert not [words for words in kept if words.startswith("Army")]


SOUP = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class='caption'>",
                "</div>",
                "<h1>",
                "<figure>",
                "<figcaption>",
                "<span class=credit>",
                "<!--",
                "-->",
                "<![CDATA[",
                "<?xml",
                "<svg>",
                "<table><td>",
                "<script>",
                "</script>",
                "&#0;",
                "&#xD800;",
                "<time datetime='x'>",
                "<meta name=a content=b>",
                "<p hidden",
                LEAD,
                NEXT,
                "\x00",
                "\x0c",
                "⟦c⟧",
                "\ud83d",
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=25,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(SOUP)
def test_any_soup_of_tags_is_an_article_or_unreadable(tmp_path: Path, pieces: list[str]) -> None:
    path = tmp_path / "soup.html"
    path.write_bytes("".join(pieces).encode("utf-8", "replace") or b" ")
    for item in read_articles([path]):
        if isinstance(item, Article):
            assert all(words == words.strip() != "" for _, words in told(item))


def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    source = f"<meta charset=windows-1252><h1>Café blast</h1><p>“Nine” – {LEAD}</p><p>{NEXT}</p>"
    article, notes = read(tmp_path, source.encode("cp1252"))
    assert "Café blast" in article.text
    assert not notes
