"""Tables of persons to measure and compare with: realistic ones, whose answers hang together, and adversarial ones.

The same seed draws the same table. A realistic person has dates that follow one another, works in a unit whose people
are alike, and leaves a tenth of the questions open. An adversarial one has any answer to any question.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from calc.facts.catalogue import CATALOGUE
from calc.facts.consistency import CONSTRAINTS, STAYS
from calc.facts.constraint import Constraint, Stay
from calc.facts.questions import Answer, Choice, Choices, Count, Day, Money, YesNo
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision

PERSONS = frozenset({Payee.WORKER, Payee.FAMILY})
MISSING = 0.1
BEFORE, AFTER = timedelta(days=540), timedelta(days=270)
SINCE, LONG = date(2018, 1, 1), timedelta(days=1_095)
"""Where the days of a document lie that names none."""
PUBLISHED = ("minimum_wage", "rural_income_2017", "rural_income_2018", "rural_income_2019")
"""Figures that are one for a whole table."""
UNIT, CLASS = 40, 20
"""So many persons work in a unit, and are trained together."""
SHARES = {
    "holds_public_post": 0.1,
    "founds_business": 0.05,
    "rents_alone": 0.3,
    "is_trained": 0.4,
    "has_disability": 0.1,
}
"""Of so many persons something is true that is not of most."""
USUAL = 0.85
OF_A_CLASS = ("training_start", "training_days", "certificate_date")

Row = dict[str, Answer | None]


def list_paid_to_persons(policy: Policy) -> tuple[Provision, ...]:
    """The provisions that a worker or a family may be paid by."""
    return tuple(provision for provision in policy.provisions if provision.payees & PERSONS)


def list_facts(provisions: tuple[Provision, ...]) -> tuple[str, ...]:
    """The facts that they ask, and the day asked."""
    asked = {fact for provision in provisions for fact in provision.facts}
    return tuple(fact for fact in CATALOGUE if fact in asked or fact == "as_of")


def find_days(policy: Policy) -> tuple[date, date]:
    """The first and the last day of a policy, or those taken for one that names none."""
    start = policy.term.start if policy.term.is_stated else SINCE
    return start, policy.term.end or start + LONG


def draw_realistic(policy: Policy, facts: tuple[str, ...], rows: int, seed: int = 0) -> Iterator[Row]:
    """Draw persons unit by unit; the day asked is one for all."""
    chance, words = Random(seed), [word for word in CONSTRAINTS if len(word.facts & {*facts}) > 1]
    published = {fact: _draw_usual(chance, fact) for fact in PUBLISHED}
    first, last = find_days(policy)
    for row in range(rows):
        if row % UNIT == 0:
            of_unit: Row = {fact: published.get(fact) or _draw_usual(chance, fact) for fact in facts}
        if row % CLASS == 0:
            of_unit |= {fact: answer for fact, answer in _draw_class(chance, first, last).items() if fact in facts}
        person = _draw_person(chance, words, of_unit, first, last)
        yield {
            fact: answer
            for fact, answer in person.items()
            if fact in ("as_of", *PUBLISHED) or chance.random() >= MISSING
        }


def draw_adversarial(policy: Policy, facts: tuple[str, ...], rows: int, seed: int = 0) -> Iterator[Row]:
    """Draw any answer to each question, each as likely as any other; a tenth is open."""
    chance = Random(seed)
    first, last = find_days(policy)
    for _ in range(rows):
        yield {fact: _draw_any(chance, fact, first, last) for fact in facts if chance.random() >= MISSING}


def _draw_person(chance: Random, words: list[Constraint], of_unit: Row, first: date, last: date) -> Row:
    """Draw a person like the others of a unit; of what contradicts each other one answer is left out."""
    begun = first - BEFORE + timedelta(days=chance.randrange((last - first + BEFORE).days))
    person: Row = {}
    for fact, usual in of_unit.items():
        if fact == "as_of":
            person[fact] = last
        elif fact in OF_A_CLASS:
            person[fact] = usual
        elif isinstance(CATALOGUE[fact], Day):
            person[fact] = _draw_day_after(chance, begun, last)
        else:
            is_own = fact in SHARES or (fact not in PUBLISHED and chance.random() > 0.8)
            person[fact] = _draw_usual(chance, fact) if is_own else usual
    if "job_start" in person:
        person["job_start"] = begun
    if "first_came" in person:
        person["first_came"] = begun - timedelta(days=chance.choice((0, 0, 0, 1, 7, 400)))
    for stay in STAYS:
        _draw_stay(chance, person, stay, last)
    for word in words:
        for found in word.complain({fact: answer for fact, answer in person.items() if answer is not None}):
            person.pop(next(fact for fact in reversed(found.facts) if fact != "as_of"), None)
    return person


def _draw_class(chance: Random, first: date, last: date) -> Row:
    """Draw what is one for all who are trained together."""
    begun, days = first + timedelta(days=chance.randrange((last - first).days)), chance.choice((5, 7, 10, 15, 30, 45))
    return dict(zip(OF_A_CLASS, (begun, days, min(begun + timedelta(days=days + 14), last)), strict=True))


def _draw_stay(chance: Random, person: Row, stay: Stay, last: date) -> None:
    """Most stays still go on; who gives the first day gives no months."""
    begun = person.get(stay.start)
    if not isinstance(begun, date):
        return
    over = begun + timedelta(days=chance.randrange(20, 600))
    goes_on = chance.random() < 0.6 or over > last
    drawn: dict[str | None, Answer | None] = {
        stay.ongoing: goes_on,
        stay.end: None if goes_on else over,
        stay.months: None,
    }
    if chance.random() < 0.1:
        drawn |= {stay.start: None, stay.months: chance.randint(1, 24)}
    person |= {fact: answer for fact, answer in drawn.items() if fact and fact in person}


def _draw_day_after(chance: Random, begun: date, last: date) -> date:
    return min(begun + timedelta(days=chance.choice((0, 1, 15, 30, 60, 90, 180)) + chance.randrange(10)), last)


def _draw_usual(chance: Random, fact: str) -> Answer | None:
    question = CATALOGUE[fact]
    match question:
        case YesNo():
            return chance.random() < SHARES.get(fact, USUAL)
        case Choice(options=options):
            return next(iter(options)) if chance.random() < 0.6 else chance.choice(list(options))
        case Choices():
            return question.unite((chance.choice(list(question.options)),), ())
        case Count():
            return min(max(chance.choice((1, 3, 5, 6, 7, 12, 12, 24, 30)), question.least), question.most)
        case Money():
            return Decimal(chance.choice((1_550, 1_700, 1_900, 4_000, 8_000)))
    return None


def _draw_any(chance: Random, fact: str, first: date, last: date) -> Answer | None:
    question = CATALOGUE[fact]
    match question:
        case YesNo():
            return chance.random() < 0.5
        case Choice(options=options):
            return chance.choice(list(options))
        case Choices():
            return question.unite(tuple(chance.sample(list(question.options), 2)), ())
        case Count():
            return chance.randint(question.least, min(question.most, 60))
        case Money():
            return Decimal(chance.randint(1, 500_000)) / 100
        case Day():
            return first - BEFORE + timedelta(days=chance.randrange((last - first + BEFORE + AFTER).days))
    return None
