"""The types of the contract: what tests, pages, links and other programs rely on.

The shape may grow; what stands here does not change its meaning. Amounts are strings in yuan with two decimals, days
are dates like 2020-01-15. The JSON Schema that is published with the site is made from these types.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

Status = Literal["eligible", "ineligible", "unknown", "judgement", "outside"]
Yuan = Annotated[str, Field(pattern=r"^\d+\.\d\d$", description="yuan with two decimals")]
Date = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
Plain = bool | int | str | list[str]
"""An answer as JSON has it: a date or a sum as a string, several options as a list of their ids."""
SHUT = ConfigDict(extra="forbid")
"""What the schema does not name, an answer does not hold."""


@with_config(SHUT)
class AmountJson(TypedDict):
    """A sum. Without numbers where it is not stated or help in kind; `max` is null where it has no upper end."""

    kind: Literal["exact", "ceiling", "floor", "estimate", "range", "not_stated", "in_kind"]
    min: Yuan | None
    max: Yuan | None


@with_config(SHUT)
class StepJson(TypedDict):
    """One step of the reasoning: the document's phrase, what was found, whether it is met, and the clause."""

    phrase: str
    verdict: Literal["yes", "no", "unknown", "judgement"]
    found: str
    clause: str
    parts: NotRequired[list["StepJson"]]


@with_config(SHUT)
class ReadingJson(TypedDict):
    """A sentence that can be read two ways, and what the other reading would come to."""

    id: str
    question: str
    taken: str
    other: str
    differs: bool
    status: Status
    amount: AmountJson | None
    found: list[str]


@with_config(SHUT)
class PaymentJson(TypedDict):
    """One payment: the day from which it can be had, and the last on which it can be claimed, where known."""

    due: Date | None
    until: Date | None
    amount: AmountJson
    text: str


@with_config(SHUT)
class AdviceJson(TypedDict):
    """One piece of advice: what to answer, change, wait for or have more of, and what it would bring."""

    kind: Literal["answer", "change", "wait", "more"]
    text: str
    facts: dict[str, Plain | None]
    date: Date | None
    amount: AmountJson | None


@with_config(SHUT)
class BoxJson(TypedDict):
    """One box of a form, with what is known in it."""

    label: str
    value: str


@with_config(SHUT)
class NumberJson(TypedDict):
    """A number of people, or the two between which it lies; `max` is null where there is no upper end."""

    min: int
    max: int | None


@with_config(SHUT)
class GroupJson(TypedDict):
    """One group of a unit's people: whether its heads count, what it lacks, and why they do not."""

    group: int
    heads: NumberJson
    counts: Literal["yes", "no", "unknown"]
    missing: list[str]
    why: list[str]


@with_config(SHUT)
class HeadsJson(TypedDict):
    """How many of a unit's people count, by the fact that gives their number; `says` puts it in words."""

    fact: str
    total: NumberJson
    counted: NumberJson
    says: str
    groups: list[GroupJson]


@with_config(SHUT)
class ProvisionJson(TypedDict):
    """The answer on one provision; `amount` is null where nothing is granted.

    `outside` says why a provision lies outside the document's time: before it, after it, after claims have closed, or
    in a year that has not begun by the day asked.
    `says` is the status in a word, as the page says it: a procedure, a form, a duty or a target has words of its own,
    and is no benefit (`is_benefit`), whatever its status. `payee_called` is what the text calls the payee, where
    that is not what the label of `payee` says. `heads` stands where a unit has answered for groups of people: `missing`
    then names facts of the unit and of its first group.
    """

    id: str
    title: str
    status: Status
    says: str
    is_benefit: bool
    outside: Literal["before", "after", "closed", "ahead"] | None
    payee: str
    payee_called: str
    nature: str
    fund: str
    clause: str
    amount: AmountJson | None
    steps: list[StepJson]
    missing: list[str]
    awaited: list[str]
    readings: list[ReadingJson]
    conventions: list[str]
    evidence: list[str]
    office: str | None
    payments: list[PaymentJson]
    advice: list[AdviceJson]
    notes: list[str]
    form: list[BoxJson]
    heads: NotRequired[HeadsJson]


@with_config(SHUT)
class OtherSumJson(TypedDict):
    """The sure money by another reading."""

    reading: str
    min: Yuan


@with_config(SHUT)
class TotalJson(TypedDict):
    """The sure money for one payee from one fund; `ceiling`, `floor` and `estimate` stand beside it.

    `otherwise` names each reading under which the sure money is another.
    """

    payee: str
    fund: str
    min: Yuan
    max: Yuan | None
    ceiling: Yuan
    floor: Yuan
    estimate: Yuan
    otherwise: list[OtherSumJson]


@with_config(SHUT)
class CombinationJson(TypedDict):
    """A permitted combination; `reading` names the reading that is taken the other way for it."""

    provisions: list[str]
    min: Yuan
    max: Yuan | None
    reading: str | None


@with_config(SHUT)
class NextJson(TypedDict):
    """A fact worth answering, with the provisions that ask for it."""

    fact: str
    why: list[str]


@with_config(SHUT)
class InferredJson(TypedDict):
    """An answer that nobody gave: it follows from those of the facts named, and `says` puts it in words."""

    fact: str
    answer: Plain
    says: str
    because: list[str]


@with_config(SHUT)
class ReceiptJson(TypedDict):
    """What lets anyone repeat the answer: versions, a hash of the declarations, the answers given.

    `groups` are the answers of further groups of people, where there are any.
    """

    calculator: str
    declarations: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    answers: dict[str, Plain]
    digest: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    groups: NotRequired[list[dict[str, Plain]]]


@with_config(SHUT)
class AnswerJson(TypedDict):
    """What one policy answers; `payees` are those to whom it is narrowed, null stands for everybody."""

    policy: str
    as_of: Date | None
    payees: list[str] | None
    provisions: list[ProvisionJson]
    totals: list[TotalJson]
    combinations: list[CombinationJson]
    inferred: list[InferredJson]
    next: list[NextJson]
    notices: list[str]
    receipt: ReceiptJson


@with_config(SHUT)
class ReasonJson(TypedDict):
    """Why a provision is refused: the document's phrase, what was found, and the clause."""

    phrase: str
    found: str
    clause: str


@with_config(SHUT)
class ComparedProvisionJson(TypedDict):
    """One provision of a region in a comparison, its status also in the page's word.

    `reasons` say why it is refused, `readings` which other ones change it.
    """

    id: str
    title: str
    payee: str
    clause: str
    status: Status
    says: str
    is_benefit: bool
    amount: AmountJson | None
    reasons: list[ReasonJson]
    readings: list[ReadingJson]


@with_config(SHUT)
class RegionReadingJson(TypedDict):
    """What a region comes to with one sentence read the other way, and the provisions that this changes."""

    id: str
    question: str
    taken: str
    other: str
    sure: Yuan
    totals: list[TotalJson]
    provisions: list[str]


@with_config(SHUT)
class RegionJson(TypedDict):
    """What one region comes to in a comparison.

    `sure` adds the sure money of all payees by the default readings, and `least` what of it is sure under every
    reading: regions are ranked by them, nobody gets them alone. `apart` are benefits that no single placement brings,
    `elsewhere` those of a job in another place; neither is added.
    """

    policy: str
    region: str
    sure: Yuan
    least: Yuan
    totals: list[TotalJson]
    readings: list[RegionReadingJson]
    provisions: list[ComparedProvisionJson]
    missing: list[str]
    apart: list[str]
    elsewhere: list[str]
    notices: list[str]


@with_config(SHUT)
class ComparisonJson(TypedDict):
    """Every region's result side by side, and what follows from the answers given, wherever the job is."""

    inferred: list[InferredJson]
    regions: list[RegionJson]
