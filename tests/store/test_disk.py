"""A disk that is full, a file or a folder that may not be written: a clear word, exit code 3, and no damage."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from tests.desk import write_desk
from tests.factory import article
from tracker.errors import StoreError
from tracker.store import Change, Store
from tracker.store.checkup import examine
from tracker.store.transfer import copy_store

OLD = article("What was there before.")
LARGE = [article("word " * 2_000 + str(number)) for number in range(400)]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a user without rights can reach, who is the one to ask: root may write anywhere."""
    made = Path(tempfile.mkdtemp(prefix="tracker-store-"))
    made.chmod(0o755)
    if os.geteuid() == 0:
        os.chown(made, 65534, 65534)
        os.seteuid(65534)
    yield made
    os.seteuid(os.getuid())
    made.chmod(0o755)
    shutil.rmtree(made)


def keep_old(place: Path) -> None:
    with Store(place) as store:
        store.save("articles", [OLD])


def test_a_file_that_may_not_be_written_can_be_read_and_is_told(folder: Path) -> None:
    file = folder / "report.db"
    keep_old(file)
    file.chmod(0o444)
    before = file.read_bytes()
    with Store(file) as store:
        assert store.load("articles") == (OLD,)
        with pytest.raises(StoreError, match=r"report.db.*You may not write there.*--store.*as it was"):
            store.save("articles", [])
    assert file.read_bytes() == before


def test_a_folder_that_may_not_be_written_is_told(folder: Path) -> None:
    """The log beside a store that others may read meanwhile is a file too."""
    file = folder / "report.db"
    keep_old(file)
    folder.chmod(0o555)
    before = file.read_bytes()
    with Store(file) as store:
        assert store.load("articles") == (OLD,)
        with pytest.raises(StoreError, match=r"report.db.*--store"):
            store.update({"articles": Change(gone=[OLD.article_id])})
    with pytest.raises(StoreError, match=r"new.db.*may you write"), Store(folder / "new.db") as store:
        store.save("articles", [OLD])
    assert file.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["report.db"]


@pytest.fixture
def full(file: Path) -> Iterator[Path]:
    """A file that cannot grow: SQLite is told that there is no more room."""
    keep_old(file)

    def limit(connection: object, record: object) -> None:
        connection.execute("PRAGMA max_page_count=200")  # type: ignore[attr-defined]

    event.listen(Engine, "connect", limit)
    yield file
    event.remove(Engine, "connect", limit)


def test_a_full_disk_is_told_and_what_was_there_stays(full: Path) -> None:
    with Store(full) as store:
        with pytest.raises(StoreError, match=r"report.db.*no room on the disk.*--store.*as it was"):
            store.update({"articles": Change(come=LARGE)})
        assert store.load("articles") == (OLD,)
        store.update({"articles": Change(come=LARGE[:1])})
    assert examine(str(full)).is_well


def test_a_backup_onto_a_full_disk_leaves_nothing(file: Path, tmp_path: Path) -> None:
    with Store(file) as store:
        store.save("articles", LARGE)

    def limit(connection: object, record: object) -> None:
        connection.execute("PRAGMA max_page_count=200")  # type: ignore[attr-defined]

    event.listen(Engine, "connect", limit)
    try:
        with pytest.raises(StoreError, match="no room"):
            copy_store(str(file), str(tmp_path / "backup.db"))
    finally:
        event.remove(Engine, "connect", limit)
    assert [path.name for path in tmp_path.iterdir()] == ["report.db"]


def _no_large_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def test_a_drive_that_takes_no_more_ends_the_command_with_three(tmp_path: Path) -> None:
    """No stand-in here: the system itself refuses to let any file grow."""
    articles = write_desk(tmp_path / "articles")
    place = tmp_path / "report.db"
    read = [sys.executable, "-m", "tracker", "read", "--store", str(place), "--quiet"]
    subprocess.run([*read, *map(str, articles[:1])], check=True)
    with Store(place) as store:
        before = store.load("articles")
    articles[1].write_text(articles[1].read_text(encoding="utf-8") + "word " * 60_000, encoding="utf-8")
    done = subprocess.run(
        [*read, *map(str, articles)], capture_output=True, text=True, check=False, preexec_fn=_no_large_files
    )
    assert done.returncode == 3, done.stderr
    assert "report.db cannot be used" in done.stderr
    assert "What was there before is as it was" in done.stderr
    assert "Traceback" not in done.stderr
    with Store(place) as store:
        assert store.load("articles") == before
    assert examine(str(place)).is_well
