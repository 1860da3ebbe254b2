"""Tell what an answer comes to: sums by payee and fund, and the best choices where benefits exclude each other."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from calc.commands.terminal import lay
from calc.engine.answer import Answer
from calc.engine.combine import Total
from calc.pages.policy.combinations import TITLE, list_choices
from calc.pages.policy.totals import Tally, say_other_totals, say_sure_sum, say_what_is_beside, tally
from calc.values.money import ZERO, say_yuan


def tell_totals(answer: Answer) -> Iterator[str]:
    """Tell the sure sums, what stands beside them, and what hangs on a reading; nothing while all is open."""
    tallies = [item for item in tally(answer) if item.is_telling]
    if not tallies:
        return
    yield "合计"
    for item in tallies:
        sure = say_sure_sum(item) if item.total.low else "没有确定的金额"
        yield lay(f"{item.total.payee.label} · {item.total.fund}：{sure}{_say_otherwise(answer, item)}", 1)
        yield from (lay(f"- {sentence}", 2) for sentence in say_what_is_beside(item))
    yield from (lay(sentence, 1) for sentence in say_other_totals(answer))


def tell_combinations(answer: Answer) -> Iterator[str]:
    """Tell the best permitted choices by each reading."""
    every = list(list_choices(answer))
    if every:
        yield TITLE
    for choices in every:
        yield lay(choices.lead, 1)
        yield from (lay(f"- {option}", 2) for option in choices.options)


def _say_otherwise(answer: Answer, item: Tally) -> str:
    """Say what the sure sum would be by each other reading that changes it."""
    sums = dict.fromkeys(_find_sum(totals, item.total) for _, totals in answer.totals_otherwise)
    return "".join(f"，也可能按 {say_yuan(low)}" for low in sums if low != item.total.low)


def _find_sum(totals: Iterable[Total], row: Total) -> Fraction:
    """Find the sure sum of the same payee from the same fund."""
    return next((other.low for other in totals if (other.payee, other.fund) == (row.payee, row.fund)), ZERO)
