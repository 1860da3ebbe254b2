"""What a document says or orders without paying: a procedure, a form, a duty, a plan, a budget."""

from calc.rules.case import Case
from calc.rules.effect import Effect
from calc.rules.payout import Payout, paid
from calc.values.money import IN_KIND


class Statement(Effect, is_kind=True):
    """A word that says or orders something. Nobody is paid by it, and nothing is to be worked out."""

    phrase: str

    def come_to(self, case: Case) -> Payout:
        return Payout(IN_KIND, steps=paid(self.phrase, self.explain()))

    def say_formula(self) -> str:
        return self.explain()
