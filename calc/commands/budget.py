"""Say what Zhongshan's three years cost, beside the document's own figures."""

from fractions import Fraction

from calc.commands.source import read_json
from calc.commands.terminal import lay
from calc.commands.wrong_use import WrongUseError
from calc.pages.planning.budget import reckon_budget
from calc.pages.planning.document import BUDGET_LINES, name_document
from calc.pages.planning.reading import read_assumptions
from calc.values.money import ZERO, say_yuan


def draw_budget(assumptions: str | None) -> str:
    """Draw Zhongshan's three-year budget, by the document's assumptions or others, with the differences."""
    raw = read_json(assumptions) if assumptions else {}
    if not isinstance(raw, dict) or not all(isinstance(fields, dict) for fields in raw.values()):
        raise WrongUseError('假设应写成 JSON 对象，例如 {"2018": {"placements": 280, "months": 10}}。')
    try:
        years = reckon_budget(read_assumptions(raw))
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    lines = []
    for year in years:
        lines.append(lay(f"{year.year} 年：合计 {say_yuan(year.total)}"))
        for line, difference in year.differences_from_document().items():
            compared = _say_difference(difference, name_document(year.year, line))
            lines.append(lay(f"{BUDGET_LINES[line]}：{say_yuan(getattr(year, line))}（{compared}）", 1))
    return "\n".join((*lines, f"三年合计 {say_yuan(sum((year.total for year in years), ZERO))}"))


def _say_difference(difference: Fraction, document: str) -> str:
    if not difference:
        return f"与{document}一致"
    return f"比{document}{'多' if difference > 0 else '少'} {say_yuan(abs(difference))}"
