"""Who can have what, said as shortly as paper asks: what all provisions of a sheet need is said once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from calc.rules.condition import Condition
from calc.rules.policy import Provision

MANY = 3
"""From so many conditions on, "as for the provision above" is shorter than saying them again."""


@dataclass(frozen=True)
class Needs:
    """What one provision needs: all that an earlier one needs (`like`), if any, and these conditions."""

    own: tuple[Condition, ...]
    like: Provision | None = None


def shared_conditions(provisions: Sequence[Provision]) -> tuple[Condition, ...]:
    """The conditions that all of several provisions ask, each once: two words may say the same."""
    if len(provisions) < 2:
        return ()
    every = [_said_by(_conditions_of(provision)) for provision in provisions]
    return tuple(item for item in _conditions_of(provisions[0]) if all(item.explain() in said for said in every))


def list_needs(provisions: Sequence[Provision]) -> Mapping[str, Needs]:
    """For each provision what it needs beyond the shared conditions, by reference to an earlier one where it can."""
    shared = _said_by(shared_conditions(provisions))
    own = {
        provision: tuple(item for item in _conditions_of(provision) if item.explain() not in shared)
        for provision in provisions
    }
    return {
        provision.id: _say_shortest(own, provision, provisions[:number]) for number, provision in enumerate(provisions)
    }


def _say_shortest(
    own: Mapping[Provision, tuple[Condition, ...]], provision: Provision, earlier: Sequence[Provision]
) -> Needs:
    said = _said_by(own[provision])
    included = [item for item in earlier if len(own[item]) >= MANY and _said_by(own[item]) <= said]
    if not included:
        return Needs(own[provision])
    like = max(included, key=lambda item: len(own[item]))
    known = _said_by(own[like])
    return Needs(tuple(item for item in own[provision] if item.explain() not in known), like)


def _conditions_of(provision: Provision) -> tuple[Condition, ...]:
    return (*provision.scope, *provision.when)


def _said_by(conditions: Sequence[Condition]) -> frozenset[str]:
    return frozenset(item.explain() for item in conditions)
