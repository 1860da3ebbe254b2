"""What cannot be carried out gets a sentence that names the word and offers what to write instead."""

from collections.abc import Iterable
from difflib import get_close_matches

from calc.parts.wording import ANYONE, applicants_of
from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.reading import Reading
from calc.values.quoting import quote


class WrongUseError(Exception):
    """A call that cannot be carried out; its arguments are lines: which word of it, and what to write instead."""


def find_policy(name: str) -> Policy:
    """Find the policy with an id; WrongUseError offers the nearest ids."""
    if name in POLICIES:
        return POLICIES[name]
    raise WrongUseError(f"没有名为“{quote(name)}”的政策{_offer(name, POLICIES)}")


def find_provision(policy: Policy, name: str) -> Provision:
    """Find the provision with an id; WrongUseError offers the nearest ids."""
    names = [provision.id for provision in policy.provisions]
    if name in names:
        return policy.provision(name)
    raise WrongUseError(f"{policy.id} 没有名为“{quote(name)}”的条款{_offer(name, names)}")


def find_reading(policies: Iterable[Policy], name: str) -> Reading:
    """Find the reading with an id among those of some policies; WrongUseError offers the nearest ids."""
    readings = {reading.id: reading for policy in policies for reading in policy.readings}
    if name in readings:
        return readings[name]
    raise WrongUseError(f"没有名为“{quote(name)}”的读法{_offer(name, readings)}")


def find_payees(policy: Policy, who: str) -> tuple[str, ...] | None:
    """Find whom a role names, by its id or its label; None for everybody. WrongUseError offers the policy's roles."""
    roles = {payee.value: payee.label for payee in applicants_of(policy)}
    if who == ANYONE:
        return None
    for role, label in roles.items():
        if who in (role, label):
            return (role,)
    nearest = _find_nearest(who, (*roles, ANYONE))
    offered = "、".join(f"{role}（{roles[role]}）" if role in roles else f"{role}（都看看）" for role in nearest)
    raise WrongUseError(f"{policy.id} 没有名为“{quote(who)}”的申请人，最接近的是：{offered}。")


def _offer(name: str, names: Iterable[str]) -> str:
    return f"，最接近的是：{'、'.join(_find_nearest(name, names))}。"


def _find_nearest(name: str, names: Iterable[str]) -> list[str]:
    """Find the names that look like a name; all of them where none does."""
    every = list(names)
    return get_close_matches(name, every, cutoff=0.3) or every
