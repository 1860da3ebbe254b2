"""Which calculator this is: a hash of its sources, written in by the build (building/shipped.py).

A page shows nothing that a calculator of another edition says.
"""

EDITION = ""
