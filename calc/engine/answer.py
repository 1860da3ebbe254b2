"""The answer: everything that one policy says to one set of facts, each part computed once and read by everybody."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from calc.engine.agenda import Entry, draw_up_agenda
from calc.engine.assess import Assessment, Finding
from calc.engine.combine import (
    Combination,
    Exclusions,
    Total,
    find_exclusions,
    find_low,
    list_exclusion_readings,
    total,
    total_granted,
)
from calc.engine.next_question import NextQuestion, rank_questions
from calc.engine.outcome import Status
from calc.engine.provision_answer import ProvisionAnswer, answer_provision
from calc.facts.catalogue import Answers
from calc.facts.inference import Inferred
from calc.rules.policy import Policy
from calc.rules.reading import Reading


@dataclass(frozen=True, eq=False)
class Answer:
    """What an assessment comes to for the payees who ask (None: for all).

    Totals and exclusions count everybody; `concerned`, the agenda and the next questions only the payees who ask.
    `topic` is the provision that they ask about first; it leaves nothing out. `undated` is the same assessment without
    a day asked that nobody named. Advice is found there: a day supposed at the policy's end leaves nothing to reach.
    """

    assessment: Assessment
    payees: Collection[str] | None = None
    topic: str = ""
    undated: Assessment | None = None

    @property
    def policy(self) -> Policy:
        """The policy that answers."""
        return self.assessment.policy

    @property
    def answers(self) -> Answers:
        """The answers that were given."""
        return self.assessment.answers

    @cached_property
    def inferred(self) -> tuple[Inferred, ...]:
        """What was not answered and follows from the answers, of all that is asked for what is told."""
        asked = {fact for item in self.told for fact in item.finding.provision.facts}
        return tuple(item for item in self.assessment.inferred if item.fact in asked)

    @property
    def notices(self) -> tuple[str, ...]:
        """What is worth saying about the whole answer."""
        return self.assessment.notices

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in the document's order."""
        return self.assessment.findings

    @cached_property
    def provisions(self) -> tuple[ProvisionAnswer, ...]:
        """The answer on every provision, in the document's order."""
        advising = (self.undated or self.assessment).findings
        given = (self.undated or self.assessment).answers
        pairs = zip(self.findings, advising, strict=True)
        return tuple(answer_provision(finding, given, other) for finding, other in pairs)

    @cached_property
    def concerned(self) -> tuple[ProvisionAnswer, ...]:
        """The answers on the provisions that concern the payees who ask."""
        return tuple(item for item in self.provisions if item.finding.concerns(self.payees))

    @property
    def told(self) -> tuple[ProvisionAnswer, ...]:
        """The answers to tell: those that concern the payees who ask; to everybody also what authorities do."""
        return self.provisions if self.payees is None else self.concerned

    @cached_property
    def exclusions(self) -> Exclusions:
        """What excludes what, by the default readings."""
        return find_exclusions(self.findings)

    @cached_property
    def exclusions_otherwise(self) -> tuple[tuple[Reading, Exclusions], ...]:
        """What excludes what under each other reading of an exclusion."""
        readings = list_exclusion_readings(self.findings)
        return tuple((reading, find_exclusions(self.findings, frozenset({reading.id}))) for reading in readings)

    @property
    def combinations(self) -> tuple[Combination, ...]:
        """The best permitted combinations of benefits that exclude each other."""
        return self.exclusions.combinations

    @cached_property
    def combinations_otherwise(self) -> tuple[tuple[Reading, tuple[Combination, ...]], ...]:
        """The combinations under each other reading of an exclusion, where that changes them."""
        others = ((reading, exclusions.combinations) for reading, exclusions in self.exclusions_otherwise)
        return tuple((reading, combinations) for reading, combinations in others if combinations != self.combinations)

    @property
    def own_combinations(self) -> tuple[tuple[Reading | None, Combination], ...]:
        """Every combination with the reading that is taken the other way for it; none without a rival of one's own."""
        if not any(item.finding.provision.id in self.rivals for item in self.told):
            return ()
        usual = tuple((None, option) for option in self.combinations)
        return usual + tuple((reading, option) for reading, more in self.combinations_otherwise for option in more)

    @cached_property
    def rivals(self) -> frozenset[str]:
        """Every benefit that some other one excludes, by any reading."""
        return self.exclusions.involved.union(*(exclusions.involved for _, exclusions in self.exclusions_otherwise))

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """The totals of all payees, by payee and fund."""
        return total(self.findings, self.exclusions)

    @property
    def own_totals(self) -> tuple[Total, ...]:
        """The totals of the payees who ask."""
        return self.select_totals(self.totals)

    @property
    def own_granted_totals(self) -> tuple[Total, ...]:
        """The totals of the payees who ask, of what is granted alone."""
        return self.select_totals(total_granted(self.findings))

    @cached_property
    def totals_otherwise(self) -> tuple[tuple[Reading, tuple[Total, ...]], ...]:
        """The totals under each other reading that changes something for the payees who ask."""
        return tuple((reading, self._total_otherwise(reading)) for reading in _list_telling(self.concerned))

    def list_other_sums(self, row: Total) -> tuple[tuple[Reading, Fraction], ...]:
        """The sure money of a row under each other reading that changes it."""
        sums = ((reading, find_low(totals, row)) for reading, totals in self._all_otherwise)
        return tuple((reading, low) for reading, low in sums if low != row.low)

    def lacks_otherwise(self, reading: Reading) -> bool:
        """Whether something granted to those who ask would need further answers, were a sentence read the other way."""
        return any(
            other.reading == reading and not frozenset(item.finding.outcome.missing).issuperset(other.outcome.missing)
            for item in self.with_status(Status.ELIGIBLE)
            for other in item.finding.alternatives
        )

    @cached_property
    def _all_otherwise(self) -> tuple[tuple[Reading, tuple[Total, ...]], ...]:
        return tuple((reading, self._total_otherwise(reading)) for reading in _list_telling(self.provisions))

    def select_totals(self, totals: Collection[Total]) -> tuple[Total, ...]:
        """Of some totals those of the payees who ask."""
        return tuple(row for row in totals if self.payees is None or row.payee in self.payees)

    @cached_property
    def agenda(self) -> tuple[Entry, ...]:
        """The days that the payees who ask have to keep in mind, the first one first."""
        return draw_up_agenda(self.policy, self.concerned)

    @cached_property
    def next_questions(self) -> tuple[NextQuestion, ...]:
        """The questions that are still worth answering, the most useful one first."""
        return tuple(rank_questions(self.findings, self.payees, self.topic))

    @cached_property
    def next_question(self) -> NextQuestion | None:
        """The first of them, found without ranking the others."""
        return next(rank_questions(self.findings, self.payees, self.topic), None)

    def with_status(self, *statuses: Status) -> tuple[ProvisionAnswer, ...]:
        """The concerned answers that have one of these statuses."""
        return tuple(item for item in self.concerned if item.finding.status in statuses)

    def _total_otherwise(self, reading: Reading) -> tuple[Total, ...]:
        findings = [_read_otherwise(finding, reading) for finding in self.findings]
        return total(findings, find_exclusions(findings))


def _list_telling(items: Iterable[ProvisionAnswer]) -> tuple[Reading, ...]:
    """The readings that change something, each once."""
    others = (other for item in items for other in item.finding.alternatives if other.differs)
    return tuple(dict.fromkeys(other.reading for other in others))


def _read_otherwise(finding: Finding, reading: Reading) -> Finding:
    """The finding with one reading taken the other way."""
    others = [item.outcome for item in finding.alternatives if item.reading == reading]
    return replace(finding, outcome=others[0]) if others else finding
