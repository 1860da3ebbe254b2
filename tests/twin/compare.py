"""Ask the calculator and the twin the same, and list where they differ."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from calc.engine.assess import open_case
from calc.engine.outcome import Outcome, weigh
from calc.policies import POLICIES
from calc.rules.policy import Policy
from tests.twin import TWIN
from tests.twin.plain import Sum
from tests.twin.questions import QUESTIONS, Question

SEED = 20_200_427


@dataclass(frozen=True)
class Difference:
    """One provision about which the two disagree."""

    policy: str
    provision: str
    question: Question
    twin: Sum | None
    calculator: Sum | str | None

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={answer}" for name, answer in sorted(self.question.items()))
        return f"{self.policy} {self.provision}: twin {self.twin}, calculator {self.calculator}, for {facts}"


def ask_many(policy: str, count: int, seed: int = SEED) -> Iterator[Question]:
    """The first questions to a policy, always the same for a seed."""
    random = Random(f"{policy} {seed}")
    for _ in range(count):
        yield QUESTIONS[policy](random)


def compare(policy: str, question: Question, granted: Counter[str]) -> list[Difference]:
    """Where calculator and twin differ about one question. Counts in `granted` what the twin grants."""
    differences = []
    for provision, rule in TWIN[policy].items():
        expected = rule(question)
        if expected is not None:
            granted[provision] += 1
        found = read_outcome(calculate(POLICIES[policy], provision, question))
        if found != expected:
            differences.append(Difference(policy, provision, question, expected, found))
    return differences


def calculate(policy: Policy, name: str, question: Question) -> Outcome:
    """What the calculator says of one provision by the default readings, which are the twin's."""
    provision = policy.provision(name)
    return weigh(policy, provision, open_case(policy, dict(provision.select(question))))


def read_outcome(outcome: Outcome) -> Sum | str | None:
    """An outcome as the twin writes it: None when refused, a word for a status that full facts do not allow."""
    status, amount = outcome.status.value, outcome.amount
    if status in ("ineligible", "outside"):
        return None if amount is None else f"{status}, yet with an amount"
    if status != "eligible" or amount is None:
        return status
    if not amount.is_counted:
        return (amount.kind.value, None, None)
    low, high = amount.low * 100, None if amount.high is None else amount.high * 100
    if low.denominator != 1 or (high is not None and high.denominator != 1):
        return f"{amount.kind.value} with part of a fen"
    return (amount.kind.value, int(low), None if high is None else int(high))
