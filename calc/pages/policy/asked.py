"""Read what is asked with the form of a policy: who asks, about which provision, and with which answers."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from calc.engine.answer import Answer
from calc.engine.assess import Assessment, open_case
from calc.engine.doubts import find_doubts
from calc.engine.groups import assess_groups
from calc.facts.catalogue import Answers
from calc.facts.contradiction import Contradiction
from calc.facts.groups import (
    FIRST,
    Placement,
    complain_of_sums,
    list_groups,
    name_in_group,
    name_plainly,
)
from calc.facts.inference import find_out
from calc.pages.policy.day_asked import DAY_ASKED, suppose_day
from calc.pages.policy.form import topics_of
from calc.pages.policy.groups import (
    copy_first,
    list_group_facts,
    list_lacking,
    number_further,
)
from calc.pages.submission import Submission, read_group, read_submission
from calc.parts.field import TOPIC, WHO, first_field
from calc.parts.wording import ANYONE, asked_by
from calc.rules.payees import Payee
from calc.rules.policy import Policy


@dataclass(frozen=True)
class Asked:
    """One question with the form: who asks, about which provision, and with which answers."""

    policy: Policy
    typed: Mapping[str, str]
    is_submitted: bool = False
    left: Collection[str] = ()

    @cached_property
    def values(self) -> Mapping[str, str]:
        """The values of the form, with those that a further group takes over from the first."""
        return copy_first(self.typed, self._group_facts)

    @cached_property
    def who(self) -> str:
        """The role of the visitor; empty before the visitor has said it."""
        who = self.typed.get(WHO, "")
        return who if who in (*Payee, ANYONE) else ""

    @cached_property
    def topic(self) -> str:
        """The provision asked about first; empty for none."""
        topic = self.values.get(TOPIC, "")
        return topic if any(topic == provision.id for provision in topics_of(self.policy, self.who)) else ""

    @cached_property
    def sent(self) -> Submission:
        """The values of the fields that concern this role."""
        return read_submission(
            self._facts_asked(),
            self.values,
            is_submitted=self.is_submitted,
            left=self.left,
            find_doubts=self._find_doubts,
        )

    @cached_property
    def further(self) -> tuple[Submission, ...]:
        """The values of every further group."""
        facts = self._group_facts
        return tuple(read_group(facts, number, self.sent) for number in number_further(self.values) if facts)

    @cached_property
    def placement(self) -> Placement:
        """The usable answers of all groups."""
        return Placement(self.sent.answers, tuple(group.answers for group in self.further))

    @cached_property
    def sums(self) -> Mapping[str, str]:
        """The complaints about all groups together."""
        return complain_of_sums(self.placement)

    def list_complaints(self) -> Iterator[tuple[str, str]]:
        """List the complaints of a submission, each with its field."""
        for each in (self.sent, *self.further):
            yield from each.list_complaints()
        if self.is_submitted:
            yield from ((first_field(name), f"{name_plainly(name)}：{told}") for name, told in self.sums.items())

    @cached_property
    def _group_facts(self) -> tuple[str, ...]:
        return list_group_facts(self.policy, self.who)

    @cached_property
    def assessment(self) -> Assessment:
        return assess_groups(self.policy, self._suppose_day(self.placement))

    @property
    def shown(self) -> Answer:
        """The answer to show: on everything that concerns the role, the provision asked about first."""
        named = self.sent.answers
        # today leaves everything to reach: only the last day of a policy that is over leaves nothing
        is_dated = named.keys() == self.assessment.answers.keys() or self.policy.term.end is None
        undated = None if is_dated else assess_groups(self.policy, self.placement)
        return Answer(self.assessment, asked_by(self.who), self.topic, undated)

    @property
    def exact(self) -> Answer:
        """The answer for other programs: all that it says follows from the answers in it."""
        return Answer(self.assessment, asked_by(self.who))

    def find_relevant(self) -> frozenset[str]:
        """Find the facts that matter to the role; only clicked answers take questions away."""
        relevant: set[str] = set()
        # What was clicked stays while a number is typed: its findings are remembered.
        clicked = Placement(self.sent.clicked, tuple(group.clicked for group in self.further))
        for stage in (assess_groups(self.policy, self._suppose_day(clicked)), self.assessment):
            findings = [finding for finding in stage.findings if finding.concerns(asked_by(self.who))]
            for finding in findings:
                relevant |= {*finding.outcome.missing, *finding.outcome.awaited}
                relevant |= finding.provision.effect.welcome_facts
            for number, own in enumerate(stage.further, FIRST + 1):
                relevant |= {name_in_group(fact, number) for fact in list_lacking(findings, number, own)}
        groups = (self.placement.answers, *self.placement.further)
        for span in self.policy.spans:
            for number in (FIRST, *number_further(self.values)):
                if name_in_group(span.months, number) in relevant:
                    relevant.add(name_in_group(span.start, number))
                    # A first day given tells the months only together with the day before which nothing counts.
                    if span.since and span.start in groups[number - FIRST]:
                        relevant.add(name_in_group(span.since, number))
        return frozenset(relevant)

    def _suppose_day(self, placement: Placement) -> Placement:
        """The placement with the day asked: as late as any of its groups makes it."""
        supposed = [suppose_day(self.policy, answers, date.today()) for answers in list_groups(placement)]
        days = [day for answers in supposed if isinstance(day := answers.get(DAY_ASKED), date)]
        return replace(placement, answers={**placement.answers, DAY_ASKED: max(days)}) if days else placement

    def _find_doubts(self, answers: Answers) -> Iterator[Contradiction]:
        told = find_out(suppose_day(self.policy, answers, date.today()))
        return find_doubts(self.policy, open_case(self.policy, told.answers, left=told.left), answers)

    def _facts_asked(self) -> tuple[str, ...]:
        """Find the facts that concern the role; values of other roles wait until that role asks."""
        asked = {fact for provision in topics_of(self.policy, self.who) for fact in provision.facts}
        return tuple(fact for fact in self.policy.facts if fact in asked)
