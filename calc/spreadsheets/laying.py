"""The rows of a table of results and of a table of mistakes: what their columns are called, and what stands in them."""

from collections.abc import Iterator, Sequence

from calc.roster.mistakes import Mistake, name_column
from calc.roster.reading import Row
from calc.rules.policy import Policy
from calc.spreadsheets.asked import list_personal
from calc.spreadsheets.results import AMOUNTS, PROBLEMS, name_columns

MISTAKES = ("行", "列", "列名", "内容", "怎样改")


def name_results(policies: Sequence[Policy]) -> Sequence[tuple[str, bool]]:
    """The headers of all results, each with whether its column holds sums."""
    return [(PROBLEMS, False), *(each for policy in policies for each in _name_policy(policy, len(policies) > 1))]


def _name_policy(policy: Policy, is_one_of_several: bool) -> Iterator[tuple[str, bool]]:
    for provision in list_personal(policy):
        names = name_columns(provision, f"{policy.region} " if is_one_of_several else "")
        yield from ((name, place in AMOUNTS) for place, name in enumerate(names))


def lay_mistake(mistake: Mistake) -> Row:
    """What a table of mistakes says of one."""
    column = "" if mistake.column is None else name_column(mistake.column)
    return (mistake.row, column, mistake.header, mistake.found, mistake.mending)


def fit_row(row: Row, width: int) -> Row:
    """A row as wide as its headers."""
    return row[:width] if len(row) >= width else [*row, *[None] * (width - len(row))]
