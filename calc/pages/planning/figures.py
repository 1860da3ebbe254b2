"""Say a budget's figures in 万元, and render them as a table."""

from collections.abc import Mapping
from fractions import Fraction

from htpy import Element, Node, span, strong

from calc.pages.planning.document import BUDGET_LINES, DERIVED, SUBTOTALS, name_document
from calc.parts.tables import render_row, render_table
from calc.rules.plans import BudgetLine
from calc.values.money import ZERO

Figures = Mapping[int, Mapping[str, Fraction]]
"""Sums in yuan by year and line."""


def say_wan(amount: Fraction) -> str:
    """Say a sum in 万元, to the yuan: 54, 6.6667."""
    yuan = int(abs(amount) + Fraction(1, 2))
    whole, rest = divmod(yuan, 10_000)
    return f"{whole:,}" + (f".{rest:04d}".rstrip("0") if rest else "")


def say_difference(amount: Fraction) -> str:
    """Say a difference in 万元: 多 1.2; nothing below one yuan."""
    if say_wan(amount) == "0":
        return ""
    return f"{'多' if amount > 0 else '少'} {say_wan(amount)}"


def sum_lines(figures: Figures, key: str, year: int | None = None) -> Fraction:
    """Sum one line for a year or for all years; "" stands for all lines."""
    years = figures if year is None else (year,)
    return sum((figures[each][line] for each in years for line in BUDGET_LINES if key in ("", line)), Fraction(0))


def render_figures(title: str, figures: Figures, document: Figures | None = None) -> Element:
    """Render a budget in 万元 by line and year with its totals, and its differences from the document.

    The document's own budget is given alone: it marks what the document does not name, and adds its subtotals.
    """
    subtotals = () if document else SUBTOTALS
    rows = (
        *(_render_line(key, label, figures, document) for key, label in BUDGET_LINES.items()),
        *(_render_subtotal(line) for line in subtotals),
        _render_line("", "合计", figures, document),
    )
    return render_table(".figures", ("项目", *map(str, figures), "合计"), rows, title)


def _render_line(key: str, label: str, figures: Figures, document: Figures | None) -> Element:
    def show(year: int | None) -> Node:
        amount = sum_lines(figures, key, year)
        difference = say_difference(amount - sum_lines(document, key, year)) if document else ""
        mark = "" if document or (year, key) not in DERIVED else "推算"
        words: Node = say_wan(amount) if key else strong[say_wan(amount)]
        beside = f"比{name_document(year, key)}{difference}" if difference else mark
        return [words, span(".difference")[beside] if beside else None]

    return render_row(label, *map(show, figures), show(None), class_=None if key else "sum")


def _render_subtotal(line: BudgetLine) -> Element:
    return render_row(f"其中：{line.label}", *map(say_wan, line.figures), say_wan(sum(line.figures, ZERO)))
