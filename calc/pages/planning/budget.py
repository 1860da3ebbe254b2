"""Reckon Zhongshan's three-year budget from the document's rules and the assumptions of each year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calc.engine.assess import open_case
from calc.engine.outcome import Status, weigh
from calc.facts.catalogue import Answers
from calc.pages.planning.assumptions import Assumptions
from calc.pages.planning.document import BUDGET_LINES, DOCUMENT_TABLE
from calc.policies.zhongshan import (
    ZHONGSHAN,
    agency_staff_subsidy,
    dispatch_subsidy,
    employment_subsidy,
    skill_reward,
)
from calc.rules.provision import Provision
from calc.values.money import ZERO


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
        "months_employed": assumed.months,
        "workers_placed": assumed.placements,
        "agent_kind": ("government",),
        "is_entrusted": True,
        "meets_target": assumed.meets_target,
        "plan_year": str(year),
    }
    rewarded = {**placed, "job_start": date(year, 12, 31)}  # placed in the year, be it for less than a month
    return BudgetYear(
        year,
        agency=_pay(agency_staff_subsidy, placed),
        dispatch=_pay(dispatch_subsidy, placed),
        employment=_pay(employment_subsidy, placed) * assumed.placements,
        rewards=(
            _pay(skill_reward, {**rewarded, "skill_level": "intermediate"}) * assumed.lower_rate
            + _pay(skill_reward, {**rewarded, "skill_level": "senior"}) * assumed.higher_rate
        )
        * assumed.placements,
    )


def _pay(provision: Provision, answers: Answers) -> Fraction:
    """Find what a provision pays, be it an estimate; nothing where it does not apply or an authority decides."""
    outcome = weigh(ZHONGSHAN, provision, open_case(ZHONGSHAN, answers))
    if outcome.status is not Status.ELIGIBLE or outcome.amount is None:
        return ZERO
    return outcome.amount.high or ZERO
