"""The declarations and what belongs to them as JSON for other programs: written by the build, never by hand.

Nothing of Python shows: sums are texts, days are dates, and a word of the vocabulary has a name of its own.
"""
