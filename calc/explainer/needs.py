"""Say conditions briefly for paper: a sheet says once what all its provisions need, or all but a few that it names.

A worksheet takes the conditions themselves, a leaflet their lines: both explain themselves, and are told apart by that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from calc.rules.provision import Provision

MANY = 3
"""From this number of conditions on, "as for the provision above" is shorter than a repetition."""
FEW = 5
"""One provision in so many may be named as an exception."""


class Asked(Protocol):
    """A condition, or a line that says one."""

    def explain(self) -> str:
        """What is asked for, in plain words."""


Item = TypeVar("Item", bound=Asked)
Asking = Mapping[Provision, Sequence[Item]]
"""What each provision of a sheet asks for, in the sheet's order."""


@dataclass(frozen=True)
class Needs(Generic[Item]):
    """The conditions of one provision: its `own`, and all those of an earlier provision `like` it."""

    own: tuple[Item, ...]
    like: Provision | None = None


@dataclass(frozen=True)
class Shared(Generic[Item]):
    """Conditions of all provisions of a sheet, but for some that do `without` them."""

    conditions: tuple[Item, ...]
    without: tuple[Provision, ...] = ()

    @property
    def exception(self) -> str:
        """The words that name those that do without."""
        titles = "、".join(f"“{item.title}”" for item in self.without)
        return f"除{titles}以外，" if titles else ""


def find_shared(asking: Asking[Item]) -> tuple[Shared[Item], ...]:
    """Find the conditions of all provisions, then those of nearly all; each once: two words may say the same."""
    if len(asking) < 2:
        return ()
    by_exception: dict[tuple[Provision, ...], dict[str, Item]] = {}
    for condition in _list_each(asking):
        without = tuple(item for item, asked in asking.items() if condition.explain() not in _said_by(asked))
        if len(without) * FEW <= len(asking):
            by_exception.setdefault(without, {}).setdefault(condition.explain(), condition)
    found = (Shared(tuple(said.values()), without) for without, said in by_exception.items())
    return tuple(sorted(found, key=lambda shared: len(shared.without)))


def list_needs(asking: Asking[Item]) -> Mapping[str, Needs[Item]]:
    """List what each provision needs beyond the shared conditions, by reference to an earlier provision if it can."""
    every = find_shared(asking)
    own = {provision: _leave_own(provision, asked, every) for provision, asked in asking.items()}
    provisions = list(asking)
    return {
        provision.id: _say_shortest(asking, own, provision, provisions[:number])
        for number, provision in enumerate(provisions)
    }


def _list_each(asking: Asking[Item]) -> Sequence[Item]:
    """List every condition once, by what it says."""
    each: dict[str, Item] = {}
    for asked in asking.values():
        for item in asked:
            each.setdefault(item.explain(), item)
    return list(each.values())


def _leave_own(provision: Provision, asked: Sequence[Item], every: Sequence[Shared[Item]]) -> tuple[Item, ...]:
    shared = {item.explain() for each in every if provision not in each.without for item in each.conditions}
    return tuple(item for item in asked if item.explain() not in shared)


def _say_shortest(
    asking: Asking[Item],
    own: Mapping[Provision, tuple[Item, ...]],
    provision: Provision,
    earlier: Sequence[Provision],
) -> Needs[Item]:
    said = _said_by(asking[provision])
    included = [item for item in earlier if len(own[item]) >= MANY and _said_by(asking[item]) <= said]
    if not included:
        return Needs(own[provision])
    like = max(included, key=lambda item: len(own[item]))
    known = _said_by(asking[like])
    return Needs(tuple(item for item in own[provision] if item.explain() not in known), like)


def _said_by(conditions: Sequence[Item]) -> frozenset[str]:
    return frozenset(item.explain() for item in conditions)
