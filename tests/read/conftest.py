"""Sample files, written for these tests."""

from pathlib import Path

import pytest


@pytest.fixture
def samples() -> Path:
    return Path(__file__).parent / "samples"
