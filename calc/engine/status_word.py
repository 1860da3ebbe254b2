"""Say a status in a word: pages, the contract's JSON and the command line say the same one."""

from calc.engine.outcome import Status
from calc.rules.payees import Nature
from calc.rules.provision import Provision

APPLIES = {
    Nature.RECOGNITION: "可以申请认定",
    Nature.SERVICE: "可申请",
    Nature.PLAN: "目标任务",
}
"""Names for an eligible provision without money; a procedure, a form and a duty have words of their own."""


def say_status(status: Status, provision: Provision) -> str:
    """Say a status in a word; only money and help are 可享受, a procedure, a form, a duty or a target is not."""
    if word := find_own_word(status, provision):
        return word
    return APPLIES.get(provision.nature, status.label) if status is Status.ELIGIBLE else status.label


def find_own_word(status: Status, provision: Provision) -> str:
    """Find the effect's own word for a status: paperwork waits for nothing, a duty for its conditions."""
    effect = provision.effect
    stands = not status.is_refused if effect.is_paperwork else status is Status.ELIGIBLE
    return effect.status_word if stands else ""
