"""A case to try words in, and small words to try in it."""

from datetime import date
from fractions import Fraction
from typing import Any

from calc.rules import (
    Budget,
    BudgetLine,
    Goal,
    Grade,
    Graded,
    Holds,
    Notice,
    Once,
    Plan,
    Reading,
    Stage,
    Tier,
    Tiered,
    wan,
    yuan,
)
from calc.rules.case import Case, Step, Window
from calc.values.money import Amount, Kind, exactly
from calc.values.truth import Verdict

WINDOW = Window(date(2020, 1, 1), date(2021, 12, 31))
READING = Reading("doubt", "?", default="one way", other="the other way")
CONTRACT, INSURED = Holds("", "has_contract"), Holds("", "is_insured")
ONE, TWO = Once("", yuan(1)), Once("", yuan(2))
TIERED = Tiered("workers_hired", (Tier("", 11, 20, yuan(10)), Tier("", 21, None, yuan(20))), below="没有")
GRADED = Graded(
    "skill_level", (Grade("初", ("junior",), ONE), Grade("中高", ("intermediate", "senior"), TWO)), otherwise="没有"
)
PLAN = Plan("", 10, (Goal("", "甲", 3, (2018, 2019)), Goal("", "乙", 4)), within=(Goal("", "丙", 2),))
BUDGET = Budget(
    "",
    (2017, 2018),
    (
        BudgetLine("", "a", "甲", wan(1, 2), wan(3)),
        BudgetLine("", "b", "乙", wan(3, 3), (Fraction(2), Fraction(2017))),
        BudgetLine("", "c", "合计", wan(4, 5), wan(9), of=("a", "b")),
    ),
)
NOTICE = Notice("公示", "notice_start", 5, READING, (Stage("", "先申请"),), (Stage("", "后授牌"),))


def open_case(*others: Reading, **answers: Any) -> Case:
    """A case of a policy in force for two years; None is no answer."""
    known = {fact: answer for fact, answer in answers.items() if answer is not None}
    return Case(known, WINDOW, frozenset(reading.id for reading in others))


def between(low: int, high: int | None) -> Amount:
    kind = Kind.EXACT if low == high else Kind.RANGE
    return Amount(kind, Fraction(low), None if high is None else Fraction(high))


def yuans(amount: int | str) -> Amount:
    return exactly(yuan(amount))


def tell(step: Step) -> tuple[Verdict, set[str]]:
    return step.verdict, set(step.missing)
