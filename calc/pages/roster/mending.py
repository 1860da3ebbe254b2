"""Offer to mend cells that cannot be used: equal ones with one box for all, others each with its own."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count

from htpy import Element, Node, button, form, h3, label, li, option, p, select, span, ul
from htpy import input as input_
from pydantic_core import PydanticCustomError

from calc.facts.catalogue import CATALOGUE
from calc.facts.inference import list_contradictions
from calc.facts.questions import Choice, Question, YesNo
from calc.pages.roster.run import Run
from calc.roster.cells import read_cell, spell_cell
from calc.roster.mistakes import Mistake, name_place, quote_cell
from calc.rules.policy import Policy
from calc.spreadsheets.assessing import CONTRADICTS
from calc.spreadsheets.units import DIFFERS, NO_UNIT

BOX = "mend."
SHOWN_BOXES, SHOWN_OTHERS, SHOWN_ROWS = 60, 20, 5
KEEPS = "先不改"
UNSURE = "不清楚"


@dataclass(frozen=True)
class Mending:
    """Cells of a column that one answer mends; `rows` count from 1. What stands there now is `found`.

    Without a column somebody has to mend the file itself.
    """

    column: int | None
    header: str
    found: str
    sentence: str
    rows: tuple[int, ...]

    @property
    def question(self) -> str:
        """Where these cells stand, and what in."""
        place = name_place(self.column, self.header).strip() or "整行"
        found = quote_cell(self.found) if self.found else "（空）"
        if len(self.rows) == 1:
            return f"第 {self.rows[0]} 行 {place}：{found}"
        return f"{place}：{found}，{len(self.rows):,} 行（{_name_rows(self.rows)}）"


def list_mendings(run: Run) -> tuple[Mending, ...]:
    """Put the mistakes of a run together as far as one answer mends them."""
    alike: dict[tuple[object, ...], list[Mistake]] = {}
    looked_up = count()
    for mistake in run.mistakes:
        if mistake.column is None and mistake.mending == CONTRADICTS and next(looked_up) < SHOWN_BOXES:
            mistake = _place_contradiction(run, mistake)
        alike.setdefault(_tell_apart(run, mistake), []).append(mistake)
    return tuple(_offer(run, each) for each in alike.values())


def read_mendings(
    run: Run, mendings: Sequence[Mending], values: Mapping[str, str]
) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """Read what was typed into the boxes: the usable texts and the complaints, each by the mending's number."""
    typed = {number: values.get(f"{BOX}{number}", "").strip() for number in range(len(mendings))}
    texts, complaints = {}, {}
    for number, text in typed.items():
        if not text or mendings[number].column is None:
            continue
        try:
            if question := _find_question(run, mendings[number]):
                read_cell(question, text)
            texts[number] = text
        except PydanticCustomError as error:
            complaints[number] = error.message()
    return texts, complaints


def apply_mendings(run: Run, mendings: Sequence[Mending], texts: Mapping[int, str]) -> None:
    """Write the texts into the cells of the table."""
    for number, text in texts.items():
        column = mendings[number].column
        for row in mendings[number].rows:
            if column is not None:
                run.table.mend(row, column, text)


def render_mendings(
    policy: Policy,
    run: Run,
    mendings: Sequence[Mending],
    values: Mapping[str, str],
    complaints: Mapping[int, str],
    key: int,
) -> Element:
    """Render the boxes that mend, and below them what has to be mended in the file; `key` is the run's number."""
    boxes = [(number, each) for number, each in enumerate(mendings) if each.column is not None]
    others = [each for each in mendings if each.column is None]
    return form("#roster-mending.roster-mending", novalidate=True, autocomplete="off", data_wants="mend")[
        h3[f"{len(run.mistakes):,} 处要改"],
        p(".hint")[
            "没改的格子按“不清楚”算，不耽误别的；互相矛盾的行没有计入合计。改的是网页里的这一份，您的文件不变。"
        ],
        (
            _render_box(policy, run, number, each, values, complaints.get(number), key)
            for number, each in boxes[:SHOWN_BOXES]
        ),
        _say_rest(len(boxes), SHOWN_BOXES, "改好这些再算，就列出来"),
        _render_others(others) if others else None,
        button(".md-button.md-button--primary", type="submit")["改好了，重新算"] if boxes else None,
    ]


def name_mending(number: int, key: int) -> str:
    """The id of a box."""
    return f"mend-{key}-{number}"


def _render_box(
    policy: Policy, run: Run, number: int, mending: Mending, values: Mapping[str, str], complaint: str | None, key: int
) -> Element:
    id_ = name_mending(number, key)
    described = " ".join([f"{id_}-why", *([f"{id_}-error"] if complaint else [])])
    named = {"id": id_, "name": f"{BOX}{number}", "aria_describedby": described}
    wrong = "true" if complaint else None
    options = _list_options(policy, run, mending)
    typed = values.get(f"{BOX}{number}", "")
    return p(class_={"roster-mend": True, "question-wrong": bool(complaint)})[
        label(for_=id_)[mending.question],
        span(".hint", id=f"{id_}-why")[mending.sentence],
        span(".roster-box")[
            span(".unit")["都改成" if len(mending.rows) > 1 else "改成"],
            select(**named, aria_invalid=wrong)[
                option(value="")[KEEPS],
                (option(value=words, selected=words == typed)[words] for words in options),
            ]
            if options
            else input_(**named, type="text", value=typed, aria_invalid=wrong),
        ],
        span(".error", id=f"{id_}-error")[span(".visually-hidden")["错误："], complaint] if complaint else None,
    ]


def _render_others(others: Sequence[Mending]) -> Node:
    return [
        p["这些要在文件里改，改好再选一次："],
        ul[(li[f"{each.question}——{each.sentence}"] for each in others[:SHOWN_OTHERS])],
        _say_rest(len(others), SHOWN_OTHERS, "都在错误文件里"),
    ]


def _say_rest(number: int, shown: int, where: str) -> Node:
    return p(".hint")[f"另有 {number - shown:,} 种，{where}。"] if number > shown else None


def _tell_apart(run: Run, mistake: Mistake) -> tuple[object, ...]:
    """What mistakes have in common that one answer mends: those in which a cell is no answer to its column."""
    if mistake.mending == NO_UNIT:
        return (mistake.mending, mistake.row)
    if mistake.mending == DIFFERS:
        return (mistake.column, mistake.found, mistake.mending, run.name_unit(mistake.row))
    if mistake.column is None or not _holds(run, mistake):
        return (mistake.column, mistake.header, mistake.found, mistake.mending, mistake.row)
    return (mistake.column, mistake.found, mistake.mending)


def _place_contradiction(run: Run, mistake: Mistake) -> Mistake:
    """The same mistake at a column that is part of the contradiction: what is common to all gives way in no row."""
    row, answers = run.table.rows[mistake.row - 1], dict(run.common)
    for fact, place in run.headers.facts.items():
        with suppress(PydanticCustomError):
            answer = read_cell(CATALOGUE[fact], row[place] if place < len(row) else None)
            answers |= {} if answer is None else {fact: answer}
    for found in list_contradictions(answers):
        columns = [run.headers.facts[fact] for fact in found.facts if fact in run.headers.facts]
        if found.sentence == mistake.found and columns:
            return replace(mistake, column=columns[-1], header=run.headers.headings[columns[-1]].text)
    return mistake


def _holds(run: Run, mistake: Mistake) -> bool:
    """Whether a mistake is about what stands in its cell alone."""
    if mistake.mending in (NO_UNIT, DIFFERS):
        return True
    return mistake.mending != CONTRADICTS and _spell(run, mistake) == mistake.found


def _offer(run: Run, mistakes: Sequence[Mistake]) -> Mending:
    first, rows = mistakes[0], tuple(mistake.row for mistake in mistakes)
    if first.mending == CONTRADICTS and first.column is not None:
        return Mending(first.column, first.header, _spell(run, first), f"{first.found}{first.mending}", rows)
    column = first.column if _holds(run, first) else None
    header = first.header if column is not None else name_place(first.column, first.header).strip()
    return Mending(column, header, first.found, first.mending, rows)


def _spell(run: Run, mistake: Mistake) -> str:
    cells = run.table.rows[mistake.row - 1]
    place = mistake.column
    return spell_cell(cells[place]) if place is not None and place < len(cells) else ""


def _find_question(run: Run, mending: Mending) -> Question | None:
    """The question that a column answers."""
    fact = None if mending.column is None else run.headers.headings[mending.column].fact
    return CATALOGUE[fact] if fact else None


def _list_options(policy: Policy, run: Run, mending: Mending) -> Sequence[str]:
    """The answers to choose from, where there are few."""
    question = _find_question(run, mending)
    if isinstance(question, YesNo):
        return (question.say(True), question.say(False), UNSURE)
    if isinstance(question, Choice):
        fact = run.headers.headings[mending.column or 0].fact or ""
        return (*policy.options_of(fact).values(), UNSURE)
    return ()


def _name_rows(rows: Sequence[int]) -> str:
    told = "、".join(f"{row:,}" for row in rows[:SHOWN_ROWS])
    return f"第 {told} 行{'等' if len(rows) > SHOWN_ROWS else ''}"
