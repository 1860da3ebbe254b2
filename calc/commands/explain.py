"""Say what a document grants or says, provision by provision, before anybody has answered anything."""

from collections.abc import Iterator

from calc.commands.finding import say_office
from calc.commands.official_text import open_source, tell_source
from calc.commands.terminal import lay, lay_term
from calc.commands.wrong_use import find_policy, find_provision
from calc.facts.catalogue import CATALOGUE
from calc.parts.exclusion import say_exclusions
from calc.parts.wording import TO_BRING, can_apply, say_both, say_last_claim, say_unasked
from calc.proof.official_text import OfficialText
from calc.rules.conventions import Convention
from calc.rules.document import Fund
from calc.rules.payees import PayeeBy
from calc.rules.policy import Policy
from calc.rules.provision import Provision


def explain(policy: str, provision: str | None, sources: str | None) -> str:
    """Explain provisions in plain words: who, conditions, what is given, out of what, how to claim it, doubts."""
    found = find_policy(policy)
    text = open_source(sources, found)
    provisions = [find_provision(found, provision)] if provision else found.provisions
    head = "\n".join(_tell_document(found))
    return "\n\n".join((head, *("\n".join(_tell_provision(found, item, text)) for item in provisions)))


def _tell_document(policy: Policy) -> Iterator[str]:
    yield lay(f"{policy.region}  {policy.title}（{policy.number}）")
    yield from lay_term("执行期限", policy.term.say())
    yield from lay_term("申领截止", say_last_claim(policy))
    yield from lay_term("说明", policy.remarks)


def _tell_provision(policy: Policy, provision: Provision, text: OfficialText | None) -> Iterator[str]:
    yield lay(f"{provision.clause}  {provision.title}（{provision.id}）")
    yield lay(provision.gist, 1)
    yield from lay_term("给谁", say_payee(provision))
    yield from lay_term("性质", provision.nature.label)
    yield from _tell_conditions(provision)
    yield from lay_term("标准", provision.effect.explain())
    if provision.nature.brings_money or provision.paid_from:
        yield from lay_term("资金", [say_fund(fund, provision) for fund in list_funds(provision)])
        yield from lay_term("分次", (f"{item.text}（“{item.phrase}”）" for item in provision.instalments))
        yield from lay_term("最晚申领", say_last_claim(policy))
    if told := say_unasked(provision):
        yield lay(told, 1)
    elif can_apply(provision):
        yield from lay_term(TO_BRING, provision.evidence or "文件未列材料")
        yield from lay_term("向哪里申请", say_office(provision))
    yield from (lay(sentence, 1) for sentence in say_exclusions(policy, provision))
    yield from lay_term("两种读法", (say_both(item, "本计算器的读法") for item in policy.readings_of(provision)))
    yield from lay_term("约定", map(_say_convention, provision.conventions))
    yield from lay_term("另一种读法的约定", map(_say_convention, provision.conventions_otherwise))
    yield from lay_term("说明", provision.own_remarks)
    yield from tell_source(policy, provision, text)


def _tell_conditions(provision: Provision) -> Iterator[str]:
    """Tell the conditions: first those of the part that governs it, with the place where they stand."""
    if part := provision.under:
        yield from lay_term(f"整个部分的条件（{part.clause}）", [item.explain() for item in part.when])
    own = [item.explain() for item in provision.conditions if not part or item not in part.when]
    yield from lay_term("条件", own or "没有个人条件")


def _say_convention(convention: Convention) -> str:
    return f"{convention.title}：{convention.text}（{convention.because}）"


def list_funds(provision: Provision) -> tuple[Fund, ...]:
    """List the fund of a provision, or those of its parts."""
    return (provision.fund,) if provision.fund else provision.funds


def say_fund(fund: Fund, provision: Provision) -> str:
    """Say a fund with the sentence that names it and its clause."""
    return f"{fund.name}（“{fund.phrase}” {fund.clause or provision.clause}）" if fund.phrase else fund.name


def say_payee(provision: Provision) -> str:
    """Say who is paid, with the words of the text; where a choice decides it, who by which answer."""
    if not isinstance(provision.payee, PayeeBy):
        return f"{provision.payee.label}（“{provision.named}”）" if provision.named else provision.payee.label
    question = CATALOGUE[provision.payee.fact]
    by = "；".join(f"{question.say(option)}：{payee.label}" for option, payee in provision.payee.payees)
    return f"看“{question.short}”，{by}"
