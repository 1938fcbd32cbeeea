"""Nouns in a Parquet file and back, typed: one file a table; needs pyarrow."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from tracker.errors import SettingsError
from tracker.tables import from_row, row

N = TypeVar("N")

# The types of a noun's fields, as Arrow names them; whatever else there is, is one readable cell.
_TYPES: dict[Any, str] = {int: "int64", float: "float64", float | None: "float64", bool: "bool_"}


def schema_of(kind: type) -> Any:
    """The Arrow schema of a noun's table, columns in contract order; Spark and others ask for one."""
    arrow = needed("pyarrow", "parquet")
    return arrow.schema([(each.name, getattr(arrow, _TYPES.get(each.type, "string"))()) for each in fields(kind)])


def write_nouns(nouns: Iterable[object], kind: type, path: Path) -> None:
    """Write nouns into a file, columns in contract order. Raises SettingsError where pyarrow is missing."""
    arrow, parquet = needed("pyarrow", "parquet"), needed("pyarrow.parquet", "parquet")
    schema = schema_of(kind)
    flat = [{key: _value(value) for key, value in row(noun).items()} for noun in nouns]
    parquet.write_table(arrow.Table.from_pylist(flat, schema=schema), path)


def read_nouns(path: Path, kind: type[N]) -> Iterator[N]:
    """The nouns of a file that ``write_nouns`` wrote, in their order."""
    parquet = needed("pyarrow.parquet", "parquet")
    return (from_row(flat, kind) for flat in parquet.read_table(path).to_pylist())


def needed(module: str, what: str) -> Any:
    """A module that only one format needs. Raises SettingsError with what to install."""
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise SettingsError(f"the format {what} needs {package}", f"Install it: pip install {package}") from error


def _value(value: object) -> object:
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
