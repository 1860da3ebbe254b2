"""What one region comes to in a comparison."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from calc.engine.assess import Assessment, Finding
from calc.engine.by_dates import ask_by_dates
from calc.engine.combine import Total, find_low, total_granted
from calc.engine.otherwise import Otherwise
from calc.engine.outcome import Status
from calc.engine.supposed import NOT_ASKED
from calc.facts.catalogue import Answers
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.reading import Reading
from calc.rules.word import unique
from calc.values.money import ZERO


@dataclass(frozen=True)
class PayeeSum:
    """The money of one payee in a region, of all funds: what is sure, and the most (None: no upper end).

    What the document only bounds, from above or from below, or expects, stands beside it.
    """

    payee: Payee
    sure: Fraction
    most: Fraction | None
    ceiling: Fraction = ZERO
    floor: Fraction = ZERO
    estimate: Fraction = ZERO


@dataclass(frozen=True, eq=False)
class RegionResult:
    """What one region comes to for those asked about, by the default readings and by each other one.

    `apart` are benefits that no single placement brings, such as an award for a job fair or for many workers, and
    `elsewhere` those of the other side of the job: named, never added.
    """

    assessment: Assessment
    concerned: tuple[Finding, ...]
    apart: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...]
    totals: tuple[Total, ...]
    otherwise: tuple[Otherwise, ...]
    notices: tuple[str, ...]

    @property
    def policy(self) -> Policy:
        """The policy of the region."""
        return self.assessment.policy

    @property
    def answers(self) -> Answers:
        """The answers with what is supposed."""
        return self.assessment.answers

    @cached_property
    def sure(self) -> Fraction:
        """The sure money of all payees, by the default readings: by it regions are ranked, nobody gets it alone."""
        return add_sure(self.totals)

    @cached_property
    def least(self) -> Fraction:
        """The sure money of all payees under every reading, taken one at a time."""
        return min((self.sure, *(add_sure(other.totals) for other in self.otherwise)))

    def list_other_sums(self, row: Total) -> tuple[tuple[Reading, Fraction], ...]:
        """The sure money of a row under each other reading that changes it."""
        sums = ((other.reading, find_low(other.totals, row)) for other in self.otherwise)
        return tuple((reading, low) for reading, low in sums if low != row.low)

    @cached_property
    def sums(self) -> tuple[PayeeSum, ...]:
        """The money of each payee, by the default readings."""
        return add_by_payee(self.totals)

    @cached_property
    def granted_sums(self) -> tuple[PayeeSum, ...]:
        """The money of each payee, of what is granted alone."""
        payees = {row.payee for row in self.totals}
        return add_by_payee(row for row in total_granted(self.concerned) if row.payee in payees)

    @cached_property
    def benefits(self) -> tuple[Finding, ...]:
        """What one can have: procedures, forms and duties are none."""
        return tuple(item for item in self.concerned if item.provision.is_benefit)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The facts that could still change something, months by their dates."""
        return unique(fact for item in self.concerned for fact in self.find_missing(item))

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The facts that benefits still lack; what is supposed is not asked."""
        missing = unique(fact for item in self.benefits for fact in self.find_missing(item))
        return tuple(fact for fact in missing if fact not in NOT_ASKED)

    def find_missing(self, finding: Finding) -> tuple[str, ...]:
        """The facts that a finding lacks by any reading, as a comparison asks for them."""
        missing = (*finding.outcome.missing, *(fact for item in finding.alternatives for fact in item.outcome.missing))
        return ask_by_dates(missing, self.assessment.case.answers) if missing else ()

    @property
    def granted(self) -> tuple[Finding, ...]:
        """What applies, or waits for nothing but an authority."""
        return tuple(item for item in self.benefits if item.status in (Status.ELIGIBLE, Status.JUDGEMENT))

    @property
    def open(self) -> tuple[Finding, ...]:
        """What still depends on facts."""
        return tuple(item for item in self.benefits if item.status is Status.UNKNOWN)

    @property
    def refused(self) -> tuple[Finding, ...]:
        """What does not apply."""
        return tuple(item for item in self.benefits if item.status.is_refused)

    @property
    def granted_otherwise(self) -> tuple[Finding, ...]:
        """What does not apply by the default readings, and does by another one."""
        return tuple(
            item
            for item in self.refused
            if any(other.outcome.status in (Status.ELIGIBLE, Status.JUDGEMENT) for other in item.alternatives)
        )

    @property
    def open_otherwise(self) -> tuple[Finding, ...]:
        """What does not apply by the default readings, and stays open by another one."""
        changed = (item for item in self.refused if item.alternatives)
        return tuple(item for item in changed if item not in self.granted_otherwise)

    @property
    def is_job_here(self) -> bool:
        """Whether the job is counted in the region."""
        return self.answers.get("works_here") is True


def add_sure(totals: Iterable[Total]) -> Fraction:
    """The sure money of some totals."""
    return sum((row.low for row in totals), ZERO)


def add_by_payee(totals: Iterable[Total]) -> tuple[PayeeSum, ...]:
    """The money of each payee in some totals, whatever the fund."""
    rows: dict[Payee, list[Total]] = {}
    for row in totals:
        rows.setdefault(row.payee, []).append(row)
    return tuple(_add_rows(payee, own) for payee, own in rows.items())


def _add_rows(payee: Payee, rows: list[Total]) -> PayeeSum:
    highs = [row.high for row in rows]
    most = None if None in highs else sum((high for high in highs if high is not None), ZERO)
    beside = zip(*((row.ceiling, row.floor, row.estimate) for row in rows), strict=True)
    return PayeeSum(payee, add_sure(rows), most, *(sum(each, ZERO) for each in beside))
