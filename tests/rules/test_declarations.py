"""Mistakes in a declaration fail where it is written, in words that name the part; what is sound passes on its own."""

import ast
from dataclasses import FrozenInstanceError, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import calc.policies as policies_room
from calc.facts.catalogue import CATALOGUE
from calc.policies import POLICIES
from calc.rules import (
    AtLeast,
    Difference,
    Duty,
    From,
    Given,
    Goal,
    Grade,
    Graded,
    Holds,
    Is,
    NotLess,
    Once,
    Plan,
    Reading,
    Share,
    Sum,
    Tier,
    Tiered,
    yuan,
)
from calc.rules.case import Case, Step
from calc.rules.condition import Condition
from calc.rules.document import Exclusion, Fund, Instalment, Term
from calc.rules.effect import Effect
from calc.rules.payees import Nature, Payee, PayeeBy
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.word import Way, Word, walk
from calc.values.money import IN_KIND
from calc.values.truth import Verdict
from tests.worlds import worlds

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
some = settings(max_examples=40)
DOUBT = Reading("doubt", "?", "one way", "the other way")


def declare(**changed: Any) -> Provision:
    sound = {
        "id": "some-subsidy",
        "clause": "（一）",
        "title": "补贴",
        "payee": Payee.WORKER,
        "nature": Nature.CASH,
        "gist": "。",
        "pays": Once("2万元", yuan(20_000)),
        "fund": Fund("资金", "资金"),
    }
    return Provision(**{**sound, **changed})


def declare_policy(*provisions: Provision) -> Policy:
    return Policy(
        id="somewhere",
        region="某地",
        place="某地",
        title="通知",
        number="1号",
        issuer="某局",
        issued=None,
        term=Term("自2020年1月1日起", date(2020, 1, 1), None),
        claims=None,
        audience="。",
        people=Holds("", "is_registered_poor"),
        heading="某地帮人就业，能领什么",
        provisions=provisions,
    )


def tier(low: int, high: int | None) -> Tier:
    return Tier(f"{low}人至{high}人", low, high, yuan(1_000 + low))


def test_what_is_sound_is_taken() -> None:
    assert declare_policy(declare(), declare(id="another")).provision("another").title == "补贴"


def test_declarations_are_frozen() -> None:
    provision = declare()
    with pytest.raises(FrozenInstanceError):
        provision.title = "另一笔补贴"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("tiers", "words"),
    [
        ((tier(11, 20), tier(22, None)), r"workers_hired.*between 20 and 22"),
        ((tier(11, None), tier(21, None)), r"workers_hired: '21人至None人' follows '11人至None人', which has no end"),
        ((tier(11, 20), tier(15, None)), r"'15人至None人' begins inside '11人至20人'"),
        ((tier(11, 20), tier(20, None)), r"workers_hired: 20 stands in two tiers; give each a reading in `overlaps`"),
        ((tier(11, 20), tier(21, 30)), r"workers_hired: nothing is said above 30"),
    ],
)
def test_tiers_with_gaps_and_overlaps(tiers: tuple[Tier, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Tiered("workers_hired", tiers, below="不足 11 人没有补贴")


def test_tiers_say_what_holds_below_them_and_which_number_is_in_doubt() -> None:
    sound = (tier(11, 20), tier(21, None))
    with pytest.raises(ValueError, match=r"`below`.*under 11"):
        Tiered("workers_hired", sound)
    with pytest.raises(ValueError, match=r"`below`.*under 0"):
        Tiered("workers_hired", (tier(0, 20), tier(21, None)), below="没有补贴")
    with pytest.raises(ValueError, match="no number stands in two tiers"):
        Tiered("workers_hired", sound, below="没有补贴", overlaps=(DOUBT,))
    with pytest.raises(ValueError, match=r"20、30 stands in two tiers.*one per number"):
        Tiered("workers_hired", (tier(11, 20), tier(20, 30), tier(30, None)), below="没有补贴", overlaps=(DOUBT,))


@pytest.mark.parametrize(
    ("when", "fact"),
    [(AtLeast("以上", "worker_hired", 10), "worker_hired"), (AtLeast("以上", "吸纳人数", 10), "吸纳人数")],
)
def test_a_provision_names_the_fact_that_does_not_exist(when: AtLeast, fact: str) -> None:
    with pytest.raises(ValueError, match=f"some-subsidy: there is no fact '{fact}'"):
        declare(when=(when,))


def test_unknown_options_are_named() -> None:
    with pytest.raises(ValueError, match=r"'车间'.*employer_kind.*work-shop"):
        Is("车间", "employer_kind", ("workshop", "work-shop"))
    with pytest.raises(ValueError, match=r"'车间': has_contract is no Selection"):
        Is("车间", "has_contract", ("yes",))


def test_what_may_have_several_answers_decides_neither_a_sum_nor_a_payee() -> None:
    with pytest.raises(ValueError, match="'车间1元': employer_kind may have several answers at once"):
        Graded("employer_kind", (Grade("车间1元", ("workshop",), Once("", yuan(1))),), "没有")
    with pytest.raises(ValueError, match="'who is paid': agent_kind may have several answers at once"):
        PayeeBy("agent_kind", (("broker", Payee.AGENT),))
    with pytest.raises(ValueError, match="'who is paid': has_contract is no Choice"):
        PayeeBy("has_contract", (("yes", Payee.AGENT),))


def grade(*options: str) -> Grade:
    return Grade("元", options, Once("", yuan(1)))


@pytest.mark.parametrize(
    ("grades", "otherwise", "words"),
    [
        ((grade("junior"), grade("junior")), "没有规定", r"skill_level.*twice \['junior'\]"),
        ((grade("junior"), grade("master")), "没有规定", r"skill_level.*master"),
        ((grade("junior"),), "", r"skill_level.*otherwise.*senior"),
    ],
)
def test_grades_with_options_twice_unknown_or_left_out(grades: tuple[Grade, ...], otherwise: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Graded("skill_level", grades, otherwise)


def test_a_number_that_the_question_does_not_ask_is_named() -> None:
    with pytest.raises(ValueError, match=r"'18个工种'.*\[19\]"):
        Holds("18个工种", "is_listed_trade", (18, 19))


@pytest.mark.parametrize("persons", [519, 521])
def test_a_plan_adds_up(persons: int) -> None:
    goals = (Goal("转移40人", "转移", 40), Goal("就近480人", "就近", 480))
    Plan("不少于520人", persons=520, goals=goals)
    with pytest.raises(ValueError, match=f"'不少于520人'.*add up to {persons}"):
        Plan("不少于520人", persons=persons, goals=goals)


def test_an_event_must_be_a_date() -> None:
    with pytest.raises(ValueError, match="some-subsidy: training_days is not a date"):
        declare(happens="training_days")


@pytest.mark.parametrize("last", [Fraction(1, 3), Fraction(1)])
def test_instalments_add_up(last: Fraction) -> None:
    first = Instalment("先拨一半", "先拨一半", Fraction(1, 2))
    assert declare(instalments=(first, first)).instalments
    with pytest.raises(ValueError, match="some-subsidy: the instalments do not add up to the whole"):
        declare(instalments=(first, Instalment("其余", "其余", last)))


def test_a_choice_that_places_in_time_names_years() -> None:
    assert declare(dated_by="plan_year").timing_fact == "plan_year"
    assert declare(outside_term=True).timing_fact == ""
    with pytest.raises(ValueError, match="the term does not govern it"):
        declare(outside_term=True, happens="certificate_date")
    with pytest.raises(ValueError, match="some-subsidy: skill_level does not name years"):
        declare(dated_by="skill_level")


def test_a_provision_pays_or_says_something_but_never_both() -> None:
    duty = Duty("按季度上报", "按季度上报岗位")
    assert declare(pays=None, says=duty, nature=Nature.SERVICE).effect is duty
    for pays in (None, Once("2万元", yuan(20_000))):
        says = duty if pays else None
        with pytest.raises(ValueError, match="some-subsidy: declare what it `pays` or what it `says`"):
            declare(pays=pays, says=says, nature=Nature.SERVICE)
    with pytest.raises(ValueError, match="some-subsidy: what only says something brings no money"):
        declare(pays=None, says=duty)


@pytest.mark.parametrize("nature", [Nature.CASH, Nature.RATE, Nature.REFERENCED])
def test_money_needs_a_fund(nature: Nature) -> None:
    with pytest.raises(ValueError, match="some-subsidy: money needs a fund"):
        declare(nature=nature, fund=None)
    assert declare(nature=Nature.SERVICE, fund=None).paid_from == ""


def test_money_does_not_come_unasked() -> None:
    with pytest.raises(ValueError, match="some-subsidy: only help that is no money is given unasked"):
        declare(unasked="推荐")


def test_what_the_payee_is_called_stands_in_the_phrase_that_names_it() -> None:
    assert declare(named="给予该市场主体", called="该市场主体").called == "该市场主体"
    with pytest.raises(ValueError, match="some-subsidy: '该企业' does not stand in '给予该市场主体'"):
        declare(named="给予该市场主体", called="该企业")


def test_ids_stand_once() -> None:
    with pytest.raises(ValueError, match=r"somewhere.*twice.*some-subsidy"):
        declare_policy(declare(), declare(title="又一项补贴"))


@pytest.mark.parametrize("where", ["others", "disputed"])
def test_exclusions_name_provisions_that_are_there(where: str) -> None:
    known = {"others": ("some-subsidy",), "disputed": (), where: ("some-subsidi",)}
    excluding = declare(id="another", excludes=Exclusion("不重复享受", reading=DOUBT, **known))
    with pytest.raises(ValueError, match="somewhere/another excludes 'some-subsidi'"):
        declare_policy(declare(), excluding)


def test_two_doubts_do_not_share_an_id() -> None:
    def doubtful(name: str, reading: Reading) -> Provision:
        pays = Tiered("workers_hired", (tier(0, 20), tier(20, None)), overlaps=(reading,))
        return declare(id=name, pays=pays)

    declare_policy(doubtful("one", DOUBT), doubtful("other", DOUBT))
    with pytest.raises(ValueError, match=r"somewhere.*same id.*doubt"):
        declare_policy(doubtful("one", DOUBT), doubtful("other", replace(DOUBT, question="另一个问题？")))


# What is declared


def words_of(policy: Policy) -> list[Word]:
    return [word for provision in policy.provisions for word in provision.words]


@policies
def test_every_word_asks_facts_there_are_and_tips_at_answers_there_can_be(policy: Policy) -> None:
    for word in words_of(policy):
        assert set(word.asks()) <= set(CATALOGUE)
        for fact, marks in word.landmarks().items():
            assert fact in word.asks()
            assert [CATALOGUE[fact].read(mark) for mark in marks] == list(marks)


@policies
def test_every_condition_and_sum_explains_itself(policy: Policy) -> None:
    for provision in policy.provisions:
        assert all(condition.explain() for condition in provision.when)
        for word in walk((provision.effect,)):
            if isinstance(word, Effect) and not isinstance(word, Grade):
                assert word.explain()


@policies
@some
@given(data=st.data())
def test_a_way_leads_there(policy: Policy, data: st.DataObject) -> None:
    """A condition that has not come true does once a way of its own is gone; one that has come true asks nothing."""
    world = data.draw(worlds(policy))
    known = data.draw(st.sets(st.sampled_from(sorted(world))))
    case = Case({fact: world[fact] for fact in known}, policy.term.windows().in_force)
    for condition in {condition for provision in policy.provisions for condition in provision.when}:
        ways = condition.ways(case)
        if condition.judge(case).verdict is Verdict.YES:
            assert {} in ways
            continue
        assert {} not in ways
        for way in ways:
            answers = {fact: answer for fact, answer in way.items() if answer is not None}
            if len(answers) == len(way):
                assert condition.judge(case.supposing(answers)).verdict is Verdict.YES


@policies
@some
@given(data=st.data())
def test_a_step_misses_only_what_is_open_and_asked(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    known = data.draw(st.sets(st.sampled_from(sorted(world))))
    case = Case({fact: world[fact] for fact in known}, policy.term.windows().in_force)
    for provision in policy.provisions:
        for condition in provision.when:
            step = condition.judge(case)
            assert {*step.missing, *step.awaited} <= condition.every_fact - known
            if step.verdict in (Verdict.YES, Verdict.NO):
                assert (step.missing, step.awaited) == ((), ())
            else:
                assert step.missing or step.awaited
        payout = provision.come_to(case)
        assert set(payout.missing) <= provision.effect.every_fact - known


@pytest.mark.parametrize(
    "make",
    [
        lambda: Holds("签订合同", "hascontract"),
        lambda: Is("车间", "kind", ("x",)),
        lambda: Graded("level", (Grade("", ("junior",), Once("", yuan(1))),), "没有"),
    ],
)
def test_unknown_fact_in_a_word(make: Any) -> None:
    with pytest.raises(ValueError, match="there is no fact"):
        make()


def test_a_tier_that_runs_backwards() -> None:
    with pytest.raises(ValueError, match="down to 11"):
        Tiered("workers_hired", (Tier("", 20, 11, yuan(1)), Tier("", 12, None, yuan(2))), below="没有")


def test_a_yes_no_word_on_another_kind_of_fact() -> None:
    with pytest.raises(ValueError, match="age is no YesNo"):
        Holds("年龄", "age")


def test_a_word_that_pays_must_say_how_it_is_worked_out_by_hand() -> None:
    with pytest.raises(TypeError, match="the word Bonus does not define say_formula"):

        class Bonus(Payment):
            def come_to(self, case: Case) -> Payout:
                return Payout(IN_KIND)

            def explain(self) -> str:
                return "奖金"


def test_a_condition_must_say_how_it_is_ticked_on_paper() -> None:
    with pytest.raises(TypeError, match="the word Lucky does not define list_ticks"):

        class Lucky(Condition):
            def judge(self, case: Case) -> Step:
                return Step("", Verdict.YES, "")

            def explain(self) -> str:
                return "运气好"

            def ways(self, case: Case) -> tuple[Way, ...]:
                return ()


@pytest.mark.parametrize("policy", POLICIES)
def test_no_declaration_has_an_empty_phrase(policy: str) -> None:
    """A word in small letters needs none; a word in capitals quotes one."""
    tree = ast.parse((Path(policies_room.__file__).parent / f"{policy}.py").read_text(encoding="utf-8"))
    empty = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value == ""]
    assert empty == []


def test_a_sum_is_money_or_a_word_that_pays() -> None:
    with pytest.raises(ValueError, match=r"'2万元': 20000 is no sum; write yuan\(…\) or a word that pays"):
        Once("2万元", 20_000)  # type: ignore[arg-type]
    assert NotLess("50%", Share("50%", 50, Given("minimum_wage"))).explain() == "不低于 最低工资的 50%"


def test_a_difference_names_one_fund_at_most() -> None:
    of = Sum((From(Fund("甲", "甲"), Once("一", yuan(1))), From(Fund("乙", "乙"), Once("二", yuan(2)))))
    with pytest.raises(ValueError, match="'补差': nothing says from which of"):
        Difference("补差", of, Given("minimum_wage"))
