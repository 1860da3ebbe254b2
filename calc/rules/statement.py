"""What a document says or orders without paying: a procedure, a form, a duty, a plan, a budget."""

from calc.rules.effect import Effect


class Statement(Effect, is_kind=True):
    """A word that says or orders something. Nobody is paid by it."""

    def say_formula(self) -> str:
        """Nothing is to be worked out: it says itself."""
        return self.explain()
