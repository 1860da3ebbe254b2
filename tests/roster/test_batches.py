"""From file to file: everything that stood there comes back first, then what each row comes to, in any batches."""

import csv
import io
import re
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from calc.__main__ import main
from calc.batches import run as batches
from calc.batches.opening import open_table
from calc.batches.parquet import TEXT, write_parquet
from calc.batches.progress import show_progress
from calc.batches.run import Asked, assess_file
from calc.engine.answer import Answer as Told
from calc.engine.assess import assess
from calc.facts.catalogue import CATALOGUE
from calc.facts.check import check_facts
from calc.policies import POLICIES
from calc.roster.cells import spell_cell
from calc.spreadsheets.asked import list_facts, list_personal
from calc.spreadsheets.results import COLUMNS, PROBLEMS
from calc.spreadsheets.sheet import Sheet
from calc.spreadsheets.writing import UnwritableTableError, write_workbook
from calc.values.money import say_yuan, spell_decimal
from calc.version import VERSION
from tests.attacks import ATTACKS
from tests.command_line import call

JINING = POLICIES["jining"]
TITLES = ["姓名", "身份证号", "户籍所在地", "建档立卡", "入职日期", "在本地就业", "仍在职", "备注"]
GOOD = ["甲", "110101199003070015", "重庆万州", "√", "2020-03-01", "是", "是", ' 一,二\n三"四 ']
ROWS = [
    GOOD,
    ["乙", "2", "wanzhou", "1", "43922", "是", "否", "=1+1"],
    ["丙", "1.10E+17", "重庆市万州区", "是", "2020年春", "是", "", "-5"],
    ["", "", "", "", "", "", "", ""],
    ["丁", "4", "其他地方", "否", "NULL", "#N/A", "", "@x"],
    ["戊", "5", "宁夏", "也许", "2020-05-01", "是", "是"],
]
COMMON = {"as_of": "2020-12-31"}
KINDS = ("csv", "xlsx", "parquet")


def write_csv(file: Path, rows: Sequence[Sequence[str]], **how: Any) -> Path:
    with file.open("w", encoding="utf-8", newline="", **how) as text:
        csv.writer(text).writerows(rows)
    return file


def write(kind: str, folder: Path, rows: Sequence[Sequence[str]] = (TITLES, *ROWS)) -> Path:
    """The rows as a file of a kind."""
    file = folder / f"in.{kind}"
    if kind == "csv":
        return write_csv(file, rows)
    width = len(rows[0])
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    if kind == "xlsx":
        with file.open("wb") as data, write_workbook(data) as lay:
            for row in padded:
                lay(row)
        return file
    with duckdb.connect() as connection:
        names = ", ".join(f'"{name}" VARCHAR' for name in padded[0])
        connection.execute(f"CREATE TABLE rows ({names})")
        connection.executemany(f"INSERT INTO rows VALUES ({', '.join('?' * width)})", padded[1:])
        connection.execute(f"COPY rows TO '{file}' (FORMAT parquet)")
    return file


def read(file: Path) -> list[list[str]]:
    """The rows of a file, as texts."""
    with open_table(file, list_facts([JINING])) as sheet:
        return [[spell_cell(cell) for cell in row] for row in sheet.rows]


def ask(*policies: str, **common: str) -> Asked:
    return Asked([POLICIES[name] for name in policies or ("jining",)], check_facts(common or COMMON))


def keep_silent(rows: int, share: float) -> None:
    """Nobody watches."""


# Round trips


@pytest.mark.parametrize("target", KINDS)
@pytest.mark.parametrize("source", KINDS)
def test_what_stood_in_a_table_comes_back_first(tmp_path: Path, source: str, target: str) -> None:
    out = tmp_path / f"out.{target}"
    assess_file(write(source, tmp_path), out, ask(), keep_silent)
    titles, *rows = read(out)
    assert titles[: len(TITLES) + 1] == [*TITLES, PROBLEMS]
    for row, given in zip(rows, ROWS, strict=True):
        given = [*given, *[""] * (len(TITLES) - len(given))]
        disarmed = [f"'{cell}" if cell in ("=1+1", "@x", "-5") and target == "csv" else cell for cell in given]
        assert row[: len(TITLES)] == disarmed


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_comes_to_the_same_in_every_kind_of_file(tmp_path: Path, kind: str) -> None:
    wanted, found = tmp_path / "wanted.csv", tmp_path / f"found.{kind}"
    assess_file(write("csv", tmp_path), wanted, ask(), keep_silent)
    assess_file(write(kind, tmp_path), found, ask(), keep_silent)
    width = len(TITLES)
    texts = [[cell.removesuffix(".00") for cell in row[width:]] for row in read(wanted)]
    assert [[cell.removesuffix(".00") for cell in row[width:]] for row in read(found)] == texts


def test_what_is_assessed_may_be_assessed_again(tmp_path: Path) -> None:
    source, once, twice = write("csv", tmp_path), tmp_path / "once.csv", tmp_path / "twice.parquet"
    assess_file(source, once, ask(), keep_silent)
    assess_file(once, twice, ask(), keep_silent)
    titles, *rows = read(twice)
    assert len(titles) == len({*titles}) == len(read(once)[0]) * 2 - len(TITLES)
    assert f"{PROBLEMS}（2）" in titles
    assert [row[0] for row in rows] == [row[0] for row in ROWS]


def test_parquet_keeps_the_types_of_its_columns(tmp_path: Path) -> None:
    source, out = tmp_path / "in*[1].parquet", tmp_path / "out's.parquet"
    with duckdb.connect() as connection:
        columns = "DATE '2020-03-01' AS 入职日期, true AS 在本地就业, 110101199003070015 AS 身份证号, [1, 2] AS 多个"
        connection.execute(f"COPY (SELECT {columns}) TO '{source}' (FORMAT parquet)")
        done = assess_file(source, out, ask(), keep_silent)
        found = connection.execute(f"SELECT * FROM '{str(out).replace(chr(39), chr(39) * 2)}'")
        kinds = {name: str(kind) for name, kind, *_ in found.description or ()}
        row = found.fetchone()
    assert done.mistakes is None
    assert [*kinds.values()][:4] == ["DATE", "BOOLEAN", "BIGINT", "INTEGER[]"]
    assert kinds["跨省就业补贴：最多（元）"] == "DECIMAL(18,2)"
    assert row is not None
    assert row[2:4] == (110101199003070015, [1, 2])


def test_headers_come_back_as_they_were(tmp_path: Path) -> None:
    source = write_csv(tmp_path / "in.csv", [[" 姓名 ", "入职 日期（年月日）", "=x"], ["甲", "2020-03-01", ""]])
    assess_file(source, tmp_path / "out.csv", ask(), keep_silent)
    assert read(tmp_path / "out.csv")[0][:4] == [" 姓名 ", "入职 日期（年月日）", "'=x", PROBLEMS]


def test_a_row_that_parquet_cannot_take_is_told_and_leaves_no_file(tmp_path: Path) -> None:
    file = tmp_path / "out.parquet"
    with pytest.raises(UnwritableTableError, match="请输出为"), write_parquet(file, {"附注": TEXT}) as lay:
        lay(["字" * 9_000_000])
    assert [*tmp_path.iterdir()] == []


def test_titles_above_the_headers_come_back_too(tmp_path: Path) -> None:
    source = write_csv(tmp_path / "in.csv", [["2020 年名册"], TITLES, GOOD])
    assess_file(source, tmp_path / "out.csv", ask(), keep_silent)
    rows = read(tmp_path / "out.csv")
    assert (rows[0], rows[1][:2], rows[2][0]) == (["2020 年名册"], TITLES[:2], "甲")


# What a row comes to


def find_result(row: Sequence[str], titles: Sequence[str], title: str) -> dict[str, str]:
    return {column: row[titles.index(f"{title}：{column}")] for column in COLUMNS}


def test_a_row_comes_to_what_its_person_alone_comes_to(tmp_path: Path) -> None:
    assess_file(write("csv", tmp_path), tmp_path / "out.csv", ask(), keep_silent)
    titles, *rows = read(tmp_path / "out.csv")
    facts = {"home": "wanzhou", "is_registered_poor": True, "job_start": "2020-03-01", "works_here": True}
    told = Told(assess(JINING, check_facts({**facts, "still_employed": True, **COMMON})))
    for provision in list_personal(JINING):
        finding = next(item.finding for item in told.told if item.finding.provision is provision)
        shown = find_result(rows[0], titles, provision.title)
        missing = "、".join(CATALOGUE[fact].short for fact in finding.outcome.missing)
        assert shown["还缺"] == missing
        if finding.amount and finding.amount.is_counted:
            assert Decimal(shown["最少（元）"]) == finding.amount.low
            assert shown["最多（元）"] == ("" if finding.amount.high is None else spell_decimal(finding.amount.high))
    refused = find_result(rows[4], titles, "跨省就业补贴")
    assert refused["结果"] == "不符合"
    assert refused["原因"]
    assert (refused["金额"], refused["最少（元）"], refused["还缺"]) == ("", "", "")


def test_a_bad_cell_is_unknown_and_stops_nothing(tmp_path: Path) -> None:
    done = assess_file(write("csv", tmp_path), tmp_path / "out.csv", ask(), keep_silent)
    titles, *rows = read(tmp_path / "out.csv")
    assert "2020年春" in rows[2][titles.index(PROBLEMS)]
    assert find_result(rows[2], titles, "跨省就业补贴")["结果"] == "待补充"
    assert (done.rows, done.assessing.persons) == (6, 5)
    assert done.mistakes == tmp_path / "out.错误.csv"
    assert [row[:4] for row in read_plain(done.mistakes)] == [
        ["行", "列", "列名", "内容"],
        ["3", "H", "备注", "'=1+1"],
        ["4", "B", "身份证号", "1.10E+17"],
        ["4", "E", "入职日期", "2020年春"],
        ["7", "D", "建档立卡", "也许"],
    ]


def read_plain(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text))


def test_no_mistakes_leave_no_file_of_mistakes(tmp_path: Path) -> None:
    out, old = tmp_path / "out.csv", tmp_path / "out.错误.csv"
    old.write_text("alt")
    done = assess_file(write_csv(tmp_path / "in.csv", [TITLES, GOOD]), out, ask(), keep_silent)
    assert (done.mistakes, old.exists(), [file.name for file in tmp_path.glob("*.part")]) == (None, False, [])


def test_a_row_that_contradicts_itself_is_named_and_in_no_sum(tmp_path: Path) -> None:
    titles = ["姓名", "入职日期", "离职日期", "户籍所在地"]
    against = ["乙", "2020-05-01", "2019-05-01", "重庆万州"]
    source = write_csv(tmp_path / "in.csv", [titles, against, ["甲", "2020-05-01", "", "重庆万州"]])
    done = assess_file(source, tmp_path / "out.csv", ask(), keep_silent)
    assert done.assessing.contradicting == 1
    (alike,) = done.assessing.mistakes.say()
    assert alike.startswith("第 2 行 C 列 离职日期：“")
    assert "没有计入合计" in alike
    header, first, second = read(tmp_path / "out.csv")
    assert "没有计入合计" in first[header.index(PROBLEMS)]
    assert {*first[header.index(PROBLEMS) + 1 :]} == {""}
    assert second[header.index(PROBLEMS) + 1] != ""
    counts = done.assessing.sums["jining"].statuses
    assert {sum(statuses.values()) for statuses in counts.values()} == {1}
    alone = assess_file(
        write_csv(tmp_path / "in.csv", [titles, ["甲", "2020-05-01", "", "重庆万州"]]),
        tmp_path / "alone.csv",
        ask(),
        keep_silent,
    )
    assert alone.assessing.sums == done.assessing.sums


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_the_size_of_batches_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    source, whole, parts = write("csv", tmp_path), tmp_path / "whole.csv", tmp_path / "parts.csv"
    wanted = assess_file(source, whole, ask(), keep_silent)
    monkeypatch.setattr(batches, "BATCH", size)
    found = assess_file(source, parts, ask(), keep_silent)
    assert parts.read_bytes() == whole.read_bytes()
    assert found.assessing.sums == wanted.assessing.sums
    assert (tmp_path / "parts.错误.csv").read_bytes() == (tmp_path / "whole.错误.csv").read_bytes()


def test_all_policies_stand_side_by_side(tmp_path: Path) -> None:
    assess_file(write("csv", tmp_path), tmp_path / "all.csv", ask(*POLICIES), keep_silent)
    titles, first, *_ = read(tmp_path / "all.csv")
    assert len(titles) == len({*titles})
    alone = tmp_path / "jining.csv"
    assess_file(tmp_path / "in.csv", alone, ask(), keep_silent)
    names, row, *_ = read(alone)
    for name, cell in zip(names, row, strict=True):
        assert first[titles.index(f"{JINING.region} {name}" if "：" in name else name)] == cell


@pytest.mark.parametrize("attack", [attack[:120_000] for attack in ATTACKS], ids=range(len(ATTACKS)))
@pytest.mark.parametrize("title", TITLES)
def test_a_hostile_cell_is_named_or_travels_along(tmp_path: Path, attack: str, title: str) -> None:
    row = [attack if name == title else cell for name, cell in zip(TITLES, GOOD, strict=True)]
    out = tmp_path / "out.csv"
    done = assess_file(write_csv(tmp_path / "in.csv", [TITLES, row]), out, ask(), keep_silent)
    assert read(out)[1][: len(TITLES)] == row
    is_asked = title in (CATALOGUE[fact].short for fact in done.headers.facts)
    assert done.assessing.mistakes.count in ((0, 1) if is_asked else (0,))
    assert all(len(said) < 500 for said in done.assessing.mistakes.say())


def test_what_would_run_as_a_formula_runs_nowhere(tmp_path: Path) -> None:
    hostile = ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"]
    titles = ["入职日期", *(f"=名{place}" for place in range(len(hostile)))]
    source = write_csv(tmp_path / "in.csv", [titles, ["2020-03-01", *hostile], [*hostile, ""]])
    assess_file(source, tmp_path / "out.csv", ask(), keep_silent)
    for file in ("out.csv", "out.错误.csv"):
        cells = [cell for row in read_plain(tmp_path / file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert any(cell.startswith("'=") for cell in cells)


# The command line

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the command on the rows, or other ones: its exit code, what it printed, and what it complained of."""

    def call(
        *words: str, rows: Sequence[Sequence[str]] = (TITLES, *ROWS), policy: str = "jining"
    ) -> tuple[int, str, str]:
        source = write_csv(tmp_path / "in.csv", rows)
        code = main(["roster", policy, str(source), *words])
        return code, *capsys.readouterr()

    return call


def test_the_sums_are_told_with_version_and_fingerprint(run: Run, tmp_path: Path) -> None:
    code, out, complaints = run("-o", str(tmp_path / "out.csv"), "--common", "as_of=2020-12-31")
    assert (code, complaints) == (0, "")
    assert "6 行，其中 5 人" in out
    assert re.search(r"跨省就业补贴：.*不符合 \d+ 人", out)
    assert "劳动者 · 济宁市援助资金：" in out
    assert f"按 2020-12-31 测算；计算器 {VERSION}；条款指纹 {JINING.short_fingerprint}" in out
    assert "4 处要改" in out
    assert "没有用到、原样留着的列：姓名、身份证号、备注" in out


def test_the_sums_are_those_of_the_persons_alone(run: Run, tmp_path: Path) -> None:
    facts = {
        "home": "wanzhou", "is_registered_poor": True, "job_start": "2020-05-10", "works_here": True,
        "still_employed": True, "as_of": "2021-06-30",
    }  # fmt: skip
    (row,) = (row for row in Told(assess(JINING, check_facts(facts))).totals if row.low)
    titles = [CATALOGUE[fact].short for fact in facts]
    cells = ["重庆万州", "√", "2020-05-10", "√", "√", "2021-06-30"]
    code, out, _ = run("-o", str(tmp_path / "out.csv"), rows=[titles, *[cells] * 7])
    assert code == 0
    assert f"{row.fund}：确定 {say_yuan(row.low * 7)}" in out.replace("\n    ", "")


def test_a_reading_is_taken_the_other_way(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("-o", str(tmp_path / "out.csv"), "--reading", "cross-province-from")
    assert code == 0
    assert "按另一种读法" in out


def test_common_answers_hold_for_every_row(run: Run, tmp_path: Path) -> None:
    titles = ["姓名", "入职日期"]
    _, _, _ = run("-o", str(tmp_path / "a.csv"), "--common", "户籍所在地=重庆万州", rows=[titles, ["甲", ""]])
    _, _, _ = run("-o", str(tmp_path / "b.csv"), rows=[[*titles, "户籍所在地"], ["甲", "", "重庆万州"]])
    assert read(tmp_path / "a.csv")[1][2:] == read(tmp_path / "b.csv")[1][3:]


WRONG = {
    "no output": ([], "-o 结果文件"),
    "another kind": (["-o", "out.doc"], ".csv、.xlsx、.parquet"),
    "no folder": (["-o", "nirgends/out.csv"], "没有文件夹"),
    "no equals sign": (["-o", "out.csv", "--common", "as_of"], "as_of=2021-09-30"),
    "no date": (["-o", "out.csv", "--common", "as_of=gestern"], "测算日期（as_of）：请把日期写成"),
    "no fact": (["-o", "out.csv", "--common", "xyz=1"], "没有名为“xyz”的事实"),
    "both": (["-o", "out.csv", "--common", "home=ningxia"], "表里有一列（C 列），又用 --common 给了"),
    "no reading": (["-o", "out.csv", "--reading", "cross"], "没有名为“cross”的读法，最接近的是：cross-province-from"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_carried_out_is_answered_with_a_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.chdir(tmp_path)
    words, sentence = WRONG[wrong]
    code, out, complaints = run(*words)
    assert (code, out) == (2, "")
    assert sentence in complaints
    assert [file.name for file in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([["甲", "2020-01-15"]], "没有认得出的列名"),
        ([["a"] * 9, ["入职日期"], ["签订合同"], ["job_start"]], "都有列名"),
        ([["入职日期", "job_start"]], "请只留一列"),
        ([[]], "表是空的"),
    ],
)
def test_a_table_that_cannot_be_read_leaves_no_file(
    run: Run, tmp_path: Path, rows: Sequence[Sequence[str]], sentence: str
) -> None:
    code, _, complaints = run("-o", str(tmp_path / "out.xlsx"), rows=rows)
    assert code == 2
    assert sentence in complaints
    assert [file.name for file in tmp_path.iterdir()] == ["in.csv"]


def test_a_table_that_is_not_there_and_one_onto_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_csv(tmp_path / "in.csv", [TITLES, GOOD])
    before = source.read_bytes()
    assert main(["roster", "jining", str(source), "-o", str(source)]) == 2
    assert "不能就是原来的表格" in capsys.readouterr().err
    assert source.read_bytes() == before
    assert main(["roster", "jining", str(tmp_path / "x.csv"), "-o", str(tmp_path / "y.csv")]) == 2
    assert "读不到表格" in capsys.readouterr().err


def test_a_result_that_does_not_fit_replaces_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.xlsx"
    out.write_text("alt")
    code, _, complaints = run("-o", str(out), rows=[TITLES, ["字" * 40_000, *GOOD[1:]]])
    assert code == 2
    assert "第 2 行 A 列有 40,000 个字" in complaints
    assert out.read_text() == "alt"
    assert [*tmp_path.glob("*.part")] == []


def test_a_template_is_filled_in_and_assessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty, out = tmp_path / "空表.xlsx", tmp_path / "out.xlsx"
    assert main(["roster", "jining", "--template", str(empty), "--common", "as_of=2020-12-31"]) == 0
    assert "示例一行" in capsys.readouterr().out
    assert main(["roster", "jining", str(empty), "-o", str(out)]) == 0
    assert "1 行，其中 0 人" in capsys.readouterr().out
    assert "测算日期" not in read(empty)[0]
    assert main(["roster", "jining", str(empty), "--template", str(tmp_path / "zwei.xlsx")]) == 2
    assert "只写一张空表" in capsys.readouterr().err
    assert main(["roster", "jining", "--template", str(tmp_path / "空表.csv")]) == 2
    assert ".xlsx" in capsys.readouterr().err


def test_nothing_is_shown_on_the_way_where_nobody_watches(tmp_path: Path) -> None:
    source = write_csv(tmp_path / "in.csv", [TITLES, GOOD])
    done = call("roster", "jining", str(source), "-o", str(tmp_path / "out.csv"))
    assert (done.returncode, done.stderr) == (0, b"")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_way_is_shown_on_a_terminal_with_the_time_left() -> None:
    shown, times = Terminal(), iter([0.0, 10.0, 10.1, 75.0])
    with show_progress(shown, lambda: next(times)) as tell:
        tell(50_000, 0.25)
        tell(60_000, 0.3)
        tell(100_000, 0.5)
    assert shown.getvalue().split("\r\x1b[K") == [
        "",
        "已算 50,000 行，共约 25%，还要约 30 秒",
        "已算 100,000 行，共约 50%，还要约 1 分 15 秒",
        "",
    ]


def test_a_share_that_nobody_knows_is_not_told() -> None:
    shown, times = Terminal(), iter([0.0, 10.0])
    with show_progress(shown, lambda: next(times)) as tell:
        tell(50_000, 0)
    assert "已算 50,000 行\r" in shown.getvalue()


# Memory


def test_no_more_than_one_batch_is_read_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pulled = 0

    def draw_rows() -> Iterator[Sequence[str]]:
        nonlocal pulled
        for row in (TITLES, *[GOOD] * 100):
            pulled += 1
            yield row

    @contextmanager
    def open_drawn(*_: object) -> Iterator[Sheet]:
        yield Sheet(draw_rows(), lambda done: done / 101)

    told: list[tuple[int, float, int]] = []
    monkeypatch.setattr(batches, "open_table", open_drawn)
    monkeypatch.setattr(batches, "BATCH", 30)
    assess_file(tmp_path, tmp_path / "out.csv", ask(), lambda rows, share: told.append((rows, share, pulled)))
    assert told == [(30, 31 / 101, 31), (60, 61 / 101, 61), (90, 91 / 101, 91), (100, 1.0, 101)]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_table_is_read_row_by_row_from_its_file(tmp_path: Path, kind: str) -> None:
    file = write(kind, tmp_path, [TITLES, *[GOOD] * 30_000])
    tracemalloc.start()
    with open_table(file, list_facts([JINING])) as sheet:
        assert sum(1 for _ in sheet.rows) == 30_001
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    whole = 30_000 * sum(map(sys.getsizeof, GOOD))
    assert peak < whole / 2
