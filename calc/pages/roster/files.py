"""Write what a visitor takes along: the template, the results, the mistakes, the grounds, and what made them."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import Any, BinaryIO

from htpy import Element, button, div, h3, p, section

from calc.edition import EDITION
from calc.facts.catalogue import CATALOGUE
from calc.pages.roster.run import BATCH, Run
from calc.parts.wording import say_both
from calc.roster.cells import Cell
from calc.roster.mistakes import name_column
from calc.rules.payees import list_payees
from calc.rules.policy import Policy
from calc.spreadsheets.asked import list_asked
from calc.spreadsheets.laying import MISTAKES, fit_row, lay_mistake, name_results
from calc.spreadsheets.template import write_template
from calc.spreadsheets.units import name_unit_columns
from calc.spreadsheets.writing import Write, write_delimited, write_workbook
from calc.version import VERSION

CSV, XLSX = "text/csv;charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNIT = "单位名称或代码"
GROUNDS = ("条款", "项目", "付给", "资金来源", "条件", "标准")


@dataclass(frozen=True)
class BytesFile:
    """A file for the visitor to keep, of any bytes; `media_type` is the browser's name for its kind."""

    name: str
    media_type: str
    content: bytes

    def as_json(self) -> dict[str, Any]:
        """Give the file as JSON data."""
        text = b64encode(self.content).decode()
        return {"file": {"name": self.name, "media_type": self.media_type, "base64": text}}


def make_template(policy: Policy, *, counts_units: bool) -> BytesFile:
    """Make the empty table to fill in, with a column that names each person's unit where units are counted."""
    file = BytesIO()
    write_template(file, [policy], list_asked([policy], counts_units=counts_units), UNIT if counts_units else "")
    return BytesFile(f"{policy.region}名册空表.xlsx", XLSX, file.getvalue())


def make_file(run: Run, kind: str) -> Iterator[int | BytesFile]:
    """Make a file of a finished run: the numbers of rows written so far, last the file; nothing for an unknown kind."""
    if kind not in list_kinds(run):
        return
    name, ending, lay = KINDS[kind]
    media_type, open_writer = ENDINGS[ending]
    file = BytesIO()
    with open_writer(file) as write:
        for number, row in enumerate(lay(run), 1):
            write(row)
            if number % BATCH == 0:
                yield number
    stem = run.table.name.rpartition(".")[0] or run.table.name
    yield BytesFile(f"{stem}-{name}.{ending}", media_type, file.getvalue())


def list_kinds(run: Run) -> dict[str, str]:
    """The kinds of files with their names, those of units and mistakes only where there are some."""
    return {
        "xlsx": "结果（.xlsx）",
        "csv": "结果（.csv）",
        **({"units": "单位（.xlsx）", "units-csv": "单位（.csv）"} if run.units else {}),
        **({"mistakes": "错误（.csv）"} if run.mistakes else {}),
        "grounds": "依据（.csv）",
        "version": "版本（.csv）",
    }


def offer_files(run: Run) -> Element:
    """Offer the files."""
    return section("#roster-files.roster-files", aria_labelledby="roster-files-title")[
        h3("#roster-files-title")["保存"],
        p(".hint")["结果里原来的列都在前面。文件里有个人信息，请保管好；用完点“清除这张表”。"],
        div(".roster-buttons")[
            (
                button(".md-button", type="button", data_action="file", data_file=kind)[words]
                for kind, words in list_kinds(run).items()
            )
        ],
    ]


def _list_mistakes(run: Run) -> Iterable[Sequence[Cell]]:
    return [MISTAKES, *map(lay_mistake, run.mistakes)]


def _list_grounds(run: Run) -> Iterable[Sequence[Cell]]:
    rows = [
        (
            item.clause,
            item.title,
            "、".join(payee.label for payee in list_payees(item.payee)),
            item.fund_name,
            "；".join(condition.explain() for condition in item.conditions),
            item.effect.explain(),
        )
        for item in run.provisions
    ]
    head = [(run.policy.title,), (run.policy.number,), ()]
    return [*head, GROUNDS, *rows]


def _list_marks(run: Run) -> Iterable[Sequence[Cell]]:
    policy, headings = run.policy, run.headers.headings
    columns = [
        f"{name_column(place)} 列“{each.text}”是“{CATALOGUE[each.fact].short}”"
        for place, each in enumerate(headings)
        if each.fact
    ]
    common = [f"{CATALOGUE[fact].short}：{CATALOGUE[fact].say(answer)}" for fact, answer in run.common.items()]
    told: Mapping[str, Sequence[str]] = {
        "政策": (policy.title, policy.number),
        "计算器版本": (VERSION, EDITION),
        "条款指纹": (policy.fingerprint,),
        "文件": (run.table.name, f"SHA-256 {run.table.digest}"),
        "行数": (str(run.done), f"其中 {run.assessing.persons} 人"),
        "在网页里改了": (f"{run.table.mended} 格",),
        "用到的列": columns,
        "单位": [run.way.name_units(run.headers), f"{len(run.units.rows)} 个"] if run.units else ["没有算"],
        "按另一种读法": [run.way.other.id, say_both(run.way.other, "本站的读法")] if run.way.other else ["没有"],
        "所有人都一样的答案": common,
    }
    return [(name, *values) for name, values in told.items()]


def _lay_results(run: Run) -> Iterable[Sequence[Cell]]:
    """All that the table holds, then what each row comes to: as the command line lays it."""
    *above, titles = run.table.rows[: run.headers.row + 1]
    width = len(run.headers.headings)
    told = ((*fit_row(row, width), *results) for row, results in zip(run.rows, run.told, strict=True))
    return chain(above, [(*titles, *(name for name, _ in name_results([run.policy])))], told)


def _lay_units(run: Run) -> Iterable[Sequence[Cell]]:
    """A row for each unit: as the command line lays it."""
    names = name_unit_columns([run.policy], run.way.name_units(run.headers))
    return [[name for name, _ in names], *(run.units.rows if run.units else ())]


ENDINGS: Mapping[str, tuple[str, Callable[[BinaryIO], AbstractContextManager[Write]]]] = {
    "xlsx": (XLSX, write_workbook),
    "csv": (CSV, write_delimited),
}
KINDS: Mapping[str, tuple[str, str, Callable[[Run], Iterable[Sequence[Cell]]]]] = {
    "xlsx": ("结果", "xlsx", _lay_results),
    "csv": ("结果", "csv", _lay_results),
    "units": ("单位", "xlsx", _lay_units),
    "units-csv": ("单位", "csv", _lay_units),
    "mistakes": ("错误", "csv", _list_mistakes),
    "grounds": ("依据", "csv", _list_grounds),
    "version": ("版本", "csv", _list_marks),
}
"""What each file is called, how it ends, and what stands in it."""
