"""The scorers, run as they are, and the numbers of theirs that have a floor."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

Scores = dict[str, float]


def score(script: Path, *arguments: object) -> str:
    """What a scorer prints. One that fails because it found faults has still printed its counts."""
    command = [sys.executable, str(script), *map(str, arguments)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if not told.stdout.strip():
        raise RuntimeError(f"{script.name} gave no scores: {told.stderr.strip()}")
    return told.stdout


def pick(printed: str, *paths: str) -> Scores:
    """The numbers at the given paths of a scorer's JSON: ``pairwise.f1``."""
    told = json.loads(printed)
    return {path: _at(told, path) for path in paths}


def pick_share(printed: str, path: str) -> Scores:
    """The share found where a scorer's JSON gives a pair at the path: how many were found, of how many."""
    pair = json.loads(printed)
    for key in path.split("/"):
        pair = pair[key]
    found, of = pair
    return {path: found / of if of else 0.0}


def shares(printed: str) -> Scores:
    """The counts a run on one article ends with ("figures 17/18") as numbers found; beyond the gold counts down."""
    last = printed.strip().splitlines()[-1]
    found = {name.strip().replace(" ", "_"): float(n) for name, n in re.findall(r"([a-z][a-z_ ]*?)\s(\d+)/\d+", last)}
    return {name: 0 - n if "beyond" in name else n for name, n in found.items()}


def _at(told: Any, path: str) -> float:
    for key in path.split("/"):
        told = told[key]
    return float(told or 0)
