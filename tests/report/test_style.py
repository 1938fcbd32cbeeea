"""What the style sheet promises: contrast that can be read in both themes (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from itertools import product
from pathlib import Path

import pytest

STYLE = (Path(__file__).parents[2] / "templates" / "static" / "report.css").read_text(encoding="utf-8")


def theme(name: str) -> dict[str, str]:
    """The colours of a theme: the last of the light, dark and print blocks that gives one wins."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    colours: dict[str, str] = {}
    for block in blocks[: 1 + ("light", "dark", "print").index(name)] if name != "print" else (blocks[0], blocks[2]):
        colours |= dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6})", block))
    return colours


def luminance(colour: str) -> float:
    """WCAG's relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [("ink", "mark"), *product(["ink", "quiet", "link", "alarm"], ["paper", "card", "claim"])],
)
def test_text_can_be_read_on_every_ground(name: str, ground: str, ink: str) -> None:
    assert contrast(theme(name)[ink], theme(name)[ground]) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark", "print"])
@pytest.mark.parametrize("line", ["firm", "claim-line", "mark-line", "alarm"])
def test_lines_that_mean_something_stand_out(name: str, line: str) -> None:
    assert contrast(theme(name)[line], theme(name)["paper"]) >= 3


def test_every_colour_that_is_used_is_defined() -> None:
    assert set(re.findall(r"var\(--([a-z-]+)\)", STYLE)) <= set(re.findall(r"--([a-z-]+):", STYLE))


def test_the_sheet_cannot_end_its_element() -> None:
    assert "</" not in STYLE
