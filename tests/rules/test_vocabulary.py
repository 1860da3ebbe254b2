"""Words that documents beyond the five need: at most, a floor by share, an open bottom tier, a rate by tier."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from htpy import div

from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.engine.outcome import Status
from calc.explainer.document import render_document, render_line, render_milestones
from calc.explainer.leaflet import render_leaflets
from calc.explainer.rows import render_rows
from calc.explainer.worksheet import render_worksheets
from calc.facts.catalogue import Answers
from calc.pages.policy.page import PolicyPage
from calc.proof.phrases import claims_of, numbers_in
from calc.rules import (
    AtMost,
    Given,
    NotLess,
    Once,
    Reading,
    Share,
    Sum,
    Tier,
    Tiered,
    UpTo,
    each_year,
    for_each,
    monthly,
    share,
    yuan,
)
from calc.rules.case import Case, Window
from calc.rules.conventions import CALENDAR_YEARS, INCLUSIVE
from calc.rules.document import Deadline, Exclusion, Fund, Term
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy, index_policies
from calc.rules.provision import Provision
from calc.rules.spans import EMPLOYMENT
from calc.rules.unquoted import fact
from calc.values.money import Amount, Kind, exactly
from calc.values.truth import Verdict

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN
TWENTY = Reading("exactly-20", "恰好 20 人按哪一档？", default="按 20 人以下", other="按 20 人至 50 人")
FIFTY = Reading("exactly-50", "恰好 50 人按哪一档？", default="按 20 人至 50 人", other="按 50 人以上")
BY_HEADS = Tiered(
    "workers_placed",
    (
        Tier("一次引进20人以下的按每人120元", None, 20, yuan(120)),
        Tier("20人至50人的按每人150元", 20, 50, yuan(150)),
        Tier("50人以上的按每人300元", 50, None, yuan(300)),
    ),
    overlaps=(TWENTY, FIFTY),
)
PLACING = for_each("workers_placed", BY_HEADS)
NO_OLDER = AtMost("选聘对象年龄原则上不超过65周岁", "age", 65)
HALF = NotLess("岗位补贴标准不低于当地最低工资标准的50%", share(50, Given("minimum_wage")))


def open_case(*others: Reading, **answers: Any) -> Case:
    window = Window(date(2020, 1, 1), date(2021, 12, 31))
    return Case(answers, window, frozenset(reading.id for reading in others))


def declare(**changed: Any) -> Provision:
    sound = {
        "id": "placing",
        "clause": "八",
        "title": "职业介绍补贴",
        "payee": Payee.AGENT,
        "nature": Nature.CASH,
        "gist": "按引进人数给补贴。",
        "pays": PLACING,
        "fund": Fund("资金", "资金"),
    }
    return Provision(**{**sound, **changed})


def declare_policy(*provisions: Provision, **changed: Any) -> Policy:
    sound = {
        "id": "somewhere",
        "region": "某地",
        "place": "某地",
        "title": "通知",
        "audience": "。",
        "people": fact("is_registered_poor"),
        "heading": "某地帮人就业，能领什么",
        "provisions": provisions,
    }
    return Policy(**{**sound, **changed})


@pytest.mark.parametrize(("age", "verdict"), [(64, YES), (65, YES), (66, NO), (None, UNKNOWN)])
def test_at_most_includes_its_number(age: int | None, verdict: Verdict) -> None:
    step = NO_OLDER.judge(open_case(**({} if age is None else {"age": age})))
    assert (step.verdict, step.missing) == (verdict, ("age",) if age is None else ())


def test_at_most_says_what_it_asks_and_how_to_meet_it() -> None:
    assert NO_OLDER.explain() == "年龄不超过 65 周岁"
    assert [tick.text for tick in NO_OLDER.list_ticks()] == ["年龄不超过 65 周岁"]
    assert (NO_OLDER.numbers(), NO_OLDER.asks(), NO_OLDER.conventions()) == ((Fraction(65),), ("age",), (INCLUSIVE,))
    assert NO_OLDER.landmarks() == {"age": (65, 66)}
    assert NO_OLDER.ways(open_case(age=65)) == ({},)
    assert NO_OLDER.ways(open_case()) == ({"age": 65},)
    assert NO_OLDER.ways(open_case(age=66)) == ()
    changeable = AtMost("20人以内", "workers_hired", 20)
    assert changeable.ways(open_case(workers_hired=21)) == ({"workers_hired": 20},)
    with pytest.raises(ValueError, match="is no Count"):
        AtMost("不超过65周岁", "home", 65)


def test_a_floor_by_share_follows_the_figure() -> None:
    known = HALF.come_to(open_case(minimum_wage=Decimal(1_900)))
    assert (known.amount, known.missing) == (Amount(Kind.FLOOR, yuan(950), None), ())
    assert [step.found for step in known.steps] == ["最低工资：1,900 元/月", "× 50%", "不低于 950 元"]
    unknown = HALF.come_to(open_case())
    # Nothing is known yet: 不低于 0.00 would read as the text's own floor.
    assert (unknown.amount, unknown.missing) == (Amount(Kind.RANGE, yuan(0), None), ("minimum_wage",))
    assert HALF.explain() == "不低于 最低工资的 50%"
    assert HALF.say_formula().replace("\u00a0", " ") == "最低工资 ________ 元 × 50%"
    assert HALF.limits() == {"不低于 "}


def test_a_ceiling_of_an_unknown_figure_has_no_upper_end_yet() -> None:
    word = UpTo("最高不超过最低工资", Share("80%", 80, Given("minimum_wage")))
    assert word.come_to(open_case()).amount == Amount(Kind.RANGE, yuan(0), None)
    assert word.come_to(open_case(minimum_wage=Decimal(100))).amount == Amount(Kind.CEILING, yuan(0), yuan(80))


@pytest.mark.parametrize(
    ("count", "default", "twenty", "fifty"),
    [
        (0, 0, 0, 0),
        (1, 120, 120, 120),
        (19, 19 * 120, 19 * 120, 19 * 120),
        (20, 20 * 120, 20 * 150, 20 * 120),
        (21, 21 * 150, 21 * 150, 21 * 150),
        (49, 49 * 150, 49 * 150, 49 * 150),
        (50, 50 * 150, 50 * 150, 50 * 300),
        (51, 51 * 300, 51 * 300, 51 * 300),
    ],
)
def test_a_rate_for_each_head_by_tiers_with_two_doubts(count: int, default: int, twenty: int, fifty: int) -> None:
    for others, sum_ in (((), default), ((TWENTY,), twenty), ((FIFTY,), fifty)):
        payout = PLACING.come_to(open_case(*others, workers_placed=count))
        assert payout.amount == exactly(yuan(sum_))
        assert (payout.verdict, payout.missing) == (YES if count else NO, ())


def test_an_open_bottom_tier_begins_with_one() -> None:
    assert [tier.say_bounds("人") for tier in BY_HEADS.tiers] == ["20 人以下", "20 至 50 人", "50 人以上"]
    assert BY_HEADS.tiers[0].numbers() == (Fraction(20), yuan(120))
    unknown = PLACING.come_to(open_case())
    assert (unknown.verdict, unknown.amount) == (UNKNOWN, Amount(Kind.RANGE, yuan(0), None))
    assert unknown.missing == ("workers_placed",)
    assert PLACING.ways(open_case()) == ({"workers_placed": 1},)
    assert BY_HEADS.landmarks() == {"workers_placed": (1, 0, 21, 20, 51, 50)}
    (step,) = BY_HEADS.come_to(open_case(workers_placed=0)).steps
    assert step.found.endswith("：0 人；不在任何一档")
    assert PLACING.say_formula().replace("\u00a0", " ") == "________ 人 × 查表得 ________ 元"
    (table,) = PLACING.list_tables()
    assert (table.rows[0].label, table.rows[0].amount) == ("20 人以下", "120 元")


def test_a_tier_without_bounds_or_open_in_the_middle_is_named() -> None:
    with pytest.raises(ValueError, match="'每人': a tier needs a bound"):
        Tier("每人", None, None, yuan(1))
    with pytest.raises(ValueError, match="only the first tier is open below, not '30人以下'"):
        Tiered("workers_hired", (Tier("10至20人", 10, 20, yuan(1)), Tier("30人以下", None, 30, yuan(2))), below="没有")


def test_the_ladder_of_a_rate_by_tiers_rises_with_every_head() -> None:
    policy = declare_policy(declare())
    answer = Answer(assess(policy, {"workers_placed": 30}))
    (item,) = answer.provisions
    assert item.ladder is not None
    assert [(rung.low, rung.high, rung.amount, rung.each) for rung in item.ladder.rungs] == [
        (0, 0, None, yuan(0)),
        (1, 20, yuan(120), yuan(120)),
        (21, 50, yuan(3_150), yuan(150)),
        (51, None, yuan(15_300), yuan(300)),
    ]


def test_the_phrases_of_the_new_words_carry_their_numbers() -> None:
    policy = declare_policy(declare(when=(NO_OLDER,)), declare(id="post", pays=HALF))
    for place, phrase, numbers in claims_of(policy):
        assert set(numbers_in(phrase)) == set(numbers), (place, phrase)


# A sum for each calendar year


EACH_YEAR = each_year("每人每年补贴1500元", yuan(1_500), EMPLOYMENT)


def work(first: str, last: str = "", as_of: str = "2021-12-31") -> dict[str, Any]:
    ended = {"job_end": date.fromisoformat(last)} if last else {}
    days = {"job_start": date.fromisoformat(first), "as_of": date.fromisoformat(as_of)}
    return {**days, **ended, "still_employed": not last}


@pytest.mark.parametrize(
    ("answers", "years"),
    [
        (work("2020-03-01", "2020-03-30"), 0),
        (work("2020-03-01", "2020-03-31"), 1),
        (work("2020-01-01", "2020-12-31"), 1),
        (work("2020-01-02", "2021-01-01"), 2),
        (work("2020-12-01", "2020-12-31"), 1),
        (work("2020-12-02", "2021-01-01"), 2),
        (work("2019-01-01", "2021-06-30"), 2),  # 2019 lies before the window
        (work("2020-05-01", as_of="2021-01-01"), 1),  # the day asked is not over yet
        (work("2020-05-01", as_of="2021-01-02"), 2),
    ],
)
def test_each_calendar_year_counts_once_a_month_is_complete(answers: dict[str, Any], years: int) -> None:
    payout = EACH_YEAR.come_to(open_case(**answers))
    assert (payout.amount, payout.missing) == (exactly(yuan(1_500 * years)), ())
    assert payout.verdict is (YES if years else NO)


@pytest.mark.parametrize(("months", "least", "most"), [(1, 1, 2), (12, 1, 2), (13, 2, 2), (24, 2, 2)])
def test_months_alone_leave_open_how_many_years_they_touch(months: int, least: int, most: int) -> None:
    payout = EACH_YEAR.come_to(open_case(months_employed=months))
    assert (payout.amount.low, payout.amount.high) == (yuan(1_500 * least), yuan(1_500 * most))
    assert payout.missing == (() if least == most else ("job_start",))
    assert payout.verdict is YES
    none = EACH_YEAR.come_to(open_case(months_employed=0))
    assert (none.verdict, none.amount, none.missing) == (NO, exactly(yuan(0)), ())


def test_a_sum_for_each_year_says_itself() -> None:
    unknown = EACH_YEAR.come_to(open_case())
    assert (unknown.verdict, unknown.amount) == (UNKNOWN, Amount(Kind.RANGE, yuan(0), yuan(3_000)))
    assert EACH_YEAR.explain() == "每个年度 1,500 元"
    assert EACH_YEAR.say_formula().replace("\u00a0", " ") == "________ 个年度 × 1,500 元"
    assert EACH_YEAR.ways(open_case()) == ({"months_employed": 1},)
    assert (EACH_YEAR.asks(), EACH_YEAR.landmarks()) == (EMPLOYMENT.facts, {"months_employed": (0, 1, 12)})
    assert CALENDAR_YEARS in EACH_YEAR.conventions()
    policy = declare_policy(declare(payee=Payee.WORKER, pays=EACH_YEAR))
    (item,) = Answer(assess(policy, work("2020-01-02", "2021-01-01"))).provisions
    assert [(due.text, due.amount) for due in item.payments] == [("每年一次", exactly(yuan(3_000)))]


# Exclusions, terms and documents


def test_a_grant_outside_the_document_is_said_and_never_calculated() -> None:
    excludes = Exclusion("和给予招聘专员的补贴不能重复发放", outside=("招聘专员补贴",))
    policy = declare_policy(declare(excludes=excludes))
    assert policy.rivals_of(policy.provision("placing")) == {}
    assert "不能同时领：招聘专员补贴" in str(render_leaflets(policy))
    for page in (render_rows(policy, {}), render_worksheets(policy)):
        assert "不能同时享受：招聘专员补贴（“和给予招聘专员的补贴不能重复发放”）。那不在本文件里" in str(page)
    with pytest.raises(ValueError, match="'不能重复': name what is excluded"):
        Exclusion("不能重复")


@pytest.mark.parametrize("word", [Term("2020年2月1日", date(2020, 2, 1), None), Deadline("6月30日", date(2020, 6, 30))])
def test_a_provision_has_no_term_of_its_own(word: Any) -> None:
    with pytest.raises(ValueError, match=r"placing: '.*' belongs to a policy: one document, one policy"):
        declare(when=(word,))


def test_a_document_is_declared_once() -> None:
    one, other = declare_policy(declare(), number="1号"), declare_policy(declare(), id="elsewhere", number="1号")
    with pytest.raises(ValueError, match="somewhere and elsewhere both declare 1号: one document, one policy"):
        index_policies((one, other))
    with pytest.raises(ValueError, match="two policies are called 'somewhere'"):
        index_policies((one, declare_policy(declare())))
    unnumbered = (declare_policy(declare()), declare_policy(declare(), id="elsewhere"))
    assert list(index_policies(unnumbered)) == ["somewhere", "elsewhere"]


def test_a_document_without_number_issuer_dates_and_term_says_so_everywhere() -> None:
    allowance = declare(id="allowance", payee=Payee.WORKER, pays=monthly("每月200元", yuan(200), EMPLOYMENT))
    award = declare(id="award", payee=Payee.WORKER, pays=Once("1000元", yuan(1_000)), happens="certificate_date")
    policy = declare_policy(declare(), allowance, award)
    header, dates = str(div[render_line(policy), render_document(policy)]), str(render_milestones(policy))
    assert "文件未写明文号" in header
    assert "文件未写明发文机关" in header
    assert "到期" not in header
    assert dates.count("文件未写明") >= 4
    assert "0001" not in dates
    for paper in (render_leaflets(policy), render_worksheets(policy)):
        assert "0001" not in str(paper)
    page = PolicyPage(policy)
    values = {"who": "all", "workers_placed": "3", "still_employed": "yes", "job_start.year": "2020"}
    values |= {
        "job_start.month": "1",
        "job_start.day": "15",
        "as_of.year": "2020",
        "as_of.month": "8",
        "as_of.day": "20",
    }
    reply = page.answer(values, is_submitted=True)
    sheet = page.lay_sheet(values, "https://x.example/")
    assert "0001" not in str(reply.render()) + str(sheet.render())
    assert page.write_file(values, "data") and page.write_file(values, "calendar")


def test_without_a_term_every_time_counts_and_none_is_asked() -> None:
    allowance = declare(id="allowance", payee=Payee.WORKER, pays=monthly("每月200元", yuan(200), EMPLOYMENT))
    award = declare(id="award", payee=Payee.WORKER, pays=Once("1000元", yuan(1_000)), happens="certificate_date")
    policy = declare_policy(declare(), allowance, award)
    known: Answers = {
        "workers_placed": 3,
        "job_start": date(1990, 1, 15),
        "still_employed": True,
        "as_of": date(1990, 8, 20),
    }
    placing, months, certificate = assess(policy, known).findings
    assert (placing.status, placing.amount) == (Status.ELIGIBLE, exactly(yuan(360)))
    assert (months.status, months.amount) == (Status.ELIGIBLE, exactly(yuan(1_400)))
    assert (certificate.status, certificate.outcome.missing) == (Status.ELIGIBLE, ())
    waiting = assess(policy, {"as_of": date(1990, 8, 20)}).findings[1]
    assert (waiting.status, waiting.amount) == (Status.UNKNOWN, Amount(Kind.RANGE, yuan(0), None))
    assert not any("24" in step.found for step in waiting.outcome.steps)


def test_a_sum_of_a_floor_by_the_month_falls_due_month_by_month() -> None:
    pays = monthly("每月不低于200元", NotLess("200", yuan(200)), EMPLOYMENT)
    policy = declare_policy(declare(payee=Payee.WORKER, pays=pays))
    (item,) = Answer(assess(policy, {"months_employed": 3})).provisions
    assert [(due.text, due.amount) for due in item.payments] == [
        (f"第 {number} 个月", Amount(Kind.FLOOR, yuan(200), None)) for number in (1, 2, 3)
    ]
    assert Sum((Once("一", yuan(1)), Once("二", yuan(2)))).come_to(open_case()).amount == exactly(yuan(3))
