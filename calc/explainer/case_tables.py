"""Render the officers' worked examples of a policy as tables, each below its provision."""

from collections.abc import Sequence

from htpy import Element, Node, a, div, h2, p, section, td, tr

from calc.facts.catalogue import CATALOGUE
from calc.parts.tables import make_scroll, render_table
from calc.parts.wording import name_with_clause
from calc.proof.cases import CaseTable
from calc.rules.policy import Policy
from calc.rules.provision import Provision


def render_case_tables(policy: Policy, cases: Sequence[CaseTable]) -> Element:
    """Render every table, in the order of the document."""
    return div(".papers")[
        (
            _render_provision(provision, mine)
            for provision in policy.provisions
            if (mine := [item for item in cases if item.provision == provision.id])
        )
    ]


def _render_provision(provision: Provision, cases: Sequence[CaseTable]) -> Element:
    return section(".paper.case-sheet")[
        h2(id=provision.id)[name_with_clause(provision)],
        p[a(href=f"../#{provision.id}")["看这一条的说明"]],
        (_render_table(item, number) for number, item in enumerate(cases, 1)),
    ]


def _render_table(item: CaseTable, number: int) -> Node:
    shared = "；".join(f"{CATALOGUE[fact].short} {value}" for fact, value in item.shared.items())
    facts = {CATALOGUE[fact].short: fact for row in item.rows for fact in row.facts}
    rows = (
        tr[(td[row.expected.get(name, row.facts.get(facts.get(name, ""), ""))] for name in item.columns)]
        for row in item.rows
    )
    return [
        p(".hint")[f"共同事实：{shared}"] if shared else None,
        make_scroll(f"{item.title}算例 {number}", render_table(".case-table", item.columns, rows)),
    ]
