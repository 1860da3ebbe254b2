"""How long the tests wait for what a slow and shared machine may take its time for."""

STARTS = 60_000
"""Milliseconds for Python to load, or for an engine to start; everything after it is quick."""
STARTS_SECONDS = STARTS // 1_000
