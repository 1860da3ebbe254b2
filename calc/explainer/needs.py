"""Say conditions briefly for paper: a sheet says once what all its provisions need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from calc.rules.condition import Condition
from calc.rules.provision import Provision

MANY = 3
"""From this number of conditions on, "as for the provision above" is shorter than a repetition."""


@dataclass(frozen=True)
class Needs:
    """The conditions of one provision: its `own`, and all those of an earlier provision `like` it."""

    own: tuple[Condition, ...]
    like: Provision | None = None


def shared_conditions(provisions: Sequence[Provision]) -> tuple[Condition, ...]:
    """Find the conditions of all provisions, each once: two words may say the same."""
    if len(provisions) < 2:
        return ()
    every = [_said_by(_conditions_of(provision)) for provision in provisions]
    return tuple(item for item in _conditions_of(provisions[0]) if all(item.explain() in said for said in every))


def list_needs(provisions: Sequence[Provision]) -> Mapping[str, Needs]:
    """List what each provision needs beyond the shared conditions, by reference to an earlier provision if it can."""
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
    return provision.conditions


def _said_by(conditions: Sequence[Condition]) -> frozenset[str]:
    return frozenset(item.explain() for item in conditions)
