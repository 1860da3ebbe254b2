"""Find the order of the guide's questions: first those that soonest lead to a sum, then those of most provisions."""

from collections import Counter
from collections.abc import Iterable, Mapping

from calc.engine.answer import Answer
from calc.engine.next_question import rank_questions
from calc.engine.outcome import Status
from calc.facts.catalogue import CATALOGUE
from calc.facts.consistency import CONSTRAINTS
from calc.facts.constraint import LeavesNothing
from calc.facts.groups import is_of_further
from calc.facts.questions import Selection, YesNo
from calc.pages.policy.day_asked import DAY_ASKED
from calc.pages.policy.groups import is_unanswered, order_groups
from calc.pages.policy.stays import list_leads
from calc.parts.field import UNSURE
from calc.rules.payees import Nature
from calc.rules.word import unique

OWN_SUMS = (Nature.CASH, Nature.RATE)
"""What says itself how much it brings."""
NOT_SUMMED = (Status.UNKNOWN, Status.ELIGIBLE)
"""While anything is missing, what is granted may have no sum yet."""
CLICKED = (YesNo, Selection)
LEAVING = tuple(
    word for word in CONSTRAINTS if isinstance(word, LeavesNothing) and isinstance(CATALOGUE[word.fact], CLICKED)
)
GATES = {fact: [word.fact for word in LEAVING if fact in word.others] for word in LEAVING for fact in word.others}
"""The facts by which there may be nothing of another one: 参加培训, of 培训天数."""


def find_order(answer: Answer, values: Mapping[str, str]) -> tuple[str, ...]:
    """Find the questions without an answer: those that soonest lead to a sum first; 不清楚 is an answer.

    Of a thing of which nobody knows whether it is there no more is asked: 培训几天, where 参加培训 is 不清楚.
    What is asked of further groups follows at once, for it belongs to the same sum. What is asked in one question has
    one place, that of its first fact.
    """
    near = _find_near_facts(answer, values)
    ranked = (asked.fact for asked in rank_questions(answer.findings, answer.payees, answer.topic))
    doubtful, beside = _list_doubtful(values), _list_beside(answer)
    asked = [fact for fact in ranked if _is_open(fact, values) and fact not in doubtful]
    first = near or tuple(sorted(asked, key=beside.__contains__))[:1]
    missing = count_lacking(answer)
    rest = sorted(_rank(filter(missing.__contains__, answer.policy.facts), missing), key=beside.__contains__)
    open_rest = (fact for fact in rest if fact not in (*first, *doubtful) and _is_open(fact, values))
    order = order_groups(answer, values, (*first, *open_rest), near)
    further = tuple(filter(is_of_further, order))
    own = [name for name in order if name not in further]
    place = max((own.index(fact) + 1 for fact in near if fact in own), default=0)
    return list_leads(answer.policy, (*own[:place], *further, *own[place:]))


def find_near(answer: Answer, values: Mapping[str, str]) -> tuple[str, ...]:
    """Find the questions that are still to be asked for the sum that lacks least, that of the topic first.

    A sum that is granted and lacks only its base is near, too. One that hangs on something already answered with 不清楚
    is out of reach. Whoever asks for nobody in particular is near to no sum.
    """
    return list_leads(answer.policy, _find_near_facts(answer, values))


def _find_near_facts(answer: Answer, values: Mapping[str, str]) -> tuple[str, ...]:
    """Find the facts that this sum lacks; shared ones lead."""
    if answer.payees is None:
        return ()
    lacking = (
        (item.finding.provision.id, [fact for fact in item.finding.outcome.missing if fact != DAY_ASKED])
        for item in answer.concerned
        if item.finding.status in NOT_SUMMED and item.finding.provision.nature in OWN_SUMS
    )
    reachable = ((id_, facts) for id_, facts in lacking if facts and all(_is_open(fact, values) for fact in facts))
    _, near = min(reachable, key=lambda item: (item[0] != answer.topic, len(item[1])), default=("", []))
    return _rank(near, count_lacking(answer))


def _rank(facts: Iterable[str], missing: Mapping[str, int]) -> tuple[str, ...]:
    """Rank facts: shared ones lead; of equals those that are clicked, and of them first those that settle others.

    Before each stands what may leave nothing of it: nobody is asked for how long before it is known that there is
    anything.
    """
    every = tuple(facts)
    clicked = {fact for fact in every if isinstance(CATALOGUE[fact], CLICKED)}
    gates = {gate for fact in every for gate in GATES.get(fact, ())}
    ranked = sorted(every, key=lambda fact: (-missing[fact], fact not in clicked, fact not in gates & clicked))
    return unique(each for fact in ranked for each in (*(gate for gate in GATES.get(fact, ()) if gate in ranked), fact))


def _list_doubtful(values: Mapping[str, str]) -> frozenset[str]:
    """List what is asked of a thing of which nobody knows whether it is there."""
    return frozenset(fact for fact, gates in GATES.items() if any(values.get(gate) == UNSURE for gate in gates))


def _list_beside(answer: Answer) -> frozenset[str]:
    """List what no benefit lacks, but only a procedure or a service beside it."""
    lacking = [(item.finding.provision.is_benefit, item.finding.outcome.missing) for item in answer.concerned]
    wanted = {fact for is_benefit, missing in lacking if is_benefit for fact in missing}
    return frozenset(fact for _, missing in lacking for fact in missing if fact not in wanted)


def count_lacking(answer: Answer) -> Mapping[str, int]:
    """Count for each fact the provisions that lack it."""
    return Counter(fact for item in answer.concerned for fact in item.finding.outcome.missing)


def _is_open(fact: str, values: Mapping[str, str]) -> bool:
    return fact != DAY_ASKED and is_unanswered(fact, values)
