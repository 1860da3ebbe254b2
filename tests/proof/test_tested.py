"""A phrase tests what it says: mistakes planted into small policies are found, each said in one sentence."""

import re
from collections import Counter

import pytest

from calc.facts.catalogue import CATALOGUE
from calc.policies import POLICIES
from calc.proof.glossary import GLOSSARY, NAMES, find_terms
from calc.proof.official_text import read_official_text
from calc.proof.phrases import squeeze
from calc.proof.tested import find_faults
from calc.rules import AllOf, AtLeast, Holds, InKind, Is, NotStated, Once, days, fact, months, yuan
from calc.rules.condition import Condition
from calc.rules.document import UNNAMED_FUND, Fund, Note, Unjudged
from calc.rules.effect import Effect
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.section import Section
from calc.rules.spans import EMPLOYMENT
from tests.texts import needs_texts, read_text

POOR = Holds("贫困人员", "is_registered_poor")
FROM_DAGUAN = Is("大关籍", "home", ("daguan",))
STABLE = AtLeast("稳定就业3个月以上", EMPLOYMENT, months(3))
POOR_AT_HOME = (fact("is_registered_poor"), fact("home", "daguan"))
CONTRACT = Holds("签订劳动合同", "has_contract")


def provide(id_: str, pays: Effect, *when: Condition, **rest: object) -> Provision:
    known: dict[str, object] = {"payee": Payee.WORKER, "nature": Nature.REFERENCED, "clause": "一", "title": id_}
    known |= {"gist": "", "fund": None if rest.get("under") else UNNAMED_FUND}
    return Provision(id_, pays=pays, when=when, **{**known, **rest})  # type: ignore[arg-type]


def say_faults(text: str, *provisions: Provision, notes: tuple[Note, ...] = ()) -> list[str]:
    policy = Policy("x", "x", "x", "x", "x", heading="x", people=POOR, provisions=provisions, notes=notes)
    return [str(fault) for fault in find_faults(policy, text)]


def test_a_condition_tests_every_term_of_its_phrase() -> None:
    text = "吸纳大关籍贫困人员的，给予补贴。"
    quoting = provide("a", NotStated("给予补贴"), Is("大关籍贫困人员", "home", ("daguan",)), POOR)
    said = "a: the condition “大关籍贫困人员” does not test 建档立卡贫困劳动力: ask is_registered_poor or helped_hired"
    assert say_faults(text, quoting) == [f"{said}, or quote less."]
    assert say_faults(text, provide("a", NotStated("给予补贴"), FROM_DAGUAN, POOR)) == []
    both = AllOf("大关籍贫困人员", (fact("is_registered_poor"), fact("home", "daguan")))
    assert say_faults(text, provide("a", NotStated("给予补贴"), both)) == []


def test_days_of_any_training_are_no_work_as_training() -> None:
    text = "开展以工代训（时间 30 天以上）的，给予补贴。"
    counting = provide("a", NotStated("给予补贴"), AtLeast("开展以工代训（时间 30 天以上）", "training_days", days(30)))
    misquoted, left = say_faults(text, counting)
    assert misquoted.startswith(
        "a: the condition “开展以工代训（时间 30 天以上）” does not test 以工代训: ask is_work_as"
    )
    assert left.startswith("a: its sentence says 以工代训 (“开展以工代训(时间30天以上)的”), and nothing tests it: ask")


def test_a_condition_on_a_count_tests_whom_it_counts_but_not_where_they_come_from() -> None:
    text = "吸纳大关籍贫困人员10人以上的，给予补贴。"
    counting = AtLeast("吸纳大关籍贫困人员10人以上", "workers_hired", 10)
    faults = say_faults(text, provide("a", NotStated("给予补贴"), counting, POOR, FROM_DAGUAN))
    assert faults == ["a: the condition “吸纳大关籍贫困人员10人以上” does not test 大关县: ask home, or quote less."]


def test_whom_a_condition_counts_need_not_be_asked_of_one_person() -> None:
    text = "年度吸纳贫困人员10人以上的，给予奖补。"
    counted = provide("a", NotStated("给予奖补"), AtLeast("年度吸纳贫困人员10人以上", "poor_hired_in_year", 10))
    assert say_faults(text, counted) == []
    quoting_less = provide("a", NotStated("给予奖补"), AtLeast("10人以上", "poor_hired_in_year", 10))
    (fault,) = say_faults(text, quoting_less)
    assert fault.startswith(
        "a: its sentence says 建档立卡贫困劳动力 (“年度吸纳贫困人员10人以上的”), and nothing tests it"
    )


def test_every_term_of_a_provisions_sentence_is_tested_or_declared() -> None:
    text = "（一）对稳定就业3个月以上的贫困人员，给予补贴。另有企业。\n（二）首次来绍就业的，享受服务。"
    said = "a: its sentence says 稳定就业 (“对稳定就业3个月以上的贫困人员”), and nothing tests it: ask months_employed"
    assert say_faults(text, provide("a", NotStated("给予补贴"), POOR)) == [f"{said}, or declare it Unjudged."]
    assert say_faults(text, provide("a", NotStated("给予补贴"), POOR, STABLE)) == []
    declared = provide("a", NotStated("给予补贴"), POOR, notes=(Unjudged("稳定就业3个月", "由主管部门掌握"),))
    assert say_faults(text, declared) == []
    remarked = provide("a", NotStated("给予补贴"), POOR, notes=(Note("稳定就业3个月", "由主管部门掌握"),))
    assert len(say_faults(text, remarked)) == 1


def test_a_sentence_that_opens_a_part_comes_to_all_that_it_governs() -> None:
    text = "（一）对签订劳动合同的贫困人员，资金从基金中列支。\n1、给予补贴。\n2、给予奖励。"
    fund = Fund("资金从基金中列支", "基金", "（一）")
    governed = Section("（一）", when=(CONTRACT,), fund=fund)
    faults = say_faults(text, *(provide(name, NotStated(name), under=governed) for name in ("给予补贴", "给予奖励")))
    assert [fault.split(" (")[0] for fault in faults] == [
        "给予补贴: its sentence says 建档立卡贫困劳动力",
        "给予奖励: its sentence says 建档立卡贫困劳动力",
    ]
    funded = say_faults(text, provide("a", NotStated("给予补贴"), under=Section("（一）", fund=fund)))
    assert [fault.split(" (")[0] for fault in funded] == [
        "a: its sentence says 劳动合同",
        "a: its sentence says 建档立卡贫困劳动力",
    ]
    assert say_faults(text, provide("a", NotStated("给予补贴"), under=Section("（一）", (CONTRACT, POOR), fund))) == []


def test_what_another_provision_claims_is_its_own() -> None:
    grant, award = Once("给予补贴5元", yuan(5)), NotStated("给予奖励")
    first = provide("a", grant, POOR, fund=Fund("", "基金", ""))

    def say_second(text: str, *when: Condition) -> list[str]:
        return [fault for fault in say_faults(text, first, provide("b", award, *when)) if fault.startswith("b")]

    # What leads in governs all that follows, also behind another grant.
    assert len(say_second("对贫困人员，给予补贴5元，并给予奖励。")) == 1
    # A passage that closes with a grant of its own is closed.
    assert say_second("对贫困人员，给予补贴5元；签订劳动合同的，给予奖励。", CONTRACT) == []
    assert say_second("对贫困人员，给予补贴5元，对签订劳动合同的，给予奖励。", CONTRACT) == []
    # One that grants nothing leads in the next.
    assert len(say_second("支持贫困人员；签订劳动合同的，给予奖励。给予补贴5元。", CONTRACT)) == 1
    # A term that nobody's phrase covers belongs to all whose sentence it is.
    assert len(say_second("对贫困人员，首次来绍就业的，给予补贴5元，并给予奖励。", POOR)) == 1
    # What stands behind a grant and is another's to ask does not come back to it.
    assert say_second("给予奖励，贫困人员给予补贴5元。") == []


def test_a_phrase_that_stands_nowhere_is_left_to_the_guard_of_phrases() -> None:
    assert say_faults("对贫困人员给予补贴。", provide("a", NotStated("给予奖励"), CONTRACT)) == []


def test_what_is_granted_is_not_asked() -> None:
    text = "对贫困人员提供免费岗前培训。"
    assert say_faults(text, provide("a", InKind("提供免费岗前培训"), POOR, nature=Nature.SERVICE)) == []
    assert len(say_faults(text, provide("a", InKind("提供免费"), POOR, nature=Nature.SERVICE))) == 1
    authority = provide("a", InKind("提供免费"), payee=Payee.AUTHORITY, nature=Nature.SERVICE)
    assert say_faults(text, authority) == []


def test_a_condition_asks_what_its_phrase_says() -> None:
    text = "对贫困人员给予补贴。"
    asking = provide("a", NotStated("给予补贴"), AllOf("贫困人员", POOR_AT_HOME))
    said = "a: the condition asks home, which “贫困人员” does not say: quote what says it, or give the phrase a note."
    assert say_faults(text, asking) == [said]
    assert say_faults(text, asking, notes=(Note("贫困人员", "原文没有写户籍"),)) == []
    assert say_faults(text, asking, notes=(Note("给予补贴", "另有说明"),)) == [said]


def test_a_phrase_without_term_or_number_tests_nothing() -> None:
    counting = provide("a", NotStated("给予补贴"), AtLeast("人数较多", "workers_hired", 10))
    assert say_faults("人数较多的，给予补贴。", counting) == [
        "a: the condition “人数较多” has neither a term of the glossary nor a number: quote what it tests."
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("缴纳各项社会保险", ["各项社会保险"]),
        ("依法缴纳社会保险费", ["社会保险"]),
        ("参加城镇职工社会保险", ["城镇职工社会保险"]),
        ("给予社会保险补贴", []),
        ("签订 6 个月以上劳动合同", ["有期限的劳动合同"]),
        ("自签订劳动合同之日起1年内", ["自签订劳动合同之日起"]),
        ("区内外中小微企业", ["中小微企业等"]),
        ("区外用人单位", ["区外用人单位"]),
        ("劳务经纪人等市场主体", ["劳务中介、经纪人等", "等（列举未尽）", "劳务中介、经纪人等"]),
        ("万州区属企业", ["万州区属", "企业"]),
        ("万州区建档立卡贫困劳动力", ["万州区", "建档立卡贫困劳动力"]),
        ("吸纳就业扶贫基地（车间）", ["扶贫载体"]),
        ("首次来绍兴就业", ["首次来当地就业"]),
        ("来绍就业创业", ["来当地就业创业"]),
        ("在绍参加职业技能培训", ["在当地培训"]),
        ("培训合格证书或职业资格证书（职业技能等级证书、专项职业能力证书）", ["培训合格证书或职业资格证书"]),
        ("国家职业资格证书或职业技能等级证书", ["职业资格证书", "职业技能等级证书"]),
        ("参照公益性岗位政策标准", []),
        ("开展岗位技能培训", ["开展培训", "培训"]),
    ],
)
def test_the_nearer_meaning_wins(text: str, terms: list[str]) -> None:
    assert [found.entry.term for found in find_terms(squeeze(text))] == terms


def test_the_glossary_names_facts_that_there_are_and_each_term_once() -> None:
    unknown = {name for entry in GLOSSARY for name in (*entry.facts, *entry.counted_by) if name not in CATALOGUE}
    assert unknown == set()
    assert [term for term, times in Counter(entry.term for entry in GLOSSARY).items() if times > 1] == []
    assert all(NAMES.values())


@needs_texts
def test_every_term_and_every_name_stands_in_some_text() -> None:
    flat = "¶".join(read_official_text(read_text(policy)).flat for policy in POLICIES.values())
    assert [entry.term for entry in GLOSSARY if not entry.pattern.search(flat)] == []
    assert [name for name in NAMES if not re.search(name, flat)] == []


@needs_texts
@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_every_policy_tests_what_it_says_and_says_what_it_tests(policy: Policy) -> None:
    faults = find_faults(policy, read_text(policy))
    assert not faults, f"{policy.id}, {len(faults)} faults:\n" + "\n".join(map(str, faults))
