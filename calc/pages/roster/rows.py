"""Render the rows page by page, and the units: what each person or unit gets, lacks, and is refused for."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from htpy import Element, Node, button, details, h3, li, nav, section, span, strong, summary, td, th, tr, ul

from calc.pages.roster.run import Run
from calc.parts.tables import make_scroll, render_table
from calc.parts.wording import IN_KIND
from calc.roster.cells import Cell, spell_cell
from calc.roster.mistakes import quote_cell
from calc.spreadsheets.asked import list_of_units, list_personal
from calc.spreadsheets.results import COLUMNS
from calc.spreadsheets.units import Concluded

ON_PAGE = 25
"""Rows drawn at once: more would make the page slow, and nobody reads them all."""


class Told(NamedTuple):
    """What a row has of a provision, in words; the columns of a table of results, with the provision's title."""

    title: str
    status: str
    amount: str | None
    low: Cell
    high: Cell
    missing: str | None
    why: str | None
    heads: str | None = None
    """How many people count, of a unit."""

    @property
    def name(self) -> str:
        """The provision and its status."""
        return f"{self.title}：{self.status}{f'（计入 {self.heads} 人）' if self.heads else ''}"


def render_rows(run: Run, page: int) -> Element:
    """Render a page of persons, counted from 0; one beyond the last is the last."""
    return _render_page(
        *("rows", "每一行", ("行", "谁", "能领什么", "问题")), lambda place: _render_row(run, place), run.done, page
    )


def render_unit_rows(run: Run, units: Concluded, page: int) -> Element:
    """Render a page of units, counted from 0; one beyond the last is the last."""
    columns = ("单位", "人数", "能领什么", "问题")
    return _render_page(
        *("units", "每个单位", columns), lambda place: _render_unit(run, units.rows[place]), len(units.rows), page
    )


def _render_page(
    name: str, title: str, columns: Sequence[str], render: Callable[[int], Element], rows: int, page: int
) -> Element:
    """Render a page of `rows` rows, each as `render` does."""
    last = max(-(-rows // ON_PAGE) - 1, 0)
    page = min(max(page, 0), last)
    first = page * ON_PAGE
    shown = range(first, min(first + ON_PAGE, rows))
    id_ = f"roster-{name}"
    return section(".roster-rows", id=id_, aria_labelledby=f"{id_}-title", tabindex="-1")[
        h3(id=f"{id_}-title")[title],
        _render_pager(name, title, page, first, rows),
        make_scroll(f"{title}能领什么", render_table(".roster-people", columns, map(render, shown))),
    ]


def _render_pager(name: str, title: str, page: int, first: int, rows: int) -> Element:
    """Render where the page lies among all, and the ways to others."""
    last, end = max(-(-rows // ON_PAGE) - 1, 0), min(first + ON_PAGE, rows)
    ways = (
        ("第一页", 0, page > 0),
        ("上一页", page - 1, page > 0),
        ("下一页", page + 1, page < last),
        ("最后一页", last, page < last),
    )
    return nav(".roster-pager", aria_label=f"{title}翻页")[
        span[f"第 {first + 1:,} 至 {end:,} 个，共 {rows:,} 个"] if rows else span["没有行"],
        (
            button(".md-button", type="button", data_action=name, data_rows=str(to), disabled=not is_open)[words]
            for words, to, is_open in ways
        ),
    ]


def _render_row(run: Run, place: int) -> Element:
    problem, *cells = run.told[place]
    width = len(COLUMNS)
    told = [
        Told(item.title, *told)
        for item, told in zip(list_personal(run.policy), _cut(cells, width), strict=True)
        if any(told)
    ]
    return tr[
        th(scope="row")[f"{run.headers.row + place + 2:,}"],
        td[_name_person(run, place)],
        td[_render_gains(told)],
        td(".warning")[problem] if problem else td,
    ]


def _render_unit(run: Run, cells: Sequence[Any]) -> Element:
    name, people, problem, *results = cells
    width = len(COLUMNS) + 1
    told = [
        Told._make((item.title, *told[1:], told[0]))
        for item, told in zip(list_of_units(run.policy), _cut(results, width), strict=True)
        if any(told)
    ]
    return tr[
        th(scope="row")[quote_cell(name)[1:-1]],
        td[f"{people:,}"],
        td[_render_gains(told)],
        td(".warning")[problem] if problem else td,
    ]


def _cut(cells: Sequence[Any], width: int) -> list[Sequence[Any]]:
    """Cut the cells of a row into those of each provision."""
    return [cells[start : start + width] for start in range(0, len(cells), width)]


def _name_person(run: Run, place: int) -> str:
    """What stands in the first column that answers nothing and names no unit, which is most often a name."""
    row = run.rows[place]
    headings = enumerate(run.headers.headings)
    column = next((column for column, each in headings if not each.fact and column != run.way.place), None)
    text = spell_cell(row[column]).strip() if column is not None and column < len(row) else ""
    return quote_cell(text)[1:-1] if text else "—"


def _render_gains(told: Sequence[Told]) -> Node:
    """Render what is sure as a list, what lacks answers and what is refused behind a line each."""
    if not told:
        return "—"
    sure = [each for each in told if each.amount and not each.missing]
    paid = [each for each in sure if each.amount != IN_KIND]
    in_kind = [each.name for each in sure if each.amount == IN_KIND]
    lacking = [each for each in told if each.amount and each.missing]
    refused = [each for each in told if not each.amount]
    return [
        ul[(li[each.name, "，", strong[each.amount]] for each in paid)] if paid else None,
        _fold(f"{len(in_kind)} 项服务或办理事项", in_kind),
        _fold(
            f"{len(lacking)} 项还缺答案", [f"{each.name}，{each.amount}（还缺：{each.missing}）" for each in lacking]
        ),
        _fold(f"{len(refused)} 项没有", ["；".join(filter(None, (each.name, each.why))) for each in refused]),
    ]


def _fold(words: str, lines: Sequence[str]) -> Node:
    return details[summary[words], ul[(li[line] for line in lines)]] if lines else None
