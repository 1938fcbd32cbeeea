"""The examples of docs/engines.md run as they stand, where Spark or Ray is installed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import tracker
from tests.desk import write_desk

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")
EXAMPLES = dict(zip(("pyspark", "ray"), re.findall(r"^```python\n(.*?)^```$", TEXT, re.M | re.S), strict=True))


@pytest.mark.parametrize("package", EXAMPLES)
def test_frames_in_frames_out(package: str, tmp_path: Path) -> None:
    pytest.importorskip(package)
    articles = tracker.read(write_desk(tmp_path / "articles")).articles
    articles.to_parquet(tmp_path / "articles.parquet")
    (tmp_path / "example.py").write_text(EXAMPLES[package], encoding="utf-8")
    environ = os.environ | {"PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable}
    told = subprocess.run([sys.executable, "example.py"], cwd=tmp_path, env=environ, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr[-2000:]
    written = [pd.read_parquet(path) for path in sorted((tmp_path / "claims.parquet").glob("*.parquet"))]
    found = pd.concat(written).sort_values("claim_id").fillna("")
    expected = tracker.extract(articles).claims.sort_values("claim_id").fillna("")
    assert list(found.columns) == list(expected.columns)
    assert found.astype(str).values.tolist() == expected.astype(str).values.tolist()
