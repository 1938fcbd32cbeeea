"""Every table as a Parquet file, typed, for data frames and databases; needs pyarrow."""

from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any

from tracker.errors import SettingsError
from tracker.model import NOUNS
from tracker.tables import Tables, row

# The types of a noun's fields, as Arrow names them; whatever else there is, is one readable cell.
_TYPES: dict[Any, str] = {int: "int64", float: "float64", float | None: "float64", bool: "bool_"}


def write_parquet(tables: Tables, folder: Path) -> list[Path]:
    """One file a table in ``folder``, columns in contract order. Raises SettingsError where pyarrow is missing."""
    arrow, parquet = needed("pyarrow", "parquet"), needed("pyarrow.parquet", "parquet")
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, noun in NOUNS.items():
        schema = arrow.schema([(each.name, getattr(arrow, _TYPES.get(each.type, "string"))()) for each in fields(noun)])
        flat = [{key: _value(value) for key, value in row(each).items()} for each in getattr(tables, name)]
        paths.append(folder / f"{name}.parquet")
        parquet.write_table(arrow.Table.from_pylist(flat, schema=schema), paths[-1])
    return paths


def needed(module: str, extra: str) -> Any:
    """A module that only one format needs. Raises SettingsError with what to install."""
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise SettingsError(f"the format {extra} needs {package}", f"Install it: pip install {package}") from error


def _value(value: object) -> object:
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
