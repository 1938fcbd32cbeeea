"""What a question of the bench answers: a number, set beside the bare parser's speed and beside the stored baseline.

Seconds are the processor's unless a question says otherwise, and every speed is also told as a ratio to the bare
parser's words a second in the same run, so that another machine, or a busy one, says nearly the same.
"""

import json
from dataclasses import dataclass
from pathlib import Path

BASELINE = Path(__file__).with_name("baseline.json")

# How far a number may lie from its baseline before it is pointed at: runs of one commit differ by about a tenth.
APART = 1.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One number: a speed (units a second, more is better) or a size (less is better).

    ``parser`` is the bare parser's words a second beside it, for a speed; nought for a size.
    """

    name: str
    value: float
    unit: str
    parser: float = 0.0

    @property
    def kept(self) -> float:
        """What the baseline keeps: a speed as its ratio to the bare parser, a size as it is."""
        return self.value / self.parser if self.parser else self.value


def speed(name: str, amount: float, unit: str, seconds: float, parser: float) -> Answer:
    """So much done in so many seconds of the processor."""
    return Answer(name=name, value=amount / max(seconds, 1e-9), unit=f"{unit}/s", parser=parser)


def told(answer: Answer, baseline: dict[str, float]) -> str:
    """A line on an answer."""
    beside = f"{answer.kept:9.3g} x the bare parser" if answer.parser else " " * 26
    before = baseline.get(answer.name)
    if not before:
        return f"{answer.name:34} {answer.value:12,.5g} {answer.unit:12} {beside}"
    ratio = answer.kept / before
    worse = 1 / ratio if answer.parser else ratio
    note = "  <- worse" if worse > APART else "  <- better" if worse < 1 / APART else ""
    return f"{answer.name:34} {answer.value:12,.5g} {answer.unit:12} {beside} {ratio:7.2f} x the baseline{note}"


def read_baseline(path: Path = BASELINE) -> dict[str, float]:
    """What was measured before, by the name of the answer; nothing where nothing was."""
    return dict(json.loads(path.read_text(encoding="utf-8"))["answers"]) if path.exists() else {}


def write_baseline(answers: list[Answer], machine: str, path: Path = BASELINE) -> None:
    """Keep what was measured, beside what was kept before; ``machine`` says where and how."""
    kept = read_baseline(path) | {answer.name: float(f"{answer.kept:.4g}") for answer in answers}
    content = {"machine": machine, "answers": dict(sorted(kept.items()))}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
