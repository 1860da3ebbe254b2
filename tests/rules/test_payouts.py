"""What holds for every word that pays, however words are put together: funds add up, and more answers only narrow."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from calc.rules import (
    AtLeast,
    Divided,
    Each,
    EitherPayment,
    From,
    Given,
    Grade,
    Graded,
    Highest,
    Holds,
    NotLess,
    NotStated,
    Once,
    Reading,
    Rounded,
    Share,
    Staff,
    Sum,
    Tier,
    Tiered,
    Times,
    UpTo,
    When,
    each_year,
    monthly,
    yuan,
)
from calc.rules.case import Case, Window
from calc.rules.document import Fund
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.spans import EMPLOYMENT
from calc.values.money import Amount
from calc.values.truth import Verdict

WINDOW = Window(date(2018, 1, 1), date(2021, 12, 31))
DOUBT = Reading("doubt", "?", default="one way", other="the other way")
OVERLAP = Reading("overlap", "?", default="the lower", other="the upper")
ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    "workers_hired": st.integers(0, 60),
    "job_start": st.dates(date(2017, 1, 1), date(2021, 12, 31)),
    "minimum_wage": st.decimals(Decimal("0.01"), Decimal(3_000), places=2),
    "skill_level": st.sampled_from(("junior", "intermediate", "senior", "technician")),
    "has_contract": st.booleans(),
    "is_insured": st.booleans(),
}
sums = st.sampled_from([yuan(1), yuan(1_000), yuan("0.01"), yuan(10) / 3])
conditions = st.sampled_from(
    [Holds("合同", "has_contract"), Holds("参保", "is_insured"), AtLeast("10人", "workers_hired", 10)]
)


def tier_by_heads(amount: Fraction) -> Tiered:
    tiers = (Tier("10至20人", 10, 20, amount), Tier("20人以上", 20, None, 3 * amount))
    return Tiered("workers_hired", tiers, below="没有", overlaps=(OVERLAP,))


def grade_by_level(parts: tuple[Payment, Payment]) -> Graded:
    grades = (Grade("初级", ("junior",), parts[0]), Grade("中级", ("intermediate", "senior"), parts[1]))
    return Graded("skill_level", grades, otherwise="没有")


leaves: st.SearchStrategy[Payment] = st.one_of(
    st.builds(Once, st.just("一次"), sums),
    st.builds(UpTo, st.just("最高"), sums),
    st.builds(NotLess, st.just("不低于"), sums),
    st.just(Given("minimum_wage")),
    st.just(NotStated("按规定")),
    st.builds(Staff, st.just("人员"), st.just("人员"), st.just(3), sums),
    st.builds(tier_by_heads, sums),
)
funded: st.SearchStrategy[Payment] = st.builds(From, st.sampled_from([Fund(name, name) for name in "甲乙丙"]), leaves)


def join(parts: st.SearchStrategy[Payment]) -> st.SearchStrategy[Payment]:
    two = st.tuples(parts, parts)
    return st.one_of(
        st.builds(Share, st.just("三成"), st.just(30), parts),
        st.builds(Divided, parts, st.just(Fraction(7)), st.just("七分之一")),
        st.builds(Times, st.just("每人"), parts, st.just("workers_hired"), st.just("人")),
        st.builds(monthly, st.just("每月"), parts, st.just(EMPLOYMENT)),
        st.builds(each_year, st.just("每年"), parts, st.just(EMPLOYMENT)),
        st.builds(When, conditions, parts),
        st.builds(Sum, two),
        st.builds(Each, two),
        st.builds(Highest, two),
        st.builds(grade_by_level, two),
        st.builds(EitherPayment, st.just(DOUBT), parts, parts),
    )


payments = st.recursive(funded, join, max_leaves=6)
"""Sums put together at random, each leaf out of a fund of its own."""
rounded = st.one_of(payments, st.builds(Rounded, payments))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[dict[str, Any], frozenset[str]]:
    world = {fact: draw(answers) for fact, answers in ANSWERS.items()}
    start = world["job_start"]
    world["as_of"] = start + timedelta(days=draw(st.integers(0, 1_500)))
    world["still_employed"] = draw(st.booleans())
    if not world["still_employed"]:
        world["job_end"] = draw(st.dates(start, world["as_of"]))
    world["months_employed"] = int(EMPLOYMENT.measure(Case(world, WINDOW)).range.low)
    return world, draw(st.sampled_from((frozenset(), frozenset({"doubt"}), frozenset({"overlap"}))))


def pay(word: Payment, known: dict[str, Any], others: frozenset[str]) -> Payout:
    return word.come_to(Case(known, WINDOW, others)).as_far_as_sure()


@settings(max_examples=500, deadline=None)
@given(word=rounded, world=worlds(), data=st.data())
def test_the_parts_of_all_funds_add_up(word: Payment, world: tuple[dict[str, Any], frozenset[str]], data: Any) -> None:
    answers, others = world
    known = data.draw(st.sets(st.sampled_from(sorted(answers))))
    payout = pay(word, {fact: answers[fact] for fact in known}, others)
    if not payout.amount.is_counted:
        return
    low, high = _add_up([part for _, part in payout.by_fund])
    if payout.amount.low == payout.amount.high:
        assert (low, high) == (payout.amount.low, payout.amount.high)
    assert low <= payout.amount.low
    assert high is None or (payout.amount.high is not None and payout.amount.high <= high)


@settings(max_examples=500, deadline=None)
@given(word=rounded, world=worlds(), data=st.data())
def test_one_more_answer_only_narrows(word: Payment, world: tuple[dict[str, Any], frozenset[str]], data: Any) -> None:
    answers, others = world
    known = data.draw(st.sets(st.sampled_from(sorted(answers))))
    more = data.draw(st.sampled_from(sorted(answers)))
    before = pay(word, {fact: answers[fact] for fact in known}, others)
    after = pay(word, {fact: answers[fact] for fact in {*known, more}}, others)
    if before.verdict in (Verdict.YES, Verdict.NO):
        assert after.verdict is before.verdict
    if before.amount.is_counted and after.amount.is_counted:
        assert _contains(before.amount, after.amount)
    parts = dict(before.by_fund)
    assert all(_contains(parts[fund], part) for fund, part in after.by_fund if part.is_counted and fund in parts)


def _add_up(parts: list[Amount]) -> tuple[Fraction, Fraction | None]:
    counted = [part for part in parts if part.is_counted]
    highs = [part.high for part in counted]
    high = None if None in highs else sum((each for each in highs if each is not None), Fraction(0))
    return sum((part.low for part in counted), Fraction(0)), high


def _contains(outer: Amount, inner: Amount) -> bool:
    if not outer.is_counted:
        return True
    return outer.low <= inner.low and (outer.high is None or (inner.high is not None and inner.high <= outer.high))
