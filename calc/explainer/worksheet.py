"""Render the blank worksheet (纸面测算表) for people without a computer, one for each kind of applicant."""

from collections.abc import Mapping, Sequence

from htpy import Element, Node, article, h2, h3, li, p, section, span, strong, table, tbody, td, th, tr, ul

from calc.explainer.by_hand import BOX, tick
from calc.explainer.document import render_expiry
from calc.explainer.needs import Needs, find_shared, list_needs
from calc.explainer.offers import offers_for, render_papers
from calc.explainer.standard import render_standard_table
from calc.facts.catalogue import CATALOGUE
from calc.facts.of_each import HEADS
from calc.facts.questions import Count, Day, Money, Selection, YesNo
from calc.pages.policy.groups import ALL_OR_NONE, list_group_facts, word_question
from calc.parts.exclusion import render_exclusion
from calc.parts.field import YES_NO
from calc.parts.wording import (
    DISCLAIMER,
    add_clause,
    applicants_of,
    name_outcomes,
    say_both,
    say_last_claim,
    say_payee_of,
)
from calc.rules.case import Case, Window
from calc.rules.condition import Condition
from calc.rules.effect import Effect
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.printed import BLANK, SPACE
from calc.rules.provision import Provision
from calc.rules.quantities import Span
from calc.rules.word import unique

DATE = SPACE.join((BLANK, "年", "____", "月", "____", "日"))
SIGNS = "×÷−＋"
LASTING = "；还在继续的，“到”填测算那一天"
AS_ABOVE = "同上。"
IN_GROUPS = "各人情况不一样的，分批填，一批用一份；看人数的，各批符合条件的加在一起。"


def render_worksheets(policy: Policy, signed: str = "") -> Element:
    """Render a worksheet for every kind of applicant, with links that show one of them alone.

    `signed` says who compared the declarations with the text.
    """
    payees = [payee for payee in applicants_of(policy) if offers_for(policy, payee)]
    return render_papers(payees, "纸面测算表", lambda payee: _render_worksheet(policy, payee, signed))


def _render_worksheet(policy: Policy, payee: Payee, signed: str) -> Element:
    offers = offers_for(policy, payee)
    asking = {item: item.conditions for item in offers}
    needs = list_needs(asking)
    return section(".paper.worksheet", id=payee.value)[
        h2[f"{policy.region}就业帮扶纸面测算表：{say_payee_of(payee, offers)}"],
        p(".claim")[DISCLAIMER],
        render_expiry(policy),
        p(".hint")[f"依据：{policy.title}（{policy.number}）。{_say_term(policy)}{signed}"],
        h3["一、先填知道的"],
        p(".hint")[
            ("不清楚的先空着，空着不等于“否”", LASTING if _find_lasting(offers) else None, "。"),
            IN_GROUPS if list_group_facts(policy, payee) else None,
        ],
        _render_questions(policy, payee, offers),
        h3["二、逐项对照、计算"],
        p(".hint")["条件满足的，在方框里打勾。一项的条件都打了勾，才算这一项的钱。"],
        (
            section(".shared")[
                p[strong[f"{each.exception}每一项都要满足："]], ul(".paper-ticks")[map(tick, each.conditions)]
            ]
            for each in find_shared(asking)
        ),
        (_render_item(policy, provision, needs[provision.id]) for provision in offers),
        _render_total() if len(offers) > 1 else None,
    ]


def _render_total() -> Element:
    return section(".paper-total")[
        h3["三、合计"],
        p[f"确定的金额合计：{BLANK}{BLANK}{SPACE}元。"],
        p(".hint")["带“最高”“不低于”“预计”的和“按规定”的不加进去，另外写在旁边；不能同时享受的只加一项。"],
    ]


def _say_term(policy: Policy) -> str:
    bounds = "，只算这段时间里的事" if policy.term.is_stated else ""
    return f"执行期 {policy.term.say()}{bounds}；申领截止：{say_last_claim(policy)}。"


def _render_questions(policy: Policy, payee: Payee, offers: Sequence[Provision]) -> Element:
    """Render every question of these provisions, a unit's about its people in the words of the page.

    One line asks for the days and the months of a lasting time.
    """
    asked = {fact for provision in offers for fact in provision.facts}
    spans = _find_lasting(offers)
    said = {fact for span_ in spans.values() for fact in (span_.start, span_.ongoing, span_.end)}
    facts = [fact for fact in policy.facts if fact in asked and (fact in spans or fact not in said)]
    worded = [word_question(policy, fact, payee, {}) for fact in facts]
    # How people are counted in groups is said once, above.
    silent = {*spans, *(HEADS if list_group_facts(policy, payee) else ())}
    hints = ["" if fact in silent else words.hint for fact, words in zip(facts, worded, strict=True)]
    rows = zip(facts, worded, hints, ("", *hints), strict=False)
    return table(".blanks")[
        tbody[
            (
                _render_question(
                    words.label,
                    AS_ABOVE if hint and hint == above else hint,
                    None if fact in spans else _render_blank(policy, fact, offers, is_of_all=words.is_of_all),
                )
                for fact, words, hint, above in rows
            )
        ]
    ]


def _find_lasting(offers: Sequence[Provision]) -> Mapping[str, Span]:
    """Find the lasting times that are asked for, by the fact of their months."""
    return {span_.months: span_ for provision in offers for span_ in provision.spans}


def _render_question(label: str, hint: str, blank: Node) -> Element:
    """Render a question with its blank; without one it asks for a lasting time."""
    lasting = td(".lasting")[f"从 {DATE}\n到 {DATE}，满 {BLANK}{SPACE}个整月"]
    return tr[
        th(scope="row")[label, span(".hint")[hint] if hint else None],
        td[blank] if blank is not None else lasting,
    ]


def _render_blank(policy: Policy, fact: str, offers: Sequence[Provision], *, is_of_all: bool) -> Node:
    question = CATALOGUE[fact]
    if isinstance(question, YesNo):
        return _render_options((*(ALL_OR_NONE if is_of_all else YES_NO).values(), "不清楚"))
    if isinstance(question, Selection):
        return _render_options((*policy.options_of(fact, offers).values(), "不清楚"))
    if isinstance(question, Day):
        return DATE
    if isinstance(question, Count | Money):
        return f"{BLANK}{BLANK}{SPACE}{question.unit}"
    return BLANK * 4


def _render_options(options: Sequence[str]) -> Node:
    return [[span(".paper-pick")[BOX, " ", words], " "] for words in options]


def _render_item(policy: Policy, provision: Provision, needs: Needs[Condition]) -> Element:
    return article(".item")[
        h3(".item-title")[add_clause(provision.title, f"依据：{provision.clause}")],
        _render_ticks(policy, provision, needs),
        _render_sum(policy, provision),
        (p(".reading")[say_both(reading, "这里按")] for reading in provision.readings),
        render_exclusion(policy, provision),
        p(".paper-result")["这一项：", _render_options(name_outcomes(provision.nature))],
    ]


def _render_ticks(policy: Policy, provision: Provision, needs: Needs[Condition]) -> Node:
    lines: list[Node] = [li[BOX, f" 与“{needs.like.title}”一样的条件都满足"]] if needs.like else []
    lines += [tick(item) for item in needs.own]
    lines += [_tick_time(policy, provision)] if provision.happens and policy.term.is_stated else []
    return ul(".paper-ticks")[lines] if lines else None


def _tick_time(policy: Policy, provision: Provision) -> Node:
    within = " 之间" if policy.term.end else ""
    return li[BOX, f" {CATALOGUE[provision.happens].short}在 {policy.term.say_when()}{within}"]


def _render_sum(policy: Policy, provision: Provision) -> Node:
    """Render the table to look up and the formula with its blanks, for each reading with a formula of its own."""
    pays, window = provision.effect, policy.term.windows().in_force
    tables = pays.list_tables()
    is_looked_up = bool(tables) and pays.come_to(Case({}, window)).amount.is_counted
    line, *others = unique(_write_formula(reading, window) for reading in pays.alternatives())
    return [
        render_standard_table(tables[0], provision.title, with_phrases=False) if is_looked_up else None,
        p(".paper-formula")[line],
        (p(".paper-formula")[f"按另一种读法：{other}"] for other in others),
    ]


def _write_formula(pays: Effect, window: Window) -> str:
    if not pays.come_to(Case({}, window)).amount.is_counted:
        return f"{pays.explain()}。"
    formula, limit = pays.say_formula(), _say_limit(pays)
    if any(sign in formula for sign in SIGNS):
        return f"{formula} = {limit}{BLANK}{BLANK}{SPACE}元"
    if BLANK in formula:
        return f"{formula}（{limit.strip()}）" if limit else formula
    return f"金额：{formula}"


def _say_limit(pays: Effect) -> str:
    """Say that a sum is made of ceilings, of floors or of estimates alone."""
    limits = pays.limits()
    return next(iter(limits)) if len(limits) == 1 else ""
