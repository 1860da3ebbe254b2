"""What a page was sent: the texts as typed, the answers they give, and the complaints to show beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from htpy import Element

from calc.check import STAYS, sift_facts
from calc.facts import CATALOGUE, Answers
from calc.questions import Choice, Day, YesNo
from calc.render.calculator import render_error_summary
from calc.render.field import DATE_PARTS, first_field


@dataclass(frozen=True)
class Submission:
    """The texts of a form, and what they come to; `mistakes` is a sentence for each fact that cannot be used."""

    values: Mapping[str, str]
    answers: Answers
    mistakes: Mapping[str, str]
    is_submitted: bool

    @property
    def errors(self) -> Mapping[str, str]:
        """The complaints to show: none before the form has been submitted."""
        return self.mistakes if self.is_submitted else {}

    @property
    def focus(self) -> str:
        """Where to go after submitting: to the complaints if there are any, else to the answer."""
        if not self.is_submitted:
            return ""
        return "calculator-errors" if self.errors else "calculator-result"

    @property
    def clicked(self) -> Answers:
        """What was chosen rather than typed; while a number is being typed (the 1 of 11) no question may vanish."""
        return {fact: answer for fact, answer in self.answers.items() if isinstance(CATALOGUE[fact], YesNo | Choice)}

    def entitle(self, title: str) -> str:
        """The document's title while there are complaints; empty without any."""
        return f"错误：{title}" if self.errors else ""

    def render_errors(self) -> Element:
        """The complaints on top of the page, each linked to its field."""
        return render_error_summary(
            (first_field(fact), f"{CATALOGUE[fact].short}：{sentence}") for fact, sentence in self.errors.items()
        )


def read_submission(facts: Iterable[str], values: Mapping[str, str], *, is_submitted: bool) -> Submission:
    """Read the facts that were asked from a form."""
    sifted = sift_facts(_collect(facts, values, is_submitted=is_submitted))
    return Submission(values, sifted.answers, sifted.errors, is_submitted)


def _collect(facts: Iterable[str], values: Mapping[str, str], *, is_submitted: bool) -> dict[str, object]:
    """Raw facts from their fields.

    A date is complained of as incomplete only once the form has been submitted; the end of what still goes on, left
    over from an earlier answer, is not taken.
    """
    left_over = {end for _, end, ongoing in STAYS if values.get(ongoing) == "yes"}
    raw: dict[str, object] = {}
    for fact in facts:
        if fact in left_over:
            continue
        if isinstance(CATALOGUE[fact], Day):
            parts = {part: values.get(f"{fact}.{part}", "") for part in DATE_PARTS}
            if all(parts.values()) or (is_submitted and any(parts.values())):
                raw[fact] = parts
        elif values.get(fact):
            raw[fact] = values[fact]
    return raw
