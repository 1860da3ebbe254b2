"""Read an officer's table of exemptions: what a text says that no declaration reads, why, and how much that is."""

import re
from dataclasses import dataclass

REASONS = (
    "背景和依据",
    "标题和行文",
    "文件编号和日期",
    "机关内部分工",
    "工作任务",
    "由当地另定",
    "已写在卡片上",
    "已计算",
)
"""Why a passage is not calculated by a phrase of its own; what follows after ： says where, or what, more closely."""

_SHARES = re.compile(r"^全文 .*$", re.MULTILINE)
_TABLE_ROW = re.compile(r"^\|(?![\s:|-]+\|$)")
_COLUMNS = ("原文短语", "条款", "为什么不计算")


@dataclass(frozen=True)
class Exemption:
    """A passage that no declaration reads, with the reason in plain Chinese."""

    phrase: str
    clause: str
    reason: str


def parse_exemptions(text: str) -> tuple[Exemption, ...]:
    """Read a table of exemptions; raises ValueError, with the line, for what cannot be read."""
    rows = [
        (number, tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
        for number, line in enumerate(text.splitlines(), 1)
        if _TABLE_ROW.match(line)
    ]
    if not rows or rows[0][1] != _COLUMNS:
        raise ValueError(f"there should be one table with the columns {_COLUMNS}")
    return tuple(_read_exemption(number, cells) for number, cells in rows[1:])


def read_shares(text: str) -> str:
    """The sentence that says how much of a text is claimed and exempted; raises ValueError where there is none."""
    found = _SHARES.search(text)
    if not found:
        raise ValueError("there should be a line that begins with 全文 and says the shares")
    return found[0]


def _read_exemption(line: int, cells: tuple[str, ...]) -> Exemption:
    if len(cells) != len(_COLUMNS) or not all(cells):
        raise ValueError(f"line {line}: an exemption needs its phrase, its clause and a reason")
    exemption = Exemption(*cells)
    if exemption.reason.split("：")[0] not in REASONS:
        raise ValueError(f"line {line}: a reason begins with one of {REASONS}")
    return exemption
