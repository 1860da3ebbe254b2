"""What a provision brings into effect, be it a payment or a statement, and what others ask of it."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from calc.rules.case import Case
from calc.rules.document import Fund
from calc.rules.fields import Quantity
from calc.rules.payout import Payout
from calc.rules.printed import FilledForm, Table, Targets
from calc.rules.quantities import Span
from calc.rules.reading import Reading
from calc.rules.word import Rule, Way, join_ways, parts_of, unique
from calc.values.money import Amount
from calc.values.ranges import Range


@dataclass(frozen=True)
class Rhythm:
    """One unit for every `per` months of a span, after the first `skips`, at most `most` of them."""

    span: Span
    unit: str
    per: int
    skips: int
    most: int | None

    def count_in(self, months: Range) -> Range:
        """How many units there are in so many months."""
        return months.less(self.skips).divided(self.per).capped(self.most)


@dataclass(frozen=True)
class Rise:
    """How a sum rises with a quantity: at `marks`, and with every unit of a `rhythm`.

    A `phrase` says it for every count; without one the last step of `source` does. `top` is the phrase, with its
    clause, that ends it; `below` is what holds before it begins. `doubts` are counts that stand on two steps.
    """

    by: Quantity
    marks: tuple[int, ...]
    source: "Effect"
    phrase: str = ""
    rhythm: Rhythm | None = None
    top: tuple[str, str] | None = None
    below: str = ""
    doubts: tuple[tuple[int, Reading], ...] = ()


class Effect(Rule, is_kind=True):
    """A word that a provision brings into effect: a Payment or a Statement.

    `status_word` stands in place of 可享受, where the effect has a word of its own. Everybody who applies needs an
    effect that `is_paperwork`, whatever else is still open. `falls_due` says how often, where it is not once.
    """

    status_word: ClassVar[str] = ""
    is_paperwork: ClassVar[bool] = False
    can_be_claimed: ClassVar[bool] = True
    falls_due: ClassVar[str] = ""

    @property
    def is_promised(self) -> bool:
        """Whether the text promises it for a length of its own."""
        return False

    @abstractmethod
    def come_to(self, case: Case) -> Payout:
        """What it comes to, over all that the unknown facts could still be."""

    @abstractmethod
    def say_formula(self) -> str:
        """The rule as it is worked out on paper, with blanks to fill; it needs none where it says itself."""

    def headline(self, case: Case) -> str:
        """What there is to tell first where it is no sum of money; empty where the sum is it."""
        return ""

    def ways(self, case: Case) -> tuple[Way, ...]:
        """One way of each rule directly inside it."""
        return join_ways(part.ways(case) for part in parts_of(self) if isinstance(part, Rule))

    @property
    def inner(self) -> tuple["Effect", ...]:
        """The effects directly inside it."""
        return tuple(part for part in parts_of(self) if isinstance(part, Effect))

    def parts_in_force(self, case: Case) -> tuple["Effect", ...]:
        """The parts that a case uses: one reading, one grade."""
        return self.inner

    def walk_in_force(self, case: Case) -> Iterator["Effect"]:
        """The effect and all inside it that a case uses, outer before inner."""
        yield self
        for part in self.parts_in_force(case):
            yield from part.walk_in_force(case)

    def facts_in_force(self, case: Case) -> frozenset[str]:
        """The facts on which its sum hangs in a case: those of the reading taken, not of the other one."""
        beside = (part for part in parts_of(self) if not isinstance(part, Effect))
        own = frozenset(self.asks()).union(*(part.every_fact for part in beside))
        return own.union(*(part.facts_in_force(case) for part in self.parts_in_force(case)))

    def alternatives(self) -> tuple["Effect", ...]:
        """The effect by the default reading of its sentence, and by the other one if there is one."""
        return (self,)

    def list_tables(self) -> tuple[Table, ...]:
        """The tables of its tiers and grades."""
        return tuple(table for part in self.inner for table in part.list_tables())

    def limits(self) -> frozenset[str]:
        """In what words its fixed sums are bounds: 最高, 不低于, 预计, or "" where they are exact."""
        return frozenset(limit for part in self.inner for limit in part.limits())

    def funds(self) -> tuple[Fund, ...]:
        """The funds that it names itself."""
        return unique(fund for part in self.inner for fund in part.funds())

    @property
    def rise(self) -> Rise | None:
        """How it rises with a quantity, its parts aside."""
        return None

    def list_parts(self, case: Case) -> tuple[tuple[date, Amount, str], ...]:
        """Its payments where they differ: the day on which each is earned, its sum, and what it is for."""
        return ()

    def list_days(self, case: Case) -> tuple[tuple[date, str], ...]:
        """The days to keep in mind that follow from the effect itself, each with what ends on it."""
        return ()

    def fill_form(self, case: Case | None) -> FilledForm | None:
        """The form it brings, filled with what a case knows, or blank."""
        return None

    @property
    def welcome_facts(self) -> frozenset[str]:
        """The facts that it shows without needing them."""
        return frozenset()

    def list_targets(self) -> Targets | None:
        """The targets of persons it sets."""
        return None
