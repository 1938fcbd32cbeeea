"""Does the time of every pattern grow with the text, not with its square?"""

import json
import subprocess
import sys

import pytest

from tests.patterns import slow_texts


def test_no_text_slows_a_pattern_down() -> None:
    # In a process of its own: patterns are caught as they are compiled, and here most have been.
    ran = subprocess.run(
        [sys.executable, "-m", "tests.patterns"], capture_output=True, text=True, timeout=600, check=False
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found["tried"] > 200
    assert found["slow"] == []


@pytest.mark.parametrize("pattern", [r"\s+x", r"[A-Z.]+(?:,| -)", r"\d+%", r"(?:a|b)+$"])
def test_a_slow_pattern_is_told(pattern: str) -> None:
    assert next(slow_texts(pattern, 0, "tracker.some"), None) is not None


@pytest.mark.parametrize("pattern", [r"(?<!\s)\s+x", r"\d{1,9}%", r"a", r"\bof\b"])
def test_a_pattern_in_step_is_not(pattern: str) -> None:
    assert next(slow_texts(pattern, 0, "tracker.some"), None) is None
