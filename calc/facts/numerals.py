"""Read whole numbers in Chinese words: 十二, 一百零五, 两万, 二〇二一."""

import re

_DIGITS = {word: value for value, words in enumerate(("零〇", *"一二三四五六七八九")) for word in words} | {"两": 2}
_DIGIT = "[一二两三四五六七八九]"
_BELOW_TEN_THOUSAND = re.compile(
    f"(?:(?P<thousands>{_DIGIT})千)?"
    f"(?:零?(?P<hundreds>{_DIGIT})百)?"
    f"(?:零?(?P<tens>{_DIGIT}?)十)?"
    f"(?P<gap>零?)(?P<ones>{_DIGIT}?)"
)
_YEAR = re.compile("[零〇一二三四五六七八九]{4}|[零〇一二三四五六七八九][零〇一二三四五六七八九]")
NUMERAL = "[零〇一二两三四五六七八九十百千万]"
"""A character of a number in words."""


def read_numeral(text: str) -> int | None:
    """Read a number in full words; None where it is none, or can be read two ways (一百二, 三五, 二三十)."""
    if text in ("零", "〇"):
        return 0
    above, ten_thousand, below = text.replace("〇", "零").rpartition("万")
    high = _read_section(above) if ten_thousand else 0
    low = _read_section(below) if below or not ten_thousand else 0
    if high is None or low is None or (ten_thousand and not high):
        return None
    is_short = bool(ten_thousand and below) and low < 1_000 and not below.startswith("零")
    return None if is_short else high * 10_000 + low


def read_year_numeral(text: str) -> int | None:
    """Read a year spoken digit by digit: 二〇二一, 二一."""
    return int("".join(str(_DIGITS[word]) for word in text)) if _YEAR.fullmatch(text) else None


def _read_section(text: str) -> int | None:
    """Read what stands before or behind 万."""
    found = _BELOW_TEN_THOUSAND.fullmatch(text)
    if not found or not text.strip("零"):
        return None
    thousands, hundreds, tens, gap, ones = found.group("thousands", "hundreds", "tens", "gap", "ones")
    if ones and not gap and (thousands or hundreds) and tens is None:
        return None  # 一百二 is 120, and 一百零二 is 102
    if ones and gap and tens is not None:
        return None
    if text.endswith("零"):
        return None
    parts = ((thousands, 1_000), (hundreds, 100), ("一" if tens == "" else tens, 10), (ones, 1))
    return sum(_DIGITS[digit] * unit for digit, unit in parts if digit)
