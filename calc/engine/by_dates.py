"""Months by dates: one number of months cannot be true in several windows, the dates of a stay are."""

from collections.abc import Iterable, Mapping

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.consistency import STAYS
from calc.facts.constraint import Stay
from calc.rules.word import unique

STAY_OF: Mapping[str, Stay] = {stay.months: stay for stay in STAYS}
"""For each number of months the stay that it counts."""


def ask_by_dates(facts: Iterable[str], answers: Answers) -> tuple[str, ...]:
    """The facts to ask for: in place of months the first day of their stay, as long as it is unknown."""
    stays = ((fact, STAY_OF.get(fact)) for fact in facts)
    return unique(stay.start if stay and stay.start not in answers else fact for fact, stay in stays)


def find_typed_months(answers: Answers) -> tuple[str, ...]:
    """The months that were given as a number, without the first day of their stay."""
    return tuple(months for months, stay in STAY_OF.items() if months in answers and stay.start not in answers)


def say_typed_months(months: Iterable[str]) -> str:
    """Say why dates compare better than months that were given as a number."""
    stays = [STAY_OF[fact] for fact in months]
    typed = "、".join(f"“{CATALOGUE[stay.months].short}”" for stay in stays)
    dates = "、".join(unique(f"“{CATALOGUE[stay.start].short}”" for stay in stays))
    return f"{typed}填的是月数，各地都按政策期内最多能有的月数截取；各地政策期不同，改填{dates}，比得更准。"
