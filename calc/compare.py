"""One person, or one placement with all who gain from it, through every region."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from calc.assess import Finding, assess, open_case
from calc.combine import Total, total
from calc.facts import Answers
from calc.money import ZERO
from calc.payees import Payee
from calc.policies import POLICIES
from calc.policy import Policy
from calc.questions import Answer
from calc.rules.word import unique
from calc.truth import Verdict

SUPPOSED: Mapping[str, Answer] = {"works_here": True}
"""Each region is asked as if the job were there."""

HEAD_COUNTS = ("workers_hired", "workers_placed", "workers_trained")
"""In a placement one person is hired, placed and trained, if the policy is about that person; else nobody is."""


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
    """Every region for the same answers; in a placement each policy counts one person if it is about that person."""
    payees = None if is_placement else (Payee.WORKER, Payee.FAMILY)
    results = []
    for policy in POLICIES.values():
        supposed = {**SUPPOSED, **(_count_heads(policy, answers) if is_placement else {}), **answers}
        results.append(_ask(policy, supposed, payees))
    return tuple(results)


def _count_heads(policy: Policy, answers: Answers) -> Answers:
    """One head where the worker is one of the policy's people, none where not; left open while that is unknown."""
    verdict = policy.people.judge(open_case(policy, answers)).verdict
    if verdict in (Verdict.YES, Verdict.NO):
        return dict.fromkeys(HEAD_COUNTS, int(verdict is Verdict.YES))
    return {}


def _ask(policy: Policy, answers: Answers, payees: tuple[Payee, ...] | None) -> RegionResult:
    assessment = assess(policy, answers, with_readings=False)
    concerned = tuple(finding for finding in assessment.findings if finding.concerns(payees))
    rows = tuple(row for row in total(assessment) if payees is None or row.payee in payees)
    return RegionResult(policy, concerned, rows, unique(fact for item in concerned for fact in item.outcome.missing))
