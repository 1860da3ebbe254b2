"""Tell what an answer comes to: sums by payee and fund, and the best choices where benefits exclude each other."""

from collections.abc import Iterator

from calc.commands.terminal import lay
from calc.engine.answer import Answer
from calc.pages.policy.combinations import TITLE, list_choices
from calc.pages.policy.totals import list_tallies, say_head, say_other_totals, say_sure_sum, say_what_is_beside


def tell_totals(answer: Answer) -> Iterator[str]:
    """Tell the sure sums, what stands beside them, and what hangs on a reading; nothing while all is open."""
    tallies = list_tallies(answer)
    if not tallies:
        return
    yield "合计"
    for item in tallies:
        sure = say_sure_sum(answer, item.total) if item.total.low else "没有确定的金额"
        yield lay(f"{say_head(item)}：{sure}", 1)
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
