"""Answer the page of one policy: its form, the answer and the complaints for the values of the form."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from htpy import Element

from calc.contract.build import print_answer
from calc.engine.answer import Answer
from calc.engine.assess import Assessment, open_case
from calc.engine.doubts import find_doubts
from calc.engine.groups import UNITS, assess_groups
from calc.facts.catalogue import Answers
from calc.facts.contradiction import Contradiction
from calc.facts.groups import (
    FIRST,
    GROUPS,
    MOST_GROUPS,
    Placement,
    complain_of_sums,
    list_groups,
    list_names,
    name_in_group,
    name_shortly,
    spread,
)
from calc.facts.inference import find_out
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
from calc.pages.policy.guide import find_order, render_guide
from calc.pages.policy.headline import NO_SUM_YET, NOTHING, find_headline, say_news
from calc.pages.policy.result import announce, render_invitation, render_result
from calc.pages.policy.sheet import render_sheet
from calc.pages.policy.speech import speak
from calc.pages.reply import File, Parts, Reply
from calc.pages.submission import Submission, fill_fields, read_group, read_submission
from calc.parts.answer_bar import render_answer_bar
from calc.parts.answers import render_answers
from calc.parts.field import TOPIC, WHO, FormState, first_field
from calc.parts.shell import render_error_summary
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
        further, every = asked.placement.further, (sent, *asked.further)
        given, names = spread(sent.answers, further), list_names(self.policy.facts, further)
        troubled = next((each for each in every if each.errors), sent)
        state = FormState(
            {**values, WHO: who, TOPIC: asked.topic},
            {**asked.sums, **{name: told for each in every for name, told in each.errors.items()}},
            asked.find_relevant(),
            {name: part for each in every for name, part in each.parts.items()},
            {
                **{item.fact: say_inferred(item, answer.answers) for item in answer.inferred},
                **tell_copied(values, asked.values, sent.answers),
            },
            {name: words for each in every for name, words in each.understood.items()},
            sent.remedies,
        )
        day = asked.assessment.case.day(DAY_ASKED)
        news = say_news(answer) if sent.answers else ""
        parts = Parts()
        return Reply(
            {
                "guide": render_guide(self.policy, answer, asked.values),
                "calculator-form": render_form(self.policy, state, parts.take_out, day),
                "calculator-result": render_result(answer, sent.mistakes, date.today(), parts.take_out, sent.answers)
                if who or sent.answers
                else render_invitation(),
                "spoken-result": render_spoken(speak(answer) if sent.answers else ""),
                "calculator-answers": render_answers(names, given),
                "calculator-bar": _render_bar(
                    answer, sent, tuple(field for each in every for field in each.wrong_fields)
                ),
                "calculator-errors": render_error_summary(asked.list_complaints()),
            },
            troubled.announce(announce(news) if news else ""),
            title=troubled.entitle(f"{self.policy.region}政策测算"),
            focus=troubled.focus,
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

        A link that names only a role and a topic leads to the form, for its answer says nothing; one whose answers
        make no money sure yet leads to the next question.
        """
        opened = open_link(fragment, (WHO, TOPIC, GROUPS, *self.policy.facts, *_name_further(self.policy)))
        fields = fill_fields(opened.values)
        if fields and fields.get(WHO) not in (*Payee, ANYONE):
            fields[WHO] = ANYONE
        is_told = not opened.values.keys() <= {WHO, TOPIC}
        focus = self._find_focus(fields) if is_told else f"who-{fields.get(WHO)}"
        return answer_link(self, opened, fields, values, focus)

    def _find_focus(self, fields: Mapping[str, str]) -> str:
        """Find where an opened link leads: to the answer, or to the next question where there is no sure money yet."""
        answer = _Asked(self.policy, fields).shown
        order = () if any(row.low for row in answer.own_totals) else find_order(answer, fields)
        return first_field(order[0]) if order else "calculator-result"

    def write_file(self, values: Mapping[str, str], kind: str) -> File | None:
        """Write the answer for other programs, or its days as a calendar; None for any other kind."""
        asked, name = _Asked(self.policy, values), f"{self.policy.id}-policy-calculator"
        if kind == "data":
            return File(f"{name}.json", "application/json", print_answer(asked.exact))
        if kind == "calendar":
            return File(f"{name}.ics", "text/calendar", write_calendar(asked.exact))
        return None

    def lay_sheet(self, values: Mapping[str, str], address: str) -> Reply:
        """Lay the answer on a sheet, with a code that leads back to it."""
        asked = _Asked(self.policy, values)
        link = f"{address}#{self.write_link(values)}"
        return Reply({"calculator-sheet": render_sheet(asked.shown, link, asked.sent.answers)})


def _render_bar(answer: Answer, sent: Submission, wrong: tuple[str, ...]) -> Element:
    if not sent.answers:
        return render_answer_bar(more=sent.wrong_names, mistakes=wrong)
    headline, following = find_headline(answer), answer.next_question
    is_sum = headline.amount not in (NO_SUM_YET, NOTHING)
    return render_answer_bar(
        f"目前 {headline.amount}" if is_sum else headline.amount,
        sent.wrong_names or headline.counts,
        is_sum=is_sum,
        mistakes=wrong,
        following=first_field(following.fact) if following else "",
    )


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
            yield from ((first_field(name), f"{name_shortly(name)}：{told}") for name, told in self.sums.items())

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
        is_dated = named.keys() == self.assessment.answers.keys()
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

    def _find_doubts(self, answers: Answers) -> Iterator[Contradiction]:
        told = find_out(suppose_day(self.policy, answers, date.today()))
        return find_doubts(self.policy, open_case(self.policy, told.answers, left=told.left), answers)

    def _facts_asked(self) -> tuple[str, ...]:
        """Find the facts that concern the role; values of other roles wait until that role asks."""
        asked = {fact for provision in topics_of(self.policy, self.who) for fact in provision.facts}
        return tuple(fact for fact in self.policy.facts if fact in asked)
