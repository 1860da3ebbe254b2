"""From a file with a table to one with its results: all that stood there first, then what each row comes to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from calc.batches.opening import is_parquet, open_table
from calc.batches.parquet import SUM, TEXT, write_parquet
from calc.batches.progress import Tell
from calc.facts.catalogue import CATALOGUE, Answers
from calc.roster.cells import spell_cell
from calc.roster.headers import Headers, find_headers
from calc.roster.mistakes import name_column
from calc.roster.reading import Row
from calc.rules.policy import Policy
from calc.rules.reading import Reading
from calc.spreadsheets.asked import list_facts
from calc.spreadsheets.assessing import Assessing
from calc.spreadsheets.laying import MISTAKES, fit_row, lay_mistake, name_results
from calc.spreadsheets.sheet import Sheet
from calc.spreadsheets.units import ONE_UNIT, Concluded, Gathering, find_unit_column, name_unit_columns
from calc.spreadsheets.unreadable import UnreadableFileError
from calc.spreadsheets.writing import Write, write_delimited, write_workbook

BATCH = 50_000
"""So many rows are in memory at once."""
KINDS = (".csv", ".xlsx", ".parquet")


@dataclass(frozen=True)
class Asked:
    """What a table is asked: under which policies, with which common answers, and which reading the other way."""

    policies: Sequence[Policy]
    common: Answers
    other: Reading | None = None
    sheet: str = ""
    unit: str = ""
    """The header of the column that names each person's unit."""
    is_one_unit: bool = False
    """Whether all persons are of one unit."""

    @property
    def counts_units(self) -> bool:
        """Whether units are assessed."""
        return bool(self.unit) or self.is_one_unit


@dataclass(frozen=True)
class Done:
    """A table that is assessed: its headers, its sheet's name, how many rows, the sums, and where its mistakes are.

    `units` is what its units come to, and `beside` the file that holds them.
    """

    headers: Headers
    sheet: str
    rows: int
    assessing: Assessing
    mistakes: Path | None
    units: Concluded | None = None
    beside: Path | None = None


def assess_file(source: Path, target: Path, asked: Asked, tell: Tell) -> Done:
    """Assess the table in a file, and write all that it holds with the results into another one.

    Raises UnreadableFileError and HeadersError for what cannot be read, UnwritableTableError for what the kind of file
    does not hold, and OSError. Then nothing is written.
    """
    beside = target.with_name(f"{target.stem}.错误.csv")
    of_units = target.with_name(f"{target.stem}.单位{target.suffix}")
    units = None
    facts = list_facts(asked.policies)
    with open_table(source, facts, asked.sheet) as sheet:
        first_rows = list(islice(sheet.rows, sheet.searched))
        headers = find_headers(first_rows, facts)
        _check_common(headers, asked.common)
        place = find_unit_column(headers, asked.unit) if asked.unit else None
        gathering = Gathering(asked.policies, headers, place) if asked.counts_units else None
        assessing = Assessing(asked.policies, headers, asked.common, asked.other, gathering)
        with (
            _replace_when_done(target) as part,
            _replace_when_done(of_units) as units_part,
            _replace_when_done(beside) as mistakes,
        ):
            above, below = first_rows[: headers.row + 1], first_rows[headers.row + 1 :]
            with (
                _write_table(target, part, source, above, _type_results(name_results(asked.policies))) as write,
                mistakes.open("wb") as file,
                write_delimited(file) as complain,
            ):
                complain(MISTAKES)
                rows = _assess_rows(chain(below, sheet.rows), sheet, assessing, write, complain, tell)
                if gathering:
                    units = gathering.conclude(asked.common, asked.other)
                    for mistake in units.mistakes:
                        assessing.mistakes.add(mistake)
                        complain(lay_mistake(mistake))
                    _write_units(units, of_units, units_part, asked)
            if not assessing.mistakes.count:
                mistakes.unlink()
    if not assessing.mistakes.count:
        beside.unlink(missing_ok=True)
    return Done(
        headers,
        sheet.name,
        rows,
        assessing,
        beside if assessing.mistakes.count else None,
        units,
        of_units if units else None,
    )


def _write_units(units: Concluded, target: Path, part: Path, asked: Asked) -> None:
    """Write a row for each unit, in the kind that the target's name says."""
    columns = _tell_apart(_type_results(name_unit_columns(asked.policies, asked.unit or ONE_UNIT)))
    if target.suffix.lower() == ".parquet":
        with write_parquet(part, columns) as write:
            for row in units.rows:
                write(row)
        return
    kind = write_workbook if target.suffix.lower() == ".xlsx" else write_delimited
    with part.open("wb") as file, kind(file) as write:
        write(list(columns))
        for row in units.rows:
            write(row)


def _assess_rows(
    rows: Iterator[Row], sheet: Sheet, assessing: Assessing, write: Write, complain: Write, tell: Tell
) -> int:
    """Assess batch by batch; returns how many rows there were."""
    headers = assessing.headers
    for mistake in sheet.find_merged(headers):
        assessing.mistakes.add(mistake)
        complain(lay_mistake(mistake))
    done = 0
    while batch := list(islice(rows, BATCH)):
        told, mistakes = assessing.assess(batch, headers.row + done + 2)
        for row, results in zip(batch, told, strict=True):
            write((*fit_row(row, len(headers.headings)), *results))
        for mistake in mistakes:
            complain(lay_mistake(mistake))
        done += len(batch)
        tell(done, sheet.say_share(headers.row + 1 + done))
    return done


def _check_common(headers: Headers, common: Answers) -> None:
    for fact in common:
        if (place := headers.facts.get(fact)) is not None:
            name = CATALOGUE[fact].short
            raise UnreadableFileError(
                f"“{name}”表里有一列（{name_column(place)} 列），又用 --common 给了：请只留一处。"
            )


def _type_results(names: Iterable[tuple[str, bool]]) -> Sequence[tuple[str, str]]:
    """The headers of all results, with the types of their columns."""
    return [(name, SUM if is_sum else TEXT) for name, is_sum in names]


@contextmanager
def _write_table(
    target: Path, part: Path, source: Path, above: Sequence[Row], results: Sequence[tuple[str, str]]
) -> Iterator[Write]:
    """Write rows of the source's columns and the results, in the kind that the target's name says.

    `above` are the rows down to the headers.
    """
    *above, titles = above
    if target.suffix.lower() == ".parquet":
        with _write_columns(part, source, titles, results) as write:
            yield write
        return
    kind = write_workbook if target.suffix.lower() == ".xlsx" else write_delimited
    with part.open("wb") as file, kind(file) as write:
        for row in above:
            write(row)
        write((*titles, *(name for name, _ in results)))
        yield write


@contextmanager
def _write_columns(part: Path, source: Path, titles: Row, results: Sequence[tuple[str, str]]) -> Iterator[Write]:
    """Write Parquet; the columns of a Parquet file keep their types, for they are taken from it."""
    own = [(spell_cell(title) or f"列 {name_column(place)}", TEXT) for place, title in enumerate(titles)]
    columns = _tell_apart([*own, *results])
    if not is_parquet(source):
        with write_parquet(part, columns) as write:
            yield write
        return
    with write_parquet(part, dict(islice(columns.items(), len(own), None)), beside=source) as write:
        yield lambda cells: write(cells[len(own) :])


def _tell_apart(columns: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """The columns with their types; one whose name stands there already gets a number."""
    named: dict[str, str] = {}
    seen: set[str] = set()
    for name, kind in columns:
        number, own = 1, name
        while own.casefold() in seen:
            number += 1
            own = f"{name}（{number}）"
        seen.add(own.casefold())
        named[own] = kind
    return named


@contextmanager
def _replace_when_done(path: Path) -> Iterator[Path]:
    """Write into a file beside it, which takes its place at the end: nobody meets half a result."""
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        if part.exists():
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
