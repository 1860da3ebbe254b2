"""The same words in small letters, without a phrase: parts of a word whose phrase speaks for them."""

from fractions import Fraction

from calc.rules.answered import Holds, Is, Judged
from calc.rules.compared import AtLeast, AtMost, Some
from calc.rules.condition import Condition
from calc.rules.counted import Cap, Times, monthly, per_head
from calc.rules.dated import Follows, InStay, ReachesTerm, SinceInForce
from calc.rules.fields import Quantity
from calc.rules.graded import Grade
from calc.rules.joined import AllOf, AnyOf
from calc.rules.payments import Payment
from calc.rules.quantities import Span
from calc.rules.sums import Difference, Nothing, NotLess, NotStated, Once, Share, UpTo
from calc.rules.units import Length


def fact(name: str, *options: str) -> Condition:
    """A fact that holds, or a choice that is one of some options."""
    return Is("", name, options) if options else Holds("", name)


def judged(name: str) -> Judged:
    """A fact that an authority decides."""
    return Judged("", name)


def at_least(quantity: Quantity, least: int | Length) -> AtLeast:
    """A quantity that reaches a number."""
    return AtLeast("", quantity, least)


def at_most(name: str, most: int | Length) -> AtMost:
    """A count that stays within a number."""
    return AtMost("", name, most)


def some(count: str) -> Some:
    """A count that is not nothing."""
    return Some("", count)


def since_in_force(name: str) -> SinceInForce:
    """A day that must not lie before the document's first one."""
    return SinceInForce("", name)


def follows(since: str, day: str) -> Follows:
    """A day that must not lie before another."""
    return Follows("", since, day)


def reaches_term(stay: Span) -> ReachesTerm:
    """A stay that reaches into the time in force."""
    return ReachesTerm("", stay)


def in_stay(day: str, stay: Span) -> InStay:
    """A day that lies in a stay."""
    return InStay("", day, stay)


def all_of(*parts: Condition) -> AllOf:
    """Conditions that must all hold; without any nothing is asked."""
    return AllOf("", parts)


def any_of(*parts: Condition) -> AnyOf:
    """Conditions of which one is enough."""
    return AnyOf("", parts)


def once(amount: Fraction) -> Once:
    """Exactly a sum."""
    return Once("", amount)


def up_to(amount: Fraction | Payment) -> UpTo:
    """A ceiling."""
    return UpTo("", amount)


def not_less(amount: Fraction | Payment) -> NotLess:
    """A floor."""
    return NotLess("", amount)


def share(percent: int, of: Payment) -> Share:
    """A percentage of a sum."""
    return Share("", percent, of)


def difference(of: Payment, less: Payment) -> Difference:
    """What is left of one sum after another."""
    return Difference("", of, less)


def nothing() -> Nothing:
    """No sum at all."""
    return Nothing("")


def not_stated() -> NotStated:
    """A sum that stands in other rules."""
    return NotStated("")


def for_each(heads: str, rate: Payment) -> Times:
    """A rate for each of some heads."""
    return per_head("", rate, heads)


def for_each_month(rate: Payment, by: Span, at_most: Length | Cap | None = None) -> Times:
    """A rate for each complete month of a stay."""
    return monthly("", rate, by, at_most)


def grade(options: tuple[str, ...], pays: Payment) -> Grade:
    """What is paid for some options of a choice."""
    return Grade("", options, pays)
