"""The kinds of question a fact can be: how each is asked, read from what people type, bounded, and said back."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from calc.facts.credit_code import find_credit_code_fault
from calc.facts.forgive import (
    NO_NUMBER,
    read_count,
    read_date,
    read_line,
    read_money,
    read_option,
    read_options,
    read_yes_no,
    refuse,
    split_options,
    tidy,
)
from calc.facts.months import UNIT as MONTHS
from calc.facts.months import read_months
from calc.values.dates import spell_date

Answer = bool | int | Decimal | date | str | tuple[str, ...]

BETWEEN = ","
"""Stands between the ids of several options, in forms and links."""


@dataclass(frozen=True)
class Question(ABC):
    """How a fact is asked. As pydantic metadata it also reads and bounds the `answer`, a value of that type.

    `label` is the question in plain Chinese ("{place}" becomes the policy's place), `short` the name officers use in
    tables. `is_fixed` marks what nobody can truthfully be advised to change: what somebody is, what others decide, what
    is over. Of what can change, `renews` names the answers that begin anew with it (a new job has a new first day), and
    `within` the yes/no fact without which it is over (no contract is signed for a job that has ended), or the choice of
    a year, by its number, after which it is.
    `is_judged` marks what an authority decides; `is_private` what never leaves the page, not even in a receipt or a
    link; `is_required` what cannot stay open. `hangs_on` says what others have to do first: it is told wherever the
    answer is open, so that nobody hopes for what he has not been offered.
    """

    kind: ClassVar[str]
    answer: ClassVar[type[Answer]] = str
    demand: ClassVar[str] = "请填写。"
    label: str
    short: str
    _: KW_ONLY
    hint: str = ""
    is_fixed: bool = False
    renews: tuple[str, ...] = ()
    within: str = ""
    is_judged: bool = False
    is_private: bool = False
    is_required: bool = False
    hangs_on: str = ""

    @abstractmethod
    def read(self, value: object) -> Answer | None:
        """Read what was typed; raises PydanticCustomError with a sentence for the field."""

    @abstractmethod
    def say_bounds(self) -> str:
        """What can be answered, in words."""

    def take(self, value: object) -> Answer | None:
        """Read what was typed; nothing is refused with a `demand` where an answer is required."""
        answer = self.read(value)
        return refuse(self.demand) if answer is None and self.is_required else answer

    def say(self, answer: Answer) -> str:
        """The answer in words."""
        return str(answer)

    def spell(self, answer: Answer) -> str:
        """The answer as it stands in a box, without its unit."""
        return str(answer)

    def alter(self, given: Answer | None, wanted: Answer) -> Answer:
        """The answer to give in place of another one, so that it says what is wanted."""
        return wanted

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.take, handler(source))


@dataclass(frozen=True, kw_only=True)
class YesNo(Question):
    """A question answered 是 or 否; `denied` is the short name of 否, where a provision asks for it."""

    denied: str = ""
    kind = "yes_no"
    answer = bool
    demand = "请填“是”或“否”。"

    def read(self, value: object) -> bool | None:
        """Read 是 or 否."""
        return read_yes_no(value)

    def say_bounds(self) -> str:
        return "true（是）或者 false（否）"

    def say(self, answer: Answer) -> str:
        """是 or 否."""
        return "是" if answer else "否"

    def spell(self, answer: Answer) -> str:
        """yes or no, as forms and links write them."""
        return "yes" if answer else "no"


@dataclass(frozen=True, kw_only=True)
class Count(Question):
    """A whole number of something; `more` is the verb for further ones in advice ("再招用").

    `grows_alone` marks months that time alone adds to; `whole` is the number that each further one adds to as well.
    `counts_placed` marks a number of the people a policy is about: a single placement counts one of them.
    """

    kind = "count"
    answer = int
    demand = NO_NUMBER
    unit: str
    least: int = 0
    most: int = 1_000_000
    more: str = "再满"
    grows_alone: bool = False
    whole: str = ""
    counts_placed: bool = False

    def read(self, value: object) -> int | None:
        """Read a whole number within the bounds."""
        number = read_months(value) if self.unit == MONTHS else read_count(value, self.unit)
        if number is not None and not self.least <= number <= self.most:
            refuse(f"应在 {self.least:,} 至 {self.most:,} {self.unit}之间。")
        return number

    def say_bounds(self) -> str:
        return f"整数，{self.least:,} 至 {self.most:,} {self.unit}"

    def say(self, answer: Answer) -> str:
        """The number with its unit."""
        return f"{answer:,} {self.unit}"


@dataclass(frozen=True, kw_only=True)
class Money(Question):
    """A sum in yuan that somebody else publishes or the applicant knows; `least` 0.01 where nothing is no answer."""

    kind = "money"
    answer = Decimal
    is_fixed: bool = True
    demand = NO_NUMBER
    unit: str = "元"
    least: Decimal = Decimal("0.01")
    most: Decimal = Decimal("1000000")

    def read(self, value: object) -> Decimal | None:
        """Read a sum within the bounds."""
        amount = read_money(value, self.unit)
        if amount is not None and not self.least <= amount <= self.most:
            refuse(f"应在 {self.least:,} 至 {self.most:,} 元之间。")
        return amount

    def say_bounds(self) -> str:
        return f"金额，{self.least:,} 至 {self.most:,} {self.unit}，最多两位小数"

    def say(self, answer: Answer) -> str:
        """The sum with its unit."""
        return f"{f'{answer:,.2f}'.removesuffix('.00')} {self.unit}"


@dataclass(frozen=True, kw_only=True)
class Day(Question):
    """A calendar day; a planned one `may_lie_ahead` of the day asked. Nobody is advised to move it."""

    kind = "date"
    answer = date
    is_fixed: bool = True
    may_lie_ahead: bool = False

    def read(self, value: object) -> date | None:
        """Read a date."""
        return read_date(value)

    def say_bounds(self) -> str:
        return "日期，例如 2020-01-15"

    def say(self, answer: Answer) -> str:
        """The date as 2020-01-15."""
        return spell_date(answer) if isinstance(answer, date) else str(answer)


@dataclass(frozen=True, kw_only=True)
class Selection(Question):
    """A question answered from options, each an id with its label.

    `rest` is the option for all that a document does not name: a page then offers only the named ones and this.
    `aliases` leads from what an option was once called, by id or label, to its id: older links and files keep working;
    and from what people's tables call it.
    `explained` says what some options mean: it stands beside the question where one of them is offered.
    """

    options: Mapping[str, str]
    rest: str = ""
    aliases: Mapping[str, str] = field(default_factory=dict)
    explained: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for alias, option in self.aliases.items():
            if alias in self.options or option not in self.options:
                raise ValueError(f"{self.short}: {alias!r} must lead from a retired option to one of {[*self.options]}")

    def explain(self, offered: Collection[str]) -> str:
        """Say what the options offered mean, each sentence once."""
        return "".join(dict.fromkeys(sentence for option, sentence in self.explained.items() if option in offered))

    @abstractmethod
    def list_named(self, text: str) -> tuple[str, ...]:
        """The ids of what a text names; what is no option stays as it is."""

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Each id by all that it is or was called, tidied as answers are."""
        labels = {label: option for option, label in self.options.items()}
        called = {**labels, **self.aliases, **{option: option for option in self.options}}
        return {str(tidy(name)): option for name, option in called.items()}

    def find(self, name: str) -> str:
        """The id of what a name means; what is no name of an option stays as it is."""
        return self.names.get(str(tidy(name) or ""), name)


@dataclass(frozen=True, kw_only=True)
class Choice(Selection):
    """One of several options."""

    kind = "choice"

    def read(self, value: object) -> str | None:
        """Read one of the options by id or label."""
        return read_option(value, self.names, f"请从列出的选项中选一项：{'、'.join(self.options.values())}。")

    def say_bounds(self) -> str:
        return "选一项"

    def list_named(self, text: str) -> tuple[str, ...]:
        """The one id."""
        return (self.find(text),)

    def say(self, answer: Answer) -> str:
        """The option's label."""
        return self.options[str(answer)]


@dataclass(frozen=True, kw_only=True)
class Choices(Selection):
    """Several options at once, answered in their declared order."""

    kind = "choices"
    answer = tuple[str, ...]
    hint: str = "符合几项就选几项；不清楚的可以不选。"

    def __post_init__(self) -> None:
        super().__post_init__()
        names = (*self.options, *self.options.values(), *self.aliases)
        if unreadable := [name for name in names if split_options(name) != [tidy(name)]]:
            raise ValueError(f"{self.short}: {unreadable} cannot be told from several options")

    def read(self, value: object) -> tuple[str, ...] | None:
        """Read options by id or label, from a list or a text."""
        demand = f"请从列出的选项中选一项或几项，用顿号隔开：{'、'.join(self.options.values())}。"
        return self.unite(read_options(value, self.names, demand)) or None

    def say_bounds(self) -> str:
        return "选一项或者几项"

    def list_named(self, text: str) -> tuple[str, ...]:
        """The ids in a text."""
        return tuple(map(self.find, split_options(text)))

    def unite(self, *answers: Collection[str]) -> tuple[str, ...]:
        """All answers in one."""
        return tuple(option for option in self.options if any(option in one for one in answers))

    def alter(self, given: Answer | None, wanted: Answer) -> Answer:
        """The option wanted beside those given."""
        return self.unite(given if isinstance(given, tuple) else (), (str(wanted),))

    def say(self, answer: Answer) -> str:
        """The labels of the options."""
        return "、".join(map(self.options.__getitem__, _as_options(answer)))

    def spell(self, answer: Answer) -> str:
        """The ids of the options."""
        return BETWEEN.join(_as_options(answer))


@dataclass(frozen=True, kw_only=True)
class Text(Question):
    """A line of text for a printed form; it decides nothing."""

    kind = "text"
    most: int = 100

    def read(self, value: object) -> str | None:
        """Read a line, without control characters."""
        return read_line(value, self.most)

    def say_bounds(self) -> str:
        return f"一行文字，最多 {self.most} 个字"


@dataclass(frozen=True, kw_only=True)
class CreditCode(Question):
    """A unified social credit code (GB 32100-2015), checked by its own check digit."""

    kind = "text"

    def read(self, value: object) -> str | None:
        """Read the code; the message says whether its length, a character or the check digit is wrong."""
        line = read_line(value, 40)
        if line is None:
            return None
        code = line.replace(" ", "")
        if complaint := find_credit_code_fault(code):
            refuse(complaint)
        return code.upper()

    def say_bounds(self) -> str:
        return "18 位统一社会信用代码"


def _as_options(answer: Answer) -> tuple[str, ...]:
    if not isinstance(answer, tuple):
        raise TypeError(f"{answer!r} is no tuple of options")
    return answer


def ask_months(label: str, short: str, **said: Any) -> Count:
    """Ask for a number of months; `said` is what else there is to say of the question."""
    return Count(label, short, unit=MONTHS, most=600, **said)


IN_TERM = "政策期内"
"""What a page adds the days of its policy to."""


def ask_months_since(label: str, short: str, *, counted: str = IN_TERM, also: str = "") -> Count:
    """Ask for the complete months of a stay, which its first day tells as well; `also` says where it does not."""
    return ask_months(label, short, hint=f"只算{counted}的整月。{also}", grows_alone=True)


def ask_authority(label: str, short: str) -> YesNo:
    """Ask what an authority decides."""
    hint = "由主管部门认定；还没有结论就选“不清楚”。"
    return YesNo(label, short, hint=hint, is_judged=True, is_fixed=True)


def list_questions(model: type[BaseModel]) -> dict[str, Question]:
    """The questions of a model, by field."""
    return {
        name: item
        for name, field in model.model_fields.items()
        for item in field.metadata
        if isinstance(item, Question)
    }
