"""Read the values that a page has sent: the texts, their answers, and the complaints beside them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from htpy import Element

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.check import sift_facts
from calc.facts.consistency import STAYS
from calc.facts.questions import Day, Selection, YesNo
from calc.parts.field import DATE_PARTS, first_field, names_of
from calc.parts.shell import render_error_summary

LEAST_WHOLE_DATE = len("2020-1-5")


@dataclass(frozen=True)
class Submission:
    """The texts of a form and their answers; `mistakes` holds a sentence for each fact that cannot be used.

    `left` are the fields that the visitor is done with. `parts` names the box of a date that its sentence is about.
    """

    values: Mapping[str, str]
    answers: Answers
    mistakes: Mapping[str, str]
    is_submitted: bool
    left: Collection[str]
    parts: Mapping[str, str]

    @property
    def errors(self) -> Mapping[str, str]:
        """The complaints to show: at what the visitor has left, after a submission at every field."""
        if self.is_submitted:
            return self.mistakes
        return {fact: sentence for fact, sentence in self.mistakes.items() if _is_left(fact, self.left)}

    @property
    def wrong_fields(self) -> tuple[str, ...]:
        """The ids of the fields that complain, each date's at its wrong box."""
        return tuple(first_field(fact, self.parts.get(fact, "")) for fact in self.errors)

    @property
    def focus(self) -> str:
        """The id to go to after a submission: the complaints if there are any, else the answer."""
        if not self.is_submitted:
            return ""
        return "calculator-errors" if self.errors else "calculator-result"

    @property
    def clicked(self) -> Answers:
        """The answers chosen, not typed: no question may vanish while people type a number (the 1 of 11)."""
        return {fact: answer for fact, answer in self.answers.items() if isinstance(CATALOGUE[fact], YesNo | Selection)}

    def entitle(self, title: str) -> str:
        """Mark the document's title as wrong while there are complaints after a submission; else empty."""
        return f"错误：{title}" if self.is_submitted and self.errors else ""

    def render_errors(self) -> Element:
        """Render the complaints of a submission on top of the page, each linked to its field."""
        return render_error_summary(
            (field, f"{CATALOGUE[fact].short}：{sentence}")
            for field, (fact, sentence) in zip(self.wrong_fields, self.errors.items(), strict=True)
            if self.is_submitted
        )


def read_submission(
    facts: Collection[str], values: Mapping[str, str], *, is_submitted: bool, left: Collection[str] = ()
) -> Submission:
    """Read the facts asked from the values of a form."""
    done = {fact for fact in facts if is_submitted or _is_left(fact, left)}
    raw = _collect(facts, values, done)
    sifted = sift_facts(raw)
    parts = {fact: part for fact, part in sifted.parts.items() if isinstance(raw[fact], Mapping)}
    return Submission(values, sifted.answers, sifted.errors, is_submitted, left, parts)


def _is_left(fact: str, left: Collection[str]) -> bool:
    return any(name in left for name in names_of(fact))


def _collect(facts: Collection[str], values: Mapping[str, str], done: Collection[str]) -> dict[str, object]:
    """Collect raw facts from their fields.

    An incomplete date is complained of only where the visitor is done with it. The end of a time that still goes on is
    not taken: an earlier answer left it there. A whole date in one box is read as that date.
    """
    left_over = {stay.end for stay in STAYS if values.get(stay.ongoing) == "yes"}
    raw: dict[str, object] = {}
    for fact in facts:
        if fact in left_over:
            continue
        if not isinstance(CATALOGUE[fact], Day):
            if values.get(fact):
                raw[fact] = values[fact]
            continue
        parts = {part: values.get(name, "") for part, name in zip(DATE_PARTS, names_of(fact), strict=True)}
        typed = [text for text in parts.values() if text.strip()]
        if len(typed) == 1 and len(typed[0].strip()) >= LEAST_WHOLE_DATE:
            raw[fact] = typed[0]
        elif len(typed) == len(parts) or (fact in done and typed):
            raw[fact] = parts
    return raw


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
