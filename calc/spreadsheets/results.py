"""What provisions come to for a row, as the columns that a table of results has for each."""

from decimal import Decimal

from calc.engine.status_word import say_status_of
from calc.facts.catalogue import CATALOGUE
from calc.parts.wording import say_amount
from calc.roster.cells import Cell
from calc.roster.roster import Result
from calc.rules.provision import Provision
from calc.values.money import spell_decimal

PROBLEMS = "问题"
"""Heads the column that says why a row, or a cell of it, was not reckoned with."""
COLUMNS = ("结果", "金额", "最少（元）", "最多（元）", "还缺", "原因")
AMOUNTS = (2, 3)
"""The places of those that hold decimal numbers."""
NO_RESULT: tuple[Cell, ...] = (None,) * len(COLUMNS)


def name_columns(provision: Provision, region: str = "") -> tuple[str, ...]:
    """The headers of a provision's columns, with the region in front where a table has several policies."""
    return tuple(f"{region}{provision.title}：{column}" for column in COLUMNS)


def tell_result(provision: Provision, result: Result) -> tuple[Cell, ...]:
    """The status in a word, the amount in words, its least and most, what is missing, and what refuses it."""
    amount = result.amount
    low = high = None
    if amount and amount.is_counted:
        low = Decimal(spell_decimal(amount.low))
        high = None if amount.high is None else Decimal(spell_decimal(amount.high))
    return (
        say_status_of(provision, result.status, result.label),
        say_amount(amount, result.status) if amount else None,
        low,
        high,
        "；".join(filter(None, (_name(result.missing), _name(result.awaited, "等主管部门认定：")))) or None,
        "；".join(f"“{phrase}”{clause or provision.clause}" for phrase, clause in result.refused_by) or None,
    )


def _name(facts: tuple[str, ...], lead: str = "") -> str:
    return f"{lead}{'、'.join(CATALOGUE[fact].short for fact in facts)}" if facts else ""
