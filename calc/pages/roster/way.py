"""Ask how the rows are assessed: whose people they are, and by which reading."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from htpy import Element, Node, details, label, option, p, select, span, summary

from calc.parts.wording import say_both
from calc.roster.headers import Headers
from calc.roster.mistakes import name_column, quote_cell
from calc.rules.policy import Policy
from calc.rules.reading import Reading
from calc.spreadsheets.units import ONE_UNIT

UNIT, READING = "unit", "reading"
ALONE, WHOLE = "", "whole"


@dataclass(frozen=True)
class Way:
    """How the rows are assessed: whose people they are, and which reading is taken the other way.

    `unit` is the number of the column that names each person's unit, WHOLE where all are of one, or ALONE.
    """

    unit: str = ALONE
    other: Reading | None = None

    @property
    def counts_units(self) -> bool:
        """Whether what is paid to units is found, too."""
        return self.unit != ALONE

    @property
    def place(self) -> int | None:
        """The column that names the units."""
        return None if self.unit in (ALONE, WHOLE) else int(self.unit)

    def name_units(self, headers: Headers) -> str:
        """What heads the units' names."""
        return ONE_UNIT if self.place is None else headers.headings[self.place].text


def read_way(policy: Policy, headers: Headers, values: Mapping[str, str]) -> Way:
    """Read what was chosen; what cannot be chosen is as if nothing was."""
    unit, id_ = values.get(UNIT, ALONE), values.get(READING)
    other = next((reading for reading in policy.readings if reading.id == id_), None)
    return Way(unit if unit in dict(_list_units(headers)) else ALONE, other)


def ask_units(headers: Headers, way: Way, number: int) -> Element:
    """Render the question whose people the rows are; `number` is that of the table opened."""
    id_ = f"unit-{number}"
    return p(".roster-way")[
        label(for_=id_)["单位能领的，要不要一起算？"],
        select(id=id_, name=UNIT, data_asks="columns", aria_describedby=f"{id_}-hint")[
            (option(value=unit, selected=unit == way.unit)[words] for unit, words in _list_units(headers))
        ],
        _hint(f"{id_}-hint", "付给用人单位、车间、中介的，按名册数人数，一项一项数：符合条件的才计入。"),
    ]


def ask_reading(policy: Policy, way: Way, number: int) -> Node:
    """Render the choice of a reading that is taken the other way; nothing where the text leaves no doubt."""
    if not policy.readings:
        return None
    id_, chosen = f"reading-{number}", way.other
    return details(open=chosen is not None)[
        summary["文件里有两种读法的话，按哪一种算"],
        p(".roster-way")[
            label(for_=id_)["按另一种读法的一处"],
            select(id=id_, name=READING, data_asks="columns", aria_describedby=f"{id_}-hint")[
                option(value="")["没有，都按本站的读法"],
                (
                    option(value=each.id, selected=each == chosen)[f"{each.question}{each.other}"]
                    for each in policy.readings
                ),
            ],
            _hint(f"{id_}-hint", say_both(chosen, "本站的读法") if chosen else "一次只换一处，看差多少。"),
        ],
    ]


def _hint(id_: str, words: str) -> Element:
    return span(".hint", id=id_)[words]


def _list_units(headers: Headers) -> Iterator[tuple[str, str]]:
    """Whose people the rows can be: of a column that answers a question nobody takes a unit's name."""
    yield ALONE, "不算，只算付给每个人的"
    yield WHOLE, "算，表里的人都是同一个单位的"
    for place, each in enumerate(headers.headings):
        if each.text and not each.fact:
            yield str(place), f"算，{name_column(place)} 列{quote_cell(each.text)}写着是哪个单位"
