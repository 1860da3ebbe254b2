"""Render the budget of some assumptions beside the document's own."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from htpy import Element, Node, div, h4, p, span, strong

from calc.pages.planning.assumptions import DOCUMENT_ASSUMPTIONS, Assumptions, name_field, say_guess
from calc.pages.planning.budget import BudgetYear
from calc.pages.planning.document import DOCUMENT_TABLE, name_year
from calc.pages.planning.figures import Figures, render_figures, say_difference, say_wan, sum_lines
from calc.pages.planning.reading import SiftedAssumptions
from calc.pages.planning.steps import render_steps
from calc.parts.answer_bar import render_answer_bar
from calc.parts.bars import render_bar, render_key
from calc.parts.shell import offer_file, render_place
from calc.parts.wording import DISCLAIMER


def render_budget(sifted: SiftedAssumptions, years: tuple[BudgetYear, ...]) -> Element:
    """Render the budget of each year, with a warning for each wrong box."""
    return render_place(
        "测算结果",
        p(".disclaimer")[DISCLAIMER],
        (p(".warning")[f"{name_field(field)}：{text}这里先按文件的数算。"] for field, text in sifted.errors.items()),
        render_outcome(sifted, years),
        div(".budget-buttons")[offer_file("csv", "下载表格（CSV）")],
    )


def render_outcome(sifted: SiftedAssumptions, years: tuple[BudgetYear, ...]) -> Node:
    """Render the figures. A wrong box leaves them incomplete, so they are not compared with the document's."""
    figures = {year.year: year.lines for year in years}
    compared = "（有填错的没有算进去）" if sifted.errors else f"（{compare_total(figures)}）"
    return [
        (p(".warning")[sentence] for sentence in _say_missed_targets(sifted.assumptions)),
        p(".budget-total")[strong[say_total(years)], compared],
        render_steps(years),
        render_figures("按所填假设（万元）", figures, DOCUMENT_TABLE),
        _render_bars(figures),
        p(".reading")[say_guess()],
        p(".hint")["没有完成当年目标的，劳务机构这一项给多少文件没有写，这里按 0 算。"],
    ]


def say_total(years: tuple[BudgetYear, ...]) -> str:
    """Say the total of all years as a sum: 54 + 103 + 103 = 260 万元."""
    whole = sum((year.total for year in years), Fraction(0))
    return f"{' + '.join(say_wan(year.total) for year in years)} = {say_wan(whole)} 万元"


def render_budget_bar(years: tuple[BudgetYear, ...], mistakes: Sequence[str] = ()) -> Element:
    """Render the total of all years in the bar at the foot of the window."""
    total = sum((year.total for year in years), Fraction(0))
    return render_answer_bar(f"三年合计 {say_wan(total)} 万元", "按所填的假设", mistakes=mistakes)


def _say_missed_targets(assumptions: Mapping[int, Assumptions]) -> Iterator[str]:
    """Warn of a target said to be met with fewer persons than the document plans."""
    for year, document in DOCUMENT_ASSUMPTIONS.items():
        assumed = assumptions[year]
        if assumed.meets_target and assumed.placements < document.placements:
            yield (
                f"{name_year(year)}文件的目标是 {document.placements} 人，这里填了 {assumed.placements} 人，"
                "又选了完成年度目标；劳务机构这一项按完成计算。"
            )


def compare_total(figures: Figures) -> str:
    """Compare the total with the document's own."""
    if figures == DOCUMENT_TABLE:
        return "与文件写明的数和推算的数完全一致"
    total = sum_lines(DOCUMENT_TABLE, "")
    difference = say_difference(sum_lines(figures, "") - total)
    if not difference:
        return f"合计与文件的 {say_wan(total)} 万元相同，分项不同"
    return f"比文件的 {say_wan(total)} 万元{difference} 万元"


def _render_bars(figures: Figures) -> Element:
    scale = max(sum_lines(each, "", year) for each in (figures, DOCUMENT_TABLE) for year in figures)
    return div(".bars")[
        h4["每年合计"],
        (
            div(".bar-row")[
                span[f"{name_year(year)}：{say_wan(sum_lines(figures, '', year))} 万元"],
                render_bar(sum_lines(figures, "", year), sum_lines(DOCUMENT_TABLE, "", year), scale),
            ]
            for year in figures
        ),
        render_key("所填假设", "文件的预算多出的部分"),
    ]
