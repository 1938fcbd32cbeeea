"""The folder a cluster's workers share with the run."""

from pathlib import Path

import pytest

from tracker.engine import shared_folder, use_cluster
from tracker.errors import SettingsError


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRACKER_PARTS", "")
    monkeypatch.setenv("TRACKER_SCHEDULER", "")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("engine", ["local", "pool"])
def test_engines_of_one_machine_need_none(engine: str, tmp_path: Path) -> None:
    use_cluster(parts=str(tmp_path))
    with shared_folder(engine) as folder:
        assert folder is None


def test_it_is_made_where_it_is_named_and_gone_afterwards(tmp_path: Path) -> None:
    use_cluster(parts=str(tmp_path))
    with shared_folder("dask") as folder:
        assert folder is not None
        assert folder.parent == tmp_path
        (folder / "part").mkdir()
    assert not list(tmp_path.iterdir())


def test_with_an_address_it_is_made_where_the_command_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_SCHEDULER", "tcp://10.0.0.1:8786")
    with shared_folder("dask") as folder:
        assert folder is not None
        assert folder.parent == tmp_path


def test_without_an_address_it_is_a_temporary_one(tmp_path: Path) -> None:
    with shared_folder("dask") as folder:
        assert folder is not None
        assert folder.parent != tmp_path


def test_another_packages_engine_has_one_where_it_is_named(tmp_path: Path) -> None:
    with shared_folder("steam") as folder:
        assert folder is None
    use_cluster(parts=str(tmp_path))
    with shared_folder("steam") as folder:
        assert folder is not None


def test_a_folder_that_is_not_there_is_named_with_the_cure(tmp_path: Path) -> None:
    use_cluster(parts=str(tmp_path / "missing"))
    with pytest.raises(SettingsError, match="Name another with --parts"), shared_folder("dask"):
        pass
