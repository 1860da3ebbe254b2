"""Four-valued truth: what joined conditions come to, and that it is all one order."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.values.truth import Verdict, all_of, any_of, yes_if

YES, NO, UNKNOWN, JUDGEMENT = Verdict.YES, Verdict.NO, Verdict.UNKNOWN, Verdict.JUDGEMENT
verdicts = st.lists(st.sampled_from(Verdict), max_size=6)


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [(NO, UNKNOWN), (NO, JUDGEMENT), (NO, YES), (UNKNOWN, JUDGEMENT), (UNKNOWN, YES), (JUDGEMENT, YES)],
)
def test_in_an_all_one_beats_the_other_in_either_order(stronger: Verdict, weaker: Verdict) -> None:
    assert all_of((stronger, weaker)) is all_of((weaker, stronger)) is stronger


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [(YES, UNKNOWN), (YES, JUDGEMENT), (YES, NO), (UNKNOWN, JUDGEMENT), (UNKNOWN, NO), (JUDGEMENT, NO)],
)
def test_in_an_any_one_beats_the_other_in_either_order(stronger: Verdict, weaker: Verdict) -> None:
    assert any_of((stronger, weaker)) is any_of((weaker, stronger)) is stronger


def test_nothing_to_join() -> None:
    assert all_of(()) is YES
    assert any_of(()) is NO


def test_iterators_are_joined_too() -> None:
    assert all_of(iter((YES, NO))) is NO
    assert any_of(iter((NO, YES))) is YES


@given(verdicts, verdicts)
def test_joining_in_parts_changes_nothing(first: list[Verdict], second: list[Verdict]) -> None:
    assert all_of((all_of(first), all_of(second))) is all_of((*first, *second))
    assert any_of((any_of(first), any_of(second))) is any_of((*first, *second))


def test_settling_an_open_part_never_turns_a_settled_whole() -> None:
    for join, before in product((all_of, any_of), product(Verdict, repeat=3)):
        whole = join(before)
        if whole in (YES, NO):
            settled = [(YES, NO) if verdict in (UNKNOWN, JUDGEMENT) else (verdict,) for verdict in before]
            assert {join(after) for after in product(*settled)} == {whole}


@pytest.mark.parametrize(("known", "verdict"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_an_answer_becomes_a_verdict(known: bool | None, verdict: Verdict) -> None:
    assert yes_if(known) is verdict


def test_every_verdict_has_its_word() -> None:
    assert {verdict: verdict.label for verdict in Verdict} == {
        YES: "满足",
        NO: "不满足",
        UNKNOWN: "没问清",
        JUDGEMENT: "等认定",
    }
