"""Is a change seen once, when it is whole, and is nothing else taken for one?"""

from pathlib import Path

import pytest

from tracker.read.lookout import PATIENCE, Lookout, look


def test_files_are_seen_wherever_they_lie_but_hidden_ones_and_ours_are_not(tmp_path: Path) -> None:
    for name in ("a.txt", "inner/b.txt", ".hidden", ".git/c.txt", "report.html"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("words", encoding="utf-8")
    seen = look([tmp_path], leave_out=[tmp_path / "report.html"])
    assert sorted(Path(name).name for name in seen) == ["a.txt", "b.txt"]
    assert list(look([tmp_path / "a.txt", tmp_path / "gone.txt"])) == [str(tmp_path / "a.txt")]
    assert look([]) == {}


def test_what_was_changed_is_seen_and_what_was_only_looked_at_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("words", encoding="utf-8")
    before = look([tmp_path])
    assert look([tmp_path]) == before
    file.write_text("words and more", encoding="utf-8")
    assert look([tmp_path]) != before


def test_a_change_is_due_once_it_has_come_to_rest() -> None:
    lookout = Lookout()
    assert [lookout.is_due({"a": (1, 1)}, now) for now in (0, 1)] == [False, True]
    assert lookout.has_read({"a": (1, 1)}) == 1
    assert not lookout.is_due({"a": (1, 1)}, 2)
    grows = [lookout.is_due({"a": (1, 1), "b": (size, size)}, now) for now, size in ((3, 10), (4, 20), (5, 20))]
    assert grows == [False, False, True]
    assert lookout.has_read({"a": (1, 1), "b": (20, 20)}) == 1


def test_a_folder_that_is_empty_is_read_once() -> None:
    lookout = Lookout()
    assert lookout.is_due({}, 0)
    lookout.has_read({})
    assert not lookout.is_due({}, 1)


def test_a_file_that_goes_is_a_change_too() -> None:
    lookout = Lookout(read={"a": (1, 1)}, last={"a": (1, 1)})
    assert [lookout.is_due({}, now) for now in (0, 1)] == [False, True]


@pytest.mark.parametrize(("seconds", "due"), [(PATIENCE - 1, False), (PATIENCE + 1, True)])
def test_what_never_comes_to_rest_is_read_after_a_while(seconds: float, due: bool) -> None:
    lookout = Lookout()
    assert not lookout.is_due({"a": (1, 1)}, 0)
    assert lookout.is_due({"a": (2, 2)}, seconds) is due
