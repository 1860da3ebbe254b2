"""The types of the open data, of which its JSON Schemas are made.

The shape may grow; what stands here does not change its meaning. Names that may be missing are those of which there is
nothing to say.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from calc.contract.types import SHUT, Date, Plain, Status


@with_config(ConfigDict(extra="allow"))
class WordJson(TypedDict):
    """A word of the vocabulary: which it is, what it says in Chinese, the document's phrase, and fields of its own."""

    kind: Annotated[str, Field(pattern="^[a-z]+(-[a-z]+)*$")]
    says: NotRequired[str]
    phrase: NotRequired[str]


Said = list[str | WordJson]
"""Texts, or words that quote a phrase with their text."""


@with_config(SHUT)
class ProvisionJson(TypedDict):
    """A provision: who is paid under which conditions, and what; with what holds for it by the part it stands in."""

    id: str
    clause: str
    title: str
    gist: str
    payees: list[str]
    nature: str
    is_benefit: bool
    outside_term: bool
    conditions: list[WordJson]
    effect: WordJson
    under: NotRequired[str]
    named: NotRequired[str]
    called: NotRequired[str]
    unasked: NotRequired[str]
    fund: NotRequired[WordJson]
    happens: NotRequired[str]
    lasts: NotRequired[str]
    after: NotRequired[str]
    dated_by: NotRequired[str]
    during: NotRequired[WordJson]
    instalments: NotRequired[list[WordJson]]
    evidence: NotRequired[Said]
    office: NotRequired[WordJson]
    excludes: NotRequired[WordJson]
    notes: NotRequired[Said]
    facts: list[str]
    readings: list[str]
    conventions: list[str]


@with_config(SHUT)
class PolicyJson(TypedDict):
    """A document's head and its provisions; `calculator` and `declarations` are its version and its fingerprint."""

    calculator: str
    declarations: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    id: str
    region: str
    province: str
    place: str
    title: str
    number: str
    issuer: str
    issued: NotRequired[Date]
    audience: str
    term: WordJson
    claims: NotRequired[WordJson]
    people: NotRequired[WordJson]
    notes: NotRequired[Said]
    provisions: list[ProvisionJson]


@with_config(SHUT)
class ReadingJson(TypedDict):
    """A sentence that can be read two ways: the reading taken, the other one, and the provisions that it touches."""

    id: str
    question: str
    taken: str
    other: str
    phrase: NotRequired[str]
    provisions: list[str]


@with_config(SHUT)
class ExpectedJson(TypedDict):
    """What officers expect: `missing` are the facts that are asked for; sums and reasons are in their own words."""

    status: Status
    outside: NotRequired[Literal["before", "after", "closed", "ahead"]]
    missing: list[str]
    amount: NotRequired[str]
    trial: NotRequired[str]
    because: NotRequired[str]
    otherwise: NotRequired[str]
    remark: NotRequired[str]


@with_config(SHUT)
class CaseJson(TypedDict):
    """A worked example of one provision."""

    provision: str
    facts: dict[str, Plain | None]
    expected: ExpectedJson
