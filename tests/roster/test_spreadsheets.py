"""Files become rows and rows become files: nothing is lost, and what is no table gets a sentence."""

import csv
import random
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from calc.batches.opening import open_table
from calc.policies import POLICIES
from calc.roster.headers import HeadersError, find_headers
from calc.roster.reading import EXAMPLE, read_rows
from calc.spreadsheets.archive import DAMAGED, open_archive
from calc.spreadsheets.asked import list_facts
from calc.spreadsheets.delimited import read_delimited
from calc.spreadsheets.encodings import find_encoding, mend
from calc.spreadsheets.formulas import disarm
from calc.spreadsheets.limits import MOST_COLUMNS
from calc.spreadsheets.template import write_template
from calc.spreadsheets.unreadable import UnreadableFileError
from calc.spreadsheets.workbook import read_workbook
from calc.spreadsheets.writing import UnwritableTableError, write_delimited, write_workbook

FACTS = ("home", "job_start", "has_contract")
TITLES = ["姓名", "入职日期", "签订合同"]
RARE = "\u4dae龦𬭎𠂇㐂"


def read_text(data: bytes) -> list[Sequence[str]]:
    return list(read_delimited(BytesIO(data)))


def complain_of_text(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        read_text(data)
    return str(refused.value)


# Text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_is_read_in_every_usual_encoding(encoding: str, delimiter: str, end: str) -> None:
    rows = [TITLES, ["甲", "2020-01-15", "是"], ["乙" + RARE, "", "一，二;三" if delimiter != ";" else "一"]]
    text = end.join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    assert read_text(text.encode(encoding)) == rows


def test_characters_that_gb18030_had_in_private_use_are_mended() -> None:
    # By the standard of 2022; the same bytes go another way in Python's table, which is older.
    pairs = {
        "fe59": "\u9fb4", "fe61": "\u9fb5", "fe66": "\u9fb6", "fe67": "\u9fb7", "fe6d": "\u9fb8", "fe7e": "\u9fb9",
        "fe90": "\u9fba", "fea0": "\u9fbb", "fe51": "\U00020087", "fe52": "\U00020089", "fe53": "\U000200cc",
        "fe6c": "\U000215d7", "fe76": "\U0002298f", "fe91": "\U000241fe", "a8bc": "\u1e3f", "a6d9": "\ufe10",
        "a6da": "\ufe12", "a6db": "\ufe11", "a6dc": "\ufe13", "a6df": "\ufe16", "a6ec": "\ufe17", "a6f3": "\ufe19",
    }  # fmt: skip
    for written, meant in pairs.items():
        data = "姓名,备注\n甲,".encode("gb18030") + bytes.fromhex(written)
        assert read_text(data)[1] == ["甲", meant], written


def test_other_characters_of_private_use_stay() -> None:
    assert mend("甲\ue000\uf8ff") == "甲\ue000\uf8ff"


@pytest.mark.parametrize(
    "data", [random.Random(1).randbytes(1 << 16), b"\x00" * 99, "甲\0".encode(), "名".encode() + b"\xff\xff\xff"]
)
def test_what_is_no_text_is_told_how_to_save_it(data: bytes) -> None:
    assert "另存为" in complain_of_text(data)


def test_twenty_megabytes_of_junk_are_refused_with_a_sentence() -> None:
    junk = random.Random(2).randbytes(20 << 20)
    assert complain_of_text(junk).endswith("。")
    line = b"x" * (20 << 20)
    assert "一行太长" in complain_of_text(line)
    assert "引号" in complain_of_text(b"a,b\n" * 20 + b'"' + b"x,y\n" * (5 << 20))


def test_more_columns_than_a_table_has_are_refused() -> None:
    assert len(read_text(b"," * (MOST_COLUMNS - 1))[0]) == MOST_COLUMNS
    assert "分隔符" in complain_of_text(b"," * MOST_COLUMNS)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    try:
        assert all(isinstance(cell, str) for row in read_text(data) for cell in row)
    except UnreadableFileError as error:
        assert str(error).endswith("。")


def test_an_encoding_is_found_by_the_whole_file_not_by_its_beginning() -> None:
    assert find_encoding(BytesIO(b"a," * (1 << 20) + "甲".encode("gb18030"))) == "gb18030"
    assert find_encoding(BytesIO(b"a," * (1 << 20) + "甲".encode())) == "utf-8"


# Formulas


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=", "-", "+A1", "-5", "+86"])
def test_what_would_run_is_made_text(cell: str) -> None:
    assert disarm(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "甲", "1", "a=1", "'=1"])
def test_what_does_not_run_stays(cell: str) -> None:
    assert disarm(cell) == cell


def test_a_number_with_a_sign_stays_a_number() -> None:
    file = BytesIO()
    with write_delimited(file) as write:
        write([-5, -12.5, Decimal("-0.01"), "-5"])
    assert file.getvalue().decode("utf-8-sig") == "-5,-12.5,-0.01,'-5\r\n"


# What is written is read again

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=8))
def test_text_comes_back_as_it_was(rows: list[list[str]]) -> None:
    kept = [[cell.replace("\0", "") for cell in row] for row in rows]
    file = BytesIO()
    with write_delimited(file) as write:
        for row in (["a", "b"], *kept):
            write(row)
    again = read_text(file.getvalue())[1:]
    assert again == [[disarm(cell) for cell in row] for row in kept]


def lay(rows: Iterable[Sequence[object]]) -> BytesIO:
    file = BytesIO()
    with write_workbook(file) as write:
        for row in rows:
            write(row)
    return file


def read_book(file: BytesIO, name: str = "") -> list[Any]:
    return [list(row) for row in read_workbook(file, FACTS, name).rows]


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=5))
def test_text_comes_back_from_a_workbook_as_it_was(rows: list[list[str]]) -> None:
    printable = [[re.sub(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]", "", cell) for cell in row] for row in rows]
    again = read_book(lay([TITLES, *printable]))[1:]
    again += [["", "", ""]] * (len(rows) - len(again))
    assert again == printable


def test_days_and_numbers_come_back_from_a_workbook_as_such() -> None:
    row = ["甲", date(2020, 1, 15), True, 12, 12.5, Decimal("20000.00"), datetime(2020, 1, 15, 8, 30), "=1+1", "007"]
    titles = [*TITLES, *"abcdef"]
    assert read_book(lay([titles, row]))[1] == [
        "甲", date(2020, 1, 15), True, 12.0, 12.5, 20000.0, datetime(2020, 1, 15, 8, 30), "=1+1", "007"
    ]  # fmt: skip


def test_long_digits_are_written_as_text() -> None:
    digits = 110101199003070015
    (row,) = read_book(lay([TITLES, [digits, Decimal(digits), date(1899, 1, 1)]]))[1:]
    assert row == [str(digits), str(digits), "1899-01-01"]


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    with zipfile.ZipFile(lay([TITLES, ["=1+1", "@SUM(A1)", "https://example.org"]])) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet


def test_what_a_workbook_cannot_hold_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    lay([TITLES, ["字" * 32_767]])
    with pytest.raises(UnwritableTableError, match="第 2 行 A 列有 32,768 个字"):
        lay([TITLES, ["字" * 32_768]])
    monkeypatch.setattr("calc.spreadsheets.writing.MOST_ROWS_OF_SHEET", 2)
    lay([TITLES, ["甲"]])
    with pytest.raises(UnwritableTableError, match="最多 2 行"):
        lay([TITLES, ["甲"], ["乙"]])


# Workbooks as people have them


class Book:
    """A workbook made cell by cell: sheets of rows, and what else stands in them."""

    def __init__(self, sheets: Mapping[str, Sequence[Sequence[object]]], hidden: Sequence[str] = ()) -> None:
        self.file = BytesIO()
        self.book = xlsxwriter.Workbook(self.file)
        self.sheets = {name: self.book.add_worksheet(name) for name in sheets}
        for name, rows in sheets.items():
            for number, row in enumerate(rows):
                self.sheets[name].write_row(number, 0, row)
        for name in hidden:
            self.sheets[name].hide()
        visible = [name for name in sheets if name not in hidden]
        if visible:
            self.sheets[visible[0]].activate()
            self.sheets[visible[0]].set_first_sheet()

    def save(self) -> BytesIO:
        self.book.close()
        return self.file


def complain_of_book(file: BytesIO, name: str = "") -> str:
    with pytest.raises(UnreadableFileError) as refused:
        read_workbook(file, FACTS, name)
    return str(refused.value)


PERSON = ["甲", "2020-01-15", "是"]


def test_the_sheet_with_headers_is_taken_among_several() -> None:
    file = Book({"说明": [["怎样填"]], "名册": [TITLES, PERSON], "空": []}).save()
    assert read_workbook(file, FACTS).name == "名册"


def test_several_sheets_with_headers_are_asked_about() -> None:
    file = Book({"一": [TITLES, PERSON], "二": [TITLES, PERSON]}).save()
    assert complain_of_book(file) == "“一”、“二”这 2 张表都像名册：请指明用哪一张，或者只留一张。"
    assert read_workbook(file, FACTS, "二").name == "二"
    assert complain_of_book(file, "三") == "文件里没有叫“三”的表，有的是：一、二。"


def test_a_hidden_sheet_is_not_read_unless_it_is_named() -> None:
    file = Book({"空": [], "藏": [TITLES, PERSON]}, hidden=["藏"]).save()
    assert complain_of_book(file) == "看得见的表是空的；隐藏的“藏”没有读：请取消隐藏。"
    assert read_workbook(file, FACTS, "藏").name == "藏"


def test_an_empty_workbook_is_told_so() -> None:
    assert "空的" in complain_of_book(Book({"空": []}).save())


def test_rows_and_columns_keep_their_places() -> None:
    book = Book({"名册": []})
    book.sheets["名册"].write_row(4, 2, TITLES)
    book.sheets["名册"].write_row(5, 2, PERSON)
    rows = read_book(book.save())
    headers = find_headers(rows, FACTS)
    assert (headers.row, headers.facts) == (4, {"job_start": 3, "has_contract": 4})


def test_merged_cells_below_the_headers_are_named() -> None:
    book = Book({"名册": [["名册"], TITLES, PERSON, ["乙"], ["丙"]]})
    sheet = book.sheets["名册"]
    sheet.merge_range(0, 0, 0, 2, "名册")
    sheet.merge_range(2, 1, 4, 1, "2020-01-15")
    sheet.merge_range(3, 0, 4, 0, "乙")
    found = read_workbook(book.save(), FACTS)
    (mistake,) = found.find_merged(find_headers(list(found.rows), FACTS))
    assert (mistake.row, mistake.column, mistake.found) == (3, 1, "B3:B5")
    assert "取消合并" in mistake.mending


def test_formulas_without_a_result_and_errors_are_put_back() -> None:
    book = Book({"名册": [TITLES, PERSON, PERSON]})
    sheet = book.sheets["名册"]
    sheet.write_formula(1, 1, "=TODAY()", None, "")
    sheet.write_formula(1, 2, "=B1&1", None, "")
    sheet.write_formula(2, 1, "=A1", None, 43845)
    sheet.write_formula(2, 2, "=1/0", None, "#DIV/0!")
    sheet.write_formula(3, 1, "=NA()", None, "#N/A")
    rows = read_book(book.save())
    assert [row[1:] for row in rows[1:]] == [["=TODAY()", "=B1&1"], [43845.0, "#DIV/0!"], ["#N/A", ""]]
    found = read_rows(rows[1:], find_headers(rows, FACTS), 2)
    assert [(mistake.row, mistake.found) for mistake in found.mistakes] == [
        (2, "=TODAY()"),
        (2, "=B1&1"),
        (3, "#DIV/0!"),
    ]


def test_a_formula_whose_result_is_no_text_at_all_is_none_without_a_result() -> None:
    book = Book({"名册": [TITLES, PERSON]})
    with zipfile.ZipFile(book.save()) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(rb'<c r="C2"[^>]*>.*?</c>', b'<c r="C2" t="str"><f>""</f><v></v></c>', parts[sheet])
    assert read_book(pack(parts))[1] == ["甲", "2020-01-15", ""]


def test_a_workbook_that_counts_from_1904_is_refused() -> None:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"date_1904": True})
    book.add_worksheet().write_row(0, 0, TITLES)
    book.close()
    assert "1904" in complain_of_book(file)


# Workbooks that harm


def pack(parts: Mapping[str, bytes]) -> BytesIO:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file


def unpack(file: BytesIO) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_bomb_is_not_unpacked() -> None:
    bomb = pack({"xl/workbook.xml": b"0" * (64 << 20)})
    with pytest.raises(UnreadableFileError, match="解开以后超过 8 MB"):
        open_archive(bomb, unpacked=8 << 20)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    data = bytearray(pack({"a": b"0" * (9 << 20)}).getvalue())
    size = (9 << 20).to_bytes(4, "little")
    while size in data:
        place = data.index(size)
        data[place : place + 4] = (9).to_bytes(4, "little")
    with pytest.raises(UnreadableFileError):
        open_archive(BytesIO(data), unpacked=8 << 20)


def test_a_file_that_is_too_large_is_not_opened() -> None:
    with pytest.raises(UnreadableFileError, match=r"文件有 2 MB，.xlsx 最多 1 MB：请另存为 .csv"):
        open_archive(BytesIO(b"P" * ((1 << 20) + 1)), packed=1 << 20)


@pytest.mark.parametrize(
    ("place", "words"), [("XFD2", "16,384 列"), ("ALM2", "1,001 列"), ("ALL1048576", "1,048,576 行")]
)
def test_a_cell_far_off_does_not_lay_out_all_between(place: str, words: str) -> None:
    parts = unpack(Book({"名册": [TITLES, PERSON]}).save())
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", f'<row><c r="{place}"><v>1</v></c></row></sheetData>'.encode())
    assert words in complain_of_book(pack(parts))


def test_a_damaged_workbook_is_told_how_to_mend_it() -> None:
    whole = Book({"名册": [TITLES, PERSON]}).save().getvalue()
    assert complain_of_book(BytesIO(whole[: len(whole) // 2])) == DAMAGED
    assert complain_of_book(pack({"a": b"b"})) == DAMAGED
    assert complain_of_book(BytesIO(b"PK\x03\x04" + b"junk" * 99)) == DAMAGED


@given(st.integers(0, 10_000))
def test_no_change_of_a_workbook_breaks_the_reading(seed: int) -> None:
    chance = random.Random(seed)
    parts = unpack(Book({"名册": [TITLES, PERSON], "二": [["a"]]}, hidden=["二"]).save())
    name = chance.choice([*parts])
    content = bytearray(parts[name])
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(content))
        content[place : place + chance.choice((0, 1, 4))] = chance.choice((b"", b"<", b'"', b"9", b"&x;", b"\x00"))
    try:
        read_book(pack({**parts, name: bytes(content)}))
    except UnreadableFileError as error:
        assert str(error).endswith("。")


# Files by what they hold


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "旧的 .xls"),
        (b"<html><table>", "网页"),
        (b"PAR1junk", "读不下去"),
        (b"PK\x03\x04junk", "打不开"),
    ],
)
def test_what_a_file_is_decides_and_not_its_name(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "名册.csv"
    file.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=words), open_table(file, FACTS) as sheet:
        list(sheet.rows)


@pytest.mark.parametrize(("library", "module"), [("python-calamine", "python_calamine"), ("duckdb", "duckdb")])
def test_a_library_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, module: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    file = tmp_path / "名册"
    file.write_bytes(lay([TITLES]).getvalue() if library != "duckdb" else b"PAR1")
    words = f"需要 {library}：pip install {library}；或者把表另存为 .csv"
    with pytest.raises(UnreadableFileError, match=words), open_table(file, FACTS):
        pass


# The template


@pytest.mark.parametrize("policy", POLICIES)
def test_a_template_reads_as_an_empty_table(policy: str) -> None:
    facts = list_facts([POLICIES[policy]])
    file = BytesIO()
    write_template(file, [POLICIES[policy]], facts)
    found = read_workbook(file, facts)
    rows = list(found.rows)
    headers = find_headers(rows, facts)
    assert list(headers.facts) == facts
    assert EXAMPLE in rows[1]
    assert read_rows(rows[1:], headers, 2).count == 0


def test_what_a_template_tells_is_no_table() -> None:
    facts = list_facts(POLICIES.values())
    file = BytesIO()
    write_template(file, [*POLICIES.values()], facts)
    told = read_workbook(file, facts, name="说明").rows
    for row in told:
        with pytest.raises(HeadersError):
            find_headers([row], facts)


@pytest.mark.parametrize("policy", POLICIES)
def test_the_example_of_a_template_can_be_read(policy: str) -> None:
    facts = list_facts([POLICIES[policy]])
    file = BytesIO()
    write_template(file, [POLICIES[policy]], facts)
    rows = [["" if cell == EXAMPLE else cell for cell in row] for row in read_workbook(file, facts).rows]
    found = read_rows(rows[1:2], find_headers(rows, facts), 2)
    assert (found.count, found.mistakes) == (1, [])
    assert all(column[0] is not None for column in found.answered.values())


def test_a_template_offers_the_options_that_the_policy_tells_apart() -> None:
    file = BytesIO()
    write_template(file, [POLICIES["jining"]], ["home", "has_contract", "job_start"])
    with zipfile.ZipFile(file) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
        assert 'state="hidden"' in book.read("xl/workbook.xml").decode()
    assert "<formula1>选项!$B$1:$B$" in sheet
    assert "<formula1>选项!$C$1:$C$3</formula1>" in sheet
    assert "$D$" not in sheet
    assert "重庆市万州区" in texts
    assert "云南省" not in texts


def test_a_table_by_the_csv_module_reads_the_same(tmp_path: Path) -> None:
    file = tmp_path / "名册.csv"
    with file.open("w", encoding="gb18030", newline="") as text:
        csv.writer(text).writerows([TITLES, PERSON, ["乙\n二", 'a"b', ""]])
    with open_table(file, FACTS) as sheet:
        assert list(sheet.rows) == [TITLES, PERSON, ["乙\n二", 'a"b', ""]]
