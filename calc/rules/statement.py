"""What a document says or orders without paying: a procedure, a form, a duty, a plan, a budget."""

from calc.rules.effect import Effect


class Statement(Effect):
    """A word that says or orders something. Nobody is paid by it."""
