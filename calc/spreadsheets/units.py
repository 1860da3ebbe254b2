"""The units of a table of persons: gathered batch by batch, assessed when all their people are known."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress
from typing import NamedTuple

from calc.engine.combine import Total
from calc.engine.status_word import say_status_of
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.forgive import tidy
from calc.facts.of_each import HEADS, OF_EACH
from calc.facts.questions import Answer
from calc.roster.cells import Cell, is_damaged, is_formula, is_nothing, spell_cell
from calc.roster.column import Column
from calc.roster.headers import Headers, HeadersError
from calc.roster.mistakes import Mistake, quote_cell
from calc.roster.numbering import INTEGER
from calc.roster.reading import Read, Row
from calc.roster.units import Table, Units, lift, open_units
from calc.rules.policy import Policy
from calc.rules.reading import Reading
from calc.spreadsheets.asked import list_of_units, list_unit_facts
from calc.spreadsheets.results import NO_RESULT, PROBLEMS, name_columns, tell_result
from calc.values.ranges import Range

PEOPLE = "人数"
COUNTED = "计入人数"
ONE_UNIT = "本单位"
"""What the unit is called whose people all rows are: no column names it."""
NO_UNIT = "没有写是哪个单位：这个人没有计入任何单位的人数，请补上。"
DIFFERS = "同一个单位的各行写得不一样，按“不清楚”算：请改成一样的。"
CONTRADICTS = "单位的答案互相矛盾，没有算，也没有计入合计：请改好再算。"


@dataclass
class Gathered:
    """What the people of all units answer to one question, row by row; `known` numbers the distinct answers."""

    known: dict[Answer | None, int] = field(default_factory=dict)
    codes: "array[int]" = field(default_factory=lambda: array(INTEGER))

    def add(self, answers: Iterable[Answer | None]) -> None:
        """Add some rows."""
        self.codes.extend(self.known.setdefault(answer, len(self.known)) for answer in answers)

    def as_column(self) -> Column[Answer | None]:
        """All rows as a column."""
        return Column(self.codes, list(self.known))


class Concluded(NamedTuple):
    """What the units come to: their rows, the mistakes of their columns, totals and statuses of each policy."""

    rows: Sequence[Sequence[Cell]]
    mistakes: Sequence[Mistake]
    totals: Mapping[str, tuple[Total, ...]]
    statuses: Mapping[str, Mapping[str, Counter[str]]]


@dataclass
class Gathering:
    """The people of each unit, whatever batch they stand in: a number for each answer of a person, and no texts.

    `place` is the column that names the units; without one all rows are people of one unit.
    """

    policies: Sequence[Policy]
    headers: Headers
    place: int | None
    names: dict[str, str] = field(default_factory=dict)
    """What units are called where they stand first, by what tells them from others."""
    places: dict[str, int] = field(default_factory=dict)
    unit_of: "array[int]" = field(default_factory=lambda: array(INTEGER))
    numbers: "array[int]" = field(default_factory=lambda: array(INTEGER))
    columns: dict[str, Gathered] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.columns = {fact: Gathered() for fact in self.headers.facts if fact not in HEADS}

    def add(self, rows: Sequence[Row], read: Read, numbers: Sequence[int]) -> list[Mistake]:
        """Add the persons of a batch with their numbers of rows; returns who has no unit."""
        place = self.place
        if place is None:
            cells: list[Cell] = [ONE_UNIT] * read.count
        else:
            cells = [row[place] if place < len(row) else None for row in compress(rows, read.persons)]
        named = [tell_unit(cell) for cell in cells]
        for cell, name in zip(cells, named, strict=True):
            if name:
                self.names.setdefault(name, spell_cell(cell).strip())
                self.unit_of.append(self.places.setdefault(name, len(self.places)))
        self.numbers.extend(compress(numbers, named))
        for fact, gathered in self.columns.items():
            gathered.add(compress(read.answered[fact], named))
        header = "" if place is None else self.headers.headings[place].text
        return [
            Mistake(number, place, header, "", NO_UNIT)
            for number, cell, name in zip(numbers, cells, named, strict=True)
            if not name and not is_damaged(cell) and not is_formula(cell)  # these are named already
        ]

    def conclude(self, common: Answers, other: Reading | None) -> Concluded:
        """Assess all units, in the order of their names."""
        told_apart = sorted(self.names)
        names = [self.names[name] for name in told_apart]
        place_of = {self.places[name]: place for place, name in enumerate(told_apart)}
        unit_of = [place_of[unit] for unit in self.unit_of]
        columns = {fact: gathered.as_column() for fact, gathered in self.columns.items()}
        asked = list_unit_facts(self.policies)
        # What units are not asked stays with the persons: it may contradict what they answer.
        of_units = {fact: column for fact, column in columns.items() if fact in asked and fact not in OF_EACH}
        lifted = lift(of_units, unit_of, len(names))
        persons = Table({fact: columns[fact] for fact in columns if fact not in of_units}, len(unit_of))
        units = Table(lifted.answered, len(names))
        found = [
            open_units(policy, persons, units, unit_of, common, other if other in policy.readings else None)
            for policy in self.policies
        ]
        mistakes = [
            each
            for fact, disputed in lifted.disputed.items()
            for each in self._name_differing(fact, columns[fact], disputed, unit_of)
        ]
        heads = Counter(unit_of)
        problems = _join_problems(lifted.disputed, found)
        results = [column for each in found for column in _tell_columns(each)]
        rows = [
            (name, heads[unit], problems.get(unit), *chain.from_iterable(column[unit] for column in results))
            for unit, name in enumerate(names)
        ]
        ids = [policy.id for policy in self.policies]
        totals = [each.units.total(list_of_units(each.units.policy)) for each in found]
        statuses = [_count_statuses(each) for each in found]
        return Concluded(
            rows,
            sorted(mistakes, key=lambda mistake: mistake.row),
            dict(zip(ids, totals, strict=True)),
            dict(zip(ids, statuses, strict=True)),
        )

    def _name_differing(
        self, fact: str, column: Column[Answer | None], disputed: frozenset[int], unit_of: Sequence[int]
    ) -> Iterator[Mistake]:
        """Name the rows that say something else than most of their unit; all where no answer is the most frequent."""
        said: dict[int, dict[Answer, list[int]]] = defaultdict(lambda: defaultdict(list))
        for unit, number, answer in zip(unit_of, self.numbers, column, strict=True):
            if unit in disputed and answer is not None:
                said[unit][answer].append(number)
        place = self.headers.facts[fact]
        for answers in said.values():
            most = max(map(len, answers.values()))
            is_clear = sum(len(rows) == most for rows in answers.values()) == 1
            for answer, rows in answers.items():
                if not (is_clear and len(rows) == most):
                    found = CATALOGUE[fact].say(answer)
                    yield from (Mistake(row, place, CATALOGUE[fact].short, found, DIFFERS) for row in rows)


def find_unit_column(headers: Headers, name: str) -> int:
    """The place of the column that names the unit; raises HeadersError where it is missing or stands there twice."""
    places = [place for place, each in enumerate(headers.headings) if each.text == name.strip()]
    if len(places) == 1:
        return places[0]
    if places:
        raise HeadersError(f"有 {len(places)} 列都叫{quote_cell(name)}：请只留一列，或者把别的改个名称。")
    titles = "、".join(each.text for each in headers.headings if each.text)
    raise HeadersError(f"表里没有{quote_cell(name)}这一列，--unit 要写成列名：{titles}。")


def name_unit_columns(policies: Sequence[Policy], unit: str) -> Iterator[tuple[str, bool]]:
    """The headers of the table of units, each with whether it holds sums of money."""
    yield from ((name, False) for name in (unit, PEOPLE, PROBLEMS))
    for policy in policies:
        region = f"{policy.region} " if len(policies) > 1 else ""
        for provision in list_of_units(policy):
            yield f"{region}{provision.title}：{COUNTED}", False
            yield from ((name, name.endswith("（元）")) for name in name_columns(provision, region))


def tell_unit(cell: Cell) -> str:
    """A unit's name or number, however wide its letters are; nothing where the cell holds none, or a damaged one."""
    return "" if is_nothing(cell) or is_damaged(cell) or is_formula(cell) else str(tidy(spell_cell(cell)) or "")


def _join_problems(disputed: Mapping[str, frozenset[int]], found: Sequence[Units]) -> dict[int, str]:
    problems: dict[int, str] = defaultdict(str)
    for fact, units in disputed.items():
        for unit in units:
            problems[unit] += f"{CATALOGUE[fact].short}：{DIFFERS}"
    for unit, contradicts in enumerate(found[0].units.contradicts):
        if contradicts:
            problems[unit] += CONTRADICTS
    return problems


def _tell_columns(found: Units) -> Iterator[list[tuple[Cell, ...]]]:
    """For each provision, how many people count and what it comes to, unit by unit."""
    for provision in list_of_units(found.units.policy):
        results = found.find(provision)
        told = [tell_result(provision, result) for result in results.values]
        told_rows = map(told.__getitem__, results.codes)
        columns = zip(found.units.count_heads(provision), told_rows, found.units.contradicts, strict=True)
        yield [
            (None, *NO_RESULT) if contradicts else (_say_heads(heads), *result)
            for heads, result, contradicts in columns
        ]


def _say_heads(heads: Range | None) -> str | None:
    if heads is None:
        return None
    return f"{heads.low}" if heads.is_exact else f"{heads.low} 至 {heads.high}"


def _count_statuses(found: Units) -> dict[str, Counter[str]]:
    statuses: dict[str, Counter[str]] = {}
    for provision in list_of_units(found.units.policy):
        pairs = zip(found.find(provision), found.units.contradicts, strict=True)
        statuses[provision.id] = Counter(
            say_status_of(provision, result.status, result.label) for result, contradicts in pairs if not contradicts
        )
    return statuses
