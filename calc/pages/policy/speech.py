"""Tell the answer for reading aloud: the grants, the sums and the missing facts, one sentence each."""

from collections.abc import Iterator

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.facts.catalogue import CATALOGUE
from calc.pages.policy.headline import find_in_reach, list_sure, say_news
from calc.pages.policy.sums import say_other_sums
from calc.parts.wording import DISCLAIMER, POSSIBLE, say_amount, say_plainly, tells_amount
from calc.rules.policy import Policy
from calc.values.dates import spell_date

MOST_NAMED = 5
"""So many questions are named; nobody keeps more in mind by listening."""


def speak(answer: Answer) -> str:
    """Tell the answer in sentences."""
    findings = [item.finding for item in answer.concerned]
    told = [finding for status in POSSIBLE for finding in findings if finding.status is status]
    sentences = [
        f"{answer.policy.region}测算结果。",
        f"{_without_signs(say_news(answer))}。",
        *_say_other_sums(answer),
        *_say_nearest(answer),
        *map(_say_finding, told),
        *(_say_refused(findings) if told else ()),
        *_say_rivals(answer.policy, told),
        *_say_missing(told),
        *answer.notices,
        *_say_end(answer.policy),
        f"{DISCLAIMER.replace(' · ', '，')}。",
    ]
    return "".join(sentences)


def _say_end(policy: Policy) -> Iterator[str]:
    if policy.term.end:
        yield f"这份政策已于 {spell_date(policy.term.end)} 到期，以下按当时的条款测算。"


def _say_finding(finding: Finding) -> str:
    amount = finding.amount if tells_amount(finding.outcome) else None
    brings = f"，{_without_signs(say_amount(amount, finding.status))}" if amount else ""
    return f"{finding.provision.title}：{say_plainly(finding.outcome)}{brings}。"


def _say_refused(findings: list[Finding]) -> Iterator[str]:
    if refused := sum(finding.status.is_refused for finding in findings):
        yield f"另有 {refused} 项不能领或者不适用。"


def _say_other_sums(answer: Answer) -> Iterator[str]:
    for own in list_sure(answer):
        if other := say_other_sums(answer, own):
            yield _without_signs(other)


def _say_nearest(answer: Answer) -> Iterator[str]:
    if near := find_in_reach(answer):
        item, progress = near
        yield f"离您最近的一项是{item.finding.provision.title}。{_without_signs(progress.text)}"


def _say_rivals(policy: Policy, findings: list[Finding]) -> Iterator[str]:
    """Name the provisions of these findings that exclude each other."""
    told = {finding.provision for finding in findings}
    for finding in findings:
        rivals = [rival for each in policy.rivals_of(finding.provision).values() for rival in each]
        if finding.provision.excludes and (names := [rival.title for rival in rivals if rival in told]):
            yield f"{finding.provision.title}和{'、'.join(names)}不能同时享受，只能选一种。"


def _say_missing(findings: list[Finding]) -> Iterator[str]:
    missing = dict.fromkeys(fact for finding in findings for fact in finding.outcome.missing)
    if missing:
        names = [CATALOGUE[fact].short for fact in missing]
        more = f"等 {len(names)} 题" if len(names) > MOST_NAMED else ""
        yield f"还要回答：{'、'.join(names[:MOST_NAMED])}{more}。"


def _without_signs(amount: str) -> str:
    """Leave out the commas and noughts, over which a voice stumbles."""
    return amount.replace(",", "").replace(".00 元", " 元")
