"""The answer as people read it: what is sure stands first, and nothing that is not sure is called so."""

import json
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.commands.totals import summarize
from calc.contract.build import build_answer, print_answer
from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.engine.status_word import say_status
from calc.pages import PAGES
from calc.pages.policy.combinations import render_combinations
from calc.pages.policy.finding import render_finding
from calc.pages.policy.headline import list_sure, say_news
from calc.pages.policy.result import render_result
from calc.pages.policy.sheet import render_sheet
from calc.pages.policy.speech import speak
from calc.pages.policy.sums import say_other_sums
from calc.pages.policy.timeline import draw_agenda, render_timeline, tabulate_agenda
from calc.pages.policy.totals import render_totals, say_other_totals, say_sure_sum, say_what_is_beside, tally
from calc.parts.wording import applicants_of
from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.values.dates import spell_date
from calc.web import answer
from tests.asking import POOR, ask
from tests.parts import put_together
from tests.worlds import worlds

WANZHOU = {**POOR, "home": "wanzhou", "months_employed": 8, "is_job_registered": True, "contract_months": 12}
THEN = date(2018, 1, 1)
"""A day on which no claim had closed yet."""
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


def read(html: object) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", str(html)))


def show(policy: str, provision: str, **facts: Any) -> str:
    item = next(item for item in ask(policy, **facts).provisions if item.finding.provision.id == provision)
    return render_finding(item).html


def add_up(policy: str, who: str, **facts: Any) -> list[str]:
    """Every sentence of the sums, those beside a sum after it."""
    told = []
    answer = ask(policy, who, **facts)
    for item in tally(answer):
        told += [say_sure_sum(answer, item.total)] if item.total.low else []
        told += say_what_is_beside(item)
    return told


# Benefits that exclude each other

TRAINED = {
    **WANZHOU,
    "employer_kind": "workshop",
    "workers_trained": 10,
    "contract_date": "2020-11-01",
    "training_start": "2021-01-10",
    "training_days": 30,
    "has_certificate": True,
    "certificate_date": "2021-02-20",
    "skill_level": "intermediate",
    "is_trained_by_home": False,
    "is_enterprise": True,
    "employer_ran_training": True,
    "is_work_as_training": True,
    "work_as_training_start": "2021-03-01",
    "work_as_training_days": 30,
    "workers_trained_at_work": 10,
    "as_of": "2021-06-30",
}


def test_who_can_have_only_one_of_two_is_told_wherever_they_stand() -> None:
    answered = ask("jining", "employer", **TRAINED)
    sums = add_up("jining", "employer", **TRAINED)
    assert "最高 15,000 元的企业职业培训补贴，不计入合计；它与以工代训补贴不能同时享受" in sums
    for provision in ("work-as-training", "employer-training-subsidy"):
        assert "不能同时享受" in read(show("jining", provision, **TRAINED))
    assert "其中有的不能同时享受" in say_news(answered)
    assert "以工代训补贴和企业职业培训补贴不能同时享受，只能选一种。" in speak(answered)
    sheet = read(render_sheet(answered, ""))
    assert "不能重复享受的项目" in sheet
    assert "企业职业培训补贴（用人单位，最高 15,000 元）" in sheet


def test_a_choice_that_is_not_settled_says_so() -> None:
    open_facts = {
        fact: value for fact, value in TRAINED.items() if fact not in ("is_trained_by_home", "has_certificate")
    }
    html = read(render_combinations(ask("jining", "employer", **open_facts)))
    assert "能领，还没算出金额" in html


def test_only_what_is_granted_together_is_announced_as_a_choice() -> None:
    assert "不能同时享受" not in say_news(ask("jining", "employer", **WANZHOU))


LIVING = {
    **WANZHOU,
    "contract_date": "2020-05-01",
    "training_start": "2020-06-01",
    "training_days": 20,
    "is_enterprise": True,
    "employer_ran_training": True,
    "has_certificate": True,
    "minimum_wage": 1730,
}


def test_both_readings_are_told_while_something_is_still_missing() -> None:
    unsigned = {fact: answer for fact, answer in LIVING.items() if fact != "contract_date"}
    card = read(show("jining", "training-living-subsidy", **unsigned))
    assert "还缺： 合同签订日期" in card
    assert "没问清，可能最高 692 元" in card
    assert "没问清，可能最高 954.48 元" in card
    assert "其中决定金额的" not in card
    days = {fact: answer for fact, answer in unsigned.items() if fact != "training_days"}
    assert "其中决定金额的： 培训天数 。" in read(show("jining", "training-living-subsidy", **days))


def test_a_fund_with_nothing_but_open_sums_stands_beside_the_sure_ones() -> None:
    unsigned = {fact: answer for fact, answer in LIVING.items() if fact != "contract_date"}
    sums = read(render_totals(ask("jining", "worker", **unsigned)))
    assert "劳动者 · 济宁市援助资金" in sums
    assert "劳动者 · 济宁市就业补助资金" in sums
    assert "另有 1 项没问清（职业技能培训生活补贴）；如果都能领，合计最多 692 元" in sums
    assert str(render_totals(ask("jining", "worker"))) == "None"


def test_what_is_open_is_called_so_once() -> None:
    few = {fact: answer for fact, answer in TRAINED.items() if fact not in ("workers_trained", "skill_level")}
    html = read(render_combinations(ask("jining", "employer", **{**few, "contract_date": None})))
    assert "企业职业培训补贴（用人单位，没问清）" in html


# The next question


def test_who_gets_nothing_here_is_led_to_the_other_regions_with_the_answers() -> None:
    html = str(render_result(ask("zhongshan", "worker", **{**WANZHOU, "home": "elsewhere"}), (), THEN))
    (link,) = re.findall(r'href="(\.\./\.\./compare/#[^"]*)"', html)
    assert "who=person" in link
    assert "home=elsewhere" in link
    assert "../../compare/" not in str(render_result(ask("jining", "worker", **WANZHOU), (), THEN))


def test_nobody_is_asked_for_a_day_before_it_is_known_that_there_was_one() -> None:
    worker = {**POOR, "home": "wanzhou", "months_employed": 8}
    first = ask("jining", "worker", **worker).next_question
    assert first
    assert first.fact != "training_start"


@policies
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_the_question_picked_is_the_first_of_all(policy: Policy, data: st.DataObject) -> None:
    answers = data.draw(worlds(policy))
    known = {fact: answers[fact] for fact in data.draw(st.sets(st.sampled_from(sorted(answers))))} if answers else {}
    for payees in (None, *((payee.value,) for payee in applicants_of(policy))):
        answered = Answer(assess(policy, known), payees)
        assert answered.next_question == next(iter(answered.next_questions), None)


# Sums


def test_what_is_sure_is_added_up_and_what_is_open_stands_beside_it() -> None:
    sure, beside, _ = add_up("jining", "worker", **WANZHOU, still_employed=True)  # the third is of another fund
    assert sure == "7,500 元，另一种读法是 6,500 元"
    assert beside == "另有 2 项没问清（万州区培训补贴、培训期间生活费补贴）"  # who works there can leave home


def test_a_reading_that_lacks_answers_is_not_said_to_bring_nothing() -> None:
    came = {"home": "sichuan-paired", "first_came": "2018-03-01", "months_employed": 12}
    facts = {"is_registered_poor": True, "works_here": True, **came}
    assert add_up("shaoxing", "worker", **facts)[0] == "5,000 元，另一种读法还要再问几题才知道"
    assert add_up("shaoxing", "worker", **facts, contribution_months=0)[0] == "5,000 元，另一种读法是 0 元"


def test_a_sum_that_another_reading_counts_from_an_unknown_day_is_not_said_to_be_nothing() -> None:
    firm = {"employer_kind": "small-enterprise", "home": "ningxia", "is_registered_poor": True, "workers_hired": 100}
    hired = {**firm, "contract_months": 12, "is_insured": True, "employer_contribution": 800, "months_employed": 12}
    unknown_start = ask("ningxia", "employer", **hired)
    assert "960,000 元，另一种读法还要再问几题才知道" in add_up("ningxia", "employer", **hired)
    assert say_other_sums(unknown_start, list_sure(unknown_start)[0]) == (
        "按一种读法是 960,000 元，另一种还要再问几题才知道。"
    )
    assert any("用人单位能领的还要再问几题才知道" in line for line in say_other_totals(unknown_start))


def test_a_floor_stands_beside_the_sums_and_never_inside() -> None:
    facts = {"park_standard": "prefecture", "park_standard_date": "2019-05-01"}
    assert add_up("ningxia", "park", **facts) == ["不低于 500,000 元的创业孵化园区奖补，不计入合计"]


def test_an_estimate_stands_beside_the_sums_and_never_inside() -> None:
    facts = {"is_entrusted": True, "meets_target": True, "plan_year": "2018"}
    assert add_up("zhongshan", "agent", **facts) == ["预计 200,000 元的劳务机构运营费用，不计入合计"]


def test_a_ceiling_is_named_beside_the_sum_and_never_inside() -> None:
    training = {"contract_date": "2020-05-01", "training_start": "2020-06-01", "has_certificate": True}
    training |= {"is_enterprise": True, "employer_ran_training": True, "is_work_as_training": False}
    facts = {
        **WANZHOU,
        **training,
        "certificate_date": "2020-12-20",
        "skill_level": "junior",
        "workers_trained": 2,
        "training_days": 10,
    }
    told = add_up("jining", "employer", **facts)
    assert "最高 2,000 元的企业职业培训补贴，不计入合计" in told
    assert not any(line.startswith("确定") for line in told)


def test_a_sum_that_stands_elsewhere_is_named_without_a_number() -> None:
    facts = {**POOR, "home": "sichuan-paired", "first_came": "2019-01-01", "as_of": "2020-01-01"}
    told = add_up("shaoxing", "worker", **facts)
    assert any("同等享受就业困难人员政策：金额按规定" in line for line in told)
    assert not any(line.startswith("确定") for line in told)


def test_a_reading_that_would_change_the_sum_is_said_with_its_difference() -> None:
    told = list(say_other_totals(ask("jining", "worker", **WANZHOU)))
    assert len(told) == 1
    assert "劳动者能领的会少 1,000 元" in told[0]
    assert list(say_other_totals(ask("jining", "worker", **{**WANZHOU, "months_employed": 10}))) == []


# Cards


def test_both_readings_stand_side_by_side_with_their_difference() -> None:
    base = {"base_rank": "both", "hiring_year": "2019", "hired_in_year": 25, "poor_hired_in_year": 25}
    card = show("shaoxing", "base-award", **base)
    cells = re.findall(r"<td>(.*?)</td>", card.split('class="reading-table"')[1].split("</table>")[0])
    assert cells == ["只给较高的一项", "两项都给", "100,000 元", "150,000 元"]
    assert "按另一种读法多 50,000 元" in card
    assert "reading-table" not in show("shaoxing", "base-award", **{**base, "base_rank": "nation"})


@policies
def test_only_money_and_help_are_called_benefits(policy: Policy) -> None:
    for finding in assess(policy, {}).findings:
        word = say_status(finding.outcome)
        if not finding.provision.is_benefit:
            assert word != "可享受"


def test_a_duty_a_procedure_and_a_form_have_words_of_their_own() -> None:
    facts = {"is_recognised_base": True, "as_of": "2019-01-01", "notice_start": "2018-09-28"}
    assert "应当做到" in show("dalian", "base-duties", **facts)
    assert "办理程序" in show("dalian", "recognition-procedure", **facts)
    assert "申请用表" in show("dalian", "recognition-form", **facts)
    aloud = speak(ask("dalian", **facts))
    for provision in POLICIES["dalian"].provisions:
        assert provision.is_benefit or f"{provision.title}：可享受" not in aloud
    told = summarize(ask("dalian", "employer", **facts))
    assert "办理程序 1 项，另看规定 1 项，由主管部门组织 1 项，应当做到 1 项，申请用表 1 项" in told


def test_for_what_comes_unasked_nobody_is_told_to_apply() -> None:
    facts = {"is_recognised_base": True, "as_of": "2019-01-01", "is_enterprise": True, "work_is_outstanding": True}
    card = read(show("dalian", "credit-nomination", **facts))
    assert "由主管部门推荐" in card
    assert "不用申请，由市级就业管理服务机构每年考核、推荐（管理（三））。" in card
    assert "向哪里申请" not in card
    assert "不用申请" not in show("dalian", "credit-nomination", **{**facts, "work_is_outstanding": False})
    assert "不用申请" not in show("dalian", "base-recognition", **facts)


def test_the_end_of_a_notice_is_its_main_result() -> None:
    card = show("dalian", "recognition-procedure", notice_start="2018-09-28")
    assert '<strong class="amount">公示最后一天：2018-10-10</strong>' in card


def test_a_range_names_what_it_depends_on() -> None:
    facts = {
        **POOR,
        "home": "ningxia",
        "employer_kind": "workshop",
        "is_in_poor_village": True,
        "months_employed": 12,
        "is_local_employer": True,
    }
    assert "还缺： 吸纳人数" in read(show("ningxia", "carrier-subsidy", **facts))
    open_ = read(show("ningxia", "carrier-subsidy", employer_kind="workshop", is_insured=True))
    assert "其中决定金额的： 吸纳人数" in open_


def test_evidence_is_there_to_tick_and_nothing_is_ticked_beforehand() -> None:
    card = show("ningxia", "transport-subsidy", **POOR)
    assert card.count('type="checkbox"') == 2
    assert "checked" not in card
    for number in (1, 2):
        assert f'for="tick-transport-subsidy-{number}"' in card


@policies
def test_where_to_apply_is_told_from_the_text_or_said_to_be_missing(policy: Policy) -> None:
    for item in ask(policy.id).provisions:
        finding = item.finding
        if finding.concerns() and finding.provision.effect.can_be_claimed:
            office, card = finding.provision.office, read(render_finding(item).html)
            unknown = "哪个部门文件未写明" if finding.provision.unasked else "文件未写明经办机构"
            assert (office.text if office else unknown) in card
            assert finding.provision.paid_from in card


def test_until_when_to_claim_is_the_text_s_own_day_or_said_to_be_missing() -> None:
    assert "最晚申领 2021-12-31" in " ".join(read(show("shaoxing", "rent-subsidy")).split())
    assert "最晚申领 文件未写明" in " ".join(read(show("ningxia", "carrier-subsidy")).split())


def test_what_could_not_be_used_is_said_with_its_reason() -> None:
    html = render_result(ask("jining", "worker"), ("“按哪一天测算？”填得不对，这次没有用它计算：年份没有填。",), THEN)
    assert "没有用它计算：年份没有填。" in read(html)


# Days


DATED = {"home": "wanzhou", "is_registered_poor": True, "works_here": True, "still_employed": True}


def test_the_timeline_s_table_and_picture_show_the_same_days() -> None:
    agenda = ask("jining", "worker", **DATED, job_start="2020-05-15", as_of="2020-10-15").agenda
    assert len(agenda) == 6
    table, picture = str(tabulate_agenda(agenda)), str(draw_agenda(agenda))
    assert table.count("<tr>") == len(agenda) + 1
    assert picture.count("<circle") == len(agenda)
    for entry in agenda:
        assert entry.day
        assert spell_date(entry.day) in table
        assert entry.title in picture
    assert "style=" not in picture


def test_without_a_day_there_is_no_timeline() -> None:
    assert render_timeline(ask("jining", **WANZHOU).agenda, THEN) is None


def test_a_long_timeline_is_folded_up() -> None:
    facts = {"home": "daguan", "works_here": True, "job_start": "2018-01-01", "still_employed": True}
    agenda = ask("zhongshan", **facts, as_of="2019-06-01").agenda
    assert len(agenda) == 12
    assert "<summary>逐笔列出（12 笔）" in str(render_timeline(agenda, THEN))


# Files


def test_the_page_writes_its_files() -> None:
    form = {"who": "worker", "home": "wanzhou", "is_registered_poor": "yes", "works_here": "yes"}
    form |= {"job_start.year": "2020", "job_start.month": "5", "job_start.day": "15", "still_employed": "yes"}
    form |= {"as_of.year": "2020", "as_of.month": "10", "as_of.day": "15"}
    page = PAGES["jining"]
    calendar, data = page.write_file(form, "calendar"), page.write_file(form, "data")
    assert calendar and data
    assert (calendar.name, calendar.media_type) == ("jining-policy-calculator.ics", "text/calendar")
    assert calendar.text.count("BEGIN:VEVENT") == 6
    assert data.name == "jining-policy-calculator.json"
    assert json.loads(data.text)["totals"][0]["min"] == "6500.00"
    assert page.write_file(form, "nothing") is None


def test_the_data_file_is_the_contract() -> None:
    answered = ask("jining", **WANZHOU)
    assert json.loads(print_answer(answered)) == json.loads(json.dumps(build_answer(answered)))


def test_files_are_offered_only_where_there_is_something_in_them() -> None:
    assert "data-file" not in str(render_result(ask("jining", "worker"), (), THEN))
    undated = str(render_result(ask("jining", "worker", **WANZHOU), (), THEN))
    assert 'data-file="data"' in undated
    assert 'data-file="calendar"' not in undated
    dated = str(render_result(ask("jining", "worker", **DATED, job_start="2020-05-15", as_of="2020-10-15"), (), THEN))
    assert 'data-file="calendar"' in dated


def ask_page(policy: str, **form: str) -> str:
    reply = json.loads(answer(json.dumps({"page": policy, "form": form})))
    return put_together(reply["patches"])["calculator-result"]


def test_the_page_shows_an_exclusion_that_only_the_other_reading_has() -> None:
    form = dict.fromkeys(("works_here", "is_job_registered", "is_insured", "is_registered_poor"), "yes")
    form |= {"home": "wanzhou", "months_employed": "8", "contract_months": "12", "has_certificate": "yes"}
    form |= {"training_days": "40", "workers_trained": "2", "skill_level": "technician", "minimum_wage": "1900"}
    form |= dict.fromkeys(("is_enterprise", "employer_ran_training", "is_work_as_training"), "yes")
    form |= {"work_as_training_days": "30", "workers_trained_at_work": "2"}
    form |= {f"work_as_training_start.{part}": each for part, each in (("year", "2020"), ("month", "9"), ("day", "1"))}
    form |= {f"training_start.{part}": value for part, value in (("year", "2020"), ("month", "7"), ("day", "1"))}
    form |= {f"certificate_date.{part}": value for part, value in (("year", "2020"), ("month", "8"), ("day", "20"))}
    form |= {f"contract_date.{part}": value for part, value in (("year", "2020"), ("month", "6"), ("day", "1"))}
    assert "不能重复享受的项目" in ask_page("jining", who="worker", is_trained_by_home="no", is_trained="yes", **form)


def test_whoever_may_be_paid_is_asked_and_who_is_not_is_not_told_so() -> None:
    assert "接下来最值得回答" in ask_page("ningxia", who="trainer")
    own = {"is_registered_poor": "yes", "home": "ningxia", "training_mode": "own-choice", "has_certificate": "yes"}
    assert "职业技能培训补贴付给谁" not in ask_page("ningxia", who="trainer", **own)
    assert "职业技能培训补贴付给谁" in ask_page("ningxia", who="worker", **own)


def test_every_kind_answered_stands_on_the_sheet_and_the_form_keeps_the_applicant_s_own_words() -> None:
    form = {"who": "employer", "employer_kind": "small-enterprise,domestic-service", "helped_hired": "3"}
    form |= {"unit_type": "有限责任公司"}
    asked = {"page": "dalian", "form": form, "wants": "sheet", "address": "https://example.org/"}
    sheet = json.loads(answer(json.dumps(asked)))["patches"]["calculator-sheet"]
    assert sheet.count("<dt>单位类型</dt><dd>家政服务类企业、中小微企业</dd>") == 1
    assert sheet.count('<tr><th scope="row">单位类型</th><td>有限责任公司</td></tr>') == 1
    link = json.loads(answer(json.dumps({**asked, "wants": "link"})))["link"]
    assert "employer_kind=domestic-service,small-enterprise&" in f"{link}&"
