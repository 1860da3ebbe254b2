"""Conditions joined by and, by or, and by a doubt about the reading."""

from calc.rules import AllOf, AnyOf, AtLeast, EitherCondition, Holds, Is, Judged
from calc.values.truth import Verdict
from tests.rules.samples import CONTRACT, INSURED, READING, open_case, tell

YES, NO, UNKNOWN, JUDGEMENT = Verdict.YES, Verdict.NO, Verdict.UNKNOWN, Verdict.JUDGEMENT


def test_all_of_keeps_every_part_that_fails_and_asks_only_what_still_matters() -> None:
    word = AllOf("都要", (CONTRACT, INSURED, Judged("", "is_effective")))
    assert tell(word.judge(open_case())) == (UNKNOWN, {"has_contract", "is_insured"})
    assert word.judge(open_case()).awaited == ("is_effective",)
    failed = word.judge(open_case(has_contract=False, is_insured=False))
    assert (tell(failed), failed.awaited) == ((NO, set()), ())
    assert [part.verdict for part in failed.parts] == [NO, NO]
    assert tell(word.judge(open_case(has_contract=True, is_insured=True))) == (JUDGEMENT, set())
    assert word.ways(open_case()) == ({"has_contract": True, "is_insured": True, "is_effective": True},)
    assert word.ways(open_case(has_contract=True, is_insured=True, is_effective=True)) == ({},)


def test_any_of_asks_nothing_once_one_part_holds() -> None:
    word = AnyOf("之一", (CONTRACT, INSURED))
    assert tell(word.judge(open_case(has_contract=True))) == (YES, set())
    assert tell(word.judge(open_case(has_contract=False))) == (UNKNOWN, {"is_insured"})
    assert tell(word.judge(open_case(has_contract=False, is_insured=False))) == (NO, set())
    assert word.ways(open_case(has_contract=True)) == ({},)
    assert word.ways(open_case()) == ({"has_contract": True}, {"is_insured": True})


def test_what_is_settled_tells_only_of_what_settled_it() -> None:
    """Nobody reads "未填，所以不能领" of a part that does not matter, or a ✗ within a condition that is met."""
    refused = AllOf("都要", (CONTRACT, INSURED)).judge(open_case(has_contract=False))
    assert (refused.found, len(refused.parts)) == ("签订合同：否", 1)
    met = AnyOf("之一", (CONTRACT, INSURED)).judge(open_case(has_contract=False, is_insured=True))
    assert (met.found, len(met.parts)) == ("缴纳社保：是", 1)
    open_still = AllOf("都要", (CONTRACT, INSURED)).judge(open_case(has_contract=True))
    assert (open_still.found, len(open_still.parts)) == ("签订合同：是；缴纳社保：未填", 2)


def test_ways_that_contradict_each_other_are_no_way() -> None:
    one, other = Is("", "work_place", ("other-county",)), Is("", "work_place", ("other-province",))
    assert AllOf("", (one, other)).ways(open_case()) == ()
    higher = AllOf("", (AtLeast("", "workers_hired", 10), AtLeast("", "workers_hired", 20)))
    assert higher.ways(open_case()) == ({"workers_hired": 20},)


def test_several_kinds_at_once_are_one_way() -> None:
    word = AllOf("", (Is("", "employer_kind", ("small-enterprise",)), Is("", "employer_kind", ("workshop", "other"))))
    assert word.ways(open_case()) == (
        {"employer_kind": ("workshop", "small-enterprise")},
        {"employer_kind": ("small-enterprise", "other")},
    )


def test_joined_conditions_are_told_apart_in_words() -> None:
    word = AllOf("", (CONTRACT, AnyOf("", (INSURED, Holds("", "works_here")))))
    assert word.explain() == "签订合同，并且（缴纳社保，或者在本地就业）"


def test_either_condition_follows_the_reading() -> None:
    word = EitherCondition(READING, default=CONTRACT, other=INSURED)
    answers = {"has_contract": True, "is_insured": False}
    assert word.judge(open_case(**answers)).verdict is YES
    assert word.judge(open_case(READING, **answers)).verdict is NO
    assert word.ways(open_case(READING, **answers)) == ({"is_insured": True},)
    assert word.explain() == CONTRACT.explain()
    assert word.every_fact == {"has_contract", "is_insured"}
