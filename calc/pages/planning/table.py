"""List the assumptions and the budget as the rows of a table for Excel."""

from collections.abc import Iterator

from calc.pages.planning.assumptions import DOCUMENT_VALUES, QUESTIONS, say_guess, spell_assumptions
from calc.pages.planning.budget import BudgetYear
from calc.pages.planning.document import BUDGET_LINES, DERIVED, DOCUMENT_TABLE, name_year
from calc.pages.planning.reading import IGNORED, SiftedAssumptions
from calc.parts.field import YES_NO
from calc.parts.wording import DISCLAIMER
from calc.policies.zhongshan import ZHONGSHAN
from calc.values.money import ZERO, spell_decimal
from calc.version import VERSION

Row = tuple[str, ...]


def list_rows(sifted: SiftedAssumptions, years: tuple[BudgetYear, ...]) -> Iterator[Row]:
    """List every row, headings and empty ones included."""
    yield (f"{ZHONGSHAN.region}预算测算", ZHONGSHAN.number, f"计算器 {VERSION}")
    yield (DISCLAIMER,)
    yield (say_guess(),)
    yield ()
    yield ("年份", "假设", "所填", "文件", "单位", "说明")
    yield from _list_assumptions(sifted)
    yield ()
    yield ("年份", "项目", "测算（元）", "文件（元）", "多（元）", "少（元）", "说明")
    for year in years:
        yield from _list_lines(year)


def _list_assumptions(sifted: SiftedAssumptions) -> Iterator[Row]:
    for field, given in spell_assumptions(sifted.assumptions).items():
        year, name = field.split(".")
        question, own = QUESTIONS[name], DOCUMENT_VALUES[field]
        words = (YES_NO.get(text, text) for text in (given, own))
        note = IGNORED if field in sifted.errors else ""
        yield (name_year(int(year)), question.short, *words, getattr(question, "unit", ""), note)


def _list_lines(reckoned: BudgetYear) -> Iterator[Row]:
    document = DOCUMENT_TABLE[reckoned.year]
    lines = {key: (reckoned.lines[key], document[key]) for key in BUDGET_LINES}
    lines[""] = (reckoned.total, sum(document.values(), ZERO))
    for key, (ours, theirs) in lines.items():
        sums = (ours, theirs, max(ours - theirs, ZERO), max(theirs - ours, ZERO))
        note = "文件没有写，是推算的数" if (reckoned.year, key) in DERIVED else ""
        yield (name_year(reckoned.year), BUDGET_LINES.get(key, "合计"), *map(spell_decimal, sums), note)
