"""Read the values that a page has sent: the texts, their answers, and the complaints beside them."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from htpy import Element

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.check import Sifted, sift_facts
from calc.facts.consistency import STAYS
from calc.facts.contradiction import Contradiction
from calc.facts.forgive import read_first_day
from calc.facts.groups import FIRST, name_in_group, name_plainly, part_name, sift_group
from calc.facts.months import read_length
from calc.facts.questions import Answer, Day, Question, Selection, YesNo
from calc.pages.remedies import offer_instead, offer_ways
from calc.pages.understood import say_taken, say_understood
from calc.parts.field import DATE_PARTS, Remedy, first_field, names_of
from calc.parts.shell import render_error_summary

LEAST_WHOLE_DATE = len("2020-1-5")
_BEYOND_YEAR = re.compile(r"[年./-]\s*\S")
ASKED_TOGETHER: Mapping[str, frozenset[str]] = {
    fact: frozenset(each for stay in STAYS if fact in (stay.start, stay.months) for each in (stay.start, stay.months))
    for stay in STAYS
    for fact in (stay.start, stay.months)
}
"""For a first day and for months the facts of the one question: an answer to it may stand in the boxes of either."""
FindDoubts = Callable[[Answers], Iterable[Contradiction]]


def find_no_doubts(_: Answers) -> Iterable[Contradiction]:
    """Find nothing more than what every answer tells against another."""
    return ()


@dataclass(frozen=True)
class Submission:
    """The texts of a form and their answers.

    `contradictions` are open between some of the answers read: of those none is used. `left` are the fields that the
    visitor is done with. Of a further `group` texts, answers and fields are its own, and complaints stand by name.
    """

    values: Mapping[str, str]
    answers: Answers
    sifted: Sifted
    contradictions: tuple[Contradiction, ...]
    raw: Mapping[str, object]
    is_submitted: bool
    left: Collection[str]
    group: int = FIRST

    @cached_property
    def mistakes(self) -> tuple[str, ...]:
        """A sentence for each answer that cannot be used, and for those that contradict each other."""
        unreadable = (
            f"{name_plainly(fact)}填得不对，这次没有用它计算：{told}" for fact, told in self._unreadable.items()
        )
        contradictory = (f"有的答案对不上，弄清以前没有用它们计算：{found.sentence}" for found in self.contradictions)
        return (*unreadable, *contradictory)

    @cached_property
    def errors(self) -> Mapping[str, str]:
        """The complaints to show at their fields: at what the visitor is done with; after a submission everywhere."""
        told = {fact: sentence for fact, sentence in self._unreadable.items() if self._is_done(fact)}
        for found in self._contradictions_shown:
            told |= {fact: found.sentence for fact in found.facts if fact not in told}
        return {self._name(fact): told[fact] for fact in CATALOGUE if fact in told and fact in self.raw}

    @property
    def parts(self) -> Mapping[str, str]:
        """The box of each date that its sentence is about."""
        boxes = self.sifted.parts.items()
        return {self._name(fact): part for fact, part in boxes if isinstance(self.raw[fact], Mapping)}

    @cached_property
    def remedies(self) -> Mapping[str, tuple[Remedy, ...]]:
        """What settles each complaint with one press, or the other fields where it can be settled."""
        offered = {fact: offer_instead(fact, text) for fact, text in self.sifted.instead.items()}
        for found in reversed(self._contradictions_shown):
            offered |= {fact: offer_ways(found, fact) for fact in found.facts}
        return {fact: remedies for fact, remedies in offered.items() if fact in self.errors}  # none in further groups

    @cached_property
    def understood(self) -> Mapping[str, str]:
        """What was understood of each answer that was typed in other words."""
        said = {fact: self._say_understood(fact, answer) for fact, answer in self.sifted.answers.items()}
        return {self._name(fact): words for fact, words in said.items() if words}

    def _say_understood(self, fact: str, answer: Answer) -> str:
        """Say how an answer was understood; one that was typed in the boxes of another always says so."""
        if _is_typed(fact, self.values) or fact not in ASKED_TOGETHER:
            return say_understood(fact, self.raw[fact], answer)
        corrects = "；不是这一天的，请填在日期里" if isinstance(CATALOGUE[fact], Day) else ""
        return f"{say_taken(fact, answer)}{corrects}"

    @property
    def wrong_fields(self) -> tuple[str, ...]:
        """The field of each complaint shown, of a date its wrong box."""
        names = (self._name_last(facts) for facts in self._wrong)
        return tuple(first_field(name, self.parts.get(name, "")) for name in names)

    @property
    def wrong_names(self) -> str:
        """The names of the fields to mend, those of one complaint together, in few words for a bar."""
        return "；".join("、".join(CATALOGUE[fact].short for fact in facts) for facts in self._wrong)

    @property
    def focus(self) -> str:
        """The id to go to after a submission: the complaints if there are any, else the answer."""
        if not self.is_submitted:
            return ""
        return "calculator-errors" if self.errors else "calculator-result"

    @property
    def clicked(self) -> Answers:
        """The answers chosen, not typed: no question may vanish while people type a number (the 1 of 11)."""
        return pick_clicked(self.answers)

    def entitle(self, title: str) -> str:
        """Mark the document's title as wrong while there are complaints after a submission; else empty."""
        return f"错误：{title}" if self.is_submitted and self.errors else ""

    def announce(self, news: str) -> str:
        """Say what is to be mended before the news, for people who listen."""
        names = "；".join("、".join(map(name_plainly, facts)) for facts in self._wrong)
        return f"{len(self._wrong)} 处要改：{names}。{news}" if self._wrong else news

    def list_complaints(self) -> Iterator[tuple[str, str]]:
        """List the complaints of a submission, each with its field."""
        if self.is_submitted:
            for field, facts in zip(self.wrong_fields, self._wrong, strict=True):
                name = self._name_last(facts)
                yield field, f"{name_plainly(name)}：{self.errors[name]}"

    def render_errors(self) -> Element:
        """Render the complaints of a submission on top of the page, each linked to its field."""
        return render_error_summary(self.list_complaints())

    def _name(self, fact: str) -> str:
        return name_in_group(fact, self.group)

    def _name_last(self, facts: Sequence[str]) -> str:
        """The name of the last of some facts that has a field here: the others may be the unit's."""
        return self._name([fact for fact in facts if fact in self.raw][-1])

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
        is_elsewhere = not _is_typed(fact, self.values)
        others = ASKED_TOGETHER.get(fact, ()) if is_elsewhere else ()
        is_left = any(_is_left(each, self.left) for each in (fact, *others))
        return self.is_submitted or _is_clicked(CATALOGUE[fact]) or is_left


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


def read_group(facts: Collection[str], number: int, first: Submission) -> Submission:
    """Read a further group beside the first one."""
    start = name_in_group("", number)
    values = {name.removeprefix(start): text for name, text in first.values.items() if name.startswith(start)}
    left = {name.removeprefix(start) for name in first.left if name.startswith(start)}
    raw = _collect(facts, values, {fact for fact in facts if first.is_submitted or _is_left(fact, left)})
    sifted = sift_group(first.answers, raw)
    is_submitted = first.is_submitted
    return Submission(values, sifted.answers, sifted, sifted.contradictions, raw, is_submitted, left, number)


def pick_clicked(answers: Answers) -> Answers:
    """Pick the answers chosen, not typed."""
    return {fact: answer for fact, answer in answers.items() if _is_clicked(CATALOGUE[fact])}


def _is_clicked(question: Question) -> bool:
    return isinstance(question, YesNo | Selection)


def _is_typed(fact: str, values: Mapping[str, str]) -> bool:
    return any(values.get(name) for name in names_of(fact))


def _is_left(fact: str, left: Collection[str]) -> bool:
    return any(name in left for name in names_of(fact))


def _collect(facts: Collection[str], values: Mapping[str, str], done: Collection[str]) -> dict[str, object]:
    """Collect raw facts from their fields.

    An incomplete date is complained of only where the visitor is done with it. A whole date in one box is read as that
    date. A day and its months are one question: either is taken from the boxes of the other.
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
        if len(typed) == 1 and (months := _find_months(fact, facts, raw)) and read_length(typed[0]) is not None:
            raw.pop(fact, None)
            raw[months] = typed[0]
    for stay in STAYS:
        is_free = stay.months in raw and stay.start in facts and stay.start not in raw
        if is_free and (day := read_first_day(raw[stay.months])):
            raw[stay.start] = day
            del raw[stay.months]
    return raw


def _find_months(start: str, facts: Collection[str], raw: Mapping[str, object]) -> str:
    """Find the months that are meant where a length of time stands in the boxes of a first day: none of several."""
    found = [stay.months for stay in STAYS if stay.start == start and stay.months in facts]
    return found[0] if len(found) == 1 and found[0] not in raw else ""


def _is_whole_date(text: str, *, is_done: bool) -> bool:
    """Decide whether one box holds more than its part of a date; 21年3月 may still become 21年3月15日."""
    return len(text.strip()) >= LEAST_WHOLE_DATE or (is_done and bool(_BEYOND_YEAR.search(text)))


def fill_fields(values: Mapping[str, str]) -> dict[str, str]:
    """Spread the values of a link over the fields; a date that cannot be read stays as it is."""
    fields: dict[str, str] = {}
    for name, value in values.items():
        fact = part_name(name)[1]
        if fact in CATALOGUE and isinstance(CATALOGUE[fact], Day):
            parts = value.split("-")
            texts = parts if len(parts) == len(DATE_PARTS) else [value, "", ""]
            fields |= zip(names_of(name), texts, strict=True)
        else:
            fields[name] = value
    return fields
