"""Say what a table comes to, in the words of the page and of the command line."""

from collections.abc import Mapping

from calc.engine.combine import Total
from calc.values.money import say_yuan


def say_table(sheet: str, rows: int, persons: int) -> str:
    """Say which sheet was read, and how many of its rows are persons."""
    named = f"表“{sheet}”，" if sheet else ""
    return f"{named}{rows:,} 行，其中 {persons:,} 人"


def say_counts(counts: Mapping[str, int], unit: str = "人") -> str:
    """Say how many people, or units, have which status of a provision."""
    return "，".join(f"{word} {number:,} {unit}" for word, number in counts.items()) or f"没有{unit.removeprefix('个')}"


def say_sum(row: Total) -> str:
    """Say the sure sum, and beside it what the answers that are missing could still bring."""
    told = f"确定 {say_yuan(row.low)}" if row.low else "没有确定的金额"
    if row.high is None:
        told += "；缺的答案补齐以后，合计最多多少还说不准"
    elif row.high > row.low:
        told += f"；缺的答案补齐以后，合计最多 {say_yuan(row.high)}"
    beside = (("最高", row.ceiling), ("不低于", row.floor), ("预计", row.estimate))
    return told + "".join(f"；另有{word} {say_yuan(sum_)}，不计入合计" for word, sum_ in beside if sum_)
