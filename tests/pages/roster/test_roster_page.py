"""The page for many people says what the command line says, takes any file, and forgets it when it is told to."""

import csv
import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

from calc.commands.roster import assess_roster
from calc.pages.roster.page import ROSTERS
from calc.pages.roster.run import BATCH
from calc.policies import POLICIES
from calc.spreadsheets.limits import IN_PAGE, MOST_ROWS_IN_PAGE
from calc.spreadsheets.writing import write_workbook
from calc.web import answer
from tests.attacks import ATTACKS

TITLES = ["姓名", "户籍所在地", "建档立卡", "入职日期", "在本地就业", "仍在职", "备注"]
GOOD = ["甲", "重庆万州", "是", "2020-03-01", "是", "是", ""]
DAY = {"as_of.year": "2021", "as_of.month": "9", "as_of.day": "30"}
HIDDEN = "hidden"


def ask(wants: str, policy: str = "jining", **more: Any) -> dict[str, Any]:
    reply = json.loads(answer(json.dumps({"roster": policy, "wants": wants, **more})))
    assert isinstance(reply, dict)
    return reply


def spell(rows: Sequence[Sequence[object]], encoding: str = "utf-8") -> bytes:
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(encoding)


def open_bytes(content: bytes, name: str = "名册.csv", policy: str = "jining") -> dict[str, Any]:
    return ask("open", policy, name=name, size=len(content), base64=b64encode(content).decode())


def run(wants: str = "begin", policy: str = "jining", **form: str) -> dict[str, Any]:
    reply = ask(wants, policy, form=form or DAY)
    while reply.get("goes_on"):
        reply = ask("next", policy)
    return reply


def save(kind: str, policy: str = "jining") -> bytes:
    reply = ask("file", policy, file=kind)
    while reply.get("goes_on"):
        reply = ask("next", policy)
    return b64decode(reply["file"]["base64"])


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


class Texts(HTMLParser):
    """The words of some HTML, and the tags in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.tags = list[str](), set[str]()
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)


def tell(html: str) -> str:
    return "".join(Texts(html).words)


@pytest.fixture(autouse=True)
def cleared() -> Any:
    yield
    ask("clear")


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_given_back_is_assessed_as_the_command_line_does(policy: str, kind: str, tmp_path: Path) -> None:
    template = b64decode(ask("template", policy)["file"]["base64"])
    source, target = tmp_path / "空表.xlsx", tmp_path / f"结果.{kind}"
    source.write_bytes(template)
    opened = ask("open", policy, name=source.name, size=len(template), base64=b64encode(template).decode())
    assert opened["focus"] == "roster-opened"
    reply = ask("begin", policy, form=DAY if "as_of" in POLICIES[policy].facts else {})
    # the day has a column in the template: it is asked there, and nowhere else
    while reply.get("goes_on"):
        reply = ask("next", policy)
    assert reply["focus"] == "roster-result"
    reply = ask("file", policy, file="csv")
    assess_roster(policy, str(source), str(tmp_path / "结果.csv"), [], None, None, "", "")
    assert read(b64decode(reply["file"]["base64"])) == read((tmp_path / "结果.csv").read_bytes())
    assert target.suffix == f".{kind}"
    ask("clear", policy)


def test_results_are_those_of_the_command_line(tmp_path: Path) -> None:
    rows = [
        TITLES,
        *(
            [f"人{number}", *GOOD[1:3], f"{2019 + number % 2}-0{number % 9 + 1}-01", *GOOD[4:]]
            for number in range(BATCH + 7)
        ),
    ]
    rows[5][3], rows[6][2], rows[7][6] = "19年3月", "也许", "=1+1"
    source, target = tmp_path / "名册.csv", tmp_path / "名册-结果.csv"
    source.write_bytes(spell(rows))
    assert "roster-opened" in open_bytes(source.read_bytes())["patches"]
    reply = run()
    printed = assess_roster("jining", str(source), str(target), ["as_of=2021-09-30"], None, None, "", "")
    assert read(save("csv")) == read(target.read_bytes())
    assert read(save("mistakes")) == read(target.with_name("名册-结果.错误.csv").read_bytes())
    told = tell(reply["patches"]["roster-result"])
    sums = [line.split("：", 1)[1] for line in printed.splitlines() if "资金：" in line]
    assert sums
    assert all(each.strip()[:12] in told for each in sums)


def test_equal_mistakes_are_mended_at_once_and_others_one_by_one() -> None:
    rows = [TITLES, *([*GOOD] for _ in range(10))]
    for place in (1, 4, 9):
        rows[place][2] = "也许"
    rows[3][3] = "19年3月"
    open_bytes(spell(rows))
    told = tell(run()["patches"]["roster-result"])
    assert "C 列 建档立卡：“也许”，3 行（第 2、5、10 行）" in told
    assert "第 4 行 D 列 入职日期：“19年3月”" in told
    complained = ask("mend", form={"mend.0": "是", "mend.1": "前年"})
    assert complained["focus"] == "calculator-errors"
    assert "前年" not in tell(complained["patches"]["calculator-errors"])
    assert 'value="前年"' in complained["patches"]["roster-mending"]
    reply = run("mend", **{"mend.0": "是", "mend.1": "2019-03-01"})
    assert "处要改" not in tell(reply["patches"]["roster-result"])
    assert "在网页里改了 4 格" in tell(reply["patches"]["roster-result"])
    assert [row[2:4] for row in read(save("csv"))[1:]] == [
        ["是", row[3] if place != 2 else "2019-03-01"] for place, row in enumerate(rows[1:])
    ]


def test_nothing_mended_is_said() -> None:
    open_bytes(spell([TITLES, [*GOOD[:2], "也许", *GOOD[3:]]]))
    run()
    assert "还没有填改成什么" in tell(ask("mend", form={"mend.0": " "})["patches"]["calculator-errors"])


def test_a_contradiction_with_what_is_common_to_all_is_mended_in_its_column() -> None:
    open_bytes(spell([TITLES, [*GOOD[:3], "2023-01-01", *GOOD[4:]], GOOD]))
    told = tell(run()["patches"]["roster-result"])
    assert "第 2 行 D 列 入职日期：“2023-01-01”" in told
    reply = run("mend", **{"mend.0": "2020-01-01"})
    assert "处要改" not in tell(reply["patches"]["roster-result"])


def test_columns_are_guessed_and_can_be_chosen() -> None:
    titles = [*TITLES[:3], "入职时间", *TITLES[4:]]
    opened = open_bytes(spell([titles, GOOD]))["patches"]["roster-opened"]
    assert "是不是“入职日期”" in tell(opened)
    assert 'data-fill="{&#34;column.3&#34;: &#34;job_start&#34;}"' in opened
    without = tell(run()["patches"]["roster-result"])
    assert "在职月数" in without and "可享受" not in without
    ask("columns", form={"column.3": "job_start"})
    assert "可享受 1 人" in tell(run(**DAY, **{"column.3": "job_start"})["patches"]["roster-result"])


def test_two_columns_for_one_fact_are_refused_at_both() -> None:
    open_bytes(spell([[*TITLES, "签订日期"], [*GOOD, ""]]))
    reply = ask("begin", form={**DAY, "column.7": "job_start"})
    assert not reply.get("goes_on")
    assert reply["patches"]["calculator-errors"].count("D 列、H 列都是“入职日期”") == 2
    assert reply["patches"]["roster-opened"].count('aria-invalid="true"') == 2


def test_a_table_without_headers_can_be_told_by_hand() -> None:
    reply = open_bytes(spell([["甲栏", "乙栏"], ["是", "2020-03-01"]]))
    assert "没有认得出的列名" in tell(reply["patches"]["calculator-errors"])
    assert "至少给一列" in tell(ask("begin", form={})["patches"]["calculator-errors"])
    assert "1 行，其中 1 人" in tell(run(**{"column.0": "is_registered_poor"})["patches"]["roster-result"])


def test_common_answers_are_read_as_the_form_reads_them() -> None:
    open_bytes(spell([TITLES, GOOD]))
    reply = ask("begin", form={"as_of.year": "2021", "as_of.month": "13", "as_of.day": "1"})
    assert not reply.get("goes_on")
    assert "测算日期" in tell(reply["patches"]["calculator-errors"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    open_bytes(spell([TITLES, ["䶮" if encoding != "gb18030" else "甲", *GOOD[1:]]], encoding))
    assert "1 行，其中 1 人" in tell(run()["patches"]["roster-result"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "表是空的"),
        (b"<html><table></table></html>", "这是网页"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "旧的 .xls"),
        (b"PK\x03\x04" + bytes(100), "文件打不开"),
        (b"\xff\x00\xfe" * 100, "读不出来"),
        (b'"' + b"x" * 300_000, "一格里有"),
        (b"PK\x03\x04" + b"\xa5\x17" * (10 << 20) + b"..", "网页里最多 20 MB"),
    ],
    ids=["empty", "html", "xls", "zip", "junk", "quote", "large"],
)
def test_what_is_no_table_gets_a_sentence(content: bytes, said: str) -> None:
    reply = open_bytes(content)
    assert said in tell(reply["patches"]["calculator-errors"])
    assert HIDDEN in reply["patches"]["roster-opened"]


def test_a_file_too_large_is_refused_by_its_size_alone() -> None:
    reply = ask("open", name="大.xlsx", size=IN_PAGE.packed + 1, base64="")
    assert "网页里最多 20 MB" in tell(reply["patches"]["calculator-errors"])


def test_too_many_rows_are_refused() -> None:
    reply = open_bytes(spell([TITLES, *([GOOD] * (MOST_ROWS_IN_PAGE + 20))]))
    assert f"{MOST_ROWS_IN_PAGE:,} 行以上" in tell(reply["patches"]["calculator-errors"])


@pytest.mark.parametrize("junk", [None, 1, "!", "QQ", {"a": 1}, "\ud800"])
def test_any_question_is_answered(junk: Any) -> None:
    for wants in ("open", "columns", "begin", "mend", "next", "stop", "rows", "file", "clear", junk):
        text = json.dumps(
            {"roster": "jining", "wants": wants, "form": junk, "name": junk, "size": junk, "base64": junk, "rows": junk}
        )
        assert json.loads(answer(text))


def test_cells_and_names_never_become_elements() -> None:
    """Whatever stands in a file is text: in its name, headers, cells and mistakes."""
    rows = [
        [*TITLES, *ATTACKS],
        *([*(attack if place in (0, 2, 3, 6) else cell for place, cell in enumerate(GOOD))] for attack in ATTACKS),
    ]
    opened = open_bytes(spell(rows), name=f"{ATTACKS[0]}.csv")
    reply = run()
    html = "".join(
        [*opened["patches"].values(), *reply["patches"].values(), *ask("rows", rows="0")["patches"].values()]
    )
    assert Texts(html).tags.isdisjoint({"script", "img", "svg", "iframe", "style", "b", "link", "meta", "object"})
    assert "on" not in {name[:2] for name in _list_attributes(html)}


def _list_attributes(html: str) -> set[str]:
    found = set[str]()

    class Attributes(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.update(name for name, _ in attrs)

    Attributes().feed(html)
    return found


def test_rows_come_page_by_page() -> None:
    open_bytes(spell([TITLES, *([f"人{number}", *GOOD[1:]] for number in range(60))]))
    first = tell(run()["patches"]["roster-result"])
    assert "人24" in first and "人25" not in first
    last = ask("rows", rows="9")
    assert "第 51 至 60 个，共 60 个" in tell(last["patches"]["roster-rows"])
    assert last["focus"] == "roster-rows"


def test_a_run_can_be_stopped_between_batches_and_begun_again() -> None:
    open_bytes(spell([TITLES, *([GOOD] * (2 * BATCH + 1))]))
    assert ask("begin", form=DAY)["goes_on"] and ask("next")["goes_on"]
    assert HIDDEN in ask("stop")["patches"]["roster-progress"]
    assert not ask("next").get("goes_on")
    assert f"其中 {2 * BATCH + 1:,} 人" in tell(run()["patches"]["roster-result"])


def test_a_file_is_written_in_steps_that_can_be_stopped() -> None:
    open_bytes(spell([TITLES, *([GOOD] * (2 * BATCH + 1))]))
    run()
    assert ask("file", file="xlsx")["goes_on"]
    ask("stop")
    assert not ask("next").get("goes_on")
    assert save("xlsx").startswith(b"PK")


def test_cleared_nothing_is_left() -> None:
    open_bytes(spell([TITLES, GOOD]))
    run()
    reply = ask("clear")
    assert all(HIDDEN in reply["patches"][name] for name in ("roster-opened", "roster-result", "roster-progress"))
    page = ROSTERS["jining"]
    assert (page.table, page.run, page.headers, page.mendings) == (None, None, None, ())
    assert "还没有打开名册" in tell(ask("file", file="csv")["patches"]["calculator-errors"])


def test_the_next_file_takes_the_place_of_the_last_even_where_it_is_none() -> None:
    open_bytes(spell([TITLES, GOOD]))
    open_bytes(b"<html>")
    assert ROSTERS["jining"].table is None


def test_grounds_and_marks_tell_what_the_results_rest_on() -> None:
    open_bytes(spell([TITLES, GOOD]))
    run()
    assert "一次性交通伙食补助" in save("grounds").decode()
    marks = save("version").decode()
    assert POLICIES["jining"].fingerprint in marks and "测算日期：2021-09-30" in marks


def test_results_as_xlsx_are_read_back(tmp_path: Path) -> None:
    from calc.batches.opening import open_table

    file = BytesIO()
    with write_workbook(file) as write:
        for row in (TITLES, GOOD):
            write(row)
    open_bytes(file.getvalue(), "名册.xlsx")
    run()
    (tmp_path / "out.xlsx").write_bytes(save("xlsx"))
    with open_table(tmp_path / "out.xlsx", ("job_start",)) as sheet:
        titles, row = (list(each) for each in sheet.rows)
    assert titles[: len(TITLES)] == TITLES and row[:4] == GOOD[:4] and "问题" in titles
