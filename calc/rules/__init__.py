"""The vocabulary in which a policy is written: frozen words that judge, pay, and explain themselves."""

from calc.money import yuan
from calc.rules.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    EitherCondition,
    Holds,
    Is,
    Judged,
    SameYear,
    ShareAtLeast,
    WithinMonths,
)
from calc.rules.counted import Tier, Tiered, Times, monthly, per_head, yearly
from calc.rules.payments import EitherPayment, From, Rounded, Sum
from calc.rules.quantities import Span
from calc.rules.reading import Reading
from calc.rules.sums import (
    Difference,
    Divided,
    Given,
    Goal,
    Grade,
    Graded,
    InKind,
    NotLess,
    NotStated,
    Once,
    Plan,
    Share,
    UpTo,
)
from calc.rules.units import days, months, years

__all__ = [
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Difference",
    "Divided",
    "EitherCondition",
    "EitherPayment",
    "From",
    "Given",
    "Goal",
    "Grade",
    "Graded",
    "Holds",
    "InKind",
    "Is",
    "Judged",
    "NotLess",
    "NotStated",
    "Once",
    "Plan",
    "Reading",
    "Rounded",
    "SameYear",
    "Share",
    "ShareAtLeast",
    "Span",
    "Sum",
    "Tier",
    "Tiered",
    "Times",
    "UpTo",
    "WithinMonths",
    "days",
    "monthly",
    "months",
    "per_head",
    "yearly",
    "years",
    "yuan",
]
