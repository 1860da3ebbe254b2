"""Render the comparison in the bar at the foot of the window: the region that surely pays most, and how many pay."""

from collections.abc import Sequence

from htpy import Element

from calc.engine.outcome import Status
from calc.engine.region import RegionResult
from calc.pages.compare.standing import count_groups, say_without_sum
from calc.pages.compare.verdict import pick_questions, say_sum
from calc.parts.answer_bar import render_answer_bar
from calc.parts.field import first_field
from calc.parts.wording import PLAIN_WORDS

COUNTED = (PLAIN_WORDS[Status.ELIGIBLE], PLAIN_WORDS[Status.UNKNOWN])


def render_comparison_bar(results: Sequence[RegionResult], mistakes: Sequence[str]) -> Element:
    """Render the first of the ranked regions, or the way to the next question; nothing while nothing is compared."""
    if not results:
        return render_answer_bar(mistakes=mistakes)
    paying = [f"{result.policy.region} {say_sum(result)}" for result in results if result.sure]
    counts = {word: sum(bool(count_groups(result)[word]) for result in results) for word in COUNTED}
    following = pick_questions(results)
    return render_answer_bar(
        paying[0] if paying else say_without_sum(results),
        " · ".join(f"{count} 个地区{word}" for word, count in counts.items() if count),
        is_sum=bool(paying),
        mistakes=mistakes,
        following=first_field(following[0]) if following else "",
    )
