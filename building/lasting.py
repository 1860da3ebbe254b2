"""Which files never change: those with their hash in their name."""

import re

HASHED = re.compile(r"(\.[0-9a-f]{8}\.min\.(js|css)|\.[0-9a-f]{16}\.\w+(\.(gz|br))?)$")
"""Names that never stand for other bytes."""
