"""Answer the page of one policy: its form, the answer and the complaints for the values of the form."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from calc.contract.build import print_answer
from calc.engine.answer import Answer
from calc.engine.assess import Assessment, Finding
from calc.engine.groups import UNITS, assess_groups
from calc.facts.groups import (
    FIRST,
    GROUPS,
    MOST_GROUPS,
    Placement,
    SiftedGroup,
    complain_of_sums,
    list_groups,
    list_names,
    name_in_group,
    spread,
)
from calc.facts.link import open_link, write_link
from calc.pages.opening import answer_link
from calc.pages.policy.calendar_file import write_calendar
from calc.pages.policy.day_asked import DAY_ASKED, suppose_day
from calc.pages.policy.form import render_form, topics_of
from calc.pages.policy.groups import (
    copy_first,
    count_groups,
    list_group_facts,
    list_lacking,
    number_further,
    tell_copied,
)
from calc.pages.policy.guide import render_guide
from calc.pages.policy.result import announce, render_invitation, render_result, summarize
from calc.pages.policy.sheet import render_sheet
from calc.pages.policy.speech import speak
from calc.pages.reply import File, Parts, Reply
from calc.pages.submission import Submission, fill_fields, pick_clicked, read_group, read_submission
from calc.parts.answers import render_answers
from calc.parts.field import TOPIC, WHO, FormState
from calc.parts.shell import render_bar
from calc.parts.spoken import render_spoken
from calc.parts.wording import ANYONE, asked_by, say_inferred
from calc.rules.payees import Payee
from calc.rules.policy import Policy


@dataclass(frozen=True)
class PolicyPage:
    """The page of one policy."""

    policy: Policy

    def answer(self, values: Mapping[str, str], *, is_submitted: bool, left: Collection[str] = ()) -> Reply:
        """Answer with the form, the answer and the complaints."""
        asked = _Asked(self.policy, values, is_submitted, left)
        answer, who, sent = asked.shown, asked.who, asked.sent
        further = asked.placement.further
        given, names = spread(sent.answers, further), list_names(self.policy.facts, further)
        state = FormState(
            {**values, WHO: who, TOPIC: asked.topic},
            sent.errors,
            asked.find_relevant(),
            sent.parts,
            {
                **{item.fact: say_inferred(item, answer.answers) for item in answer.inferred},
                **tell_copied(values, asked.values, sent.answers),
            },
        )
        day = asked.assessment.case.day(DAY_ASKED)
        summary = summarize(answer) if sent.answers else ""
        parts = Parts()
        return Reply(
            {
                "guide": render_guide(self.policy, answer, asked.values),
                "calculator-form": render_form(self.policy, state, parts.take_out, day),
                "calculator-result": render_result(answer, sent.mistakes, parts.take_out, sent.answers)
                if who or sent.answers
                else render_invitation(),
                "spoken-result": render_spoken(speak(answer) if sent.answers else ""),
                "calculator-answers": render_answers(names, given),
                "calculator-bar": render_bar(summary),
                "calculator-errors": sent.render_errors(),
            },
            announce(summary) if summary else "",
            title=sent.entitle(f"{self.policy.region}政策测算"),
            focus=sent.focus,
            parts=parts,
        )

    def write_link(self, values: Mapping[str, str]) -> str:
        """Write the role, the topic and every usable answer into the fragment of a link."""
        asked = _Asked(self.policy, values)
        groups = {GROUPS: count_groups(values)} if asked.placement.further else {}
        told = spread(asked.sent.answers, asked.placement.further)
        return write_link({WHO: asked.who, TOPIC: asked.topic, **groups, **told})

    def open_link(self, fragment: str, values: Mapping[str, str]) -> Reply:
        """Answer a link; a link that names no role is answered for everybody.

        A link that names only a role and a topic leads to the form, for its answer says nothing.
        """
        opened = open_link(fragment, (WHO, TOPIC, GROUPS, *self.policy.facts, *_name_further(self.policy)))
        fields = fill_fields(opened.values)
        if fields and fields.get(WHO) not in (*Payee, ANYONE):
            fields[WHO] = ANYONE
        focus = f"who-{fields.get(WHO)}" if opened.values.keys() <= {WHO, TOPIC} else "calculator-result"
        return answer_link(self, opened, fields, values, focus)

    def write_file(self, values: Mapping[str, str], kind: str) -> File | None:
        """Write the answer for other programs, or its days as a calendar; None for any other kind."""
        asked, name = _Asked(self.policy, values), f"{self.policy.id}-policy-calculator"
        if kind == "data":
            return File(f"{name}.json", "application/json", print_answer(Answer(asked.assessment, asked_by(asked.who))))
        if kind == "calendar":
            return File(f"{name}.ics", "text/calendar", write_calendar(Answer(asked.assessment, asked_by(asked.who))))
        return None

    def lay_sheet(self, values: Mapping[str, str], address: str) -> Reply:
        """Lay the answer on a sheet, with a code that leads back to it."""
        asked = _Asked(self.policy, values)
        link = f"{address}#{self.write_link(values)}"
        return Reply({"calculator-sheet": render_sheet(asked.shown, link)})


def _name_further(policy: Policy) -> Iterator[str]:
    """Name whatever further groups can be asked."""
    facts = {fact for who in UNITS for fact in list_group_facts(policy, who)}
    return (name_in_group(fact, number) for number in range(FIRST + 1, MOST_GROUPS + 1) for fact in facts)


@dataclass(frozen=True)
class _Asked:
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
        """The provision asked about; empty for all of them."""
        topic = self.typed.get(TOPIC, "")
        return topic if any(topic == provision.id for provision in topics_of(self.policy, self.who)) else ""

    @cached_property
    def sent(self) -> Submission:
        """The values of the fields that concern this role, with what is wrong in any group."""
        mistakes = {
            **self._first.mistakes,
            **{name: told for group in self._further for name, told in group.errors.items()},
        }
        parts = {**self._first.parts, **{name: part for group in self._further for name, part in group.parts.items()}}
        sums = complain_of_sums(self.placement)
        return replace(self._first, mistakes={**sums, **mistakes}, parts=parts)

    @cached_property
    def placement(self) -> Placement:
        """The usable answers of all groups."""
        return Placement(self._first.answers, tuple(group.answers for group in self._further))

    @cached_property
    def _first(self) -> Submission:
        return read_submission(self._facts_asked(), self.values, is_submitted=self.is_submitted, left=self.left)

    @cached_property
    def _further(self) -> tuple[SiftedGroup, ...]:
        facts = self._group_facts
        return tuple(read_group(facts, number, self._first) for number in number_further(self.values) if facts)

    @cached_property
    def _group_facts(self) -> tuple[str, ...]:
        return list_group_facts(self.policy, self.who, self.topic)

    @cached_property
    def assessment(self) -> Assessment:
        return assess_groups(self.policy, self._suppose_day(self.placement))

    @property
    def shown(self) -> Answer:
        """The answer to show: on everything, or on the one provision asked about."""
        assessment = self.assessment.narrow_to(self.topic) if self.topic else self.assessment
        return Answer(assessment, asked_by(self.who))

    def find_relevant(self) -> frozenset[str]:
        """Find the facts that matter to the role; only clicked answers take questions away."""
        relevant: set[str] = set()
        clicked = Placement(self.sent.clicked, tuple(pick_clicked(own) for own in self.placement.further))
        # What was clicked stays while a number is typed: its findings are remembered.
        for stage in (assess_groups(self.policy, self._suppose_day(clicked)), self.assessment):
            findings = [finding for finding in stage.findings if self._is_asked_about(finding)]
            for finding in findings:
                relevant |= {*finding.outcome.missing, *finding.outcome.awaited}
                relevant |= finding.provision.effect.welcome_facts
            for number, own in enumerate(stage.further, FIRST + 1):
                relevant |= {name_in_group(fact, number) for fact in list_lacking(findings, number, own)}
        for span in self.policy.spans:
            for number in (FIRST, *number_further(self.values)):
                if name_in_group(span.months, number) in relevant:
                    relevant.add(name_in_group(span.start, number))
        return frozenset(relevant)

    def _suppose_day(self, placement: Placement) -> Placement:
        """The placement with the day asked: as late as any of its groups makes it."""
        supposed = [suppose_day(self.policy, answers, date.today()) for answers in list_groups(placement)]
        days = [day for answers in supposed if isinstance(day := answers.get(DAY_ASKED), date)]
        return replace(placement, answers={**placement.answers, DAY_ASKED: max(days)}) if days else placement

    def _facts_asked(self) -> tuple[str, ...]:
        """Find the facts that concern the role; values of other roles wait until that role asks."""
        asked = {fact for provision in topics_of(self.policy, self.who) for fact in provision.facts}
        return tuple(fact for fact in self.policy.facts if fact in asked)

    def _is_asked_about(self, finding: Finding) -> bool:
        return finding.concerns(asked_by(self.who)) and self.topic in ("", finding.provision.id)
