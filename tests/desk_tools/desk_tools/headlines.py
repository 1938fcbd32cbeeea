"""An exporter of the desk's own."""

from pathlib import Path

from tracker.tables import Tables


def write_headlines(tables: Tables, folder: Path) -> list[Path]:
    """Writes the headlines of all articles into one file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "headlines.txt"
    path.write_text("".join(f"{article.title}\n" for article in tables.articles), encoding="utf-8")
    return [path]
