"""The planning page: Zhongshan's budget for what an officer assumes, beside the document's own."""

from collections.abc import Iterator, Mapping

from calc.facts.link import open_link, write_link
from calc.pages.csv_file import write_csv
from calc.pages.opening import answer_link
from calc.pages.planning.budget import (
    BUDGET_LINES,
    DOCUMENT_TABLE,
    BudgetYear,
    SiftedAssumptions,
    document_assumptions,
    reckon_budget,
    sift_assumptions,
)
from calc.pages.planning.form import (
    DOCUMENT_VALUES,
    IGNORED,
    LABELS,
    SHORT,
    field_id,
    render_budget,
    render_budget_form,
    render_budget_sheet,
    say_total,
    spell_assumptions,
)
from calc.pages.planning.plans import name_year, say_guess
from calc.pages.reply import File, Reply
from calc.parts.field import YES_NO
from calc.parts.shell import render_error_summary
from calc.parts.spoken import render_spoken
from calc.parts.wording import DISCLAIMER
from calc.policies.zhongshan import ZHONGSHAN
from calc.values.money import ZERO, spell_decimal
from calc.version import VERSION


class PlanningPage:
    """The planning page."""

    def answer(self, values: Mapping[str, str], *, is_submitted: bool) -> Reply:
        """The form, the budget and the complaints for the assumptions that stand in the form."""
        sifted = _read(values)
        errors = sifted.errors if is_submitted else {}
        years = reckon_budget(sifted.assumptions)
        named = {place: f"{name_year(int(place[0]))} {SHORT[place[1]]}" for place in sifted.errors}
        focus = "calculator-errors" if errors else "calculator-result"
        news = f"结果已更新：三年合计 {say_total(years)}。"
        return Reply(
            {
                "calculator-form": render_budget_form(values, errors),
                "calculator-result": render_budget(sifted.assumptions, years, tuple(named.values())),
                "calculator-errors": render_error_summary(
                    (field_id(*place), f"{named[place]}：{sentence}") for place, sentence in errors.items()
                ),
                "spoken-result": render_spoken(news),
            },
            news,
            title="错误：计划与预算" if errors else "",
            focus=focus if is_submitted else "",
        )

    def write_link(self, values: Mapping[str, str]) -> str:
        """The fragment of a link that carries every assumption that can be used."""
        wrong = {".".join(place) for place in _read(values).errors}
        return write_link({name: values.get(name, "") for name in DOCUMENT_VALUES if name not in wrong})

    def open_link(self, fragment: str, values: Mapping[str, str]) -> Reply:
        """The budget for the assumptions of a link; what it does not name stays as in the document."""
        opened = open_link(fragment, DOCUMENT_VALUES)
        fields = {**DOCUMENT_VALUES, **opened.values} if opened.values else {}
        return answer_link(self, opened, fields, values)

    def lay_sheet(self, values: Mapping[str, str], address: str) -> Reply:
        """The assumptions and the budget as a sheet of paper, with a code that leads back to them."""
        sifted = _read(values)
        years, link = reckon_budget(sifted.assumptions), f"{address}#{self.write_link(values)}"
        return Reply({"calculator-sheet": render_budget_sheet(sifted.assumptions, years, link, sifted.errors.keys())})

    def write_file(self, values: Mapping[str, str], kind: str) -> File | None:
        """The assumptions and the budget as a table for Excel; None for any other kind."""
        if kind != "csv":
            return None
        sifted = _read(values)
        rows = _list_rows(sifted, reckon_budget(sifted.assumptions))
        return File(f"{ZHONGSHAN.region}预算测算.csv", "text/csv;charset=utf-8", write_csv(rows))


def _read(values: Mapping[str, str]) -> SiftedAssumptions:
    """Read the boxes that differ from the document's; the others stand for its exact figures (66.67 for two thirds)."""
    raw: dict[str, dict[str, object]] = {}
    for field, text in DOCUMENT_VALUES.items():
        typed = values.get(field, text if values.keys().isdisjoint(DOCUMENT_VALUES) else "")
        if typed.strip() != text:
            year, name = field.split(".")
            raw.setdefault(year, {})[name] = typed
    return sift_assumptions(raw)


def _list_rows(sifted: SiftedAssumptions, years: tuple[BudgetYear, ...]) -> Iterator[tuple[str, ...]]:
    yield (f"{ZHONGSHAN.region}预算测算", ZHONGSHAN.number, f"计算器 {VERSION}")
    yield (DISCLAIMER,)
    yield (say_guess(),)
    yield ()
    yield ("年份", "假设", "所填", "文件", "单位", "说明")
    document = document_assumptions()
    for year, assumed in sorted(sifted.assumptions.items()):
        for name, (_, unit) in LABELS.items():
            given, own = (spell_assumptions(each)[name] for each in (assumed, document[year]))
            note = IGNORED if (str(year), name) in sifted.errors else ""
            yield (name_year(year), SHORT[name], YES_NO.get(given, given), YES_NO.get(own, own), unit, note)
    yield ()
    yield ("年份", "项目", "测算（元）", "文件（元）", "比文件多（元）", "比文件少（元）")
    for reckoned in years:
        own_lines = DOCUMENT_TABLE[reckoned.year]
        lines = {label: (reckoned.lines[key], own_lines[key]) for key, label in BUDGET_LINES.items()}
        lines["合计"] = (reckoned.total, sum(own_lines.values(), ZERO))
        for label, (ours, theirs) in lines.items():
            sums = (ours, theirs, max(ours - theirs, ZERO), max(theirs - ours, ZERO))
            yield (name_year(reckoned.year), label, *map(spell_decimal, sums))
