"""Find what somebody can apply for, and the most that each offer brings, as far as the document sets an end to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from calc.engine.assess import Finding, assess_by_default
from calc.engine.combine import find_exclusions, total
from calc.engine.supposed import GOES_ON, HEAD_COUNTS, HERE
from calc.facts.catalogue import Answers
from calc.facts.worker import Worker
from calc.rules.payees import WANTED, Nature, Payee
from calc.rules.policy import Policy
from calc.values.money import ZERO, Amount, say_yuan

ONE_HEAD: Mapping[str, int] = dict.fromkeys(HEAD_COUNTS, 1)
PERSONS = (Payee.WORKER, Payee.FAMILY)
"""Of them each is one; an institution is paid for many."""
NO_SUMS = {
    Nature.RATE: "按实际的数算",
    Nature.REFERENCED: "按规定",
    Nature.RECOGNITION: "可以申请认定",
}
"""What stands in place of the most, where the document sets no end."""


@dataclass(frozen=True)
class Offer:
    """Something that somebody may get, with its most (None: no end), counted for each head or as a whole."""

    finding: Finding
    most: Fraction | None
    is_per_head: bool = False

    def say_most(self) -> str:
        """Say the most, or the words in its place."""
        provision = self.finding.provision
        if self.most is None:
            return NO_SUMS.get(provision.nature) or provision.effect.explain()
        limits = provision.effect.limits()
        (bound,) = limits if len(limits) == 1 and "" not in limits else ("最多 ",)
        return f"{'每人' if self.is_per_head else ''}{bound}{say_yuan(self.most)}"


def list_offers(policy: Policy, payees: tuple[Payee, ...] | None, answers: Answers) -> tuple[Offer, ...]:
    """List what these payees (None: any) may get by the default readings, the most first."""
    day = {"as_of": policy.term.end} if policy.term.end else {}
    whole = assess_by_default(policy, {**answers, **day}, payees).findings
    single = assess_by_default(policy, {**answers, **day, **ONE_HEAD}, payees).findings
    offers = (
        _measure(finding, alone.amount)
        for finding, alone in zip(whole, single, strict=True)
        if finding.provision.nature in WANTED and finding.concerns(payees) and not finding.status.is_refused
    )
    return tuple(sorted(offers, key=lambda offer: (offer.most is None, -(offer.most or ZERO))))


def say_reach(policy: Policy, payee: Payee) -> str:
    """Say how much a payee can get: one person in all, while working there; an institution by its largest offer."""
    if payee in PERSONS and (most := _find_most_of_person(policy, payee)):
        return f"{'在这里上班的，' if payee is Payee.WORKER else ''}一个人最多 {say_yuan(most)}"
    offers = list_offers(policy, (payee,), {})
    ended = [offer for offer in offers if offer.most]
    if largest := next((offer for offer in ended if not offer.is_per_head), None):
        return f"一项{largest.say_most()}"
    return ended[0].say_most() if ended else "，".join(dict.fromkeys(offer.say_most() for offer in offers))


def _measure(finding: Finding, alone: Amount | None) -> Offer:
    if most := _find_end(finding.amount):
        return Offer(finding, most)
    most = _find_end(alone)
    return Offer(finding, most, is_per_head=most is not None)


def _find_end(amount: Amount | None) -> Fraction | None:
    return amount.high or None if amount and amount.is_counted else None


def _find_most_of_person(policy: Policy, payee: Payee) -> Fraction:
    """Find the most for one of those whom the policy names, who works there and goes on working."""
    homes = (home for home in policy.options_of("home") if home != Worker.home.rest)
    people: list[Answers] = [{"home": home} for home in homes] or [{}]
    return max(_add_up(list_offers(policy, (payee,), {**HERE, **GOES_ON, **person})) for person in people)


def _add_up(offers: Iterable[Offer]) -> Fraction:
    """Add up the offers that have an end; of those that exclude each other the best choice counts."""
    findings = tuple(offer.finding for offer in offers if offer.most)
    return sum(((row.high or ZERO) + row.ceiling for row in total(findings, find_exclusions(findings))), ZERO)
