"""Zhongshan's three-year budget: the document's own table from its rules, and again for other assumptions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from pydantic_core import PydanticCustomError

from calc.engine.assess import open_case, weigh
from calc.facts.catalogue import Answers
from calc.facts.forgive import read_percent, read_yes_no, refuse
from calc.facts.questions import Count
from calc.policies.zhongshan import (
    EXPENSES,
    PLACEMENTS,
    ZHONGSHAN,
    agency_staff_subsidy,
    dispatch_subsidy,
    employment_subsidy,
    skill_reward,
)
from calc.rules.policy import Provision
from calc.values.money import ZERO

FULL_STAY = 12
GUESSED_CERTIFICATES = 100


BUDGET_LINES: Mapping[str, str] = {line.key: line.label for line in EXPENSES.lines if not line.of}
DOCUMENT_TABLE: Mapping[int, Mapping[str, Fraction]] = {
    year: {line.key: line.figures[place] for line in EXPENSES.lines if not line.of}
    for place, year in enumerate(EXPENSES.years)
}
"""The document's own figures in yuan, by year and line."""


@dataclass(frozen=True)
class Assumptions:
    """What a year is reckoned with: persons placed, complete months each stays, and the shares that get a certificate.

    `lower_rate` and `higher_rate` are shares of those placed who reach intermediate level or below, senior or above.
    """

    placements: int
    months: int = FULL_STAY
    lower_rate: Fraction = ZERO
    higher_rate: Fraction = ZERO
    meets_target: bool = True


@dataclass(frozen=True)
class BudgetYear:
    """One year's lines in yuan."""

    year: int
    agency: Fraction
    dispatch: Fraction
    employment: Fraction
    rewards: Fraction

    @property
    def lines(self) -> dict[str, Fraction]:
        """The figures by line."""
        return {line: getattr(self, line) for line in BUDGET_LINES}

    @property
    def total(self) -> Fraction:
        """All lines together."""
        return sum(self.lines.values(), ZERO)

    def differences_from_document(self) -> Mapping[str, Fraction]:
        """How much each line differs from the document's own table."""
        return {line: self.lines[line] - figure for line, figure in DOCUMENT_TABLE[self.year].items()}


def document_assumptions() -> Mapping[int, Assumptions]:
    """The document's own: its placement plan, and everybody stays a year.

    It gives 50,000 a year for rewards without saying for whom; a hundred lower certificates is our guess.
    """
    return {
        year: Assumptions(goal.persons, lower_rate=Fraction(GUESSED_CERTIFICATES, goal.persons))
        for goal in PLACEMENTS.goals
        for year in goal.years
    }


def reckon_budget(assumptions: Mapping[int, Assumptions]) -> tuple[BudgetYear, ...]:
    """The budget of each year, every line paid by the provisions' own declarations."""
    return tuple(_reckon_year(year, assumed) for year, assumed in sorted(assumptions.items()))


@dataclass(frozen=True)
class SiftedAssumptions:
    """Assumptions as far as they can be used, with a sentence for each (year, field) that cannot.

    The document's own stand where one cannot be used.
    """

    assumptions: Mapping[int, Assumptions]
    errors: Mapping[tuple[str, str], str]


def sift_assumptions(raw: Mapping[str, Mapping[str, object]]) -> SiftedAssumptions:
    """Read assumptions by year, as an officer types them; what is left out stays as in the document.

    Rates are percentages (66.67).
    """
    assumptions = dict(document_assumptions())
    errors: dict[tuple[str, str], str] = {}
    for year, fields in raw.items():
        if year not in map(str, assumptions):
            errors[year, ""] = f"没有“{year}”这一年，可填：{'、'.join(map(str, assumptions))}。"
            continue
        changes: dict[str, Any] = {}
        for name, value in fields.items():
            if name not in _READERS:
                errors[year, name] = f"没有“{name}”这一项，可填：{'、'.join(_READERS)}。"
                continue
            try:
                changes[name] = _READERS[name](value)
            except PydanticCustomError as error:
                errors[year, name] = error.message()
        document = assumptions[int(year)]
        assumed = replace(document, **changes)
        if assumed.lower_rate + assumed.higher_rate > 1:
            errors[year, "higher_rate"] = "两种证书的比例加起来超过了 100%。"
            assumed = replace(assumed, lower_rate=document.lower_rate, higher_rate=document.higher_rate)
        assumptions[int(year)] = assumed
    return SiftedAssumptions(assumptions, errors)


def read_assumptions(raw: Mapping[str, Mapping[str, object]]) -> Mapping[int, Assumptions]:
    """Read assumptions all of which can be used; raises ValueError, in plain Chinese, naming each year and field."""
    sifted = sift_assumptions(raw)
    if sifted.errors:
        named = (f"{year} 年“{name}”：" if name else "" for year, name in sifted.errors)
        raise ValueError("；".join(map(str.__add__, named, sifted.errors.values())))
    return sifted.assumptions


def _read_count(unit: str, most: int) -> Callable[[object], int]:
    question = Count(label="", short="", unit=unit, most=most)

    def read(value: object) -> int:
        number = question.read(value)
        return refuse("请填数字，例如 12。") if number is None else number

    return read


def _read_rate(value: object) -> Fraction:
    percent = read_percent(value)
    if percent is None or not 0 <= percent <= 100:
        refuse("比例应在 0 至 100 之间，例如 33.33。")
    return Fraction(percent) / 100


def _read_target(value: object) -> bool:
    answer = read_yes_no(value)
    return refuse("请填“是”或“否”。") if answer is None else answer


_READERS: Mapping[str, Callable[[object], object]] = {
    "placements": _read_count("人", 100_000),
    "months": _read_count("个月", FULL_STAY),
    "lower_rate": _read_rate,
    "higher_rate": _read_rate,
    "meets_target": _read_target,
}


def _reckon_year(year: int, assumed: Assumptions) -> BudgetYear:
    placed: Answers = {
        "as_of": ZHONGSHAN.term.end or date(year, 12, 31),
        "home": "daguan",
        "works_here": True,
        "is_insured": True,
        "has_qualification": True,
        "certificate_date": date(year, 12, 31),
        "months_employed": assumed.months,
        "workers_placed": assumed.placements,
        "agent_kind": "government",
        "is_entrusted": True,
        "meets_target": assumed.meets_target,
        "plan_year": str(year),
    }
    return BudgetYear(
        year,
        agency=_pay(agency_staff_subsidy, placed),
        dispatch=_pay(dispatch_subsidy, placed),
        employment=_pay(employment_subsidy, placed) * assumed.placements,
        rewards=(
            _pay(skill_reward, {**placed, "skill_level": "intermediate"}) * assumed.lower_rate
            + _pay(skill_reward, {**placed, "skill_level": "senior"}) * assumed.higher_rate
        )
        * assumed.placements,
    )


def _pay(provision: Provision, answers: Answers) -> Fraction:
    """What a provision surely pays; nothing where it does not apply."""
    amount = weigh(ZHONGSHAN, provision, open_case(ZHONGSHAN, answers)).amount
    return ZERO if amount is None else amount.low
