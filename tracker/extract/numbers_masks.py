"""What looks like a number and is none: dates, years, clock times, addresses, phone numbers, names, scores, ordinals.

Each is one pattern with its reason; ``masked`` joins the stretches they cover. Patterns run in linear time: no
quantifier stands inside another unless it is bounded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tracker.extract.spotting import behind_digits, needed, spelled
from tracker.lexicon import read_lexicon, words


def masked(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text whose digits are no quantities, merged and in order."""
    if _DIGIT.search(text) is None:
        return tuple(_spelled(text))
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*_matches(text), *_years(text), *_scores(text), *_spelled(text)]):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _matches(text: str) -> Iterator[tuple[int, int]]:
    spoken, marks = spelled(text), behind_digits(text)
    for shape in _shapes():
        if shape.words.isdisjoint(spoken) and shape.marks.isdisjoint(marks) and not any(map(text.count, shape.parts)):
            continue
        for match in shape.pattern.finditer(text):
            yield match.span()


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern of what is no quantity, and what a text must hold for it to be found: one of these at least.

    ``words`` are spelled in it, ``marks`` follow a digit of it, ``parts`` stand in it somewhere.
    """

    pattern: re.Pattern[str]
    words: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()


@cache
def _shapes() -> tuple[Shape, ...]:
    """Each shape that is no quantity, whatever stands around it."""
    near = read_lexicon("numbers")["neighbours"]
    month = rf"(?:{'|'.join(near['months'])})\b\.?"
    name = "|".join(re.escape(head) for head in sorted(near["names"], key=len, reverse=True))
    street = "|".join(near["streets"])
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    zones = ("GMT", "BST", "CET", "EST", "EDT", "PST", "PDT", "UTC", "MSK")
    clock = rf"(?:[ap]\.?\s?m\b\.?|(?:noon|midnight|{'|'.join(zones)}|o['’]clock)\b)"
    hours = frozenset({"m", "am", "pm", *map(str.lower, zones), "noon", "midnight", "clock"})
    months, streets = needed(near["months"]), needed(near["streets"])
    # addresses of the web and of mail
    web = _shape(r"(?<!\S)\S*(?:://|www\.|@)\S*", parts=("://", "www.", "@"))
    return (
        web,
        # Dec. 29; March 3-5, 2022
        _shape(
            rf"\b{month} {day}(?:\s?[-–]\s?{day}| and {day})?(?![\d,]{{0,12}}\d)(?:,? ?\d{{4}}\b)?",
            months,
        ),
        _shape(rf"\b{day}(?:\s?[-–]\s?{day})?(?: of)? {month}(?:,? \d{{4}}\b)?", months),  # 29 December 2023
        _shape(rf"\b{month},? (?:of )?(?:19|20)\d\d\b", months),  # December 2023
        _shape(r"\b\d{4}-\d{2}-\d{2}\S*", marks="-"),
        _shape(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{1,2}[.-]\d{1,2}[.-]\d{4}\b|\b9/11\b", marks="/.-"),
        _shape(rf"\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\.\d+)?(?:\s?{clock})?", marks=":"),
        _shape(
            rf"\b\d{{1,2}}(?:\.\d{{2}})?\s?(?:[-–]|to|and)?\s?(?:\d{{1,2}}(?:\.\d{{2}})?\s?)?{clock}",
            hours,
        ),
        _shape(
            r"\b\d{4} (?:hours\b(?= local| on)|hrs\b|local time|GMT|UTC)",
            frozenset({"hours", "hrs", "local", "gmt", "utc"}),
        ),
        _shape(r"(?:\+\d{1,3}[ -])?\(?\b\d{3}\)?[-. ]\d{3}[-.]\d{4}\b|\b\d{3}-\d{4}\b", marks="-."),
        _shape(r"\b\d+(?:st|nd|rd|th)\b|\b\d+['’]?s\b", marks="snrt'’"),
        _shape(r"\b(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)\b", marks="-–/"),  # the 2018-19 season
        _shape(r"\b\d+(?:-\d+){2,}\b", marks="-"),
        _shape(rf"\b(?:{name})\b\.? #?\d+(?: of \d+|(?:[-.]\d+)*)(?![-.]\d)(?![\d,]{{0,12}}\d)", needed(near["names"])),
        _shape(
            rf"\b\d+(?:-\d+)? (?:[NSEW]\.? )?(?:[A-Z][\w'’.-]{{0,24}} ){{1,3}}(?:{street})\b",
            streets,
        ),
        _shape(rf"\b\d+ (?:[NSEW]\.? )?\d+(?:st|nd|rd|th) (?:{street})\b", streets),
        _shape(r"\b\d+ block of\b", frozenset({"block"})),
        _shape(r"(?i:\bcovid)[ -]*19\b", frozenset({"covid"})),
        _shape(r"[#№]\s?\d+|\b\d+ / \d+\b", parts=("#", "№", " / ")),
        _shape(r"(?<=\bzip code )\d+|(?<=\bZIP code )\d+|\b\d{5}(?= (?:ZIP|zip)\b)", frozenset({"zip"})),
        _shape(r"\b\d+x\d+\b|\b\d+[A-Z]\d+\b|\b\d\.\d\.\d+\b", marks="x.ABCDEFGHIJKLMNOPQRSTUVWXYZ"),  # 4x4
        # American ZIP code after the state
        _shape(r"(?<=\b[A-Z]{2} )\d{5}(?:-\d{4})?\b(?! [a-z])"),
        _shape(r"24/7|50[-/]50", marks="/-"),
    )


def _shape(
    pattern: str, spoken: frozenset[str] = frozenset(), *, marks: str = "", parts: tuple[str, ...] = ()
) -> Shape:
    """A shape; one that names nothing a text must hold is looked for in every text."""
    always = ("",) if not (spoken or marks or parts) else ()
    return Shape(re.compile(pattern), spoken, frozenset(marks), parts or always)


_DIGIT = re.compile(r"\d")

_BARE_YEAR = re.compile(
    r"(?<![\w.,$£€¥-])(?:1[5-9]|20|21)\d\d(?![\w%]|,\d|\.\d|[-–](?!\s)|\s?(?:[kmb]n?\b|per ?cent|million|billion))"
)


def _years(text: str) -> Iterator[tuple[int, int]]:
    """Four bare digits are a year unless a counted noun follows and nothing before them says "in", "since", "by"."""
    for match in _BARE_YEAR.finditer(text):
        if _is_year(
            match.group(), text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 30]
        ):
            yield match.span()


def _is_year(year: str, before: str, after: str) -> bool:
    previous = re.findall(r"[A-Za-z]+", before)[-1:] or [""]
    following = re.match(r" ([a-z]+)", after)
    if (
        re.search(r"(?:than|least|about|around|some|nearly|almost|over|approximately|roughly|to|another) $", before)
        and following
    ):
        return False
    if previous[0].lower() in words("numbers", "neighbours", "before_year"):
        return True
    if not "1900" <= year < "2100" or re.match(r"\s[-–]\s\d", after):
        return False
    if not following:
        return True
    word = following.group(1)
    counted = word.endswith("s") or word in {"people", "men", "women", "children", "troops", "homes"}
    return not counted or word in words("numbers", "neighbours", "not_counted")


_PAIR = re.compile(r"(?<![\w.,-])(\d{1,3})[-–](\d{1,3})(?![\w.,]{0,12}\d|[-–%]|\w)")


def _scores(text: str) -> Iterator[tuple[int, int]]:
    """ "3-1" is a score where the first is not the smaller, or a word of contest stands beside it."""
    for match in _PAIR.finditer(text):
        before = re.findall(r"[A-Za-z]+", text[max(0, match.start() - 20) : match.start()])[-1:]
        after = re.match(r"\s+([A-Za-z]+)", text[match.end() : match.end() + 20])
        contest = bool(before) and before[0].lower() in words("numbers", "neighbours", "before_score")
        contest = contest or bool(after and after.group(1).lower() in words("numbers", "neighbours", "after_score"))
        if contest or int(match.group(1)) >= int(match.group(2)):
            yield match.span()


_ONE = re.compile(r"(?:\b([A-Za-z]+) )?\b([Oo]ne)\b(?: ([a-z]+)|(['’]s)\b)?")


def _spelled(text: str) -> Iterator[tuple[int, int]]:
    """The "one" of "no one", "that one was", "one another", "one day" counts nothing."""
    if "one" not in spelled(text):
        return
    for match in _ONE.finditer(text):
        before, after = (match.group(1) or "").lower(), match.group(3) or match.group(4) or ""
        pronoun = before in words("numbers", "neighbours", "before_one")
        pronoun = pronoun or (
            before in _pointing() and (not after or after in words("numbers", "neighbours", "after_pronoun"))
        )
        if pronoun or after in words("numbers", "neighbours", "after_one"):
            yield match.span(2)


def _pointing() -> frozenset[str]:
    return words("numbers", "neighbours", "pointing")
