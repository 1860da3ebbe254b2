"""Beside our label for the payee stands what the text calls it, wherever a paper, a card or an answer names one."""

import re
from typing import Any

import pytest

from calc.commands.finding import tell_finding
from calc.commands.totals import tell_totals
from calc.explainer.leaflet import render_leaflets
from calc.explainer.rows import render_rows
from calc.explainer.worksheet import render_worksheets
from calc.pages.policy.totals import render_totals
from calc.parts.wording import say_payee, say_payee_of
from calc.policies import POLICIES
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from tests.asking import POOR, ask, show

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
AGENTS = {
    "shaoxing": "劳务中介、经纪人（原文：该市场主体）",
    "zhongshan": "劳务中介、经纪人（原文：受委托的劳务机构）",
    "dalian": "劳务中介、经纪人（原文：经营性人力资源服务机构或劳务经纪人）",
}
PLACED: dict[str, Any] = {
    **POOR,
    "home": "sichuan-paired",
    "works_here": True,
    "first_came": "2018-03-01",
    "job_contribution_months": 3,
    "agent_kind": "broker",
    "workers_placed": 4,
}


def read(html: object) -> str:
    return re.sub("<[^>]+>", "", str(html))


@policies
def test_a_card_says_what_the_text_calls_the_payee(policy: Policy) -> None:
    cards = read(render_rows(policy, {}))
    for provision in policy.provisions:
        said = say_payee(provision)
        assert said.endswith(f"（原文：{provision.called}）") is bool(provision.called)
        assert f"{said}；{provision.nature.label}" in cards


@pytest.mark.parametrize(("policy", "agent"), AGENTS.items())
def test_papers_and_rows_say_it_where_all_that_is_granted_agrees(policy: str, agent: str) -> None:
    found = POLICIES[policy]
    for page in (render_rows(found, {}), render_leaflets(found), render_worksheets(found)):
        assert agent in read(page)


def test_where_the_text_has_several_names_the_label_stands_alone() -> None:
    granted = POLICIES["shaoxing"].provisions
    assert len({item.called for item in granted if Payee.EMPLOYER in item.payees}) > 1
    assert say_payee_of(Payee.EMPLOYER, [item for item in granted if Payee.EMPLOYER in item.payees]) == "用人单位"


def test_the_answer_says_it_with_the_provision_and_the_sum() -> None:
    item: Any = show("shaoxing", "agent-subsidy", **PLACED)
    assert (item["payee"], item["payee_called"]) == ("agent", "该市场主体")
    answer = ask("shaoxing", "agent", **PLACED)
    (told,) = (each for each in answer.concerned if each.finding.provision.id == "agent-subsidy")
    assert f"  给谁：{AGENTS['shaoxing']}" in tell_finding(told)
    assert f"{AGENTS['shaoxing']} · 各区" in read(render_totals(answer))
    assert any(AGENTS["shaoxing"] in line for line in tell_totals(answer))
