"""An empty table to fill in, as .xlsx: questions for headers, options to choose from, hints, and an example."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO

from calc.facts.catalogue import ANYWHERE, CATALOGUE
from calc.facts.of_each import OF_EACH
from calc.facts.questions import Answer, Choice, Choices, Count, Day, Money, Question, YesNo
from calc.parts.wording import DISCLAIMER
from calc.roster.mistakes import name_column
from calc.roster.reading import EXAMPLE
from calc.rules.policy import Policy
from calc.spreadsheets.asked import list_unit_facts
from calc.spreadsheets.unreadable import UnreadableFileError, say_missing
from calc.spreadsheets.writing import TEXT

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NAME = "姓名或编号"
"""Heads the column that tells people apart; nothing is reckoned from it."""
UNSURE = "不清楚"
ROWS = 5_000
"""So many rows have options to choose from; more can be filled in without."""
_ABOUT, _TABLE, _OPTIONS = "说明", "名册", "选项"
_MOST_TITLE, _MOST_HINT = 32, 255
"""Characters that a spreadsheet shows beside a cell."""
_DAY = date(2020, 1, 15)


def write_template(file: BinaryIO, policies: Sequence[Policy], facts: Sequence[str], unit: str = "") -> None:
    """Write the template for some facts, as the policies ask them.

    Where people belong to units, a column headed by `unit` names these.

    Raises UnreadableFileError without a library.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise UnreadableFileError(say_missing("XlsxWriter", ".xlsx")) from None
    with Workbook(file, TEXT) as book:
        table, about, options = (book.add_worksheet(name) for name in (_TABLE, _ABOUT, _OPTIONS))
        options.hide()
        bold, text = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "@"})
        grey, day = (
            book.add_format({"italic": True, "font_color": "#666666"}),
            book.add_format({"num_format": "yyyy-mm-dd"}),
        )
        table.freeze_panes(1, 1)
        names = (NAME, unit) if unit else (NAME,)
        for column, name in enumerate(names):
            table.set_column(column, column, 24, text)
            table.write_string(0, column, name, bold)
            table.write_string(1, column, EXAMPLE, grey)
        for column, fact in enumerate(facts, len(names)):
            question = CATALOGUE[fact]
            table.set_column(column, column, 14, day if isinstance(question, Day) else None)
            table.write_string(0, column, question.short, bold)
            table.write_string(1, column, question.say(find_example(question)), grey)
            _offer(table, options, column, fact, policies)
        for row, line in enumerate(_tell(policies, facts, unit)):
            about.write_row(row, 0, line, bold if row == 0 else None)
        about.set_column(0, 0, 24)
        about.set_column(1, 2, 60)


def find_example(question: Question) -> Answer:
    """An answer that shows how to fill in a column."""
    match question:
        case YesNo():
            return True
        case Choice(options=options):
            return next(iter(options))
        case Choices(options=options):
            return tuple(options)[:1]
        case Count(least=least, most=most):
            return min(max(12, least), most)
        case Money(least=least, most=most):
            return min(max(Decimal(1500), least), most)
        case Day():
            return _DAY
    return "……"


def _offer(table: "Worksheet", options: "Worksheet", column: int, fact: str, policies: Sequence[Policy]) -> None:
    """Show the question beside each cell of a column, and offer its options; others may still be typed."""
    question = CATALOGUE[fact]
    shown = {
        "validate": "any",
        "input_title": question.short[:_MOST_TITLE],
        "input_message": _say_question(fact, policies)[:_MOST_HINT],
        "error_type": "information",
    }
    if labels := _list_options(fact, policies):
        options.write_column(0, column, labels)
        letters = name_column(column)
        shown |= {"validate": "list", "source": f"={_OPTIONS}!${letters}$1:${letters}${len(labels)}"}
    table.data_validation(2, column, ROWS + 1, column, shown)


def _list_options(fact: str, policies: Sequence[Policy]) -> list[str]:
    """The options that some policy tells apart; several at once cannot be chosen from a list."""
    match CATALOGUE[fact]:
        case YesNo() as question:
            return [question.say(True), question.say(False), UNSURE]
        case Choice():
            asking = [policy for policy in policies if fact in policy.facts]
            offered = {option: label for policy in asking for option, label in policy.options_of(fact).items()}
            return [*offered.values(), UNSURE]
    return []


def _say_question(fact: str, policies: Sequence[Policy]) -> str:
    place = policies[0].place if len(policies) == 1 else ANYWHERE
    question = CATALOGUE[fact]
    return f"{question.label.format(place=place)}{question.hint}"


def _tell(policies: Sequence[Policy], facts: Sequence[str], unit: str) -> Iterator[tuple[str, ...]]:
    """What the table is for, and each question with what can be answered."""
    yield ("怎样填",)
    yield (f"每人一行，填在“{_TABLE}”里；灰色的示例行不计算，可以删去。不清楚的留空，不要填“否”。",)
    yield ("列可以增减，也可以换顺序；认不出的列原样留着。所有人都一样的（例如测算日期）可以不占一列，另外给一次。",)
    if unit:
        of_units = list_unit_facts(policies)
        own = "、".join(CATALOGUE[fact].short for fact in facts if fact in of_units and fact not in OF_EACH)
        yield (f"“{unit}”写这个人是哪个单位的，同一个单位每一行写得一样。有多少人不用填，按名册数。",)
        yield (f"单位自己的情况，同一个单位各行要一样，写一行、其余留空也行：{own}。",)
    yield (DISCLAIMER,)
    yield ()
    yield from ((f"{policy.region}", policy.title, policy.number) for policy in policies)
    yield ()
    for fact in facts:
        question = CATALOGUE[fact]
        offered = _list_options(fact, policies)
        told = "、".join(offered) if offered else question.say_bounds()
        # by its bare name a line would read as the headers of a table
        yield (f"“{question.short}”一列", _say_question(fact, policies), told)
