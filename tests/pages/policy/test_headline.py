"""What leads the answer: the amount, what may change it, what to do next, and the provision asked about."""

import json
import re
from datetime import date
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.engine.outcome import Status
from calc.facts.catalogue import CATALOGUE
from calc.pages import PAGES
from calc.pages.policy.claiming import can_be_claimed
from calc.pages.policy.groups import word_question
from calc.pages.policy.guide import render_guide
from calc.pages.policy.headline import find_headline, list_sure, say_news
from calc.pages.policy.next_steps import render_next_steps, say_last_day
from calc.pages.policy.result import render_result
from calc.pages.policy.sheet import render_sheet
from calc.pages.policy.sums import find_parts, render_head, say_other_sums
from calc.parts.wording import applicants_of
from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.values.money import ZERO
from calc.web import answer
from tests.asking import POOR, ask
from tests.parts import put_together
from tests.worlds import worlds

WANZHOU = {**POOR, "home": "wanzhou", "months_employed": 8, "is_job_registered": True, "contract_months": 12}
WORKSHOP = {
    **POOR,
    "home": "ningxia",
    "employer_kind": "workshop",
    "is_in_poor_village": True,
    "is_local_employer": True,
}
THEN, NOW = date(2018, 1, 1), date(2026, 1, 1)
ROWS = re.compile(r'id="result-([\w-]+)"')
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


def read(html: object) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", str(html)))


def open_page(policy: str, fragment: str) -> str:
    """The result that a link leads to."""
    return put_together(PAGES[policy].open_link(fragment, {}).render())["calculator-result"]


# The amount


def test_the_sure_sum_leads_with_what_may_change_it() -> None:
    head = read(render_head(ask("jining", "worker", **WANZHOU, still_employed=True)))
    assert head.index("7,500 元") < head.index("按一种读法是 7,500 元，另一种是 6,500 元")
    assert "另有 3 项没问清" in head
    assert head.index("没问清") < head.index("仅供参考")


def test_before_there_is_a_sum_no_sum_frightens() -> None:
    answered = ask("jining", "worker")
    assert find_headline(answered).amount == "还没算出金额"
    assert find_headline(answered).counts == "6 项没问清"
    assert "元" not in read(render_head(answered))


def test_what_the_sum_may_grow_by_is_said_where_it_is_known() -> None:
    training = {"training_start": "2020-06-01", "training_days": 20, "is_enterprise": True, "minimum_wage": 1730}
    training |= {"employer_ran_training": True, "has_certificate": True, "still_employed": True}
    head = read(render_head(ask("jining", "worker", **WANZHOU, **training)))
    assert "另有 1 项没问清，最多再加 692 元。" in head
    assert "最多再加" not in read(render_head(ask("jining", "worker", **WANZHOU)))  # nobody knows how much


def test_whose_sum_it_is_stands_beside_it_where_nobody_in_particular_asks() -> None:
    assert find_headline(ask("jining", **WANZHOU)).amount == "劳动者 7,500 元"
    assert find_headline(ask("jining", "worker", **WANZHOU)).amount == "7,500 元"


@pytest.mark.parametrize(
    ("policy", "who", "facts", "amount"),
    [
        ("ningxia", "park", {"park_standard": "prefecture", "park_standard_date": "2019-05-01"}, "不低于 500,000 元"),
        ("zhongshan", "agent", {"is_entrusted": True, "meets_target": True, "plan_year": "2018"}, "预计 200,000 元"),
        ("shaoxing", "worker", WANZHOU, "现在没有能领的"),
    ],
)
def test_where_no_sum_is_sure_the_words_say_how_far_it_is_known(
    policy: str, who: str, facts: dict[str, object], amount: str
) -> None:
    assert find_headline(ask(policy, who, **facts)).amount == amount


def test_a_bound_of_what_is_open_is_no_headline() -> None:
    enterprise = {**POOR, "home": "wanzhou", "workers_hired": 10, "is_enterprise": True, "months_employed": 12}
    answered = ask("jining", "employer", **enterprise)
    assert find_headline(answered).amount == "还没算出金额"
    assert "企业职业培训补贴没问清，可能最高 20,000 元。" in read(render_head(answered))


DALIAN = {
    **dict.fromkeys(("obeys_law", "offers_fitting_posts", "trains_staff", "pays_on_time", "provides_lodging"), True),
    **POOR,
    "home": "wanzhou",
    "employer_kind": "domestic-service",
    "is_enterprise": True,
    "staff": 101,
    "is_recognised_base": False,
    "as_of": "2019-06-01",
}


def test_where_only_help_is_open_there_is_no_money_to_be_had() -> None:
    answered = ask("dalian", "employer", **DALIAN)
    assert find_headline(answered).amount == "没有能领的钱"
    assert "没问清的不发钱：市级就业扶贫基地认定。" in read(render_head(answered))
    assert "没有能领的钱。" in read(render_head(ask("dalian", "employer", **DALIAN, helped_hired=5)))


def test_what_is_refused_is_counted_as_it_is_listed() -> None:
    answered = ask("dalian", "employer", **DALIAN, helped_hired=5)
    assert find_headline(answered).counts == "1 项还差一点 · 6 项不能领"
    sheet = str(render_sheet(answered, "https://example.org/"))
    for title, count in (("还差一点的 1 项", 1), ("按所填的，不能领的 6 项", 6)):
        assert sheet.split(f"<h3>{title}</h3>")[1].split("</ul>")[0].count("<li>") == count
    assert "不能领的 6 项" in str(render_result(answered, (), THEN))


def test_the_paper_says_for_what_a_number_is_short() -> None:
    sheet = read(render_sheet(ask("dalian", "employer", **DALIAN, helped_hired=5), "https://example.org/"))
    assert sheet.index("离您最近的一项：市级就业扶贫基地认定") < sheet.index("还差 1 人")


@pytest.mark.parametrize("day", ["", "&as_of=2019-06-01"])
def test_nothing_is_said_to_be_lacking_where_every_other_condition_is_met(day: str) -> None:
    told = "".join(f"&{fact}={'yes' if answer is True else answer}" for fact, answer in DALIAN.items() if answer)
    told = told.replace("&as_of=2019-06-01", "")
    result = open_page("dalian", f"#v=1&who=employer&helped_hired=5{told}{day}")
    assert "再招用 1 人（帮扶对象人数达到 6 人），就符合条件。" in result
    assert "其余条件还要补充" not in result


def test_the_next_question_is_asked_in_its_own_words() -> None:
    answered = ask("jining", "worker", **WANZHOU)
    fact = answered.next_questions[0].fact
    assert f"{CATALOGUE[fact].label} （关系到" in read(render_next_steps(answered, THEN))


def test_the_nearest_leads_where_nothing_can_be_had() -> None:
    answered = ask("ningxia", "carrier", **WORKSHOP, workers_hired=35, months_employed=8)
    html = str(render_result(answered, (), THEN))
    assert find_headline(answered).amount == "还差 4 个月，能领 60,000 元"
    assert html.index("还差 4 个月，能领 60,000 元") < html.index("这里没有能领的")
    assert "finding-near" in html


def test_a_supposed_day_leaves_what_is_short_in_sight() -> None:
    link = "#v=1&who=carrier&home=ningxia&employer_kind=workshop&workers_hired=35&months_employed=8"
    link += "".join(f"&{fact}=yes" for fact in ("is_registered_poor", "has_contract", "is_fully_insured"))
    assert "还差 4 个月，能领 60,000 元" in open_page("ningxia", f"{link}&is_in_poor_village=yes&is_local_employer=yes")


@policies
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_the_parts_drawn_add_up_to_the_sum(policy: Policy, data: st.DataObject) -> None:
    answers = data.draw(worlds(policy))
    for payees in (None, *((payee.value,) for payee in applicants_of(policy))):
        answered = Answer(assess(policy, answers), payees)
        for own in list_sure(answered):
            parts = find_parts(answered, own)
            assert not parts or sum((low for _, low in parts), ZERO) == own.sure
            assert say_other_sums(answered, own).count(" 元") != 1


def test_the_parts_of_a_sum_stand_in_the_bar_and_beside_it() -> None:
    head = str(render_head(ask("jining", "worker", **WANZHOU)))
    assert head.count('class="bar-part ') == 2 + 2  # in the bar, and as samples in the list
    assert "style=" not in head
    assert "一次性交通伙食补助" in head
    assert "1,500 元" in head


def test_the_news_says_the_amount_first_then_what_is_open() -> None:
    assert say_news(ask("jining", "worker", **WANZHOU)) == "7,500 元，2 项能领，4 项没问清"


# The rows


def test_what_is_refused_lies_together_at_the_end() -> None:
    html = str(render_result(ask("jining", "worker", **{**WANZHOU, "is_trained": False}), (), THEN))
    shown, refused = html.split('id="refused"')
    assert ROWS.findall(shown)[:2] == ["travel-meal-subsidy", "cross-province-subsidy"]
    assert f"不能领的 {len(ROWS.findall(refused))} 项" in refused
    assert "finding-ineligible" not in shown
    assert "finding-eligible" not in refused


def test_every_refused_row_says_why_in_sight() -> None:
    html = str(render_result(ask("shaoxing", "worker", **WANZHOU), (), THEN))
    rows = re.findall(r"<summary>(.*?)</summary>", html.split('id="refused"')[1])
    told = [row for row in rows if "不能领" in row]
    assert told
    assert all('class="remark"' in row for row in told if "<h4>" in row)


# The topic


@policies
def test_a_topic_leads_and_leaves_nothing_out(policy: Policy) -> None:
    every = ROWS.findall(open_page(policy.id, "#v=1&who=all"))
    for provision in every:
        rows = ROWS.findall(open_page(policy.id, f"#v=1&who=all&topic={provision}"))
        assert rows[0] == provision
        assert sorted(rows) == sorted(every)


@policies
def test_the_questions_of_the_topic_come_first(policy: Policy) -> None:
    assessment = assess(policy, {})
    every = {item.fact for item in Answer(assessment).next_questions}
    for finding in assessment.findings:
        if finding.concerns() and finding.outcome.missing:
            ranked = Answer(assessment, topic=finding.provision.id).next_questions
            asked = [finding.provision.id in item.why for item in ranked]
            assert asked == sorted(asked, reverse=True)
            assert {item.fact for item in ranked} == every


def test_a_link_from_the_6000_of_jining_gives_7500() -> None:
    link = "#v=1&who=worker&topic=cross-province-subsidy&home=wanzhou&is_registered_poor=yes&works_here=yes"
    result = open_page("jining", f"{link}&months_employed=8")
    assert '<p class="headline-sum"><strong>7,500 元</strong>' in result
    assert ROWS.findall(result)[0] == "cross-province-subsidy"


# What to do next


def test_the_steps_name_papers_office_and_last_day() -> None:
    steps = read(render_next_steps(ask("jining", "worker", **WANZHOU), THEN))
    for words in ("备好材料", "文件没有列", "可以问发文的济宁市人力资源和社会保障局", "最晚哪天", "接下来最值得回答"):
        assert words in steps
    assert render_next_steps(ask("shaoxing", "worker", **WANZHOU), THEN) is None


@policies
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_every_paper_and_office_that_the_text_names_is_in_the_steps(policy: Policy, data: st.DataObject) -> None:
    answered = Answer(assess(policy, data.draw(worlds(policy))))
    claimed = [item.finding.provision for item in answered.with_status(Status.ELIGIBLE) if can_be_claimed(item.finding)]
    steps = read(render_next_steps(answered, THEN))
    for provision in (item for item in claimed if item.is_benefit):
        assert [paper for paper in provision.evidence if paper not in steps] == []
        assert not provision.office or provision.office.text in steps


def test_a_last_day_that_has_passed_is_said_so() -> None:
    assert say_last_day(POLICIES["shaoxing"], NOW) == "2021-12-31 截止，已经过了。还能不能补办，先问经办机构。"
    assert say_last_day(POLICIES["shaoxing"], date(2021, 12, 31)) == "2021-12-31，过了就不收了。"
    assert "已经到期" in say_last_day(POLICIES["jining"], NOW)
    assert say_last_day(POLICIES["dalian"], NOW) == "文件没有写，早点去问。"


def test_days_that_have_passed_are_no_days_to_remember() -> None:
    form = {
        "who": "worker",
        "home": "wanzhou",
        "is_registered_poor": "yes",
        "works_here": "yes",
        "still_employed": "yes",
    }
    form |= {"job_start.year": "2020", "job_start.month": "5", "job_start.day": "15"}
    reply = json.loads(answer(json.dumps({"page": "jining", "form": form})))
    result = put_together(reply["patches"])["calculator-result"]
    assert "都已经过去" in result
    assert "要记住的日子" not in result
    assert 'data-file="calendar"' not in result


def test_what_only_another_reading_grants_is_no_nothing() -> None:
    told = {"months_employed": 12, "has_contract": True, "is_fully_insured": True, "workers_hired": 50}
    carrier = ask("ningxia", "carrier", **{**WORKSHOP, **told, "is_in_poor_village": False})
    assert find_headline(carrier).amount == "按一种读法没有，按另一种能领 60,000 元"
    assert "后一句只写“扶贫载体”。按另一种能领 60,000 元。" in str(render_head(carrier))
    elsewhere = ask("ningxia", "carrier", **{**WORKSHOP, **told, "home": "wanzhou"})
    assert find_headline(elsewhere).amount == "现在没有能领的"
    assert "按另一种" not in str(render_head(elsewhere))


def test_work_that_began_too_late_is_told_beside_every_question() -> None:
    worker = ask("jining", "worker", **POOR, home="wanzhou", job_start=date(2026, 3, 22))
    guide = str(render_guide(POLICIES["jining"], worker, {}))
    assert "入职日期填的是 2026-03-22，政策 2021-12-31 就到期了，所以不算。" in guide
    in_time = ask("jining", "worker", **POOR, home="wanzhou", job_start=date(2021, 3, 22))
    assert "到期了" not in str(render_guide(POLICIES["jining"], in_time, {})).replace("已到期", "")


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_months_that_count_are_asked_with_the_days_between_which_they_count(policy: Policy) -> None:
    for span in policy.spans:
        hint = word_question(policy, span.months, "worker", {}).hint
        assert (f"政策期内（{policy.term.say_days()}）" in hint) is (policy.term.end is not None)
