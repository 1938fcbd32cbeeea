"""``tracker export`` from outside."""

from pathlib import Path

import pytest

from tests.review.run import fill
from tracker import cli


def test_one_incident_is_written_in_the_format_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, folder = str(fill(tmp_path / "run.db")), tmp_path / "out"
    asked = ["export", str(folder), "--format", "markdown", "--incident", "inc-march", "--store", store]
    assert cli.main(asked) == cli.DONE
    assert [path.name for path in folder.iterdir()] == ["inc-march.md"]
    assert capsys.readouterr().out.strip() == str(folder / "inc-march.md")
    assert cli.main([*asked[:-3], "inc-none", *asked[-2:]]) == cli.USAGE
    assert "no incident 'inc-none'" in capsys.readouterr().err
