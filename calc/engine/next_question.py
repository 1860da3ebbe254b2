"""What to answer next: the open questions, ranked by what an answer would settle."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from itertools import groupby

from calc.engine.assess import Finding
from calc.engine.outcome import Outcome, Status
from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Answer, Day
from calc.rules.policy import Policy

BOUNDLESS = Fraction(10**9)
_PLACES: Mapping[str, int] = {fact: place for place, fact in enumerate(CATALOGUE)}
_Asking = Mapping[str, Sequence[Finding]]


@dataclass(frozen=True)
class NextQuestion:
    """A fact worth answering, with the provisions that ask for it."""

    fact: str
    why: tuple[str, ...]


def rank_questions(
    findings: Iterable[Finding], payees: Collection[str] | None = None, topic: str = ""
) -> Iterator[NextQuestion]:
    """Rank the unanswered facts that still matter; what nobody reads is not weighed.

    First comes what the provision `topic` lacks. Then comes what completes a stay whose first day is given. Then come
    those that are the last thing missing somewhere, then those that the text asks first somewhere (nobody is asked when
    a training began before it is known that there was one), then those that settle most provisions, then those that
    narrow most money.
    """
    asking = _find_asking(findings, payees)
    begun = _find_begun(asking)
    urgency = {
        fact: (not _asks(asking, fact, topic), begun.get(fact, len(CATALOGUE)), *_rank_urgency(asking, fact))
        for fact in asking
    }
    for _, tied in groupby(sorted(asking, key=urgency.__getitem__), urgency.__getitem__):
        facts = list(tied)
        for fact in sorted(facts, key=lambda fact: _rank_gain(asking, fact)) if len(facts) > 1 else facts:
            yield NextQuestion(fact, tuple(finding.provision.id for finding in asking[fact]))


def _asks(asking: _Asking, fact: str, topic: str) -> bool:
    return any(finding.provision.id == topic for finding in asking[fact])


def _find_asking(findings: Iterable[Finding], payees: Collection[str] | None) -> _Asking:
    """The findings that lack a fact, by the fact."""
    asking: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.concerns(payees):
            for fact in finding.outcome.missing:
                asking.setdefault(fact, []).append(finding)
    return asking


def _find_begun(asking: _Asking) -> Mapping[str, int]:
    """The facts that complete a stay whose first day is given, each with its place among those of the stay."""
    findings = {finding.provision.id: finding for lacking in asking.values() for finding in lacking}
    begun: dict[str, int] = {}
    for finding in findings.values():
        for span in finding.provision.spans:
            if finding.case.day(span.start):
                for fact in span.measure(finding.case).missing:
                    begun[fact] = min(begun.get(fact, len(CATALOGUE)), span.facts.index(fact))
    return begun


def _rank_urgency(asking: _Asking, fact: str) -> tuple[int, bool]:
    """Lower is more urgent: the last thing missing in many provisions, then what is asked first in one."""
    missing = [finding.outcome.missing for finding in asking[fact]]
    return -missing.count((fact,)), all(facts[0] != fact for facts in missing)


def _rank_gain(asking: _Asking, fact: str) -> tuple[Fraction, Fraction, int]:
    """Lower gains more: provisions settled, money narrowed; else the catalogue's order."""
    settled, narrowed = _score(asking[fact], fact)
    return -settled, -narrowed, _PLACES[fact]


def _score(findings: Sequence[Finding], fact: str) -> tuple[Fraction, Fraction]:
    """How many provisions the telling answers to a fact settle, and how much money they narrow, on average."""
    gains = [_gain(finding, fact) for finding in findings]
    count = max(len(_candidates(findings[0].policy, fact)), 1)
    settled = sum(settled for settled, _ in gains)
    narrowed = sum((narrowed for _, narrowed in gains), Fraction(0))
    return Fraction(settled, count), narrowed / count


def _gain(finding: Finding, fact: str) -> tuple[int, Fraction]:
    """For one provision: how many telling answers to a fact settle it, and how much money they narrow together."""
    width = _width(finding.outcome)
    settled, narrowed = 0, Fraction(0)
    for candidate in _candidates(finding.policy, fact):
        outcome = finding.suppose({fact: candidate})
        settled += outcome.status.is_refused or (outcome.status is Status.ELIGIBLE and not outcome.missing)
        narrowed += width - _width(outcome)
    return settled, narrowed


def _candidates(policy: Policy, fact: str) -> tuple[Answer, ...]:
    if isinstance(CATALOGUE[fact], Day):
        start = policy.term.start
        return (start, start - timedelta(days=1)) if policy.term.is_stated else ()
    return policy.landmarks.get(fact, ())


def _width(outcome: Outcome) -> Fraction:
    amount = outcome.amount
    if amount is None or not amount.is_counted:
        return Fraction(0)
    return BOUNDLESS if amount.high is None else amount.high - amount.low
