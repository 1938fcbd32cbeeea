"""Nouns in a Parquet file read back as they were, whatever they hold."""

import sys
from pathlib import Path

import pytest

from tests.factory import account, article, claim, killed
from tracker.errors import SettingsError
from tracker.model import INF, Account, Article, Claim, Figure, Span
from tracker.tables.parquet import read_nouns, write_nouns

pytest.importorskip("pyarrow")

SAID = claim(via=("Radio Anser", "a navy spokesman"), names=("Port Selwyn",), fragments=(Span(start=0, end=4),))


@pytest.mark.parametrize(
    ("kind", "nouns"),
    [
        (Article, [article("One line.\n\nAnd “another”. 🙂", publisher="The Courier"), article("")]),
        (Claim, [SAID, claim("nothing else is known")]),
        (Figure, [killed(20, INF, of=SAID), killed(3, of=SAID, of_total=7.5)]),
        (Account, [account("happened", "yes", of=SAID), account("cause", "fire", of=SAID, denied=True)]),
        (Claim, []),
    ],
)
def test_what_is_written_reads_back_in_its_order(kind: type, nouns: list[object], tmp_path: Path) -> None:
    write_nouns(nouns, kind, tmp_path / "part.parquet")
    assert list(read_nouns(tmp_path / "part.parquet", kind)) == nouns


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SettingsError, match="pip install pyarrow"):
        write_nouns([], Claim, tmp_path / "part.parquet")
