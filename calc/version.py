"""The calculator's version, for the wheel (pyproject.toml) as well; the declarations carry a hash of their own."""

VERSION = __version__ = "0.1.0"
