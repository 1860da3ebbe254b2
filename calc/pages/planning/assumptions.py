"""Declare the assumptions of a year's budget as questions, and the document's own answers."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from calc.facts.questions import Count, YesNo, list_questions
from calc.pages.planning.document import BUDGET_LINES, DOCUMENT_TABLE, GOALS, name_year
from calc.pages.planning.figures import say_wan
from calc.policies.zhongshan import dispatch_subsidy, employment_subsidy
from calc.values.money import ZERO

MONTHS = "months_employed"
FULL_STAY = max(month for month in employment_subsidy.landmarks[MONTHS] if isinstance(month, int))
LEAST_STAY = max(month for month in dispatch_subsidy.landmarks[MONTHS] if isinstance(month, int))
GUESSED_CERTIFICATES = 100
MOST_PERSONS = 100_000
_MONTHS_COUNT = (
    f"从各人上岗那天起算，可以干到下一年。{employment_subsidy.title}按月算，最多 {FULL_STAY} 个月；"
    f"{dispatch_subsidy.title}要满 {LEAST_STAY} 个月才有。"
)


def _ask_persons(label: str, short: str, hint: str = "") -> Count:
    return Count(label=label, short=short, hint=hint, unit="人", most=MOST_PERSONS, is_required=True)


def _ask_months(label: str, short: str, hint: str = "") -> Count:
    return Count(label=label, short=short, hint=hint, unit="个月", most=FULL_STAY, is_required=True)


class Assumptions(BaseModel):
    """The assumptions for one year, in persons: those placed, and how many of them leave or get a certificate."""

    model_config = ConfigDict(frozen=True)

    placements: Annotated[int, _ask_persons("输送就业多少人？", "输送人数")]
    months: Annotated[int, _ask_months("没有离开的人，每人干满几个月？", "在职月数", _MONTHS_COUNT)] = FULL_STAY
    leavers: Annotated[int, _ask_persons("其中几个人中途离开？", "中途离开人数", "没有人离开填 0。")] = 0
    leaver_months: Annotated[int, _ask_months("中途离开的人，每人干满几个月？", "离开的人在职月数")] = 0
    lower_certificates: Annotated[int, _ask_persons("几个人取得中级或以下证书？", "中级及以下证书人数")] = 0
    higher_certificates: Annotated[int, _ask_persons("几个人取得高级或以上证书？", "高级及以上证书人数")] = 0
    meets_target: Annotated[bool, YesNo(label="完成当年目标了吗？", short="完成年度目标", is_required=True)] = True

    @property
    def stayers(self) -> int:
        """The persons placed who do not leave."""
        return self.placements - self.leavers


QUESTIONS = list_questions(Assumptions)
DOCUMENT_ASSUMPTIONS: Mapping[int, Assumptions] = {
    year: Assumptions(placements=goal.persons, lower_certificates=GUESSED_CERTIFICATES) for year, goal in GOALS.items()
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
