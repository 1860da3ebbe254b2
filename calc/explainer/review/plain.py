"""Write the review sheet of a policy as plain text for a terminal, where a Chinese character is two columns wide."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from calc.explainer.review.asking import part_questions
from calc.explainer.review.both_sides import BothSides
from calc.explainer.review.lines import Line, Part, Question
from calc.explainer.review.parts import WHOLE
from calc.explainer.review.sheet import AGREES, HOW_TO, REMARK, SAME, SIGNED, Item, Review, list_marks
from calc.parts.wording import name_with_clause

WIDTH = 80
TICKS = "　".join(f"□ {word}" for word in AGREES)
RULE, THIN = "═" * (WIDTH // 2), "─" * (WIDTH // 2)
_PIECE = re.compile(r"[!-~]+|\s|.")
_NOT_FIRST = "，。；：、？！）”’》】"
"""No line begins with one of these."""
_NOT_LAST = "（“‘《【"
"""No line ends with one of these."""


def write_review(review: Review) -> str:
    """Write the whole sheet."""
    return "\n".join(_list_all(review))


def wrap(text: str, indent: int = 0, width: int = WIDTH) -> Iterator[str]:
    """Break a text into lines of a width, each after its indent."""
    line, left = "", width - indent
    for piece in _join_tied(text):
        if line and measure(line + piece.rstrip()) > left:
            yield " " * indent + line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    if line.strip():
        yield " " * indent + line.rstrip()


def measure(text: str) -> int:
    """Measure how many columns a text takes; what may be narrow or wide is taken as wide."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def _join_tied(text: str) -> Iterator[str]:
    """Yield the pieces between which a line may break."""
    held = ""
    for piece in _PIECE.findall(text):
        if held and piece not in _NOT_FIRST and held[-1] not in _NOT_LAST:
            yield held
            held = ""
        held += piece
    yield held


def _list_all(review: Review) -> Iterator[str]:
    yield from _head(f"{review.policy.region}核对表：{WHOLE}")
    for words in HOW_TO:
        yield from wrap(words)
    yield ""
    for name, words in list_marks(review):
        yield from wrap(f"{name}：{words}")
    yield from _list_parts(review.parts)
    for item in review.items:
        yield from _list_item(item)
    yield from _head("没有单独计算的原文")
    for left in review.left_out:
        yield from wrap(f"“{left.phrase}”（{left.clause}）：{left.reason}", 2)
        yield f"    {TICKS}"
    yield from _head("签名")
    yield from (f"{name}：{'_' * 40}" for name in SIGNED)


def _head(name: str) -> Iterator[str]:
    yield from ("", RULE, *wrap(name), RULE)


def _list_item(item: Item) -> Iterator[str]:
    yield from _head(name_with_clause(item.provision))
    yield from wrap(item.provision.gist)
    yield from _list_parts(item.parts)
    if item.sides:
        yield from ("", "【两边的算例】")
    for sides in item.sides:
        yield from _list_sides(sides)
    yield from ("", f"{REMARK}：{'_' * 40}")


def _list_parts(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield from ("", f"【{part.name}】")
        for line in part.lines:
            yield from _list_line(line)


def _list_line(line: Line) -> Iterator[str]:
    if line.phrase:
        yield from wrap(f"原文：“{line.phrase}”", 2)
    yield from wrap(f"理解：{line.meaning}" if line.phrase else line.meaning, 4 if line.phrase else 2)
    new, again = part_questions(line.questions)
    for words in (*map(_say_question, new), again):
        yield from wrap(f"问：{words}", 4) if words else ()
    yield f"    {TICKS}"


def _say_question(question: Question) -> str:
    return f"{question.name}：{question.label}答：{question.answers}。{question.hint}"


def _list_sides(sides: BothSides) -> Iterator[str]:
    yield from wrap(sides.demand, 2)
    if sides.shared:
        yield from wrap(f"都有：{sides.shared}", 4)
    for each in sides.examples:
        yield from wrap(f"{each.side}：{each.facts} → {each.expected}（计算器：{each.differs or SAME}）", 4)
        yield f"    {TICKS}"
    for side in sides.missing:
        yield from wrap(f"{side}：没有这样的算例", 4)
