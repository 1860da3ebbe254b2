"""Render what all rows come to together: the sums by payee and fund, and how many people get what."""

from collections.abc import Iterable, Iterator

from htpy import Element, Node, caption, h3, p, section, strong, table, tbody

from calc.pages.policy.result import say_edition
from calc.pages.roster.run import Run
from calc.pages.roster.wording import say_counts, say_sum, say_table
from calc.parts.tables import make_scroll, render_head, render_row
from calc.parts.wording import DISCLAIMER, render_expired, say_both, say_payee_of
from calc.spreadsheets.asked import list_of_units, list_personal
from calc.spreadsheets.units import Concluded


def render_sums(run: Run) -> Element:
    """Render the sums, and the marks by which people check them: what is printed."""
    policy = run.policy
    return section("#roster-sums.roster-printed", aria_labelledby="roster-sums-title", tabindex="-1")[
        h3("#roster-sums-title")[f"{policy.region}：合计"],
        p[say_read(run)],
        p(".warning")[f"{run.assessing.contradicting:,} 行的答案互相矛盾，没有计入合计。"]
        if run.assessing.contradicting
        else None,
        render_expired(policy),
        p[f"按另一种读法：{say_both(run.way.other, '本站的读法')}"] if run.way.other else None,
        [p[say_payee_of(row.payee, run.provisions), " · ", row.fund, "：", strong[say_sum(row)]] for row in run.totals]
        or p["没有能领的钱。"],
        p(".hint")["只算了付给每个人的；单位能领的，请在上面选好“单位能领的，要不要一起算”，再算一次。"]
        if not run.way.counts_units
        else None,
        _render_counts("每一项各有多少人", "人数", _count_persons(run)),
        _render_counts("单位的每一项各有多少单位", "单位", _count_units(run, run.units)) if run.units else None,
        p(".receipt")[f"{policy.number}；{_say_day(run)}{say_edition(policy)}"],
        p(".hint")[DISCLAIMER],
    ]


def _render_counts(words: str, counted: str, rows: Iterable[tuple[str, str, str]]) -> Element:
    """Render for each provision how many have which status."""
    return make_scroll(
        words,
        table[
            caption[words],
            render_head(("条款", "项目", counted)),
            tbody[(render_row(*row) for row in rows)],
        ],
    )


def _count_persons(run: Run) -> Iterator[tuple[str, str, str]]:
    for item in list_personal(run.policy):
        yield item.clause, item.title, say_counts(run.sums.statuses.get(item.id, {}))


def _count_units(run: Run, units: Concluded) -> Iterator[tuple[str, str, str]]:
    for item in list_of_units(run.policy):
        yield item.clause, item.title, say_counts(units.statuses[run.policy.id][item.id], "个单位")


def say_read(run: Run) -> Node:
    """Say which file was read, and how many of its rows are persons."""
    read = say_table(run.table.sheet, run.done, run.assessing.persons)
    mended = f"；在网页里改了 {run.table.mended:,} 格" if run.table.mended else ""
    units = f"，{len(run.units.rows):,} 个单位" if run.units else ""
    return f"{run.table.name}：{read}{units}{mended}。"


def _say_day(run: Run) -> str:
    as_of = run.common.get("as_of")
    return f"按 {as_of} 测算；" if as_of else ""
