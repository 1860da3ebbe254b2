"""Render the bar at the foot of the window: the answer in few words, and the next step."""

from collections.abc import Sequence

from htpy import Element, a, p, section, span, strong


def render_answer_bar(
    amount: str = "", more: str = "", *, is_sum: bool = True, mistakes: Sequence[str] = (), following: str = ""
) -> Element:
    """Render the amount, a second line and one step; hidden while there is neither an amount nor a mistake.

    `mistakes` and `following` are ids of fields: those that complain, and that of the next question. `is_sum` says that
    the amount is one, and no words in its place: while a single question is asked, the bar shows nothing else.
    """
    return section(
        "#calculator-bar.calculator-bar",
        aria_label="目前的结果",
        data_sum=bool(amount) and is_sum,
        hidden=not amount and not mistakes,
    )[
        p(".bar-words")[strong(".bar-amount")[amount], span(".bar-more")[more]],
        _lead_on(mistakes, "" if is_sum else following),
    ]


def _lead_on(mistakes: Sequence[str], following: str) -> Element:
    """Lead to the first mistake, else to the question without which there is no sum, else to the answer."""
    if mistakes:
        return a(".bar-step.bar-wrong", href=f"#{mistakes[0]}")[f"{len(mistakes)} 处要改"]
    if following:
        return a(".bar-step", href=f"#{following}")["下一题"]
    return a(".bar-step.bar-answer", href="#calculator-result")["看结果"]
