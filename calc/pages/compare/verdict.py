"""Sum a comparison up: where there is most, what is still open, and why there is nothing elsewhere."""

from collections.abc import Iterable, Sequence
from itertools import islice, zip_longest

from htpy import Element, div, p, strong

from calc.engine.assess import Finding
from calc.engine.by_dates import ask_by_dates
from calc.engine.next_question import rank_questions
from calc.engine.outcome import Status
from calc.engine.region import RegionResult
from calc.facts.catalogue import ANYWHERE
from calc.pages.compare.form import FIRST
from calc.pages.compare.reasons import is_about_others
from calc.pages.compare.standing import count_groups, has_something
from calc.parts.fact_links import suggest_questions
from calc.parts.wording import PLAIN_WORDS
from calc.rules.word import unique
from calc.values.money import say_yuan

MOST_QUESTIONS = 3
ASKED = PLAIN_WORDS[Status.UNKNOWN]


def render_verdict(results: Sequence[RegionResult]) -> Element:
    """Render the sum of it, with links to the few questions that matter most."""
    first, *others = say_verdict(results)
    questions = pick_questions(results)
    return div(".verdict")[
        p(".verdict-best")[strong[first]],
        p[others] if others else None,
        suggest_questions(questions, ANYWHERE) if questions else None,
    ]


def say_verdict(results: Sequence[RegionResult]) -> tuple[str, ...]:
    """Say where most is sure, what is open, and where there is nothing and why; `results` are ranked."""
    return tuple(filter(None, (_say_best(results), _say_open(results), _say_granted(results), _say_nothing(results))))


def pick_questions(results: Iterable[RegionResult]) -> tuple[str, ...]:
    """Pick the questions that matter most: those that settle most of all, then one of each region with open money."""
    waiting = [result for result in results if _list_open_money(result)]
    first = [fact for fact in FIRST if any(fact in result.needed for result in waiting)]
    each = [find_questions(result) for result in waiting]
    turns = (fact for turn in zip_longest(*each) for fact in turn if fact)
    return unique((*first, *turns))[:MOST_QUESTIONS]


def find_questions(result: RegionResult) -> tuple[str, ...]:
    """Find the few questions on which most money of a region hangs; where none does, those that settle most."""
    ranked = rank_questions(_list_open_money(result) or result.open)
    first = tuple(question.fact for question in islice(ranked, MOST_QUESTIONS))
    return tuple(fact for fact in ask_by_dates(first, result.assessment.case.answers) if fact in result.needed)


def _list_open_money(result: RegionResult) -> tuple[Finding, ...]:
    return tuple(item for item in result.open if item.provision.nature.brings_money)


def _find_best(results: Sequence[RegionResult]) -> list[RegionResult]:
    """Find the regions with most sure money; none where nothing is sure."""
    top = results[0]
    return [result for result in results if result.sure and (result.least, result.sure) == (top.least, top.sure)]


def _say_best(results: Sequence[RegionResult]) -> str:
    best = _find_best(results)
    if not best:
        is_open = any(map(_list_open_money, results))
        return "现在还没有哪个地区有确定的钱。" if is_open else "按所填的，各地都没有能算出来的钱。"
    if len(best) > 1:
        return f"{_name(best)}一样多：{'；'.join(f'{each.policy.region} {say_sum(each)}' for each in best)}。"
    next_ones = "、".join(
        f"{result.policy.region} {say_sum(result)}" for result in results if result.sure and result not in best
    )
    return f"在{best[0].policy.region}最多，能领 {say_sum(best[0])}{f'；其次{next_ones}' if next_ones else ''}。"


def say_sum(result: RegionResult) -> str:
    """Say a sure sum; of several payees each one's own, for nobody gets them together."""
    paid = [item for item in result.sums if item.sure]
    if len(paid) > 1:
        return "，".join(f"{item.payee.label} {say_yuan(item.sure)}" for item in paid)
    least = f"（另一种读法是 {say_yuan(result.least)}）" if result.least < result.sure else ""
    return f"{say_yuan(result.sure)}{least}"


def _say_open(results: Sequence[RegionResult]) -> str:
    """Count what is open in each region, just as its row does."""
    waiting = [
        f"{result.policy.region} {count} 项{'' if _list_open_money(result) else '（不发钱）'}"
        for result in results
        if (count := count_groups(result)[ASKED])
    ]
    return f"{ASKED}的：{'、'.join(waiting)}。" if waiting else ""


def _say_granted(results: Sequence[RegionResult]) -> str:
    """Name the regions that have no sum, and something else to have."""
    granted = [result for result in results if result.granted and not result.sure]
    return f"{_name(granted)}有可以办的，文件没有写能算的金额。" if granted else ""


def _say_nothing(results: Sequence[RegionResult]) -> str:
    """Name the regions that have nothing by the default readings, by why, and those where another one may turn it."""
    empty = [result for result in results if not has_something(result)]
    strangers = [result for result in empty if is_about_others(result)]
    others = [result for result in empty if result not in strangers]
    reasons = ((strangers, "那里的政策不包括这样的人"), (others, "条件不符合"))
    told = [f"{_name(group)}没有：{why}" for group, why in reasons if group]
    turned = [result for result in empty if result.granted_otherwise or result.open_otherwise]
    otherwise = f"条文换一种读法，{_name(turned)}也许有。" if turned else ""
    return f"{'；'.join(told)}。{otherwise}" if told else ""


def _name(results: Iterable[RegionResult]) -> str:
    return "、".join(result.policy.region for result in results)
