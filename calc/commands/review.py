"""Print the review sheet of a document: what an officer compares with its text, ticks and signs."""

from collections.abc import Iterable, Iterator, Sequence

from calc.commands.official_text import lay_passages, open_source
from calc.commands.terminal import WIDTH, lay
from calc.commands.wrong_use import WrongUseError, find_policy
from calc.explainer.official_text import TITLE
from calc.explainer.review.asking import part_questions
from calc.explainer.review.both_sides import BothSides
from calc.explainer.review.lines import Line, Part, Question
from calc.explainer.review.parts import WHOLE
from calc.explainer.review.sheet import (
    AGREES,
    HOW_TO,
    REMARK,
    SAME,
    SIGNED,
    Item,
    Review,
    list_marks,
    review_policy,
)
from calc.explainer.sign_off import HOW_TO_ENTER, list_lines_to_enter
from calc.parts.wording import name_with_clause
from calc.proof.excerpts import Passage
from calc.proof.files import FOLDER, read_cases, read_exemptions, read_sign_offs
from calc.proof.sign_offs import SignOff, SignOffError

TICKS = "　".join(f"□ {word}" for word in AGREES)
RULE = "═" * (WIDTH // 2)


def review(policy: str, sources: str | None) -> str:
    """Lay a document beside how it is read, line by line with cases from both sides, to tick and to sign (核对表)."""
    found = find_policy(policy)
    if not FOLDER.is_dir():
        raise WrongUseError("核对表要用算例文件：请在项目的源代码里运行，或者看网站上的核对表。")
    text = open_source(sources, found)
    return write_review(review_policy(found, read_cases(found), read_exemptions(found), text, open_sign_offs()))


def open_sign_offs() -> tuple[SignOff, ...]:
    """Open the agency's file of sign-offs; WrongUseError names its line."""
    try:
        return read_sign_offs()
    except SignOffError as error:
        raise WrongUseError(str(error)) from error


def write_review(review: Review) -> str:
    """Write the whole sheet."""
    return "\n".join(_list_all(review))


def _list_all(review: Review) -> Iterator[str]:
    yield from _head(f"{review.policy.region}核对表：{WHOLE}")
    for words in HOW_TO:
        yield lay(words)
    yield ""
    for name, words in list_marks(review):
        yield lay(f"{name}：{words}")
    yield from _list_passages(review.passages)
    yield from _list_parts(review.parts)
    for item in review.items:
        yield from _list_item(item)
    yield from _head("没有单独计算的原文")
    for left in review.left_out:
        yield lay(f"“{left.phrase}”（{left.clause}）：{left.reason}", 1)
        yield f"    {TICKS}"
    yield from _head("签名")
    yield from (f"{name}：{'_' * 40}" for name in SIGNED)
    yield from ("", lay(HOW_TO_ENTER), *list_lines_to_enter(review.policy))


def _head(name: str) -> Iterator[str]:
    yield from ("", RULE, lay(name), RULE)


def _list_item(item: Item) -> Iterator[str]:
    yield from _head(name_with_clause(item.provision))
    yield lay(item.provision.gist)
    yield from _list_passages(item.passages)
    yield from _list_parts(item.parts)
    if item.sides:
        yield from ("", "【两边的算例】")
    for sides in item.sides:
        yield from _list_sides(sides)
    yield from ("", f"{REMARK}：{'_' * 40}")


def _list_passages(passages: Sequence[Passage]) -> Iterator[str]:
    if passages:
        yield from ("", f"【{TITLE}】", *lay_passages(passages))


def _list_parts(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield from ("", f"【{part.name}】")
        for line in part.lines:
            yield from _list_line(line)


def _list_line(line: Line) -> Iterator[str]:
    if line.phrase:
        yield lay(f"原文：“{line.phrase}”", 1)
    yield lay(f"理解：{line.understood}", 2) if line.phrase else lay(line.understood, 1)
    new, again = part_questions(line.questions)
    for words in filter(None, (*map(_say_question, new), again)):
        yield lay(f"问：{words}", 2)
    yield f"    {TICKS}"


def _say_question(question: Question) -> str:
    return f"{question.name}：{question.label}答：{question.answers}。{question.hint}"


def _list_sides(sides: BothSides) -> Iterator[str]:
    yield lay(sides.demand, 1)
    if sides.shared:
        yield lay(f"都有：{sides.shared}", 2)
    for each in sides.examples:
        yield lay(f"{each.side}：{each.facts} → {each.expected}（计算器：{each.differs or SAME}）", 2)
        yield f"    {TICKS}"
    for side in sides.missing:
        yield lay(f"{side}：没有这样的算例", 2)
