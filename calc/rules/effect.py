"""What a provision brings, be it a payment or a statement, and what it comes to in a case."""

from abc import abstractmethod
from datetime import date
from typing import ClassVar

from calc.rules.case import Case
from calc.rules.payout import Payout
from calc.rules.printed import FilledForm, Targets
from calc.rules.word import ALREADY, Way, Word


class Effect(Word):
    """A word that a provision brings into effect: a Payment or a Statement.

    `status_word` stands in place of 可享受, where the effect has a word of its own. Everybody who applies needs an
    effect that `is_paperwork`, whatever else is still open.
    """

    status_word: ClassVar[str] = ""
    is_paperwork: ClassVar[bool] = False
    can_be_claimed: ClassVar[bool] = True

    @abstractmethod
    def come_to(self, case: Case) -> Payout:
        """What it comes to, over all that the unknown facts could still be."""

    @abstractmethod
    def explain(self) -> str:
        """The rule in plain Chinese."""

    def headline(self, case: Case) -> str:
        """What there is to tell first where it is no sum of money; empty where the sum is it."""
        return ""

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The smallest changes of answers after which it comes to anything."""
        return ALREADY

    def list_days(self, case: Case) -> tuple[tuple[date, str], ...]:
        """The days to keep in mind that follow from the effect itself, each with what ends on it."""
        return ()

    def fill_form(self, case: Case | None) -> FilledForm | None:
        """The form it brings, filled with what a case knows, or blank."""
        return None

    @property
    def welcome_facts(self) -> frozenset[str]:
        """The facts that it shows without needing them."""
        return frozenset()

    def list_targets(self) -> Targets | None:
        """The targets of persons it sets."""
        return None
