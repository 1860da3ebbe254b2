"""One person, or one placement with all who gain from it, through every region."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property

from calc.engine.assess import Finding, find_by_default, open_case
from calc.engine.combine import Total, find_exclusions, total
from calc.engine.outcome import Status, weigh
from calc.facts.agent import Agent
from calc.facts.business import Park
from calc.facts.catalogue import CATALOGUE, SUBJECT_OF, SUBJECTS, Answers
from calc.facts.employer import Applicant, Employer
from calc.facts.inference import complete, find_out
from calc.facts.inquiry import Inquiry
from calc.facts.questions import Answer, Count
from calc.policies import POLICIES
from calc.rules.case import Case
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.word import unique
from calc.values.money import ZERO
from calc.values.truth import Verdict

SUPPOSED: Mapping[str, Answer] = {"works_here": True}
"""Each region is asked as if the job were there."""

HEAD_COUNTS = tuple(
    sorted(fact for fact, asked in CATALOGUE.items() if isinstance(asked, Count) and asked.counts_placed)
)
"""In a placement one person is hired, placed and trained, if the policy is about that person; else nobody is."""

OF_INSTITUTIONS = frozenset(SUBJECTS[subject] for subject in (Employer, Applicant, Agent, Park, Inquiry))
"""What is asked under these names is about an institution, not about anybody's work."""

NOT_ASKED = frozenset((*SUPPOSED, *HEAD_COUNTS))
"""What a comparison does not ask, for it supposes it."""


@dataclass(frozen=True)
class RegionResult:
    """What one region comes to for those asked about: findings, totals by payee and fund, and what is still missing.

    `apart` are benefits that no single placement brings, such as an award for a job fair or for many workers: named,
    never added.
    """

    policy: Policy
    answers: Answers
    concerned: tuple[Finding, ...]
    apart: tuple[Finding, ...]
    totals: tuple[Total, ...]
    missing: tuple[str, ...]

    @property
    def sure(self) -> Fraction:
        """The sure money of all payees."""
        return sum((row.low for row in self.totals), ZERO)

    @property
    def most(self) -> Fraction | None:
        """The most that it could come to, ceilings apart; None where that has no upper end."""
        highs = [row.high for row in self.totals]
        return None if None in highs else sum((high for high in highs if high is not None), ZERO)

    @property
    def ceiling(self) -> Fraction:
        """What the document only bounds from above, beside the sure money and never inside it."""
        return sum((row.ceiling for row in self.totals), ZERO)

    @cached_property
    def benefits(self) -> tuple[Finding, ...]:
        """What one can have: procedures, forms and duties are none."""
        return tuple(item for item in self.concerned if item.provision.is_benefit)

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The facts that benefits still lack; what is supposed is not asked."""
        missing = unique(fact for item in self.benefits for fact in item.outcome.missing)
        return tuple(fact for fact in missing if fact not in NOT_ASKED)

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


def compare(answers: Answers, *, is_placement: bool = False) -> tuple[RegionResult, ...]:
    """Every region for the same answers; in a placement each policy counts one person if it is about that person."""
    payees = payees_compared(is_placement=is_placement)
    told = find_out({**SUPPOSED, **complete(answers)})
    results = []
    for policy in POLICIES.values():
        heads = _count_heads(policy, answers) if is_placement else {}
        case = open_case(policy, {**heads, **told.answers}, left=told.left)
        results.append(_ask(policy, {**SUPPOSED, **heads, **answers}, case, payees))
    return tuple(results)


def payees_compared(*, is_placement: bool) -> tuple[Payee, ...] | None:
    """Who is asked about: a worker and the family, or everybody who gains from a placement."""
    return None if is_placement else (Payee.WORKER, Payee.FAMILY)


@cache
def is_of_placement(provision: Provision) -> bool:
    """Whether a provision is about somebody's work: it asks for the worker, the job, or how many are concerned."""
    return any(SUBJECT_OF[fact] not in OF_INSTITUTIONS or fact in HEAD_COUNTS for fact in provision.facts)


def rank_regions(results: Iterable[RegionResult]) -> tuple[RegionResult, ...]:
    """Most sure money first; where that is the same, most that applies, then most that is still open."""
    return tuple(sorted(results, key=lambda result: (-result.sure, -len(result.granted), -len(result.open))))


def rank_missing(results: Iterable[RegionResult]) -> tuple[str, ...]:
    """Rank the missing facts: first by how much they settle at once, then by how many regions ask for them."""
    last, regions, asking = Counter[str](), Counter[str](), Counter[str]()
    for result in results:
        regions.update(result.needed)
        for finding in result.benefits:
            asking.update(finding.outcome.missing)
            if len(finding.outcome.missing) == 1:
                last.update(finding.outcome.missing)
    order = {fact: place for place, fact in enumerate(CATALOGUE)}
    return tuple(sorted(regions, key=lambda fact: (-regions[fact], -last[fact], -asking[fact], order[fact])))


def _count_heads(policy: Policy, answers: Answers) -> Answers:
    """One head where the worker is one of the policy's people, none where not; left open while that is unknown."""
    verdict = policy.people.judge(open_case(policy, answers)).verdict
    if verdict in (Verdict.YES, Verdict.NO):
        return dict.fromkeys(HEAD_COUNTS, int(verdict is Verdict.YES))
    return {}


def _is_for_many(finding: Finding) -> bool:
    """Whether it is refused for no other reason than that one person is not enough: it looks at all employed."""
    counts = [fact for fact in HEAD_COUNTS if fact in finding.case.answers]
    if not finding.status.is_refused or 1 not in (finding.case.get(fact) for fact in counts):
        return False
    return not weigh(finding.policy, finding.provision, finding.case.forgetting(counts)).status.is_refused


def _ask(policy: Policy, answers: Answers, case: Case, payees: tuple[Payee, ...] | None) -> RegionResult:
    findings = find_by_default(policy, case, payees)
    asked = tuple(finding for finding in findings if finding.concerns(payees))
    concerned = tuple(item for item in asked if is_of_placement(item.provision) and not _is_for_many(item))
    apart = tuple(item for item in asked if item not in concerned and item.provision.is_benefit)
    totals = total(concerned, find_exclusions(concerned))
    rows = tuple(row for row in totals if payees is None or row.payee in payees)
    missing = unique(fact for item in concerned for fact in item.outcome.missing)
    return RegionResult(policy, answers, concerned, apart, rows, missing)
