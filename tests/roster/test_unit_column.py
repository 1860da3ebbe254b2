"""A column that names the unit: its people are counted from all rows, and each unit has a row of its own."""

import csv
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from random import Random

import pytest

from calc.__main__ import main
from calc.batches import run as batches
from calc.batches.opening import open_table
from calc.batches.run import Asked, Done, assess_file
from calc.engine.assess import assess
from calc.engine.status_word import say_status_of
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.check import check_facts, sift_facts
from calc.facts.groups import find_heads_fact
from calc.facts.inference import find_contradictions
from calc.facts.of_each import HEADS
from calc.policies import POLICIES
from calc.proof.cases import parse_cases
from calc.roster.cells import spell_cell
from calc.roster.units import stands_on_persons
from calc.rules.policy import Policy
from calc.spreadsheets.asked import list_facts
from calc.spreadsheets.results import PROBLEMS
from calc.spreadsheets.units import COUNTED, DIFFERS, NO_UNIT, PEOPLE
from calc.values.money import spell_decimal, yuan
from tests.roster.test_batches import keep_silent, read, write_csv
from tests.roster.test_units import NINGXIA, PERSON, WORKSHOP

CARRIER = NINGXIA.provision("carrier-subsidy")
ENDS = (attrgetter("low"), attrgetter("high"))
UNIT = "统一社会信用代码"
ASKED = Asked([NINGXIA], check_facts({"as_of": "2020-12-31"}), unit=UNIT)
WORKER: Answers = {**PERSON, **WORKSHOP}
TITLES = [UNIT, *(CATALOGUE[fact].short for fact in WORKER)]


def lay(unit: str, **other: object) -> list[str]:
    """A row of a worker of a unit."""
    return [unit, *(_say(fact, other.get(fact, answer)) for fact, answer in WORKER.items())]


def _say(fact: str, answer: object) -> str:
    return "" if answer is None else CATALOGUE[fact].spell(answer)  # type: ignore[arg-type]


def run(folder: Path, rows: Sequence[Sequence[str]], asked: Asked = ASKED, kind: str = "csv") -> Done:
    source = write_csv(folder / "in.csv", [TITLES, *rows])
    return assess_file(source, folder / f"out.{kind}", asked, keep_silent)


def read_units(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "out.单位.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row[UNIT]: row for row in csv.DictReader(file)}


def of(row: dict[str, str], column: str) -> str:
    return row[f"{CARRIER.title}：{column}"]


@pytest.mark.parametrize("size", [1, 7, 50_000])
def test_a_unit_split_over_batches_is_one_unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(batches, "BATCH", size)
    rows = [lay("甲")] * 12 + [lay("乙")] * 31
    Random(1).shuffle(rows)
    done = run(tmp_path, rows)
    units = read_units(tmp_path)
    assert [(name, row[PEOPLE], of(row, COUNTED), of(row, "最少（元）")) for name, row in units.items()] == [
        ("乙", "31", "31", "60000.00"),
        ("甲", "12", "12", "20000.00"),
    ]
    assert done.units
    (total,) = (row for row in done.units.totals["ningxia"] if row.payee is CARRIER.payee)
    assert total.low == yuan(80_000)


def test_the_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    rows = [lay(unit, has_contract=signed) for unit in "甲乙丙" for signed in (True, False, None) for _ in range(12)]
    run(tmp_path, rows)
    first = read_units(tmp_path)
    Random(2).shuffle(rows)
    run(tmp_path, rows)
    assert read_units(tmp_path) == first
    assert of(first["甲"], COUNTED) == "12 至 24"
    assert (of(first["甲"], "最少（元）"), of(first["甲"], "最多（元）")) == ("20000.00", "30000.00")


def test_a_person_who_contradicts_itself_may_count_or_not(tmp_path: Path) -> None:
    dates = ("job_start", "job_end")
    titles = [*TITLES, *(CATALOGUE[fact].short for fact in dates)]
    rows = [*[[*lay("甲"), "", ""]] * 30, [*lay("甲"), "2019-05-01", "2019-03-01"]]
    source = write_csv(tmp_path / "in.csv", [titles, *rows])
    done = assess_file(source, tmp_path / "out.csv", ASKED, keep_silent)
    assert done.assessing.contradicting == 1
    assert of(read_units(tmp_path)["甲"], COUNTED) == "30 至 31"


def test_a_row_without_a_unit_is_named_and_counts_for_none(tmp_path: Path) -> None:
    done = run(tmp_path, [*[lay("甲")] * 30, lay(" "), lay("1.10E+17")])
    assert read_units(tmp_path).keys() == {"甲"}
    assert of(read_units(tmp_path)["甲"], COUNTED) == "30"
    assert done.mistakes
    places = [(row[0], row[4]) for row in read(done.mistakes)[1:]]
    assert ("32", NO_UNIT) in places
    assert any(row == "33" for row, _ in places)
    assert NO_UNIT in "".join(read(tmp_path / "out.csv")[31])


@pytest.mark.parametrize("unsure", ["不清楚", "NULL", "　", "unknown"])
def test_a_word_for_nothing_is_no_unit(tmp_path: Path, unsure: str) -> None:
    run(tmp_path, [lay("甲"), lay(unsure)])
    assert read_units(tmp_path).keys() == {"甲"}


def test_a_unit_is_the_same_however_wide_it_is_written(tmp_path: Path) -> None:
    run(tmp_path, [lay("甲（集团）９１"), lay(" 甲(集团)91"), lay("甲(集团)91")])
    assert [(name, row[PEOPLE]) for name, row in read_units(tmp_path).items()] == [("甲（集团）９１", "3")]


def test_all_rows_can_be_of_one_unit(tmp_path: Path) -> None:
    """Whatever its column says, or where there is none."""
    one = Asked(ASKED.policies, ASKED.common, is_one_unit=True)
    done = run(tmp_path, [lay(str(number % 3)) for number in range(31)], one)
    assert done.units and not done.mistakes
    ((name, people, _, *results),) = done.units.rows
    assert (name, people) == ("本单位", 31) and "60,000 元" in results


def test_one_unit_and_a_column_of_units_are_refused_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write_csv(tmp_path / "in.csv", [TITLES, lay("甲")])
    options = ["-o", str(tmp_path / "out.csv"), "--unit", UNIT, "--one-unit"]
    assert main(["roster", "ningxia", str(source), *options]) == 2
    assert "请只写一个" in capsys.readouterr().err


def test_rows_that_say_something_else_of_their_unit_are_named(tmp_path: Path) -> None:
    done = run(tmp_path, [*[lay("甲")] * 30, lay("甲", is_in_poor_village=False), lay("乙")])
    assert done.mistakes
    ((number, column, *_, mending),) = read(done.mistakes)[1:]
    assert (number, mending) == ("32", DIFFERS)
    assert TITLES["ABCDEFGHIJKLMNOP".index(column)] == CATALOGUE["is_in_poor_village"].short
    units = read_units(tmp_path)
    assert DIFFERS in units["甲"][PROBLEMS]
    assert units["乙"][PROBLEMS] == ""


def test_where_no_answer_is_the_most_frequent_all_are_named(tmp_path: Path) -> None:
    done = run(tmp_path, [lay("甲"), lay("甲", is_in_poor_village=False)])
    assert done.mistakes
    assert [row[0] for row in read(done.mistakes)[1:]] == ["2", "3"]


@pytest.mark.parametrize("kind", ["xlsx", "parquet"])
def test_units_stand_in_a_file_of_the_same_kind(tmp_path: Path, kind: str) -> None:
    run(tmp_path, [lay("甲")] * 12)
    told = _trim(tmp_path / "out.单位.csv")
    done = run(tmp_path, [lay("甲")] * 12, kind=kind)
    assert done.beside == tmp_path / f"out.单位.{kind}"
    assert _trim(done.beside) == told


def _trim(file: Path) -> list[list[str]]:
    """The rows, with sums as each kind of file writes them made equal."""
    return [[cell.removesuffix(".00") for cell in row] for row in _read_rows(file)]


def _read_rows(file: Path) -> list[list[str]]:
    with open_table(file, ()) as sheet:
        return [[spell_cell(cell) for cell in row] for row in sheet.rows]


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_a_unit_of_like_people_comes_to_what_it_comes_to_alone(tmp_path: Path, policy: Policy) -> None:
    settled, columns = 0, set(list_facts([policy]))
    tables = parse_cases(Path(f"tests/cases/{policy.id}.md").read_text(encoding="utf-8"))
    for table in tables:
        provision = policy.provision(table.provision)
        fact = find_heads_fact(provision.facts)
        if stands_on_persons(provision) or not fact:
            continue
        for case in table.rows[:3]:
            known = sift_facts(case.facts).answers
            heads = known.get(fact)
            if not known.keys() <= columns:
                continue  # a roster has columns for what its policy asks, and for nothing else
            if not isinstance(heads, int) or not 0 < heads <= 200 or find_contradictions(known):
                continue
            told = {name: answer for name, answer in known.items() if name not in HEADS}
            rows = [["甲", *(_say(name, answer) for name, answer in told.items())]] * heads
            source = write_csv(tmp_path / "in.csv", [[UNIT, *(CATALOGUE[name].short for name in told)], *rows])
            assess_file(source, tmp_path / "out.csv", Asked([policy], {}, unit=UNIT), keep_silent)
            row = read_units(tmp_path)["甲"]
            outcome = assess(policy, {**told, fact: heads}).finding(provision.id).outcome
            amount = outcome.amount if outcome.amount and outcome.amount.is_counted else None
            sums = [spell_decimal(sum_) if amount and (sum_ := sum_of(amount)) is not None else "" for sum_of in ENDS]
            expected = [say_status_of(provision, outcome.status, outcome.label), *sums]
            found = [row[f"{provision.title}：{column}"] for column in ("结果", "最少（元）", "最多（元）")]
            assert found == expected, (provision.id, known)
            settled += 1
    assert settled


def test_totals_name_persons_and_units_once_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_csv(tmp_path / "in.csv", [TITLES, *[lay("甲")] * 31])
    common = "as_of=2020-12-31"
    words = ["roster", "ningxia", str(source), "-o", str(tmp_path / "out.csv"), "--common", common]
    assert main([*words, "--unit", UNIT]) == 0
    told = capsys.readouterr().out
    assert "1 个单位" in told
    assert told.count("确定 60,000.00 元") + told.count("确定 60,000 元") + told.count("确定 6 万元") == 1
    assert main(words) == 0
    assert "个单位" not in capsys.readouterr().out


def test_the_column_of_units_is_taken_for_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [["单位", "备注", *TITLES[1:]], ["甲", "", *lay("")[1:]]]
    source = write_csv(tmp_path / "in.csv", rows)
    words = ["roster", "ningxia", str(source), "-o", str(tmp_path / "out.csv"), "--common", "as_of=2020-12-31"]
    assert main([*words]) == 0
    assert "A 列“单位”是不是" in capsys.readouterr().out
    assert main([*words, "--unit", " 单位"]) == 0
    told = capsys.readouterr().out
    assert "没有用到、原样留着的列：备注。" in told
    assert "“单位”是不是" not in told


def test_a_column_that_is_missing_is_answered_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write_csv(tmp_path / "in.csv", [TITLES, lay("甲")])
    words = ["roster", "ningxia", str(source), "-o", str(tmp_path / "out.csv"), "--unit", "单位"]
    assert main(words) == 2
    assert "没有“单位”这一列" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_a_template_has_a_column_for_the_unit_and_those_of_its_own_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, out = tmp_path / "空表.xlsx", tmp_path / "out.csv"
    words = ["--common", "as_of=2020-12-31", "--unit", UNIT]
    assert main(["roster", "ningxia", *words, "--template", str(empty)]) == 0
    titles = [str(cell) for cell in read(empty)[0]]
    assert titles[1] == UNIT
    assert {*TITLES} < {*titles}
    assert not {CATALOGUE[fact].short for fact in HEADS} & {*titles}
    assert main(["roster", "ningxia", str(empty), "-o", str(out), *words]) == 0
    assert "0 人" in capsys.readouterr().out

    filled = [dict(zip(TITLES, row, strict=True)) for row in [lay("甲")] * 12]
    source = write_csv(tmp_path / "in.csv", [titles, *([row.get(title, "") for title in titles] for row in filled)])
    assert main(["roster", "ningxia", str(source), "-o", str(out), *words]) == 0
    (unit,) = read_units(tmp_path).values()
    assert (unit[PEOPLE], of(unit, "最少（元）")) == ("12", "20000.00")


@pytest.mark.parametrize("unit", ["姓名或编号", CATALOGUE["job_start"].short])
def test_a_unit_has_a_column_of_its_own_in_a_template(
    unit: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roster", "ningxia", "--unit", unit, "--template", str(tmp_path / "空表.xlsx")]) == 2
    assert f"空表里已经有“{unit}”这一列" in capsys.readouterr().err
    assert not (tmp_path / "空表.xlsx").exists()
