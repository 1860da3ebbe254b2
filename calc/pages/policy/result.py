"""Render the answer: its totals, the next question, the days of payment, and a card for each provision."""

import json
from collections.abc import Mapping

from htpy import Element, Node, a, button, div, p

from calc.engine.answer import Answer
from calc.engine.outcome import Status
from calc.engine.provision_answer import ProvisionAnswer
from calc.engine.status_word import say_status
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.link import write_link
from calc.pages.compare.form import PERSON, PLACEMENT, list_facts
from calc.pages.policy.combinations import render_combinations
from calc.pages.policy.finding import render_finding
from calc.pages.policy.timeline import render_timeline
from calc.pages.policy.totals import render_totals
from calc.parts.fact_links import suggest_fact
from calc.parts.field import WHO
from calc.parts.part import Lay, lay_whole
from calc.parts.shell import offer_file, render_place
from calc.parts.wording import DISCLAIMER, POSSIBLE, mark_expired, nest_quotes
from calc.rules.payees import Payee
from calc.values.money import ZERO, say_yuan
from calc.version import VERSION

ORDER = (*POSSIBLE, Status.INELIGIBLE, Status.OUTSIDE)
INVITATION = "先选“我是谁”，再回答问题；每答一题，这里马上算出结果。"


def render_invitation() -> Element:
    """Render the place of the answer before anything is answered."""
    return render_place("测算结果", p[INVITATION])


def render_result(
    answer: Answer, errors: Mapping[str, str], lay: Lay = lay_whole, given: Answers | None = None
) -> Element:
    """Render the answer for the people who ask; its cards are parts.

    An answer on one provision says so, and offers the answer on all. `given` are the answers that somebody gave; where
    they are not told, all that the answer rests on.
    """
    ranked = _rank(answer)
    has_nothing = bool(ranked) and all(item.finding.status.is_refused for item in ranked)
    return render_place(
        "测算结果",
        p(".disclaimer")[DISCLAIMER, " ", mark_expired(answer.policy)],
        _say_narrowed(answer),
        _warn(answer, errors),
        render_totals(answer),
        render_combinations(answer),
        _render_next(answer),
        _lead_elsewhere(answer, answer.answers if given is None else given) if has_nothing else None,
        render_timeline(answer.agenda),
        (lay(render_finding(item)) for item in ranked),
        _render_files(answer),
        p(".receipt")[f"{answer.policy.number}；{say_marks(answer)}"],
    )


def announce(summary: str) -> str:
    """Say the answer in one sentence, for people who listen."""
    return f"结果已更新：{summary}。"


def summarize(answer: Answer) -> str:
    """Say the answer in a few words: the number of provisions by status, and the sure sums."""
    words = [say_status(item.finding.outcome) for item in _rank(answer)]
    counts = [f"{word} {words.count(word)} 项" for word in dict.fromkeys(words)]
    granted = {item.provision.id for item in answer.findings if item.status is Status.ELIGIBLE}
    own = {item.finding.provision.id for item in answer.concerned}
    if any(granted.issuperset(pair) and own.intersection(pair) for pair in answer.exclusions.pairs):
        counts.append("其中有的不能同时享受")
    rows = [row for row in answer.own_totals if row.low > ZERO]
    twice = {row.payee for row in rows if sum(other.payee == row.payee for other in rows) > 1}
    funds = {row: f"（{row.fund}）" if row.payee in twice else "" for row in rows}
    sums = [f"{row.payee.label}确定金额{fund} {say_yuan(row.low)}" for row, fund in funds.items()]
    return "，".join((*counts, *sums))


def _say_narrowed(answer: Answer) -> Node:
    left_out = len(answer.policy.provisions) - len(answer.findings)
    if not left_out:
        return None
    (finding,) = answer.findings
    return p(".narrowed")[
        f"只算了“{nest_quotes(finding.provision.title)}”这一项。",
        button(".fill", type="button", data_fill=json.dumps({"topic": ""}))["全部都算"],
    ]


def _rank(answer: Answer) -> list[ProvisionAnswer]:
    """Rank what concerns the people who ask: by status, money first."""
    ranked = sorted(answer.concerned, key=lambda item: not item.finding.provision.nature.brings_money)
    return sorted(ranked, key=lambda item: ORDER.index(item.finding.status))


def _warn(answer: Answer, errors: Mapping[str, str]) -> Node:
    warnings = [
        f"“{CATALOGUE[fact].short}”填得不对，这次没有用它计算：{sentence}"
        for fact, sentence in errors.items()
        if fact in CATALOGUE
    ]
    return [p(".warning")[text] for text in (*warnings, *answer.notices)]


def _render_next(answer: Answer) -> Node:
    first = answer.next_question
    return suggest_fact(first.fact, f"关系到 {len(first.why)} 项") if first else None


def _lead_elsewhere(answer: Answer, given: Answers) -> Element:
    """Lead people without any benefit here to the other regions, with their answers."""
    kind = PERSON if answer.payees is not None and set(answer.payees) <= {Payee.WORKER, Payee.FAMILY} else PLACEMENT
    known = {fact: told for fact, told in given.items() if fact in list_facts(kind)}
    link = f"../../compare/#{write_link({WHO: kind, **known})}"
    return p(".next")["按所填内容，这里没有可以享受的。", a(href=link)["把这些答案放到各地比一比"]]


def _render_files(answer: Answer) -> Node:
    """Offer the days as a calendar, if there are any, and the answer as data."""
    if not answer.answers:
        return None
    return div(".files")[
        offer_file("calendar", "把日期存进日历（.ics）") if any(entry.day for entry in answer.agenda) else None,
        offer_file("data", "保存结果数据（.json）"),
    ]


def say_marks(answer: Answer) -> str:
    """Say the marks by which people check an answer: its day, the calculator, the declarations."""
    as_of = answer.answers.get("as_of")
    dated = f"按 {as_of} 测算；" if as_of else ""
    return f"{dated}计算器 {VERSION}；条款指纹 {answer.policy.short_fingerprint}"
