"""The command line: python -m calc policies | facts | explain | review | assess | roster | compare | budget | verify
| verify-sheet.

Exit 0 with an answer, 1 when that cannot be written, 2 with a message that names the field for what cannot be used,
3 when a result that is verified does not follow from its answers.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from calc.commands.assess import answer_facts
from calc.commands.budget import draw_budget
from calc.commands.compare import compare_regions
from calc.commands.explain import explain
from calc.commands.facts import list_facts
from calc.commands.policies import list_policies
from calc.commands.review import review
from calc.commands.roster import assess_roster
from calc.commands.verify import DifferentError, verify
from calc.commands.verify_sheet import verify_sheet
from calc.commands.wrong_use import WrongUseError
from calc.facts.check import InvalidFactsError
from calc.parts.wording import ANYONE
from calc.version import VERSION

NOT_WRITTEN, WRONG_USE, DIFFERENT = 1, 2, 3
BROKEN_OFF = 130
"""What shells know a program by that Ctrl+C has ended."""
FILE = 'JSON file, or "-" for standard input'
SOURCES = "folder with the official texts, <policy>.txt: quotes the clause of each provision"


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command and its words."""
    parser = argparse.ArgumentParser(prog="python -m calc", description=__doc__)
    parser.add_argument("--version", action="version", version=VERSION)
    commands = parser.add_subparsers(required=True, metavar="command")

    def add(name: str, run: Callable[..., str]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        return command

    def add_asking(name: str, run: Callable[..., str]) -> argparse.ArgumentParser:
        command = add(name, run)
        command.add_argument("--facts", required=True, metavar="FILE", help=FILE)
        command.add_argument("--json", action="store_true", dest="is_json", help="print the contract's JSON")
        return command

    def add_reading(name: str, run: Callable[..., str]) -> argparse.ArgumentParser:
        command = add(name, run)
        command.add_argument("policy")
        return let_quote(command)

    def let_quote(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
        command.add_argument("--sources", metavar="DIR", help=SOURCES)
        return command

    add("policies", list_policies)
    add("facts", list_facts).add_argument("policy")
    add_reading("explain", explain).add_argument("provision", nargs="?")
    add_reading("review", review)
    command = let_quote(add_asking("assess", answer_facts))
    command.add_argument("policy")
    command.add_argument("--who", default=ANYONE, help="worker, employer, carrier, agent …: only what concerns them")
    command = add("roster", assess_roster)
    command.add_argument("policy", help="its id, or all")
    command.add_argument("table", nargs="?", metavar="FILE", help="a row for each person: .csv, .xlsx or .parquet")
    command.add_argument("-o", "--output", metavar="FILE", help="all columns of the table, and the results of each row")
    command.add_argument("--common", action="append", default=[], metavar="FACT=VALUE", help="the same for every row")
    command.add_argument("--reading", metavar="ID", help="a sentence of the document, read the other way")
    command.add_argument("--sheet", default="", metavar="NAME", help="the sheet of an .xlsx that holds the table")
    unit = "the column that names each person's unit: what is paid to units is assessed too, a row for each unit"
    command.add_argument("--unit", default="", metavar="COLUMN", help=unit)
    one = "all rows are people of one unit: what is paid to it is assessed too"
    command.add_argument("--one-unit", action="store_true", dest="is_one_unit", help=one)
    command.add_argument("--template", metavar="FILE", help="write an empty table as .xlsx instead")
    command = add_asking("compare", compare_regions)
    command.add_argument("--placement", action="store_true", dest="is_placement", help="all who gain from a placement")
    add("budget", draw_budget).add_argument("--assumptions", metavar="FILE", help=f"by year: {FILE}")
    add("verify", verify).add_argument("file", metavar="FILE", help=f"a saved result: {FILE}")
    command = add("verify-sheet", verify_sheet)
    command.add_argument("link", help="the address that the sheet's code leads to")
    command.add_argument("marks", help="the line beside the code: 按 … 测算；计算器 …；条款指纹 …")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; print its result, or a message on standard error."""
    for stream in (sys.stdout, sys.stderr):
        speak_chinese(stream)
    given = vars(read_arguments(arguments))
    run = given.pop("run")
    try:
        print(run(**given), flush=True)
    except BrokenPipeError:
        close_output()  # whoever read the output has seen enough (| head): nothing is left to be said
    except OSError as error:
        close_output()
        complain([f"结果写不出去：{error.strerror}。"])
        return NOT_WRITTEN
    except DifferentError as error:
        return complain(error.sentences, DIFFERENT)
    except InvalidFactsError as error:
        return complain(error.sentences())
    except WrongUseError as error:
        return complain(error.args)
    except KeyboardInterrupt:
        return BROKEN_OFF
    return 0


def speak_chinese(stream: object) -> None:
    """Let a stream take every character: one that knows no Chinese writes UTF-8, one without a rare one its number."""
    if not isinstance(stream, io.TextIOWrapper):
        return
    with suppress(UnicodeEncodeError):
        "政策".encode(stream.encoding)
        stream.reconfigure(errors="backslashreplace")
        return
    stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def close_output() -> None:
    """Let what is still to be written go nowhere, or Python would try once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(sentences: Iterable[str], code: int = WRONG_USE) -> int:
    """Print a line for each complaint; what it quotes must not steer the terminal."""
    for sentence in sentences:
        print("".join(char if char.isprintable() else repr(char)[1:-1] for char in sentence), file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
