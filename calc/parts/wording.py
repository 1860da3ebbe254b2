"""Say the short texts that cards and answers share."""

from collections.abc import Callable, Iterable

from htpy import Element, Node, a, p, q, span

from calc.engine.assess import Finding
from calc.engine.outcome import Outcome, Status
from calc.engine.provision_answer import ProvisionAnswer
from calc.engine.status_word import find_own_word, say_status
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.contradiction import name_answers
from calc.facts.inference import Inferred
from calc.rules.case import Step
from calc.rules.document import NOT_WRITTEN as NOT_WRITTEN
from calc.rules.payees import Nature, Payee, list_payees
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.reading import Reading
from calc.values import money
from calc.values.dates import spell_date
from calc.values.money import Amount, Kind
from calc.values.truth import Verdict

IN_KIND = "服务或办理事项，不发放现金"
DISCLAIMER = "测算结果 · 仅供参考 · 以经办机构审核为准"
BELATED = "政策已到期：下面说的是到期前要是这样，现在再做不算。"
TO_BRING = "要带的材料"
"""The heading of the papers that a document names."""
MARKS = {Verdict.YES: "✓", Verdict.NO: "✗", Verdict.UNKNOWN: "?", Verdict.JUDGEMENT: "⚖"}
ANYONE = "all"
POSSIBLE = (Status.ELIGIBLE, Status.JUDGEMENT, Status.UNKNOWN)
"""The statuses that grant or may grant something, in the order of telling."""
OPEN = (Status.JUDGEMENT, Status.UNKNOWN)
PLAIN_WORDS = {
    Status.ELIGIBLE: "能领",
    Status.JUDGEMENT: "等认定",
    Status.UNKNOWN: "没问清",
    Status.INELIGIBLE: "不能领",
    Status.OUTSIDE: "不能领",
}
"""What people who ask for money read for a status; the contract, the files and the cases keep its own word."""
HELP, NO_HELP = "能办", "不能办"
"""What they read of help that is no money: it is arranged, not had."""
NO_SUM_YET, NO_MONEY = "还没算出金额", "没有能领的钱"
"""What stands in the place of a sum: money is open, or there is none to be had."""
GROUPS = tuple(dict.fromkeys((PLAIN_WORDS[Status.ELIGIBLE], HELP, *PLAIN_WORDS.values())))
"""The words by which benefits are counted, in the order of telling."""


def say_amount(amount: Amount, status: Status) -> str:
    """Say an amount: exact, 最高, 不低于, 预计, a range, or that the document states none."""
    if amount.kind is Kind.NOT_STATED:
        return "金额按规定（本文件未写明）"
    if amount.kind is Kind.IN_KIND:
        return IN_KIND
    if amount.high is None and not amount.low:
        return NO_SUM_YET
    is_settled = status is Status.ELIGIBLE or amount.kind is Kind.CEILING or amount.low == amount.high
    if is_settled or amount.high is None:
        return money.say_amount(amount)
    return f"可能是 {money.say_amount(amount)}" if amount.low else f"可能最高 {money.say_yuan(amount.high)}"


def say_main_result(finding: Finding, headline: str) -> str:
    """Say the sum of a finding, or the words in its place."""
    if finding.amount is None:
        return ""
    if finding.amount.kind is not Kind.IN_KIND:
        return say_amount(finding.amount, finding.status)
    is_open = finding.status is Status.UNKNOWN and not finding.provision.effect.is_paperwork
    return "" if is_open else headline or say_amount(finding.amount, finding.status)


def say_hanging(outcome: Outcome) -> str:
    """Say what others have to do first for something that is still open; empty where it hangs on nobody else."""
    said = (CATALOGUE[fact].hangs_on for fact in outcome.missing if outcome.status is Status.UNKNOWN)
    return "；".join(filter(None, said))


def say_inferred(item: Inferred, answers: Answers) -> str:
    """Say an answer that nobody gave, and the answers from which it follows."""
    return f"{CATALOGUE[item.fact].say(item.answer)}，由{name_answers(item.because, answers)}得出"


def say_last_claim(policy: Policy) -> str:
    """Say the last day for a claim."""
    return spell_date(policy.claims_until) if policy.claims_until else NOT_WRITTEN


def can_apply(provision: Provision) -> bool:
    """Decide whether anybody applies for it: no duty, no authority's own affair, nothing that comes unasked."""
    is_own_affair = provision.unasked or provision.payees == {Payee.AUTHORITY}
    return provision.effect.can_be_claimed and not is_own_affair


def say_unasked(provision: Provision) -> str:
    """Say that nobody applies for what an authority does of its own motion, and who does it; empty for all else."""
    if not provision.unasked:
        return ""
    office = provision.office
    who = (
        f"{office.text}（{office.clause or provision.clause}）"
        if office
        else f"由主管部门{provision.unasked}，哪个部门{NOT_WRITTEN}"
    )
    return f"不用申请，{who}。"


def mark_expired(policy: Policy) -> Node:
    """Mark a policy as expired: every policy with an end has expired."""
    return span(".badge.badge-expired")["已到期"] if policy.term.end else None


def render_expired(policy: Policy) -> Node:
    """Say beside a sum that the policy has expired: the sum is large, and the years since are easily overlooked."""
    end = policy.term.end
    return p(".expired-line")[f"政策 {spell_date(end)} 已到期，现在不一定还能领，先问经办机构。"] if end else None


def say_advice(item: ProvisionAnswer) -> list[str]:
    """Say what would change the answer; of an expired policy, that this tells of the time before its end."""
    advice = [each.text for each in item.advice if each.kind != "answer"]
    return [BELATED, *advice] if advice and item.finding.policy.term.end else advice


def badge(outcome: Outcome, say: Callable[[Outcome], str] = say_status) -> Element:
    """Render a status as a badge: a word, never colour alone."""
    kind = "plain" if find_own_word(outcome) else outcome.status.value
    return span(class_=f"badge badge-{kind}")[say(outcome)]


def say_plainly(outcome: Outcome) -> str:
    """Say a status in the word that people read; what brings no money keeps the status's own word."""
    word, provision = say_status(outcome), outcome.provision
    is_usual = word == outcome.status.label
    if outcome.status in OPEN or (is_usual and provision.nature.brings_money):
        return PLAIN_WORDS[outcome.status]
    return NO_HELP if is_usual and provision.is_benefit and outcome.status.is_refused else word


def name_group(finding: Finding) -> str:
    """Name the group in which a benefit is counted: help that is no money is arranged, not had."""
    is_help = finding.status is Status.ELIGIBLE and not finding.provision.nature.brings_money
    return HELP if is_help else PLAIN_WORDS[finding.status]


def name_outcomes(nature: Nature) -> tuple[str, ...]:
    """Name all that a benefit can come to, in the order of telling."""
    yes, no = (PLAIN_WORDS[Status.ELIGIBLE], PLAIN_WORDS[Status.INELIGIBLE]) if nature.brings_money else (HELP, NO_HELP)
    return yes, *(PLAIN_WORDS[status] for status in OPEN), no


def tells_amount(outcome: Outcome) -> bool:
    """Decide whether there is anything to say of an amount yet; while all is open, the word for that says it."""
    amount = outcome.amount
    if amount is None:
        return False
    is_open = amount.kind is not Kind.IN_KIND and amount.high is None and not amount.low
    return not (is_open and outcome.status is Status.UNKNOWN)


def mark(verdict: Verdict) -> Element:
    """Render a verdict as a mark, with its word for people who listen."""
    return span(class_=f"mark mark-{verdict.value}")[
        span(aria_hidden="true")[MARKS[verdict]], span(".mark-word")[verdict.label]
    ]


def add_clause(words: Node, clause: str) -> Node:
    """Add the clause to some words."""
    return [words, " ", span(".clause")[clause]]


def quote(phrase: str, clause: str) -> Node:
    """Quote a phrase of the document with its clause."""
    return add_clause(q[phrase], clause) if phrase else span(".clause")[clause]


def name_place(provision: Provision) -> str:
    """Name the place on a policy's page where a provision's terms stand, beneath its official text, if any."""
    return f"{provision.id}-text"


def quote_step(step: Step, provision: Provision, page: str = "") -> Node:
    """Quote a step's phrase, and lead by its clause, or the provision's, to where the text says it.

    `page` is the address of the policy's page, where that is another one.
    """
    clause = a(".clause", href=f"{page}#{name_place(provision)}")[step.clause or provision.clause]
    return [q[step.phrase], " ", clause] if step.phrase else clause


def say_both(reading: Reading, ours: str) -> str:
    """Say a doubt with both its readings; `ours` names the reading that the calculator takes."""
    return f"{reading.question}{ours}：{reading.default}。另一种读法：{reading.other}。"


def say_doubt(reading: Reading) -> str:
    """Say a doubt to people who want the money, with both its readings."""
    return f"有两种读法：{say_both(reading, '这里的读法')}"


def join_titles(findings: Iterable[Finding]) -> str:
    """Join the titles of the provisions found."""
    return "、".join(finding.provision.title for finding in findings)


def name_with_clause(provision: Provision) -> str:
    """Name a provision with its clause in brackets, unless the clause has brackets: 就业创业服务补贴（四）."""
    clause = provision.clause
    is_bracketed = clause.startswith("（") and clause.endswith("）")
    return f"{provision.title}{clause}" if is_bracketed else f"{provision.title}（{clause}）"


def say_payee(provision: Provision, payees: Iterable[Payee] = (), between: str = "、") -> str:
    """Say who is paid, or may be, with the words of the text: 劳务中介、经纪人（原文：该市场主体）."""
    labels = between.join(payee.label for payee in payees or list_payees(provision.payee))
    return _add_original(labels, provision.called)


def say_payee_of(payee: Payee, provisions: Iterable[Provision]) -> str:
    """Say who is paid by several provisions, with the words of the text where all of them have the same."""
    called = {provision.called for provision in provisions if provision.is_benefit}
    return _add_original(payee.label, *called) if len(called) == 1 else payee.label


def _add_original(label: str, called: str) -> str:
    return f"{label}（原文：{called}）" if called else label


def nest_quotes(text: str) -> str:
    """Turn the quotation marks of a text into inner ones."""
    return text.replace("“", "‘").replace("”", "’")


def asked_by(who: str) -> tuple[str, ...] | None:
    """Find the payees that a role stands for; None for everybody, and before anybody has said who asks."""
    return None if who in ("", ANYONE) else (who,)


def applicants_of(policy: Policy) -> tuple[Payee, ...]:
    """List the applicants of a policy, in the document's order."""
    payees = (payee for provision in policy.provisions for payee in list_payees(provision.payee))
    return tuple(dict.fromkeys(payee for payee in payees if payee is not Payee.AUTHORITY))
