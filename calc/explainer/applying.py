"""Say how to apply under a policy: what to get ready, where to go, and until when, as far as its document tells."""

from collections.abc import Iterator

from htpy import Element, Node, a, details, li, ol, strong, summary, ul

from calc.parts.wording import can_apply, say_last_claim
from calc.rules.payees import WANTED
from calc.rules.policy import Policy
from calc.rules.provision import Provision


def render_applying(policy: Policy) -> Element:
    """Render the steps of an application as a numbered list."""
    claimed = tuple(item for item in policy.provisions if item.nature in WANTED and can_apply(item))
    return ol(".applying")[
        li[strong["先算一算："], "看够不够条件，还缺什么。", a(href="#_2")["到“算一算”"]],
        li[
            strong["备好材料："],
            "先问经办机构要带什么。",
            _open_on_demand("文件写明的材料", _list_evidence(claimed)),
        ],
        li[strong["到哪里办："], _open_on_demand("每一项去哪里", _list_offices(policy, claimed))],
        li[strong["最晚哪天："], f"{say_last_claim(policy)}。"],
    ]


def _open_on_demand(name: str, lines: Iterator[Node]) -> Element:
    """Close a list that is as long as the policy has provisions: a phone holds the page in a few screens."""
    return details[summary[name], ul[lines]]


def _list_evidence(claimed: tuple[Provision, ...]) -> Iterator[Node]:
    """List the papers, with what they are for; what needs the same papers stands together."""
    by_papers: dict[tuple[str, ...], list[Provision]] = {}
    for item in claimed:
        by_papers.setdefault(item.evidence, []).append(item)
    for papers, items in by_papers.items():
        if papers:
            yield li[_name(items), f"：{'、'.join(papers)}"]
    if unnamed := by_papers.get(()):
        yield li[_name(unnamed), "：文件没有列材料"]


def _list_offices(policy: Policy, claimed: tuple[Provision, ...]) -> Iterator[Node]:
    """List the offices, with what they are for; where the text names none, whoever issued it can tell."""
    by_office: dict[str, list[Provision]] = {}
    for item in claimed:
        by_office.setdefault(item.office.text if item.office else "", []).append(item)
    for office, items in by_office.items():
        if office:
            yield li[_name(items), f"：{office}"]
    if unnamed := by_office.get(""):
        yield li[_name(unnamed), f"：文件没有写，可以问发文的{policy.issuer}"]


def _name(items: list[Provision]) -> Node:
    """Name provisions, each with the way to its card."""
    return [["、" if number else "", a(href=f"#{item.id}")[item.title]] for number, item in enumerate(items)]
