"""A run through the table that lies open, batch by batch, so that it can be shown and stopped."""

from dataclasses import dataclass, field

from calc.facts.catalogue import Answers
from calc.pages.roster.opened import OpenTable
from calc.roster.headers import Headers
from calc.roster.mistakes import Mistake
from calc.rules.policy import Policy
from calc.spreadsheets.assessing import Assessing, Sums, Told
from calc.spreadsheets.sheet import Sheet

BATCH = 500
"""Rows between two looks at whether somebody has cancelled."""


@dataclass
class Run:
    """What the rows come to under a policy, as far as it has got.

    `told` holds for each row its problems and results, `mistakes` what cannot be used, in the order of the rows.
    """

    policy: Policy
    table: OpenTable
    headers: Headers
    common: Answers
    told: list[Told] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    assessing: Assessing = field(init=False)

    def __post_init__(self) -> None:
        self.assessing = Assessing([self.policy], self.headers, self.common, memories=self.table.memories)
        self.rows = self.table.rows[self.headers.row + 1 :]
        merged = Sheet(iter(()), lambda done: 1, merged=self.table.merged).find_merged(self.headers)
        self._note(list(merged))
        for mistake in self.mistakes:
            self.assessing.mistakes.add(mistake)

    @property
    def done(self) -> int:
        """How many rows are assessed."""
        return len(self.told)

    @property
    def is_done(self) -> bool:
        """Whether all rows are."""
        return self.done == len(self.rows)

    @property
    def sums(self) -> Sums:
        """What the rows come to together."""
        return self.assessing.sums.get(self.policy.id) or Sums()

    def go_on(self) -> None:
        """Assess the next batch."""
        batch = self.rows[self.done : self.done + BATCH]
        told, mistakes = self.assessing.assess(batch, self.headers.row + self.done + 2)
        self.told += told
        self._note(mistakes)

    def _note(self, mistakes: list[Mistake]) -> None:
        self.mistakes += mistakes
