"""Answer the page of one policy: its form, the answer and the complaints for the values of the form."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from htpy import Element

from calc.contract.build import print_answer
from calc.engine.answer import Answer
from calc.engine.groups import UNITS
from calc.facts.groups import (
    FIRST,
    GROUPS,
    MOST_GROUPS,
    list_names,
    name_in_group,
    spread,
)
from calc.facts.link import OpenedLink, open_link, write_link_to_send
from calc.pages.opening import answer_link
from calc.pages.policy.asked import Asked
from calc.pages.policy.calendar_file import write_calendar
from calc.pages.policy.day_asked import DAY_ASKED
from calc.pages.policy.form import render_form
from calc.pages.policy.groups import (
    count_groups,
    find_field,
    list_group_facts,
    list_of_first,
    tell_copied,
)
from calc.pages.policy.guide import render_guide
from calc.pages.policy.headline import NOTHING, find_headline, list_sure, say_news
from calc.pages.policy.question_order import count_lacking, find_order
from calc.pages.policy.result import announce, render_invitation, render_result
from calc.pages.policy.sheet import render_sheet
from calc.pages.policy.speech import speak
from calc.pages.policy.sums import list_other_sums
from calc.pages.reply import File, Parts, Reply
from calc.pages.submission import Submission, fill_fields
from calc.parts.answer_bar import render_answer_bar
from calc.parts.answers import render_answers
from calc.parts.field import TOPIC, WHO, FormState, first_field
from calc.parts.print_menu import link_papers
from calc.parts.shell import render_error_summary
from calc.parts.spoken import render_spoken
from calc.parts.wording import ANYONE, NO_MONEY, NO_SUM_YET, say_inferred
from calc.rules.payees import Payee
from calc.rules.policy import Policy


@dataclass(frozen=True)
class PolicyPage:
    """The page of one policy."""

    policy: Policy

    def answer(self, values: Mapping[str, str], *, is_submitted: bool, left: Collection[str] = ()) -> Reply:
        """Answer with the form, the answer and the complaints."""
        asked = Asked(self.policy, values, is_submitted, left)
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
            {**{name: words for each in every for name, words in each.understood.items()}, **_say_cut(asked)},
            sent.remedies,
            frozenset(count_lacking(answer)),
        )
        day = asked.assessment.case.day(DAY_ASKED)
        news = say_news(answer) if sent.answers else ""
        parts = Parts()
        return Reply(
            {
                "guide": render_guide(self.policy, answer, asked.values),
                "calculator-form": render_form(self.policy, state, parts.take_out, day),
                "calculator-result": render_result(
                    answer, sent.mistakes, date.today(), parts.take_out, _carry(asked, values)
                )
                if who or sent.answers
                else render_invitation(),
                "spoken-result": render_spoken(speak(answer) if sent.answers else ""),
                "calculator-answers": render_answers(names, given, list_of_first(answer)),
                "calculator-bar": _render_bar(
                    answer, sent, tuple(field for each in every for field in each.wrong_fields)
                ),
                "calculator-errors": render_error_summary(asked.list_complaints()),
                **link_papers(self.policy, who),
            },
            troubled.announce(announce(news) if news else ""),
            title=troubled.entitle(f"{self.policy.region}政策测算"),
            focus=troubled.focus,
            parts=parts,
        )

    def write_link(self, values: Mapping[str, str]) -> str:
        """Write the role, the topic and every usable answer into the fragment of a link."""
        asked = Asked(self.policy, values)
        return write_link_to_send({WHO: asked.who, TOPIC: asked.topic, **_carry(asked, values)})

    def open_link(self, fragment: str, values: Mapping[str, str]) -> Reply:
        """Answer a link; a link that names no role is answered for everybody.

        A link that names only a role and a topic leads to the form, for its answer says nothing; one whose answers
        make no money sure yet leads to the next question.
        """
        opened = self.read_link(fragment)
        fields = fill_fields(opened.values)
        if fields and fields.get(WHO) not in (*Payee, ANYONE):
            fields[WHO] = ANYONE
        is_told = not opened.values.keys() <= {WHO, TOPIC}
        focus = self._find_focus(fields) if is_told else f"who-{fields.get(WHO)}"
        return answer_link(self, opened, fields, values, focus)

    def read_link(self, fragment: str) -> OpenedLink:
        """Read what a link carries of the names that this page knows."""
        return open_link(fragment, (WHO, TOPIC, GROUPS, *self.policy.facts, *_name_further(self.policy)))

    def _find_focus(self, fields: Mapping[str, str]) -> str:
        """Find where a link leads: to what cannot be read, the next question where no money is sure, or the answer."""
        asked = Asked(self.policy, fields, left=fields.keys())
        if wrong := [field for each in (asked.sent, *asked.further) for field in each.wrong_fields]:
            return wrong[0]
        answer = asked.shown
        order = () if any(row.low for row in answer.own_totals) else find_order(answer, fields)
        return find_field(order[0]) if order else "calculator-result"

    def write_file(self, values: Mapping[str, str], kind: str) -> File | None:
        """Write the answer for other programs, or its days as a calendar; None for any other kind."""
        asked, name = Asked(self.policy, values), f"{self.policy.id}-policy-calculator"
        if kind == "data":
            return File(f"{name}.json", "application/json", print_answer(asked.exact))
        if kind == "calendar":
            return File(f"{name}.ics", "text/calendar", write_calendar(asked.exact))
        return None

    def lay_sheet(self, values: Mapping[str, str], address: str) -> Reply:
        """Lay the answer on a sheet, with a code that leads back to it."""
        asked = Asked(self.policy, values)
        link = f"{address}#{self.write_link(values)}"
        return Reply({"calculator-sheet": render_sheet(asked.shown, link, asked.sent.answers)})


def _carry(asked: Asked, values: Mapping[str, str]) -> Mapping[str, object]:
    """What links take along: the usable answers of every group, and how many there are."""
    groups = {GROUPS: count_groups(values)} if asked.placement.further else {}
    return {**groups, **spread(asked.sent.answers, asked.placement.further)}


def _say_cut(asked: Asked) -> dict[str, str]:
    """Say at months how many of them count, where more were typed than there can be: an extra figure is soon typed."""
    case = asked.assessment.case
    cuts = {span.months: span.find_cut(case) for span in asked.policy.spans if span.months in asked.sent.answers}
    return {
        fact: f"到测算那天，政策期内最多 {most} 个月，按 {most} 个月算；多打了一位的，请改。"
        for fact, most in cuts.items()
        if most is not None
    }


def _say_otherwise(answer: Answer) -> str:
    """Say what the only sum is by another reading; empty where there is nothing else to say."""
    sums = list_sure(answer)
    others = list_other_sums(answer, sums[0]) if len(sums) == 1 else ()
    return f"另一种读法{others[0]}" if others else ""


def _render_bar(answer: Answer, sent: Submission, wrong: tuple[str, ...]) -> Element:
    if not sent.answers:
        return render_answer_bar(more=sent.wrong_names, mistakes=wrong)
    headline, following = find_headline(answer), answer.next_question
    is_sum = headline.amount not in (NO_SUM_YET, NO_MONEY, NOTHING)
    return render_answer_bar(
        f"目前 {headline.amount}" if is_sum else headline.amount,
        sent.wrong_names or _say_otherwise(answer) or headline.counts,
        is_sum=is_sum,
        mistakes=wrong,
        following=first_field(following.fact) if following else "",
    )


def _name_further(policy: Policy) -> Iterator[str]:
    """Name whatever further groups can be asked."""
    facts = {fact for who in UNITS for fact in list_group_facts(policy, who)}
    return (name_in_group(fact, number) for number in range(FIRST + 1, MOST_GROUPS + 1) for fact in facts)
