"""Say a status in a word: pages, the contract's JSON and the command line say the same one."""

from calc.engine.outcome import Outcome, Status
from calc.rules.payees import Nature, Payee
from calc.rules.provision import Provision

APPLIES = {
    Nature.RECOGNITION: "可以申请认定",
    Nature.SERVICE: "可申请",
    Nature.PLAN: "目标任务",
}
"""Names for an eligible provision without money; a procedure, a form and a duty have words of their own."""

OF_AUTHORITIES = {Nature.SERVICE: "主管部门办理", Nature.PLAN: "目标任务"}
"""Names for what authorities do by themselves: nobody applies for it."""


def say_status(outcome: Outcome) -> str:
    """Say a status in a word; only money and help are 可享受, a procedure, a form, a duty or a target is not."""
    return say_status_of(outcome.provision, outcome.status, outcome.label)


def say_status_of(provision: Provision, status: Status, label: str) -> str:
    """Say the status of a provision in a word; `label` is its plain one."""
    if word := _find_own_word(provision, status):
        return word
    if status is Status.ELIGIBLE and provision.payees == {Payee.AUTHORITY}:
        return OF_AUTHORITIES.get(provision.nature, label)
    return APPLIES.get(provision.nature, label) if status is Status.ELIGIBLE else label


def find_own_word(outcome: Outcome) -> str:
    """Find the own word for a status: paperwork waits for nothing; a duty or what comes unasked, for conditions."""
    return _find_own_word(outcome.provision, outcome.status)


def _find_own_word(provision: Provision, status: Status) -> str:
    effect = provision.effect
    if provision.unasked and status is Status.ELIGIBLE:
        return f"由主管部门{provision.unasked}"
    stands = not status.is_refused if effect.is_paperwork else status is Status.ELIGIBLE
    return effect.status_word if stands else ""
