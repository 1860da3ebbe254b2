"""Draw the days of payment and the last days for claims: a line of time for each benefit, and a table."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from htpy import Element, Node, circle, details, div, figcaption, figure, g, h4, line, summary, svg, td, text, th, tr

from calc.engine.agenda import Entry
from calc.engine.outcome import Status
from calc.parts.shell import offer_file
from calc.parts.tables import render_table
from calc.parts.wording import say_amount
from calc.values.dates import spell_date

WIDTH, LEFT, RIGHT = 320, 8, 312
LANE, HEAD, FOOT = 42, 4, 24
MOST_SHOWN = 8
"""A table with more rows than these is folded up, for the picture tells its course."""


def render_timeline(agenda: Sequence[Entry], today: date) -> Node:
    """Render picture and table of all known days, with a calendar of them; days that have all passed are folded up."""
    dated = [entry for entry in agenda if entry.day]
    if not any(entry.provision for entry in dated):
        return None
    shown = _render_days(agenda, dated)
    if all(entry.day < today for entry in dated if entry.day):
        return details(".timeline.timeline-past")[
            summary[f"分几次领，是哪些日子（{len(dated)} 笔，都已经过去）"], shown
        ]
    return div(".timeline")[h4["要记住的日子"], shown, div(".files")[offer_file("calendar", "把日期存进日历（.ics）")]]


def _render_days(agenda: Sequence[Entry], dated: Sequence[Entry]) -> Element:
    listed = tabulate_agenda(dated)
    open_ = sum(1 for _ in groupby(entry.provision for entry in agenda if not entry.day))
    return figure[
        figcaption(".hint")[
            "条件从写的这一天起满足，以后可以申领。" if any(entry.amount for entry in dated) else "",
            f"另有 {open_} 项，填了有关日期才知道是哪一天。" if open_ else "",
        ],
        draw_agenda(dated) if len({entry.day for entry in dated}) > 1 else None,
        details[summary[f"逐笔列出（{len(dated)} 笔）"], listed] if len(dated) > MOST_SHOWN else listed,
    ]


def tabulate_agenda(dated: Sequence[Entry]) -> Element:
    """Render the days as a table."""
    rows = (
        tr[
            th(scope="row")[spell_date(entry.day)],
            td[f"{entry.title}：{entry.text}"],
            td(".money")[say_amount(entry.amount, Status.ELIGIBLE) if entry.amount else "—"],
        ]
        for entry in dated
        if entry.day
    )
    return render_table(".agenda-table", ("日期", "项目", "金额"), rows)


def draw_agenda(dated: Sequence[Entry]) -> Element:
    """Draw one lane for each benefit and one dot for each day."""
    lanes: dict[str, list[date]] = {}
    for entry in dated:
        if entry.day:
            lanes.setdefault(entry.title, []).append(entry.day)
    days = [day for lane in lanes.values() for day in lane]
    first, last = min(days), max(days)
    height = HEAD + LANE * len(lanes) + FOOT
    return svg(".chart", {"viewBox": f"0 0 {WIDTH} {height}"}, aria_hidden="true", focusable="false")[
        (_draw_lane(title, lane, place, first, last) for place, (title, lane) in enumerate(lanes.items())),
        g(".counts")[
            text(x=LEFT, y=height - 4, text_anchor="start")[spell_date(first)],
            text(x=RIGHT, y=height - 4, text_anchor="end")[spell_date(last)] if last > first else None,
        ],
    ]


def _draw_lane(title: str, days: Sequence[date], place: int, first: date, last: date) -> Element:
    height = HEAD + LANE * place + 32
    return g(".lane")[
        text(x=LEFT, y=height - 12)[title],
        line(".axis", x1=LEFT, y1=height, x2=RIGHT, y2=height),
        (circle(cx=_find_place(day, first, last), cy=height, r=4) for day in days),
    ]


def _find_place(day: date, first: date, last: date) -> int:
    if first == last:
        return LEFT + 4
    return LEFT + 4 + (RIGHT - LEFT - 8) * (day - first).days // (last - first).days
