"""What the other readings change in findings, worked out again only where a reading can turn the result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from calc.engine.assess import Alternative, Finding, open_case
from calc.engine.combine import Total, find_exclusions, list_exclusion_readings, total
from calc.engine.outcome import Outcome, weigh
from calc.facts.inference import Completed
from calc.rules.case import Step
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.reading import Reading
from calc.rules.word import Word, walk
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Otherwise:
    """Findings with one reading taken the other way: those that it changes, and the totals of all."""

    reading: Reading
    changed: tuple[Finding, ...]
    totals: tuple[Total, ...]


def add_alternatives(finding: Finding, known: Mapping[Reading, Completed]) -> Finding:
    """The finding with what the other readings change in it; `known` is what is known where one says otherwise."""
    found = (_read_otherwise(finding, reading, known) for reading in _list_readings(finding.policy, finding.provision))
    alternatives = tuple(alternative for alternative in found if alternative)
    return replace(finding, alternatives=alternatives) if alternatives else finding


def total_otherwise(findings: Sequence[Finding], totals: tuple[Total, ...]) -> tuple[Otherwise, ...]:
    """What the findings come to under each other reading that changes any of them, or their `totals`."""
    readings = [alternative.reading for finding in findings for alternative in finding.alternatives]
    others = [_take(findings, reading) for reading in dict.fromkeys((*readings, *list_exclusion_readings(findings)))]
    return tuple(other for other in others if other.changed or other.totals != totals)


def _take(findings: Sequence[Finding], reading: Reading) -> Otherwise:
    changed = {
        finding.provision.id: replace(finding, outcome=alternative.outcome)
        for finding in findings
        for alternative in finding.alternatives
        if alternative.reading == reading
    }
    taken = [changed.get(finding.provision.id, finding) for finding in findings]
    totals = total(taken, find_exclusions(taken, frozenset({reading.id})))
    return Otherwise(reading, tuple(changed.values()), totals)


def _read_otherwise(finding: Finding, reading: Reading, known: Mapping[Reading, Completed]) -> Alternative | None:
    """The outcome by the other reading; None where it grants nothing either, or the same."""
    outcome = finding.outcome
    if reading in known:
        day = {fact: answer for fact, answer in outcome.case.answers.items() if fact == "as_of"}
        told = known[reading]
        case = open_case(finding.policy, {**told.answers, **day}, reading, told.left)
        other = weigh(finding.policy, finding.provision, case)
    elif _stays_refused(outcome, reading):
        return None
    else:
        other = _weigh_again(outcome, reading)
    is_same = other.status.is_refused if outcome.status.is_refused else _are_alike(outcome, other)
    return None if is_same else Alternative(reading, other, differs=True)


def _stays_refused(outcome: Outcome, reading: Reading) -> bool:
    """Whether something refuses that the reading cannot turn."""
    if not outcome.status.is_refused:
        return False
    if outcome.timing.absence:
        return not _is_of_term(outcome.policy, reading)
    return any(step.verdict is Verdict.NO for step in _keep_steps(outcome, reading).values())


def _weigh_again(outcome: Outcome, reading: Reading) -> Outcome:
    """The outcome by the other reading: only the words that it can turn speak again."""
    policy, provision = outcome.policy, outcome.provision
    of_term = _is_of_term(policy, reading)
    case = open_case(policy, outcome.case.answers, reading, outcome.case.left)
    is_paid_alike = not outcome.status.is_refused and not _turns(reading, provision.effect, of_term=of_term)
    timed = None if of_term else outcome.timing
    paid = outcome.payout if is_paid_alike else None
    return Outcome(policy, provision, case, _keep_steps(outcome, reading), timed, paid)


def _keep_steps(outcome: Outcome, reading: Reading) -> dict[int, Step]:
    """The known steps of the conditions that a reading cannot turn, by their places."""
    places = _list_steady(outcome.policy, outcome.provision, reading)
    return {place: outcome.known[place] for place in places if place in outcome.known}


def _are_alike(outcome: Outcome, other: Outcome) -> bool:
    return (outcome.status, outcome.amount) == (other.status, other.amount)


@cache
def _list_readings(policy: Policy, provision: Provision) -> tuple[Reading, ...]:
    return tuple(policy.readings_of(provision))


@cache
def _list_steady(policy: Policy, provision: Provision, reading: Reading) -> tuple[int, ...]:
    """The places of a provision's conditions that a reading cannot turn."""
    of_term = _is_of_term(policy, reading)
    places = policy.places_of(provision)
    return tuple(place for place in places if not _turns(reading, policy.conditions[place], of_term=of_term))


@cache
def _is_of_term(policy: Policy, reading: Reading) -> bool:
    """Whether it is a reading of the policy's term: no provision has it in its own sentences."""
    return not any(reading in provision.readings for provision in policy.provisions)


@cache
def _turns(reading: Reading, word: Word, *, of_term: bool) -> bool:
    """Whether a reading can turn what a word says: it stands in it, or the word measures time and the term moves."""
    words = tuple(walk((word,)))
    return any(each.spans for each in words) if of_term else reading in words
