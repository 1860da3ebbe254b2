"""The vocabulary in which a policy is written: frozen words that judge, pay, and explain themselves.

A word in capitals quotes a phrase of the text, which stands first. The same word in small letters has none: it is a
part of another word whose phrase speaks for it.
"""

from calc.rules.answered import Holds, Is, Judged
from calc.rules.calendar_years import EachYear, each_year
from calc.rules.chosen import Each, Highest, SureIf, When
from calc.rules.compared import AtLeast, AtMost, ShareAtLeast, Some
from calc.rules.counted import Cap, Times, monthly, per_head, yearly
from calc.rules.dated import Follows, InStay, OnOrAfter, ReachesTerm, SameYear, SinceInForce, WithinMonths
from calc.rules.graded import Grade, Graded
from calc.rules.joined import AllOf, AnyOf, EitherCondition
from calc.rules.months_from_hiring import FirstMonths, first_months
from calc.rules.payments import Average, EitherPayment, From, Rounded, Sum
from calc.rules.plans import Budget, BudgetLine, Goal, Plan, Staff, wan
from calc.rules.procedure import Box, Duty, Form, Notice, Pointer, Stage
from calc.rules.quantities import DaysInTerm, Span
from calc.rules.reading import Reading
from calc.rules.sums import Difference, Divided, Expected, Given, InKind, Nothing, NotLess, NotStated, Once, Share, UpTo
from calc.rules.tiered import Tier, Tiered
from calc.rules.told import ByOtherRules, PaidFor
from calc.rules.units import days, months, one, years
from calc.rules.unquoted import (
    all_of,
    any_of,
    at_least,
    at_most,
    difference,
    fact,
    follows,
    for_each,
    for_each_month,
    grade,
    in_stay,
    judged,
    not_less,
    not_stated,
    nothing,
    once,
    reaches_term,
    share,
    since_in_force,
    some,
    up_to,
)
from calc.rules.yearly_rates import MonthlyByYear, YearRate
from calc.values.money import yuan
