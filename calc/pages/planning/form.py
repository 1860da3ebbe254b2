"""The form for the assumptions of a budget, year by year, and what comes out of them."""

import json
from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from htpy import (
    Element,
    Node,
    button,
    div,
    fieldset,
    form,
    h2,
    h3,
    h4,
    label,
    legend,
    li,
    p,
    section,
    span,
    strong,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)
from htpy import input as input_

from calc.pages.planning.budget import DOCUMENT_TABLE, Assumptions, BudgetYear, document_assumptions, reckon_budget
from calc.pages.planning.plans import name_year, render_figures, say_difference, say_guess, say_wan, sum_lines
from calc.parts.bars import render_bar, render_key
from calc.parts.code import can_be_scanned, render_code
from calc.parts.field import YES_NO, choose
from calc.parts.shell import render_shell
from calc.parts.wording import DISCLAIMER
from calc.policies.zhongshan import ZHONGSHAN
from calc.values.money import spell_decimal
from calc.version import VERSION

LABELS: Mapping[str, tuple[str, str]] = {
    "placements": ("输送就业多少人？", "人"),
    "months": ("每人在职满几个月？", "个月"),
    "lower_rate": ("取得中级及以下证书的占多少？", "%"),
    "higher_rate": ("取得高级及以上证书的占多少？", "%"),
    "meets_target": ("完成当年目标了吗？", ""),
}
"""Each assumption's question and unit."""
SHORT: Mapping[str, str] = {
    "placements": "输送人数",
    "months": "在职月数",
    "lower_rate": "中级及以下证书比例",
    "higher_rate": "高级及以上证书比例",
    "meets_target": "完成年度目标",
}
IGNORED = "填得不对，按文件的数"
HINT = "最多算一年；劳务输出补贴要满 3 个月才有，就业补助按月算。"


def spell_assumptions(assumed: Assumptions) -> dict[str, str]:
    """Assumptions as they stand in the boxes of a form."""
    return {
        "placements": str(assumed.placements),
        "months": str(assumed.months),
        "lower_rate": _spell_rate(assumed.lower_rate),
        "higher_rate": _spell_rate(assumed.higher_rate),
        "meets_target": "yes" if assumed.meets_target else "no",
    }


def _spell_rate(rate: Fraction) -> str:
    """A share in percent: 66.67, 25."""
    return spell_decimal(rate * 100).removesuffix(".00")


DOCUMENT_VALUES: Mapping[str, str] = {
    f"{year}.{name}": text
    for year, assumed in document_assumptions().items()
    for name, text in spell_assumptions(assumed).items()
}
"""What stands in the form at first: the document's own assumptions, by field name."""


def field_id(year: str, name: str) -> str:
    """The id of the field that a complaint links to."""
    return f"f-{year}-{name}-yes" if name == "meets_target" else f"f-{year}-{name}"


def render_planning(runtime: str) -> Element:
    """The calculator of the planning page as it stands before Python has loaded: the document's own assumptions."""
    document = document_assumptions()
    budget = render_budget(document, reckon_budget(document))
    return render_shell("planning", runtime, render_budget_form(DOCUMENT_VALUES, {}), budget)


def render_budget_form(values: Mapping[str, str], errors: Mapping[tuple[str, str], str]) -> Element:
    """The whole form; `errors` by year and name of the field."""
    return form("#calculator-form.budget-form", novalidate=True, autocomplete="off")[
        p(".hint", id="hint-months")[HINT],
        (_ask_year(year, values, errors) for year in DOCUMENT_TABLE),
        div(".budget-buttons")[
            button(".md-button.md-button--primary", type="submit")["计算"],
            button(".md-button", type="button", data_example=json.dumps(dict(DOCUMENT_VALUES)))["回到文件的假设"],
        ],
    ]


def render_budget(
    assumptions: Mapping[int, Assumptions], years: tuple[BudgetYear, ...], ignored: tuple[str, ...] = ()
) -> Element:
    """The budget of each year beside the document's own; `ignored` names the boxes that could not be read."""
    figures = {year.year: year.lines for year in years}
    document = {year: dict(lines) for year, lines in DOCUMENT_TABLE.items()}
    return section("#calculator-result.calculator-result", aria_label="测算结果", tabindex="-1")[
        h3(".result-title")["测算结果"],
        p(".disclaimer")[DISCLAIMER],
        (p(".warning")[f"“{name}”填得不对，这次按文件的数计算。"] for name in ignored),
        (p(".warning")[sentence] for sentence in say_missed_targets(assumptions)),
        _render_outcome(years, figures, document, is_whole=not ignored),
        div(".budget-buttons")[
            button(".md-button", type="button", data_action="file", data_file="csv")["下载表格（CSV）"],
        ],
    ]


def render_budget_sheet(
    assumptions: Mapping[int, Assumptions],
    years: tuple[BudgetYear, ...],
    link: str,
    ignored: Collection[tuple[str, str]],
) -> Element:
    """The assumptions and the budget as a sheet of paper; `link` leads back to them.

    `ignored` are the boxes, by year and name, that could not be read.
    """
    figures = {year.year: year.lines for year in years}
    document = {year: dict(lines) for year, lines in DOCUMENT_TABLE.items()}
    texts = {year: spell_assumptions(assumed) for year, assumed in assumptions.items()}
    return section("#calculator-sheet.sheet")[
        h2[f"{ZHONGSHAN.region}预算测算"],
        p(".sheet-claim")[DISCLAIMER],
        p[f"文件：{ZHONGSHAN.title}（{ZHONGSHAN.number}）"],
        h3["所填假设"],
        table(".figures")[
            thead[tr[th(scope="col")["假设"], (th(scope="col")[name_year(year)] for year in texts)]],
            tbody[
                (
                    tr[
                        th(scope="row")[short],
                        (td[_say_assumed(name, texts[year][name], (str(year), name) in ignored)] for year in texts),
                    ]
                    for name, short in SHORT.items()
                )
            ],
        ],
        h3["测算结果"],
        (p(".warning")[sentence] for sentence in say_missed_targets(assumptions)),
        _render_outcome(years, figures, document, is_whole=not ignored),
        div(".sheet-receipt")[
            render_code(link),
            p[
                "扫码打开带这些假设的页面。" if can_be_scanned(link) else None,
                f"计算器 {VERSION}；条款指纹 {ZHONGSHAN.short_fingerprint}。",
            ],
        ],
    ]


def say_missed_targets(assumptions: Mapping[int, Assumptions]) -> Iterator[str]:
    """Where fewer are placed than the document's plan wants, and the target is said to be met all the same."""
    for year, document in document_assumptions().items():
        assumed = assumptions[year]
        if assumed.meets_target and assumed.placements < document.placements:
            yield (
                f"{name_year(year)}文件的目标是 {document.placements} 人，这里填了 {assumed.placements} 人，"
                "又选了完成年度目标；劳务机构这一项按完成计算。"
            )


def say_total(years: tuple[BudgetYear, ...]) -> str:
    """The total of all years as a sum: 54 + 103 + 103 = 260 万元."""
    return f"{' + '.join(say_wan(year.total) for year in years)} = {say_wan(sum_all(years))} 万元"


def sum_all(years: tuple[BudgetYear, ...]) -> Fraction:
    """All years together."""
    return sum((year.total for year in years), Fraction(0))


def _render_outcome(
    years: tuple[BudgetYear, ...],
    figures: dict[int, dict[str, Fraction]],
    document: dict[int, dict[str, Fraction]],
    *,
    is_whole: bool,
) -> Node:
    """The figures; only where all that was typed is in them are they measured against the document's."""
    compared = f"（{_compare_total(figures, document)}）" if is_whole else "（有填错的没有算进去）"
    return [
        p(".budget-total")[strong[say_total(years)], compared],
        render_figures("按所填假设（万元）", figures, document),
        _render_bars(figures, document),
        p(".reading")[say_guess()],
        ul[
            li["没有完成当年目标的，劳务机构这一项按 0 算。"],
            li["证书人数按比例折算，不取整；表里精确到元，下载的表格精确到分。"],
        ],
    ]


def _say_assumed(name: str, text: str, is_ignored: bool) -> str:
    unit = LABELS[name][1]
    words = f"{text} {unit}" if unit else YES_NO[text]
    return f"{words}（{IGNORED}）" if is_ignored else words


def _compare_total(figures: dict[int, dict[str, Fraction]], document: dict[int, dict[str, Fraction]]) -> str:
    if figures == document:
        return "与文件的预算表完全一致"
    total = sum_lines(document, "")
    difference = say_difference(sum_lines(figures, "") - total)
    if not difference:
        return f"合计与文件的 {say_wan(total)} 万元相同，分项不同"
    return f"比文件的 {say_wan(total)} 万元{difference} 万元"


def _render_bars(figures: dict[int, dict[str, Fraction]], document: dict[int, dict[str, Fraction]]) -> Element:
    scale = max(sum_lines(each, "", year) for each in (figures, document) for year in figures)
    return div(".bars")[
        h4["每年合计"],
        (
            div(".bar-row")[
                span[f"{name_year(year)}：{say_wan(sum_lines(figures, '', year))} 万元"],
                render_bar(sum_lines(figures, "", year), sum_lines(document, "", year), scale),
            ]
            for year in figures
        ),
        render_key("所填假设", "文件的预算多出的部分"),
    ]


def _ask_year(year: int, values: Mapping[str, str], errors: Mapping[tuple[str, str], str]) -> Element:
    return fieldset(".budget-year")[
        legend[name_year(year)],
        (
            div(
                id=f"q-{year}-{name}",
                class_={"question": True, "question-wrong": (str(year), name) in errors},
            )[_ask(str(year), name, values, errors.get((str(year), name)))]
            for name in LABELS
        ),
    ]


def _ask(year: str, name: str, values: Mapping[str, str], error: str | None) -> Node:
    asked, unit = LABELS[name]
    value = values.get(f"{year}.{name}", "")
    complaint = span(".error", id=f"error-{year}-{name}")[span(".visually-hidden")["错误："], error] if error else None
    if name == "meets_target":
        return fieldset(aria_describedby=f"error-{year}-{name}" if error else None)[
            legend(".label")[asked],
            complaint,
            div(".options")[
                (
                    choose(
                        "radio",
                        f"{year}.{name}",
                        option,
                        words,
                        is_chosen=value == option,
                        id_=f"f-{year}-{name}-{option}",
                    )
                    for option, words in YES_NO.items()
                )
            ],
        ]
    described = [
        id_ for id_, is_there in (("hint-months", name == "months"), (f"error-{year}-{name}", error)) if is_there
    ]
    return [
        label(".label", for_=f"f-{year}-{name}")[asked],
        complaint,
        span(".with-unit")[
            input_(
                id=f"f-{year}-{name}",
                name=f"{year}.{name}",
                type="text",
                inputmode="decimal" if unit == "%" else "numeric",
                value=value,
                aria_describedby=" ".join(described) or None,
                aria_invalid="true" if error else None,
            ),
            span(".unit")[unit],
        ],
    ]
