"""A ladder tells what an assessment tells: every sum on it, for every count, in the picture and in the table."""

from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from calc.engine.assess import Finding, assess
from calc.engine.ladder import Ladder, build_ladder
from calc.engine.outcome import Status
from calc.facts.catalogue import CATALOGUE
from calc.facts.check import check_facts
from calc.pages.policy.ladder import draw_ladder, render_ladder, tabulate_ladder
from calc.policies import POLICIES
from calc.values.money import group_thousands, say_yuan
from tests.regions.register import registered

LADDERS: dict[tuple[str, str], Mapping[str, Any]] = {
    (policy, provision): answers
    for policy, region in registered().items()
    for provision, answers in region.ladders.items()
}
ladders = pytest.mark.parametrize(("policy", "provision"), LADDERS, ids=[name for _, name in LADDERS])


def find(policy: str, provision: str, facts: Mapping[str, Any]) -> Finding:
    return assess(POLICIES[policy], check_facts(facts)).finding(provision)


def build(policy: str, provision: str, **more: Any) -> Ladder:
    ladder = build_ladder(find(policy, provision, {**LADDERS[policy, provision], **more}))
    assert ladder is not None
    return ladder


def test_every_policy_has_its_ladders_and_no_others() -> None:
    everything = {name: value for facts in LADDERS.values() for name, value in facts.items()}
    found = set()
    for policy in POLICIES.values():
        for facts in (everything, *(facts for (name, _), facts in LADDERS.items() if name == policy.id)):
            assessment = assess(policy, check_facts(facts))
            found |= {(policy.id, item.provision.id) for item in assessment.findings if build_ladder(item)}
    assert found == set(LADDERS)


@ladders
def test_every_sum_is_what_an_assessment_gives_for_that_count(policy: str, provision: str) -> None:
    ladder = build(policy, provision)
    last = ladder.rungs[-1].low
    # Months beyond the window are cut by the assessment, and the last rung holds for them as well.
    for count in (*range(last + 3), *((last * 10,) if ladder.unit == "人" else ())):
        finding = find(policy, provision, {**LADDERS[policy, provision], ladder.fact: count})
        told = ladder.amount_at(count)
        assert (finding.status is Status.ELIGIBLE) is (told is not None), count
        assert told == (finding.amount.low if finding.amount else None), count


@ladders
def test_rungs_follow_each_other_without_gap(policy: str, provision: str) -> None:
    rungs = build(policy, provision).rungs
    assert rungs[0].low == 0
    assert [lower.high for lower in rungs[:-1]] == [upper.low - 1 for upper in rungs[1:]]
    assert rungs[-1].high is None
    assert len(rungs) <= 5


@ladders
def test_the_table_tells_every_rung_and_the_picture_shows_no_other_sum(policy: str, provision: str) -> None:
    ladder = replace(build(policy, provision), position=1)
    table, picture = str(tabulate_ladder(ladder)), str(draw_ladder(ladder))
    assert table.count("<tr") == len(ladder.rungs) + len(ladder.contested) + 1
    for rung in ladder.rungs:
        if rung.amount is not None:
            assert say_yuan(rung.amount) in table
        assert not rung.phrase or f"<q>{rung.phrase}</q>" in table
        if rung.low:
            assert str(rung.low) in table
    labels = {group_thousands(rung.amount).removesuffix(".00") for rung in ladder.rungs if rung.amount}
    drawn = [piece.split(">")[1] for piece in picture.split('class="sums"')[1].split("</g>")[0].split("<text")[1:]]
    assert {label.removesuffix("</text") for label in drawn} <= labels


@ladders
def test_the_picture_has_no_style_and_is_small(policy: str, provision: str) -> None:
    picture = str(draw_ladder(replace(build(policy, provision), position=5)))
    assert "style=" not in picture
    assert 'aria-hidden="true"' in picture
    assert len(picture) < 2_000


@pytest.mark.parametrize(
    ("count", "row"), [(10, "不满 11 人"), (11, "11 至 20 人"), (100, "31 至 100 人"), (900, "101 人以上")]
)
def test_the_visitor_s_own_row_is_marked(count: int, row: str) -> None:
    ladder = build("ningxia", "carrier-subsidy", workers_hired=count)
    assert ladder.position == count
    own = str(tabulate_ladder(ladder)).split('aria-current="true"')[1].split("</tr>")[0]
    assert f"{row}（您在这里）" in own


def test_a_count_that_stands_on_two_rungs_has_a_row_of_its_own() -> None:
    ladder = build("ningxia", "carrier-subsidy", workers_hired=100)
    (contested,) = ladder.contested
    assert [contested.count, int(contested.amount), int(contested.other)] == [100, 60_000, 100_000]
    row = unescape(str(tabulate_ladder(ladder))).split("恰好 100 人", 1)[1].split("</tr>")[0]
    assert "60,000 元，也可能是 100,000 元" in row
    assert contested.reading.other in row
    counted = [name for name in LADDERS if build(*name).contested]
    assert counted == [("ningxia", "carrier-subsidy")]


def test_dates_place_the_visitor_and_do_not_cut_the_ladder() -> None:
    dated = {"job_start": "2020-05-15", "still_employed": True, "as_of": "2020-10-15"}
    ladder = build("jining", "cross-province-subsidy", **dated)
    assert ladder.position == 5
    assert ladder.amount_at(6) == 6_000


def test_nothing_is_drawn_before_the_count_is_known() -> None:
    assert render_ladder(build("zhongshan", "employment-subsidy")) is None
    assert render_ladder(None) is None
    assert CATALOGUE["months_employed"].short in str(
        render_ladder(build("zhongshan", "employment-subsidy", months_employed=3))
    )


def test_a_rate_that_is_open_draws_nothing() -> None:
    facts = {**LADDERS["ningxia", "employer-insurance-subsidy"], "employer_contribution": None}
    assert build_ladder(find("ningxia", "employer-insurance-subsidy", facts)) is None
