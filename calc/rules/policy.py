"""A policy as data: one document, its dates, and its provisions in the document's own order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Selection
from calc.rules.condition import Condition
from calc.rules.document import NO_TERM, UNNAMED_ISSUER, UNNUMBERED, Deadline, Note, Term, say_notes
from calc.rules.provision import Provision
from calc.rules.quantities import Span
from calc.rules.reading import Reading
from calc.rules.word import Landmarks, join_landmarks, unique, walk

FINGERPRINT_SHOWN = 12
"""So many letters of a fingerprint stand beside a result: enough to tell two declarations apart."""


@dataclass(frozen=True, eq=False)
class Policy:
    """One document, declared once: a part with a term of its own is a document of its own.

    `people` are the workers it is about: head counts count them alone. The `province` is how people know the place.
    `heading` stands above its page: a sentence of our own in people's words, true of the whole document, and no part
    of the fingerprint. What the text does not name (its number, issuer, date of issue, term, or last day for claims)
    is left out.
    """

    id: str
    region: str
    place: str
    title: str
    audience: str
    people: Condition = field(repr=False)
    heading: str = field(repr=False)
    provisions: tuple[Provision, ...] = field(repr=False)
    number: str = UNNUMBERED
    issuer: str = UNNAMED_ISSUER
    issued: date | None = None
    term: Term = NO_TERM
    claims: Deadline | None = None
    notes: tuple[Note | str, ...] = ()
    province: str = field(default="", repr=False)  # says nothing of the document: it is no part of the fingerprint

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

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is worth knowing about the whole document, and about its parts with their clauses, in plain words."""
        parts = (provision.under for provision in self.provisions if provision.under)
        return unique((*say_notes(self.notes), *(remark for part in parts for remark in part.remarks)))

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

    def options_of(self, fact: str, provisions: Iterable[Provision] | None = None) -> Mapping[str, str]:
        """The options of a question that this document, or some of its provisions, tell apart, with their labels."""
        question = CATALOGUE[fact]
        if not isinstance(question, Selection):
            raise TypeError(f"{fact} has no options")
        if not question.rest:
            return question.options
        telling = self.provisions if provisions is None else provisions
        words = (*walk((self.people,)), *(word for provision in telling for word in provision.words))
        named = {option for word in words for option in word.options_of(fact)}
        return {option: label for option, label in question.options.items() if option in {*named, question.rest}}

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Every span of months its provisions measure."""
        return unique(span for provision in self.provisions for span in provision.spans)

    @cached_property
    def landmarks(self) -> Landmarks:
        """For each fact, the answers around which some provision's result changes."""
        return join_landmarks(provision.landmarks for provision in self.provisions)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every doubt in the document, each once."""
        return unique(reading for provision in self.provisions for reading in self.readings_of(provision))

    @cached_property
    def fingerprint(self) -> str:
        """A hash of the declarations: the same words give the same hash on every machine.

        Of a choice that documents share it takes the options that this one tells apart: another document's option
        changes nothing here.
        """
        asked = [self._describe(fact) for fact in self.facts]
        return sha256(repr((self, self.people, self.provisions, asked)).encode()).hexdigest()

    def _describe(self, fact: str) -> object:
        question = CATALOGUE[fact]
        if not isinstance(question, Selection) or not question.rest:
            return question
        options = self.options_of(fact)
        explained = {option: sentence for option, sentence in question.explained.items() if option in options}
        return replace(question, options=options, aliases={}, explained=explained)

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
        for doubt in self.term.doubts:
            if not doubt.touches or doubt.touches & provision.stretches:
                yield doubt.reading


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
