"""The command line: python -m calc policies | facts | explain | assess | compare | budget.

Exit 0 with an answer, 2 with a message that names the field for what cannot be used.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from calc.contract.build import build_answer, build_comparison, write_json
from calc.engine.answer import Answer
from calc.engine.assess import Assessment, assess
from calc.engine.compare import compare
from calc.facts.catalogue import CATALOGUE, SUBJECT_OF
from calc.facts.check import InvalidFactsError, check_facts
from calc.facts.questions import Selection
from calc.pages.planning.budget import reckon_budget
from calc.pages.planning.document import BUDGET_LINES
from calc.pages.planning.reading import read_assumptions
from calc.policies import POLICIES
from calc.rules.payees import PayeeBy
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.values.money import ZERO, say_yuan, spell_amount
from calc.version import VERSION

WRONG_USE = 2


class WrongUseError(Exception):
    """A call that cannot be carried out; its text says which word of it, and what to write instead."""


def list_policies(_: argparse.Namespace) -> str:
    """One line per policy: id, region, document number, title."""
    return "\n".join(
        f"{policy.id:<10} {policy.region}  {policy.number}  {policy.title}" for policy in POLICIES.values()
    )


def list_facts(given: argparse.Namespace) -> str:
    """The facts that a policy asks, with their kind, unit or options."""
    policy = find_policy(given.policy)
    lines = []
    for fact in policy.facts:
        question = CATALOGUE[fact]
        detail = getattr(question, "unit", "")
        if isinstance(question, Selection):
            detail = "，".join(f"{option}={label}" for option, label in question.options.items())
        label = question.label.format(place=policy.place)
        lines.append(f"{fact}  [{question.kind}] {SUBJECT_OF[fact]}：{question.short}；{label} {detail}".rstrip())
    return "\n".join(lines)


def explain(given: argparse.Namespace) -> str:
    """A provision in plain words: who, conditions, what it gives, clause, fund, evidence, doubts."""
    policy = find_policy(given.policy)
    provisions = [find_provision(policy, given.provision)] if given.provision else policy.provisions
    return "\n\n".join(explain_provision(policy, provision) for provision in provisions)


def explain_provision(policy: Policy, provision: Provision) -> str:
    """One provision as lines of text."""
    payees = provision.payee.payees if isinstance(provision.payee, PayeeBy) else (("", provision.payee),)
    lines = [
        f"{provision.title}（{provision.id}） {policy.number} {provision.clause}",
        f"  {provision.gist}",
        f"  给谁：{'、'.join(payee.label for _, payee in payees)}",
        *(f"  条件：{condition.explain()}" for condition in provision.when),
        f"  标准：{provision.effect.explain()}",
        f"  资金：{provision.paid_from or '文件未写明'}",
        f"  材料：{'、'.join(provision.evidence) or '文件未列材料'}",
    ]
    for reading in policy.readings_of(provision):
        lines.append(f"  两种读法：{reading.question} 默认：{reading.default}；另一读法：{reading.other}")
    lines += [f"  说明：{note}" for note in provision.remarks]
    return "\n".join(lines)


def answer_facts(given: argparse.Namespace) -> str:
    """The answer for the facts in a file, as the contract's JSON or as a table for people."""
    policy = find_policy(given.policy)
    assessment = assess(policy, check_facts(read_facts(given.facts)))
    return write_json(build_answer(Answer(assessment))) if given.json else draw_table(assessment)


def compare_regions(given: argparse.Namespace) -> str:
    """What each region comes to for the same facts, as JSON or as a table for people."""
    results = compare(check_facts(read_facts(given.facts)), is_placement=given.placement)
    if given.json:
        return write_json(build_comparison(results))
    lines = []
    for result in results:
        lines.append(f"{result.policy.region}：确定金额 {say_yuan(result.sure)}")
        lines += [
            f"  {finding.provision.title}：{finding.outcome.label} {spell_amount(finding.amount)}".rstrip()
            for finding in result.concerned
            if not finding.status.is_refused
        ]
        missing = "、".join(CATALOGUE[fact].short for fact in result.missing)
        lines += [f"  还缺：{missing}"] if missing else []
    return "\n".join(lines)


def draw_budget(given: argparse.Namespace) -> str:
    """Zhongshan's three-year budget, by the document's assumptions or others, with the differences."""
    raw = read_facts(given.assumptions) if given.assumptions else {}
    if not isinstance(raw, dict) or not all(isinstance(fields, dict) for fields in raw.values()):
        raise WrongUseError('假设应写成 JSON 对象，例如 {"2018": {"placements": 280, "months": 10}}。')
    try:
        years = reckon_budget(read_assumptions(raw))
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    lines = []
    for year in years:
        lines.append(f"{year.year} 年：合计 {say_yuan(year.total)}")
        for line, difference in year.differences_from_document().items():
            compared = (
                "与文件一致"
                if not difference
                else f"比文件{'多' if difference > 0 else '少'} {say_yuan(abs(difference))}"
            )
            lines.append(f"  {BUDGET_LINES[line]}：{say_yuan(getattr(year, line))}（{compared}）")
    return "\n".join((*lines, f"三年合计 {say_yuan(sum((year.total for year in years), ZERO))}"))


def read_facts(source: str) -> object:
    """Facts as JSON from a file, or from standard input for "-"."""
    try:
        return json.loads(sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongUseError(f"读不到事实文件 {source}：{error.strerror}。") from error
    except (ValueError, RecursionError) as error:
        raise WrongUseError(f"事实不是有效的 JSON：{error}。") from error


def draw_table(assessment: Assessment) -> str:
    """The answer as lines for people: title, status, amount, what is missing."""
    policy = assessment.policy
    lines = [f"{policy.region}  {policy.number}  {policy.title}"]
    for finding in assessment.findings:
        outcome = finding.outcome
        missing = "、".join(CATALOGUE[fact].short for fact in (*outcome.missing, *outcome.awaited))
        tail = f"（缺：{missing}）" if missing else ""
        title, amount = finding.provision.title, spell_amount(outcome.amount)
        lines.append(f"{finding.provision.clause:<8} {title}：{outcome.label} {amount}{tail}".rstrip())
    lines += [f"提示：{notice}" for notice in assessment.notices]
    return "\n".join(lines)


def find_policy(name: str) -> Policy:
    """The policy with an id, or WrongUseError with the nearest ids."""
    if name in POLICIES:
        return POLICIES[name]
    raise WrongUseError(f"没有名为“{name}”的政策{_offer(name, POLICIES)}")


def find_provision(policy: Policy, name: str) -> Provision:
    """The provision with an id, or WrongUseError with the nearest ids."""
    try:
        return policy.provision(name)
    except KeyError:
        raise WrongUseError(
            f"{policy.id} 没有名为“{name}”的条款{_offer(name, [item.id for item in policy.provisions])}"
        ) from None


def _offer(name: str, names: Iterable[str]) -> str:
    every = list(names)
    nearest = get_close_matches(name, every, cutoff=0.3) or every
    return f"，最接近的是：{'、'.join(nearest)}。"


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command and its words."""
    parser = argparse.ArgumentParser(prog="python -m calc", description=__doc__)
    parser.add_argument("--version", action="version", version=VERSION)
    commands = parser.add_subparsers(required=True, metavar="command")

    def add(name: str, run: Callable[[argparse.Namespace], str]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        return command

    add("policies", list_policies)
    add("facts", list_facts).add_argument("policy")
    command = add("explain", explain)
    command.add_argument("policy")
    command.add_argument("provision", nargs="?")
    command = add("assess", answer_facts)
    command.add_argument("policy")
    command.add_argument("--facts", required=True, metavar="FILE", help='JSON file, or "-" for standard input')
    command.add_argument("--json", action="store_true", help="print the contract's JSON")
    command = add("compare", compare_regions)
    command.add_argument("--facts", required=True, metavar="FILE", help='JSON file, or "-" for standard input')
    command.add_argument("--placement", action="store_true", help="all who gain from one placement")
    command.add_argument("--json", action="store_true", help="print JSON")
    command = add("budget", draw_budget)
    command.add_argument("--assumptions", metavar="FILE", help='JSON by year, or "-" for standard input')
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; print its result, or a message on standard error."""
    given = read_arguments(arguments)
    try:
        print(given.run(given), flush=True)
    except BrokenPipeError:
        # Whoever read the output has seen enough (| head); nothing is left to be said to a closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except InvalidFactsError as error:
        print("\n".join(error.sentences()), file=sys.stderr)
        return WRONG_USE
    except WrongUseError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    return 0


if __name__ == "__main__":
    sys.exit(main())
