"""The page for many people finds what units get, takes a reading the other way, and another sheet of the file."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from calc.commands.roster import assess_roster
from calc.facts.catalogue import CATALOGUE
from calc.policies import POLICIES
from tests.pages.roster.test_roster_page import GOOD, ask, open_bytes, read, run, save, spell, tell
from tests.pages.roster.test_roster_page import TITLES as PERSONS
from tests.roster.test_unit_column import CARRIER, TITLES, UNIT, lay

DAY = {"as_of.year": "2020", "as_of.month": "12", "as_of.day": "31"}
NAMED, WHOLE = {**DAY, "unit": "0"}, {**DAY, "unit": "whole"}
WORKSHOPS = [*[lay("甲")] * 12, *[lay("乙")] * 31]
VILLAGE = TITLES.index(CATALOGUE["is_in_poor_village"].short)


@pytest.fixture(autouse=True)
def cleared() -> Iterator[None]:
    yield
    for policy in POLICIES:
        ask("clear", policy)


def open_rows(rows: Sequence[Sequence[str]]) -> str:
    return str(open_bytes(spell([TITLES, *rows]), policy="ningxia")["patches"]["roster-opened"])


def find(**form: str) -> str:
    return tell(run(policy="ningxia", **form)["patches"]["roster-result"])


@pytest.mark.parametrize(("form", "unit"), [(NAMED, UNIT), (WHOLE, "")])
def test_units_are_those_of_the_command_line(tmp_path: Path, form: dict[str, str], unit: str) -> None:
    rows = [*WORKSHOPS, lay("甲", is_in_poor_village=False), lay("丙", has_contract=None), lay("")]
    open_rows(rows)
    told = find(**form)
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_bytes(spell([TITLES, *rows]))
    printed = assess_roster("ningxia", str(source), str(target), ["as_of=2020-12-31"], None, None, "", unit, not unit)
    assert read(save("csv", "ningxia")) == read(target.read_bytes())
    assert read(save("units-csv", "ningxia")) == read((tmp_path / "out.单位.csv").read_bytes())
    assert read(save("mistakes", "ningxia")) == read((tmp_path / "out.错误.csv").read_bytes())
    sums = [line.strip().split("：", 1)[1] for line in printed.splitlines() if "资金：" in line]
    assert sums and all(each[:12] in told for each in sums)


def test_without_units_nothing_is_said_of_them_but_how_to_ask() -> None:
    assert "不算，只算付给每个人的" in open_rows(WORKSHOPS)
    told = find(**DAY)
    assert CARRIER.title not in told and "单位能领的，请在上面选好" in told
    assert not ask("file", "ningxia", file="units").get("file")


def test_each_unit_is_shown_with_the_people_who_count() -> None:
    open_rows(WORKSHOPS)
    told = find(**NAMED)
    assert "43 行，其中 43 人，2 个单位" in told
    assert f"{CARRIER.title}：可享受（计入 31 人），60,000 元" in told
    assert f"{CARRIER.title}：可享受（计入 12 人），20,000 元" in told


def test_units_come_page_by_page() -> None:
    open_rows([lay(f"单位{number:02}") for number in range(30)])
    assert "单位24" in find(**NAMED) and "单位25" not in find(**NAMED)
    reply = ask("units", "ningxia", rows="1")
    assert reply["focus"] == "roster-units" and "单位25" in tell(reply["patches"]["roster-units"])


def test_what_units_are_asked_can_be_answered_for_all_alike() -> None:
    rows = [row[:VILLAGE] + row[VILLAGE + 1 :] for row in [TITLES, *WORKSHOPS]]
    opened = open_bytes(spell(rows), policy="ningxia")["patches"]["roster-opened"]
    assert "is_in_poor_village" not in opened.replace('value="is_in_poor_village"', "")
    chosen = ask("columns", "ningxia", form=NAMED)["patches"]["roster-opened"]
    assert 'name="is_in_poor_village"' in chosen and 'value="0" selected' in chosen
    assert "（计入 31 人），60,000 元" in find(**NAMED, is_in_poor_village="true")


def test_rows_that_differ_are_mended_unit_by_unit() -> None:
    """What is right for one unit is not for the other, however alike the cells are."""
    odd = lay("甲", is_in_poor_village=False)
    open_rows([*WORKSHOPS, odd, odd, ["乙", *odd[1:]]])
    told = find(**NAMED)
    assert "“否”，2 行（第 45、46 行）" in told and "第 47 行" in told
    mended = tell(run("mend", "ningxia", **{"mend.0": "是", "mend.1": "是"})["patches"]["roster-result"])
    assert "处要改" not in mended and "在网页里改了 3 格" in mended and "（计入 14 人）" in mended


def test_who_has_no_unit_is_given_one_row_by_row() -> None:
    open_rows([*WORKSHOPS, lay(""), lay("不清楚")])
    find(**NAMED)
    mended = tell(run("mend", "ningxia", **{"mend.0": "甲", "mend.1": "乙"})["patches"]["roster-result"])
    assert "处要改" not in mended and "（计入 13 人）" in mended and "（计入 32 人）" in mended


@pytest.mark.parametrize("junk", ["99", "-1", "甲", "whole ", "１", "²"])
def test_a_unit_that_nobody_can_choose_is_none(junk: str) -> None:
    open_rows(WORKSHOPS)
    assert "2 个单位" not in find(**DAY, unit=junk)


def test_a_column_that_answers_a_question_names_no_unit() -> None:
    open_rows(WORKSHOPS)
    assert "个单位" not in find(**DAY, unit="1")


def test_a_reading_is_taken_the_other_way_and_said() -> None:
    policy = POLICIES["jining"]
    open_bytes(spell([PERSONS, GOOD]))
    for reading in policy.readings:
        told = tell(run(**{**DAY, "reading": reading.id})["patches"]["roster-result"])
        assert f"按另一种读法：{reading.question}" in told
        assert reading.id in save("version").decode()
    assert "按另一种读法" not in tell(run()["patches"]["roster-result"])
    assert "按另一种读法" not in tell(run(**{**DAY, "reading": "甲"})["patches"]["roster-result"])


@pytest.mark.parametrize("policy", POLICIES)
def test_a_reading_counts_as_on_the_command_line(policy: str, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_bytes(spell([PERSONS, GOOD, [*GOOD[:2], "", *GOOD[3:]]]))
    open_bytes(source.read_bytes(), policy=policy)
    for reading in POLICIES[policy].readings:
        run(policy=policy, **DAY, reading=reading.id, unit="whole")
        common = ["as_of=2020-12-31"]
        assess_roster(policy, str(source), str(tmp_path / "out.csv"), common, None, reading.id, "", "", True)
        assert read(save("csv", policy)) == read((tmp_path / "out.csv").read_bytes())
        assert read(save("units-csv", policy)) == read((tmp_path / "out.单位.csv").read_bytes())


def write_sheets(**sheets: Sequence[Sequence[str]]) -> bytes:
    file = BytesIO()
    with Workbook(file) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if name.startswith("隐"):
                sheet.hide()
    return file.getvalue()


def test_of_several_sheets_the_first_is_opened_and_another_can_be() -> None:
    table = [PERSONS, GOOD]
    content = write_sheets(封面=[["名册"]], 一月=table, 二月=[*table, GOOD], 隐藏=table)
    reply = open_bytes(content, "名册.xlsx")
    assert "2 张表都像名册，先打开了“一月”" in tell(reply["patches"]["calculator-errors"])
    opened = reply["patches"]["roster-opened"]
    assert '<option value="一月" selected>' in opened and "隐藏" not in opened
    reply = ask("sheet", form={"sheet": "二月"})
    assert "表“二月”，2 行" in tell(reply["patches"]["roster-opened"])
    assert not tell(reply["patches"]["calculator-errors"])
    assert "2 行，其中 2 人" in tell(run()["patches"]["roster-result"])
    ask("sheet", form={"sheet": "一月"})
    assert "1 行，其中 1 人" in tell(run()["patches"]["roster-result"])


def test_a_sheet_that_is_not_there_is_said() -> None:
    open_bytes(write_sheets(一月=[PERSONS, GOOD], 二月=[PERSONS, GOOD]), "名册.xlsx")
    reply = ask("sheet", form={"sheet": "三月"})
    assert "没有叫“三月”的表" in tell(reply["patches"]["calculator-errors"])


def test_one_sheet_leaves_nothing_to_choose() -> None:
    opened = open_bytes(write_sheets(一月=[PERSONS, GOOD], 隐藏=[PERSONS, GOOD]), "名册.xlsx")["patches"][
        "roster-opened"
    ]
    assert "用哪一张表" not in opened


@pytest.mark.parametrize("policy", POLICIES)
def test_the_template_of_units_given_back_names_them(policy: str) -> None:
    from base64 import b64decode

    template = b64decode(ask("template", policy, file="units")["file"]["base64"])
    opened = open_bytes(template, "空表.xlsx", policy)["patches"]["roster-opened"]
    assert "“单位名称或代码”写着是哪个单位" in tell(opened)
    assert "0 个单位" in tell(run(policy=policy, **DAY, unit="1")["patches"]["roster-result"])
