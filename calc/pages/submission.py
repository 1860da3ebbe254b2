"""Read the values that a page has sent: the texts, their answers, and the complaints beside them."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from htpy import Element

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.check import Sifted, sift_facts
from calc.facts.contradiction import Contradiction
from calc.facts.questions import Day, Question, Selection, YesNo
from calc.pages.remedies import offer_instead, offer_ways
from calc.pages.understood import say_understood
from calc.parts.field import DATE_PARTS, Remedy, first_field, names_of
from calc.parts.shell import render_error_summary

LEAST_WHOLE_DATE = len("2020-1-5")
_BEYOND_YEAR = re.compile(r"[年./-]\s*\S")
FindDoubts = Callable[[Answers], Iterable[Contradiction]]


def find_no_doubts(_: Answers) -> Iterable[Contradiction]:
    """Find nothing more than what every answer tells against another."""
    return ()


@dataclass(frozen=True)
class Submission:
    """The texts of a form and their answers.

    `contradictions` are open between some of the answers read: of those none is used. `left` are the fields that the
    visitor is done with.
    """

    values: Mapping[str, str]
    answers: Answers
    sifted: Sifted
    contradictions: tuple[Contradiction, ...]
    raw: Mapping[str, object]
    is_submitted: bool
    left: Collection[str]

    @cached_property
    def mistakes(self) -> Mapping[str, str]:
        """A sentence for each fact that cannot be used; what several say together stands at the last of them."""
        told = dict(self._unreadable)
        for found in self.contradictions:
            told.setdefault(found.facts[-1], found.sentence)
        return told

    @cached_property
    def errors(self) -> Mapping[str, str]:
        """The complaints to show at their fields: at what the visitor is done with; after a submission everywhere."""
        told = {fact: sentence for fact, sentence in self._unreadable.items() if self._is_done(fact)}
        for found in self._contradictions_shown:
            told |= {fact: found.sentence for fact in found.facts if fact not in told}
        return {fact: told[fact] for fact in CATALOGUE if fact in told}

    @property
    def parts(self) -> Mapping[str, str]:
        """The box of each date that its sentence is about."""
        return {fact: part for fact, part in self.sifted.parts.items() if isinstance(self.raw[fact], Mapping)}

    @cached_property
    def remedies(self) -> Mapping[str, tuple[Remedy, ...]]:
        """What settles each complaint with one press, or the other fields where it can be settled."""
        offered = {fact: offer_instead(fact, text) for fact, text in self.sifted.instead.items()}
        for found in reversed(self._contradictions_shown):
            offered |= {fact: offer_ways(found, fact) for fact in found.facts}
        return {fact: remedies for fact, remedies in offered.items() if fact in self.errors}

    @cached_property
    def understood(self) -> Mapping[str, str]:
        """What was understood of each answer that was typed in other words."""
        said = {fact: say_understood(fact, self.raw[fact], answer) for fact, answer in self.sifted.answers.items()}
        return {fact: words for fact, words in said.items() if words}

    @property
    def wrong_fields(self) -> tuple[str, ...]:
        """The field of each complaint shown, of a date its wrong box."""
        return tuple(first_field(facts[-1], self.parts.get(facts[-1], "")) for facts in self._wrong)

    @property
    def to_mend(self) -> str:
        """The number of things to mend, with the names of their fields: 1 处要改：在职月数; else empty."""
        names = "；".join("、".join(CATALOGUE[fact].short for fact in facts) for facts in self._wrong)
        return f"{len(self._wrong)} 处要改：{names}" if names else ""

    @property
    def focus(self) -> str:
        """The id to go to after a submission: the complaints if there are any, else the answer."""
        if not self.is_submitted:
            return ""
        return "calculator-errors" if self.errors else "calculator-result"

    @property
    def clicked(self) -> Answers:
        """The answers chosen, not typed: no question may vanish while people type a number (the 1 of 11)."""
        return {fact: answer for fact, answer in self.answers.items() if _is_clicked(CATALOGUE[fact])}

    def entitle(self, title: str) -> str:
        """Mark the document's title as wrong while there are complaints after a submission; else empty."""
        return f"错误：{title}" if self.is_submitted and self.errors else ""

    def announce(self, news: str) -> str:
        """Say what is to be mended before the news, for people who listen."""
        return f"{self.to_mend}。{news}" if self.to_mend else news

    def render_errors(self) -> Element:
        """Render the complaints of a submission on top of the page, each linked to its field."""
        return render_error_summary(
            (field, f"{CATALOGUE[facts[-1]].short}：{self.errors[facts[-1]]}")
            for field, facts in zip(self.wrong_fields, self._wrong, strict=True)
            if self.is_submitted
        )

    @property
    def _unreadable(self) -> Mapping[str, str]:
        contradicted = {fact for found in self.sifted.contradictions for fact in found.facts}
        return {fact: sentence for fact, sentence in self.sifted.errors.items() if fact not in contradicted}

    @cached_property
    def _wrong(self) -> tuple[tuple[str, ...], ...]:
        """The facts of each complaint shown, those that one complaint is about together."""
        unreadable = ((fact,) for fact in self._unreadable if self._is_done(fact))
        return (*unreadable, *(found.facts for found in self._contradictions_shown))

    @cached_property
    def _contradictions_shown(self) -> tuple[Contradiction, ...]:
        """The contradictions between answers that the visitor is done with."""
        return tuple(found for found in self.contradictions if all(map(self._is_done, found.facts)))

    def _is_done(self, fact: str) -> bool:
        """Decide whether the visitor is done with an answer: a press is one, a text is one once the field is left."""
        return self.is_submitted or _is_clicked(CATALOGUE[fact]) or _is_left(fact, self.left)


def read_submission(
    facts: Collection[str],
    values: Mapping[str, str],
    *,
    is_submitted: bool,
    left: Collection[str] = (),
    find_doubts: FindDoubts = find_no_doubts,
) -> Submission:
    """Read the facts asked from the values of a form; `find_doubts` tells what is hardly true together."""
    done = {fact for fact in facts if is_submitted or _is_left(fact, left)}
    raw = _collect(facts, values, done)
    sifted = sift_facts(raw)
    doubts = tuple(find_doubts(sifted.answers))
    doubted = {fact for doubt in doubts for fact in doubt.facts}
    answers = {fact: answer for fact, answer in sifted.answers.items() if fact not in doubted}
    return Submission(values, answers, sifted, (*sifted.contradictions, *doubts), raw, is_submitted, left)


def _is_clicked(question: Question) -> bool:
    return isinstance(question, YesNo | Selection)


def _is_left(fact: str, left: Collection[str]) -> bool:
    return any(name in left for name in names_of(fact))


def _collect(facts: Collection[str], values: Mapping[str, str], done: Collection[str]) -> dict[str, object]:
    """Collect raw facts from their fields.

    An incomplete date is complained of only where the visitor is done with it. A whole date in one box is read as that
    date.
    """
    raw: dict[str, object] = {}
    for fact in facts:
        if not isinstance(CATALOGUE[fact], Day):
            if values.get(fact):
                raw[fact] = values[fact]
            continue
        parts = {part: values.get(name, "") for part, name in zip(DATE_PARTS, names_of(fact), strict=True)}
        typed = [text for text in parts.values() if text.strip()]
        if len(typed) == 1 and _is_whole_date(typed[0], is_done=fact in done):
            raw[fact] = typed[0]
        elif len(typed) == len(parts) or (fact in done and typed):
            raw[fact] = parts
    return raw


def _is_whole_date(text: str, *, is_done: bool) -> bool:
    """Decide whether one box holds more than its part of a date; 21年3月 may still become 21年3月15日."""
    return len(text.strip()) >= LEAST_WHOLE_DATE or (is_done and bool(_BEYOND_YEAR.search(text)))


def fill_fields(values: Mapping[str, str]) -> dict[str, str]:
    """Spread the values of a link over the fields; a date that cannot be read stays as it is."""
    fields: dict[str, str] = {}
    for name, value in values.items():
        if name in CATALOGUE and isinstance(CATALOGUE[name], Day):
            parts = value.split("-")
            texts = parts if len(parts) == len(DATE_PARTS) else [value, "", ""]
            fields |= zip(names_of(name), texts, strict=True)
        else:
            fields[name] = value
    return fields
