"""Every row of tests/cases/*.md comes to what it says: status, amount, what is missing, and the clause."""

import pytest

from building.places import ROOT
from calc.engine.assess import assess
from calc.engine.outcome import Status
from calc.facts.check import check_facts
from calc.policies import POLICIES
from calc.proof.cases import BECAUSE, RESULT, TRIAL, CaseRow, find_differences, parse_cases
from calc.rules.case import Step
from calc.rules.policy import Policy
from calc.values.truth import Verdict
from tests.regions.register import read_own_file

FOLDER = ROOT / "tests/cases"
TABLES = {
    policy: parse_cases((FOLDER / f"{policy}.md").read_text(encoding="utf-8"))
    for policy in POLICIES
    if (FOLDER / f"{policy}.md").exists()
}
ROWS = [
    pytest.param(policy, row, id=f"{policy}.md:{row.line}")
    for policy, tables in TABLES.items()
    for table in tables
    for row in table.rows
]


@pytest.mark.parametrize(("policy", "row"), ROWS)
def test_case(policy: str, row: CaseRow) -> None:
    finding = assess(POLICIES[policy], check_facts(row.facts)).finding(row.provision)
    assert find_differences(row, finding) == {}
    if trial := row.expected.get(TRIAL):
        told = (f"按所填数试算：{trial} 元；", f"替本人缴纳 {trial} 元，")
        assert any(step.found.startswith(told) for step in _flatten(finding.outcome.steps))
    if because := row.expected.get(BECAUSE):
        decisive = [step for step in _flatten(finding.outcome.steps) if _decides(step, finding.status.is_refused)]
        assert any(because in (step.phrase, step.clause) or because in step.phrase for step in decisive)


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_every_policy_has_cases_for_every_provision(policy: Policy) -> None:
    covered = {table.provision for table in parse_cases(read_own_file("cases", policy.id))}
    assert covered == {provision.id for provision in policy.provisions}


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_nothing_is_granted_to_a_stay_without_a_month_that_may_lie_before_the_term(policy: Policy) -> None:
    """Whoever was granted it is granted nothing by 0 months and being there no longer, with no day at all."""
    placed = {provision.id: provision.during.stay for provision in policy.provisions if provision.during}
    rows = [row for table in TABLES[policy.id] for row in table.rows if row.provision in placed]
    granted = [row for row in rows if row.expected[RESULT] == Status.ELIGIBLE.label]
    assert {row.provision for row in granted} == set(placed)
    for row in granted:
        stay = placed[row.provision]
        facts = {fact: answer for fact, answer in row.facts.items() if fact not in stay.facts}
        asked = assess(policy, check_facts({**facts, stay.months: "0", stay.ongoing: "否"}))
        assert asked.finding(row.provision).status is not Status.ELIGIBLE, row


def _decides(step: Step, is_refused: bool) -> bool:
    return (step.verdict is Verdict.NO) if is_refused else (step.verdict is not Verdict.NO)


def _flatten(steps: tuple[Step, ...]) -> list[Step]:
    return [inner for step in steps for inner in (step, *_flatten(step.parts))]
