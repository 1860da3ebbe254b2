"""Choose the day to calculate for, where nobody has named one: most people do not know what to say."""

from datetime import date

from htpy import Element, Node, details, summary

from calc.facts.catalogue import Answers
from calc.facts.consistency import PAST_DAYS
from calc.facts.inference import find_contradictions
from calc.rules.policy import Policy
from calc.values.dates import spell_date

DAY_ASKED = "as_of"


def suppose_day(policy: Policy, answers: Answers, today: date) -> Answers:
    """Add the day asked: the policy's last day once that has passed, else today; later where a date given is later.

    Nothing is added where the visitor has named a day, where the policy asks for none, or where none fits the answers.
    """
    if DAY_ASKED in answers or DAY_ASKED not in policy.facts:
        return answers
    given = (day for fact in PAST_DAYS if isinstance(day := answers.get(fact), date))
    supposed = {**answers, DAY_ASKED: max((_find_usual_day(policy, today), *given))}
    return answers if find_contradictions(supposed) else supposed


def render_day_asked(policy: Policy, day: date | None, question: Node) -> Element:
    """Render the question of the day behind one line that says which day is taken, once that is known."""
    return details("#day-asked.day-asked")[summary[_say_day(policy, day)], question]


def _say_day(policy: Policy, day: date | None) -> str:
    if day is None:
        return "按哪一天测算"
    meaning = "（政策最后一天）" if day == policy.term.end else " "
    return f"按 {spell_date(day)}{meaning}测算，换一天"


def _find_usual_day(policy: Policy, today: date) -> date:
    end = policy.term.end
    return end if end and end < today else today
