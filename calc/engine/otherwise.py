"""What the other readings change in findings, worked out again only where a reading can turn the result."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from calc.engine.assess import Alternative, Finding, open_case
from calc.engine.combine import Total, find_exclusions, list_exclusion_readings, total
from calc.engine.outcome import Outcome
from calc.rules.policy import Policy
from calc.rules.reading import Reading
from calc.rules.word import Word, walk
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Otherwise:
    """Findings with one reading taken the other way: those that it changes, and the totals of all."""

    reading: Reading
    changed: tuple[Finding, ...]
    totals: tuple[Total, ...]


def add_alternatives(finding: Finding) -> Finding:
    """The finding with what the other readings change in it."""
    found = (_read_otherwise(finding, reading) for reading in finding.policy.readings_of(finding.provision))
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


def _read_otherwise(finding: Finding, reading: Reading) -> Alternative | None:
    """The outcome by the other reading; None where it is the same."""
    policy, provision, outcome = finding.policy, finding.provision, finding.outcome
    of_term, turned = _is_of_term(policy, reading), _find_turned(policy, reading)
    places = [place for place in policy.places_of(provision) if place not in turned]
    kept = {place: outcome.known[place] for place in places if place in outcome.known}
    timed = None if of_term else outcome.timing
    if (timed and timed.absence) or any(step.verdict is Verdict.NO for step in kept.values()):
        return None
    paid = None if outcome.status.is_refused or _turns(reading, provision.effect, of_term=of_term) else outcome.payout
    other = Outcome(policy, provision, open_case(policy, outcome.case.answers, reading), kept, timed=timed, paid=paid)
    is_same = other.status.is_refused if outcome.status.is_refused else _are_alike(outcome, other)
    return None if is_same else Alternative(reading, other, differs=True)


def _are_alike(outcome: Outcome, other: Outcome) -> bool:
    return (outcome.status, outcome.amount) == (other.status, other.amount)


@cache
def _find_turned(policy: Policy, reading: Reading) -> frozenset[int]:
    """The places of the policy's conditions that a reading can turn."""
    of_term = _is_of_term(policy, reading)
    places = enumerate(policy.conditions)
    return frozenset(place for place, condition in places if _turns(reading, condition, of_term=of_term))


@cache
def _is_of_term(policy: Policy, reading: Reading) -> bool:
    """Whether it is a reading of the policy's term: no provision has it in its own sentences."""
    return not any(reading in provision.readings for provision in policy.provisions)


@cache
def _turns(reading: Reading, word: Word, *, of_term: bool) -> bool:
    """Whether a reading can turn what a word says: it stands in it, or the word measures time and the term moves."""
    words = tuple(walk((word,)))
    return any(each.spans for each in words) if of_term else reading in words
