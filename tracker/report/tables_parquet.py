"""Every table as a Parquet file, typed, for data frames and databases; needs pyarrow."""

from pathlib import Path

from tracker.model import NOUNS
from tracker.tables import Tables
from tracker.tables.parquet import needed, write_nouns


def write_parquet(tables: Tables, folder: Path) -> list[Path]:
    """One file a table in ``folder``, columns in contract order. Raises SettingsError where pyarrow is missing."""
    needed("pyarrow", "parquet")
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.parquet" for name in NOUNS]
    for path, (name, noun) in zip(paths, NOUNS.items(), strict=True):
        write_nouns(getattr(tables, name), noun, path)
    return paths
