"""Two guards over every policy: a phrase's numbers are its rule's numbers, and every phrase stands in the text."""

from fractions import Fraction

import pytest

from calc.policies import POLICIES
from calc.proof.phrases import claims_of, numbers_in, quotes_of, stands_in
from calc.rules import Expected, Highest, Once, yuan
from calc.rules.payments import Payment
from calc.rules.policy import Policy
from calc.rules.word import parts_of
from tests.texts import needs_texts, read_text


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_the_numbers_of_each_phrase_are_the_numbers_of_its_rule(policy: Policy) -> None:
    claims = list(claims_of(policy))
    assert claims
    differing = {
        (place, phrase): (sorted(map(str, said)), sorted(map(str, meant)))
        for place, phrase, meant in claims
        if (said := set(numbers_in(phrase))) != set(meant)
    }
    assert differing == {}


def list_sure_estimates(payment: Payment) -> list[str]:
    """The phrases that call a sum expected and that no `Expected` keeps from being sure."""
    if isinstance(payment, Expected):
        return []
    own = [phrase for phrase in payment.phrases() if "预计" in phrase]
    inner = (part for part in parts_of(payment) if isinstance(part, Payment))
    return [*own, *(phrase for part in inner for phrase in list_sure_estimates(part))]


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_a_sum_that_the_text_only_expects_is_never_sure(policy: Policy) -> None:
    paid = [provision.pays for provision in policy.provisions if provision.pays]
    assert [phrase for payment in paid for phrase in list_sure_estimates(payment)] == []


def test_a_sure_sum_that_the_text_only_expects_is_found() -> None:
    sure = Once("预计20万元", yuan(200_000))
    assert list_sure_estimates(Highest((sure, Expected("预计20万元", sure)))) == ["预计20万元"]


@needs_texts
@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_every_phrase_stands_in_the_official_text(policy: Policy) -> None:
    text = read_text(policy)
    quotes = list(quotes_of(policy))
    assert quotes
    assert [quote for quote in quotes if not stands_in(quote[1], text)] == []


@pytest.mark.parametrize(
    ("phrase", "numbers"),
    [
        ("吸纳11人至20人的一次性补贴2万元", [11, 20, 20_000]),
        ("占职工总数 20%以上", [Fraction(1, 5)]),
        ("连续工作满一年以上", [1]),
        ("最长不超过三年", [3]),
        ("“4050”人员", [40, 50]),
        ("按每吸纳一人给予", []),
        ("二十人以上", [20]),
        ("一百零五名", [105]),
        ("参加1个学期", [1]),
    ],
)
def test_numbers_are_read_from_phrases(phrase: str, numbers: list[Fraction]) -> None:
    assert list(numbers_in(phrase)) == numbers


def test_a_phrase_that_is_not_there_is_found_out() -> None:
    assert stands_in("甲…丙", "甲 乙\n丙")
    assert not stands_in("甲丙", "甲乙丙")
    assert not stands_in("甲…丙", "甲" + "乙" * 100 + "丙")
