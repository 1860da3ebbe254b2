"""Say what Zhongshan's three years cost, beside the document's own figures."""

from fractions import Fraction

from calc.commands.source import read_json
from calc.commands.terminal import lay
from calc.commands.wrong_use import WrongUseError
from calc.pages.planning.budget import reckon_budget
from calc.pages.planning.document import BUDGET_LINES, DOCUMENT_TABLE, SUBTOTALS, name_document
from calc.pages.planning.figures import Figures, sum_lines
from calc.pages.planning.reading import read_assumptions
from calc.policies.zhongshan import budget
from calc.rules.document import say_notes
from calc.rules.plans import BudgetLine
from calc.values.money import ZERO, say_yuan


def draw_budget(assumptions: str | None) -> str:
    """Draw Zhongshan's three-year budget, by the document's assumptions or others, with the differences.

    All assumptions are persons, months, or true and false: {"2018": {"leavers": 20, "leaver_months": 3}}. Where
    meets_target is false the agency's line is 0 here: the document does not say what it gets.
    """
    raw = read_json(assumptions) if assumptions else {}
    if not isinstance(raw, dict) or not all(isinstance(fields, dict) for fields in raw.values()):
        raise WrongUseError('假设应写成 JSON 对象，例如 {"2018": {"placements": 280, "months": 10}}。')
    try:
        assumed = read_assumptions(raw)
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    years = reckon_budget(assumed)
    figures = {year.year: year.lines for year in years}
    lines = []
    for year in years:
        lines.append(_say_line(f"{year.year} 年：合计 ", figures, "", year.year))
        lines += (_say_line(f"{label}：", figures, key, year.year, 1) for key, label in BUDGET_LINES.items())
        lines += (_say_subtotal(line, figures, year.year) for line in SUBTOTALS)
    lines.append(_say_line("三年合计 ", figures, ""))
    lines += (_say_line(f"{label}：", figures, key, indent=1) for key, label in BUDGET_LINES.items())
    lines += (_say_subtotal(line, figures) for line in SUBTOTALS)
    missed = "、".join(f"{year} 年" for year, each in sorted(assumed.items()) if not each.meets_target)
    if missed:
        lines.append(lay(f"{missed}没有完成目标：劳务机构拨多少文件没有写，需管委会认定，这里按 0 算。"))
    return "\n".join((*lines, *map(lay, say_notes(budget.notes))))


def _say_line(label: str, figures: Figures, key: str, year: int | None = None, indent: int = 0) -> str:
    """One line of a year or of all years; without a key all lines together."""
    amount, document = (sum_lines(each, key, year) for each in (figures, DOCUMENT_TABLE))
    return lay(f"{label}{_say_compared(amount, document, name_document(year, key))}", indent)


def _say_subtotal(line: BudgetLine, figures: Figures, year: int | None = None) -> str:
    """The sum of some lines, of a year or of all."""
    amount, document = (
        sum((sum_lines(each, key, year) for key in line.of), ZERO) for each in (figures, DOCUMENT_TABLE)
    )
    return lay(f"其中{line.label}：{_say_compared(amount, document, name_document(year, line.key))}", 1)


def _say_compared(amount: Fraction, document: Fraction, named: str) -> str:
    return f"{say_yuan(amount)}（{_say_difference(amount - document, named)}）"


def _say_difference(difference: Fraction, document: str) -> str:
    if not difference:
        return f"与{document}一致"
    return f"比{document}{'多' if difference > 0 else '少'} {say_yuan(abs(difference))}"
