"""Ask a unit about its people in groups: how many groups there are, and of each group what all of its people share."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from htpy import Element, Node, button, div, p

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.by_dates import STAY_OF
from calc.engine.groups import PLACING, UNITS, list_asked_of_each
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.groups import FIRST, GROUPS, MOST_GROUPS, find_heads_fact, name_in_group, part_name, say_group
from calc.facts.inference import PLACES
from calc.facts.of_each import HEADS, HINTS, OF_EACH, WHERE_PLACED
from calc.facts.questions import IN_TERM, Choice, Selection, YesNo
from calc.parts.field import WHO, Notes, first_field, lead_to, name_unsure, names_of, render_question
from calc.parts.form import frame_question
from calc.parts.wording import asked_by
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.word import unique
from calc.values.dates import spell_date

FEW_GROUPS = 3
"""So many are offered at first: more are added one by one."""
ALL_OR_NONE = {"yes": "都是", "no": "都不是"}
"""The answers to what is asked of all people of a group: no for some alone is a group of its own."""
HOW_MANY = Choice(
    "{who}，情况都一样吗？",
    "分几批",
    hint="户籍、合同、社保、在职时间等，有一样不同就分开填：情况一样的人算一批。",
    options={"1": "都一样", **{str(count): f"不一样，分 {count} 批填" for count in range(2, MOST_GROUPS + 1)}},
    is_required=True,
)


DAY_ASKED = "到测算那天"
"""How labels name the day that is calculated for."""
TAKEN_ON, PLACED = "在您这里干活的人", "您组织去就业的人"
"""Whom a unit is asked about before it has counted them."""


def find_field(name: str) -> str:
    """Find the id of the first field of a question, that about all groups included."""
    return lead_to(name, HOW_MANY) if name == GROUPS else first_field(name)


def list_group_facts(policy: Policy, who: str) -> tuple[str, ...]:
    """List what a unit answers of each group, its heads first; nothing where nobody is asked about other people."""
    if who not in UNITS:
        return ()
    asked = [item for item in policy.provisions if _is_asked(item, who)]
    heads = [find_heads_fact(item.facts) for item in asked]
    of_each = {fact for item in asked for fact in list_asked_of_each(item)}
    return unique((*(fact for fact in heads if fact), *(fact for fact in policy.facts if fact in of_each)))


def _is_asked(provision: Provision, who: str) -> bool:
    payees = asked_by(who)
    concerns = payees is not None and not provision.payees.isdisjoint(payees)
    return concerns and bool(list_asked_of_each(provision))


def count_groups(values: Mapping[str, str]) -> int:
    """Count the groups that a form speaks of: one, unless it says more."""
    told = values.get(GROUPS, "")
    return int(told) if told in HOW_MANY.options else FIRST


def number_further(values: Mapping[str, str]) -> range:
    """Number the groups behind the first."""
    return range(FIRST + 1, count_groups(values) + 1)


def copy_first(values: Mapping[str, str], facts: Sequence[str]) -> dict[str, str]:
    """Take for a further group what was chosen for the first, wherever it has no answer of its own: few things differ.

    Numbers and days are never taken over.
    """
    chosen = [fact for fact in facts if isinstance(CATALOGUE[fact], YesNo | Selection)]
    copied = {
        name: values[fact]
        for number in number_further(values)
        for fact in chosen
        if values.get(fact) and not values.get(name := name_in_group(fact, number))
    }
    return {**values, **copied}


def tell_copied(values: Mapping[str, str], copied: Mapping[str, str], answers: Answers) -> dict[str, str]:
    """Tell at each question of a further group what is taken from the first."""
    facts = {name: part_name(name)[1] for name in copied if not values.get(name) and copied[name]}
    return {
        name: f"没有填，就照第 1 批：{CATALOGUE[fact].say(answers[fact])}。"
        for name, fact in facts.items()
        if name != fact and fact in answers
    }


class Worded(NamedTuple):
    """The words of a question; what is asked of all people of a group is answered for all of them (`is_of_all`)."""

    label: str
    hint: str
    is_of_all: bool = False


def word_question(policy: Policy, name: str, who: str, values: Mapping[str, str]) -> Worded:
    """Word a question: of a group it is asked as of several people."""
    group, fact = part_name(name)
    label = CATALOGUE[fact].label.format(place=policy.place)
    hint = _name_days(policy, CATALOGUE[fact].hint) + _name_day_asked(policy, label)
    if who not in UNITS:
        return Worded(label, hint)
    told = OF_EACH.get(fact) or (WHERE_PLACED.get(fact) if who in PLACING else None) or ""
    if fact in HEADS and count_groups(values) > FIRST:
        return Worded(f"{say_group(group)}：{label}", _hint_at_heads(group, values))
    if told:
        label = told.format(who=_say_who(group, values), place=policy.place)
    return Worded(label, HINTS.get(fact, hint), "都" in told)


def _name_days(policy: Policy, hint: str) -> str:
    """Name the days of the policy where a hint says that only what lies in them counts: nobody knows them by heart."""
    term = policy.term
    return hint.replace(IN_TERM, f"{IN_TERM}（{term.say_days()}）") if term.is_stated and term.end else hint


def _name_day_asked(policy: Policy, label: str) -> str:
    """Name the day until which a label asks: of an expired policy it is not the day on which somebody reads it."""
    end = policy.term.end
    return f"没有另填测算日期的，指政策最后一天 {spell_date(end)}。" if end and DAY_ASKED in label else ""


def _hint_at_heads(group: int, values: Mapping[str, str]) -> str:
    """Hint that each group is counted alone: who has counted all of them before has that number in the first group."""
    only, of_first = f"只数{say_group(group)}的人。", _find_heads(FIRST, values)
    if group == FIRST or of_first is None:
        return only
    return f"{only}{say_group(FIRST)}填了 {of_first} 人：里面要是也数了这一批，请把{say_group(FIRST)}改少。"


def _say_who(group: int, values: Mapping[str, str]) -> str:
    """The people of a group: 这 35 人, 第 2 批 7 人."""
    heads = _find_heads(group, values)
    if count_groups(values) > FIRST:
        return say_group(group, heads) if heads is not None else f"{say_group(group)}的人"
    return "这些人" if heads is None else f"这 {heads} 人"


def _find_heads(group: int, values: Mapping[str, str]) -> int | None:
    """The heads of a group as they were typed."""
    typed = (values.get(name_in_group(fact, group), "").strip() for fact in HEADS)
    return next((int(text) for text in typed if text.isdecimal() and len(text) <= len("1000000")), None)


def render_how_many(policy: Policy, values: Mapping[str, str], facts: Sequence[str]) -> Node:
    """Render the question whether all people are alike; hidden where the role is asked about nobody else.

    Before Python knows the role, the page's style alone shows and hides it.
    """
    units = [who for who in UNITS if list_group_facts(policy, who)]
    if not units:
        return None
    heads = _find_heads(FIRST, values) if count_groups(values) == FIRST else None
    people = PLACED if values.get(WHO) in PLACING else TAKEN_ON
    words = HOW_MANY.label.format(who=people if heads is None else f"这 {heads} 人")
    offered = dict(list(HOW_MANY.options.items())[: max(FEW_GROUPS, count_groups(values))])
    content = render_question(HOW_MANY, GROUPS, words, offered, values, Notes())
    is_hidden = bool(values.get(WHO)) and not facts
    return frame_question(GROUPS, content, is_wrong=False, who=" ".join(sorted(units)), is_hidden=is_hidden)


def render_split(name: str, values: Mapping[str, str], facts: Sequence[str]) -> Node:
    """Offer to part a group whose people differ in what a question asks.

    What is answered of the group stays. It leads to the same question about the new group, or where nobody has answered
    it yet, stays there.
    """
    _, fact = part_name(name)
    count = count_groups(values)
    if fact not in facts or fact in HEADS or count == MOST_GROUPS:
        return None
    leads = name if is_unanswered(name, values) else name_in_group(fact, count + 1)
    return p(".group-split")[
        button(".fill", type="button", data_fill=json.dumps({GROUPS: str(count + 1)}), data_leads=first_field(leads))[
            "各人不一样，分批填"
        ]
    ]


def render_further(values: Mapping[str, str], facts: Sequence[str], questions: Mapping[int, Sequence[Node]]) -> Node:
    """Render the questions of every further group, each with a button that takes it away, and one that adds another."""
    count = count_groups(values)
    blocks = [
        div(".subject.group", id=f"group-{number}", role="group", aria_label=say_group(number))[
            p(".subject-name", aria_hidden="true")[say_group(number)],
            asked,
            p(".group-steps")[_offer_to_remove(number, values, facts)],
        ]
        for number, asked in questions.items()
    ]
    added = button(".md-button", type="button", data_fill=json.dumps({GROUPS: str(count + 1)}))["再加一批"]
    return div("#groups.groups", hidden=not blocks)[
        blocks, p(".group-steps")[added] if FIRST < count < MOST_GROUPS else None
    ]


def _offer_to_remove(number: int, values: Mapping[str, str], facts: Sequence[str]) -> Element:
    """Offer to take a group away: those behind it move up, and the last one's fields are emptied."""
    count = count_groups(values)
    fields = {GROUPS: str(count - 1)}
    for fact in facts:
        for group in range(number, count + 1):
            following = _name_fields(name_in_group(fact, group + 1)) if group < count else ()
            for place, name in enumerate(_name_fields(name_in_group(fact, group))):
                fields[name] = values.get(following[place], "") if following else ""
    words = f"去掉{say_group(number)}"
    return button(".fill", type="button", data_fill=json.dumps(fields, ensure_ascii=False))[words]


def _name_fields(name: str) -> tuple[str, ...]:
    return (*names_of(name), name_unsure(name))


def list_lacking(findings: Sequence[Finding], number: int, own: Answers) -> Iterator[str]:
    """List the facts of a further group that could still change some findings."""
    for finding in findings:
        if finding.heads:
            yield from finding.heads.groups[number - FIRST].lacking
        elif not finding.status.is_refused and not find_heads_fact(finding.provision.facts):
            yield from (fact for fact in list_asked_of_each(finding.provision) if fact not in own)


def list_of_first(answer: Answer) -> frozenset[str]:
    """List the facts that the first group has of its own where there are several."""
    if not answer.assessment.further:
        return frozenset()
    asked = [provision for item in answer.concerned if list_asked_of_each(provision := item.finding.provision)]
    heads = (find_heads_fact(provision.facts) for provision in asked)
    return frozenset((*(fact for provision in asked for fact in list_asked_of_each(provision)), *heads))


def order_groups(
    answer: Answer, values: Mapping[str, str], order: Sequence[str], near: Sequence[str]
) -> tuple[str, ...]:
    """Put whether all people are alike, then how many, before what is asked of each; further groups behind.

    What counts for other sums than the one that is `near` waits for its turn.
    """
    findings = [item.finding for item in answer.concerned]
    of_each = {fact for finding in findings for fact in list_asked_of_each(finding.provision)}
    is_unit = answer.payees is not None and not UNITS.isdisjoint(answer.payees)
    at = next((place for place, fact in enumerate(order) if is_unit and fact in of_each), len(order))
    heads = tuple(fact for fact in order if is_unit and fact in HEADS and (fact in near or not near))
    asked = (GROUPS, *heads) if at < len(order) and is_unanswered(GROUPS, values) else heads
    further = (
        name_in_group(fact, number)
        for number, own in enumerate(answer.assessment.further, FIRST + 1)
        for fact in sorted(set(list_lacking(findings, number, own)), key=_place)
    )
    before, after = ([fact for fact in half if fact not in heads] for half in (order[:at], order[at:]))
    return (*before, *asked, *after, *(name for name in further if is_unanswered(name, values)))


def is_unanswered(name: str, values: Mapping[str, str]) -> bool:
    """Whether nothing stands in the fields of a question; 不清楚 is an answer, for a day and for its months at once."""
    if name == GROUPS:
        return not values.get(name)
    group, fact = part_name(name)
    stay = STAY_OF.get(fact)
    unsure = name_unsure(name_in_group(stay.start, group) if stay else name)
    return not any(values.get(each) for each in (*names_of(name), unsure))


def _place(fact: str) -> tuple[bool, int]:
    """The place of a fact among those of a group: its heads stand first."""
    return fact not in HEADS, PLACES[fact]
