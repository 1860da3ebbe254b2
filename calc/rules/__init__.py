"""The vocabulary in which a policy is written: frozen words that judge, pay, and explain themselves."""

from calc.rules.answered import Holds, Is, Judged
from calc.rules.chosen import Each, Highest, When
from calc.rules.compared import AtLeast, OnOrAfter, SameYear, ShareAtLeast, WithinMonths
from calc.rules.counted import Cap, Tier, Tiered, Times, monthly, per_head, yearly
from calc.rules.graded import Grade, Graded
from calc.rules.joined import AllOf, AnyOf, EitherCondition
from calc.rules.payments import Average, EitherPayment, From, Rounded, Sum
from calc.rules.plans import Budget, BudgetLine, Goal, Plan, Staff, wan
from calc.rules.procedure import Box, Duty, Form, Notice, Stage
from calc.rules.quantities import Span
from calc.rules.reading import Reading
from calc.rules.sums import Difference, Divided, Given, InKind, Nothing, NotLess, NotStated, Once, Share, UpTo
from calc.rules.units import days, months, once, years
from calc.values.money import yuan

__all__ = [
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Average",
    "Box",
    "Budget",
    "BudgetLine",
    "Cap",
    "Difference",
    "Divided",
    "Duty",
    "Each",
    "EitherCondition",
    "EitherPayment",
    "Form",
    "From",
    "Given",
    "Goal",
    "Grade",
    "Graded",
    "Highest",
    "Holds",
    "InKind",
    "Is",
    "Judged",
    "NotLess",
    "NotStated",
    "Nothing",
    "Notice",
    "OnOrAfter",
    "Once",
    "Plan",
    "Reading",
    "Rounded",
    "SameYear",
    "Share",
    "ShareAtLeast",
    "Span",
    "Staff",
    "Stage",
    "Sum",
    "Tier",
    "Tiered",
    "Times",
    "UpTo",
    "When",
    "WithinMonths",
    "days",
    "monthly",
    "months",
    "once",
    "per_head",
    "wan",
    "yearly",
    "years",
    "yuan",
]
