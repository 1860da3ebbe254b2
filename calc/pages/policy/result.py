"""Render the answer: the amount, what to do next, a row for each provision, and the data for the staff."""

from collections.abc import Mapping, Sequence
from datetime import date

from htpy import Element, Node, a, details, div, h4, p, summary

from calc.engine.answer import Answer
from calc.engine.outcome import Status
from calc.engine.provision_answer import ProvisionAnswer
from calc.facts.link import write_link
from calc.pages.compare.form import PERSON, PLACEMENT, list_facts
from calc.pages.policy.combinations import render_combinations
from calc.pages.policy.finding import is_near, is_paper, render_finding
from calc.pages.policy.next_steps import render_next_steps
from calc.pages.policy.other_roles import render_other_roles
from calc.pages.policy.sums import render_head
from calc.pages.policy.timeline import render_timeline
from calc.pages.policy.totals import say_other_totals
from calc.parts.field import WHO
from calc.parts.part import Lay, lay_whole
from calc.parts.shell import offer_file, render_place
from calc.parts.wording import POSSIBLE
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.version import VERSION

ORDER = (*POSSIBLE, Status.INELIGIBLE, Status.OUTSIDE)
INVITATION = "先选“我是谁”，再回答问题；每答一题，这里马上算出结果。"


def render_invitation() -> Element:
    """Render the place of the answer before anything is answered."""
    return render_place("测算结果", p[INVITATION])


def render_result(
    answer: Answer,
    mistakes: Sequence[str],
    today: date,
    lay: Lay = lay_whole,
    given: Mapping[str, object] | None = None,
) -> Element:
    """Render the answer for the people who ask; its rows are parts.

    `mistakes` say which answers were not used. `given` is what somebody has answered, for all groups, as links take it
    along; where it is not told, all that the answer rests on. `today` tells which days have passed.
    """
    told = answer.answers if given is None else given
    ranked = _rank(answer)
    has_nothing = bool(ranked) and all(item.finding.status.is_refused for item in ranked)
    return render_place(
        "测算结果",
        _warn(answer, mistakes),
        render_next_steps(answer, today),
        render_other_roles(answer, told),
        _lead_elsewhere(answer, told) if has_nothing else None,
        _render_rows(answer, ranked, lay, is_open=has_nothing),
        render_combinations(answer),
        _render_doubts(answer),
        render_timeline(answer.agenda, today),
        _render_staff(answer),
        lead=render_head(answer),
    )


def announce(news: str) -> str:
    """Say the answer in one sentence, for people who listen."""
    return f"结果已更新：{news}。"


def _rank(answer: Answer) -> list[ProvisionAnswer]:
    """Rank what concerns the people who ask: what they asked about, then by status, near before far, money first."""
    return sorted(
        answer.concerned,
        key=lambda item: (
            item.finding.provision.id != answer.topic,
            is_paper(item),
            ORDER.index(Status.UNKNOWN if is_near(item) else item.finding.status),
            not is_near(item),
            not item.finding.provision.nature.brings_money,
        ),
    )


def _render_rows(answer: Answer, ranked: Sequence[ProvisionAnswer], lay: Lay, *, is_open: bool) -> Node:
    """Render the rows; what is refused lies together at the end, unless it was asked about or is near."""
    refused = [
        item
        for item in ranked
        if item.finding.status.is_refused and not is_near(item) and item.finding.provision.id != answer.topic
    ]
    shown = [item for item in ranked if item not in refused]
    return [
        div(".rows")[h4["一项一项看"], (lay(render_finding(item)) for item in shown)] if shown else None,
        details("#refused.refused", open=is_open)[
            summary[f"不能领的 {len(refused)} 项"], (lay(render_finding(item)) for item in refused)
        ]
        if refused
        else None,
    ]


def _warn(answer: Answer, mistakes: Sequence[str]) -> Node:
    return [p(".warning")[text] for text in (*mistakes, *answer.notices)]


def _lead_elsewhere(answer: Answer, given: Mapping[str, object]) -> Element:
    """Lead people without any benefit here to the other regions, with their answers."""
    kind = PERSON if answer.payees is not None and set(answer.payees) <= {Payee.WORKER, Payee.FAMILY} else PLACEMENT
    known = {fact: told for fact, told in given.items() if fact in list_facts(kind)}
    link = f"../../compare/#{write_link({WHO: kind, **known})}"
    return p(".next")["照现在填的，这里没有能领的。", a(href=link)["用这些答案，去别的地方比一比"]]


def _render_doubts(answer: Answer) -> Node:
    """Render what another reading would change, in one box; it stands open where it holds one sentence."""
    doubts = list(say_other_totals(answer))
    if not doubts:
        return None
    return details(".doubts", open=len(doubts) == 1)[
        summary[f"有 {len(doubts)} 处可以两种读法，差多少"], (p(".reading")[sentence] for sentence in doubts)
    ]


def _render_staff(answer: Answer) -> Element:
    """Render the answer as data, and the marks by which an office checks it."""
    return details(".staff")[
        summary["给工作人员"],
        div(".files")[offer_file("data", "保存结果数据（.json）")] if answer.answers else None,
        p(".receipt")[f"{answer.policy.number}；{say_marks(answer)}"],
    ]


def say_marks(answer: Answer) -> str:
    """Say the marks by which people check an answer: its day, the calculator, the declarations."""
    as_of = answer.answers.get("as_of")
    dated = f"按 {as_of} 测算；" if as_of else ""
    return f"{dated}{say_edition(answer.policy)}"


def say_edition(policy: Policy) -> str:
    """Say which calculator and which declarations a result comes from."""
    return f"计算器 {VERSION}；条款指纹 {policy.short_fingerprint}"
