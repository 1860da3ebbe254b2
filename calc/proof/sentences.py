"""Which stretches of an official text speak of a provision: its own sentences, less what speaks of another one.

A sentence ends at 。 or where a numbered paragraph begins. A provision's sentences are those in which what it brings
stands, for each condition and for the payee the nearest one in which that stands, and the one that governs its part.

Inside a sentence a new passage begins at ；, and at a comma before 对, 凡 or 将, if what stands before has a grant of
its own; else it leads in what follows. Of the passages a provision has those in which a phrase of its own stands. In
them, from comma to comma, all speaks of it but what another provision claims:
- the phrases of what the other brings; of a passage in which this one brings nothing, those of what it asks as well;
- the whole stretch if no phrase of this provision stands in it, but one of what the other brings, or, behind the last
  phrase of this provision, one of what the other asks. What comes first governs all that follows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from calc.proof.places import Place, places_of
from calc.rules.condition import Condition
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.word import unique, walk

_PARAGRAPH = re.compile("[^¶]+")
_SENTENCE = re.compile("[^。¶]+")
_PASSAGE = re.compile(r"[；;]|,(?=对|凡|将)")
_STRETCH = re.compile("[,：:]")
_GRANT = re.compile("给予|发放|享受|纳入|奖[励补]|补差|补助|直补|兑付|免费|全免")


@dataclass(frozen=True)
class Stretch:
    """A stretch that speaks of a provision, and the places in it that other provisions claim."""

    start: int
    end: int
    claimed: tuple[Place, ...]


class Phrases(NamedTuple):
    """The phrases of the sentence that governs a provision, of what it asks itself, and of what it brings."""

    governing: tuple[str, ...]
    asked: tuple[str, ...]
    brought: tuple[str, ...]


class Layout:
    """Where the provisions of a policy stand in its text, flattened."""

    def __init__(self, policy: Policy, flat: str) -> None:
        self.flat = flat
        self.sentences = tuple(match.span() for match in _SENTENCE.finditer(flat))
        self.brings: Mapping[str, tuple[Place, ...]] = {item.id: self._find_brought(item) for item in policy.provisions}
        self.asks: Mapping[str, tuple[Place, ...]] = {item.id: self._find_asked(item) for item in policy.provisions}

    def stretches_of(self, provision: Provision) -> Iterator[Stretch]:
        """The stretches that speak of a provision, in order."""
        own = (*self.brings[provision.id], *self.asks[provision.id])
        for passage in (passage for sentence in self._sentences_of(own) for passage in self._cut_passages(sentence)):
            if _touches(passage, own):
                yield from self._cut_stretches(passage, provision.id)

    def _cut_stretches(self, passage: Place, name: str) -> Iterator[Stretch]:
        brings, asks = self.brings[name], self.asks[name]
        others_bring = tuple(place for other, places in self.brings.items() if other != name for place in places)
        others_ask = tuple(place for other, places in self.asks.items() if other != name for place in places)
        claimed = others_bring if _touches(passage, brings) else (*others_bring, *others_ask)
        last = max(end for start, end in (*brings, *asks) if _overlap((start, end), passage))
        for start, end in _cut(self.flat, _STRETCH, passage):
            anothers = (*others_bring, *others_ask) if start >= last else others_bring
            if _touches((start, end), (*brings, *asks)) or not _touches((start, end), anothers):
                yield Stretch(start, end, tuple(place for place in claimed if place not in (*brings, *asks)))

    def _cut_passages(self, sentence: Place) -> Iterator[Place]:
        """The passages of a sentence; one without a grant leads in the next."""
        start = sentence[0]
        for _, end in _cut(self.flat, _PASSAGE, sentence):
            if end == sentence[1] or self._has_grant((start, end)):
                yield start, end
                start = end + 1

    def _has_grant(self, passage: Place) -> bool:
        is_claimed = any(_touches(passage, places) for places in self.brings.values())
        return is_claimed or _GRANT.search(self.flat, *passage) is not None

    def _find_brought(self, provision: Provision) -> tuple[Place, ...]:
        """Where what it brings stands."""
        phrases = list_phrases(provision)
        return tuple(self._find_fullest(phrases.brought, (*phrases.asked, *phrases.brought)))

    def _find_asked(self, provision: Provision) -> tuple[Place, ...]:
        """Where what it asks stands, and what is said by the sentence that governs it."""
        phrases = list_phrases(provision)
        near = self._find_nearest(phrases.asked, self.brings[provision.id])
        return (*near, *self._find_fullest(phrases.governing, phrases.governing))

    def _find_fullest(self, phrases: Iterable[str], among: Iterable[str]) -> Iterator[Place]:
        """The places of phrases in the sentences where most of several phrases stand."""
        told = [self._sentences_of(places_of(phrase, self.flat)) for phrase in among]
        weights = {sentence: sum(sentence in each for each in told) for each in told for sentence in each}
        for phrase in phrases:
            weighed = [(weights[self._sentence_at(place)], place) for place in places_of(phrase, self.flat)]
            yield from (place for weight, place in weighed if weight == max(weighed)[0])

    def _find_nearest(self, phrases: Iterable[str], brings: tuple[Place, ...]) -> Iterator[Place]:
        """The places of phrases in the passages, else in the sentences, that say what it brings; else the nearest."""
        sentences = self._sentences_of(brings)
        passages = [part for sentence in sentences for part in self._cut_passages(sentence) if _touches(part, brings)]
        paragraphs = [match.span() for match in _PARAGRAPH.finditer(self.flat) if _touches(match.span(), brings)]
        for phrase in phrases:
            places = sorted(places_of(phrase, self.flat), key=lambda place: _find_gap(place, brings))
            beside = [[place for place in places if _touches(place, home)] for home in (passages, sentences)]
            nearest = [place for place in places if _touches(place, paragraphs)] or places
            yield from next(filter(None, (*beside, nearest[:1])), [])

    def _sentences_of(self, places: Iterable[Place]) -> tuple[Place, ...]:
        return unique(sorted(map(self._sentence_at, places)))

    def _sentence_at(self, place: Place) -> Place:
        return next(sentence for sentence in self.sentences if _overlap(place, sentence))


def list_conditions(provision: Provision) -> Iterator[Condition]:
    """Every condition of a provision, those inside others and inside its sums too."""
    return (word for word in walk((*provision.conditions, provision.effect)) if isinstance(word, Condition))


def list_phrases(provision: Provision) -> Phrases:
    """The phrases of a provision, each under the first of the three that fits it."""
    part = provision.under
    ruling = (*part.when, *filter(None, (part.fund, part.office))) if part else ()
    governing = [phrase for word in walk(ruling) for phrase in word.phrases()]
    asked = [phrase for word in walk(list_conditions(provision)) for phrase in word.phrases()]
    brought = [phrase for word in walk((provision.effect,)) for phrase in word.phrases()]
    own = unique(phrase for phrase in (*asked, provision.named) if phrase and phrase not in governing)
    return Phrases(unique(governing), own, unique(phrase for phrase in brought if phrase not in (*governing, *own)))


def _cut(flat: str, mark: re.Pattern[str], place: Place) -> Iterator[Place]:
    """The pieces of a place between marks."""
    start, end = place
    for match in mark.finditer(flat, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _touches(place: Place, others: Iterable[Place]) -> bool:
    return any(_overlap(place, other) for other in others)


def _find_gap(place: Place, others: Iterable[Place]) -> int:
    """How far the nearest of the others is."""
    return min((max(place[0] - end, start - place[1], 0) for start, end in others), default=0)
