"""Choose, among the officers' cases, one that meets a demand of the text and one that does not."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from calc.engine.assess import Finding, assess, open_case
from calc.engine.outcome import Outcome, Status, weigh
from calc.engine.timing import Absence
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.check import check_facts
from calc.facts.inference import complete, find_out
from calc.facts.questions import Selection
from calc.proof.cases import AMOUNT, MISSING, OTHER, RESULT, CaseRow, CaseTable, find_differences
from calc.rules.condition import Condition
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.word import unique, walk
from calc.values.truth import Verdict, yes_if

MET, FAILED = "满足", "不满足"
TIME, CLAIM, SUM = "时间", "申领截止", "金额的算法"
OPEN = ("", "不清楚")
NOTHING_MORE = "（其余都没有填）"


@dataclass(frozen=True)
class Example:
    """A case on one side of a demand: the facts of its own, what must come out, and where the calculator differs."""

    side: str
    facts: str
    expected: str
    differs: str


@dataclass(frozen=True)
class BothSides:
    """A demand with its cases and the facts that they share; `missing` are the sides that no case shows."""

    demand: str
    shared: str
    examples: tuple[Example, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Weighed:
    """A case with what its provision comes to."""

    row: CaseRow
    answers: Answers
    outcome: Outcome

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts on the conditions, on the time, on the claim, and on the sum."""
        timing = self.outcome.timing
        is_closed = timing.absence is Absence.CLOSED
        time = Verdict.UNKNOWN if is_closed else timing.step.verdict
        claim = timing.step.verdict if is_closed else yes_if(None if timing.absence else True)
        conditions = (step.verdict for step in self.outcome.judged)
        return (*conditions, time, claim, self.outcome.payout.verdict)

    @cached_property
    def given(self) -> Mapping[str, str]:
        """The facts that are not left open, those alone that the provision asks where the others tell it nothing."""
        provision = self.outcome.provision
        given = {fact: value for fact, value in self.row.facts.items() if value not in OPEN}
        asked = {fact: value for fact, value in given.items() if fact in (*provision.facts, "as_of")}
        return asked if _tell(provision, asked) == _tell(provision, given) else given

    def is_offered(self, policy: Policy) -> bool:
        """Whether the form of the policy has every option that was chosen."""
        return all(
            policy.options_of(fact).keys() >= {*question.list_named(value)}
            for fact, value in self.given.items()
            if isinstance(question := CATALOGUE[fact], Selection)
        )

    def differs_from(self, other: "Weighed") -> int:
        """In how many facts two cases differ."""
        return len(set(self.given.items()) ^ set(other.given.items()))


def list_both_sides(policy: Policy, provision: Provision, cases: Iterable[CaseTable]) -> Iterator[BothSides]:
    """List each demand of a provision with a case on both sides: its conditions, its time, its claim, its sum.

    Not every sum refuses somebody, and not every document names its time: there only what is shown is listed.
    """
    rows = (row for table in cases if table.provision == provision.id for row in table.rows)
    weighed = [item for row in rows if (item := _weigh(policy, provision, row)).is_offered(policy)]
    conditions = [_name_demand(condition) for condition in provision.conditions]
    for place, demand in enumerate((*conditions, TIME, CLAIM, SUM)):
        met = [item for item in weighed if item.verdicts[place] is Verdict.YES]
        failed = [item for item in weighed if item.verdicts[place] is Verdict.NO]
        if failed or place < len(conditions) or (demand == TIME and policy.term.is_stated):
            yield _show_both(policy, demand, met, failed)


def _tell(provision: Provision, facts: Mapping[str, str]) -> object:
    """All that facts tell of what the provision asks."""
    told = find_out(check_facts(facts))
    return provision.select(told.answers), provision.select(told.left)


def _weigh(policy: Policy, provision: Provision, row: CaseRow) -> Weighed:
    answers = check_facts(row.facts)
    return Weighed(row, answers, weigh(policy, provision, open_case(policy, complete(answers))))


def _name_demand(condition: Condition) -> str:
    """Name a condition by its phrase, or by the phrases inside it."""
    phrases = condition.phrases() or unique(phrase for word in walk((condition,)) for phrase in word.phrases())
    return "".join(f"“{phrase}”" for phrase in phrases) or condition.explain()


def _show_both(policy: Policy, demand: str, met: Sequence[Weighed], failed: Sequence[Weighed]) -> BothSides:
    chosen = _choose(met, failed)
    every = [item.given for item in chosen.values()]
    shared = (
        {
            fact: value
            for fact, value in every[0].items()
            if len(every) > 1 and all(given.get(fact) == value for given in every)
        }
        if every
        else {}
    )
    examples = tuple(_show(policy, side, item, shared) for side, item in chosen.items())
    missing = tuple(side for side in (FAILED, MET) if side not in chosen)
    return BothSides(demand, _say_facts(shared), examples, missing)


def _choose(met: Sequence[Weighed], failed: Sequence[Weighed]) -> Mapping[str, Weighed]:
    """Choose the best case of each side; of equals two that differ in little."""
    refused = _keep_best(failed, lambda item: item.verdicts.count(Verdict.NO))
    granted = _keep_best(met, lambda item: item.outcome.status is not Status.ELIGIBLE)
    if refused and granted:
        one, other = min(product(refused, granted), key=lambda pair: pair[0].differs_from(pair[1]))
        return {FAILED: one, MET: other}
    return {side: found[0] for side, found in ((FAILED, refused), (MET, granted)) if found}


def _keep_best(items: Sequence[Weighed], fault: Callable[[Weighed], int]) -> Sequence[Weighed]:
    """Keep the cases with the least of a fault: refused for one reason alone, granted in the end."""
    least = min(map(fault, items), default=0)
    return [item for item in items if fault(item) == least]


def _show(policy: Policy, side: str, item: Weighed, shared: Mapping[str, str]) -> Example:
    finding = assess(policy, item.answers).finding(item.row.provision)
    own = {fact: value for fact, value in item.given.items() if fact not in shared}
    differs = "；".join(f"{column}：{found}" for column, found in find_differences(item.row, finding).items())
    return Example(side, _say_facts(own) or NOTHING_MORE, _say_expected(item.row.expected, finding), differs)


def _say_facts(facts: Mapping[str, str]) -> str:
    return "；".join(f"{CATALOGUE[fact].short} {value}" for fact, value in facts.items())


def _say_expected(expected: Mapping[str, str], finding: Finding) -> str:
    said = [f"{expected[RESULT]} {_say_sum(expected.get(AMOUNT, ''))}".strip()]
    if expected.get(MISSING):
        said.append(f"{MISSING}：{expected[MISSING]}")
    return "；".join((*said, *_say_otherwise(expected.get(OTHER, ""), finding)))


def _say_otherwise(cell: str, finding: Finding) -> Iterator[str]:
    """Say what each other reading comes to: of several doubts by the place of its own among those of the sheet."""
    readings = tuple(finding.policy.readings_of(finding.provision))
    differing = [other.reading for other in finding.alternatives if other.differs]
    for place, found in enumerate(filter(None, cell.split("；"))):
        own = f"第 {readings.index(differing[place]) + 1} 处" if len(readings) > 1 and place < len(differing) else ""
        yield f"{own}{OTHER}：{_say_sum(found)}"


def _say_sum(cell: str) -> str:
    return f"{cell} 元" if cell[-1:].isdigit() else cell
