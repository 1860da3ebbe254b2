"""The compare page says what `compare` found: in its order, with its sums, reasons and missing facts."""

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.engine.compare import compare, is_of_placement, rank_missing, rank_regions
from calc.engine.supposed import NOT_ASKED
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.check import sift_facts
from calc.facts.link import open_link
from calc.facts.questions import Choice, Choices, Day, YesNo
from calc.pages import PAGES
from calc.pages.compare.calculator import EXAMPLES
from calc.pages.compare.comparison import link_region
from calc.pages.compare.form import FIRST, PERSON, PLACEMENT, list_facts, render_compare_form
from calc.pages.compare.sums import RULE, say_beside, say_possible
from calc.pages.policy.day_asked import suppose_day
from calc.pages.submission import fill_fields, read_submission
from calc.parts.field import FormState, first_field
from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.values.money import Kind, say_yuan
from tests.replies import HOSTILE, Reply
from tests.worlds import some_of

WORKER = {"home": "wanzhou", "is_registered_poor": "yes", "months_employed": "8"}
BROKER = next(form for name, form in EXAMPLES.items() if "经纪人介绍" in name)


def usual_day(policy: Policy, answers: Answers) -> Answers:
    return suppose_day(policy, answers, date.today())


kinds = pytest.mark.parametrize("who", [PERSON, PLACEMENT])


def ask(form: dict[str, str], submitted: bool = False) -> Reply:
    return Reply("compare", form, submitted)


def rows(reply: Reply) -> dict[str, str]:
    """The text of each row of the table without its disclosure, by region."""
    elements = reply.patches["calculator-result"]
    found = {}
    for item in elements:
        if item.get("id").startswith("region-"):
            row = next(element for element in item.around if element.tag == "tr")
            found[item.get("id").removeprefix("region-")] = row.text.replace(item.text, "")
    return found


@kinds
@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_every_figure_is_that_of_compare(example: dict[str, str], who: str) -> None:
    form = {**example, "who": who}
    answers = read_submission(list_facts(who), form, is_submitted=False).answers
    results = rank_regions(compare(answers, is_placement=who == PLACEMENT, add=usual_day))
    shown = rows(ask(form))
    assert list(shown) == [result.policy.id for result in results]
    assert results[0].sure > 0
    for result in results:
        text = shown[result.policy.id]
        if result.granted or result.open:
            for item in result.sums:
                assert not item.sure or f"能领 {say_yuan(item.sure)}" in text
                assert say_possible(item) in text
        else:
            assert "没有" in text
            assert "元" not in text
        for beside in say_beside(result):
            assert beside in text


def test_money_of_two_payees_never_stands_in_one_figure() -> None:
    text = rows(ask(dict(BROKER)))["shaoxing"]
    for said in ("劳动者能领 8,000 元", "劳务中介、经纪人能领 2,000 元"):
        assert said in text
    reply = ask(dict(BROKER))
    assert "10,000 元" not in reply.find("calculator-result").text
    assert "在绍兴最多，能领 劳动者 8,000 元，劳务中介、经纪人 2,000 元。" in reply.json["announce"]


def test_a_sum_says_what_it_becomes_by_another_reading() -> None:
    text = rows(ask({"who": PERSON, **WORKER}))["jining"]
    assert "能领 7,500 元" in text
    assert "另一种读法（从第四个月起算）是 6,500 元" in text


def test_what_another_reading_grants_stands_where_the_default_refuses() -> None:
    form = {**BROKER, "home": "sichuan-other", "who": PERSON}
    assert "换一种读法能领：就业稳岗补贴、探亲补贴" in rows(ask(form))["shaoxing"]
    assert "另一种读法（四川、贵州、湖北、吉林四个省全省）是 8,000 元" in rows(ask(form))["shaoxing"]
    text = ask(form).find("region-shaoxing").text
    assert "不能领 ；另一种读法（四川、贵州、湖北、吉林四个省全省）：能领 3,000 元" in text


def test_the_rule_by_which_regions_are_ranked_is_one_sentence() -> None:
    assert RULE in ask({"who": PERSON, **WORKER}).find("calculator-result").text
    assert RULE.count("。") == 1


def test_a_notice_of_several_regions_is_said_once() -> None:
    reply = ask({"who": PERSON, **WORKER, "as_of.year": "2022", "as_of.month": "5", "as_of.day": "1"})
    text = reply.find("calculator-result").text
    assert text.count("改填“入职日期”") == 1
    assert "政策已于 2021-12-31 到期" in reply.find("region-jining").text
    assert "申领截止日期是 2021-12-31" in reply.find("region-shaoxing").text


def test_dates_are_asked_before_months() -> None:
    shown = ask({"who": PERSON, "home": "wanzhou", "is_registered_poor": "yes"}).shown()
    assert "job_start" in shown
    assert "months_employed" not in shown
    assert "months_employed" in ask({"who": PERSON, **WORKER}).shown()  # an older link gave them
    before = str(render_compare_form(FormState()))
    assert re.search(r'id="q-months_employed"[^>]* hidden', before)
    assert not re.search(r'id="q-job_start"[^>]* hidden', before)


@pytest.mark.parametrize(
    ("who_trained", "said"),
    [
        ({"employer_ran_training": "yes", "is_work_as_training": "no"}, "最高"),
        ({"is_trained_by_home": "yes"}, "金额按规定"),
    ],
    ids=["ceiling", "not stated"],
)
def test_a_ceiling_and_what_is_not_stated_stand_beside_the_sure_sum(who_trained: dict[str, str], said: str) -> None:
    facts = {
        "home": "wanzhou",
        "is_registered_poor": "yes",
        "skill_level": "junior",
        "is_willing_to_train": "yes",
        "is_trained": "yes",
        "has_certificate": "yes",
        "training_start": "2020-05-01",
        "as_of": "2020-10-01",
        **who_trained,
    }
    results = compare(sift_facts(facts).answers, is_placement=True)
    for result in results:
        ceilings = [item for item in result.benefits if item.amount and item.amount.kind is Kind.CEILING]
        bounds = [item.ceiling for item in result.sums if item.ceiling]
        assert bool(bounds) == bool(ceilings)
        assert all(say_yuan(bound) in " ".join(say_beside(result)) for bound in bounds)
        for item in result.granted:
            if item.amount and item.amount.kind is Kind.NOT_STATED:
                assert item.provision.title in " ".join(say_beside(result))
    assert any(said in text for result in results for text in say_beside(result))


def test_what_no_placement_brings_is_named_and_never_added() -> None:
    apart = {item.provision.id for result in compare({}, is_placement=True) for item in result.apart}
    assert {"incubator-award", "agency-staff-subsidy", "job-fair-subsidy", "promotion"} <= apart
    entrusted = {"is_entrusted": True, "meets_target": True, "plan_year": "2018"}
    zhongshan = {result.policy.id: result for result in compare(sift_facts(entrusted).answers, is_placement=True)}[
        "zhongshan"
    ]
    assert zhongshan.sure == 0
    assert all(is_of_placement(item.provision) for item in zhongshan.concerned)
    assert "没有比：劳务机构运营费用" in ask({"who": PLACEMENT}).find("region-zhongshan").text


WORKSHOP = {
    "is_registered_poor": "yes",
    "months_employed": "12",
    "has_contract": "yes",
    "is_insured": "yes",
    "employer_kind": "workshop",
    "staff": "50",
    "is_effective": "yes",
}


@pytest.mark.parametrize(
    ("home", "region", "award"),
    [("ningxia", "ningxia", "就业扶贫载体一次性补贴"), ("wanzhou", "jining", "就业扶贫基地（车间）一次性奖补")],
)
def test_an_award_for_many_is_not_refused_for_one(home: str, region: str, award: str) -> None:
    text = ask({"who": PLACEMENT, "home": home, **WORKSHOP}).find(f"region-{region}").text
    assert f"{award}" in text.partition("没有比：")[2].partition("。")[0]
    assert "吸纳人数：1 人" not in text
    elsewhere = ask({"who": PLACEMENT, "home": "other", **WORKSHOP}).find(f"region-{region}").text
    assert award not in elsewhere.partition("没有比：")[2].partition("。")[0]


def test_no_region_is_said_to_have_a_sure_sum_of_nothing() -> None:
    reply = ask({"who": PERSON, **WORKER})
    assert not any("能领 0.00" in element.text for element in reply.elements)


def test_one_person_is_never_left_out_as_an_institution() -> None:
    assert not any(result.apart for result in compare({}))


def test_why_not_is_said_once_for_each_reason() -> None:
    text = ask({"who": PERSON, **WORKER}).find("region-zhongshan").text
    assert text.count("户籍所在地：重庆市万州区") == 1
    assert "所以不能领：" in text
    assert "就业补助" in text
    outsider = ask({"who": PLACEMENT, **WORKER}).find("region-ningxia").text
    assert "不是这项政策的对象，单位、中介计 0 人" in outsider
    assert "× " not in outsider


def test_a_grade_that_pays_nothing_is_a_reason() -> None:
    form = {"who": PERSON, "home": "ningxia", "is_registered_poor": "yes", "premium_help": "all"}
    assert "政府代缴情况：已全额代缴" in ask(form).find("region-ningxia").text


@kinds
def test_what_is_missing_links_to_questions_that_are_shown(who: str) -> None:
    reply = ask({"who": who, "home": "daguan"})
    results = compare({"home": "daguan"}, is_placement=who == PLACEMENT, add=usual_day)
    asked = {f"#{first_field(fact)}": fact for fact in CATALOGUE}
    hrefs = [element.get("href") for element in reply.patches["calculator-result"] if element.tag == "a"]
    links = {asked[href] for href in hrefs if href.startswith("#f-")}
    assert links
    assert links <= reply.shown()
    assert links <= set(rank_missing(results))
    assert reply.shown() >= set(rank_missing(results))
    assert "接下来最值得回答： 是建档立卡贫困劳动力吗？ 从哪一天开始工作？ " in reply.find("calculator-result").text


def test_few_questions_stand_open_and_the_rest_is_closed_away() -> None:
    def shown_openly(form: dict[str, str]) -> set[str]:
        reply = ask(form)
        special = reply.find("more-questions")
        closed = {item.get("id") for item in reply.patches["calculator-form"] if special in item.around}
        return {fact for fact in reply.shown() if f"q-{fact}" not in closed}

    for who in (PERSON, PLACEMENT):
        assert shown_openly({"who": who}) >= {"home", "is_registered_poor", "job_start"}
        assert shown_openly({"who": who}) <= set(FIRST)
    # the day compares better than the months of an older link
    assert shown_openly({"who": PERSON, **WORKER}) == {"home", "is_registered_poor", "job_start"}
    assert {"months_employed", "as_of"} <= ask({"who": PERSON, **WORKER}).shown()


def test_nobody_need_name_a_day() -> None:
    dated = {"who": PERSON, "home": "wanzhou", "is_registered_poor": "yes", "still_employed": "yes"}
    dated |= {"job_start.year": "2020", "job_start.month": "3", "job_start.day": "1"}
    reply = ask(dated)
    assert "在济宁最多，能领 7,500 元" in reply.find("calculator-result").text
    assert "as_of" in reply.shown()
    assert "as_of" not in PAGES["compare"].write_link(dated)
    links = [item.get("href") for item in reply.patches["calculator-result"] if "/#v=" in item.get("href")]
    assert len(links) == len(POLICIES)
    assert not any("as_of" in link for link in links)


def test_the_sum_of_it_says_where_most_is_what_is_open_and_why_not_elsewhere() -> None:
    def sum_up(**answers: str) -> str:
        reply = ask({"who": PERSON, **answers})
        return next(item.text for item in reply.patches["calculator-result"] if item.get("class") == "verdict")

    assert sum_up(**WORKER) == (
        "在济宁最多，能领 7,500 元（另一种读法是 6,500 元）。没问清的：济宁 3 项、宁夏 1 项（不发钱）。"
        "中山火炬开发区、绍兴没有：那里的政策不包括这样的人；大连没有：条件不符合。"
        "接下来最值得回答： 本人有劳动能力，并且愿意参加培训吗？ 用人单位是企业吗？ 培训哪一天开始？"
    )
    assert sum_up(home="elsewhere", is_registered_poor="no") == (
        "按所填的，各地都没有能算出来的钱。没问清的：宁夏 1 项（不发钱）。"
        "大连、中山火炬开发区、绍兴、济宁没有：那里的政策不包括这样的人。"
    )
    assert sum_up().startswith("现在还没有哪个地区有确定的钱。没问清的：宁夏 14 项、")
    assert sum_up().endswith("接下来最值得回答： 劳动者户籍在哪里？ 是建档立卡贫困劳动力吗？ 从哪一天开始工作？")


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([PERSON, PLACEMENT]),
    st.sampled_from(sorted(CATALOGUE["home"].options)),  # type: ignore[attr-defined]
    st.sampled_from(["", "yes", "no"]),
    st.sampled_from(["", "8"]),
)
def test_sentence_rows_and_bar_agree_on_what_is_open(who: str, home: str, poor: str, months: str) -> None:
    reply = ask({"who": who, "home": home, "is_registered_poor": poor, "months_employed": months})
    sentence = next(item.text for item in reply.patches["calculator-result"] if item.get("class") == "verdict")
    counted = {POLICIES[region].region: re.search(r"没问清 (\d+) 项", text) for region, text in rows(reply).items()}
    told = {region: found[1] for region, found in counted.items() if found}
    listed = sentence.partition("没问清的：")[2].partition("。")[0].replace("（不发钱）", "")
    assert {name: count for name, count, _ in (each.split() for each in listed.split("、") if each)} == told
    bar = reply.find("calculator-bar").text
    assert (f"{len(told)} 个地区没问清" in bar) == bool(told)
    for region, text in rows(reply).items():
        assert ("没有" in text and "为什么没有" in text) == (f"{POLICIES[region].region}" in _list_empty(sentence))


def _list_empty(sentence: str) -> set[str]:
    groups = re.findall(r"(?:^|[。；])([^。；：]*)没有：", sentence)
    return {region for group in groups for region in group.split("、")}


def test_what_another_reading_leaves_open_is_said_beside_and_not_counted() -> None:
    reply = ask({"who": PERSON, **WORKER})
    assert "换一种读法也许能领：职业技能培训补贴付给谁" in rows(reply)["ningxia"]
    assert "没问清 1 项，不能领 13 项" in rows(reply)["ningxia"]
    assert "职业技能培训补贴付给谁（劳动者） 不能领 ；另一种读法（不要：（五）（九）写了“我区”）：没问清" in (
        reply.find("region-ningxia").text
    )


@kinds
@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_page_and_paper_use_the_words_that_people_read(example: dict[str, str], who: str) -> None:
    form = {**example, "who": who}
    (sheet,) = PAGES["compare"].lay_sheet(form, "https://example.org/compare/").patches.values()
    for text in (ask(form).find("calculator-result").text, str(sheet)):
        assert [word for word in ("可享受", "待补充", "不适用", "不符合 ", "需认定") if word in text] == []
        assert "不能领" in text


def test_a_bound_of_what_is_open_is_only_possible() -> None:
    trained = {"who": PLACEMENT, **WORKER, "is_enterprise": "yes", "employer_ran_training": "yes"}
    trained |= {"is_work_as_training": "no", "has_certificate": "yes"}
    text = rows(ask(trained))["jining"]
    assert "没问清的，可能最高" in text
    assert "另有最高" not in text and "另有用人单位最高" not in text


def test_the_bar_names_the_best_region() -> None:
    assert "济宁 7,500 元" in ask({"who": PERSON, **WORKER}).find("calculator-bar").text
    assert ask({"who": PERSON}).find("calculator-bar").get("hidden") == ask({}).find("calculator-bar").get("hidden")


def test_why_there_is_nothing_is_said_first_where_it_is_asked() -> None:
    reply = ask({"who": PERSON, **WORKER})
    assert reply.find("region-shaoxing").text.startswith(POLICIES["shaoxing"].audience)
    assert reply.find("region-dalian").text.startswith("户籍所在地：重庆市万州区。")
    assert POLICIES["jining"].audience not in reply.find("region-jining").text
    shown = rows(reply)
    assert "为什么没有" in shown["shaoxing"]
    assert "为什么没有" not in shown["jining"]


def test_what_is_supposed_is_not_asked_and_nothing_else_is_lost() -> None:
    assert NOT_ASKED.isdisjoint(list_facts(PLACEMENT))
    assert set(list_facts(PERSON)) < set(list_facts(PLACEMENT))
    reply = ask({"who": PERSON})
    asked = {
        item.get("id").removeprefix("q-")
        for item in reply.patches["calculator-form"]
        if item.get("id").startswith("q-")
    }
    assert asked == set(list_facts(PLACEMENT))


def test_no_question_names_one_place() -> None:
    for element in ask({"who": PLACEMENT}).patches["calculator-form"]:
        assert "{place}" not in element.text
    assert "第一次来当地就业是哪一天" in ask({"who": PLACEMENT}).find("q-first_came").text


@kinds
def test_a_region_opens_with_the_answers_and_without_complaints(who: str) -> None:
    answers = sift_facts({**WORKER, "is_insured": "yes", "job_start": "2020-01-15"}).answers
    for result in compare(answers, is_placement=who == PLACEMENT):
        page, _, fragment = link_region(result, who).partition("#")
        assert page == f"../policies/{result.policy.id}/"
        opened = open_link(fragment, ("who", *result.policy.facts))
        assert opened.complaints == ()
        assert {fact: opened.values[fact] for fact in WORKER if fact in result.policy.facts} == {
            fact: WORKER[fact] for fact in WORKER if fact in result.policy.facts
        }
        reply: Any = PAGES[result.policy.id].open_link(fragment, {})
        assert "works_here" not in result.policy.facts or reply.fill["works_here"] == "yes"


def test_a_link_to_the_comparison_comes_back_as_it_was() -> None:
    form = dict(BROKER)
    fragment = PAGES["compare"].write_link(form)
    reply = PAGES["compare"].open_link(fragment, {})
    assert reply.fill == {**fill_fields(open_link(fragment, ("who", *CATALOGUE)).values)}
    assert {name: str(int(value)) if value.isdigit() else value for name, value in (reply.fill or {}).items()} == {
        **form,
        "employer_contribution": "800.00",
    }


def test_the_listener_hears_the_sums() -> None:
    reply = ask({"who": PERSON, **WORKER})
    assert "在济宁最多，能领 7,500 元" in reply.json["announce"]
    assert reply.find("spoken-result").text == reply.json["announce"]
    assert "还没有哪个地区有确定的钱" in ask({"who": PERSON, "home": "wanzhou"}).json["announce"]
    assert ask({"who": PERSON}).json["announce"] == ""


def test_the_sheet_says_the_same() -> None:
    reply = PAGES["compare"].lay_sheet({"who": PERSON, **WORKER}, "https://example.org/compare/")
    (sheet,) = reply.patches.values()
    html = str(sheet)
    text = re.sub(r"<[^>]*>", "", html)
    assert "能领 7,500 元" in text
    assert "测算结果 · 仅供参考 · 以经办机构审核为准" in text
    assert "重庆市万州区" in text
    assert 'id="region-' not in html


# Whatever is typed


def values() -> st.SearchStrategy[dict[str, str]]:
    fields: dict[str, st.SearchStrategy[str]] = {"who": st.sampled_from((PERSON, PLACEMENT))}
    for fact in list_facts(PLACEMENT):
        question = CATALOGUE[fact]
        if isinstance(question, Choice):
            fields[fact] = st.sampled_from(("", *question.options))
        elif isinstance(question, Choices):
            fields[fact] = st.just("") | some_of(question).map(question.spell)
        elif isinstance(question, YesNo):
            fields[fact] = st.sampled_from(("", "yes", "no", "unknown"))
        elif isinstance(question, Day):
            fields |= {
                f"{fact}.{part}": st.sampled_from(("", "2020", "2", "30", "x")) for part in ("year", "month", "day")
            }
        else:
            fields[fact] = st.sampled_from(("", "12", "-1", "x", HOSTILE))
    return st.fixed_dictionaries({}, optional=fields)


@settings(max_examples=15)
@given(values(), st.booleans())
def test_whatever_is_typed_stays_and_no_text_becomes_html(form: dict[str, str], submitted: bool) -> None:
    reply = ask(form, submitted)
    assert reply.typed() == {name: value for name, value in form.items() if value}
    for element in reply.elements:
        assert element.tag not in ("script", "img", "style")
        assert "style" not in element.attributes
    ids = [element.get("id") for element in reply.elements if element.get("id")]
    assert len(set(ids)) == len(ids)
    fields = {element.get("id") for element in reply.patches["calculator-form"]}
    for link in reply.links():
        assert submitted
        assert link in fields


def test_a_mistake_is_told_at_its_field_and_on_top() -> None:
    form = {"who": PERSON, "months_employed": "很多"}
    assert "没有用它计算" in ask(form).find("calculator-result").text
    assert list(ask(form).links()) == []
    reply = ask(form, submitted=True)
    assert list(reply.links()) == ["f-months_employed"]
    assert reply.find("error-months_employed").text in f"错误：{reply.find('calculator-errors').text}" or (
        reply.find("error-months_employed").text.removeprefix("错误：") in reply.find("calculator-errors").text
    )
    assert (reply.json["focus"], reply.json["title"]) == ("calculator-errors", "错误：各地比较")


def test_an_answer_as_json_is_stable() -> None:
    form = {"who": PERSON, **WORKER}
    assert json.dumps(ask(form).json) == json.dumps(ask(form).json)
    assert [policy in rows(ask(form)) for policy in POLICIES] == [True] * len(POLICIES)
