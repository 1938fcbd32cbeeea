"""A small press of short articles, invented, that makes work of everything a run has to bring up to date.

Offices whose holders other articles tell, reprints, two happenings in one town, numbers that conflict, and pages of
a site that carry one sentence along for months.
"""

from functools import cache
from pathlib import Path

from tracker.extract import Extraction, extract_article
from tracker.model import Article

AGENCY = (
    "Nine dock workers were killed on Tuesday when a crane fell on a warehouse in Maribel, the fire service said. "
    "Rescue crews with dogs searched the ruins until nightfall, and the port closed its northern basin to all ships. "
    "The governor of Maribel said 11 workers were killed and that the crane had passed its inspection in the autumn."
)
FOOTER = "Write to our newsroom if you have seen an error on this page."

PAGES: dict[str, tuple[str, str, str, str]] = {
    "a": ("Harbour Gazette", "2024-03-06", "Crane kills nine in Maribel", AGENCY),
    "b": ("Evening Post", "2024-03-07", "Crane falls in Maribel", f"{AGENCY} The Post could not reach the owner."),
    "c": (
        "Daily Ledger",
        "2024-03-06",
        "Maribel crane: twelve dead",
        "Twelve dock workers were killed when a crane fell in Maribel on Tuesday, the dockers' union said. "
        "Ann Roe, the governor of Maribel, said 11 people were killed.",
    ),
    "d": (
        "Radio Anser",
        "2024-03-08",
        "Roe on the crane",
        "The governor of Maribel said on Friday that 11 people were killed when a crane fell in Maribel on Tuesday. "
        "Roe said two more were missing.",
    ),
    "e": (
        "Northern Mail",
        "2024-06-02",
        "Ferry sinks off Ostrow",
        f"A ferry sank off Ostrow on Saturday and 30 people were rescued, the coast guard said.\n{FOOTER}",
    ),
    "f": (
        "Northern Mail",
        "2024-07-15",
        "Fire in Tamsin",
        f"Four people were injured in a fire in Tamsin on Sunday, police said.\n{FOOTER}",
    ),
    "g": (
        "Northern Mail",
        "2024-09-01",
        "Ferry company charged",
        "Prosecutors charged the owner of the ferry that sank off Ostrow on 1 June. Thirty-four people were rescued, "
        f"the company said.\n{FOOTER}",
    ),
    "h": (
        "Daily Ledger",
        "2024-06-02",
        "Ostrow ferry: 26 rescued",
        "Twenty-six people were rescued when a ferry sank off Ostrow on Saturday, the company said. In March a crane "
        "killed nine workers in Maribel.",
    ),
    "i": (
        "Evening Post",
        "2024-03-09",
        "Governor of Maribel steps down",
        "Carl Dray, the governor of Maribel, said on Saturday that he would step down. "
        "Dray said 12 people were killed when the crane fell on Tuesday.",
    ),
    "j": (
        "Radio Anser",
        "2024-07-15",
        "Tamsin fire",
        "Seven people were injured in Sunday's fire in Tamsin, the hospital said. Police said nobody was injured.",
    ),
}


def write_press(folder: Path, names: str = "".join(PAGES)) -> list[Path]:
    """Some of the articles as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        publisher, published, title, text = PAGES[name]
        write_page(folder / f"{name}.txt", publisher=publisher, published=published, title=title, text=text)
    return [folder / f"{name}.txt" for name in names]


def write_page(path: Path, *, text: str, **head: str) -> Path:
    """One article as a file."""
    lines = "".join(f"{key}: {value}\n" for key, value in head.items())
    path.write_text(f"---\n{lines}---\n{text}\n", encoding="utf-8")
    return path


@cache
def said_in(article: Article) -> Extraction:
    """What an article says: each is parsed once a session."""
    return extract_article(article)
