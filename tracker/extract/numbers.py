"""Numbers in plain text: digits and words, and what looks like a number but is none.

``find_numbers`` reads "1,234", "1 234", "1.5 million", "20k", "twenty-seven", "two and a half million", "half a dozen".
Dates, years, clock times, addresses, phone numbers, ordinals, scores and names ("Su-34", "Interstate 95") are left out.
No hedges, units or meaning here: see ``hedges``, ``units`` and ``figures``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tracker.extract.numbers_masks import masked
from tracker.extract.numbers_words import (
    Lexeme,
    Number,
    characters,
    clean,
    fractions,
    near,
    read_article,
    read_fraction,
    read_words,
    sizes,
    small,
)
from tracker.extract.spotting import spelled
from tracker.lexicon import read_lexicon

# Digits with their groups: 1,234,567 · 12,34,567 (South Asia) · 1 234 567 · 1234 · .75; then any decimals.
_NUMERAL = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?: \d{3})+(?![\d,])|\d+|(?<![\d.])(?=\.\d)"
)
# More digits than any news counts: an account number, a serial, noise.
LONGEST = 24
_DECIMALS = re.compile(r"\.\d++(?!\.\d)")
_FRACTION = re.compile(r"(?:(\d{1,3})[ -])?(\d{1,2})/(\d{1,2})(?![\d/])")
# No possessive group: the one of Python 3.11.2 takes the comma behind a number along.
_GROUPS = re.compile(r"(?<![\w.,:/-])\d+(?:,\d+)+(?!\d|[,.:/-]\d)")
_SOUTH_ASIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d")


def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text, in order, none overlapping."""
    if _digit().search(text) is None and _number_words().isdisjoint(spelled(text)):
        return ()
    return tuple(_numbers(text, sorted([*masked(text), *malformed(text)])))


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(rf"[0-9{''.join(characters())}]|[.](?=\d)")


@cache
def _number_words() -> frozenset[str]:
    """The words a number can begin with: a paragraph without a digit or one of them need not be read for numbers."""
    return frozenset({*small(), *fractions(), *sizes()})


@cache
def _grammar() -> frozenset[str]:
    """The words that say something in a number; all others part one number from the next."""
    lexicon = read_lexicon("numbers")
    return _number_words() | {"a", "an", "and", "of", *lexicon["suffixes"], *lexicon["letters"]}


@cache
def _piece() -> re.Pattern[str]:
    """A word, or what a numeral or a printed fraction begins with."""
    return re.compile(rf"[A-Za-z]+|[0-9{''.join(characters())}]|[.](?=\d)")


def malformed(text: str) -> Iterator[tuple[int, int]]:
    """Where digits are grouped so that no number can be read: ``3330,000``, ``1,0000``, ``1,23,4567``.

    Lists of small numbers (1,2,3), decimal commas (12,5) and South Asian grouping (12,34,567) are no mistakes.
    """
    for match in _GROUPS.finditer(text):
        if not _well_grouped(match.group()):
            yield match.span()


def _well_grouped(digits: str) -> bool:
    """Thousands in threes, or one of the other ways of writing commas between digits."""
    groups = digits.split(",")
    if all(len(group) <= 2 for group in groups) or _SOUTH_ASIAN.fullmatch(digits):
        return True
    if _YEARS.fullmatch(groups[-1]) and (len(groups[0]) <= 2 or _YEARS.fullmatch(groups[0])):
        return True  # "May 3,2019" and "1999,2000" lack a space, not a sense
    if len(groups) == 2 and len(groups[1]) <= 2:
        return True
    return 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def _numbers(text: str, closed: Sequence[tuple[int, int]]) -> Iterator[Number]:
    lexemes = list(_lexemes(text, closed))
    index = 0
    while index < len(lexemes):
        found = _read(text, lexemes, index)
        if found is not None:
            number, index = found
            yield number
        else:
            index += 1


def _lexemes(text: str, closed: Sequence[tuple[int, int]]) -> Iterator[Lexeme]:
    """Numerals and words of the text that no mask covers; a numeral that is part of a name is passed over.

    Words that are no part of any number are told together, as one lexeme without text.
    """
    at = 0
    for start, end in (*closed, (len(text), len(text))):
        parted = False
        while (match := _piece().search(text, at)) is not None and match.start() < start:
            lexeme = _lexeme(text, match)
            at = lexeme.end
            told = bool(lexeme.text) or lexeme.value is not None
            if told or (match.group().isalpha() and not parted):
                yield lexeme
                parted = not told
        if at < end:
            yield Lexeme("", at, end)
            at = end


def _lexeme(text: str, match: "re.Match[str]") -> Lexeme:
    at, found = match.start(), match.group().lower()
    if found.isalpha():
        return Lexeme(found if found in _grammar() else "", at, match.end())
    return Lexeme(found, at, at + 1, characters()[found]) if found in characters() else _numeral(text, at)


def _numeral(text: str, at: int) -> Lexeme:
    """The numeral that begins at ``at``; without a value where it is glued to a name ("Su-34", "A2", "5G")."""
    fraction = _FRACTION.match(text, at)
    if fraction and fraction.group(3) in {"2", "3", "4", "5", "8", "10"}:
        whole, above, below = (float(part or 0) for part in fraction.groups())
        return Lexeme(fraction.group(), at, fraction.end(), whole + above / below)
    match = _NUMERAL.match(text, at)
    if match is None:
        return Lexeme("", at, at + 1)
    end = match.end()
    decimals = _DECIMALS.match(text, end)
    end = decimals.end() if decimals else end
    if end == at:
        return Lexeme("", at, at + 1)  # ".0.9" has a point for its first digit and is no decimal
    if _glued_to_a_name(text, at) or end - at > LONGEST:
        return Lexeme("", at, end)
    value = float(re.sub(r"[, ]", "", text[at:end]))
    return Lexeme(text[at:end], at, end, -value if _negative(text, at, end) else value)


@cache
def _currency_letters() -> frozenset[str]:
    """Letters that may stand right before digits: "USD10m", "RM120,000"."""
    return frozenset(sign for sign in read_lexicon("units")["currencies"] if sign.isalpha())


def _glued_to_a_name(text: str, at: int) -> bool:
    before = text[max(0, at - 12) : at]
    if not before or not (before[-1].isalnum() or before[-1] in "-–'’#_"):
        return False
    if before[-1] in "#_'’":
        return True
    word = re.search(r"(?<![A-Za-z])([A-Za-z]+)[-–]?$", before)
    if word is None:
        return before[-1].isalnum()
    if before[-1] in "-–":
        return word.group(1).lower() not in {"to", "and", "minus", "a", "the", "under", "over", "sub"}
    signed = before[: word.start()].endswith("$")  # "$US55"
    return not signed and word.group(1) not in _currency_letters()


def _negative(text: str, at: int, end: int) -> bool:
    """A minus: "minus 20", "-5" after a space; a dash between numbers or words is none."""
    if re.search(r"minus[- ]$", text[max(0, at - 6) : at], re.IGNORECASE):
        return True
    if text[at - 1 : at] != "-" or text[max(0, at - 2) : at - 1].strip():
        return False
    return text[end : end + 1] in {"%", "°"} or not re.search(r"\d $", text[max(0, at - 3) : at - 1])


def _read(text: str, lexemes: Sequence[Lexeme], index: int) -> tuple[Number, int] | None:
    """The longest number that begins at a lexeme, and the lexeme after it."""
    first = lexemes[index]
    if first.value is not None:
        return _read_numeral(text, lexemes, index)
    article = first.text in {"a", "an"} or first.text in fractions()
    if not article and first.text not in small():
        return None
    if re.search(r"[A-Za-z]-$", text[max(0, first.start - 2) : first.start]):
        return None  # "production-four-door"
    if article:
        return read_article(text, lexemes, index) or read_fraction(text, lexemes, index)
    if first.text in small():
        return read_fraction(text, lexemes, index) or read_words(text, lexemes, index)
    return None


def _read_numeral(text: str, lexemes: Sequence[Lexeme], index: int) -> tuple[Number, int]:
    """Digits, with a scale word or letter after them: "1.5 million", "20k", "5m people", "2½"."""
    first = lexemes[index]
    value, end, after = first.value or 0.0, first.end, index + 1
    scale = 1.0
    following = near(text, lexemes, after, end)
    if following and following.value is not None and following.text in characters() and following.start <= end + 1:
        value, end, after = value + following.value, following.end, after + 1
        following = near(text, lexemes, after, end)
    if following and (scale := _scale(text, first, following)) != 1:
        end, after = following.end, after + 1
    return Number(start=first.start, end=end, value=clean(value * scale), scale=scale), after


def _scale(text: str, first: Lexeme, following: Lexeme) -> float:
    """What a word after digits multiplies them by; 1 where it is no scale."""
    glued = following.start == first.end
    word, lexicon = following.text, read_lexicon("numbers")
    if word in sizes():
        return sizes()[word]
    if word in lexicon["suffixes"] and (glued or word != "k"):
        return float(lexicon["suffixes"][word])
    if word in lexicon["letters"] and glued and _counts_as_scale(text, first, following):
        return float(lexicon["letters"][word])
    return 1.0


def _counts_as_scale(text: str, first: Lexeme, following: Lexeme) -> bool:
    """Is the letter of "10m" a million? After money, or before a counted noun; "37m (121ft) long" is metres."""
    before = text[max(0, first.start - 5) : first.start]
    if re.search(r"[$£€¥₹₽]$|(?:^|[^A-Za-z])[A-Z]{2,3} ?$", before):
        return True
    after = re.match(r" ([a-z]+)", text[following.end : following.end + 30])
    plural = after and after.group(1).endswith(("s", "people", "men", "women", "children", "troops"))
    return bool(plural) and not text[following.start : following.end].isupper() and following.text != "t"
