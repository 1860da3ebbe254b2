"""Nothing in an official text is overlooked: a declaration reads it, or an exemption says why nothing calculates it."""

import pytest

from calc.policies import POLICIES
from calc.proof.exemptions import Exemption, parse_exemptions
from calc.proof.overlooked import flatten, places_of, take_stock, tokens_in
from calc.proof.phrases import ELLIPSIS, quotes_of
from calc.rules.policy import Policy
from tests.regions.register import read_own_file, read_region
from tests.texts import needs_texts, read_text

LONGEST_EXEMPTION = 24

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


def read_exemptions(policy: Policy) -> tuple[Exemption, ...]:
    return parse_exemptions(read_own_file("exemptions", policy.id))


def phrases_of(policy: Policy) -> list[str]:
    return list(dict.fromkeys(phrase for _, phrase in quotes_of(policy)))


@needs_texts
@policies
def test_nothing_is_overlooked(policy: Policy, capsys: pytest.CaptureFixture[str]) -> None:
    stock = take_stock(read_text(policy), phrases_of(policy), read_exemptions(policy))
    with capsys.disabled():
        print(
            f"\n{policy.id}: {stock.found} numbers and limiting words, {len(stock.claimed)} claimed,"
            f" {len(stock.exempted)} exempted ",
            end="",
        )
    left = "\n".join(token.around for token in stock.overlooked)
    assert not left, f"claim it in a declaration, or exempt it:\n{left}"


@needs_texts
@policies
def test_every_exemption_is_needed_and_stands_in_the_text(policy: Policy) -> None:
    flat, exemptions = flatten(read_text(policy)), read_exemptions(policy)
    assert [item for item in exemptions if not any(places_of(item.phrase, flat))] == []
    assert take_stock(read_text(policy), phrases_of(policy), exemptions).needless == ()


@needs_texts
@policies
def test_every_phrase_is_found_where_the_walker_looks(policy: Policy) -> None:
    flat = flatten(read_text(policy))
    assert [phrase for phrase in phrases_of(policy) if not any(places_of(phrase, flat))] == []


@needs_texts
@policies
def test_a_phrase_that_is_taken_away_is_found_out(policy: Policy) -> None:
    start = policy.term.start
    first_day = read_region(policy.id).first_day
    assert first_day == (f"{start.year}年{start.month}月{start.day}日" if policy.term.phrase else "")
    others = [phrase for phrase in phrases_of(policy) if phrase != policy.term.phrase]
    lost = take_stock(read_text(policy), others, read_exemptions(policy)).overlooked
    assert not first_day or first_day in {token.word for token in lost}


@policies
def test_exemptions_are_short_and_stand_once(policy: Policy) -> None:
    phrases = [item.phrase for item in read_exemptions(policy)]
    assert len(set(phrases)) == len(phrases)
    assert [phrase for phrase in phrases if len(phrase.replace(ELLIPSIS, "")) > LONGEST_EXEMPTION] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一、（一）\n（三）甲\n3、乙\n2．2018年起\n一是丙", ["2018年"]),
        ("〔2020〕8号文件", []),
        ("2018 年 1 月 1 日以后满一年", ["2018年1月1日", "以后", "一年"]),
        ("补贴2.5万元，占20 %以上", ["2.5万", "20%", "以上"]),
        ("第一阶段，进一步，三无，两后生", []),
        ("一次性补贴一次", ["一次性", "一次"]),
        ("可支配收入可享受", ["可", "享受"]),
        ("最长不超过三年", ["最长", "不超过", "三年"]),
        ("凭缴费凭证按规定列支", ["凭", "按", "规定", "列支"]),
    ],
)
def test_numbers_and_limiting_words_are_found(text: str, words: list[str]) -> None:
    assert [token.word for token in tokens_in(flatten(text))] == words


def test_a_phrase_speaks_for_its_parts_and_an_exemption_only_for_what_is_left() -> None:
    stock = take_stock("补贴5元，可在10天内领，共2次", ["补贴5元…10天"], [Exemption("共2次", "一", "工作任务")])
    assert [token.word for token in stock.claimed] == ["5", "10"]
    assert [token.word for token in stock.exempted] == ["2"]
    assert [token.word for token in stock.overlooked] == ["可"]
    assert stock.needless == ()


def test_an_exemption_that_nothing_needs_is_found_out() -> None:
    needless = Exemption("补贴5元", "一", "工作任务")
    assert take_stock("补贴5元", ["补贴5元"], [needless]).needless == (needless,)
    twice = [Exemption("补贴5元", "一", "工作任务"), Exemption("5元", "一", "工作任务")]
    assert take_stock("补贴5元", [], twice).needless == tuple(twice)
