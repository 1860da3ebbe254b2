"""Read an agency's own file of sign-offs: which unit compared which declarations with the text, and when.

A file holds one table for each sign-off; the review sheet prints the lines:

    [[review]]
    policy = "ningxia"
    fingerprint = "40f7289248cc"
    unit = "区人力资源社会保障局"
    role = "就业科"
    date = 2026-11-22
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime

from calc.rules.policy import FINGERPRINT_SHOWN, Policy

FILE = "reviews.toml"
TABLE = "review"
SAMPLE_DATE = "2026-11-22"
_HEAD = re.compile(rf"\s*\[\[\s*{TABLE}\s*\]\]")
_FINGERPRINT = re.compile(rf"[0-9a-f]{{{FINGERPRINT_SHOWN},64}}")
_PLACE = re.compile(r"\(at line (\d+)")


class SignOffError(Exception):
    """A file of sign-offs that cannot be used; its text names the line and the mending."""


@dataclass(frozen=True)
class SignOff:
    """That a unit, by somebody in a role, compared the declarations of a fingerprint with the text on a day."""

    policy: str
    fingerprint: str
    unit: str
    role: str
    date: date


KEYS = tuple(field.name for field in fields(SignOff))


def parse_sign_offs(text: str, policies: Collection[str]) -> tuple[SignOff, ...]:
    """Read a file of sign-offs for some policies; SignOffError says in a sentence what cannot be used."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise _fault(line, f"读不懂：文字写在英文引号里，date 写成 {SAMPLE_DATE} 的样子，不加引号") from error
    tables = given.pop(TABLE, [])
    if given or not isinstance(tables, list):
        raise _fault(1, f"每一份核对写在一个 [[{TABLE}]] 下面，别的写不进去")
    return tuple(_read(_Table(text, number, table), policies) for number, table in enumerate(tables))


def find_own(policy: Policy, sign_offs: Iterable[SignOff]) -> tuple[SignOff, ...]:
    """Find the sign-offs of a policy, the newest last."""
    return tuple(sorted((item for item in sign_offs if item.policy == policy.id), key=lambda item: item.date))


def is_current(policy: Policy, item: SignOff) -> bool:
    """Decide whether the declarations are still those that were compared."""
    return policy.fingerprint.startswith(item.fingerprint)


class _Table:
    """One table of the file, which knows in which line each of its keys stands."""

    def __init__(self, text: str, number: int, given: object) -> None:
        lines = text.splitlines()
        heads = [at for at, line in enumerate(lines, 1) if _HEAD.match(line)]
        self.head = heads[number] if number < len(heads) else 1
        end = heads[number + 1] - 1 if number + 1 < len(heads) else len(lines)
        self.given: Mapping[str, object] = given if isinstance(given, Mapping) else {}
        self._lines = list(enumerate(lines[self.head : end], self.head + 1))

    def line_of(self, key: str) -> int:
        return next((at for at, line in self._lines if re.match(rf'\s*"?{re.escape(key)}\b', line)), self.head)


def _read(table: _Table, policies: Collection[str]) -> SignOff:
    for fault_line, fault in _list_faults(table, policies):
        raise _fault(fault_line, fault)
    return SignOff(**table.given)  # type: ignore[arg-type] # each has been checked


def _list_faults(table: _Table, policies: Collection[str]) -> Iterator[tuple[int, str]]:
    given = table.given
    for key in given:
        if key not in KEYS:
            yield table.line_of(key), f"没有“{key}”这一项，删掉它；能写的是 {'、'.join(KEYS)}，不写姓名"
    if lacking := [key for key in KEYS if key not in given]:
        yield table.head, f"这一份核对少了 {'、'.join(lacking)}，照核对表最后印的几行补上"
    for key in KEYS[:-1]:
        if not isinstance(given[key], str) or not str(given[key]).strip():
            yield table.line_of(key), f"{key} 要填，写在英文引号里"
    if given["policy"] not in policies:
        yield table.line_of("policy"), f"没有名为“{given['policy']}”的政策，能写的是 {'、'.join(policies)}"
    if not _FINGERPRINT.fullmatch(str(given["fingerprint"])):
        yield table.line_of("fingerprint"), f"fingerprint 照核对表抄，至少前 {FINGERPRINT_SHOWN} 位"
    if not isinstance(given["date"], date) or isinstance(given["date"], datetime):
        yield table.line_of("date"), f"date 写成 {SAMPLE_DATE} 的样子，不加引号"


def _fault(line: int, sentence: str) -> SignOffError:
    return SignOffError(f"{FILE} 第 {line} 行：{sentence}。")
