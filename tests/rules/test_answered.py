"""Answers of yes and no, choices, and what an authority judges."""

from dataclasses import replace

import pytest

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Choices
from calc.rules import AtLeast, Grade, Graded, Holds, Is, Judged, Once, fact, yuan
from calc.values.truth import Verdict
from tests.rules.samples import open_case, tell

YES, NO, UNKNOWN, JUDGEMENT = Verdict.YES, Verdict.NO, Verdict.UNKNOWN, Verdict.JUDGEMENT


ANSWERS = (True, False, None)


def test_holds() -> None:
    word = Holds("签订劳动合同", "has_contract")
    assert tell(word.judge(open_case(has_contract=True))) == (YES, set())
    assert tell(word.judge(open_case(has_contract=False))) == (NO, set())
    assert tell(word.judge(open_case())) == (UNKNOWN, {"has_contract"})
    assert word.ways(open_case(has_contract=True)) == ({},)
    assert word.ways(open_case(has_contract=False)) == word.ways(open_case()) == ({"has_contract": True},)
    assert word.asks() == ("has_contract",)
    assert word.landmarks() == {"has_contract": (True, False)}
    assert word.phrases() == ("签订劳动合同",)


def test_a_no_may_be_what_is_wanted() -> None:
    word = Holds("住在外面的", "works_here", wanted=False)
    assert [word.judge(open_case(works_here=answer)).verdict for answer in ANSWERS] == [NO, YES, UNKNOWN]
    assert word.ways(open_case(works_here=True)) == ({"works_here": False},)
    assert word.ways(open_case(works_here=False)) == ({},)
    assert word.explain() != Holds("", "works_here").explain()
    with pytest.raises(ValueError, match="provides_lodging has no short name for its no"):
        Holds("住在外面的", "provides_lodging", wanted=False)


def test_what_nobody_can_change_has_no_way() -> None:
    word = Holds("", "is_registered_poor")
    assert word.ways(open_case(is_registered_poor=False)) == ()
    assert word.ways(open_case()) == ({"is_registered_poor": True},)
    assert Is("", "home", ("ningxia",)).ways(open_case(home="elsewhere")) == ()
    assert AtLeast("", "age", 40).ways(open_case(age=39)) == ()
    assert AtLeast("", "age", 40).ways(open_case()) == ({"age": 40},)


def test_judged_waits_for_an_authority_and_asks_nobody() -> None:
    word = Judged("成效较好", "is_effective")
    open_step = word.judge(open_case())
    assert tell(open_step) == (JUDGEMENT, set())
    assert open_step.awaited == ("is_effective",)
    assert tell(word.judge(open_case(is_effective=True))) == (YES, set())
    assert tell(word.judge(open_case(is_effective=False))) == (NO, set())
    assert word.judge(open_case(is_effective=True)).awaited == ()
    assert "认定" in word.explain()


def test_is() -> None:
    word = Is("基地（车间）", "employer_kind", ("employment-base", "workshop"))
    assert tell(word.judge(open_case(employer_kind=("workshop",)))) == (YES, set())
    assert tell(word.judge(open_case(employer_kind=("community-factory", "employment-base")))) == (YES, set())
    assert tell(word.judge(open_case(employer_kind=("other",)))) == (NO, set())
    assert tell(word.judge(open_case())) == (UNKNOWN, {"employer_kind"})
    assert word.ways(open_case()) == ({"employer_kind": ("employment-base",)}, {"employer_kind": ("workshop",)})
    assert "就业扶贫车间" in word.explain()


def test_of_several_kinds_one_is_enough_and_more_never_hurt() -> None:
    word = fact("employer_kind", "workshop", "small-enterprise")
    kinds = CATALOGUE["employer_kind"]
    assert isinstance(kinds, Choices)
    for kind in kinds.options:
        for given in (("workshop",), ("workshop", "small-enterprise")):
            assert word.judge(open_case(employer_kind=kinds.unite(given, (kind,)))).verdict is YES
    step = word.judge(open_case(employer_kind=("workshop", "small-enterprise")))
    assert step.found == "单位类型：就业扶贫车间、中小微企业"
    assert word.landmarks() == {"employer_kind": tuple((kind,) for kind in kinds.options)}


def test_a_way_adds_a_kind_to_those_given_unless_nobody_can(monkeypatch: pytest.MonkeyPatch) -> None:
    word = Is("", "employer_kind", ("workshop", "small-enterprise"))
    assert word.ways(open_case(employer_kind=("farm-operator",))) == ()
    free = replace(CATALOGUE["employer_kind"], is_fixed=False)
    monkeypatch.setattr("calc.rules.condition.CATALOGUE", {**CATALOGUE, "employer_kind": free})
    assert word.ways(open_case(employer_kind=("farm-operator",))) == (
        {"employer_kind": ("workshop", "farm-operator")},
        {"employer_kind": ("small-enterprise", "farm-operator")},
    )


def test_another_choice_is_a_way_where_one_is_free_to_choose() -> None:
    word = Is("外出", "work_place", ("other-county", "other-province"))
    assert word.ways(open_case(work_place="own-county")) == (
        {"work_place": "other-county"},
        {"work_place": "other-province"},
    )
    grades = Graded("work_place", (Grade("", ("other-county",), Once("", yuan(200))),), otherwise="没有规定")
    assert grades.ways(open_case(work_place="own-county")) == ({"work_place": "other-county"},)
    assert grades.ways(open_case(work_place="other-county")) == ({},)
