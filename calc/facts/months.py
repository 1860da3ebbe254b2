"""Read a number of months as people say it: 8, 八个月, 半年, 一年半, 1年3个月."""

import re
from decimal import Decimal

from pydantic_core import PydanticCustomError

from calc.facts.forgive import read_count, refuse, tidy_number
from calc.facts.numerals import NUMERAL, read_numeral

UNIT = "个月"
_NUMBER = rf"\d{{1,6}}(?:\.\d{{1,6}})?|{NUMERAL}+?"
_LENGTH = re.compile(
    rf"(?:(?P<years>{_NUMBER})年(?P<and_half_year>半)?|(?P<half_year>半)年)?"
    rf"[零又]?(?:(?P<months>{_NUMBER})个?(?P<and_half_month>半)?(?:月|$)|(?P<half_month>半)个?月)?",
    re.ASCII,
)
_SAID_AS_LENGTH = re.compile(r"半年|个月|^(?:\d|[一二两三四五六七八九])年")
_DAY = re.compile(r"(?:\d{4}[-/年]|\d{4}\.\d{1,2}(?:\.|$)|[零〇一二三四五六七八九]{4}年).*|.*年.*[日号]", re.ASCII)
_VAGUE = re.compile("[多几约快近]|大概|左右|差不多|不到|以上")


def read_months(value: object) -> int | None:
    """Read whole months; years are turned into months, and part of a month is refused."""
    text = "".join(read.split()) if isinstance(read := tidy_number(value), str) else ""
    if _DAY.fullmatch(text):
        refuse("这里填满了几个整月，例如 8；日期请填在问“哪一天”的地方。")
    length = _LENGTH.fullmatch(text) if text else None
    if length is None:
        return _read_count(value, text)
    years, months = (_read_number(length[name]) for name in ("years", "months"))
    if years is None or months is None:
        return _read_count(value, text)
    halves = 6 * bool(length["and_half_year"] or length["half_year"])
    half_month = Decimal("0.5") * bool(length["and_half_month"] or length["half_month"])
    return _take_whole(years * 12 + months + halves + half_month)


def read_length(value: object) -> int | None:
    """Read months where a day is asked; None where it may be part of a day (8月, 21年), or no whole months."""
    try:
        text = "".join(read.split()) if isinstance(read := tidy_number(value), str) else ""
        return read_months(text) if _SAID_AS_LENGTH.search(text) else None
    except PydanticCustomError:
        return None


def _read_count(value: object, text: str) -> int | None:
    if _VAGUE.search(text):
        refuse("请填满了几个整月，例如 8；不满一个月的不算。")
    return read_count(value, UNIT)


def _read_number(text: str | None) -> Decimal | None:
    """Read a number in digits or words; what was not said is nothing, and None is no number."""
    if not text:
        return Decimal(0)
    number = text if text[0].isdecimal() else read_numeral(text)
    return None if number is None else Decimal(number)


def _take_whole(months: Decimal) -> int:
    whole = int(months)
    if months != whole:
        said = f"{months.normalize():f}"
        refuse(f"只算满了的整月，不满一个月的不算：{said} 个月请填 {whole}。", instead=str(whole))
    return whole
