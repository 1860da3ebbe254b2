"""Render which sheet was read, and its columns: what each header was taken for, to be changed; read what was chosen."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

from htpy import Element, Node, button, label, option, p, select, span, td, th, tr

from calc.facts.catalogue import CATALOGUE
from calc.pages.roster.opened import OpenTable, find_twice
from calc.parts.tables import make_scroll, render_table
from calc.roster.cells import spell_cell
from calc.roster.headers import Headers, Heading
from calc.roster.mistakes import name_column, quote_cell

SHEET, COLUMN = "sheet", "column."
SHOWN_COLUMNS, SHOWN_CELLS = 100, 3
UNUSED = "不用这一列"


def read_columns(values: Mapping[str, str], facts: Collection[str]) -> dict[int, str]:
    """Read which fact each column was chosen for; empty where it is not used. What means nothing is left out."""
    named = ((name.removeprefix(COLUMN), fact) for name, fact in values.items() if name.startswith(COLUMN))
    return {int(place): fact for place, fact in named if place.isascii() and place.isdigit() and fact in ("", *facts)}


def complain_of_columns(headers: Headers) -> dict[int, str]:
    """A sentence for each column that answers the same as another one."""
    complaints: dict[int, str] = {}
    for fact, places in find_twice(headers).items():
        named = "、".join(f"{name_column(place)} 列" for place in places)
        complaints |= dict.fromkeys(places, f"{named}都是“{CATALOGUE[fact].short}”：只能用一列。")
    return complaints


def choose_sheet(table: OpenTable, number: int) -> Node:
    """Render the choice of another sheet; nothing where the file has but one that is shown."""
    if len(table.sheets) < 2:
        return None
    id_ = f"sheet-{number}"
    return p(".roster-way")[
        label(for_=id_)["用哪一张表"],
        select(id=id_, name=SHEET, data_asks="sheet")[
            (option(value=name, selected=name == table.sheet)[name] for name in table.sheets)
        ],
    ]


def render_columns(table: OpenTable, facts: Sequence[str], headers: Headers, number: int) -> Node:
    """Render the columns of a table, each with its first cells and what it is used for.

    `number` is that of the table opened: of another one no choice stays.
    """
    complaints = complain_of_columns(headers)
    shown = [place for place, heading in enumerate(headers.headings) if heading.text or heading.fact][:SHOWN_COLUMNS]
    rows = (
        _render_column(table, facts, headers.headings[place], place, number, complaints.get(place)) for place in shown
    )
    left = len(headers.headings) - len(shown)
    return [
        make_scroll("列", render_table(".roster-columns", ("列", "列名", "开头几格", "用作"), rows, "每一列是什么")),
        p(".hint")[f"另有 {left:,} 列没有列名，或者排在后面，没有列出来：原样带到结果里。"] if left else None,
    ]


def name_box(place: int, number: int) -> str:
    """The id of the list beside a column."""
    return f"column-{number}-{place}"


def _render_column(
    table: OpenTable, facts: Sequence[str], heading: Heading, place: int, number: int, complaint: str | None
) -> Element:
    id_ = name_box(place, number)
    return tr[
        td[name_column(place)],
        th(scope="row")[quote_cell(heading.text)],
        td(".roster-cells")["、".join(_list_cells(table, place)) or "（空）"],
        td[
            label(".visually-hidden", for_=id_)[f"{name_column(place)} 列{quote_cell(heading.text)}用作"],
            select(
                id=id_,
                name=f"{COLUMN}{place}",
                data_asks="columns",
                aria_invalid="true" if complaint else None,
                aria_describedby=f"{id_}-error" if complaint else None,
            )[
                option(value="", selected=not heading.fact)[UNUSED],
                (option(value=fact, selected=fact == heading.fact)[CATALOGUE[fact].short] for fact in facts),
            ],
            span(".error", id=f"{id_}-error")[span(".visually-hidden")["错误："], complaint] if complaint else None,
            _offer(heading, place) if not heading.fact else None,
        ],
    ]


def _offer(heading: Heading, place: int) -> Node:
    """Offer what a header probably means; it is never taken for it silently."""
    if not heading.offered:
        return None
    fields = json.dumps({f"{COLUMN}{place}": heading.offered})
    return button(".fill", type="button", data_fill=fields)[f"是不是“{CATALOGUE[heading.offered].short}”？是"]


def _list_cells(table: OpenTable, place: int) -> Iterator[str]:
    """The first cells of a column that say anything."""
    shown = 0
    for row in table.persons:
        if shown == SHOWN_CELLS:
            break
        if place < len(row) and (text := spell_cell(row[place]).strip()):
            shown += 1
            yield quote_cell(text)
