"""What looks like a number and is none: dates, years, clock times, addresses, phone numbers, names, scores, ordinals.

Each is one pattern with its reason; ``masked`` joins the stretches they cover. Patterns run in linear time: no
quantifier stands inside another unless it is bounded.
"""

import re
from collections.abc import Iterator
from functools import cache

from tracker.lexicon import read_lexicon, words


def masked(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text whose digits are no quantities, merged and in order."""
    if not any(character.isdigit() for character in text):
        return tuple(_spelled(text))
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*_matches(text), *_years(text), *_scores(text), *_spelled(text)]):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _matches(text: str) -> Iterator[tuple[int, int]]:
    web = any(mark in text for mark in ("://", "www.", "@"))
    for number, pattern in enumerate(_patterns()):
        if number == 0 and not web:
            continue
        for match in pattern.finditer(text):
            yield match.span()


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Each shape that is no quantity, whatever stands around it."""
    near = read_lexicon("numbers")["neighbours"]
    month = rf"(?:{'|'.join(near['months'])})\b\.?"
    name = "|".join(re.escape(head) for head in sorted(near["names"], key=len, reverse=True))
    street = "|".join(near["streets"])
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    clock = r"(?:[ap]\.?\s?m\b\.?|noon|midnight|GMT|BST|CET|EST|EDT|PST|PDT|UTC|MSK|o['’]clock)"
    return tuple(
        re.compile(pattern)
        for pattern in (
            r"(?<!\S)\S*(?:://|www\.|@)\S*",  # addresses of the web and of mail
            # Dec. 29; March 3-5, 2022
            rf"\b{month} {day}(?:\s?[-–]\s?{day}| and {day})?(?![\d,]{{0,12}}\d)(?:,? ?\d{{4}}\b)?",
            rf"\b{day}(?:\s?[-–]\s?{day})?(?: of)? {month}(?:,? \d{{4}}\b)?",  # 29 December 2023
            rf"\b{month},? (?:of )?(?:19|20)\d\d\b",  # December 2023
            r"\b\d{4}-\d{2}-\d{2}\S*",
            r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{1,2}[.-]\d{1,2}[.-]\d{4}\b|\b9/11\b",
            rf"\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\.\d+)?(?:\s?{clock})?",
            rf"\b\d{{1,2}}(?:\.\d{{2}})?\s?(?:[-–]|to|and)?\s?(?:\d{{1,2}}(?:\.\d{{2}})?\s?)?{clock}",
            r"\b\d{4} (?:hours\b(?= local| on)|hrs\b|local time|GMT|UTC)",
            r"(?:\+\d{1,3}[ -])?\(?\b\d{3}\)?[-. ]\d{3}[-.]\d{4}\b|\b\d{3}-\d{4}\b",
            r"\b\d+(?:st|nd|rd|th)\b|\b\d+['’]?s\b",
            r"\b(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)\b",  # the 2018-19 season
            r"\b\d+(?:-\d+){2,}\b",
            rf"\b(?:{name})\b\.? #?\d+(?: of \d+|(?:[-.]\d+)*)(?![-.]\d)(?![\d,]{{0,12}}\d)",
            rf"\b\d+(?:-\d+)? (?:[NSEW]\.? )?(?:[A-Z][\w'’.-]{{0,24}} ){{1,3}}(?:{street})\b",
            rf"\b\d+ (?:[NSEW]\.? )?\d+(?:st|nd|rd|th) (?:{street})\b",
            r"\b\d+ block of\b",
            r"(?i:\bcovid)[ -]*19\b",
            r"[#№]\s?\d+|\b\d+ / \d+\b",
            r"(?<=\bzip code )\d+|(?<=\bZIP code )\d+|\b\d{5}(?= (?:ZIP|zip)\b)",
            r"\b\d+x\d+\b|\b\d+[A-Z]\d+\b|\b\d\.\d\.\d+\b",  # 4x4, version numbers
            r"(?<=\b[A-Z]{2} )\d{5}(?:-\d{4})?\b(?! [a-z])",  # American ZIP code after the state
            r"24/7|50[-/]50",
        )
    )


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
