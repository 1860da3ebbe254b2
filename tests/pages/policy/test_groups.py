"""A unit's groups in the form: added, filled, taken away, carried by links; no question speaks of one worker."""

import json
import re
from typing import Any

import pytest

from calc.facts.groups import GROUPS, MOST_GROUPS
from calc.pages import PAGES
from calc.pages.policy.groups import list_group_facts, word_question
from calc.policies import POLICIES
from calc.rules.policy import Policy
from tests.replies import Element, Reply

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
UNITS = ("employer", "carrier", "agent", "sender")
WORKSHOP = {
    "who": "carrier",
    "employer_kind": "workshop",
    "is_in_poor_village": "yes",
    "is_local_employer": "yes",
    "home": "ningxia",
    "is_registered_poor": "yes",
    "has_contract": "yes",
    "is_fully_insured": "yes",
    "workers_hired": "28",
    "months_employed": "12",
}
SECOND = {"2.home": "ningxia", "2.is_registered_poor": "yes", "2.has_contract": "yes", "2.is_fully_insured": "yes"}


def ask(form: dict[str, str]) -> Reply:
    return Reply("ningxia", form)


def press(reply: Reply, words: str) -> dict[str, str]:
    """What a button puts into the form."""
    (button,) = (each for each in reply.elements if each.tag == "button" and each.text == words)
    filled: dict[str, str] = json.loads(button.get("data-fill"))
    return filled


BROKER = {
    "who": "agent",
    "agent_kind": "broker",
    "workers_placed": "7",
    "home": "sichuan-paired",
    "is_registered_poor": "yes",
    "works_here": "yes",
    "still_insured": "yes",
    "still_employed": "yes",
}


def write_day(fact: str, year: str, month: str, day: str) -> dict[str, str]:
    return {f"{fact}.year": year, f"{fact}.month": month, f"{fact}.day": day}


def card(reply: Reply) -> Element:
    return reply.find("result-carrier-subsidy")


def list_order(reply: Reply) -> Any:
    return json.loads(reply.find("guide").get("data-order"))


@pytest.mark.parametrize(
    ("months", "heads", "amount"),
    [
        ("12", "35 人都算。", "60,000 元"),
        ("11", "35 人里 28 人算。第 2 批 7 人不算：在职月数还差 1 个月。", "30,000 元"),
    ],
)
def test_a_card_says_how_many_count_and_why_the_others_do_not(months: str, heads: str, amount: str) -> None:
    told = ask({**WORKSHOP, **SECOND, GROUPS: "2", "2.workers_hired": "7", "2.months_employed": months})
    assert heads in card(told).text
    assert amount in card(told).text
    row = next(each for each in told.elements if each.tag == "summary" and card(told) in each.around)
    assert ("28 人算" in row.text) == (months == "11")


def test_a_further_group_takes_over_what_was_chosen_and_asks_for_numbers() -> None:
    reply = ask({**WORKSHOP, GROUPS: "2", **dict.fromkeys(SECOND, "")})
    assert {name: reply.find(f"told-{name.replace('.', '-')}").text for name in SECOND} == {
        "2.home": "没有填，就照第 1 批：宁夏。",
        "2.is_registered_poor": "没有填，就照第 1 批：是。",
        "2.has_contract": "没有填，就照第 1 批：是。",
        "2.is_fully_insured": "没有填，就照第 1 批：是。",
    }
    assert not any(name.startswith("2.") for name in reply.typed())
    assert list_order(reply)[:2] == ["2.workers_hired", "2.job_start"]
    assert "去掉第 2 批" in reply.find("groups").text


def test_what_is_not_known_of_a_group_is_not_taken_from_the_first() -> None:
    form = {**WORKSHOP, GROUPS: "2", "2.workers_hired": "7", "2.months_employed": "12", "2.has_contract": "unknown"}
    assert "35 人里 28 至 35 人算。第 2 批 7 人还缺签订合同。" in card(ask(form)).text


def test_an_answer_in_the_new_group_is_its_own() -> None:
    reply = ask({**WORKSHOP, **SECOND, GROUPS: "2", "2.has_contract": "no", "2.workers_hired": "7"})
    assert reply.typed()["2.has_contract"] == "no"
    assert "35 人里 28 人算。第 2 批 7 人不算：签订合同：否。" in card(reply).text


def test_a_group_that_is_taken_away_lets_those_behind_it_move_up() -> None:
    third = {name.replace("2.", "3.", 1): value for name, value in SECOND.items()}
    form = {**WORKSHOP, **SECOND, **third, GROUPS: "3", "2.workers_hired": "7", "3.workers_hired": "9"}
    filled = press(ask(form), "去掉第 2 批")
    assert (filled[GROUPS], filled["2.workers_hired"], filled["3.workers_hired"]) == ("2", "9", "")
    assert "2.workers_hired" not in ask({**form, **filled, GROUPS: "1"}).typed()


def find_split(reply: Reply, name: str) -> Element:
    """The button at a question that parts a group."""
    question = reply.find(f"q-{name}")
    (split,) = (each for each in reply.elements if each.tag == "button" and question in each.around)
    return split


@pytest.mark.parametrize("count", ["", "1", "2"])
def test_parting_people_who_differ_keeps_what_is_answered_and_leads_to_the_new_group(count: str) -> None:
    split = find_split(ask({**WORKSHOP, GROUPS: count}), "has_contract")
    added = int(count or "1") + 1
    assert json.loads(split.get("data-fill")) == {GROUPS: str(added)}
    assert split.get("data-leads") == f"f-{added}-has_contract-yes"
    parted = ask({**WORKSHOP, GROUPS: str(added)})
    assert parted.typed().items() >= WORKSHOP.items() - {("who", "carrier")}
    assert parted.find(split.get("data-leads")) in parted.elements
    assert f"{added}.has_contract" in parted.shown()


def test_parting_at_an_open_question_stays_there() -> None:
    unsaid = {name: value for name, value in WORKSHOP.items() if name != "has_contract"}
    assert find_split(ask(unsaid), "has_contract").get("data-leads") == "f-has_contract-yes"


def test_whoever_has_counted_all_is_told_that_the_number_stands_with_the_first_group() -> None:
    reply = Reply("shaoxing", {**BROKER, GROUPS: "2"})
    assert reply.typed()["workers_placed"] == "7"
    assert reply.find("hint-workers_placed").text == "只数第 1 批的人。"
    told = "只数第 2 批的人。第 1 批填了 7 人：里面要是也数了这一批，请把第 1 批改少。"
    assert reply.find("hint-2-workers_placed").text == told


@pytest.mark.parametrize("day", [("2020", "11", "10"), ("2020", "9", "1")])
def test_the_first_day_of_a_job_stays_asked_while_the_months_in_it_rest_on_it(day: tuple[str, str, str]) -> None:
    first = {**BROKER, **write_day("job_start", "2019", "3", "1"), **write_day("insured_since", "2019", "3", "1")}
    form = {**first, GROUPS: "2", "2.workers_placed": "3", **write_day("2.insured_since", *day)}
    assert "2.job_start" in Reply("shaoxing", form).shown()


def test_no_more_groups_than_the_form_can_hold() -> None:
    reply = ask({**WORKSHOP, GROUPS: str(MOST_GROUPS)})
    assert not any(each.text in ("再加一批", "各人不一样，分批填") for each in reply.elements if each.tag == "button")
    assert Reply("ningxia", {**WORKSHOP, GROUPS: "999999999999"}).typed() == ask(WORKSHOP).typed()


def test_a_link_carries_groups_and_an_older_one_is_one_group() -> None:
    form = {**WORKSHOP, **SECOND, GROUPS: "2", "2.workers_hired": "7", "2.job_start.year": "2019"}
    form |= {"2.job_start.month": "11", "2.job_start.day": "01", "2.still_employed": "yes"}
    link = PAGES["ningxia"].write_link(form)
    assert "groups=2" in link and "2.job_start=2019-11-01" in link
    opened = PAGES["ningxia"].open_link(f"#{link}", {})
    assert opened.fill == form
    older = PAGES["ningxia"].write_link(WORKSHOP)
    assert GROUPS not in older
    assert PAGES["ningxia"].open_link(f"#{older}", {}).fill == WORKSHOP


def test_a_mistake_in_a_group_stands_at_its_field() -> None:
    form = {**WORKSHOP, **SECOND, GROUPS: "2", "2.workers_hired": "7", "2.months_employed": "many"}
    reply = Reply("ningxia", form, submitted=True)
    assert reply.find("f-2-months_employed").get("aria-invalid") == "true"
    assert "第 2 批“已经连续稳定工作满几个月？”" in reply.find("calculator-errors").text


def test_all_groups_together_are_no_more_than_the_staff() -> None:
    raw = {"who": "carrier", "employer_kind": "workshop", "staff": "30", "workers_hired": "20", GROUPS: "2"}
    reply = Reply("jining", {**raw, "2.workers_hired": "11", "2.home": "wanzhou"}, submitted=True)
    assert "各批加起来 31 人，多于“单位职工总数是多少？”的 30 人" in reply.find("calculator-errors").text
    fits = Reply("jining", {**raw, "2.workers_hired": "10", "2.home": "wanzhou"}, submitted=True)
    assert "各批加起来" not in fits.find("calculator-errors").text


@policies
def test_no_question_of_a_unit_speaks_of_one_worker(policy: Policy) -> None:
    for who in UNITS:
        facts = list_group_facts(policy, who)
        reply = Reply(policy.id, {"who": who, GROUPS: "2", "workers_hired": "35", "workers_placed": "35"})
        if not facts:
            assert GROUPS not in reply.shown()
            continue
        for name in reply.shown() - {GROUPS}:
            words = reply.find(f"q-{name}").text.split("为什么问这个")[0]
            assert not [word for word in ("本人", "您", "劳动者") if word in words], words
            assert "都" not in words.split("？")[0] or "都不是" in words, words
            assert "“是”" not in words or "都不是" not in words, words


@policies
@pytest.mark.parametrize(("who", "heads"), [("worker", ""), ("carrier", "35")])
def test_until_which_day_is_asked_is_named_where_the_policy_has_ended(policy: Policy, who: str, heads: str) -> None:
    end = policy.term.end
    for fact in set(policy.facts) & {"still_employed", "still_insured"}:
        words = word_question(policy, fact, who, {"workers_hired": heads})
        assert "到测算那天" in words.label
        assert ("没有另填测算日期的，指政策最后一天" in words.hint) is (end is not None)
        assert str(end or "") in words.hint


@policies
def test_only_units_are_asked_about_other_people(policy: Policy) -> None:
    for who in ("worker", "family", "park", "all"):
        reply = Reply(policy.id, {"who": who, GROUPS: "3"})
        assert GROUPS not in reply.shown()
        assert not any(name.startswith("2.") for name in reply.typed())


def test_the_sheet_and_the_list_of_answers_name_every_group() -> None:
    form = {**WORKSHOP, **SECOND, GROUPS: "2", "2.workers_hired": "7", "2.months_employed": "11"}
    answers = ask(form).find("calculator-answers").text.replace(" 更改", "")
    assert "第 2 批在职月数11 个月" in answers and "第 1 批在职月数12 个月" in answers
    sheet = str(PAGES["ningxia"].lay_sheet(form, "https://example.org/").as_json())
    assert "第 2 批在职月数" in sheet and "35 人里 28 人算" in sheet
    given = re.findall("<dt>第 ([12]) 批(.*?)</dt>", sheet)
    of_first, of_second = ({name for number, name in given if number == group} for group in "12")
    assert of_first == of_second and "吸纳人数" in of_first
    assert "第 1 批载体类型" not in sheet
    alone = {name: text for name, text in form.items() if name != GROUPS}
    assert "第 1 批" not in str(PAGES["ningxia"].lay_sheet(alone, "https://example.org/").as_json())


def test_whether_all_are_alike_is_asked_before_they_are_counted() -> None:
    """Whoever has counted all of them would leave that number to the first group."""
    order = list_order(ask({"who": "carrier", "employer_kind": "workshop"}))
    assert order.index(GROUPS) < order.index("workers_hired") < order.index("job_start")
