"""A policy as data: one document, its dates, and its provisions in the document's own order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from hashlib import sha256

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.questions import Answer, Choice, Day
from calc.rules.case import Case, Window
from calc.rules.condition import Condition
from calc.rules.conventions import EVENT_DAY, Convention
from calc.rules.effect import Effect
from calc.rules.payees import Nature, Payee, PayeeBy, list_payees
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.quantities import Span
from calc.rules.reading import Reading
from calc.rules.statement import Statement
from calc.rules.word import Word, parts_of, unique, walk
from calc.values.dates import spell_date

Given = tuple[tuple[str, Answer], ...]

FINGERPRINT_SHOWN = 12
"""So many letters of a fingerprint stand beside a result: enough to tell two declarations apart."""

NOT_WRITTEN = "文件未写明"
UNNAMED_FUND = f"{NOT_WRITTEN}资金来源"
"""Where a document grants money and names no fund."""
UNNUMBERED = f"{NOT_WRITTEN}文号"
UNNAMED_ISSUER = f"{NOT_WRITTEN}发文机关"


@dataclass(frozen=True)
class Exclusion(Word):
    """This benefit is not paid beside the others named, by the phrase of the text.

    `disputed` are provisions of which it is open, by `reading`, whether they are meant as well (default: they are not).
    `outside` are grants of other documents: Exclusion("…和给予招聘专员的补贴不能重复发放", outside=("招聘专员补贴",)).
    They are said, never calculated.
    """

    phrase: str
    others: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    reading: Reading | None = None
    outside: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.others or self.outside):
            raise ValueError(f"{self.phrase!r}: name what is excluded, `others` here or grants `outside`")


@dataclass(frozen=True)
class Instalment(Word):
    """A part of a sum that is paid at its own time; `percent` as the text names it, `share` of the whole."""

    phrase: str
    text: str
    share: Fraction
    percent: int | None = None

    def numbers(self) -> tuple[Fraction, ...]:
        """The percentage as a fraction."""
        return () if self.percent is None else (Fraction(self.percent, 100),)


@dataclass(frozen=True)
class Term(Word):
    """The time for which a policy holds, as its text says it; `other_start` when the start can be read two ways."""

    phrase: str
    start: date
    end: date | None
    other_start: date | None = None
    reading: Reading | None = None
    clause: str = "文末"

    @property
    def is_stated(self) -> bool:
        """Whether the document names a term at all."""
        return self.start != Window.EVER

    def say(self) -> str:
        """From when until when: 2018-07-01 至 2020-12-31."""
        if not self.is_stated:
            return NOT_WRITTEN
        return f"{spell_date(self.start)} 至 {spell_date(self.end) if self.end else NOT_WRITTEN}"

    def say_when(self) -> str:
        """The time in which something must happen: 2018-07-01 至 2020-12-31, or 2018-05-08 以后."""
        return f"{spell_date(self.start)} 以后" if self.is_stated and not self.end else self.say()

    def numbers(self) -> tuple[Fraction, ...]:
        """The years, months and days of the two dates."""
        days = [day for day in (self.start, self.end) if day and self.is_stated]
        return tuple(Fraction(part) for day in days for part in (day.year, day.month, day.day))

    def window(self, others: frozenset[str]) -> Window:
        """The days in force, by the reading taken."""
        if self.other_start and self.reading and self.reading.id in others:
            return Window(self.other_start, self.end)
        return Window(self.start, self.end)


NO_TERM = Term("", Window.EVER, None, clause="")
"""The term of a document that names none: whatever happens lies in it."""


@dataclass(frozen=True)
class Deadline(Word):
    """The last day on which benefits can be claimed, as the text says it."""

    phrase: str
    day: date

    def numbers(self) -> tuple[Fraction, ...]:
        """The day's year, month and day."""
        return tuple(map(Fraction, (self.day.year, self.day.month, self.day.day)))


@dataclass(frozen=True)
class Office(Word):
    """Where a benefit is applied for or who handles it, as far as the text says; `text` says it in plain words."""

    phrase: str
    text: str
    clause: str = ""


@dataclass(frozen=True, eq=False)
class Provision:
    """One thing that a document grants (`pays`), or says or orders (`says`): exactly one of both.

    `gist` says it in our own words, `evidence` as the text does.

    It is declared once: no other is equal to it, which makes it a quick key for what is remembered about it.

    `happens` is the date fact of the event that must lie in the window, `lasts` the days it takes; `dated_by` a choice
    that already names a time inside it. Without either the months measured must lie in the window, or else the day
    asked about. `scope` are conditions outside which the document does not apply at all.
    """

    id: str
    clause: str
    title: str
    payee: Payee | PayeeBy
    nature: Nature
    gist: str
    pays: Payment | None = None
    says: Statement | None = None
    when: tuple[Condition, ...] = ()
    fund: str = ""
    happens: str = ""
    lasts: str = ""
    dated_by: str = ""
    scope: tuple[Condition, ...] = ()
    instalments: tuple[Instalment, ...] = ()
    evidence: tuple[str, ...] = ()
    office: Office | None = None
    excludes: Exclusion | None = None
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.pays is None) == (self.says is None):
            raise ValueError(f"{self.id}: declare what it `pays` or what it `says`, exactly one of both")
        for word in self.words:
            if isinstance(word, Term | Deadline):
                raise ValueError(f"{self.id}: {word.phrase!r} belongs to a policy: one document, one policy")
        for fact in self.facts:
            if fact not in CATALOGUE:
                raise ValueError(f"{self.id}: there is no fact {fact!r}")
        if self.happens and not isinstance(CATALOGUE[self.happens], Day):
            raise ValueError(f"{self.id}: {self.happens} is not a date")
        if self.nature.brings_money and self.says:
            raise ValueError(f"{self.id}: what only says something brings no money")
        if self.nature in (Nature.CASH, Nature.RATE) and not (self.fund or self.funds):
            raise ValueError(f"{self.id}: money needs a fund, or the word that the text names none")

    @property
    def effect(self) -> Effect:
        """What it pays or says."""
        effect = self.pays or self.says
        assert effect is not None
        return effect

    @property
    def is_benefit(self) -> bool:
        """Whether it grants anything, money or help: a procedure, a form, a duty or a plan does not."""
        return self.pays is not None

    def come_to(self, case: Case) -> Payout:
        """What its effect comes to in a case, its conditions aside."""
        payout = self.effect.come_to(case)
        return payout.from_fund(self.fund) if payout.by_fund else payout

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of the declaration, in order."""
        return tuple(walk(parts_of(self)))

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The spans of months that it measures."""
        found = (getattr(word, name, None) for word in self.words for name in ("quantity", "by"))
        return tuple(dict.fromkeys(item for item in found if isinstance(item, Span)))

    @property
    def timing_fact(self) -> str:
        """The fact by which the window is judged; empty where the months measured tell it."""
        return self.happens or self.dated_by or ("" if self.spans else "as_of")

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The facts it asks, in the order of its words."""
        own = (self.timing_fact,) if self.timing_fact else ()
        return unique((*(fact for word in self.words for fact in word.asks()), *own))

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """What it asks for, the scope first."""
        return (*self.scope, *self.when)

    @cached_property
    def asking(self) -> Mapping[str, tuple[int, ...]]:
        """For each fact the places of the conditions that ask for it."""
        places: dict[str, tuple[int, ...]] = {}
        for place, condition in enumerate(self.conditions):
            for fact in condition.every_fact:
                places[fact] = (*places.get(fact, ()), place)
        return places

    @cached_property
    def payees(self) -> frozenset[Payee]:
        """All who may be paid by it."""
        return frozenset(list_payees(self.payee))

    @cached_property
    def timing_facts(self) -> frozenset[str]:
        """The facts that tell whether it lies in the policy's window."""
        told = (self.timing_fact,) if self.timing_fact else self.spans[0].facts
        return frozenset((*told, "as_of"))

    def select(self, answers: Answers) -> Given:
        """The answers on which its result depends, in its own order: those to what it asks, and the day asked."""
        return tuple((fact, answers[fact]) for fact in self._deciding if fact in answers)

    @cached_property
    def _deciding(self) -> tuple[str, ...]:
        return unique((*self.facts, "as_of"))

    @cached_property
    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """For each fact, the answers around which its words change their result."""
        return _collect(word.landmarks() for word in self.words)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The doubts in its own sentences."""
        return tuple(dict.fromkeys(word for word in self.words if isinstance(word, Reading)))

    @cached_property
    def conventions(self) -> tuple[Convention, ...]:
        """The conventions that its result rests on."""
        own = (EVENT_DAY,) if self.happens else ()
        return tuple(dict.fromkeys((*(item for word in self.words for item in word.conventions()), *own)))

    @cached_property
    def funds(self) -> tuple[str, ...]:
        """The funds named by its parts, where they differ."""
        return self.effect.funds()

    @property
    def paid_from(self) -> str:
        """The fund, or the funds of its parts; empty where nothing is said of money."""
        return self.fund or "；".join(self.funds)


@dataclass(frozen=True, eq=False)
class Policy:
    """One document, declared once: a part with a term of its own is a document of its own.

    `people` are the workers it is about: head counts count them alone. What the text does not name (its number, issuer,
    date of issue, term, or last day for claims) is left out.
    """

    id: str
    region: str
    place: str
    title: str
    audience: str
    people: Condition = field(repr=False)
    provisions: tuple[Provision, ...] = field(repr=False)
    number: str = UNNUMBERED
    issuer: str = UNNAMED_ISSUER
    issued: date | None = None
    term: Term = NO_TERM
    claims: Deadline | None = None
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        ids = [provision.id for provision in self.provisions]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            raise ValueError(f"{self.id}: these ids stand twice: {twice}")
        for provision in self.provisions:
            if provision.excludes:
                for other in (*provision.excludes.others, *provision.excludes.disputed):
                    if other not in ids:
                        raise ValueError(f"{self.id}/{provision.id} excludes {other!r}, which is not here")
        names = [reading.id for reading in self.readings]
        if len(set(names)) < len(names):
            raise ValueError(f"{self.id}: two readings have the same id: {names}")

    @property
    def claims_until(self) -> date | None:
        """The last day on which benefits can be claimed; None where the text names none."""
        return self.claims.day if self.claims else None

    def provision(self, name: str) -> Provision:
        """The provision with an id; raises KeyError where there is none."""
        return self._by_id[name]

    @cached_property
    def _by_id(self) -> Mapping[str, Provision]:
        return {provision.id: provision for provision in self.provisions}

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """Every fact its provisions ask, in the catalogue's order."""
        asked = {fact for provision in self.provisions for fact in provision.facts}
        return tuple(fact for fact in CATALOGUE if fact in asked)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of its provisions, each once: many provisions ask for the same."""
        return unique(item for provision in self.provisions for item in provision.conditions)

    def places_of(self, provision: Provision) -> tuple[int, ...]:
        """Where the conditions of a provision stand among those of the policy."""
        return self._places[provision.id]

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, ...]]:
        places = {condition: place for place, condition in enumerate(self.conditions)}
        return {item.id: tuple(places[condition] for condition in item.conditions) for item in self.provisions}

    def options_of(self, fact: str) -> Mapping[str, str]:
        """The options of a choice that this document tells apart, with their labels."""
        question = CATALOGUE[fact]
        if not isinstance(question, Choice):
            raise TypeError(f"{fact} is not a choice")
        if not question.rest:
            return question.options
        words = (*walk((self.people,)), *(word for provision in self.provisions for word in provision.words))
        named = {option for word in words for option in word.options_of(fact)}
        return {option: label for option, label in question.options.items() if option in {*named, question.rest}}

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Every span of months its provisions measure."""
        return tuple(dict.fromkeys(span for provision in self.provisions for span in provision.spans))

    @cached_property
    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """For each fact, the answers around which some provision's result changes."""
        return _collect(provision.landmarks for provision in self.provisions)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every doubt in the document, each once."""
        readings = (reading for provision in self.provisions for reading in self.readings_of(provision))
        return tuple(dict.fromkeys(readings))

    @cached_property
    def fingerprint(self) -> str:
        """A hash of the declarations: the same words give the same hash on every machine."""
        declared = (self, self.people, self.provisions, [CATALOGUE[fact] for fact in self.facts])
        return sha256(repr(declared).encode()).hexdigest()

    @property
    def short_fingerprint(self) -> str:
        """As much of it as stands beside every result."""
        return self.fingerprint[:FINGERPRINT_SHOWN]

    def rivals_of(self, provision: Provision) -> Mapping[str, tuple[Provision, ...]]:
        """The provisions that are not paid beside this one, whichever of them says so, by the phrase that says it."""
        rivals: dict[str, tuple[Provision, ...]] = {}
        for one in self.provisions:
            if one.excludes is None:
                continue
            others = tuple(self.provision(name) for name in one.excludes.others)
            if one is provision and others:
                rivals[one.excludes.phrase] = others
            elif provision in others:
                rivals[one.excludes.phrase] = (one,)
        return rivals

    def readings_of(self, provision: Provision) -> Iterator[Reading]:
        """The doubts that touch a provision: those of its sentences, and of the policy's term."""
        yield from provision.readings
        if self.term.reading:
            yield self.term.reading


def index_policies(policies: Iterable[Policy]) -> Mapping[str, Policy]:
    """The policies by their ids; raises ValueError where two have the same id or declare the same document."""
    index: dict[str, Policy] = {}
    for policy in policies:
        for other in index.values():
            if other.id == policy.id:
                raise ValueError(f"two policies are called {policy.id!r}")
            if other.number == policy.number != UNNUMBERED:
                raise ValueError(f"{other.id} and {policy.id} both declare {policy.number}: one document, one policy")
        index[policy.id] = policy
    return index


def _collect(every: Iterable[Mapping[str, tuple[Answer, ...]]]) -> Mapping[str, tuple[Answer, ...]]:
    marks: dict[str, tuple[Answer, ...]] = {}
    for landmarks in every:
        for fact, answers in landmarks.items():
            marks[fact] = tuple(dict.fromkeys((*marks.get(fact, ()), *answers)))
    return marks
