"""The planning page: the document's budget to start with, every figure by `reckon_budget`, every mistake at its box."""

import csv
import re
from fractions import Fraction
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.pages import PAGES
from calc.pages.csv_file import BYTE_ORDER_MARK, write_csv
from calc.pages.planning.assumptions import DOCUMENT_VALUES, say_derived
from calc.pages.planning.budget import reckon_budget
from calc.pages.planning.document import BUDGET_LINES, DOCUMENT_TABLE
from calc.pages.planning.figures import say_wan
from calc.pages.planning.plans import render_document_budget, render_plans
from calc.pages.planning.reading import read_assumptions
from calc.policies import POLICIES
from tests.regions.register import read_region
from tests.replies import HOSTILE, Element, Reply

DOCUMENT = dict(DOCUMENT_VALUES)


def ask(changes: dict[str, str] | None = None, submitted: bool = False) -> Reply:
    return Reply("planning", {**DOCUMENT, **(changes or {})}, submitted)


def cells(reply: Reply) -> dict[str, list[str]]:
    """The figures of each line, without the differences beside them."""
    elements = reply.patches["calculator-result"]
    beside = [item for item in elements if item.get("class") == "difference"]

    def figure(cell: Element) -> str:
        extra = "".join(item.text for item in beside if cell in item.around)
        return cell.text.removesuffix(extra)

    found = {}
    for row in (item for item in elements if item.tag == "tr"):
        inside = [item for item in elements if item.around and item.around[-1] is row]
        found[inside[0].text] = [figure(item) for item in inside[1:]]
    return found


def test_it_starts_with_the_document_s_own_budget() -> None:
    for reply in (ask(), Reply("planning", {})):
        text = reply.find("calculator-result").text
        assert "54 + 103 + 103 = 260 万元（与文件写明的数和推算的数完全一致）" in text
        assert "比文件多" not in text
        assert "比文件少" not in text
        assert "这是本计算器的猜测，不是文件的话" in text
    assert cells(ask())["合计"] == ["54", "103", "103", "260"]
    assert cells(ask())["就业补贴"] == ["36", "72", "72", "180"]


def test_every_figure_is_reckoned_by_the_provisions() -> None:
    changes = {
        "2018.placements": "２00 人",
        "2018.lower_certificates": "50",
        "2018.meets_target": "no",
        "2019.months": "2",
    }
    raw: dict[str, dict[str, object]] = {
        "2018": {"placements": 200, "lower_certificates": 50, "meets_target": False},
        "2019": {"months": 2},
    }
    years = reckon_budget(read_assumptions(raw))
    shown = cells(ask(changes))
    assert shown["劳务机构运营费用"][:3] == [say_wan(year.lines["agency"]) for year in years] == ["10", "0", "20"]
    assert shown["就业补贴"][:3] == [say_wan(year.lines["employment"]) for year in years] == ["36", "48", "12"]
    assert shown["合计"][:3] == [say_wan(year.total) for year in years]
    assert shown["合计"][3] == say_wan(sum((year.total for year in years), Fraction(0)))
    text = ask(changes).find("calculator-result").text
    assert "比文件少 20" in text
    assert "万元少" in text


def test_the_same_total_by_other_lines_is_not_called_the_same() -> None:
    changes = {"2017.lower_certificates": "0", "2018.lower_certificates": "200"}
    text = ask(changes).find("calculator-result").text
    assert "合计与文件的 260 万元相同，分项不同" in text
    assert "完全一致" not in text


@pytest.mark.parametrize(
    ("amount", "words"), [(540_000, "54"), (66_667, "6.6667"), (Fraction("0.4"), "0"), (12_345_678, "1,234.5678")]
)
def test_sums_are_said_in_ten_thousands(amount: int | Fraction, words: str) -> None:
    assert say_wan(Fraction(amount)) == words


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("2018.placements", "很多", "请填数字"),
        ("2018.placements", "", "请填数字"),
        ("2017.months", "13", "应在 0 至 12 个月之间"),
        ("2019.lower_certificates", "33.33", "请填整数"),
        ("2019.leavers", "不少", "请填数字"),
        ("2019.meets_target", "maybe", "请选“是”“否”"),
    ],
)
def test_a_mistake_is_told_at_its_field_and_on_top_and_stays(field: str, typed: str, sentence: str) -> None:
    year, name = field.split(".")
    quiet = ask({field: typed})
    assert list(quiet.links()) == []
    assert f"{sentence}" in quiet.find("calculator-result").text
    assert "这里先按文件的数算" in quiet.find("calculator-result").text
    assert cells(quiet) == cells(ask())
    reply = ask({field: typed}, submitted=True)
    (link,) = reply.links()
    assert reply.find(link).get("name") == field
    assert sentence in reply.find(f"error-{year}-{name}").text
    assert sentence in reply.find("calculator-errors").text
    assert (reply.json["focus"], reply.json["title"]) == ("calculator-errors", "错误：计划与预算")
    assert name == "meets_target" or reply.typed().get(field, "") == typed


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        (
            {"2018.lower_certificates": "250", "2018.higher_certificates": "51"},
            ("lower_certificates", "higher_certificates"),
        ),
        ({"2018.placements": "99"}, ("placements",)),
        ({"2018.leavers": "301", "2018.leaver_months": "3"}, ("leavers",)),
    ],
)
def test_more_than_all_are_told_where_they_were_typed_and_not_used(
    changes: dict[str, str], wrong: tuple[str, ...]
) -> None:
    reply = ask(changes, submitted=True)
    assert list(reply.links()) == [f"f-2018-{name}" for name in wrong]
    for name in wrong:
        assert "人还多" in reply.find(f"error-2018-{name}").text
    assert cells(reply) == cells(ask())


def test_what_does_not_fit_is_told_at_the_field_that_was_left() -> None:
    reply = PAGES["planning"].answer(
        {**DOCUMENT, "2018.placements": "99"}, is_submitted=False, left=["2018.placements"]
    )
    assert "比输送的 99 人还多" in str(reply.patches["calculator-form"])


def test_every_line_is_reckoned_in_persons() -> None:
    text = ask({"2018.leavers": "20", "2018.leaver_months": "3"}).find("calculator-result").text
    assert "就业补贴：280 人 × 2,400 元 + 20 人 × 600 元 = 684,000 元" in text
    assert "培训奖励：100 人 × 500 元 = 50,000 元" in text
    assert "2018 年：共 " in text


def test_assumptions_are_asked_like_facts_but_cannot_stay_open() -> None:
    form = str(PAGES["planning"].answer({}, is_submitted=False).patches["calculator-form"])
    assert "不清楚" not in form
    assert form.count("最多 12 个月；劳务输出补贴要满 3 个月才有。") == 3
    assert [form.count(f'inputmode="{mode}"') for mode in ("numeric", "decimal")] == [18, 0]


def test_a_target_left_open_is_asked_for() -> None:
    reply = ask({"2018.meets_target": "unknown"}, submitted=True)
    assert list(reply.links()) == ["f-2018-meets_target-yes"]
    assert "请填“是”或“否”。" in reply.find("error-2018-meets_target").text


@settings(max_examples=20)
@given(
    st.dictionaries(st.sampled_from([*DOCUMENT]), st.sampled_from(("", "12", "-1", "1e9", HOSTILE, "９")), max_size=15)
)
def test_whatever_is_typed_is_answered(changes: dict[str, str]) -> None:
    for submitted in (False, True):
        reply = ask(changes, submitted)
        typed = {name: value for name, value in {**DOCUMENT, **changes}.items() if value}
        assert {name: value for name, value in reply.typed().items() if "target" not in name} == {
            name: value for name, value in typed.items() if "target" not in name
        }
        assert not any(element.tag in ("script", "img") or "style" in element.attributes for element in reply.elements)


# What can be taken away


def test_the_table_for_excel_holds_both_figures() -> None:
    file: Any = PAGES["planning"].write_file({**DOCUMENT, "2018.placements": "200"}, "csv")
    assert file.name.endswith(".csv")
    assert file.text.startswith(BYTE_ORDER_MARK)
    table = list(csv.reader(StringIO(file.text.removeprefix(BYTE_ORDER_MARK))))
    assert ["2018 年", "输送人数", "200", "300", "人", ""] in table
    assert ["2018 年", "完成年度目标", "是", "是", "", ""] in table
    assert ["2018 年", "就业补贴", "480000.00", "720000.00", "0.00", "240000.00", "文件没有写，是推算的数"] in table
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in table for cell in row)
    assert PAGES["planning"].write_file(DOCUMENT, "exe") is None


def test_what_could_not_be_read_is_not_called_what_was_typed() -> None:
    page, form = PAGES["planning"], {**DOCUMENT, "2018.placements": "很多"}
    file: Any = page.write_file(form, "csv")
    assert "2018 年,输送人数,300,300,人,填得不对，按文件的数" in file.text
    sheet = str(page.lay_sheet(form, "https://example.org/planning/").patches["calculator-sheet"])
    assert "300 人（填得不对，按文件的数）" in sheet
    for html in (sheet, str(page.answer(form, is_submitted=False).patches["calculator-result"])):
        assert "完全一致" not in html
        assert "填错的没有算进去" in html


def test_a_target_that_is_missed_and_said_to_be_met_is_remarked() -> None:
    def remark(changes: dict[str, str]) -> str:
        return str(PAGES["planning"].answer({**DOCUMENT, **changes}, is_submitted=False).patches["calculator-result"])

    assert "文件的目标是 300 人，这里填了 299 人" in remark({"2018.placements": "299"})
    assert "文件的目标是" not in remark({"2018.placements": "299", "2018.meets_target": "no"})
    assert "文件的目标是" not in remark({"2018.placements": "300"})


def test_formulas_are_disarmed() -> None:
    text = write_csv([["=1+1", "-2", "@a", "+3", "a,b", '"', "\tx", "好"]])
    assert text == '\ufeff\'=1+1,\'-2,\'@a,\'+3,"a,b","""",\'\tx,好\r\n'


def test_a_link_carries_the_assumptions() -> None:
    form = {**DOCUMENT, "2018.placements": "200", "2019.months": "很多"}
    reply = PAGES["planning"].open_link(PAGES["planning"].write_link(form), {})
    assert reply.fill == {**form, "2019.months": DOCUMENT["2019.months"]}
    assert PAGES["planning"].open_link("v=1&2018.placements=<b>", {}).fill == {**DOCUMENT, "2018.placements": "<b>"}


def test_the_sheet_says_the_same() -> None:
    reply = PAGES["planning"].lay_sheet({**DOCUMENT, "2018.months": "6"}, "https://example.org/planning/")
    text = str(reply.patches["calculator-sheet"])
    assert "54 + 67 + 103 = 224 万元" in text
    assert "6 个月" in text


# Without scripts


def test_every_target_of_every_document_is_there() -> None:
    text = str(render_plans(POLICIES.values()))
    targets = {policy: read_region(policy).targets for policy in POLICIES}
    for persons in (number for numbers in targets.values() for number in numbers):
        assert re.search(f">(不少于 )?{persons:,}<", text)
    silent = [POLICIES[policy].region for policy, numbers in targets.items() if not numbers]
    assert f"{'、'.join(silent)}的文件没有写人数目标" in text


def test_a_target_is_bounded_as_its_text_bounds_it() -> None:
    text = str(render_plans(POLICIES.values()))
    for persons in ("520", "40", "230", "250", "1,784", "415", "1,369"):
        assert f">不少于 {persons}<" in text
    for persons in ("750", "150", "300", "346"):
        assert f">{persons}<" in text


def test_the_document_s_budget_is_there() -> None:
    text = str(render_document_budget())
    for figures in DOCUMENT_TABLE.values():
        for figure in figures.values():
            assert f">{say_wan(figure)}<" in text
    assert "54 + 103 + 103 = 260 万元" in text
    assert "与文件写明的数和推算的数完全一致" in text
    assert "就业补贴：150 人 × 2,400 元 = 360,000 元" in text
    assert "猜测" in text


def test_what_the_document_does_not_name_is_marked_as_derived() -> None:
    """Only 180 for the jobs, 15 for the rewards, 6 a year and 15 for the dispatch stand in the text."""
    html = str(render_document_budget())
    rows = {label: html.split(f">{label}</th>")[-1].split("</tr>")[0] for label in (*BUDGET_LINES.values(), "合计")}
    marked = {label: [("推算" in cell) for cell in row.split("<td>")[1:]] for label, row in rows.items()}
    assert marked == {
        "劳务机构运营费用": [False, False, False, False],
        "劳务输出补贴": [True, False, False, False],
        "就业补贴": [True, True, True, False],
        "培训奖励": [True, True, True, False],
        "合计": [False, False, False, False],
    }
    assert "其中：就业补贴和培训奖励小计" in html
    assert say_derived() in html
