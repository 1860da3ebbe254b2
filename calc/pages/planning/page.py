"""Answer the planning page: Zhongshan's budget by an officer's assumptions, beside the document's own."""

from collections.abc import Collection, Mapping

from calc.facts.link import open_link, write_link_to_send
from calc.pages.csv_file import write_csv
from calc.pages.opening import answer_link
from calc.pages.planning.assumptions import DOCUMENT_VALUES, QUESTIONS, name_field
from calc.pages.planning.budget import reckon_budget
from calc.pages.planning.form import render_budget_form
from calc.pages.planning.reading import read_form
from calc.pages.planning.result import render_budget, render_budget_bar, say_total
from calc.pages.planning.sheet import render_budget_sheet
from calc.pages.planning.table import list_rows
from calc.pages.reply import File, Reply
from calc.parts.field import FormState, lead_to
from calc.parts.shell import render_error_summary
from calc.parts.spoken import render_spoken
from calc.policies.zhongshan import ZHONGSHAN


class PlanningPage:
    def answer(self, values: Mapping[str, str], *, is_submitted: bool, left: Collection[str] = ()) -> Reply:
        """Answer with the form, the budget and the complaints."""
        sifted = read_form(values)
        errors = sifted.errors if is_submitted else {}
        marked = {field: text for field, text in sifted.errors.items() if is_submitted or field in left}
        years = reckon_budget(sifted.assumptions)
        focus = "calculator-errors" if errors else "calculator-result"
        news = f"结果已更新：三年合计 {say_total(years)}。"
        return Reply(
            {
                "calculator-form": render_budget_form(FormState(values, marked)),
                "calculator-result": render_budget(sifted, years),
                "calculator-bar": render_budget_bar(years, tuple(map(_find_field, marked))),
                "calculator-errors": render_error_summary(
                    (_find_field(field), f"{name_field(field)}：{sentence}") for field, sentence in errors.items()
                ),
                "spoken-result": render_spoken(news),
            },
            news,
            title="错误：计划与预算" if errors else "",
            focus=focus if is_submitted else "",
        )

    def write_link(self, values: Mapping[str, str]) -> str:
        """Write every usable assumption into the fragment of a link."""
        wrong = read_form(values).errors
        return write_link_to_send({name: values.get(name, "") for name in DOCUMENT_VALUES if name not in wrong})

    def open_link(self, fragment: str, values: Mapping[str, str]) -> Reply:
        """Answer the assumptions of a link; the document's own stand for all others."""
        opened = open_link(fragment, DOCUMENT_VALUES)
        fields = {**DOCUMENT_VALUES, **opened.values} if opened.values else {}
        return answer_link(self, opened, fields, values)

    def lay_sheet(self, values: Mapping[str, str], address: str) -> Reply:
        """Lay the assumptions and the budget on a sheet, with a code that leads back to them."""
        sifted = read_form(values)
        link = f"{address}#{self.write_link(values)}"
        return Reply({"calculator-sheet": render_budget_sheet(sifted, reckon_budget(sifted.assumptions), link)})

    def write_file(self, values: Mapping[str, str], kind: str) -> File | None:
        """Write the assumptions and the budget as a table for Excel; None for any other kind."""
        if kind != "csv":
            return None
        sifted = read_form(values)
        rows = list_rows(sifted, reckon_budget(sifted.assumptions))
        return File(f"{ZHONGSHAN.region}预算测算.csv", "text/csv;charset=utf-8", write_csv(rows))


def _find_field(field: str) -> str:
    return lead_to(field, QUESTIONS[field.split(".")[1]])
