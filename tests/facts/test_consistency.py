"""What is declared of the answers together: what follows from some, and that no two of a whole world contradict."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.consistency import CONSTRAINTS, STAYS
from calc.facts.constraint import Never, said
from calc.facts.contradiction import change, name_answers
from calc.facts.inference import complete, find_contradictions, find_out, list_contradictions, list_doubts
from calc.facts.possible import NEVER, exactly, meet, say_possible
from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.values.ranges import Range
from tests.worlds import worlds

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
DAY = date(2020, 6, 1)


@pytest.mark.parametrize(
    ("answers", "follows"),
    [
        ({"has_contract": False}, {"contract_months": 0}),
        ({"contract_months": 1}, {"has_contract": True}),
        ({"contract_date": DAY}, {"has_contract": True}),
        ({"contract_months": 0}, {}),
        ({"has_contract": True}, {}),
        (
            {"is_insured": False},
            {
                "is_fully_insured": False,
                "still_insured": False,
                "insured_months": 0,
                "contribution_months": 0,
                "job_contribution_months": 0,
            },
        ),
        ({"is_fully_insured": True}, {"is_insured": True}),
        ({"is_fully_insured": False}, {}),
        ({"still_insured": True}, {"is_insured": True}),
        ({"still_insured": False}, {}),
        ({"contribution_months": 3}, {"is_insured": True}),
        ({"job_contribution_months": 3}, {"is_insured": True}),
        ({"insured_since": DAY}, {"is_insured": True}),
        ({"job_end": DAY}, {"still_employed": False}),
        ({"still_employed": True}, {"jobless_months": 0}),
        ({"jobless_months": 1}, {"still_employed": False, "still_in_post": False, "still_in_business": False}),
        ({"helped_hired": 0}, {"workers_hired": 0, "workers_trained": 0, "workers_trained_at_work": 0}),
        ({"helped_hired": 1}, {}),
        ({"workers_hired": 0}, {"workers_trained": 0, "workers_trained_at_work": 0}),
        ({"workers_trained_at_work": 2}, {"is_work_as_training": True}),
        ({"is_school_term_passed": True}, {"is_trained": True}),
        ({"training_start": DAY}, {"is_trained": True}),
        ({"has_qualification": True}, {"has_certificate": True}),
        ({"skill_level": "junior"}, {"has_certificate": True}),
        (
            {"has_certificate": False},
            {"has_qualification": False, "has_skill_level": False, "has_special_skill": False},
        ),
        (
            {"training_mode": "employer"},
            {"employer_ran_training": True, "is_trained_by_home": False, "is_trained": True},
        ),
        ({"training_mode": "government"}, {"employer_ran_training": False}),
        (
            {"employer_ran_training": True},
            {"is_trained": True, "is_trained_by_home": False, "training_mode": "employer"},
        ),
        ({"employer_kind": "social-organisation"}, {"is_enterprise": False, "is_in_wanzhou": False}),
        ({"employer_kind": "small-enterprise"}, {"is_enterprise": True}),
        ({"employer_kind": "workshop"}, {}),
        ({"is_in_wanzhou": True}, {"works_here": False, "is_enterprise": True}),
        ({"works_here": True}, {"is_in_wanzhou": False}),
        ({"home": "wanzhou", "works_here": True}, {"is_in_wanzhou": False, "hires_nearby": False}),
        ({"home": "ningxia", "works_here": True}, {"is_in_wanzhou": False}),
        ({"home": "wanzhou", "hires_nearby": True}, {"works_here": False}),
        (
            {"home": "wanzhou", "works_here": True, "still_employed": True},
            {"is_in_wanzhou": False, "hires_nearby": False, "cannot_leave_home": False, "jobless_months": 0},
        ),
        (
            {"home": "wanzhou", "works_here": True, "still_employed": False},
            {"is_in_wanzhou": False, "hires_nearby": False},
        ),
        (
            {"home": "wanzhou", "works_here": True, "cannot_leave_home": True},
            {"is_in_wanzhou": False, "hires_nearby": False},
        ),
        (
            {"home": "wanzhou", "still_employed": True, "cannot_leave_home": True},
            {"works_here": False, "jobless_months": 0},
        ),
        ({"home": "ningxia", "cannot_leave_home": True}, {}),
        ({"rent_months": 1}, {"rents_alone": True}),
        ({"recognised_on": DAY}, {"is_recognised_workshop": True}),
        ({}, {}),
    ],
    ids=repr,
)
def test_what_follows(answers: dict[str, Any], follows: dict[str, Any]) -> None:
    assert {item.fact: item.answer for item in find_out(answers).inferred} == follows


@pytest.mark.parametrize(
    ("answers", "fact", "because"),
    [
        ({"home": "wanzhou", "works_here": True}, "is_in_wanzhou", ("works_here",)),
        ({"home": "wanzhou", "works_here": True}, "hires_nearby", ("home", "works_here")),
        (
            {"home": "wanzhou", "works_here": True, "still_employed": True},
            "cannot_leave_home",
            ("home", "works_here", "still_employed"),
        ),
        ({"training_mode": "employer"}, "is_trained", ("training_mode",)),
        ({"helped_hired": 0, "staff": 7}, "workers_trained", ("helped_hired",)),
        ({"staff": 0}, "workers_trained", ("staff",)),
    ],
    ids=repr,
)
def test_what_follows_names_the_answers_that_tell_it(answers: Answers, fact: str, because: tuple[str, ...]) -> None:
    assert {item.fact: item.because for item in find_out(answers).inferred}[fact] == because


@pytest.mark.parametrize(
    ("answers", "fact", "left"),
    [
        ({"job_start": DAY}, "first_came", "不晚于 2020-06-01"),
        ({"job_start": DAY}, "as_of", "不早于 2020-06-01"),
        ({"job_start": DAY, "as_of": date(2021, 6, 1)}, "job_end", "不早于 2020-06-01，不晚于 2021-06-01"),
        ({"workers_trained": 12}, "helped_hired", "至少 12 人"),
        ({"staff": 7}, "workers_trained", "至少 0 人，最多 7 人"),
        ({"training_start": DAY, "as_of": date(2020, 6, 10)}, "training_days", "至少 0 天，最多 10 天"),
        ({"training_days": 10, "as_of": date(2020, 6, 10)}, "training_start", "不晚于 2020-06-01"),
        ({"training_days": 10, "training_start": DAY}, "as_of", "不早于 2020-06-10"),
        ({"is_trained": False}, "training_start", "没有"),
        ({"still_employed": True}, "job_end", "没有"),
    ],
    ids=repr,
)
def test_what_is_left_of_an_open_answer(answers: Answers, fact: str, left: str) -> None:
    found = find_out(answers)
    assert fact not in found.answers
    assert say_possible(CATALOGUE[fact], found.left[fact]) == left


@pytest.mark.parametrize(
    ("answers", "complaints"),
    [
        (
            {"premium_help": "none", "premium_already_paid": 5},
            {"premium_already_paid": "您选了政府没有代缴，又填了“其中政府已经代缴多少？5 元/年”，哪个对？"},
        ),
        (
            {"second_tier_premium": 100, "premium_already_paid": 200},
            {
                "second_tier_premium": "“城乡居民养老和医疗保险二档，一年共缴多少？100 元/年”"
                "少于“其中政府已经代缴多少？200 元/年”，请看看哪个要改。"
            },
        ),
        (
            {"works_here": True, "is_in_wanzhou": True},
            {"is_in_wanzhou": "您选了“在当地就业吗？是”、“是万州区属企业吗？是”，不能都对，请看看哪个要改。"},
        ),
        (
            {"home": "wanzhou", "cannot_leave_home": True, "still_employed": True, "works_here": True},
            {
                "still_employed": "您选了“无法离开家乡外出吗？是”、“在当地就业吗？是”、"
                "“到测算那天仍在这里工作吗？是”，不能都对，请看看哪个要改。"
            },
        ),
        (
            {"home": "wanzhou", "cannot_leave_home": True, "job_end": DAY, "works_here": True},
            {},
        ),
        (
            {"workers_hired": 2, "workers_trained": 3},
            {
                "workers_hired": "“吸纳了多少名建档立卡贫困劳动力？2 人”"
                "少于“吸纳的人里，培训并且符合条件的有多少人？3 人”，请看看哪个要改。"
            },
        ),
        (
            {"has_certificate": False, "skill_level": "junior"},
            {"skill_level": "您选了没有取得证书，又选了“证书是什么等级？初级（五级）”，哪个对？"},
        ),
        (
            {"job_fairs": 0, "job_fair_date": DAY},
            {"job_fair_date": "您填了参加 0 场招聘会，又填了“招聘会在哪一天？2020-06-01”，哪个对？"},
        ),
        (
            {"training_start": DAY, "training_days": 11, "as_of": date(2020, 6, 10)},
            {"training_days": "从 2020-06-01 到 2020-06-10 只有 10 天，您填了“实际培训几天？11 天”，请看看哪个要改。"},
        ),
        (
            {"training_mode": "employer", "is_trained": False},
            {
                "training_mode": "“参加职业技能培训了吗？否”、"
                "“培训是谁选定、谁购买的？用人单位自己组织开展”不能都对，请看看哪个要改。"
            },
        ),
        (
            {"staff": 2, "workers_trained_at_work": 3},
            {
                "workers_trained_at_work": "“单位职工总数是多少？2 人”、"
                "“吸纳的人里，参加以工代训的有多少人？3 人”不能都对，请看看哪个要改。"
            },
        ),
        (
            {"staff": 2, "workers_trained_at_work": 3, "workers_trained": 4},
            {
                "workers_trained": "“单位职工总数是多少？2 人”、"
                "“吸纳的人里，培训并且符合条件的有多少人？4 人”不能都对，请看看哪个要改。",
                "workers_trained_at_work": "“单位职工总数是多少？2 人”、"
                "“吸纳的人里，参加以工代训的有多少人？3 人”不能都对，请看看哪个要改。",
            },
        ),
    ],
    ids=repr,
)
def test_what_contradicts(answers: Answers, complaints: dict[str, str]) -> None:
    assert find_contradictions(answers) == complaints
    shuffled = dict(reversed([*answers.items()]))
    assert find_contradictions(shuffled) == complaints


LEFT_HOME: Answers = {"home": "wanzhou", "cannot_leave_home": True, "works_here": True}


@pytest.mark.parametrize(
    ("more", "facts"),
    [
        ({}, [("cannot_leave_home", "works_here")]),
        ({"still_employed": False}, []),
        ({"job_end": DAY}, []),
        ({"home": "ningxia"}, []),
        ({"cannot_leave_home": False}, []),
    ],
    ids=repr,
)
def test_what_is_hardly_true_together_is_asked_about(more: Answers, facts: list[tuple[str, ...]]) -> None:
    assert find_contradictions({**LEFT_HOME, **more}) == {}
    assert [doubt.facts for doubt in list_doubts({**LEFT_HOME, **more})] == facts


def test_a_doubt_is_settled_by_each_of_its_ways() -> None:
    (doubt,) = list_doubts(LEFT_HOME)
    assert doubt.sentence.endswith("“在当地就业吗？是”。现在已经不在那里工作、回到家乡了吗？")
    assert [way.words for way in doubt.ways] == [
        "对，“到测算那天仍在这里工作吗？”选“否”",
        "把“无法离开家乡外出吗？”改为“否”",
        "把“在当地就业吗？”改为“否”",
    ]
    for way in doubt.ways:
        changed = change(LEFT_HOME, way.changes)
        assert (find_contradictions(changed), list_doubts(changed)) == ({}, ())


@pytest.mark.parametrize(
    ("answers", "ways"),
    [
        (
            {"still_employed": True, "job_end": DAY},
            ["把“到测算那天仍在这里工作吗？”改为“否”", "去掉“最后工作到哪一天？”的回答"],
        ),
        (
            {"has_contract": False, "contract_months": 5},
            ["把“签订劳动合同了吗？”改为“是”", "去掉“劳动合同期限是几个月？”的回答"],
        ),
        (
            {"is_insured": False, "still_insured": True},
            ["把“依法缴纳社会保险了吗？”改为“是”", "把“到测算那天仍在缴纳社会保险吗？”改为“否”"],
        ),
        ({"works_here": True, "is_in_wanzhou": True}, ["把“在当地就业吗？”改为“否”", "把“是万州区属企业吗？”改为“否”"]),
        ({"staff": 2, "workers_hired": 3}, []),
    ],
    ids=repr,
)
def test_what_settles_a_contradiction(answers: Answers, ways: list[str]) -> None:
    (found,) = list_contradictions(answers)
    assert {*found.facts} == {*answers}
    assert [way.words for way in found.ways] == ways


@policies
@given(data=st.data())
def test_every_way_settles_what_it_is_offered_for(policy: Policy, data: st.DataObject) -> None:
    one, other = data.draw(worlds(policy)), data.draw(worlds(policy))
    mixed = {**one, **{fact: other[fact] for fact in sorted(other)[::2]}}
    for found in list_contradictions(mixed):
        for way in found.ways:
            assert way.changes.keys() <= {*found.facts}
            changed = change({fact: mixed[fact] for fact in found.facts}, way.changes)
            assert find_contradictions(changed) == {}


def test_an_answer_may_name_several_options() -> None:
    part = said("employer_kind", "social-organisation")
    assert part.fits("social-organisation")
    assert part.fits(("workshop", "social-organisation"))
    assert not part.fits(("workshop",))


@policies
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_follows_from_some_answers_is_true_of_the_whole_world(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    assert find_contradictions(world) == {}
    known = data.draw(st.lists(st.sampled_from(sorted(world)), unique=True))
    found = find_out({fact: world[fact] for fact in known})
    assert find_contradictions(found.answers) == {}
    assert {fact: found.answers[fact] for fact in known} == {fact: world[fact] for fact in known}
    for fact in world:
        assert found.answers.get(fact, world[fact]) == world[fact]
        if (left := found.left.get(fact)) is not None:
            assert left != NEVER
            assert meet(left, exactly(world[fact])) == exactly(world[fact])
    assert find_contradictions({**world, **found.answers}) == {}


@policies
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_follows_comes_from_the_answers_named_and_from_no_fewer(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    known = data.draw(st.lists(st.sampled_from(sorted(world)), unique=True))
    for item in find_out({fact: world[fact] for fact in known}).inferred:
        assert {*item.because} <= {*known}
        told = {fact: world[fact] for fact in item.because}
        assert complete(told)[item.fact] == item.answer
        for source in item.because:
            fewer = {fact: answer for fact, answer in told.items() if fact != source}
            assert complete(fewer).get(item.fact) != item.answer, f"{item.fact} follows without {source}"


@policies
@given(data=st.data())
def test_more_answers_tell_no_less_and_their_order_nothing(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    known = data.draw(st.lists(st.sampled_from(sorted(world)), unique=True))
    found = find_out({fact: world[fact] for fact in known})
    shuffled = data.draw(st.permutations(known))
    assert find_out({fact: world[fact] for fact in shuffled}) == found
    whole = find_out(world)
    assert found.answers.items() <= whole.answers.items()
    for fact, left in found.left.items():
        now = exactly(whole.answers[fact]) if fact in whole.answers else whole.left[fact]
        assert NEVER in (now, left) or meet(left, now) == now
    again = find_out(found.answers)
    assert again.answers == found.answers


@policies
@given(data=st.data())
def test_answers_that_contradict_each_other_leave_usable_ones(policy: Policy, data: st.DataObject) -> None:
    one, other = data.draw(worlds(policy)), data.draw(worlds(policy))
    mixed = {**one, **{fact: other[fact] for fact in sorted(other)[::2]}}
    complaints = find_contradictions(mixed)
    assert complaints.keys() <= mixed.keys()
    assert all(sentence.endswith(("。", "？")) for sentence in complaints.values())
    kept = {fact: answer for fact, answer in mixed.items() if fact not in complaints}
    assert find_contradictions(kept) == {}
    assert complete(mixed).items() >= mixed.items()


def test_every_word_names_facts_that_are_asked() -> None:
    for word in CONSTRAINTS:
        assert len(word.facts) >= 2, word
        assert word.facts <= {*CATALOGUE}, word
        for part in word.parts if isinstance(word, Never) else ():
            assert {*part.options} < {*getattr(CATALOGUE[part.fact], "options", (True, False))}, part


def test_months_tell_stays_apart() -> None:
    assert len({stay.months for stay in STAYS}) == len(STAYS)


def test_ranges_meet_where_both_hold() -> None:
    assert meet(Range(0, 5), Range(3, None)) == Range(3, 5)
    assert meet(Range(0, 2), Range(3, None)) is None
    assert meet(Range(0, None), Range(3, None)) == Range(3, None)


def test_answers_are_named_with_their_questions() -> None:
    assert name_answers(("has_contract", "staff"), {"has_contract": True, "staff": 3}) == (
        "“签订劳动合同了吗？是”、“单位职工总数是多少？3 人”"
    )
