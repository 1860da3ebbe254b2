"""Say conditions in short lines for people: what holds by one reading alone says so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from htpy import Node, strong

from calc.engine.groups import PLACING, UNITS
from calc.facts.of_each import OF_EACH, WHERE_PLACED
from calc.rules.answered import Is
from calc.rules.condition import Condition
from calc.rules.joined import AllOf, EitherCondition
from calc.rules.payees import Payee
from calc.rules.word import unique

CONDITIONS = "条件"
OF_PEOPLE, OF_PLACES = "每个人", "去的单位"
"""Of whom else than the applicant something is asked: each of a unit's people, those with whom they are placed."""
OTHER, LONGEST = "按另一种读法", 30
"""The other reading is said in so many letters; a longer one stands on the page."""


@dataclass(frozen=True)
class Line:
    """One thing that must hold, the facts that tell it, and the options that it leaves of a choice, if it is one."""

    text: str
    facts: frozenset[str] = frozenset()
    options: frozenset[str] = frozenset()

    def explain(self) -> str:
        """What must hold, in plain words."""
        return self.text


def list_lines(conditions: Iterable[Condition]) -> tuple[Line, ...]:
    """List what conditions ask for, each line once, and of two about one choice the narrower."""
    lines = unique(line for condition in conditions for line in _list_lines(condition))
    return tuple(
        line for place, line in enumerate(lines) if not any(_says_more(other, line) for other in lines[place + 1 :])
    )


def render_lines(lines: Iterable[Line], payee: Payee, lead: str = "") -> Iterator[Node]:
    """Render the lines, those about a unit's people apart from those about itself; a `lead` says for what they hold."""
    by_whom: dict[str, list[str]] = {"": [], OF_PEOPLE: [], OF_PLACES: []}
    for line in lines:
        by_whom[_find_whom(line, payee)].append(line.text)
    for whom, texts in by_whom.items():
        if texts:
            label = "，".join(filter(None, (lead, whom))) or CONDITIONS
            yield [strong[label], f" {'；'.join(texts)}。"]
            lead = ""


def _says_more(one: Line, other: Line) -> bool:
    """Decide whether a later line leaves out an option of an earlier one, or has all of them and says a doubt."""
    return bool(one.options) and one.facts == other.facts and one.options <= other.options


def _find_whom(line: Line, payee: Payee) -> str:
    about = line.facts - {"as_of"}
    if not about or payee not in UNITS:
        return ""
    if payee in PLACING and about <= WHERE_PLACED.keys():
        return OF_PLACES
    return OF_PEOPLE if about <= OF_EACH.keys() else ""


def _list_lines(condition: Condition) -> tuple[Line, ...]:
    match condition:
        case AllOf():
            return list_lines(condition.parts)
        case EitherCondition():
            return _list_both(_list_plainly(condition.default), _list_plainly(condition.other))
        case Is():
            return (Line(condition.explain(), condition.every_fact, frozenset(condition.options)),)
        case _:
            return (Line(condition.explain(), condition.every_fact),)


def _list_plainly(condition: Condition) -> tuple[Line, ...]:
    """List what is asked by the readings taken alone."""
    if isinstance(condition, AllOf):
        return unique(line for part in condition.parts for line in _list_plainly(part))
    if isinstance(condition, EitherCondition):
        return _list_plainly(condition.default)
    return _list_lines(condition)


def _list_both(ours: Sequence[Line], other: Sequence[Line]) -> tuple[Line, ...]:
    """List what the reading taken asks for, and where the other one asks for more, for less or for something else."""
    shared = tuple(line for line in ours if line in other)
    own, more = ([line for line in lines if line not in shared] for lines in (ours, other))
    every = (*own, *more)
    if not every:
        return shared
    options = frozenset(option for line in every for option in line.options)
    is_choice = bool(own and more) and all(line.options for line in every)
    facts = frozenset(fact for line in every for fact in line.facts)
    return (*shared, Line(_say_both(_join(own), _join(more)), facts, options if is_choice else frozenset()))


def _say_both(own: str, more: str) -> str:
    if not own:
        return f"{OTHER}还要{more}"
    if not more:
        return f"{own}（{OTHER}不要）"
    return f"{own}（有两种读法）" if own == more or len(more) > LONGEST else f"{own}（另一种读法：{more}）"


def _join(lines: Sequence[Line]) -> str:
    """Join lines that must all hold; of several, one that leaves a choice stands in brackets."""
    texts = (f"（{line.text}）" if len(lines) > 1 and "，或者" in line.text else line.text for line in lines)
    return "，并且".join(texts)
