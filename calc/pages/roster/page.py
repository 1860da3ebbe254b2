"""Answer the page that assesses many people at once.

The page asks with what it `wants`:

    template (file)              the empty table, as a file; of units, too, where that is asked
    open (name, size, base64)    a file: its columns, to be changed, and the questions that are the same for all
    sheet (form)                 another sheet of it
    columns (form)               the same, with other columns chosen
    begin (form)                 assess all rows with these columns and common answers
    mend (form)                  the same, with cells mended
    rows (rows)                  a page of rows, by its number
    units (rows)                 a page of units, likewise
    file (file)                  a file of the results, by its kind
    next                         to go on with what was begun, for as long as the reply `goes_on`
    stop                         to leave it
    clear                        forget everything

A file of thousands of rows is not sent with every question: it lies here, in memory, until another one comes or it is
cleared. Nobody else sees it, and nothing is stored.
"""

from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any

from htpy import Element

from calc.facts.catalogue import CATALOGUE
from calc.pages.reply import Reply
from calc.pages.roster.columns import SHEET, complain_of_columns, name_box, read_columns
from calc.pages.roster.common import list_common
from calc.pages.roster.files import BytesFile, make_file, make_template
from calc.pages.roster.mending import (
    Mending,
    apply_mendings,
    list_mendings,
    name_mending,
    read_mendings,
    render_mendings,
)
from calc.pages.roster.opened import OpenTable, check_size, choose_columns, open_file
from calc.pages.roster.progress import render_progress
from calc.pages.roster.rows import render_rows, render_unit_rows
from calc.pages.roster.run import Run
from calc.pages.roster.shell import FILE_FIELD, render_opened, render_result
from calc.pages.roster.way import Way, read_way
from calc.pages.submission import Submission, read_submission
from calc.parts.field import first_field
from calc.parts.shell import render_error_summary
from calc.policies import POLICIES
from calc.roster.headers import Headers
from calc.rules.policy import Policy
from calc.spreadsheets.archive import DAMAGED
from calc.spreadsheets.asked import list_asked, list_facts
from calc.spreadsheets.unreadable import UnreadableFileError
from calc.spreadsheets.writing import UnwritableTableError

Json = dict[str, Any]
NOT_OPEN = "还没有打开名册：请先选一个文件。"
NAMELESS = "名册"
LONGEST_NAME = 100
"""Characters of a file's name."""


class RosterPage:
    """The page of a policy, with the table that lies open in it."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.facts = list_facts([policy])
        self.table: OpenTable | None = None
        self.headers: Headers | None = None
        self.run: Run | None = None
        self.writing: Iterator[int | BytesFile] = iter(())
        self.mendings: tuple[Mending, ...] = ()
        self.number = 0

    def answer(self, asked: Mapping[str, object]) -> Json:
        """Answer one question; what cannot be done is said on the page."""
        values = _read_values(asked.get("form"))
        try:
            match asked.get("wants"):
                case "template":
                    return make_template(self.policy, counts_units=asked.get("file") == "units").as_json()
                case "open":
                    self._forget()  # whether or not the file can be opened
                    check_size(_read_number(asked.get("size")))
                    name = str(asked.get("name") or NAMELESS)[-LONGEST_NAME:]
                    return self._open(name, _decode(asked.get("base64")))
                case "sheet" if self.table:
                    return self._open(self.table.name, self.table.content, values.get(SHEET, ""))
                case "clear":
                    return self._clear()
                case "columns" | "begin" as wanted if self.table:
                    return self._begin(self.table, values, goes=wanted == "begin")
                case "mend" if self.run and self.run.is_done:
                    return self._mend(self.run, values)
                case "next" if self.run:
                    return self._write_on(self.run) if self.run.is_done else self._go_on(self.run)
                case "stop":
                    return self._stop()
                case "rows" if self.run and self.run.is_done:
                    rows = render_rows(self.run, _read_number(asked.get("rows")))
                    return Reply({"roster-rows": rows}, focus="roster-rows").as_json()
                case "units" if self.run and self.run.units:
                    rows = render_unit_rows(self.run, self.run.units, _read_number(asked.get("rows")))
                    return Reply({"roster-units": rows}, focus="roster-units").as_json()
                case "file" if self.run and self.run.is_done:
                    self.writing = make_file(self.run, str(asked.get("file")))
                    return self._write_on(self.run)
        except (UnreadableFileError, UnwritableTableError) as error:
            return self._complain(str(error))
        return self._complain(NOT_OPEN)

    def _open(self, name: str, content: bytes, sheet: str = "") -> Json:
        """Open a file in place of the one before."""
        self._forget()
        self.table = open_file(name, content, self.facts, sheet)
        self.headers = self.table.headers
        opened = render_opened(self.policy, self.table, self.headers, Way(), self.number)
        complaint = self.table.complaint
        reply = Reply(
            {
                "calculator-errors": render_error_summary(
                    [(_name_first(self.headers, self.number), complaint)] if complaint else ()
                ),
                "roster-opened": opened,
                **_empty_result(),
            },
            f"已打开 {name}，{len(self.table.persons):,} 行。",
            focus="calculator-errors" if complaint else "roster-opened",
        )
        return reply.as_json()

    def _begin(self, table: OpenTable, values: Mapping[str, str], *, goes: bool) -> Json:
        """Take the columns as chosen; then begin, or complain."""
        self.run = None
        self.headers = choose_columns(table.headers, read_columns(values, self.facts))
        way = read_way(self.policy, self.headers, values)
        common = list_common(list_asked([self.policy], counts_units=way.counts_units), [*self.headers.facts])
        sent = read_submission(common, values, is_submitted=goes)
        complaints = self._list_complaints(self.headers, sent) if goes else []
        opened = render_opened(self.policy, table, self.headers, way, self.number, sent)
        patches = {"calculator-errors": render_error_summary(complaints), "roster-opened": opened, **_empty_result()}
        if complaints:
            return Reply(patches, f"{len(complaints)} 处要改。", focus="calculator-errors").as_json()
        if not goes:
            return Reply(patches).as_json()
        return self._start(Run(self.policy, table, self.headers, sent.answers, way), patches)

    def _list_complaints(self, headers: Headers, sent: Submission) -> list[tuple[str, str]]:
        """List what keeps the rows from being assessed, each with its field."""
        columns = [(name_box(place, self.number), said) for place, said in complain_of_columns(headers).items()]
        if not headers.facts:
            columns = [(_name_first(headers, self.number), "还没有一列选了用途：请至少给一列选上。")]
        return [
            *columns,
            *(
                (first_field(fact, sent.parts.get(fact, "")), f"{CATALOGUE[fact].short}：{said}")
                for fact, said in sent.errors.items()
            ),
        ]

    def _mend(self, run: Run, values: Mapping[str, str]) -> Json:
        """Mend the cells for which something was typed, and assess all rows again; or complain."""
        texts, complaints = read_mendings(run, self.mendings, values)
        if complaints or not texts:
            listed = [
                (name_mending(number, self.number), f"{self.mendings[number].question}——{said}")
                for number, said in complaints.items()
            ]
            if not listed:
                listed = [("roster-mending", "还没有填改成什么：请在要改的地方填上，再点“改好了，重新算”。")]
            mending = render_mendings(self.policy, run, self.mendings, values, complaints, self.number)
            patches = {"calculator-errors": render_error_summary(listed), "roster-mending": mending}
            return Reply(patches, f"{len(listed)} 处要改。", focus="calculator-errors").as_json()
        apply_mendings(run, self.mendings, texts)
        patches = {"calculator-errors": render_error_summary(()), **_empty_result()}
        return self._start(Run(run.policy, run.table, run.headers, run.common, run.way), patches)

    def _start(self, run: Run, patches: Mapping[str, Element]) -> Json:
        self.run = run
        self.number += 1
        progress = render_progress(0, len(run.rows))
        reply = Reply(
            {**patches, "roster-progress": progress}, f"开始算，共 {len(run.rows):,} 行。", focus="roster-progress"
        )
        return self._finish(run) if run.is_done else reply.as_json() | {"goes_on": True}

    def _go_on(self, run: Run) -> Json:
        run.go_on()
        if not run.is_done:
            doing = "正在算单位" if run.done == len(run.rows) else "正在算"
            progress = render_progress(run.done, len(run.rows), doing)
            return Reply({"roster-progress": progress}).as_json() | {"goes_on": True}
        return self._finish(run)

    def _finish(self, run: Run) -> Json:
        self.mendings = list_mendings(run)
        patches = {
            "roster-progress": render_progress(),
            "roster-result": render_result(self.policy, run, self.mendings, self.number),
        }
        mistakes = f"，{len(run.mistakes):,} 处要改" if run.mistakes else ""
        return Reply(patches, f"算完了：{run.assessing.persons:,} 人{mistakes}。", focus="roster-result").as_json()

    def _write_on(self, run: Run) -> Json:
        """Write the next rows of a file; the last of them bring the file."""
        written = next(self.writing, None)
        if isinstance(written, BytesFile):
            told = Reply({"roster-progress": render_progress()}, f"{written.name} 已经交给浏览器。")
            return told.as_json() | written.as_json()
        if written is None:
            return self._complain("没有这种文件。")
        progress = render_progress(written, len(run.rows), "正在写文件")
        return Reply({"roster-progress": progress}).as_json() | {"goes_on": True}

    def _stop(self) -> Json:
        """Leave what was begun; the table stays open, and so do results that are whole."""
        self.writing = iter(())
        if self.run and self.run.is_done:
            return Reply({"roster-progress": render_progress()}, "已取消。", focus="roster-files").as_json()
        self.run = None
        return Reply({"roster-progress": render_progress()}, "已取消。", focus="roster-opened").as_json()

    def _clear(self) -> Json:
        self._forget()
        patches = {"calculator-errors": render_error_summary(()), "roster-opened": render_opened(), **_empty_result()}
        return Reply(patches, "已经清除，名册不在网页里了。", focus=FILE_FIELD).as_json()

    def _forget(self) -> None:
        self.table = self.headers = self.run = None
        self.writing, self.mendings = iter(()), ()
        self.number += 1

    def _complain(self, sentence: str) -> Json:
        """Say what cannot be done; a file that cannot be opened takes the place of the one before."""
        patches = {"calculator-errors": render_error_summary([(FILE_FIELD, sentence)])}
        if self.table is None:
            patches |= {"roster-opened": render_opened(), **_empty_result()}
        return Reply(patches, sentence, focus="calculator-errors").as_json()


def _empty_result() -> dict[str, Element]:
    return {"roster-progress": render_progress(), "roster-result": render_result()}


def _name_first(headers: Headers, number: int) -> str:
    """The id of the first list of columns that is shown."""
    return name_box(next((place for place, each in enumerate(headers.headings) if each.text or each.fact), 0), number)


def _read_values(form: object) -> dict[str, str]:
    if not isinstance(form, Mapping):
        return {}
    return {str(name): value for name, value in form.items() if isinstance(value, str)}


def _read_number(given: object) -> int:
    return int(given) if isinstance(given, str | int) and str(given).isascii() and str(given).isdigit() else 0


def _decode(given: object) -> bytes:
    try:
        return b64decode(given) if isinstance(given, str) else b""
    except ValueError:
        raise UnreadableFileError(DAMAGED) from None


ROSTERS: Mapping[str, RosterPage] = {policy.id: RosterPage(policy) for policy in POLICIES.values()}
