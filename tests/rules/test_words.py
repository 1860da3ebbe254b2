"""What every word tells of itself: in words, its conventions, its facts, where they tip it, and its numbers."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from calc.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Box,
    Cap,
    Difference,
    Divided,
    Each,
    Expected,
    Follows,
    Form,
    From,
    Given,
    Goal,
    Grade,
    Graded,
    Highest,
    Holds,
    InKind,
    InStay,
    Is,
    Judged,
    Nothing,
    NotLess,
    OnOrAfter,
    ReachesTerm,
    Rounded,
    SameYear,
    Share,
    ShareAtLeast,
    SinceInForce,
    Some,
    Staff,
    Sum,
    SureIf,
    Tier,
    Times,
    UpTo,
    When,
    WithinMonths,
    monthly,
    months,
    one,
    per_head,
    yearly,
    years,
    yuan,
)
from calc.rules.conventions import (
    CEILING,
    COMPLETE_MONTHS,
    ESTIMATE,
    FLOOR,
    INCLUSIVE,
    ROUNDING,
    WINDOW_MONTHS,
    Convention,
)
from calc.rules.document import Fund
from calc.rules.printed import Tick
from calc.rules.spans import EMPLOYMENT, RENT, RENT_WHILE_EMPLOYED
from calc.rules.word import Word
from tests.rules.samples import BUDGET, CONTRACT, GRADED, INSURED, NOTICE, ONE, PLAN, TIERED, TWO


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (CONTRACT, "签订合同"),
        (Holds("", "is_local_employer", wanted=False), "单位在外地"),
        (Judged("", "is_effective"), "成效较好（由主管部门认定）"),
        (Is("", "agent_kind", ("broker", "hr-agency")), "组织者类型为劳务经纪人、经营性人力资源服务机构之一"),
        (AtLeast("", "workers_hired", 10), "吸纳人数不少于 10 人"),
        (AtLeast("", EMPLOYMENT, years(1)), "在职月数不少于 12 个月"),
        (Some("", "workers_hired"), "吸纳人数不少于 1 人"),
        (ShareAtLeast("", "workers_hired", "staff", 20), "吸纳人数占职工总数不少于 20%"),
        (SameYear("", "certificate_date", "as_of"), "取证日期与测算日期在同一年"),
        (WithinMonths("", "contract_date", "training_start", years(1)), "培训开始日期在合同签订日期之后 1 年内"),
        (Follows("", "training_start", "certificate_date"), "取证日期不早于培训开始日期"),
        (OnOrAfter("", "first_came", date(2018, 1, 1)), "首次来就业日期不早于 2018-01-01"),
        (SinceInForce("", "job_start"), "入职日期不早于政策开始的那一天"),
        (ReachesTerm("", EMPLOYMENT), "在职的时间至少有一部分在政策期内"),
        (InStay("", "certificate_date", EMPLOYMENT), "取证日期不早于入职日期，不晚于离职日期"),
        (AllOf("", (CONTRACT, AnyOf("", (INSURED, CONTRACT)))), "签订合同，并且（缴纳社保，或者签订合同）"),
        (AnyOf("", (CONTRACT, AllOf("", (INSURED, CONTRACT)))), "①签订合同，或者②缴纳社保，并且签订合同"),
        (TIERED, "11 至 20 人：10 元；21 人以上：20 元"),
        (GRADED, "初级（五级）：1 元；中级（四级）、高级（三级）：2 元"),
        (per_head("", yuan(200), "workers_placed"), "每人 200 元"),
        (monthly("", yuan(500), RENT, Cap("", years(3))), "每个月 500 元，最多 36 个月"),
        (Times("", ONE, "job_fairs", "场", at_most=one("场")), "每场 1 元，最多 1 场"),
        (Share("", 30, Given("minimum_wage")), "最低工资的 30%"),
        (Divided(Given("rural_income_2017"), Fraction(12), "分十二个月"), "2017年农村人均收入，分十二个月"),
        (Difference("", ONE, TWO), "1 元减去2 元"),
        (Nothing(""), "不再补助"),
        (NotLess("", yuan(5)), "不低于 5 元"),
        (Rounded(ONE), "1 元（四舍五入到分）"),
        (From(Fund("甲", "甲"), ONE), "1 元（甲）"),
        (Sum((ONE, TWO)), "1 元，另加 2 元"),
        (When(AtLeast("", "workers_hired", 20), ONE), "吸纳人数不少于 20 人：1 元"),
        (SureIf("", CONTRACT, ONE), "1 元"),
        (Highest((ONE, TWO)), "1 元；2 元（取较高的一项）"),
        (Each((ONE, TWO)), "1 元；2 元（可以都领）"),
        (Staff("", "负责人", 3, yuan(40)), "负责人 3 名，每名 40 元"),
        (PLAN, "目标 10 人：甲各 3 人，乙 4 人；其中丙 2 人"),
        (BUDGET, "甲 30,000 元；乙 60,000 元；合计 90,000 元"),
        (NOTICE, "先申请；公示 5 个工作日；后授牌"),
        (Form("", (Box("甲"), Box("乙", "staff"))), "甲、乙"),
        (InKind(""), "服务或办理事项，不发放现金"),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_says_what_it_is(word: Any, said: str) -> None:
    assert word.explain() == said


@pytest.mark.parametrize(
    ("word", "conventions"),
    [
        (CONTRACT, ()),
        (AtLeast("", "workers_hired", 10), (INCLUSIVE,)),
        (AtLeast("", EMPLOYMENT, years(1)), (INCLUSIVE, COMPLETE_MONTHS, WINDOW_MONTHS)),
        (ShareAtLeast("", "workers_hired", "staff", 20), (INCLUSIVE,)),
        (WithinMonths("", "contract_date", "training_start", years(1)), (INCLUSIVE,)),
        (ReachesTerm("", EMPLOYMENT), ()),
        (InStay("", "certificate_date", EMPLOYMENT), ()),
        (per_head("", yuan(200), "workers_placed"), ()),
        (monthly("", yuan(500), RENT), (COMPLETE_MONTHS, WINDOW_MONTHS)),
        (monthly("", yuan(500), RENT, months(6)), (INCLUSIVE, COMPLETE_MONTHS, WINDOW_MONTHS)),
        (TIERED, (INCLUSIVE,)),
        (UpTo("", yuan(1)), (CEILING,)),
        (SureIf("", CONTRACT, ONE), (CEILING,)),
        (NotLess("", yuan(1)), (FLOOR,)),
        (Expected("", yuan(1)), (ESTIMATE,)),
        (Rounded(ONE), (ROUNDING,)),
        (ONE, ()),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_names_the_conventions_it_rests_on(word: Word, conventions: tuple[Convention, ...]) -> None:
    assert word.conventions() == conventions


@pytest.mark.parametrize(
    ("word", "facts"),
    [
        (Judged("", "is_effective"), ("is_effective",)),
        (Is("", "home", ("ningxia",)), ("home",)),
        (SameYear("", "certificate_date", "as_of"), ("certificate_date", "as_of")),
        (WithinMonths("", "contract_date", "training_start", years(1)), ("contract_date", "training_start")),
        (Follows("", "training_start", "certificate_date"), ("training_start", "certificate_date")),
        (OnOrAfter("", "first_came", date(2018, 1, 1)), ("first_came",)),
        (SinceInForce("", "job_start"), ("job_start",)),
        (ShareAtLeast("", "workers_hired", "staff", 20), ("workers_hired", "staff")),
        (monthly("", ONE, RENT), ("rent_months", "rent_start", "still_renting", "rent_end", "first_came", "as_of")),
        (TIERED, ("workers_hired",)),
        (GRADED, ("skill_level",)),
        (NOTICE, ("notice_start",)),
        (Form("", (Box("甲"), Box("乙", "staff"))), ()),
        (Box("乙", "staff"), ("staff",)),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_asks_for_its_facts(word: Word, facts: tuple[str, ...]) -> None:
    assert word.asks() == facts


@pytest.mark.parametrize(
    ("word", "fact", "marks"),
    [
        (Judged("", "is_effective"), "is_effective", (True, False)),
        (AtLeast("", "workers_hired", 0), "workers_hired", (0, 0)),
        (per_head("", ONE, "workers_hired"), "workers_hired", (0, 1)),
        (monthly("", ONE, EMPLOYMENT, months(6), skips=3), "months_employed", (0, 4, 9)),
        (yearly("", ONE, EMPLOYMENT), "months_employed", (0, 12)),
        (Is("", "training_mode", ("government",)), "training_mode", ("own-choice", "government", "employer")),
        (Graded("training_mode", (Grade("", ("government",), ONE),), "没有"), "training_mode", None),
        (TIERED, "workers_hired", (11, 10, 21, 20)),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_knows_where_answers_tip_it(word: Word, fact: str, marks: tuple[Any, ...] | None) -> None:
    found = word.landmarks()
    assert list(found) == [fact]
    assert set(found[fact]) == set(marks or ("own-choice", "government", "employer"))


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        (Holds("18个工种", "is_listed_trade", (18,)), (18,)),
        (ShareAtLeast("", "workers_hired", "staff", 20), (Fraction(1, 5),)),
        (OnOrAfter("", "first_came", date(2018, 1, 2)), (2018, 1, 2)),
        (Cap("", years(3)), (3,)),
        (Times("", ONE, "job_fairs", "场", at_most=one("场")), ()),
        (Tier("", 11, 20, yuan(10)), (11, 20, 10)),
        (Tier("", 21, None, yuan(20)), (21, 20)),
        (Grade("", ("2017",), ONE, (2017,)), (2017,)),
        (Goal("", "", 3, (2018, 2019)), (3, 2018, 2019)),
        (PLAN, (10,)),
        (Staff("", "", 3, yuan(40)), (3, 40)),
        (BUDGET.lines[0], (30_000,)),
        (NOTICE, (5,)),
        (InKind("", yuan(5)), (5,)),
        (InKind(""), ()),
        (Share("", 30, ONE), (Fraction(3, 10),)),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_claims_the_numbers_of_its_phrase(word: Word, numbers: tuple[Any, ...]) -> None:
    assert word.numbers() == numbers


@pytest.mark.parametrize(
    ("word", "formula"),
    [
        (ONE, "1 元"),
        (Given("minimum_wage"), "最低工资 ____ 元"),
        (Share("", 30, Given("minimum_wage")), "最低工资 ____ 元 × 30%"),
        (Divided(ONE, Fraction("21.75"), "按计薪日"), "1 元 ÷ 21.75"),
        (Difference("", TWO, ONE), "（2 元 − 1 元）"),
        (Nothing(""), "不再补助"),
        (NotLess("", yuan(5)), "不低于 5 元"),
        (Rounded(ONE), "1 元"),
        (From(Fund("甲", "甲"), ONE), "1 元（甲）"),
        (Sum((ONE, InKind(""), TWO)), "1 元 ＋ 2 元"),
        (When(CONTRACT, ONE), "签订合同：1 元"),
        (Highest((ONE, TWO)), "1 元；2 元（取较高的一项）"),
        (Each((ONE, TWO)), "1 元；2 元（可以都领）"),
        (Staff("", "负责人", 3, yuan(40)), "负责人 3 名 × 40 元"),
        (TIERED, "查表得 ____ 元"),
        (GRADED, "查表得 ____ 元"),
        (monthly("", yuan(5), RENT, months(6), skips=3), "（____ 个月 − 3 个月）（最多 6 个月） × 5 元"),
        (monthly("", yuan(5), RENT_WHILE_EMPLOYED), "____ 个月（到离职日期为止） × 5 元"),
        (yearly("", yuan(5), RENT), "____ 年（每满 12 个月算一年） × 5 元"),
        (PLAN, PLAN.explain()),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_is_worked_out_by_hand(word: Any, formula: str) -> None:
    assert word.say_formula().replace("\u00a0", " ").replace("________", "____") == formula


def test_joined_conditions_are_ticked_part_by_part() -> None:
    both = AllOf("", (CONTRACT, INSURED))
    assert both.list_ticks() == (Tick("签订合同"), Tick("缴纳社保"))
    either = AnyOf("", (both, CONTRACT, AllOf("", (INSURED, AnyOf("", (CONTRACT, INSURED))))))
    (tick,) = either.list_ticks()
    inner = Tick("下面至少满足一行：", (Tick("签订合同"), Tick("缴纳社保")))
    whole = Tick("同时满足：", (Tick("缴纳社保"), inner))
    assert tick.parts == (Tick("签订合同，并且缴纳社保"), Tick("签订合同"), whole)
