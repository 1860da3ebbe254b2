"""How far a visitor has come towards a sum, where only a number is short: months, or people."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from calc.engine.advise import Advice
from calc.engine.assess import Finding
from calc.engine.provision_answer import ProvisionAnswer
from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Count
from calc.rules.condition import measure
from calc.values.money import ZERO, Amount


@dataclass(frozen=True)
class Progress:
    """A number that is short: so many of `needed` are there. Having all brings the `amount` (None: not known yet).

    `more` is the verb for getting the rest, `text` the whole advice.
    """

    fact: str
    had: int
    needed: int
    unit: str
    more: str
    text: str
    amount: Amount | None

    @property
    def lacking(self) -> int:
        """How many are short."""
        return self.needed - self.had

    @property
    def share(self) -> Fraction:
        """The share that is there."""
        return Fraction(self.had, self.needed)


def find_progress(item: ProvisionAnswer) -> Progress | None:
    """Find the first advice that asks for nothing but more of a number; None where there is none."""
    return next((found for each in item.advice if (found := _read(item.finding, each))), None)


def find_nearest(items: Iterable[ProvisionAnswer]) -> tuple[ProvisionAnswer, Progress] | None:
    """Find what is nearest of all that is refused: a known sum first, then the largest share that is there."""
    refused = (item for item in items if item.finding.status.is_refused)
    near = [(item, progress) for item in refused if (progress := find_progress(item))]
    return max(near, key=lambda pair: (pair[1].amount is not None, pair[1].share), default=None)


def _read(finding: Finding, advice: Advice) -> Progress | None:
    counts = {fact: question for fact in advice.facts if isinstance(question := CATALOGUE[fact], Count)}
    leading = [fact for fact, question in counts.items() if question.more]  # the others only follow these
    if len(counts) < len(advice.facts) or len(leading) != 1:
        return None
    (fact,) = leading
    had, needed = _count(finding, fact), advice.facts[fact]
    if not isinstance(needed, int) or had >= needed:
        return None
    brings = advice.amount if advice.amount and advice.amount.low > ZERO else None
    return Progress(fact, had, needed, counts[fact].unit, counts[fact].more, advice.text, brings)


def _count(finding: Finding, fact: str) -> int:
    """Count what is there: months by their dates, where these are known."""
    spans = {span.months: span for span in finding.provision.spans}
    return int(measure(spans.get(fact, fact), finding.case).range.low)
