"""Find the largest figures of a leaflet: the most that one provision brings, or its rate where nothing bounds it."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from calc.rules.case import Case
from calc.rules.counted import Times
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.values.money import Kind, group_thousands

MOST = 3
"""So many figures stand on top of a leaflet."""


@dataclass(frozen=True)
class Figure:
    """A sum with the words before it and after it: 每人 最高 2,000 元, 500,000 元 起."""

    provision: Provision
    sum: Fraction
    before: str
    after: str

    @property
    def number(self) -> str:
        """The sum without its unit."""
        return group_thousands(self.sum)

    def say(self) -> str:
        """The figure in a line."""
        return " ".join(filter(None, (self.before, self.number, self.after)))


def find_figure(policy: Policy, provision: Provision) -> Figure | None:
    """Find the figure of a provision; None where the document writes no sum of money."""
    case = Case({}, policy.term.windows().in_force)
    pays, units = provision.effect, []
    for word in provision.effect.walk_in_force(case):
        if isinstance(word, Times) and word.most_units is None:
            pays = word.rate
            units.append(f"每{word.unit}")
    amount = pays.come_to(case).amount
    most = amount.high if amount.high is not None else amount.low
    if not most or not provision.nature.brings_money:
        return None
    is_least = amount.kind is Kind.RANGE and amount.high is None
    limits = pays.limits()
    bound = next(iter(limits)).strip() if len(limits) == 1 else ""
    if not bound and not is_least and amount.low != most:
        bound = "最多"
    before = " ".join(filter(None, ("".join(units), bound)))
    return Figure(provision, most, before, "元起" if is_least else "元")


def list_largest(policy: Policy, provisions: Iterable[Provision]) -> list[Figure]:
    """List the largest figures of some provisions."""
    figures = [figure for item in provisions if (figure := find_figure(policy, item))]
    return sorted(figures, key=lambda figure: -figure.sum)[:MOST]
