"""Render what all rows come to together: the sums by payee and fund, and how many people get what."""

from htpy import Element, Node, caption, h3, p, section, strong, table, tbody

from calc.pages.policy.result import say_edition
from calc.pages.roster.run import Run
from calc.pages.roster.wording import say_counts, say_sum, say_table
from calc.parts.tables import make_scroll, render_head, render_row
from calc.parts.wording import DISCLAIMER, render_expired, say_payee_of
from calc.spreadsheets.assessing import list_personal


def render_sums(run: Run) -> Element:
    """Render the sums, and the marks by which people check them: what is printed."""
    policy, provisions = run.policy, list_personal(run.policy)
    return section("#roster-sums.roster-printed", aria_labelledby="roster-sums-title", tabindex="-1")[
        h3("#roster-sums-title")[f"{policy.region}：合计"],
        p[say_read(run)],
        p(".warning")[f"{run.assessing.contradicting:,} 行的答案互相矛盾，没有计入合计。"]
        if run.assessing.contradicting
        else None,
        render_expired(policy),
        [p[say_payee_of(row.payee, provisions), " · ", row.fund, "：", strong[say_sum(row)]] for row in run.sums.totals]
        or p["没有能领的钱。"],
        make_scroll(
            "每一项各有多少人",
            table[
                caption["每一项各有多少人"],
                render_head(("条款", "项目", "人数")),
                tbody[
                    (
                        render_row(item.clause, item.title, say_counts(run.sums.statuses.get(item.id, {})))
                        for item in provisions
                    )
                ],
            ],
        ),
        p(".receipt")[f"{policy.number}；{_say_day(run)}{say_edition(policy)}"],
        p(".hint")[DISCLAIMER],
    ]


def say_read(run: Run) -> Node:
    """Say which file was read, and how many of its rows are persons."""
    read = say_table(run.table.sheet, run.done, run.assessing.persons)
    mended = f"；在网页里改了 {run.table.mended:,} 格" if run.table.mended else ""
    return f"{run.table.name}：{read}{mended}。"


def _say_day(run: Run) -> str:
    as_of = run.common.get("as_of")
    return f"按 {as_of} 测算；" if as_of else ""
