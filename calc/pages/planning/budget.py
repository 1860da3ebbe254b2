"""Reckon Zhongshan's three-year budget from the document's rules and the assumptions of each year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calc.engine.assess import open_case
from calc.engine.outcome import Status, weigh
from calc.facts.catalogue import Answers
from calc.pages.planning.assumptions import MONTHS, Assumptions
from calc.pages.planning.document import BUDGET_LINES, DOCUMENT_TABLE
from calc.policies.zhongshan import (
    ZHONGSHAN,
    agency_staff_subsidy,
    dispatch_subsidy,
    employment_subsidy,
    skill_reward,
)
from calc.rules.provision import Provision
from calc.values.money import ZERO, say_yuan


@dataclass(frozen=True)
class Term:
    """A part of a line: so much for each of so many persons, or once where nobody is counted."""

    each: Fraction
    persons: int | None = None

    @property
    def amount(self) -> Fraction:
        """The sum for all of them."""
        return self.each if self.persons is None else self.each * self.persons

    def say(self) -> str:
        """Say the part: 300 人 × 2,400 元."""
        return say_yuan(self.each) if self.persons is None else f"{self.persons:,} 人 × {say_yuan(self.each)}"


@dataclass(frozen=True)
class BudgetYear:
    """One year's lines, each with the parts that make it up."""

    year: int
    terms: Mapping[str, tuple[Term, ...]]

    @property
    def lines(self) -> dict[str, Fraction]:
        """The figures by line in yuan."""
        return {line: sum((term.amount for term in self.terms[line]), ZERO) for line in BUDGET_LINES}

    @property
    def total(self) -> Fraction:
        """The sum of all lines."""
        return sum(self.lines.values(), ZERO)

    def differences_from_document(self) -> Mapping[str, Fraction]:
        """Subtract the document's own table, line by line."""
        return {line: self.lines[line] - figure for line, figure in DOCUMENT_TABLE[self.year].items()}


def reckon_budget(assumptions: Mapping[int, Assumptions]) -> tuple[BudgetYear, ...]:
    """Reckon the budget of each year; the provisions' own declarations pay every line."""
    return tuple(_reckon_year(year, assumed) for year, assumed in sorted(assumptions.items()))


def _reckon_year(year: int, assumed: Assumptions) -> BudgetYear:
    placed: Answers = {
        "as_of": ZHONGSHAN.term.end or date(year, 12, 31),
        "home": "daguan",
        "is_registered_poor": True,
        "is_enterprise": True,
        "works_here": True,
        "is_insured": True,
        "has_qualification": True,
        "certificate_date": date(year, 12, 31),
        "workers_placed": 1,
        "agent_kind": ("government",),
        "is_entrusted": True,
        "meets_target": assumed.meets_target,
        "plan_year": str(year),
    }
    rewarded = {**placed, "job_start": date(year, 12, 31)}  # placed in the year, be it for less than a month
    stays = ((assumed.months, assumed.stayers), (assumed.leaver_months, assumed.leavers))
    levels = {"intermediate": assumed.lower_certificates, "senior": assumed.higher_certificates}

    def pay_stays(provision: Provision) -> tuple[Term, ...]:
        return tuple(Term(_pay(provision, {**placed, MONTHS: months}), count) for months, count in stays)

    return BudgetYear(
        year,
        {
            "agency": (Term(_pay(agency_staff_subsidy, placed)),),
            "dispatch": pay_stays(dispatch_subsidy),
            "employment": pay_stays(employment_subsidy),
            "rewards": tuple(
                Term(_pay(skill_reward, {**rewarded, "skill_level": level}), count) for level, count in levels.items()
            ),
        },
    )


def _pay(provision: Provision, answers: Answers) -> Fraction:
    """Find what a provision pays, be it an estimate; nothing where it does not apply or an authority decides."""
    outcome = weigh(ZHONGSHAN, provision, open_case(ZHONGSHAN, answers))
    if outcome.status is not Status.ELIGIBLE or outcome.amount is None:
        return ZERO
    return outcome.amount.high or ZERO
