"""Assess a table of persons: a file with the results of every row, and on the terminal the sums of all rows."""

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path

from calc.batches.progress import show_progress
from calc.batches.run import KINDS, Asked, Done, assess_file
from calc.commands.terminal import lay
from calc.commands.wrong_use import WrongUseError, find_policy, find_reading
from calc.facts.catalogue import BY_SHORT_NAME, CATALOGUE, Answers
from calc.facts.check import check_facts
from calc.pages.policy.result import say_edition
from calc.pages.roster.wording import say_counts, say_sum, say_table
from calc.parts.wording import DISCLAIMER, say_payee_of
from calc.policies import POLICIES
from calc.roster.headers import HeadersError
from calc.roster.mistakes import name_column, quote_cell
from calc.roster.roster import add_totals
from calc.rules.policy import Policy
from calc.spreadsheets.asked import list_asked, list_of_units, list_personal
from calc.spreadsheets.assessing import Sums
from calc.spreadsheets.template import NAME, write_template
from calc.spreadsheets.unreadable import UnreadableFileError
from calc.spreadsheets.writing import UnwritableTableError

ALL = "all"
SHOWN_MISTAKES = 20


def assess_roster(
    policy: str,
    table: str | None,
    output: str | None,
    common: Sequence[str],
    template: str | None,
    reading: str | None,
    sheet: str,
    unit: str,
    is_one_unit: bool = False,
) -> str:
    """Assess a table of persons, a row for each: results into a file, sums to be read; or write a template for it."""
    if unit and is_one_unit:
        raise WrongUseError("--unit 指明哪一列写着单位，--one-unit 是全表一个单位：请只写一个。")
    policies = list(POLICIES.values()) if policy == ALL else [find_policy(policy)]
    answers = _read_common(common)
    asked = Asked(policies, answers, find_reading(policies, reading) if reading else None, sheet, unit, is_one_unit)
    try:
        if template is not None:
            if table or output:
                raise WrongUseError("--template 只写一张空表：不要同时写表格文件或者 -o。")
            return _make_template(Path(template), asked)
        if table is None or output is None:
            raise WrongUseError("请写表格文件和 -o 结果文件；要空表，请用 --template 空表.xlsx。")
        source, target = Path(table), _check_target(Path(output), Path(table))
        gc.freeze()  # the rules stay: looking through them for garbage again and again is a tenth of the time
        with show_progress() as tell:
            done = assess_file(source, target, asked, tell)
    except (UnreadableFileError, UnwritableTableError, HeadersError) as error:
        raise WrongUseError(str(error)) from error
    return draw_sums(done, asked, target)


def draw_sums(done: Done, asked: Asked, target: Path) -> str:
    """Draw what was read and written, then for each policy the provisions and the totals of all rows."""
    blocks = (
        _tell_table(done, target, asked.unit),
        _tell_mistakes(done),
        *(_tell_policy(policy, done, asked) for policy in asked.policies),
        [DISCLAIMER],
    )
    return "\n\n".join("\n".join(block) for lines in blocks if (block := list(lines)))


def _read_common(given: Sequence[str]) -> Answers:
    """Read fact=value, the fact by its name or its short one, the value as the form reads it."""
    raw: dict[str, str] = {}
    for each in given:
        name, is_given, value = each.partition("=")
        if not is_given:
            raise WrongUseError(f"--common 要写成 事实=答案，例如 as_of=2021-09-30，不能是{quote_cell(each)}。")
        raw[BY_SHORT_NAME.get(name, name)] = value
    return check_facts(raw)


def _check_target(target: Path, source: Path) -> Path:
    if target.suffix.lower() not in KINDS:
        raise WrongUseError(f"结果文件的名称要以{'、'.join(KINDS)}结尾，不能是“{target.name}”。")
    if not target.parent.is_dir():
        raise WrongUseError(f"没有文件夹“{target.parent}”：请先建好，或者换一个地方放结果。")
    if target.resolve() == source.resolve():
        raise WrongUseError("结果文件不能就是原来的表格：请换一个名称。")
    try:
        source.open("rb").close()
    except OSError as error:
        raise WrongUseError(f"读不到表格 {source}：{error.strerror}。") from error
    return target


def _make_template(target: Path, asked: Asked) -> str:
    if target.suffix.lower() != ".xlsx":
        raise WrongUseError(f"空表的名称要以 .xlsx 结尾，不能是“{target.name}”。")
    every = [fact for fact in list_asked(asked.policies, counts_units=asked.counts_units) if fact not in asked.common]
    if asked.unit in (NAME, *(CATALOGUE[fact].short for fact in every)):
        raise WrongUseError(f"空表里已经有“{asked.unit}”这一列：--unit 请写另一个列名，例如 统一社会信用代码。")
    with target.open("wb") as file:
        write_template(file, asked.policies, every, asked.unit)
    return lay(f"空表写在 {target} 里：{len(every)} 列问题，示例一行。每人一行，不清楚的留空。")


def _tell_table(done: Done, target: Path, unit: str) -> Iterator[str]:
    """Tell what was read, which columns answer nothing and name no unit, and where the results are."""
    assessing = done.assessing
    yield lay(f"{say_table(done.sheet, done.rows, assessing.persons)}；结果在 {target} 里。")
    if done.units:
        yield lay(f"{len(done.units.rows):,} 个单位，每个一行，在 {done.beside} 里。")
    headings = [
        (place, each) for place, each in enumerate(done.headers.headings) if each.text not in ("", unit.strip())
    ]
    used = [each.text for _, each in headings if each.fact]
    yield lay(f"用到的列：{'、'.join(used)}。", 1)
    if unused := [each.text for _, each in headings if not each.fact]:
        yield lay(f"没有用到、原样留着的列：{'、'.join(unused)}。", 1)
    for place, each in headings:
        if each.offered:
            meant = CATALOGUE[each.offered].short
            yield lay(
                f"{name_column(place)} 列{quote_cell(each.text)}是不是“{meant}”？是的话把列名改成“{meant}”，再算一次。",
                1,
            )
    if assessing.contradicting:
        yield lay(f"{assessing.contradicting:,} 行的答案互相矛盾，没有计入合计。", 1)


def _tell_mistakes(done: Done) -> Iterator[str]:
    """Tell what cannot be used, equal ones together, and where each stands."""
    if done.mistakes is None:
        return
    alike = list(done.assessing.mistakes.say())
    yield lay(f"{done.assessing.mistakes.count:,} 处要改，逐个列在 {done.mistakes} 里；读不出来的按“不清楚”算：")
    yield from (lay(f"- {each}", 1) for each in alike[:SHOWN_MISTAKES])
    if len(alike) > SHOWN_MISTAKES:
        yield lay(f"- 还有 {len(alike) - SHOWN_MISTAKES:,} 种", 1)


def _tell_policy(policy: Policy, done: Done, asked: Asked) -> Iterator[str]:
    """Tell for each provision how many rows have which status, then the totals by payee and fund."""
    provisions, sums = list_personal(policy), done.assessing.sums.get(policy.id) or Sums()
    yield lay(f"{policy.region}  {policy.title}")
    if asked.other in policy.readings and asked.other:
        yield lay(f"按另一种读法：{asked.other.question}{asked.other.other}", 1)
    for provision in provisions:
        yield lay(f"{provision.clause}  {provision.title}：{say_counts(sums.statuses.get(provision.id, {}))}", 1)
    totals, paid_by = sums.totals, provisions
    if done.units:
        for provision in list_of_units(policy):
            counted = say_counts(done.units.statuses[policy.id][provision.id], "个单位")
            yield lay(f"{provision.clause}  {provision.title}：{counted}", 1)
        totals, paid_by = add_totals((*totals, *done.units.totals[policy.id])), list(policy.provisions)
    if totals:
        yield lay("合计")
    for row in totals:
        yield lay(f"{say_payee_of(row.payee, paid_by)} · {row.fund}：{say_sum(row)}", 1)
    as_of = asked.common.get("as_of")
    yield lay(f"{policy.number}；{f'按 {as_of} 测算；' if as_of else ''}{say_edition(policy)}")
