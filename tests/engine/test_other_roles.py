"""Whoever is paid in another role as well is told so: an employer that is a workshop, a worker with a family."""

from collections.abc import Iterator

import pytest

from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.engine.other_roles import find_other_roles
from calc.engine.outcome import Status
from calc.facts.catalogue import Answers
from calc.parts.wording import applicants_of
from calc.policies import POLICIES
from calc.rules.payees import WANTED, Payee
from calc.rules.policy import Policy
from calc.values.truth import Verdict
from tests.asking import ask

KINDS = ("employer_kind", "agent_kind")
"""What a unit says of itself."""
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


def name_roles(policy: str, who: str, **facts: object) -> dict[str, list[str]]:
    found = find_other_roles(ask(policy, who, **facts))
    return {role.value: [finding.provision.id for finding in findings] for role, findings in found.items()}


def iterate_told(policy: Policy) -> Iterator[tuple[Payee, Answers]]:
    """Every role, with every option of what it is asked about itself."""
    for who in applicants_of(policy):
        asked = {fact for provision in policy.provisions if who in provision.payees for fact in provision.facts}
        for fact in (fact for fact in KINDS if fact in asked):
            for option in policy.options_of(fact):
                yield who, {fact: (option,)}


@policies
def test_what_a_unit_says_of_itself_leaves_nothing_out_that_is_paid_for_being_so(policy: Policy) -> None:
    for who, told in iterate_told(policy):
        answer = Answer(assess(policy, told), (who,))
        named = {finding for findings in find_other_roles(answer).values() for finding in findings}
        for finding in answer.findings:
            is_asked = not told.keys().isdisjoint(finding.provision.facts)
            is_so = is_asked and any(step.verdict is Verdict.YES for step in finding.outcome.judged)
            if is_so and finding.provision.nature in WANTED and not finding.concerns((who,)):
                assert finding in named, (who, told, finding.provision.id)


@policies
def test_nothing_is_named_that_is_refused_or_ones_own(policy: Policy) -> None:
    for who in applicants_of(policy):
        for role, findings in find_other_roles(Answer(assess(policy, {}), (who,))).items():
            assert role is not who
            assert not any(finding.status.is_refused or finding.concerns((who,)) for finding in findings)


def test_an_employer_that_is_a_workshop_is_told_of_the_award_for_workshops() -> None:
    assert name_roles("ningxia", "employer", employer_kind="workshop")["carrier"] == ["carrier-subsidy"]
    assert "carrier" not in name_roles("ningxia", "employer", employer_kind="small-enterprise")


def test_an_employer_who_is_not_asked_what_he_is_is_told_too() -> None:
    assert "base-award" in name_roles("jining", "employer")["carrier"]


def test_a_worker_is_told_of_what_his_family_gets() -> None:
    assert "two-graduates" in name_roles("ningxia", "worker")["family"]
    assert name_roles("ningxia", "worker", is_registered_poor=False).get("family") is None


def test_a_labour_agency_with_people_of_its_own_is_told_of_the_subsidy_for_agents() -> None:
    assert "agent-subsidy" in name_roles("dalian", "employer", employer_kind="labour-agency")["agent"]
    assert "agent" not in name_roles("dalian", "employer", employer_kind="domestic-service")


def test_who_asks_for_everybody_has_no_other_role() -> None:
    assert find_other_roles(ask("ningxia")) == {}


def test_what_is_granted_in_the_other_role_counts_as_granted() -> None:
    facts = {
        "is_registered_poor": True,
        "home": "ningxia",
        "employer_kind": "workshop",
        "is_in_poor_village": True,
        "is_local_employer": True,
        "months_employed": 12,
        "has_contract": True,
        "is_fully_insured": True,
        "workers_hired": 35,
    }
    (finding,) = find_other_roles(ask("ningxia", "employer", **facts))[Payee.CARRIER]
    assert finding.status is Status.ELIGIBLE
