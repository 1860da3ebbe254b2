"""Forgiving readers for what people type: full-width digits, Chinese numerals, spaces, 万, 元, thousands separators.

Each reader returns None for an empty answer or "不清楚" and raises PydanticCustomError, in plain Chinese, for the rest.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NoReturn

from pydantic_core import PydanticCustomError

from calc.facts.numerals import NUMERAL, read_numeral, read_year_numeral

EARLIEST_YEAR, LATEST_YEAR = 1950, 2100
MOST_DIGITS = 15
MOST_TYPED = 500
"""Characters of an answer, far more than any needs: what is longer is refused before anybody looks for a meaning."""
MOST_IN_NUMBER = 60
TOO_LONG = f"数字太长，最多 {MOST_DIGITS} 位，请检查是否多打了。"
_BLANKED = ("Cc", "Cf", "Cs", "Zl", "Zp")
UNSURE = ("", "不清楚", "unknown")
_YES = ("true", "yes", "y", "是", "有", "对", "已", "√", "✓", "✔")
_NO = ("false", "no", "n", "否", "无", "没有", "不是", "未", "×", "✗", "✘")
_NUMBER = re.compile(
    rf"(人民币|¥)?\s*(?:([+-]?(?:\d+|\d{{1,3}}(?:[, ]\d{{3}})+)(?:\.\d+)?)\s*([千万])?|({NUMERAL}+))\s*(\D*)",
    re.ASCII,
)
_TIMES = {"千": 1_000, "万": 10_000}
_SAME_UNITS = (
    ("个月", "月"),
    ("周岁", "岁"),
    ("天", "日"),
    ("人", "名", "位", "个", "个人"),
    ("元", "圆", "块", "块钱", "元钱"),
)
NO_NUMBER = "请填数字，例如 12。"
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?|(\d{4})(\d{2})(\d{2})", re.ASCII)
_SPOKEN_DATE = re.compile(r"([^年月日号]+)年(?:([^年月日号]+)月(?:([^年月日号]+)[日号]?)?)?")
_YEAR_SAID = r"\d{4}|\d{2}|[零〇一二三四五六七八九]{4}|[零〇一二三四五六七八九]{2}"
_MONTH = re.compile(
    rf"(\d{{4}})\s*[-/.]\s*(\d{{1,2}})|({_YEAR_SAID})\s*年\s*(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月份?",
    re.ASCII,
)
_SPOKEN_DAY = re.compile(rf"(?:{_YEAR_SAID})\s*年[^年月日号]+月[^年月日号]+[日号]?", re.ASCII)
_BOXES = {"year": "年份", "month": "月份", "day": "日期"}
_SEPARATORS = re.compile("[、,;|]")
_PART = re.compile(rf"(\d{{1,4}}|{NUMERAL}{{1,4}})\s*[年月日号]?", re.ASCII)
_CENTURY = 100


def refuse(sentence: str, part: str = "", instead: str = "") -> NoReturn:
    """Reject an answer with the sentence that stands at its field.

    `part` is the box of a date that is wrong; `instead` is what was probably meant.
    """
    raise PydanticCustomError("answer", "{sentence}", {"sentence": sentence, "part": part, "instead": instead})


def tidy(value: object) -> object:
    """Fold full-width characters and trim; an empty answer or 不清楚 becomes None."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFKC", value).strip()
    return None if text in UNSURE else text


def take(value: object) -> object:
    """Tidy what was typed or pasted: without characters that nobody sees, and refused where it is far too long."""
    if not isinstance(value, str):
        return value
    if len(value) > MOST_TYPED:
        refuse(f"填的内容太长，最多 {MOST_TYPED} 个字，请检查是否多粘贴了。")
    return tidy("".join(char for char in value if unicodedata.category(char) != "Cf"))


def tidy_number(value: object) -> object:
    """Tidy what should be a number; ² and ① would fold into digits that nobody typed."""
    if isinstance(value, str) and len(value) > MOST_IN_NUMBER:
        refuse(TOO_LONG)
    if isinstance(value, str) and any(unicodedata.category(char) == "No" for char in value):
        refuse(NO_NUMBER)
    return take(value)


def read_yes_no(value: object) -> bool | None:
    """Read 是/否, yes/no, true/false, √/×."""
    value = take(value)
    if value is None or isinstance(value, bool):
        return value
    word = value.lower() if isinstance(value, str) else None
    if word in _YES:
        return True
    if word in _NO:
        return False
    refuse("请选“是”“否”或“不清楚”。")


def _read_number(value: object) -> tuple[Decimal, str] | None:
    """A number and the unit typed behind it."""
    value = tidy_number(value)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        refuse(NO_NUMBER)
    if isinstance(value, int) and abs(value) >= 10**MOST_DIGITS:
        refuse(TOO_LONG)
    typed = _NUMBER.fullmatch(str(value).replace("，", ","))
    if typed is None:
        refuse(NO_NUMBER)
    unit = "".join(typed[5].split())
    if typed[1] and not unit.startswith("元"):
        unit = f"元{unit}"  # ¥12 is money, wherever it is typed
    if typed[4]:
        number = read_numeral(typed[4])
        return refuse("请用数字写，例如 12。") if number is None else (Decimal(number), unit)
    digits = re.sub(r"[ ,]", "", typed[2])
    if len(digits) > MOST_DIGITS:
        refuse(TOO_LONG)
    return Decimal(digits) * _TIMES.get(typed[3], 1), unit


def _is_unit(typed: str, unit: str) -> bool:
    """Whether what was typed behind a number is its unit, under any of its names."""
    return typed in ("", unit) or any(typed in names and unit in names for names in _SAME_UNITS)


def read_count(value: object, unit: str = "") -> int | None:
    """Read a whole number of a unit; any other unit is refused."""
    read = _read_number(value)
    if read is None:
        return None
    number, typed = read
    if not _is_unit(typed, unit):
        refuse(f"请填一个数，单位是“{unit}”，例如 12。" if typed and not typed.isascii() else NO_NUMBER)
    if number != number.to_integral_value():
        refuse("请填整数，不要小数。")
    return int(number)


def read_money(value: object, unit: str = "元") -> Decimal | None:
    """Read a sum in yuan with at most two decimals; a unit like 元/月 may be typed in full or in part."""
    read = _read_number(value)
    if read is None:
        return None
    number, typed = read
    time = unit[-1]  # 元/人·月 may be typed as 元/月
    if not _is_unit(typed, "元") and typed.replace("每", "/") not in (unit, f"元/{time}", f"/{time}"):
        refuse(f"请按“{unit}”填写，例如 1500。")
    rounded = number.quantize(Decimal("0.01"))
    return rounded if rounded == number else refuse("金额最多写到分，即两位小数。")


def read_date(value: object) -> date | None:
    """Read 2020-01-15, 2020年1月15日, or the three boxes {year, month, day}."""
    value = take(value)
    if value is None or type(value) is date:
        return value
    if isinstance(value, Mapping):
        if not set(value) <= set(_BOXES):
            refuse("日期请填 year、month、day 三项。")
        parts: list[Any] = [take(value.get(box)) for box in _BOXES]
        if not any(part is not None for part in parts):
            return None
        year, month, day = (
            _read_part(part, box, name) for (box, name), part in zip(_BOXES.items(), parts, strict=True)
        )
    elif isinstance(value, str) and (found := _DATE.fullmatch(value)):
        year, month, day = (int(part) for part in found.groups() if part)
    elif isinstance(value, str) and (spoken := _SPOKEN_DATE.fullmatch(value)):
        return read_date(dict(zip(_BOXES, spoken.groups(), strict=True)))
    else:
        refuse("请把日期写成 2020-01-15 这样的年、月、日。")
    return _make_date(year, month, day)


def read_first_day(value: object) -> date | None:
    """Read a day where a number of months is asked; of a month alone its first day. None where it is no day."""
    try:
        text = take(value)
        if not isinstance(text, str):
            return None
        month = _MONTH.fullmatch(text)
        parts = dict(zip(_BOXES, (month[1] or month[3], month[2] or month[4], "1"), strict=True)) if month else None
        is_day = _DATE.fullmatch(text) or _SPOKEN_DAY.fullmatch(text)
        return read_date(parts) if parts else read_date(text) if is_day else None
    except PydanticCustomError:
        return None


def _read_part(part: object, box: str, name: str) -> int:
    """Read one part of a date; a year of two digits is one that can be meant: 21 is 2021, 98 is 1998."""
    if part is None:
        refuse(f"{name}没有填。请把年、月、日都填上。", box)
    found = _PART.fullmatch(str(part))
    number = found and (int(found[1]) if found[1].isdecimal() else _read_spoken_part(found[1], box))
    if found is None or number is None:
        refuse(f"{name}请填数字。", box)
    if box != "year" or number >= _CENTURY:
        return number
    if len(found[1]) != 2:
        refuse("年份请写四位数，例如 2021。", box)
    return next(year for year in (1900 + number, 2000 + number) if year >= EARLIEST_YEAR)


def _read_spoken_part(words: str, box: str) -> int | None:
    return read_year_numeral(words) if box == "year" else read_numeral(words)


def _make_date(year: int, month: int, day: int) -> date:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        refuse(f"年份应在 {EARLIEST_YEAR} 至 {LATEST_YEAR} 之间。", "year")
    if not 1 <= month <= 12:
        refuse("月份应在 1 至 12 之间。", "month")
    try:
        return date(year, month, day)
    except ValueError:
        refuse(f"{year} 年 {month} 月没有 {day} 日。", "day")


def read_option(value: object, names: Mapping[str, str], demand: str) -> str | None:
    """Read one option by any of its tidy names; anything else is refused with the demand."""
    value = take(value)
    if value is None:
        return None
    return (names.get(value) if isinstance(value, str) else None) or refuse(demand)


def read_options(value: object, names: Mapping[str, str], demand: str) -> set[str]:
    """Read several options, from a list or from a text with 、 ， ； or | between them; none where nothing is said."""
    read = {read_option(piece, names, demand) for piece in _split(value) if piece != ""}
    found = {option for option in read if option is not None}
    return refuse("选了“不清楚”，就不要再选别的。") if found and None in read else found


def _split(value: object) -> Iterable[object]:
    if isinstance(value, str):
        return split_options(str(take(value) or ""))
    return value if isinstance(value, list | tuple | set | frozenset) else (value,)


def split_options(text: str) -> list[str]:
    """The names in a text of several options."""
    return [name for piece in _SEPARATORS.split(unicodedata.normalize("NFKC", text)) if (name := piece.strip())]


def read_line(value: object, most: int) -> str | None:
    """Read one line of text of at most so many characters; control characters become blanks."""
    if isinstance(value, str) and len(value) > MOST_TYPED:
        refuse(f"最多 {most} 个字。")
    value = tidy(value)
    if value is None:
        return None
    if not isinstance(value, str):
        refuse("请填文字。")
    # By category and not by isprintable(): rare characters of names are printable for newer Unicode tables only.
    line = " ".join("".join(" " if unicodedata.category(char) in _BLANKED else char for char in value).split())
    if len(line) > most:
        refuse(f"最多 {most} 个字。")
    return line or None
