"""Is a message read under its subject, without the words of those it answers, and what is attached to it?"""

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.read.told import LEAD, NEXT, read, told, within
from tracker.model import Article


def send(path: Path, text: str = "", page: str = "", **headers: str) -> Path:
    message = EmailMessage()
    for name, value in {"From": "Ana Ruiz <ana@post.example>", "Subject": "Blast", **headers}.items():
        message[name] = value
    if text or not page:
        message.set_content(text)
    if page and text:
        message.add_alternative(page, subtype="html")
    elif page:
        message.set_content(page, subtype="html")
    path.write_bytes(message.as_bytes())
    return path


def test_a_press_release_with_a_statement_attached(samples: Path) -> None:
    [article, attached], unread = read(samples / "press.eml")
    assert (article.title, article.publisher) == (
        "Nine dead after blast on the north quay",
        "Port Selwyn Harbour Office",
    )
    assert (article.author, article.published) == ("Port Selwyn Harbour Office", "2024-04-16T18:30:00+01:00")
    assert [words for kind, words in told(article) if kind == "body"] == [
        "Nine dockers were killed on the north quay at 06:10 today, the harbour master said. “We know of no mine,” "
        "he added.",
        "Fourteen were injured, the hospital reported.",
    ]
    assert "We heard seven" in article.text
    assert attached.path == within(samples / "press.eml", "../statement.txt")
    assert attached.published == article.published
    assert not unread


@pytest.mark.parametrize("subject", ["Re: Blast", "Fwd: RE:  Blast", "Blast"])
def test_the_title_is_the_subject_itself(tmp_path: Path, subject: str) -> None:
    [article], _ = read(send(tmp_path / "a.eml", LEAD, Subject=subject))
    assert article.title == "Blast"


def test_a_message_that_is_a_page_is_read_like_one(tmp_path: Path) -> None:
    [article], _ = read(send(tmp_path / "a.eml", page=f"<p>{LEAD}</p><p>{NEXT}</p><p>Unsubscribe"))
    assert [words for kind, words in told(article) if kind == "body"] == [LEAD, NEXT]


def test_a_message_that_only_forwards_is_read(tmp_path: Path) -> None:
    [article], _ = read(send(tmp_path / "a.eml", f"> {LEAD}\n>\n> {NEXT}\n"))
    assert [kind for kind, _ in told(article) if kind != "dropped"] == ["body", "body"]


def test_an_answer_keeps_its_own_words_only(tmp_path: Path) -> None:
    text = f"{LEAD}\n\nOn Tue, 16 Apr 2024, Bo Lind\n<bo@post.example> wrote:\n\n> {NEXT}\n\n-- \nAna Ruiz\n"
    [article], _ = read(send(tmp_path / "a.eml", text))
    assert [words for kind, words in told(article) if kind != "dropped"] == [LEAD]


def test_a_forwarded_message_is_an_article_of_its_own(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Bo Lind <bo@post.example>", "What the union says"
    inner.set_content(NEXT)
    outer = EmailMessage()
    outer["From"], outer["Subject"], outer["Date"] = "ana@post.example", "Fwd", "Tue, 16 Apr 2024 18:30:00 +0100"
    outer.set_content(LEAD)
    outer.add_attachment(inner)
    (tmp_path / "a.eml").write_bytes(outer.as_bytes())
    articles, unread = read(tmp_path / "a.eml")
    assert [(each.title, each.publisher) for each in articles] == [
        ("Fwd", "post.example"),
        ("What the union says", "Bo Lind"),
    ]
    assert not unread


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: Blast\nFrom: a\n\n",
        b"From: a\nSubject: x\nContent-Type: multipart/mixed; boundary=B\n\nno parts",
        b"From: a\nSubject: x\nContent-Type: text/html\n\n<p></p>",
    ],
)
def test_a_message_without_words_is_listed(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(data)
    articles, [unread] = read(tmp_path / "a.eml")
    assert not articles
    assert unread.cure


@pytest.mark.parametrize(
    "head",
    [
        b"From: =?utf-8?q?=ff?= <a@b>\nSubject: =?x?b?!?=\nDate: never\n",
        b"From: \xff\xfe\nSubject: \x00\nDate: Tue, 99 Apr 2024\n",
        b"From: a@b\nSubject: x\nContent-Type: text/plain; charset=nonsense\n",
        b"From: a@b\nSubject: x\nContent-Transfer-Encoding: base64\n",
        b'From: a@b\nSubject: x\nContent-Type: text/plain; charset="utf-8\nContent-Disposition: ;;;\n',
    ],
)
def test_broken_headers_cost_no_article(tmp_path: Path, head: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(head + b"\n" + LEAD.encode())
    articles, unread = read(tmp_path / "a.eml")
    assert articles or unread
    assert all(isinstance(article, Article) for article in articles)
