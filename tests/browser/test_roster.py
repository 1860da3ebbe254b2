"""名册一起算: a file is chosen or dropped, mended, assessed, handed back; nothing leaves the page, nothing stays."""

import csv
import re
from base64 import b64encode
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Download, Locator, Page, Request, expect

from building.runtime import read_listing
from calc.batches.opening import open_table
from calc.commands.roster import assess_roster
from calc.policies import POLICIES
from calc.roster.cells import spell_cell
from calc.spreadsheets.writing import write_workbook
from tests.browser.barriers import OF_STATES, find_barriers
from tests.browser.conftest import SAVE_DATA, save
from tests.browser.patience import STARTS
from tests.browser.test_saved_page import Open, open_file
from tests.pages.roster.test_units_in_page import write_sheets
from tests.roster.test_unit_column import TITLES as UNIT_TITLES
from tests.roster.test_unit_column import lay

__all__ = ["open_file"]

ADDRESS = "roster/jining/"
TITLES = ["姓名", "户籍所在地", "建档立卡", "入职日期", "在本地就业", "仍在职", "身份证号"]
GOOD = ["甲", "重庆万州", "是", "2020-03-01", "是", "是", "110101199003070015"]
WRONG_DAYS, WRONG_ANSWERS = range(10, 150, 14), range(11, 151, 14)
"""The rows of ten cells that are wrong alike, and of ten more."""


def make_rows(number: int = 500) -> list[list[str]]:
    """Rows of persons, twenty of whose cells are wrong."""
    rows = [[f"人{place}", *GOOD[1:3], f"{2019 + place % 2}-0{place % 9 + 1}-01", *GOOD[4:]] for place in range(number)]
    for row in WRONG_DAYS:
        rows[row][3] = "19年3月"
    for row in WRONG_ANSWERS:
        rows[row][2] = "也许"
    return rows


def mend(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[{"19年3月": "2019-03-15", "也许": "是"}.get(cell, cell) for cell in row] for row in rows]


def write_xlsx(file: Path, rows: Sequence[Sequence[object]]) -> Path:
    with file.open("wb") as data, write_workbook(data) as write:
        for row in rows:
            write(row)
    return file


def write_csv(file: Path, rows: Sequence[Sequence[object]], encoding: str = "utf-8") -> Path:
    text = StringIO()
    csv.writer(text).writerows(rows)
    file.write_bytes(text.getvalue().encode(encoding))
    return file


def read_table(file: Path) -> list[list[str]]:
    with open_table(file, ("job_start",)) as sheet:
        return [[spell_cell(cell) for cell in row] for row in sheet.rows]


def choose(page: Page, file: Path) -> None:
    page.locator("#roster-file").set_input_files(file)
    expect(page.locator("#roster-opened")).to_be_visible(timeout=STARTS)


def name_day(page: Page) -> None:
    for part, text in {"year": "2021", "month": "9", "day": "30"}.items():
        page.locator(f"#f-as_of-{part}").fill(text)


def begin(page: Page) -> Locator:
    page.get_by_role("button", name="计算", exact=True).click()
    return expect_result(page)


def expect_result(page: Page) -> Locator:
    result = page.locator("#roster-result")
    expect(result).to_be_visible(timeout=STARTS)
    expect(page.locator("#roster-progress")).to_be_hidden()
    return result


def download(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download(timeout=STARTS) as download:
        page.get_by_role("button", name=name, exact=True).click()
    return keep(download.value, folder)


def keep(download: Download, folder: Path) -> Path:
    file = folder / download.suggested_filename
    download.save_as(file)
    return file


def test_a_dropped_file_is_mended_and_its_results_are_those_of_the_command_line(page: Page, tmp_path: Path) -> None:
    rows = make_rows()
    file = write_xlsx(tmp_path / "名册.xlsx", [TITLES, *rows])
    page.goto(ADDRESS)
    content = page.evaluate_handle(
        """([name, base64]) => {
            const carried = new DataTransfer();
            carried.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
            return carried;
        }""",
        [file.name, b64encode(file.read_bytes()).decode()],
    )
    page.dispatch_event(".roster-drop", "drop", {"dataTransfer": content})
    expect(page.locator("#roster-opened")).to_contain_text("名册.xlsx，表“结果”，500 行", timeout=STARTS)
    name_day(page)
    result = begin(page)
    expect(result).to_contain_text("20 处要改")
    expect(result.locator(".roster-mend")).to_have_count(2)
    page.get_by_label(re.compile("D 列 入职日期：“19年3月”，10 行")).fill("2019-03-15")
    page.get_by_label(re.compile("C 列 建档立卡：“也许”，10 行")).select_option("是")
    page.get_by_role("button", name="改好了，重新算").click()
    expect(page.locator("#roster-mending")).to_have_count(0, timeout=STARTS)
    expect_result(page)
    expect(result).to_contain_text("在网页里改了 20 格")
    for ending in ("csv", "xlsx"):
        got = download(page, f"结果（.{ending}）", tmp_path)
        assert got.name == f"名册-结果.{ending}"
        mended = write_xlsx(tmp_path / "改好.xlsx", [TITLES, *mend(rows)])
        told = assess_roster(
            "jining", str(mended), str(tmp_path / f"out.{ending}"), ["as_of=2021-09-30"], None, None, "", ""
        )
        assert read_table(got) == read_table(tmp_path / f"out.{ending}")
        assert len(read_table(got)) == 501
    sums = [line.split("确定")[1].split("；")[0].strip() for line in told.splitlines() if "资金：确定" in line]
    assert sums
    for each in sums:
        expect(page.locator("#roster-sums")).to_contain_text(each)


def test_text_in_gb18030_needs_no_reader_of_workbooks(page: Page, tmp_path: Path) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(ADDRESS)
    choose(page, write_csv(tmp_path / "名册.csv", [TITLES, GOOD], "gb18030"))
    name_day(page)
    expect(begin(page)).to_contain_text("1 行，其中 1 人")
    assert any("/runtime/roster." in url for url in requests)
    assert not [url for url in requests if re.search(r"/runtime/(workbook|rest|plain)", url)]


@pytest.mark.first_visit
def test_nothing_but_pieces_is_requested_and_nothing_is_stored(page: Page, base_url: str, tmp_path: Path) -> None:
    requests: list[Request] = []
    page.add_init_script(SAVE_DATA)
    page.goto(ADDRESS)
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: requests.append(request))
    template = download(page, "下载空表（.xlsx）", tmp_path)
    choose(page, template)
    begin(page)
    download(page, "依据（.csv）", tmp_path)
    asked = [request for request in requests if not request.url.startswith("blob:")]
    piece = re.compile(rf"{base_url}runtime/({'|'.join(read_listing())})\.[0-9a-f]{{16}}\.bin$")
    assert asked and not [request.url for request in asked if not piece.match(request.url)]
    assert {request.method for request in asked} == {"GET"}
    stored = page.evaluate("[...Object.entries(sessionStorage), ...Object.entries(localStorage)]")
    assert "空表" not in str(stored) and not [name for name, _ in stored if ":roster" in name or "form:" in name]
    assert page.url == f"{base_url}{ADDRESS}"


def test_a_run_can_be_cancelled_and_the_page_stays_usable(page: Page, tmp_path: Path) -> None:
    page.goto(ADDRESS)
    choose(page, write_csv(tmp_path / "名册.csv", [TITLES, *make_rows(12_000)]))
    name_day(page)
    page.get_by_role("button", name="计算", exact=True).click()
    cancel = page.get_by_role("button", name="取消")
    expect(cancel).to_be_visible(timeout=STARTS)
    page.locator("#f-as_of-day").fill("29")  # while Python is at it
    cancel.click()
    expect(page.locator("#roster-progress")).to_be_hidden(timeout=STARTS)
    expect(page.locator("#roster-result")).to_be_hidden()
    expect(page.locator(".roster-announcement")).to_have_text("已取消。")
    expect(page.locator("#f-as_of-day")).to_have_value("29")


def test_five_thousand_rows_are_assessed_and_shown_page_by_page(page: Page, tmp_path: Path) -> None:
    page.goto(ADDRESS)
    choose(page, write_xlsx(tmp_path / "名册.xlsx", [TITLES, *make_rows(5_000)]))
    name_day(page)
    result = begin(page)
    expect(result).to_contain_text("5,000 行，其中 5,000 人")
    rows = page.locator("#roster-rows tbody tr")
    expect(rows).to_have_count(25)
    page.get_by_role("button", name="最后一页").click()
    expect(page.locator("#roster-rows")).to_contain_text("第 4,976 至 5,000 个")
    expect(rows.first).to_contain_text("人4975")


def test_an_employer_finds_its_own_amounts_beside_those_of_its_people(page: Page, tmp_path: Path) -> None:
    rows = [lay("甲"), *[lay("乙")] * 30, lay("乙", is_in_poor_village=False)]
    page.goto("roster/ningxia/")
    choose(page, write_csv(tmp_path / "名册.csv", [UNIT_TITLES, *rows]))
    for part, text in {"year": "2020", "month": "12", "day": "31"}.items():
        page.locator(f"#f-as_of-{part}").fill(text)
    asked = page.get_by_label("单位能领的，要不要一起算？")
    asked.focus()
    asked.select_option(label="算，表里的人都是同一个单位的")
    expect(asked).to_be_focused()
    expect(page.locator("#f-as_of-year")).to_have_value("2020")
    result = begin(page)
    expect(result.locator("#roster-sums")).to_contain_text("32 人，1 个单位")
    expect(result.locator("#roster-units")).to_contain_text("本单位")
    expect(result).to_contain_text("1 处要改")
    asked.select_option(label=f"算，A 列“{UNIT_TITLES[0]}”写着是哪个单位")
    result = begin(page)
    expect(result.locator("#roster-units tbody tr")).to_have_count(2)
    units = result.locator("#roster-units")
    expect(units).to_contain_text(
        "待补充（计入 31 人），可能最高 60,000 元"
    )  # for of one the village is said otherwise
    page.get_by_label(re.compile("第 33 行")).select_option("是")
    page.get_by_role("button", name="改好了，重新算").click()
    expect(page.locator("#roster-mending")).to_have_count(0, timeout=STARTS)
    expect_result(page)
    expect(units).to_contain_text("可享受（计入 31 人），60,000 元")
    got = download(page, "单位（.xlsx）", tmp_path)
    assert got.name == "名册-单位.xlsx"
    assert [row[:2] for row in read_table(got)] == [[UNIT_TITLES[0], "人数"], ["乙", "31"], ["甲", "1"]]


def test_another_sheet_is_opened_in_place_of_the_first(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "名册.xlsx"
    file.write_bytes(write_sheets(一月=[TITLES, GOOD], 二月=[TITLES, GOOD, GOOD]))
    page.goto(ADDRESS)
    choose(page, file)
    expect(page.locator("#calculator-errors")).to_contain_text("先打开了“一月”")
    page.get_by_label("用哪一张表").select_option("二月")
    expect(page.locator("#roster-opened")).to_contain_text("表“二月”，2 行")
    expect(page.locator("#calculator-errors")).to_be_hidden()
    expect(begin(page)).to_contain_text("2 行，其中 2 人")


def test_nothing_that_a_roster_shows_keeps_anybody_out(page: Page, tmp_path: Path) -> None:
    rows = [lay("甲"), *[lay("乙")] * 30, lay("乙", is_in_poor_village=False), lay("丙", months_employed="也许")]
    page.emulate_media(reduced_motion="reduce")
    page.goto("roster/ningxia/")
    file = tmp_path / "名册.xlsx"
    file.write_bytes(write_sheets(一月=[UNIT_TITLES, *rows], 二月=[UNIT_TITLES, *rows]))
    choose(page, file)
    found = look(page, "opened")
    page.get_by_label("单位能领的，要不要一起算？").select_option(label=f"算，A 列“{UNIT_TITLES[0]}”写着是哪个单位")
    begin(page)
    found += look(page, "assessed")
    page.locator(".roster-mend input").first.fill("前天")
    page.get_by_role("button", name="改好了，重新算").click()
    expect(page.locator("#calculator-errors")).to_be_focused()
    found += look(page, "not mended")
    assert not found, "\n".join(found)


def look(page: Page, state: str) -> list[str]:
    page.evaluate("document.querySelectorAll('.roster details').forEach((each) => (each.open = true))")
    return [f"{state}, {line}" for line in find_barriers(page, OF_STATES, ".roster")]


def test_clearing_takes_everything_back(page: Page, tmp_path: Path) -> None:
    page.goto(ADDRESS)
    choose(page, write_csv(tmp_path / "名册.csv", [TITLES, GOOD]))
    name_day(page)
    begin(page)
    expect(page.locator(".roster")).to_have_attribute("data-holds", "")
    page.get_by_role("button", name="清除这张表").last.click()
    expect(page.locator("#roster-result")).to_be_hidden()
    expect(page.locator("#roster-opened")).to_be_hidden()
    expect(page.locator("#roster-file")).to_be_focused()
    assert page.locator("#roster-file").input_value() == ""
    assert "人" not in page.locator("#roster-rows").all_inner_texts()
    choose(page, write_csv(tmp_path / "再来.csv", [TITLES, GOOD]))
    expect(page.locator("#f-as_of-year")).to_have_value("")
    page.get_by_role("button", name="结束并清除").click()
    expect(page.locator(".cleared")).to_be_visible()
    expect(page.locator("#roster-opened")).to_be_hidden()
    assert page.evaluate("document.querySelector('[data-holds]')") is None


def test_what_is_no_table_is_said_and_takes_the_focus(page: Page, tmp_path: Path) -> None:
    page.goto(ADDRESS)
    junk = tmp_path / "名册.xlsx"
    junk.write_bytes(b"PK\x03\x04" + bytes(1_000))
    page.locator("#roster-file").set_input_files(junk)
    errors = page.locator("#calculator-errors")
    expect(errors).to_contain_text("文件打不开", timeout=STARTS)
    expect(errors).to_be_focused()
    junk.write_bytes(bytes(21 << 20))
    page.locator("#roster-file").set_input_files(junk)
    expect(errors).to_contain_text("网页里最多 20 MB", timeout=STARTS)


def test_hostile_cells_are_text(page: Page, tmp_path: Path) -> None:
    hostile = "<img src=x onerror='window.hostile = 1'><script>window.hostile = 2</script>"
    page.goto(ADDRESS)
    file = tmp_path / "<img src=x onerror=window.hostile=3>.csv"
    choose(page, write_csv(file, [[*TITLES, hostile], [hostile, hostile, *GOOD[2:], hostile]]))
    result = begin(page)
    expect(result).to_contain_text("<img src=x onerror")
    assert page.locator(".roster img, .roster script").count() == 0
    assert page.evaluate("window.hostile") is None


def test_it_goes_by_keyboard_alone(page: Page, tmp_path: Path) -> None:
    titles = [*TITLES[:3], "入职时间", *TITLES[4:]]
    page.goto(ADDRESS)
    choose(page, write_csv(tmp_path / "名册.csv", [titles, [*GOOD[:2], "也许", *GOOD[3:]]]))
    expect(page.locator("#roster-opened")).to_be_focused()
    press_until(page, "是不是“入职日期”？是")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="是不是“入职日期”？是")).to_have_count(0)
    press_until(page, "计算")
    page.keyboard.press("Enter")
    expect_result(page)
    expect(page.locator("#roster-result")).to_be_focused()
    press_until(page, "先不改")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#roster-result")).to_contain_text("在网页里改了 1 格", timeout=STARTS)


def press_until(page: Page, words: str) -> None:
    """Go on by Tab to the control that says these words."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if (
            str(page.evaluate("(document.activeElement?.selectedOptions?.[0] ?? document.activeElement)?.textContent"))
            == words
        ):
            return
    pytest.fail(f"no control says {words}")


def test_a_saved_page_takes_tables_too(page: Page, tmp_path: Path, open_file: Open) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(ADDRESS)
    choose(page, write_csv(tmp_path / "秘密.csv", [TITLES, GOOD]))
    file = save(page, tmp_path)
    assert "秘密" not in file.read_text(encoding="utf-8")
    opened = open_file(file)
    expect(opened.locator(".calculator-saved")).to_be_visible()
    choose(opened, write_xlsx(tmp_path / "名册.xlsx", [TITLES, GOOD]))
    name_day(opened)
    expect(begin(opened)).to_contain_text("1 行，其中 1 人")
    assert len(read_table(download(opened, "结果（.xlsx）", tmp_path))) == 2


def test_other_saved_pages_go_without_its_pieces(saved: Path) -> None:
    text = saved.read_text(encoding="utf-8")
    assert 'id="runtime-rest"' in text
    assert 'id="runtime-roster"' not in text and 'id="runtime-workbook"' not in text


def test_units_are_led_there(page: Page) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto("policies/ningxia/")
    link = page.get_by_role("link", name="用名册一起算")
    expect(link).to_be_hidden()
    page.locator("#who-worker").check()
    expect(link).to_be_hidden()
    for who in ("employer", "carrier"):
        page.locator(f"#who-{who}").check()
        expect(link).to_be_visible()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("宁夏：名册一起算")


@pytest.mark.browser_context_args(viewport={"width": 360, "height": 740})
def test_on_a_phone_nothing_stands_beyond_the_window(page: Page, tmp_path: Path) -> None:
    page.goto(ADDRESS)
    choose(page, write_csv(tmp_path / "名册.csv", [TITLES, *make_rows(200)]))
    begin(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("policy", POLICIES)
def test_every_region_has_its_page(page: Page, policy: str) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(f"roster/{policy}/")
    expect(page.locator("#roster-file")).to_be_visible()
    expect(page.locator(".calculator-asleep")).to_have_count(0)
    expect(page.get_by_role("button", name="保存离线版")).to_be_visible()


def test_paper_holds_the_sums_alone(page: Page, tmp_path: Path) -> None:
    page.goto(ADDRESS)
    choose(page, write_csv(tmp_path / "名册.csv", [TITLES, GOOD]))
    begin(page)
    page.emulate_media(media="print")
    expect(page.locator("#roster-sums")).to_be_visible()
    for hidden in ("#roster-form", "#roster-rows", "#roster-files", "#roster-file"):
        expect(page.locator(hidden)).to_be_hidden()
