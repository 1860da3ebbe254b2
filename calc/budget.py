"""Zhongshan's three-year budget: the document's own table from its rules, and again for other assumptions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calc.assess import open_case, weigh
from calc.facts import Answers
from calc.money import ZERO
from calc.policies.zhongshan import (
    ZHONGSHAN,
    agency_staff_subsidy,
    dispatch_subsidy,
    employment_subsidy,
    placement_plan,
    skill_reward,
)
from calc.policy import Provision
from calc.rules import Plan

FULL_STAY = 12

DOCUMENT_TABLE: Mapping[int, Mapping[str, int]] = {
    2017: {"agency": 100_000, "dispatch": 30_000, "employment": 360_000, "rewards": 50_000},
    2018: {"agency": 200_000, "dispatch": 60_000, "employment": 720_000, "rewards": 50_000},
    2019: {"agency": 200_000, "dispatch": 60_000, "employment": 720_000, "rewards": 50_000},
}
"""The document's figures in yuan: 54 + 103 + 103 = 260 万元 = 50 + 15 + 195, of the last 180 and 15."""


@dataclass(frozen=True)
class Assumptions:
    """What a year is reckoned with: persons placed, complete months each stays, certificates by level.

    The document gives 50,000 a year for rewards without saying for whom: a hundred lower certificates is our guess.
    """

    placements: int
    months: int = FULL_STAY
    lower_certificates: int = 100
    higher_certificates: int = 0
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
    def total(self) -> Fraction:
        """All lines together."""
        return self.agency + self.dispatch + self.employment + self.rewards

    def exceeds_document_by(self) -> Mapping[str, Fraction]:
        """How much each line differs from the document's own table."""
        return {line: getattr(self, line) - figure for line, figure in DOCUMENT_TABLE[self.year].items()}


def document_assumptions() -> Mapping[int, Assumptions]:
    """The document's own: its placement plan, and everybody stays a year."""
    plan = placement_plan.pays
    if not isinstance(plan, Plan):
        raise TypeError("Zhongshan's placement plan should be a plan")
    return {year: Assumptions(goal.persons) for goal in plan.goals for year in goal.years}


def reckon_budget(assumptions: Mapping[int, Assumptions]) -> tuple[BudgetYear, ...]:
    """The budget of each year, every line paid by the provisions' own declarations."""
    return tuple(_reckon_year(year, assumed) for year, assumed in sorted(assumptions.items()))


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
        rewards=_pay(skill_reward, {**placed, "skill_level": "intermediate"}) * assumed.lower_certificates
        + _pay(skill_reward, {**placed, "skill_level": "senior"}) * assumed.higher_certificates,
    )


def _pay(provision: Provision, answers: Answers) -> Fraction:
    """What a provision surely pays; nothing where it does not apply."""
    amount = weigh(ZHONGSHAN, provision, open_case(ZHONGSHAN, answers)).amount
    return ZERO if amount is None else amount.low
