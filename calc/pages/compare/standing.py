"""Say where a region stands by one rule, for the sentence, the rows and the bar: what the default readings come to.

What only another reading grants or leaves open is named beside, and never counted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from calc.engine.assess import Finding
from calc.engine.region import RegionResult
from calc.parts.wording import NO_MONEY, NO_SUM_YET, name_group

WITHOUT_FIGURE = "能领，没有确定的金额"


def count_groups(result: RegionResult) -> Counter[str]:
    """Count the benefits of a region by the words that people read for their statuses."""
    return Counter(map(name_group, result.benefits))


def has_something(result: RegionResult) -> bool:
    """Whether anything of a region applies or is open."""
    return bool(result.granted or result.open)


def say_without_sum(results: Sequence[RegionResult]) -> str:
    """Say how far some regions without a sure sum have come."""
    if any(_bring_money(result.granted) for result in results):
        return WITHOUT_FIGURE
    return NO_SUM_YET if any(_bring_money(result.open) for result in results) else NO_MONEY


def _bring_money(findings: Iterable[Finding]) -> bool:
    return any(item.provision.nature.brings_money for item in findings)
