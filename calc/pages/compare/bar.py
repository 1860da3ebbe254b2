"""Render the comparison in the bar at the foot of the window: the region that surely pays most, and how many pay."""

from collections.abc import Sequence

from htpy import Element

from calc.engine.region import RegionResult
from calc.pages.compare.verdict import pick_questions, say_sum
from calc.parts.answer_bar import render_answer_bar
from calc.parts.field import first_field


def render_comparison_bar(results: Sequence[RegionResult], mistakes: Sequence[str]) -> Element:
    """Render the first of the ranked regions, or the way to the next question; nothing while nothing is compared."""
    if not results:
        return render_answer_bar(mistakes=mistakes)
    paying = [f"{result.policy.region} {say_sum(result)}" for result in results if result.sure]
    waiting = sum(bool(result.open) for result in results)
    counts = ((len(paying), "个地区能领"), (waiting, "个地区没问清"))
    following = pick_questions(results)
    return render_answer_bar(
        paying[0] if paying else "还没算出金额",
        " · ".join(f"{count} {words}" for count, words in counts if count),
        is_sum=bool(paying),
        mistakes=mistakes,
        following=first_field(following[0]) if following else "",
    )
