"""The calculator's version; the declarations carry a hash of their own."""

VERSION = "0.1.0"
