"""Does spaCy load without its commands, and are they there for who asks?"""

import subprocess
import sys

import pytest


def answer(*lines: str) -> str:
    """What a fresh Python prints."""
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_parser_loads_without_what_the_commands_need() -> None:
    loaded = answer(
        "from tracker.extract.parse.pipeline import pipeline",
        "import sys",
        "pipeline()",
        "print(sorted({'spacy', 'spacy.cli', 'typer', 'weasel', 'httpx'} & set(sys.modules)))",
    )
    assert loaded == "['spacy']"


@pytest.mark.parametrize(
    "asked",
    [
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)",
        "from spacy.cli.info import info; print(info is sys.modules['spacy.cli'].info)",
        "import spacy.cli; print(callable(spacy.cli.download))",
    ],
)
def test_the_commands_are_there_for_who_asks(asked: str) -> None:
    assert answer("import tracker.extract.parse.pipeline, sys, spacy", asked) == "True"


def test_a_spacy_that_is_loaded_already_stays_as_it_is() -> None:
    lines = ["import spacy, sys", "held = sys.modules['spacy.cli']", "import tracker.extract.parse.pipeline"]
    assert answer(*lines, "print(sys.modules['spacy.cli'] is held)") == "True"
