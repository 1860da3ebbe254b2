"""Render the comparison in the bar at the foot of the window: the region that surely pays most, and how many pay."""

from collections.abc import Sequence

from htpy import Element

from calc.engine.region import RegionResult
from calc.pages.compare.verdict import pick_questions, sum_up
from calc.parts.answer_bar import render_answer_bar
from calc.parts.field import first_field


def render_comparison_bar(results: Sequence[RegionResult], mistakes: Sequence[str]) -> Element:
    """Render the first of the ranked regions, else the next question; nothing while nothing is compared."""
    if not results:
        return render_answer_bar(mistakes=mistakes)
    best, following = sum_up(results), pick_questions(results)
    counts = (
        (sum(bool(result.sure) for result in results), "个地区能领"),
        (sum(bool(result.open) for result in results), "个地区没问清"),
    )
    return render_answer_bar(
        best or "还没算出金额",
        " · ".join(f"{count} {words}" for count, words in counts if count),
        is_sum=bool(best),
        mistakes=mistakes,
        following=first_field(following[0]) if following else "",
    )
