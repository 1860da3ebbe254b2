"""How codes are numbered and reckoned with: by numpy where the optional extra [roster] brings it; nothing differs."""

try:
    from calc.roster.numbering_by_numpy import count, find_firsts, number, reckon, rename
except ImportError:
    from calc.roster.numbering import count, find_firsts, number, reckon, rename

__all__ = ["count", "find_firsts", "number", "reckon", "rename"]
