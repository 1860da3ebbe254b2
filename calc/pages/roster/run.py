"""A run through the table that lies open, batch by batch, so that it can be shown and stopped."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from calc.engine.combine import Total
from calc.facts.catalogue import Answers
from calc.pages.roster.opened import OpenTable
from calc.pages.roster.way import Way
from calc.roster.headers import Headers
from calc.roster.mistakes import Mistake
from calc.roster.roster import add_totals
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.spreadsheets.asked import list_of_units, list_personal
from calc.spreadsheets.assessing import Assessing, Sums, Told
from calc.spreadsheets.sheet import Sheet
from calc.spreadsheets.units import Concluded, Gathering, tell_unit

BATCH = 500
"""Rows between two looks at whether somebody has cancelled."""


@dataclass
class Run:
    """What the rows come to under a policy, as far as it has got.

    `told` holds for each row its problems and results, `mistakes` what cannot be used, in the order of the rows;
    `units` is what the units come to, once all rows are assessed.
    """

    policy: Policy
    table: OpenTable
    headers: Headers
    common: Answers
    way: Way = field(default_factory=Way)
    told: list[Told] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    units: Concluded | None = None
    assessing: Assessing = field(init=False)

    def __post_init__(self) -> None:
        gathering = Gathering([self.policy], self.headers, self.way.place) if self.way.counts_units else None
        self.assessing = Assessing(
            [self.policy], self.headers, self.common, self.way.other, gathering, memories=self.table.memories
        )
        self.rows = self.table.rows[self.headers.row + 1 :]
        merged = Sheet(iter(()), lambda done: 1, merged=self.table.merged).find_merged(self.headers)
        self._note(list(merged))

    @property
    def done(self) -> int:
        """How many rows are assessed."""
        return len(self.told)

    @property
    def is_done(self) -> bool:
        """Whether all rows are, and their units."""
        return self.done == len(self.rows) and (self.units is not None or not self.way.counts_units)

    @property
    def sums(self) -> Sums:
        """What the rows come to together."""
        return self.assessing.sums.get(self.policy.id) or Sums()

    @property
    def totals(self) -> tuple[Total, ...]:
        """The totals by payee and fund of all persons, and of all units where they are counted."""
        of_units = self.units.totals[self.policy.id] if self.units else ()
        return add_totals((*self.sums.totals, *of_units))

    @property
    def provisions(self) -> list[Provision]:
        """The provisions that are assessed: those of persons, then those of units."""
        return [*list_personal(self.policy), *(list_of_units(self.policy) if self.way.counts_units else ())]

    def name_unit(self, row: int) -> str:
        """The unit of a row, which counts from 1; nothing where all rows are of one."""
        cells, place = self.table.rows[row - 1], self.way.place
        return "" if place is None or place >= len(cells) else tell_unit(cells[place])

    def go_on(self) -> None:
        """Assess the next batch; after the last one the units."""
        if self.done == len(self.rows) and self.assessing.gathering:
            self.units = self.assessing.gathering.conclude(self.common, self.way.other)
            self._note(self.units.mistakes)
            return
        batch = self.rows[self.done : self.done + BATCH]
        told, mistakes = self.assessing.assess(batch, self.headers.row + self.done + 2)
        self.told += told
        self.mistakes += mistakes

    def _note(self, mistakes: Sequence[Mistake]) -> None:
        """Note what is wrong beside the rows' own mistakes."""
        self.mistakes += mistakes
        for mistake in mistakes:
            self.assessing.mistakes.add(mistake)
