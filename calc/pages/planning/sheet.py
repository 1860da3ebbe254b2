"""Render the assumptions and the budget as a sheet of paper."""

from htpy import Element, h2, h3, p, section

from calc.pages.planning.assumptions import QUESTIONS
from calc.pages.planning.budget import BudgetYear
from calc.pages.planning.document import name_year
from calc.pages.planning.reading import IGNORED, SiftedAssumptions
from calc.pages.planning.result import render_outcome
from calc.parts.field import YES_NO
from calc.parts.sheet import render_receipt
from calc.parts.tables import render_row, render_table
from calc.parts.wording import DISCLAIMER
from calc.policies.zhongshan import ZHONGSHAN
from calc.version import VERSION


def render_budget_sheet(sifted: SiftedAssumptions, years: tuple[BudgetYear, ...], link: str) -> Element:
    """Render the sheet; `link` leads back to the assumptions."""
    return section("#calculator-sheet.sheet")[
        h2[f"{ZHONGSHAN.region}预算测算"],
        p(".sheet-claim")[DISCLAIMER],
        p[f"文件：{ZHONGSHAN.title}（{ZHONGSHAN.number}）"],
        h3["所填假设"],
        _render_assumptions(sifted),
        h3["测算结果"],
        render_outcome(sifted, years),
        render_receipt(
            link, "扫码打开带这些假设的页面。", f"核对用：计算器 {VERSION}；条款指纹 {ZHONGSHAN.short_fingerprint}。"
        ),
    ]


def _render_assumptions(sifted: SiftedAssumptions) -> Element:
    years = sifted.assumptions
    rows = (
        render_row(question.short, *(_say_assumed(sifted, year, name) for year in years))
        for name, question in QUESTIONS.items()
    )
    return render_table(".figures", ("假设", *map(name_year, years)), rows)


def _say_assumed(sifted: SiftedAssumptions, year: int, name: str) -> str:
    text = QUESTIONS[name].spell(getattr(sifted.assumptions[year], name))
    unit = getattr(QUESTIONS[name], "unit", "")
    words = f"{text} {unit}" if unit else YES_NO[text]
    return f"{words}（{IGNORED}）" if f"{year}.{name}" in sifted.errors else words
