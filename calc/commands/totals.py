"""Tell what an answer comes to: sums by payee and fund, and the best choices where benefits exclude each other."""

from collections.abc import Iterator

from calc.commands.terminal import lay
from calc.engine.answer import Answer
from calc.engine.provision_answer import ProvisionAnswer
from calc.engine.status_word import say_status
from calc.pages.policy.combinations import TITLE, list_choices
from calc.pages.policy.headline import say_rivalry
from calc.pages.policy.result import ORDER
from calc.pages.policy.totals import list_tallies, say_head, say_other_totals, say_sure_sum, say_what_is_beside
from calc.values.money import ZERO, say_yuan


def summarize(answer: Answer) -> str:
    """Say the answer in a few words: the number of provisions by status, and the sure sums."""
    words = [say_status(item.finding.outcome) for item in sorted(answer.concerned, key=_rank)]
    counts = [f"{word} {words.count(word)} 项" for word in dict.fromkeys(words)]
    rivalry = say_rivalry(answer)
    rows = [row for row in answer.own_totals if row.low > ZERO]
    twice = {row.payee for row in rows if sum(other.payee == row.payee for other in rows) > 1}
    funds = {row: f"（{row.fund}）" if row.payee in twice else "" for row in rows}
    sums = [f"{row.payee.label}确定金额{fund} {say_yuan(row.low)}" for row, fund in funds.items()]
    return "，".join(filter(None, (*counts, rivalry, *sums)))


def _rank(item: ProvisionAnswer) -> tuple[int, bool]:
    finding = item.finding
    return ORDER.index(finding.status), not finding.provision.nature.brings_money


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
