"""The answer for those who have it read aloud: what is granted, how much, and what is missing, one sentence each."""

from collections.abc import Iterator

from htpy import Element, button, div, p

from calc.engine.assess import Assessment, Finding, Status
from calc.engine.combine import total
from calc.facts.catalogue import CATALOGUE
from calc.parts.wording import ANYONE, DISCLAIMER, asked_by, say_amount
from calc.rules.policy import Policy
from calc.values.dates import spell_date
from calc.values.money import ZERO, say_yuan

TOLD = (Status.ELIGIBLE, Status.JUDGEMENT, Status.UNKNOWN)
"""What is told one by one, in this order; of the rest only the number."""


def render_reader() -> Element:
    """The button that reads aloud; a script shows it where the browser can, once there is something to read."""
    return div(".read-aloud", hidden=True)[
        button(".md-button", type="button", data_text_start="朗读结果", data_text_stop="停止朗读")["朗读结果"],
        div(".spoken")[render_spoken("")],
    ]


def render_spoken(text: str) -> Element:
    """What is read aloud; nobody sees it."""
    return p("#spoken-result", hidden=True)[text]


def speak(assessment: Assessment, who: str) -> str:
    """The answer as sentences to be heard."""
    findings = [finding for finding in assessment.findings if finding.concerns(asked_by(who))]
    told = [finding for status in TOLD for finding in findings if finding.status is status]
    sentences = [
        f"{assessment.policy.region}测算结果。",
        *_say_end(assessment.policy),
        *assessment.notices,
        *map(_say_finding, told),
        *_say_refused(findings),
        *_say_totals(assessment, who),
        *_say_rivals(assessment, told),
        *_say_missing(told),
        f"{DISCLAIMER.replace(' · ', '，')}。",
    ]
    return "".join(sentences)


def _say_end(policy: Policy) -> Iterator[str]:
    if policy.term.end:
        yield f"这份政策已于 {spell_date(policy.term.end)} 到期，以下按当时的条款测算。"


def _say_finding(finding: Finding) -> str:
    amount = f"，{_say_plainly(say_amount(finding.amount, finding.status))}" if finding.amount else ""
    return f"{finding.provision.title}：{finding.status.label}{amount}。"


def _say_refused(findings: list[Finding]) -> Iterator[str]:
    if refused := sum(finding.status not in TOLD for finding in findings):
        yield f"另有 {refused} 项不符合或者不适用。"


def _say_totals(assessment: Assessment, who: str) -> Iterator[str]:
    for row in total(assessment):
        if row.low > ZERO and who in ("", ANYONE, row.payee.value):
            yield f"{row.payee.label}合计，确定的金额是 {_say_plainly(say_yuan(row.low))}。"


def _say_rivals(assessment: Assessment, findings: list[Finding]) -> Iterator[str]:
    """Which of what was told cannot be had together."""
    told = {finding.provision for finding in findings}
    for finding in findings:
        rivals = [rival for each in assessment.policy.rivals_of(finding.provision).values() for rival in each]
        if finding.provision.excludes and (names := [rival.title for rival in rivals if rival in told]):
            yield f"{finding.provision.title}和{'、'.join(names)}不能同时享受，只能选一种。"


def _say_missing(findings: list[Finding]) -> Iterator[str]:
    missing = dict.fromkeys(fact for finding in findings for fact in finding.outcome.missing)
    if missing:
        yield f"还要回答：{'、'.join(CATALOGUE[fact].short for fact in missing)}。"


def _say_plainly(amount: str) -> str:
    """Without the commas and noughts that a voice stumbles over."""
    return amount.replace(",", "").replace(".00 元", " 元")
