"""Are the files found, in order, and is each refusal explained?"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.errors import UnreadableError
from tracker.model import Unread
from tracker.read.files import find_files, open_file


def test_a_folder_is_read_sorted_with_its_folders_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt", "sub/.e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words", "utf-8")
    assert list(find_files([tmp_path])) == [tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "sub" / "c.txt"]


def test_files_named_keep_their_order_and_their_relative_paths() -> None:
    assert list(find_files([Path("b.txt"), Path("a.txt")])) == [Path("b.txt"), Path("a.txt")]


def test_an_empty_folder_is_reported(tmp_path: Path) -> None:
    [found] = find_files([tmp_path])
    assert isinstance(found, Unread)
    assert "no files" in found.reason


def test_links_are_followed_inside_a_folder_and_not_out_of_it(tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    (elsewhere / "secret.txt").write_text("words", "utf-8")
    (home / "a.txt").write_text("words", "utf-8")
    (home / "b.txt").symlink_to(home / "a.txt")
    (home / "c.txt").symlink_to(elsewhere / "secret.txt")
    (home / "d").symlink_to(elsewhere)
    found = list(find_files([home]))
    assert [item for item in found if isinstance(item, Path)] == [home / "a.txt", home / "b.txt"]
    refused = {item.path: item.reason for item in found if isinstance(item, Unread)}
    assert set(refused) == {str(home / "c.txt"), str(home / "d")}
    assert all("link" in reason for reason in refused.values())


def test_a_missing_file_an_empty_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    for name, reason in (("none.txt", "no such file"), ("empty.txt", "empty"), (".", "not a file")):
        with pytest.raises(UnreadableError, match=reason):
            open_file(tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words", "utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="permission denied"):
        open_file(path)


def test_a_refusal_by_the_system_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("words", "utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="permission denied"):
        open_file(path).read()


def test_addresses_and_the_dash_stay_as_they_are() -> None:
    given = ["https://post.example/a//b/?c=1", "-", Path("-"), "HTTP://post.example"]
    assert list(find_files(given)) == ["https://post.example/a//b/?c=1", "-", "-", "HTTP://post.example"]


def test_what_a_browser_saved_beside_a_page_is_no_article(tmp_path: Path) -> None:
    for name in ("a.html", "a_files/ad.html", "b_files/c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words", "utf-8")
    assert list(find_files([tmp_path])) == [tmp_path / "a.html", tmp_path / "b_files" / "c.html"]


def test_what_is_piped_in_is_read_by_what_it_looks_like(tmp_path: Path) -> None:
    words = "A blast on a quay in Port Selwyn killed nine dockers on Tuesday, the harbour master said."
    script = (
        "from tracker.read import read_articles; [each] = read_articles(['-']); print(each.path, each.text, sep='|')"
    )
    for data in (words, f"<html><body><p>{words}</p><p>{words} It was dark.</p></body></html>"):
        done = subprocess.run([sys.executable, "-c", script], input=data, text=True, capture_output=True, check=True)
        assert done.stdout.startswith(f"stdin|{words}")
