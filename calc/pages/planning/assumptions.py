"""Declare the assumptions of a year's budget as questions, and the document's own answers."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from calc.facts.questions import Count, Percent, YesNo, list_questions
from calc.pages.planning.document import BUDGET_LINES, DOCUMENT_TABLE, GOALS, name_year
from calc.pages.planning.figures import say_wan
from calc.policies.zhongshan import dispatch_subsidy, employment_subsidy
from calc.values.money import ZERO

MONTHS = "months_employed"
FULL_STAY = max(month for month in employment_subsidy.landmarks[MONTHS] if isinstance(month, int))
LEAST_STAY = max(month for month in dispatch_subsidy.landmarks[MONTHS] if isinstance(month, int))
GUESSED_CERTIFICATES = 100


class Assumptions(BaseModel):
    """The assumptions for one year; the rates are shares of the persons placed."""

    model_config = ConfigDict(frozen=True)

    placements: Annotated[
        int, Count(label="输送就业多少人？", short="输送人数", unit="人", most=100_000, is_required=True)
    ]
    months: Annotated[
        int,
        Count(
            label="每人在职满几个月？",
            short="在职月数",
            hint=f"{employment_subsidy.title}按月算，最多 {FULL_STAY} 个月；"
            f"{dispatch_subsidy.title}要满 {LEAST_STAY} 个月才有。",
            unit="个月",
            most=FULL_STAY,
            is_required=True,
        ),
    ] = FULL_STAY
    lower_rate: Annotated[
        Fraction, Percent(label="取得中级及以下证书的占多少？", short="中级及以下证书比例", is_required=True)
    ] = ZERO
    higher_rate: Annotated[
        Fraction, Percent(label="取得高级及以上证书的占多少？", short="高级及以上证书比例", is_required=True)
    ] = ZERO
    meets_target: Annotated[bool, YesNo(label="完成当年目标了吗？", short="完成年度目标", is_required=True)] = True


QUESTIONS = list_questions(Assumptions)
DOCUMENT_ASSUMPTIONS: Mapping[int, Assumptions] = {
    year: Assumptions(placements=goal.persons, lower_rate=Fraction(GUESSED_CERTIFICATES, goal.persons))
    for year, goal in GOALS.items()
}
"""The document's own placement plan, with a whole year for everybody.

The document gives 150,000 for the rewards of all years and names no recipients; a hundred lower certificates a year is
our guess.
"""


def spell_assumptions(assumptions: Mapping[int, Assumptions]) -> dict[str, str]:
    """Spell assumptions for the boxes of a form, by field."""
    return {
        f"{year}.{name}": question.spell(getattr(assumed, name))
        for year, assumed in assumptions.items()
        for name, question in QUESTIONS.items()
    }


DOCUMENT_VALUES: Mapping[str, str] = spell_assumptions(DOCUMENT_ASSUMPTIONS)
"""The form first holds these: the document's own assumptions."""


def name_field(field: str) -> str:
    """Name a field for people: 2018 年 在职月数."""
    year, name = field.split(".")
    return f"{name_year(int(year))} {QUESTIONS[name].short}"


def say_derived() -> str:
    """Say which figures the document does not name, and how they are worked out."""
    return (
        f"注“推算”的数文件没有写。{BUDGET_LINES['dispatch']}：三年合计减去后两年。"
        f"{BUDGET_LINES['employment']}：按目标人数每人领满 {FULL_STAY} 个月，加起来正好是文件写的三年合计。"
        f"{BUDGET_LINES['rewards']}：文件写的两项小计减去{BUDGET_LINES['employment']}。"
    )


def say_guess() -> str:
    """Say that the number of certificates is our guess."""
    whole = sum((figures["rewards"] for figures in DOCUMENT_TABLE.values()), ZERO)
    each = int(DOCUMENT_TABLE[min(DOCUMENT_TABLE)]["rewards"] / GUESSED_CERTIFICATES)
    return (
        f"猜测：文件只写培训奖励三年预计 {say_wan(whole)} 万元，没有写多少人取得哪一级证书。"
        f"这里按每年 {GUESSED_CERTIFICATES} 人取得中级及以下证书、每人 {each} 元来猜，三年正好是这个数；"
        "这是本计算器的猜测，不是文件的话。"
    )
