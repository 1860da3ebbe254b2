"""A provision as data: what one passage of a document grants or says, to whom, when, and out of what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from calc.facts.catalogue import CATALOGUE
from calc.facts.constraint import Stay
from calc.facts.grounds import find_bearing
from calc.facts.questions import Day
from calc.rules.case import Case
from calc.rules.condition import Condition, find_one_choice
from calc.rules.conventions import EVENT_DAY, Convention
from calc.rules.document import Deadline, Exclusion, Fund, Instalment, Note, Office, Stretch, Term, Unjudged, say_notes
from calc.rules.effect import Effect
from calc.rules.either import Either
from calc.rules.payees import Nature, Payee, PayeeBy, list_payees
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.quantities import Span
from calc.rules.reading import Reading
from calc.rules.section import Section
from calc.rules.statement import Statement
from calc.rules.word import Landmarks, Word, join_landmarks, parts_of, unique, walk

Told = TypeVar("Told")
Selected = tuple[tuple[str, Told], ...]

UNTOLD = "untold"
"""Stands for how long something lasts where nobody is asked."""


@dataclass(frozen=True, eq=False)
class Provision:
    """One thing that a document grants (`pays`), or says or orders (`says`): exactly one of both.

    `gist` says it in our own words; `named` is the phrase by which the text names the payee, empty where it names none;
    `called` is what it calls the payee in that phrase, where our label says it otherwise; `evidence` is said as the
    text says it. `unasked` is what an authority does of its own motion, and nobody applies for: 推荐.

    It is declared once, and equal only to itself: so it is a quick key for what is remembered about it.

    `under` is the part of the document that governs it: what it says of conditions, fund, evidence and office holds
    here too, unless the provision says otherwise.

    `happens` is the date fact of the event that must lie in the window, `lasts` the days it takes, UNTOLD where nobody
    is asked (a school term); `dated_by` a choice of years that lie in it (what another of its options means, a
    condition says); `during` a stay that must reach into it. Without any of them the months measured must lie in the
    window, or else the day asked about. What the sentence of the term does not govern is `outside_term`: neither its
    last day nor that for claims refuses it. `after` is a day before which nothing is paid (取得相关证书后).
    """

    id: str
    clause: str
    title: str
    payee: Payee | PayeeBy
    nature: Nature
    gist: str
    pays: Payment | None = None
    says: Statement | None = None
    under: Section | None = None
    when: tuple[Condition, ...] = ()
    named: str = ""
    unasked: str = ""
    called: str = ""
    fund: Fund | None = None
    happens: str = ""
    lasts: str = ""
    after: str = ""
    dated_by: str = ""
    during: Span | None = None
    outside_term: bool = False
    instalments: tuple[Instalment, ...] = ()
    evidence: tuple[str, ...] = ()
    office: Office | None = None
    excludes: Exclusion | None = None
    notes: tuple[Note | str, ...] = ()

    def __post_init__(self) -> None:
        if self.under:
            self._take_over(self.under)
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
        if self.dated_by and not any(year.isdigit() for year in find_one_choice(self.id, self.dated_by).options):
            raise ValueError(f"{self.id}: {self.dated_by} does not name years")
        if self.outside_term and (self.happens or self.dated_by or self.during):
            raise ValueError(f"{self.id}: the term does not govern it, so nothing places it there")
        if self.instalments and sum(item.share for item in self.instalments) != 1:
            raise ValueError(f"{self.id}: the instalments do not add up to the whole")
        if self.called not in self.named:
            raise ValueError(f"{self.id}: {self.called!r} does not stand in {self.named!r}")
        if self.nature.brings_money and self.says:
            raise ValueError(f"{self.id}: what only says something brings no money")
        if self.nature.brings_money and not (self.fund or self.funds):
            raise ValueError(f"{self.id}: money needs a fund, or the word that the text names none")
        if self.unasked and (self.nature is not Nature.SERVICE or not self.is_benefit):
            raise ValueError(f"{self.id}: only help that is no money is given unasked")

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

    @property
    def reaches_beyond(self) -> bool:
        """Whether it is for people from somewhere, wherever they work; else a place's document is for that place."""
        return "home" in self.facts

    def _take_over(self, section: Section) -> None:
        """Hold here, too, what the part says."""
        said = {
            "fund": self.fund or section.fund,
            "office": self.office or section.office,
            "evidence": unique((*section.evidence, *self.evidence)),
            "notes": unique((*section.notes, *self.notes)),
        }
        for name, value in said.items():
            object.__setattr__(self, name, value)

    def come_to(self, case: Case) -> Payout:
        """What its effect comes to in a case, its conditions aside."""
        payout = self.effect.come_to(case)
        return payout.from_fund(self.fund_name) if payout.by_fund else payout

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of the declaration, in order."""
        return tuple(walk(parts_of(self)))

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The spans of months that it measures, the one that places it in time first; of each stay the first declared.

        So by the default readings: another one may end a stay elsewhere.
        """
        placing = (self.during,) if self.during else ()
        by_stay: dict[Stay, Span] = {}
        for span in (*placing, *(span for word in self.words for span in word.spans)):
            by_stay.setdefault(span.stay, span)
        return tuple(by_stay.values())

    @property
    def timing_fact(self) -> str:
        """The fact by which the window is judged; empty where the months measured tell it, or nothing has to."""
        if self.outside_term:
            return ""
        return self.happens or self.dated_by or ("" if self.spans else "as_of")

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The facts it asks, in the order of its words."""
        day = ("as_of",) if self.dated_by else ()
        own = (self.timing_fact, *day) if self.timing_fact else self.during.facts if self.during else ()
        later = tuple(fact for fact in (self.lasts, self.after) if fact not in ("", UNTOLD))
        return unique((*(fact for word in self.words for fact in word.asks()), *own, *later))

    @property
    def tells_end(self) -> bool:
        """Whether the answers can tell on which day its event ends."""
        return self.lasts != UNTOLD

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """What it asks for: first what its part does."""
        return unique((*(self.under.when if self.under else ()), *self.when))

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
        if self.outside_term:
            return frozenset(("as_of",))
        told = (self.timing_fact,) if self.timing_fact else self.spans[0].facts
        return frozenset((*told, "as_of"))

    @cached_property
    def bearing(self) -> frozenset[str]:
        """The facts whose answers bear on those that it asks, and on those that begin anew with a change of them."""
        renewed = (name for fact in self.facts if not CATALOGUE[fact].is_fixed for name in CATALOGUE[fact].renews)
        return find_bearing(frozenset((*self.facts, *renewed)))

    def select(self, told: Mapping[str, Told]) -> Selected[Told]:
        """What is told of the facts on which its result depends, in its own order: those it asks, and the day asked."""
        return tuple((fact, told[fact]) for fact in self._deciding if fact in told)

    @cached_property
    def _deciding(self) -> tuple[str, ...]:
        return unique((*self.facts, "as_of"))

    @cached_property
    def landmarks(self) -> Landmarks:
        """For each fact, the answers around which its words change their result."""
        return join_landmarks(word.landmarks() for word in self.words)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The doubts in its own sentences."""
        return unique(word for word in self.words if isinstance(word, Reading))

    @property
    def readings_of_sum(self) -> tuple[Reading, ...]:
        """The doubts in the sentences that say what it brings."""
        return unique(word for word in walk((self.effect,)) if isinstance(word, Reading))

    @cached_property
    def conventions(self) -> tuple[Convention, ...]:
        """The conventions that its result rests on, by the default readings."""
        own = (EVENT_DAY,) if self.happens else ()
        return unique((*(item for word in _walk_default(parts_of(self)) for item in word.conventions()), *own))

    @cached_property
    def conventions_otherwise(self) -> tuple[Convention, ...]:
        """The conventions on which its result rests by other readings alone."""
        every = unique(item for word in self.words for item in word.conventions())
        return tuple(item for item in every if item not in self.conventions)

    @cached_property
    def funds(self) -> tuple[Fund, ...]:
        """The funds named by its parts, where they differ."""
        return self.effect.funds()

    @property
    def fund_name(self) -> str:
        """The name of its own fund; empty where only its parts name any."""
        return self.fund.name if self.fund else ""

    @property
    def paid_from(self) -> str:
        """The fund, or the funds of its parts; empty where nothing is said of money."""
        return self.fund_name or "；".join(fund.name for fund in self.funds)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is worth knowing about it, in plain words: what its part says, and that the text names nobody to pay."""
        return (*say_notes(self.under.notes if self.under else ()), *self.own_remarks)

    @property
    def own_remarks(self) -> tuple[str, ...]:
        """What is worth knowing about it alone."""
        own = (note for note in self.notes if self.under is None or note not in self.under.notes)
        is_silent = self.nature.brings_money and not self.named
        payees = "、".join(payee.label for payee in list_payees(self.payee))
        unnamed = (f"补贴发给谁，文件没有写明；这里按发给{payees}理解。",) if is_silent else ()
        return (*say_notes(own), *unnamed)

    @property
    def unjudged(self) -> tuple[Unjudged, ...]:
        """What the text asks of it and nobody judges by answers."""
        return tuple(note for note in self.notes if isinstance(note, Unjudged))

    @cached_property
    def stretches(self) -> frozenset[Stretch]:
        """Which of its parts are measured in time."""
        found = {Stretch.EVENT} if self.happens else set()
        if any(condition.list_lasting() for condition in self.conditions):
            found.add(Stretch.QUALIFYING)
        if any(isinstance(word, Effect) and word.is_promised for word in self.words):
            found.add(Stretch.PROMISED)
        if self.during:
            found.add(Stretch.STAY)
        return frozenset(found)


def _walk_default(words: Iterable[Word]) -> Iterator[Word]:
    """Every word by the default readings: what stands under another one is passed over."""
    for word in words:
        yield word
        yield from _walk_default((word.default,) if isinstance(word, Either) else parts_of(word))
