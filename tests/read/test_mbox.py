"""Is each message of a mailbox read, one at a time?"""

from pathlib import Path

import pytest

from tests.read.told import LEAD, NEXT, read, within
from tracker.read import limits


def message(words: str, subject: str = "Blast") -> str:
    return (
        "From ana@post.example Tue Apr 16 18:30:00 2024\n"
        f"From: Ana Ruiz <ana@post.example>\nSubject: {subject}\nDate: Tue, 16 Apr 2024 18:30:00 +0100\n\n{words}\n\n"
    )


@pytest.mark.parametrize("name", ["a.mbox", "a.txt"])
def test_the_messages_are_read_in_their_order(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(message(LEAD) + message(f">From the quay nine were taken.\n\n{NEXT}", "Mine"))
    articles, unread = read(path)
    assert [article.path for article in articles] == [within(path, "1.eml"), within(path, "2.eml")]
    assert [article.title for article in articles] == ["Blast", "Mine"]
    assert articles[1].text.startswith("From the quay nine were taken.")
    assert not unread


def test_a_line_that_begins_like_a_message_is_none_inside_a_paragraph(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_text(message(f"{LEAD}\nFrom here nine left at 10:30 or later, he said."))
    [article], _ = read(tmp_path / "a.mbox")
    assert "From here nine left" in article.text


def test_a_message_that_cannot_be_read_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 3_000)
    (tmp_path / "a.mbox").write_text(message("") + message((LEAD + "\n") * 90) + message(NEXT))
    [article], unread = read(tmp_path / "a.mbox")
    assert article.text.strip() == NEXT
    assert [each.path for each in unread] == [within(tmp_path / "a.mbox", "1.eml"), f"{tmp_path / 'a.mbox'}#2"]


def test_a_file_without_a_message_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_text("\n\n")
    articles, [unread] = read(tmp_path / "a.mbox")
    assert not articles
    assert unread.reason == "it holds no article"
