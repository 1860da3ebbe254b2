"""A fund stands in its sentence, and its sentence covers what is paid out of it."""

from dataclasses import replace

import pytest

from calc.policies import POLICIES
from calc.proof.funds import Grant, find_fault, list_grants
from calc.proof.official_text import read_official_text
from calc.rules.document import Fund
from calc.rules.policy import Policy
from tests.texts import needs_texts, read_text

NOTICE = """
一、补贴
（一）给予甲5元，所需资金从专项资金中列支。给予乙6元。
（二）给予丙，所需资金从援助资金中列支。
1、给予丁。
2、给予戊。
（三）给予己。
以上资金从就业资金中列支。
二、奖励经费
（四）给予庚。
给予辛，另从小额资金中支出。
相关补贴资金从总资金中列支。
"""


def fault(clause: str, phrase: str, fund_clause: str, fund: str, *more: str) -> str:
    """What is wrong with a fund, given by its name alone."""
    grant = Grant("x", clause, Fund(fund, fund), fund_clause, (phrase, *more))
    return find_fault(grant, read_official_text(NOTICE))


@pytest.mark.parametrize(
    ("clause", "phrase", "fund_clause", "fund"),
    [
        ("一（一）", "给予甲", "一（一）", "专项资金"),
        ("一（二）1", "给予丁", "一（二）", "援助资金"),
        ("一（二）1、2", "给予戊", "一（二）", "援助资金"),
        ("一（三）", "给予己", "一（末段）", "以上资金"),
        ("一（二）1", "给予丁", "一（末段）", "以上资金"),
        ("二（四）", "给予庚", "二", "奖励经费"),
        ("一（一）", "给予乙", "文末", "相关补贴资金"),
        ("二（四）", "给予庚", "文末", "相关补贴资金"),
    ],
)
def test_a_sentence_covers_itself_its_part_or_all_before_it(
    clause: str, phrase: str, fund_clause: str, fund: str
) -> None:
    assert fault(clause, phrase, fund_clause, fund) == ""


@pytest.mark.parametrize(
    ("clause", "phrase", "fund_clause", "fund", "complaint"),
    [
        ("一（一）", "给予乙", "一（一）", "专项资金", "does not cover"),  # granted in the next sentence
        ("一（三）", "给予己", "一（二）", "援助资金", "does not cover"),  # a neighbour's
        ("一（三）", "给予己", "一（三）", "援助资金", "does not stand in"),
        ("一（二）1、（三）", "给予己", "一（二）", "援助资金", "does not cover"),  # beneath it only in part
        ("二（四）", "给予庚", "一（末段）", "以上资金", "does not cover"),  # another part's
        ("一（一）", "给予甲", "文末", "小额资金", "does not cover"),  # the document's end, but it speaks for itself
        ("一（四）", "给予庚", "二", "奖励经费", "no clause"),
    ],
)
def test_a_fund_of_another_sentence_is_found_out(
    clause: str, phrase: str, fund_clause: str, fund: str, complaint: str
) -> None:
    assert complaint in fault(clause, phrase, fund_clause, fund)


def test_every_phrase_that_grants_must_stand_beside_the_fund() -> None:
    assert "does not cover" in fault("一（一）", "给予甲", "一（一）", "专项资金", "给予乙")


@needs_texts
@pytest.mark.parametrize(
    ("fund", "complaint"),
    [
        (Fund("所需资金从就业补助资金中列支", "就业补助资金", "（七）"), "does not cover"),
        (Fund("就业补助资金", "就业补助资金"), "does not stand in"),
        (Fund("就业补助资金", "就业补助资金", "（八）"), "does not stand in"),
    ],
)
def test_ningxias_eighth_clause_cannot_be_given_a_fund(fund: Fund, complaint: str) -> None:
    ningxia = POLICIES["ningxia"]
    eighth = replace(ningxia, provisions=(replace(ningxia.provision("training-payee"), fund=fund),))
    [grant] = list_grants(eighth)
    assert complaint in find_fault(grant, read_official_text(read_text(ningxia)))


@needs_texts
def test_ningxias_seventh_clause_has_its_fund() -> None:
    ningxia = POLICIES["ningxia"]
    [grant] = [item for item in list_grants(ningxia) if item.provision == "startup-subsidy"]
    assert find_fault(grant, read_official_text(read_text(ningxia))) == ""


@needs_texts
@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_every_fund_has_a_sentence_that_covers_what_it_pays(policy: Policy) -> None:
    text = read_official_text(read_text(policy))
    faults = [wrong for grant in list_grants(policy) if (wrong := find_fault(grant, text))]
    assert not faults, "\n".join(["", *faults])
