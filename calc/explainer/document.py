"""Render the document behind a page: its origin, its expiry, and its four dates as a drawing and as text."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from htpy import Element, Node, div, dl, figure, g, line, p, path, rect, span, strong, svg, text

from calc.parts.tables import render_terms
from calc.parts.wording import NOT_WRITTEN, mark_expired, say_last_claim
from calc.rules.policy import Policy
from calc.values.dates import add_months, spell_date

WIDTH, TRACK, ROW, TOP = 360, 76, 36, 22
"""The drawing's own units: its width, the start of the tracks, the height of a row, the height of the years."""


@dataclass(frozen=True)
class Milestone:
    """One of the four dates: its name, the document's words, and its days. A date that is not stated has no days.

    `drawn` are the words for the drawing, where there is no room for all.
    """

    name: str
    says: str
    first: date | None
    last: date | None
    is_open: bool = False
    drawn: str = ""


def find_milestones(policy: Policy) -> tuple[Milestone, ...]:
    """Find the day of issue, the term, the time in which events count, and the last day for a claim."""
    term, issued, claims = policy.term, policy.issued, policy.claims_until
    start = term.start if term.is_stated else None
    is_open = term.is_stated and term.end is None
    return (
        Milestone("印发", spell_date(issued) if issued else NOT_WRITTEN, issued, issued),
        Milestone("执行期", term.say(), start, term.end, is_open=is_open, drawn=term.say_days()),
        Milestone("事情发生", term.say_when(), start, term.end, is_open=is_open),
        Milestone("申领截止", say_last_claim(policy), claims, claims),
    )


def render_expiry(policy: Policy) -> Node:
    """Say that the policy has expired, where its text names an end."""
    if policy.term.end is None:
        return None
    return p(".expired")[
        strong[mark_expired(policy)],
        f" 政策已于 {spell_date(policy.term.end)} 到期，以下为按当时条款的说明和测算。",
    ]


def render_line(policy: Policy, signed: str = "") -> Element:
    """Render which document a page is about, that it has expired, and who compared it; paper has room for more."""
    end = policy.term.end
    expired = p(".expired-line")[strong[f"{spell_date(end)} 已到期"], " · 按当时条款测算"] if end else None
    return div(".document-line")[
        expired,
        p(".hint")[f"{policy.title}（{policy.number}）"],
        p(".hint.document-more", data_search_exclude=True)[f"发文机关：{policy.issuer}。适用对象：{policy.audience}"],
        p(".hint.signed")[signed] if signed else None,
    ]


def render_document(policy: Policy) -> Element:
    """Render the document's title, number, issuer and audience."""
    rows = (
        ("文件", f"{policy.title}（{policy.number}）"),
        ("发文机关", policy.issuer),
        ("适用对象", policy.audience),
    )
    return dl("#document.document")[render_terms(rows)]


def render_milestones(policy: Policy) -> Element:
    """Draw the four dates to scale, and say the same in words."""
    milestones = find_milestones(policy)
    return figure(".milestones")[
        _draw(milestones) if any(item.first for item in milestones) else None,
        dl[render_terms((item.name, [item.says, _explain(item)]) for item in milestones)],
    ]


def _explain(item: Milestone) -> Node:
    if item.name != "事情发生" or item.first is None:
        return None
    return span(".hint")["　工作的月份，参加培训、取得证书的日子，都要在这段时间里才算。"]


def _draw(milestones: tuple[Milestone, ...]) -> Element:
    days = [day for item in milestones for day in (item.first, item.last) if day]
    years = range(min(days).year, max(days).year + (3 if any(item.is_open for item in milestones) else 1))
    begin, end = date(years[0], 1, 1), date(years[-1] + 1, 1, 1)

    def place(day: date) -> int:
        return TRACK + (day - begin).days * (WIDTH - TRACK - 6) // (end - begin).days

    height = TOP + ROW * len(milestones)
    rows = [(TOP + ROW * number, item) for number, item in enumerate(milestones)]
    drawn = [top for top, item in rows if item.first]
    return svg(".drawing", viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label="四个日期的时间线，文字见下表")[
        (
            g(".year")[
                (_mark_year(place(date(year, 1, 1)), top) for top in drawn),
                text(x=place(date(year, 7, 1)), y=14, text_anchor="middle")[str(year)],
            ]
            for year in years
        ),
        (_draw_row(item, top, place) for top, item in rows),
    ]


def _mark_year(x: int, top: int) -> Element:
    """Draw the start of a year beside a row's bar, never through a text."""
    return line(x1=x, x2=x, y1=top - 2, y2=top + 14)


def _draw_row(item: Milestone, top: int, place: Callable[[date], int]) -> Element:
    name = text(".name", x=0, y=top + 17)[item.name]
    if item.first is None:
        return g[name, text(".unstated", x=TRACK + 4, y=top + 17)[NOT_WRITTEN]]
    first, middle = place(item.first), (TRACK + WIDTH) // 2
    last = WIDTH - 14 if item.is_open else place(_beyond(item.last or item.first))
    is_day = item.first == item.last
    if is_day:
        shape = path(".day", d=f"M{first} {top + 4}l6 6l-6 6l-6-6z")
    elif item.is_open:
        shape = path(".time", d=f"M{first} {top + 6}H{last}l10 4l-10 4H{first}z")
    else:
        shape = rect(".time", x=first, y=top + 6, width=last - first, height=8, rx=2)
    is_late = first > middle
    return g[
        name,
        shape,
        text(x=(WIDTH - 2 if is_late else first), y=top + 29, text_anchor="end" if is_late else "start")[
            item.drawn or item.says
        ],
    ]


def _beyond(day: date) -> date:
    """Find the first day of the next month: a bar ends with its last month."""
    return add_months(day.replace(day=1), 1)
