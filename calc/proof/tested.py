"""A phrase tests what it says: every term of the glossary is tested by one of its facts, or declared as not judged.

Two demands. Inside the phrase of a condition each term is tested by that very condition: what it quotes it asks. In the
stretches of the text that speak of a provision each term is tested by some condition or sum of the provision, lies in
the phrase of an `Unjudged` note, or names what is granted. Provisions that grant nothing to anybody (plans, procedures,
what authorities do among themselves) are held to the first demand alone. And a condition whose phrase has neither a
term nor a number quotes nothing that its test is about: it is named, so that the glossary grows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from calc.proof.glossary import Entry, Found, find_terms
from calc.proof.overlooked import flatten, places_of
from calc.proof.phrases import ELLIPSIS, numbers_in, squeeze
from calc.proof.sentences import Layout, Place, list_conditions
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.word import unique

SAYS_NOTHING = ()
"""Phrases of conditions that are right without a term and without a number."""


@dataclass(frozen=True)
class Fault:
    """A term that a provision leaves untested, where it stands, and what would test it."""

    provision: str
    phrase: str
    term: str
    facts: tuple[str, ...]
    is_quoted: bool

    def say(self) -> str:
        """The fault in a sentence."""
        ask = f"ask {' or '.join(self.facts)}" if self.facts else "no fact asks it yet"
        if self.is_quoted:
            return f"{self.provision}: the condition “{self.phrase}” does not test {self.term}: {ask}, or quote less."
        said = f"its sentence says {self.term} (“{self.phrase}”), and nothing tests it"
        return f"{self.provision}: {said}: {ask}, or declare it Unjudged."


def find_untested(policy: Policy, text: str) -> tuple[Fault, ...]:
    """Every term that the policy's own phrases or sentences say and that nothing tests."""
    layout = Layout(policy, flatten(text))
    quoted = (fault for provision in policy.provisions for fault in find_misquoted(provision))
    left = (fault for provision in policy.provisions if _grants(provision) for fault in _find_left(provision, layout))
    return unique((*quoted, *left))


def find_misquoted(provision: Provision) -> Iterator[Fault]:
    """The terms inside the phrases of conditions that these conditions themselves do not test."""
    for word in list_conditions(provision):
        for phrase in word.phrases():
            for entry in _entries(found for part in phrase.split(ELLIPSIS) for found in find_terms(squeeze(part))):
                if word.every_fact.isdisjoint((*entry.facts, *entry.counted_by)):
                    yield Fault(provision.id, phrase, entry.term, entry.facts, is_quoted=True)


def find_pointless(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Every condition, by its provision, whose phrase has neither a term nor a number."""
    return tuple(
        (provision.id, phrase)
        for provision in policy.provisions
        for word in list_conditions(provision)
        for phrase in word.phrases()
        if phrase not in SAYS_NOTHING and not numbers_in(phrase) and not find_terms(squeeze(phrase))
    )


def _find_left(provision: Provision, layout: Layout) -> Iterator[Fault]:
    """The terms of its own stretches that nothing of the provision accounts for; each once."""
    unjudged = [place for note in getattr(provision, "unjudged", ()) for place in places_of(note.phrase, layout.flat)]
    left: dict[Entry, str] = {}
    for stretch in layout.stretches_of(provision):
        said = layout.flat[stretch.start : stretch.end]
        for found in find_terms(said):
            place = (stretch.start + found.start, stretch.start + found.end)
            granted = layout.brings[provision.id] if found.entry.may_be_granted else ()
            if not _lies_in(place, (*unjudged, *stretch.claimed, *granted)):
                left.setdefault(found.entry, said)
    for entry, said in left.items():
        if set(entry.facts).isdisjoint(provision.facts):
            yield Fault(provision.id, said, entry.term, entry.facts, is_quoted=False)


def _grants(provision: Provision) -> bool:
    """Whether somebody gets something by it."""
    return provision.is_benefit and provision.payees != {Payee.AUTHORITY}


def _entries(found: Iterable[Found]) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys(item.entry for item in found))


def _lies_in(place: Place, others: Iterable[Place]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in others)
