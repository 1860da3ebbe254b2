"""Render the review sheet of a policy for the site and for paper."""

from collections.abc import Iterable

from htpy import (
    Element,
    Node,
    a,
    caption,
    code,
    div,
    dl,
    h2,
    li,
    nav,
    p,
    pre,
    q,
    section,
    span,
    strong,
    table,
    tbody,
    td,
    th,
    tr,
    ul,
)

from calc.explainer.by_hand import BOX
from calc.explainer.official_text import render_passages
from calc.explainer.review.asking import part_questions
from calc.explainer.review.both_sides import BothSides
from calc.explainer.review.lines import Line, Part, Question
from calc.explainer.review.parts import WHOLE
from calc.explainer.review.sheet import AGREES, HOW_TO, REMARK, SAME, SIGNED, Item, Review, list_marks
from calc.explainer.sign_off import HOW_TO_ENTER, list_lines_to_enter
from calc.parts.tables import render_head, render_terms
from calc.parts.wording import name_place, name_with_clause
from calc.proof.exemptions import Exemption

COLUMNS = ("项目", "原文", "怎样理解", "问什么", "核对")
CASE_COLUMNS = ("哪一边", "情况", "应得的结果", "计算器", "核对")
LEFT_COLUMNS = ("原文", "条款", "为什么不单独计算", "核对")


def render_review(review: Review) -> Element:
    """Render the whole sheet: how to use it, the document, each provision, what is left out, and where to sign."""
    return div(".papers")[
        _render_choice(review),
        _render_document(review),
        map(_render_item, review.items),
        _render_left_out(review.left_out),
        _render_signing(review),
    ]


def _render_choice(review: Review) -> Element:
    every = [(item.provision.id, name_with_clause(item.provision)) for item in review.items]
    return nav(".paper-choice", aria_label="选一条")[
        p["点名字，就只显示、只打印那一条："],
        ul[(li[a(href=f"#{id_}")[name]] for id_, name in (*every, ("all", "全部")))],
    ]


def _render_document(review: Review) -> Element:
    return section(".paper.review-sheet", id="document")[
        h2[WHOLE],
        (p(".hint")[words] for words in HOW_TO),
        dl[render_terms(list_marks(review))],
        render_passages(review.passages, is_open=True),
        _render_parts(review.parts, WHOLE),
        _render_remark(),
    ]


def _render_item(item: Item) -> Element:
    name = name_with_clause(item.provision)
    return section(".paper.review-sheet", id=item.provision.id)[
        h2[name],
        p(".gist")[item.provision.gist],
        p(".to-card")[a(href=f"../#{name_place(item.provision)}")["看网页上的条款"]],
        render_passages(item.passages, is_open=True),
        _render_parts(item.parts, name),
        _render_table(CASE_COLUMNS, map(_render_sides, item.sides), f"{name}：两边的算例", ".sides")
        if item.sides
        else None,
        _render_remark(),
    ]


def _render_parts(parts: Iterable[Part], name: str) -> Element:
    return _render_table(COLUMNS, map(_render_part, parts), f"{name}：逐句核对", ".lines")


def _render_table(columns: Iterable[str], groups: Iterable[Node], title: str, kind: str = "") -> Element:
    return table(f".review{kind}")[caption[title], render_head(columns), groups]


def _render_part(part: Part) -> Element:
    name = th(scope="rowgroup", rowspan=str(len(part.lines)))[part.name]
    return tbody[(_render_line(line, None if number else name) for number, line in enumerate(part.lines))]


def _render_group(name: Node, width: int) -> Element:
    return tr[th(scope="rowgroup", colspan=str(width))[name]]


def _render_line(line: Line, name: Node) -> Element:
    """Render a line; what is understood takes the room of a phrase or a question that is not there."""
    _, text, meaning, asked, ticks = COLUMNS
    cells: list[tuple[str, Node]] = [(text, q[line.phrase])] if line.phrase else []
    cells.append((meaning, line.understood))
    cells += [(asked, _render_questions(line.questions))] if line.questions else []
    wide = 1 + (not line.phrase) + (not line.questions)
    said = (
        td(data_column=column, colspan=str(wide) if column == meaning and wide > 1 else None)[cell]
        for column, cell in cells
    )
    return tr[name, said, _render_ticks(ticks)]


def _render_questions(questions: Iterable[Question]) -> Element:
    new, again = part_questions(questions)
    return ul[map(_render_question, new), li(".hint")[again] if again else None]


def _render_question(question: Question) -> Element:
    return li[strong[question.name], f"：{question.label}", span(".hint")[f"答：{question.answers}。{question.hint}"]]


def _render_sides(sides: BothSides) -> Element:
    shared = f"　都有：{sides.shared}" if sides.shared else ""
    return tbody[
        _render_group([sides.demand, span(".hint")[shared]], len(CASE_COLUMNS)),
        (
            _render_row(CASE_COLUMNS, (each.side, each.facts, each.expected, each.differs or SAME))
            for each in sides.examples
        ),
        (_render_row(CASE_COLUMNS, (side, "没有这样的算例", "—", "—")) for side in sides.missing),
    ]


def _render_left_out(left_out: Iterable[Exemption]) -> Element:
    name = "没有单独计算的原文"
    rows = (_render_row(LEFT_COLUMNS, (q[item.phrase], item.clause, item.reason)) for item in left_out)
    return section(".paper.review-sheet", id="left-out")[
        h2[name],
        _render_table(LEFT_COLUMNS, [tbody[rows]], name),
        _render_remark(),
    ]


def _render_row(columns: tuple[str, ...], cells: Iterable[Node]) -> Element:
    """Render a row; each cell holds its column's name for a narrow screen, where the head does not show."""
    *names, last = columns
    said = (td(data_column=name)[cell] for name, cell in zip(names, cells, strict=True))
    return tr[said, _render_ticks(last)]


def _render_ticks(column: str) -> Element:
    return td(data_column=column)[[[span(".paper-pick")[BOX, f" {word}"], " "] for word in AGREES]]


def _render_remark() -> Element:
    return p(".review-remark")[f"{REMARK}："]


def _render_signing(review: Review) -> Element:
    policy = review.policy
    return section(".paper.review-sheet", id="signing")[
        h2["签名"],
        p[f"核对的是：{policy.title}（{policy.number}），条款指纹 {policy.short_fingerprint}。"],
        table(".review-signing", aria_label="签名")[tbody[(tr[th(scope="row")[name], td] for name in SIGNED)]],
        p[HOW_TO_ENTER],
        pre[code["\n".join(list_lines_to_enter(policy))]],
    ]
