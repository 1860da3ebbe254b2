"""Say conditions briefly for paper: a sheet says once what all its provisions need, or all but a few that it names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from calc.rules.condition import Condition
from calc.rules.provision import Provision
from calc.rules.word import unique

MANY = 3
"""From this number of conditions on, "as for the provision above" is shorter than a repetition."""
FEW = 5
"""One provision in so many may be named as an exception."""


@dataclass(frozen=True)
class Needs:
    """The conditions of one provision: its `own`, and all those of an earlier provision `like` it."""

    own: tuple[Condition, ...]
    like: Provision | None = None


@dataclass(frozen=True)
class Shared:
    """Conditions of all provisions of a sheet, but for some that do `without` them."""

    conditions: tuple[Condition, ...]
    without: tuple[Provision, ...] = ()

    @property
    def exception(self) -> str:
        """The words that name those that do without."""
        titles = "、".join(f"“{item.title}”" for item in self.without)
        return f"除{titles}以外，" if titles else ""


def find_shared(provisions: Sequence[Provision]) -> tuple[Shared, ...]:
    """Find the conditions of all provisions, then those of nearly all; each once: two words may say the same."""
    if len(provisions) < 2:
        return ()
    by_exception: dict[tuple[Provision, ...], dict[str, Condition]] = {}
    for condition in unique(condition for provision in provisions for condition in provision.conditions):
        without = tuple(item for item in provisions if condition.explain() not in _said_by(item.conditions))
        if len(without) * FEW <= len(provisions):
            by_exception.setdefault(without, {}).setdefault(condition.explain(), condition)
    found = (Shared(tuple(said.values()), without) for without, said in by_exception.items())
    return tuple(sorted(found, key=lambda shared: len(shared.without)))


def list_needs(provisions: Sequence[Provision]) -> Mapping[str, Needs]:
    """List what each provision needs beyond the shared conditions, by reference to an earlier provision if it can."""
    every = find_shared(provisions)
    own = {provision: _leave_own(provision, every) for provision in provisions}
    return {
        provision.id: _say_shortest(own, provision, provisions[:number]) for number, provision in enumerate(provisions)
    }


def _leave_own(provision: Provision, every: Sequence[Shared]) -> tuple[Condition, ...]:
    shared = {item.explain() for each in every if provision not in each.without for item in each.conditions}
    return tuple(item for item in provision.conditions if item.explain() not in shared)


def _say_shortest(
    own: Mapping[Provision, tuple[Condition, ...]], provision: Provision, earlier: Sequence[Provision]
) -> Needs:
    said = _said_by(provision.conditions)
    included = [item for item in earlier if len(own[item]) >= MANY and _said_by(item.conditions) <= said]
    if not included:
        return Needs(own[provision])
    like = max(included, key=lambda item: len(own[item]))
    known = _said_by(like.conditions)
    return Needs(tuple(item for item in own[provision] if item.explain() not in known), like)


def _said_by(conditions: Sequence[Condition]) -> frozenset[str]:
    return frozenset(item.explain() for item in conditions)
