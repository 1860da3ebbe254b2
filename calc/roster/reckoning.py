"""How codes are numbered and reckoned with: by numpy where the optional extra [roster] brings it; nothing differs."""

from importlib.util import find_spec

if find_spec("numpy"):
    from calc.roster.numbering_by_numpy import compare, count, find_firsts, number, reckon, rename
else:
    from calc.roster.numbering import compare, count, find_firsts, number, reckon, rename

__all__ = ["compare", "count", "find_firsts", "number", "reckon", "rename"]
