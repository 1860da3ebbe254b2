"""One person, or one placement with all who gain from it, through every region."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from calc.engine.assess import Assessment, Finding, find_by_default, open_case
from calc.engine.by_dates import find_typed_months, say_typed_months
from calc.engine.combine import Total, find_exclusions, total
from calc.engine.otherwise import Otherwise, add_alternatives, total_otherwise
from calc.engine.outcome import weigh
from calc.engine.region import RegionResult
from calc.engine.supposed import HEAD_COUNTS, HERE, OF_WORK, Supposed, suppose
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.inference import Completed
from calc.policies import POLICIES
from calc.rules.case import Case
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.reading import Reading
from calc.rules.word import walk
from calc.values.truth import Verdict

Payees = tuple[Payee, ...] | None
"""Who is asked about; None for everybody."""

Add = Callable[[Policy, Answers], Answers]
"""Adds to the answers what is taken for granted of a policy, such as the day asked."""


def add_nothing(policy: Policy, answers: Answers) -> Answers:
    """The answers as they are."""
    return answers


def compare(answers: Answers, *, is_placement: bool = False, add: Add = add_nothing) -> tuple[RegionResult, ...]:
    """Every region for the same answers; in a placement each policy counts one person if it is about that person.

    What is added is nobody's answer: a region's result does not name it among its answers.
    """
    payees = payees_compared(is_placement=is_placement)
    supposed = suppose(answers)
    results = []
    for policy in POLICIES.values():
        heads = _count_heads(policy, answers) if is_placement else {}
        others = _count_heads_otherwise(policy, answers, heads) if is_placement else {}
        known = {reading: supposed.taken.count(other).told for reading, other in others.items()}
        results.append(_ask(policy, supposed, heads, known, payees, add))
    return tuple(results)


def payees_compared(*, is_placement: bool) -> Payees:
    """Who is asked about: a worker and the family, or everybody who gains from a placement."""
    return None if is_placement else (Payee.WORKER, Payee.FAMILY)


@cache
def is_of_placement(provision: Provision) -> bool:
    """Whether a provision is about somebody's work: it asks for the worker, the job, or how many are concerned."""
    return not OF_WORK.isdisjoint(provision.facts)


def rank_regions(results: Iterable[RegionResult]) -> tuple[RegionResult, ...]:
    """Most money that is sure under every reading first, then most that is sure by the default readings.

    Where both are the same, most that applies, then most that is still open.
    """
    return tuple(
        sorted(results, key=lambda result: (-result.least, -result.sure, -len(result.granted), -len(result.open)))
    )


def rank_missing(results: Iterable[RegionResult]) -> tuple[str, ...]:
    """Rank the missing facts: first by how much they settle at once, then by how many regions ask for them."""
    last, regions, asking = Counter[str](), Counter[str](), Counter[str]()
    for result in results:
        regions.update(result.needed)
        for finding in result.benefits:
            missing = result.find_missing(finding)
            asking.update(missing)
            if len(missing) == 1:
                last.update(missing)
    order = {fact: place for place, fact in enumerate(CATALOGUE)}
    return tuple(sorted(regions, key=lambda fact: (-regions[fact], -last[fact], -asking[fact], order[fact])))


def _count_heads(policy: Policy, answers: Answers, other: Reading | None = None) -> Answers:
    """One head where the worker is one of the policy's people, none where not; left open while that is unknown."""
    verdict = policy.people.judge(open_case(policy, answers, other)).verdict
    return dict.fromkeys(HEAD_COUNTS, int(verdict is Verdict.YES)) if verdict in (Verdict.YES, Verdict.NO) else {}


def _count_heads_otherwise(policy: Policy, answers: Answers, heads: Answers) -> dict[Reading, Answers]:
    """The heads by each other reading of who the policy's people are, where they are not the same."""
    readings = (word for word in walk((policy.people,)) if isinstance(word, Reading))
    counted = {reading: _count_heads(policy, answers, reading) for reading in readings}
    return {reading: other for reading, other in counted.items() if other != heads}


def _is_for_many(finding: Finding) -> bool:
    """Whether it is refused for no other reason than that one person is not enough: it looks at all employed."""
    counts = [fact for fact in HEAD_COUNTS if fact in finding.case.answers]
    if not finding.status.is_refused or 1 not in (finding.case.get(fact) for fact in counts):
        return False
    return not weigh(finding.policy, finding.provision, finding.case.forgetting(counts)).status.is_refused


def _ask(
    policy: Policy, supposed: Supposed, heads: Answers, known: Mapping[Reading, Completed], payees: Payees, add: Add
) -> RegionResult:
    side = supposed.taken.count(heads)
    case = open_case(policy, add(policy, side.told.answers), left=side.told.left)
    findings = _find(policy, case, payees)
    asked = [finding for finding in findings if finding.concerns(payees)]
    apart = [item for item in asked if not is_of_placement(item.provision) or _is_for_many(item)]
    concerned = tuple(add_alternatives(item, known) for item in asked if item not in apart)
    totals = total(concerned, find_exclusions(concerned))
    otherwise = total_otherwise(concerned, totals)
    assessment = Assessment(policy, side.given, case, findings)
    return RegionResult(
        assessment=assessment,
        concerned=concerned,
        apart=tuple(item for item in apart if item.provision.is_benefit),
        elsewhere=tuple(_find_elsewhere(concerned, supposed, heads, add)),
        totals=_select(totals, payees),
        otherwise=tuple(Otherwise(item.reading, item.changed, _select(item.totals, payees)) for item in otherwise),
        notices=tuple(_list_notices(assessment, supposed)),
    )


def _find(policy: Policy, case: Case, payees: Payees) -> tuple[Finding, ...]:
    """The findings by the default readings; what only the day asked could date is asked on the term's last day.

    One day cannot lie in windows that end at different times. Where claims have closed, it is too late all the same.
    """
    findings = find_by_default(policy, case, payees)
    end, until, as_of = policy.term.end, policy.claims_until, case.day("as_of")
    if end is None or as_of is None or as_of <= end or (until and as_of > until):
        return findings
    timely = find_by_default(policy, case.supposing({"as_of": end}), payees)
    pairs = zip(findings, timely, strict=True)
    return tuple(in_term if late.provision.timing_fact == "as_of" else late for late, in_term in pairs)


def _find_elsewhere(concerned: Iterable[Finding], supposed: Supposed, heads: Answers, add: Add) -> Iterator[Finding]:
    """What is refused on the side of the job that is taken, and not on the other one."""
    for finding in concerned:
        provision, policy = finding.provision, finding.policy
        if provision.is_benefit and finding.status.is_refused and _hangs(finding, supposed.hanging):
            case = open_case(policy, add(policy, {**heads, **supposed.other.answers}), left=supposed.other.left)
            other = weigh(policy, provision, case)
            if not other.status.is_refused:
                yield Finding(policy, provision, case, finding.payees, other)


def _hangs(finding: Finding, facts: frozenset[str]) -> bool:
    """Whether a refusal can hang on some facts: nothing refuses that asks for none of them."""
    policy, known = finding.policy, finding.outcome.known
    refusing = (place for place in policy.places_of(finding.provision) if place in known)
    refusing = (place for place in refusing if known[place].verdict is Verdict.NO)
    return not facts.isdisjoint(finding.provision.facts) and not any(
        facts.isdisjoint(policy.conditions[place].every_fact) for place in refusing
    )


def _list_notices(assessment: Assessment, supposed: Supposed) -> Iterator[str]:
    """What is worth saying about a region's result as a whole."""
    policy, case = assessment.policy, assessment.case
    if supposed.against and not HERE.keys().isdisjoint(policy.facts):
        said = "、".join(f"“{case.say(fact)}”" for fact in supposed.against)
        yield f"您填了{said}，工作就不在{policy.place}；这里按您填的算。"
    yield from assessment.notices
    if typed := [fact for fact in find_typed_months(assessment.answers) if fact in policy.facts]:
        yield say_typed_months(typed)


def _select(totals: Iterable[Total], payees: Payees) -> tuple[Total, ...]:
    return tuple(row for row in totals if payees is None or row.payee in payees)
