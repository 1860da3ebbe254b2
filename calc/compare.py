"""One person, or one placement with all who gain from it, through every region."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from calc.assess import Finding, assess
from calc.combine import Total, total
from calc.facts import Answers
from calc.money import ZERO
from calc.policies import POLICIES
from calc.policy import Payee, Policy
from calc.questions import Answer
from calc.rules.word import unique

SUPPOSED: Mapping[str, Answer] = {"works_here": True}
"""Each region is asked as if the job were there."""

PLACEMENT: Mapping[str, Answer] = {"workers_hired": 1, "workers_placed": 1, "workers_trained": 1}
"""One placement is one person hired, placed and trained."""


@dataclass(frozen=True)
class RegionResult:
    """What one region comes to for those asked about: findings, totals by payee and fund, and what is still missing."""

    policy: Policy
    concerned: tuple[Finding, ...]
    totals: tuple[Total, ...]
    missing: tuple[str, ...]

    @property
    def sure(self) -> Fraction:
        """The sure money of all payees."""
        return sum((row.low for row in self.totals), ZERO)


def compare(answers: Answers, *, is_placement: bool = False) -> tuple[RegionResult, ...]:
    """Every region's result for the same answers; a placement counts one person where no number is given."""
    supposed = {**SUPPOSED, **(PLACEMENT if is_placement else {}), **answers}
    payees = None if is_placement else (Payee.WORKER, Payee.FAMILY)
    return tuple(_ask(policy, supposed, payees) for policy in POLICIES.values())


def _ask(policy: Policy, answers: Answers, payees: tuple[Payee, ...] | None) -> RegionResult:
    assessment = assess(policy, answers, with_readings=False)
    concerned = tuple(
        finding
        for finding in assessment.findings
        if finding.payee is not Payee.AUTHORITY and (payees is None or finding.payee in payees)
    )
    rows = tuple(row for row in total(assessment) if payees is None or row.payee in payees)
    return RegionResult(policy, concerned, rows, unique(fact for item in concerned for fact in item.outcome.missing))
