"""Say what one policy grants for some facts: for people on lines of a terminal, for programs as JSON."""

from collections.abc import Iterable, Iterator
from datetime import date

from calc.commands.finding import tell_finding
from calc.commands.official_text import open_source
from calc.commands.source import read_json
from calc.commands.terminal import lay, lay_term
from calc.commands.totals import summarize, tell_combinations, tell_totals
from calc.commands.wrong_use import WrongUseError, find_payees, find_policy
from calc.contract.build import build_answer, write_json
from calc.engine.answer import Answer
from calc.engine.groups import assess_groups
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.groups import FIRST, check_placement, say_group
from calc.facts.inference import Inferred
from calc.pages.policy.result import say_marks
from calc.parts.wording import DISCLAIMER, applicants_of, say_inferred, say_last_claim
from calc.proof.official_text import OfficialText
from calc.rules.policy import Policy
from calc.rules.word import unique


def answer_facts(policy: str, facts: str, who: str, *, sources: str | None, is_json: bool) -> str:
    """Answer the facts in a file: each provision with status, sum, reasons and how to claim it, then the totals."""
    if sources is not None and is_json:
        raise WrongUseError("JSON 结果里没有原文：--sources 和 --json 只能用一个。")
    found = find_policy(policy)
    text = open_source(sources, found)
    payees = find_payees(found, who)
    answer = Answer(assess_groups(found, check_placement(read_json(facts))), payees)
    return write_json(build_answer(answer)) if is_json else draw_answer(answer, text)


def draw_answer(answer: Answer, text: OfficialText | None = None) -> str:
    """Draw the answer for people, in blocks with an empty line between; with what the official `text` says."""
    blocks = (
        _tell_head(answer),
        *(tell_finding(item, text) for item in answer.told),
        _tell_parts(answer),
        tell_totals(answer),
        tell_combinations(answer),
        _tell_next(answer),
        _tell_end(answer),
    )
    return "\n\n".join(block for lines in blocks if (block := "\n".join(lines)))


def say_term(policy: Policy, answers: Answers) -> str:
    """Say the term of a policy, with a mark when the day asked lies after its end."""
    end, as_of = policy.term.end, answers.get("as_of")
    is_over = end is not None and isinstance(as_of, date) and as_of > end
    return f"{policy.term.say()}{'，已到期' if is_over else ''}"


def tell_answers(answers: Answers, inferred: Iterable[Inferred], depth: int = 1) -> Iterator[str]:
    """Tell the answers given, without what is private, and what follows from them."""
    yield from lay_term("所填", say_given(answers) or "没有填写", depth)
    follows = (f"{CATALOGUE[item.fact].short} {say_inferred(item, answers)}" for item in inferred)
    yield from lay_term("由此可知", follows, depth)


def say_given(answers: Answers) -> str:
    """Say the answers given, without what is private."""
    given = (fact for fact in CATALOGUE if fact in answers and not CATALOGUE[fact].is_private)
    return "；".join(f"{CATALOGUE[fact].short} {CATALOGUE[fact].say(answers[fact])}" for fact in given)


def _tell_head(answer: Answer) -> Iterator[str]:
    policy = answer.policy
    yield lay(f"{policy.region}  {policy.title}")
    yield from lay_term("文号", policy.number)
    yield from lay_term("执行期限", say_term(policy, answer.answers))
    yield from lay_term("申领截止", say_last_claim(policy))
    if answer.payees is not None:
        yield from lay_term("只看", (payee.label for payee in applicants_of(policy) if payee in answer.payees))
    yield from tell_answers(answer.answers, answer.inferred)
    for number, own in enumerate(answer.assessment.further, FIRST + 1):
        yield from lay_term(say_group(number), say_given(own))
    yield from lay_term("结果", summarize(answer))
    yield from lay_term("提示", answer.notices)


def _tell_parts(answer: Answer) -> Iterator[str]:
    """Tell once what is worth knowing about the parts of the document that govern what is told."""
    parts = (item.finding.provision.under for item in answer.told)
    yield from lay_term("各部分的说明", unique(remark for part in parts if part for remark in part.remarks))


def _tell_next(answer: Answer) -> Iterator[str]:
    """Tell the question most worth answering, with the provisions that ask for it."""
    if first := answer.next_question:
        question = CATALOGUE[first.fact]
        titles = "、".join(answer.policy.provision(name).title for name in first.why)
        yield lay(f"接下来最值得回答：{question.short}（{first.fact}）")
        yield lay(question.label.format(place=answer.policy.place), 1)
        yield lay(f"关系到 {len(first.why)} 项：{titles}", 1)


def _tell_end(answer: Answer) -> Iterator[str]:
    yield lay(DISCLAIMER)
    yield lay(f"{answer.policy.number}；{say_marks(answer)}")
