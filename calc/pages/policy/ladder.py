"""Draw a ladder and its table: a count along the bottom, the sum upwards, and the visitor's place."""

from collections.abc import Iterator
from fractions import Fraction

from htpy import Element, Node, circle, details, figcaption, figure, g, line, p, path, span, summary, svg, text

from calc.engine.ladder import Contested, Ladder, Rung
from calc.facts.catalogue import CATALOGUE
from calc.parts.tables import render_row, render_table
from calc.parts.wording import quote, say_doubt
from calc.values.money import ZERO, group_thousands, say_yuan

WIDTH, HEIGHT = 320, 190
LEFT, RIGHT, TOP, FLOOR = 8, 312, 48, 164
LABEL_GAP = 22
"""Two labels along the bottom need this space, for two digits."""


def render_ladder(ladder: Ladder | None) -> Node:
    """Render the picture and the table, once the visitor's own count is known."""
    if ladder is None or ladder.position is None:
        return None
    name = CATALOGUE[ladder.fact].short
    return details(".ladder", open=True)[
        summary[f"{name}不同，金额怎样变"],
        figure[
            figcaption(".hint")[f"假定其他条件都满足；您填的是 {ladder.position:,} {ladder.unit}。"],
            draw_ladder(ladder),
            tabulate_ladder(ladder),
        ],
    ]


def tabulate_ladder(ladder: Ladder) -> Element:
    """Render every rung with its sum and its clause; rungs with one phrase quote it once."""
    return render_table(".ladder-table", (CATALOGUE[ladder.fact].short, "金额和依据"), _render_rows(ladder))


def _render_rows(ladder: Ladder) -> Iterator[Element]:
    earlier = ""
    for rung in ladder.rungs:
        yield _render_rung(ladder, rung, is_quoted=rung.phrase != earlier)
        earlier = rung.phrase
        for each in list_contested(ladder, rung):
            yield render_row(
                say_exactly(each, ladder.unit), [say_both_sums(each), p(".reading")[say_doubt(each.reading)]]
            )


def list_contested(ladder: Ladder, rung: Rung) -> list[Contested]:
    """List the counts of a rung that may stand on the next one as well."""
    return [each for each in ladder.contested if ladder.rung_at(each.count) is rung]


def say_exactly(each: Contested, unit: str) -> str:
    """Say a count that stands on two rungs."""
    return f"恰好 {each.count:,} {unit}"


def say_both_sums(each: Contested) -> str:
    """Say both sums of such a count."""
    return f"{say_yuan(each.amount)}，也可能是 {say_yuan(each.other)}"


def _render_rung(ladder: Ladder, rung: Rung, *, is_quoted: bool) -> Element:
    source = span(".rung-source")[quote(rung.phrase, rung.clause)] if is_quoted else None
    counts, amount = say_counts(rung, ladder.unit), [say_sum(rung, ladder.unit), source]
    if ladder.position is None or rung is not ladder.rung_at(ladder.position):
        return render_row(counts, amount)
    return render_row(f"{counts}（您在这里）", amount, class_="own", aria_current="true")


def say_counts(rung: Rung, unit: str) -> str:
    """Say the counts of a rung."""
    if rung.high is None:
        return f"{rung.low:,} {unit}以上"
    if rung.low == 0:
        return f"不满 {rung.high + 1:,} {unit}"
    return f"{rung.low:,} {unit}" if rung.high == rung.low else f"{rung.low:,} 至 {rung.high:,} {unit}"


def say_sum(rung: Rung, unit: str) -> str:
    """Say the sum of a rung, or its first and last sum where it rises."""
    if rung.amount is None:
        return f"没有（{rung.remark}）" if rung.remark else "没有"
    if not rung.each or rung.high is None or rung.high == rung.low:
        return say_yuan(rung.amount)
    most = rung.amount + rung.each * (rung.high - rung.low)
    return f"{say_yuan(rung.amount)} 至 {say_yuan(most)}（每{unit}多 {say_yuan(rung.each)}）"


def draw_ladder(ladder: Ladder) -> Element:
    """Draw the picture; the table beside it says the same."""
    scale = _Scale(ladder)
    return svg(".chart", {"viewBox": f"0 0 {WIDTH} {HEIGHT}"}, aria_hidden="true", focusable="false")[
        line(".axis", x1=LEFT, y1=FLOOR, x2=RIGHT, y2=FLOOR),
        path(".stairs", d=_trace(ladder, scale)),
        _label_counts(ladder, scale),
        _label_sums(ladder, scale),
        _mark_position(ladder, scale),
    ]


class _Scale:
    """Places a count and a sum in the picture.

    Level rungs have one width, to give their sums room; where the sum rises month by month, every month has one width.
    Counts far beyond the last rung's start stand at the right edge.
    """

    def __init__(self, ladder: Ladder) -> None:
        starts = [rung.low for rung in ladder.rungs]
        is_level = not any(rung.each for rung in ladder.rungs)
        self.marks = [*(starts if is_level else starts[:1]), starts[-1] + max(2, starts[-1] // 5)]
        self.top = max(rung.amount or ZERO for rung in ladder.rungs)

    def across(self, count: int) -> int:
        within = min(count, self.marks[-1])
        place = max(place for place, mark in enumerate(self.marks[:-1]) if mark <= within)
        low, high = self.marks[place : place + 2]
        return LEFT + int(Fraction(RIGHT - LEFT, len(self.marks) - 1) * (place + Fraction(within - low, high - low)))

    def up(self, amount: Fraction | None) -> int:
        return FLOOR - int((FLOOR - TOP) * (amount or ZERO) / self.top)


def _trace(ladder: Ladder, scale: _Scale) -> str:
    """Trace the stairs as one line: up at every count that raises the sum, then on to the next."""
    drawn = f"M{LEFT} {FLOOR}"
    for rung in ladder.rungs:
        counts = range(rung.low, (rung.high or rung.low) + 1) if rung.each else (rung.low,)
        drawn += "".join(f"H{scale.across(count)}V{scale.up(rung.amount_at(count))}" for count in counts)
    return f"{drawn}H{RIGHT}"


def _label_counts(ladder: Ladder, scale: _Scale) -> Element:
    """Label the counts at which rungs begin, without overlaps."""
    labels, free = [], LEFT
    for rung in ladder.rungs[1:]:
        if (place := scale.across(rung.low)) >= free:
            labels.append(text(x=place, y=FLOOR + 19)[str(rung.low)])
            free = place + LABEL_GAP
    return g(".counts")[labels]


def _label_sums(ladder: Ladder, scale: _Scale) -> Element:
    """Label the sum at the end of every level rung."""
    labels = []
    for rung in ladder.rungs:
        if rung.amount and not rung.each:
            end = RIGHT if rung.high is None else scale.across(rung.high + 1)
            label = group_thousands(rung.amount)
            labels.append(text(x=end - 4, y=scale.up(rung.amount) - 4)[label])
    return g(".sums")[labels]


def _mark_position(ladder: Ladder, scale: _Scale) -> Node:
    if ladder.position is None:
        return None
    place, height = scale.across(ladder.position), scale.up(ladder.amount_at(ladder.position))
    anchor = "start" if place < WIDTH // 4 else "end" if place > WIDTH * 3 // 4 else "middle"
    return g(".own")[
        line(x1=place, y1=21, x2=place, y2=FLOOR),
        circle(cx=place, cy=height, r=4),
        text(x=place, y=15, text_anchor=anchor)[f"您：{ladder.position:,} {ladder.unit}"],
    ]
