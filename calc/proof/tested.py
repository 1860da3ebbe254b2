"""A phrase tests what it says: what terms stand in it is tested, and what is asked stands in it.

Three demands. Each term in the phrase of a condition is tested by that very condition. Each term in the stretches that
speak of a provision is tested by some condition or sum of it, lies in the phrase of an `Unjudged` note, or names what
is granted; of provisions that grant nobody anything (plans, procedures, what authorities do among themselves) the text
demands nothing. And each yes or no and each choice that a condition asks is named by a term of its phrase, or a `Note`
on that phrase says why it is asked; a phrase without any term or number says nothing that could be tested.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from calc.facts.catalogue import CATALOGUE
from calc.proof.glossary import Entry, find_terms
from calc.proof.official_text import read_official_text
from calc.proof.phrases import ELLIPSIS, numbers_in, squeeze
from calc.proof.places import Place, places_of
from calc.proof.sentences import Layout, list_conditions
from calc.rules.condition import Condition
from calc.rules.document import Note
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.word import parts_of, unique

PLAIN = ("yes_no", "choice", "choices")
"""Kinds of question whose answers are words: the phrase says them, where numbers and days are found in many ways."""


@dataclass(frozen=True)
class Fault:
    """What a phrase and its test do not share: the term and the facts concerned, and the fault in a sentence."""

    provision: str
    term: str
    phrase: str
    facts: tuple[str, ...]
    sentence: str

    def __str__(self) -> str:
        return f"{self.provision}: {self.sentence}"


def find_faults(policy: Policy, text: str) -> tuple[Fault, ...]:
    """Every fault of a policy, by the text from which it quotes."""
    layout = Layout(policy, read_official_text(text).flat)
    found: list[Fault] = []
    for provision in policy.provisions:
        noted = {note.phrase for note in (*policy.notes, *provision.notes) if isinstance(note, Note)}
        found += [*find_misquoted(provision), *find_unsaid(provision, noted)]
        if provision.is_benefit and provision.payees != {Payee.AUTHORITY}:
            found += find_untested(provision, layout)
    return unique(found)


def find_misquoted(provision: Provision) -> Iterator[Fault]:
    """The terms inside the phrases of conditions that these very conditions do not test."""
    for condition in list_conditions(provision):
        for phrase in condition.phrases():
            for entry in _list_entries(phrase):
                if condition.every_fact.isdisjoint((*entry.facts, *entry.counted_by)):
                    said = f"the condition “{phrase}” does not test {entry.term}: {_say_ask(entry)}, or quote less."
                    yield Fault(provision.id, entry.term, phrase, entry.facts, said)


def find_untested(provision: Provision, layout: Layout) -> Iterator[Fault]:
    """The terms in the stretches that speak of a provision for which nothing of it accounts; each once."""
    unjudged = [place for note in provision.unjudged for place in places_of(note.phrase, layout.flat)]
    left: dict[Entry, str] = {}
    for stretch in layout.stretches_of(provision):
        said = layout.flat[stretch.start : stretch.end]
        for found in find_terms(said):
            place = (stretch.start + found.start, stretch.start + found.end)
            granted = layout.brings[provision.id] if found.entry.may_be_granted else ()
            counted = find_counted(provision, found.entry, layout)
            if not _lies_in(place, (*unjudged, *stretch.claimed, *granted, *counted)):
                left.setdefault(found.entry, said)
    for entry, stretch_said in left.items():
        if set(entry.facts).isdisjoint(provision.facts):
            said = f"its sentence says {entry.term} (“{stretch_said}”), and nothing tests it: {_say_ask(entry)}"
            yield Fault(provision.id, entry.term, stretch_said, entry.facts, f"{said}, or declare it Unjudged.")


def find_counted(provision: Provision, entry: Entry, layout: Layout) -> Iterator[Place]:
    """Where the conditions stand that count such people, organisations or events."""
    for condition in list_conditions(provision):
        if not condition.every_fact.isdisjoint(entry.counted_by):
            for phrase in condition.phrases():
                yield from places_of(phrase, layout.flat)


def find_unsaid(provision: Provision, noted: Collection[str]) -> Iterator[Fault]:
    """What conditions ask and their phrases do not say, but for phrases on which there is a note."""
    for condition in list_conditions(provision):
        for phrase in condition.phrases():
            entries = _list_entries(phrase)
            named = {fact for entry in entries for fact in (*entry.facts, *entry.counted_by)}
            unsaid = tuple(fact for fact in unique(_list_plain(condition)) if fact not in named)
            if unsaid and phrase not in noted:
                said = f"the condition asks {' and '.join(unsaid)}, which “{phrase}” does not say"
                yield Fault(provision.id, "", phrase, unsaid, f"{said}: quote what says it, or give the phrase a note.")
            elif not (entries or numbers_in(phrase)):
                said = f"the condition “{phrase}” has neither a term of the glossary nor a number: quote what it tests."
                yield Fault(provision.id, "", phrase, (), said)


def _list_plain(condition: Condition) -> Iterator[str]:
    """The yes or no and the choices that a condition asks itself, or through parts without a phrase of their own."""
    spanned = {fact for span in condition.spans for fact in span.facts}
    yield from (fact for fact in condition.asks() if fact not in spanned and CATALOGUE[fact].kind in PLAIN)
    for part in parts_of(condition):
        if isinstance(part, Condition) and not part.phrases():
            yield from _list_plain(part)


def _list_entries(phrase: str) -> tuple[Entry, ...]:
    return unique(found.entry for part in phrase.split(ELLIPSIS) for found in find_terms(squeeze(part)))


def _say_ask(entry: Entry) -> str:
    return f"ask {' or '.join(entry.facts)}" if entry.facts else "no fact asks it yet"


def _lies_in(place: Place, others: Iterable[Place]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in others)
