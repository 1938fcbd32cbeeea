"""Units: what makes of a number a sum of money, a distance, a share or an age; listed in ``lexicon/en/units.toml``."""

import re
from dataclasses import dataclass
from functools import cache

from tracker.lexicon import read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit as printed beside a number: its name, its kind, and the factor to the kind's base unit."""

    name: str = ""
    kind: str = ""
    factor: float = 1.0
    start: int = -1
    end: int = -1
    rate: str = ""


NONE = Unit()


def unit_after(text: str, end: int) -> Unit:
    """The unit that follows a number: "25 miles", "18-hour", "64GB", "19 per cent", with its rate ("an hour")."""
    match = _forms().match(text, end)
    if match is None:
        return NONE
    printed = match.group("form")
    name = _names().get(printed) or _names()[_folded()[printed.replace("-", " ").lower()]]
    if _exact(printed) and len(printed) == 1 and match.group("gap") == "-":
        return NONE
    entry = read_lexicon("units")["units"][name]
    rate = rate_after(text, match.end())
    return Unit(
        name=name,
        kind=entry["kind"],
        factor=float(entry.get("factor", 1)),
        start=match.start("form"),
        end=match.end(),
        rate=rate,
    )


@cache
def _folded() -> dict[str, str]:
    """The lower case of every form, hyphens as spaces, and the form itself."""
    return {form.replace("-", " ").lower(): form for form in _names()}


def currency_before(text: str, start: int) -> Unit:
    """The currency sign or code that stands right before a number: "$84", "US$ 2.24", "RM120,000"."""
    window = text[max(0, start - 6) : start]
    if window.rstrip()[-1:] not in _last_of_signs():
        return NONE
    for sign in _currencies():
        for printed in (sign, sign + " ", sign.replace("$", " $")):
            if window.endswith(printed) and not (sign[0].isalpha() and window[: -len(printed)][-1:].isalnum()):
                name = read_lexicon("units")["currencies"][sign]
                return Unit(name=name, kind="money", start=start - len(printed), end=start)
    return NONE


def rate_after(text: str, end: int) -> str:
    """What a quantity is counted by: "per day" of "3,000 tests per day", "hour" of "22 miles an hour"."""
    match = _rates().match(text, end)
    if match is None:
        return ""
    word = str(next(filter(None, match.groups()))).lower()
    return read_lexicon("units")["rates"]["names"].get(word, word)  # type: ignore[no-any-return]


def is_age(text: str, start: int, end: int) -> bool:
    """Is a bare number an age? "aged 24", "ages 13", "Smith, 41,", "Smith (41)", "only seven when she"."""
    if _AGED.search(text[max(0, start - 16) : start]):
        return True
    if _WHEN_YOUNG.match(text, end) and _WAS.search(text[max(0, start - 12) : start]):
        return True  # "she was only seven when she was killed"
    before, after = text[max(0, start - 40) : start], text[end : end + 14]
    if _EACH.search(before) and after[:1] in {",", ".", ")"}:
        return True  # "the women, both 22, were taken to hospital"
    comma = (_NAME_COMMA.search(before) and _AFTER_AGE.match(after)) or (
        _MANY_COMMA.search(before) and _AFTER_ONE_OF_MANY.match(after)
    )
    bracket = _NAME_BRACKET.search(before) and after.startswith((")", ","))
    return bool(
        text[start:end].isdecimal() and end - start <= 3 and 0 < int(text[start:end]) < 115 and (comma or bracket)
    )


_AGED = re.compile(r"\b(?:aged|ages?|age of|ages of|aged between)\s$", re.IGNORECASE)
_EACH = re.compile(r", (?:both|all)\s$")
_NAME_COMMA = re.compile(
    r"(?:\b[A-Z][\w'’-]+|\b[JS]r\.|II|\b(?:man|woman|boy|girl|driver|victim|son|daughter|brother|sister|wife|husband"
    r"|father|mother)) ?, ?$"
)
_MANY_COMMA = re.compile(
    r"\b(?:men|women|children|(?:boy|girl|kid|teen|teenager|son|daughter|brother|sister|twin|victim|student|male"
    r"|female)s), $"
)
_AFTER_ONE_OF_MANY = re.compile(r"[,.;)]|$| (?:and|to) \d")
_NAME_BRACKET = re.compile(r"\b[A-Z][\w'’-]+ \($")
_WAS = re.compile(r"\b(?:was|were|is|only|just|turned)\s$", re.IGNORECASE)
_WHEN_YOUNG = re.compile(r" (?:years )?when (?:s?he|they)\b")
_AFTER_AGE = re.compile(
    r"[,.;)]|$| \("
    r"| [-–—]| (?:of(?! (?:them|whom|those|these|which))|and|from|was|has|were|is|had|who|all|both|died|dead)\b"
)


@cache
def _names() -> dict[str, str]:
    units = read_lexicon("units")["units"].items()
    return {form: name for name, entry in units for form in entry["forms"]}


@cache
def _forms() -> re.Pattern[str]:
    """The forms, longest first. Those with a capital keep it (kWh, GB); the rest are read without case."""
    forms = sorted(_names(), key=len, reverse=True)
    printed = "|".join(_pattern(form) for form in forms)
    return re.compile(rf"(?P<gap>[ \u00a0-]?)(?P<form>{printed})(?![A-Za-z0-9])")


def _pattern(form: str) -> str:
    escaped = re.escape(form).replace(r"\ ", "[ -]")
    return escaped if _exact(form) else f"(?i:{escaped})"


def _exact(form: str) -> bool:
    return form != form.lower() and len(form) <= 4


@cache
def _currencies() -> tuple[str, ...]:
    return tuple(sorted(read_lexicon("units")["currencies"], key=len, reverse=True))


@cache
def _last_of_signs() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _currencies())


@cache
def _rates() -> re.Pattern[str]:
    rates = read_lexicon("units")["rates"]
    things = "|".join(sorted(map(re.escape, rates["per"]), key=len, reverse=True))
    adverbs = "|".join(rates["adverbs"])
    lead = rf"(?:,? (?:{'|'.join(rates['words'])})[ -]|-an?-|-per-|/)"
    past = r"(?! (?:ago|later|earlier|before|after|old|long|or))"  # "died a week ago" is no rate
    return re.compile(rf"{lead}({things})\b{past}|[ ,]{{1,3}}({adverbs})\b", re.IGNORECASE)
